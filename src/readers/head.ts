/** A look at the first bytes of a source that may only be read once. */
import { fillFrom } from '../core/fill-from.js';
import type { ByteSource } from '../core/source.js';
import { nested, nesting } from './nesting.js';

export interface Head {
  readonly bytes: Uint8Array;
  /** Whether the source ends with them. */
  readonly isWhole: boolean;
  /** To be read in place of the source: it begins with the head again. */
  readonly source: ByteSource;
}

/** Reads up to `length` bytes from the start; at once where the source is positional. @throws ItemProblem */
export function readHead(source: ByteSource, length: number): Head | Promise<Head> {
  const bytes = Buffer.alloc(length + 1);
  if (!source.readAt) return streamHead(source, bytes);
  const filled = fillFrom(source, bytes, 0);
  return { bytes: bytes.subarray(0, Math.min(filled, length)), isWhole: filled <= length, source };
}

/** @param bytes room for one byte more than is looked at */
async function streamHead(source: ByteSource, bytes: Buffer): Promise<Head> {
  const length = bytes.length - 1;
  let filled = 0;
  const chunks: Uint8Array[] = [];
  const rest = source.stream()[Symbol.asyncIterator]();
  let failure: { readonly error: unknown } | undefined;
  while (filled <= length) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await rest.next();
    } catch (error) {
      // What came before the failure is still read; it is thrown again in its place.
      failure = { error };
      break;
    }
    if (next.done) break;
    // A source may use its buffer again.
    const chunk = Uint8Array.from(next.value);
    chunks.push(chunk);
    bytes.set(chunk.subarray(0, bytes.length - filled), filled);
    filled += chunk.length;
  }
  return {
    bytes: bytes.subarray(0, Math.min(filled, length)),
    isWhole: filled <= length && !failure,
    source: replay(source, { chunks, rest, failure }),
  };
}

interface Rest {
  readonly chunks: Uint8Array[];
  readonly rest: AsyncIterator<Uint8Array>;
  readonly failure: { readonly error: unknown } | undefined;
}

function replay(source: ByteSource, { chunks, rest, failure }: Rest): ByteSource {
  const stream = async function* (): AsyncGenerator<Uint8Array, void, void> {
    yield* chunks;
    if (failure) throw failure.error;
    try {
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  };
  const replayed: ByteSource = { stream, close: () => source.close() };
  if (source.slice) {
    replayed.slice = async (start, end) => {
      // Whoever asks for parts does not read on.
      await rest.return?.();
      return source.slice!(start, end);
    };
  }
  if (source.verify) replayed.verify = () => source.verify!();
  const facts: PropertyDescriptorMap = {};
  for (const key of ['byteLength', 'storedBytes', 'stamp'] as const) {
    if (source[key] !== undefined) facts[key] = { enumerable: true, get: () => source[key] };
  }
  return nested(Object.defineProperties(replayed, facts), nesting(source));
}
