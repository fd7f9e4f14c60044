/** Compression: a source of the decompressed bytes, so that what is inside is found and read like any other item. */
import type { CodecName } from '../../core/format.js';
import { ItemProblem } from '../../core/problem.js';
import type { ByteSource } from '../../core/source.js';
import type { Budget } from '../budget.js';
import { CODECS } from './codecs.js';
import { type Codec, Damage, Shortage, TooLarge } from './types.js';

/**
 * Decompresses a source. The stream gives what could be decompressed before it throws.
 * @throws ItemProblem `limit` where the source is packed too deep; while streaming `malformed` where the data ends early, is damaged
 * or is followed by something else, and `limit` where the budget is used up
 */
export function decompress(source: ByteSource, name: CodecName, budget: Budget): ByteSource {
  const codec = CODECS.find((one) => one.name === name)!;
  let consumed = 0;
  const inner: ByteSource = {
    get storedBytes() {
      return source.storedBytes ?? consumed;
    },
    stream: () =>
      unpacked(codec, source, budget, (bytes) => {
        consumed = bytes;
      }),
    close: () => source.close(),
  };
  if (source.verify) inner.verify = () => source.verify!();
  if (source.stamp !== undefined) Object.defineProperty(inner, 'stamp', { value: source.stamp, enumerable: true });
  return budget.enter(inner, source);
}

async function* unpacked(
  { label, load }: Codec,
  source: ByteSource,
  budget: Budget,
  consumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const unpack = await load();
  const pieces = unpack({ pieces: () => source.stream(), isRepeatable: source.readAt !== undefined, consumed });
  try {
    for await (const piece of pieces) {
      budget.spend(piece.length);
      yield piece;
    }
  } catch (error) {
    throw problemOf(error, label);
  }
}

function problemOf(error: unknown, label: string): unknown {
  if (error instanceof Damage) return new ItemProblem('malformed', `${label} data is damaged or followed by other bytes`);
  if (error instanceof Shortage) return new ItemProblem('malformed', `${label} data ends early`);
  if (error instanceof TooLarge) return new ItemProblem('limit', `${label} data that needs more memory than it is given`);
  return error;
}
