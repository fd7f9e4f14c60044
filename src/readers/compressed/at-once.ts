/** All that bytes at hand decompress to, for formats that compress parts of themselves as other files are compressed. */
import type { CodecName } from '../../core/format.js';
import { ItemProblem } from '../../core/problem.js';
import { CODECS } from './codecs.js';
import { Damage, Shortage, TooLarge } from './types.js';

/**
 * @param most bytes that may come out
 * @throws ItemProblem `malformed` with `detail` where the bytes are damaged, `limit` with `tooLong` where more comes out or it needs more
 * memory than it is given
 */
export async function unpackAtOnce(
  name: CodecName,
  bytes: Uint8Array,
  { most, detail, tooLong }: { readonly most: number; readonly detail: string; readonly tooLong: string },
): Promise<Uint8Array> {
  const unpack = await CODECS.find((codec) => codec.name === name)!.load();
  const packed = {
    async *pieces() {
      yield bytes;
    },
    isRepeatable: true,
    consumed: () => undefined,
  };
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpack(packed)) {
      length += piece.length;
      if (length > most) throw new TooLarge();
      // A codec may use its buffer again.
      pieces.push(Uint8Array.from(piece));
    }
  } catch (error) {
    if (error instanceof TooLarge) throw new ItemProblem('limit', tooLong);
    if (error instanceof Damage || error instanceof Shortage) throw new ItemProblem('malformed', detail);
    throw error;
  }
  return Buffer.concat(pieces);
}
