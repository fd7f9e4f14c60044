/** Documents made on the spot, of parts that no program would write. */
import { zipOf as zipOfMembers } from '../../bench/fuzz/zip.mjs';

/** A zip archive of members as they stand, deflated. */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Buffer {
  return zipOfMembers(
    Object.entries(members).map(([name, content]) => ({ name: Buffer.from(name), bytes: Buffer.from(content) })),
  );
}
