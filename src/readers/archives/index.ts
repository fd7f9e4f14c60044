/** Archives of all kinds: their members, one after the other. */
import type { ArchiveName } from '../../core/format.js';
import type { ByteSource } from '../../core/source.js';
import { positional } from '../positional.js';
import type { Members } from './types.js';

export type { Member, Members } from './types.js';

/**
 * The members of an archive, in the order in which they stand in it. Each is to be read before the next is asked for.
 * @throws ItemProblem `malformed`, `encrypted`; the members before are given first
 */
export async function* openMembers(archive: ArchiveName, source: ByteSource): Members {
  if (archive === 'tar') {
    const { tarMembers } = await import('./tar.js');
    yield* tarMembers(source);
    return;
  }
  const { openZip } = await import('./zip.js');
  const placed = await positional(source);
  try {
    yield* (await openZip(placed)).members();
  } finally {
    if (placed !== source) placed.close();
  }
}
