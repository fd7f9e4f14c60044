/** Gzip (RFC 1952): a source of the decompressed bytes, so that the format inside is found and read like any other. */
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';

/** Compressed bytes given to zlib at a time; a thousand times as many may come out, and are held until they are read. */
const SLICE_BYTES = 32 * 1024;
/** Size of the pieces that come out. */
const PIECE_BYTES = 256 * 1024;
/** Checksum and length at a member's end. */
const TRAILER_BYTES = 8;
/** Gzip inside gzip: more levels than anyone writes by intent. */
const MAX_DEPTH = 8;

const depths = new WeakMap<ByteSource, number>();

/**
 * Decompresses all members of a source, one after the other. The stream gives everything that could be decompressed before it throws.
 * @throws ItemProblem `limit` where gzip is nested deeper than 8 levels; while streaming `malformed` where the data ends early,
 * is damaged or is followed by something else
 */
export function gunzip(source: ByteSource): ByteSource {
  const depth = (depths.get(source) ?? 0) + 1;
  if (depth > MAX_DEPTH) throw new ItemProblem('limit', `compressed more than ${MAX_DEPTH} times`);
  let consumed = 0;
  const inner: ByteSource = {
    get storedBytes() {
      return source.storedBytes ?? consumed;
    },
    stream: () =>
      inflate(source, (bytes) => {
        consumed += bytes;
      }),
    close: () => source.close(),
  };
  if (source.verify) inner.verify = () => source.verify!();
  if (source.stamp !== undefined) Object.defineProperty(inner, 'stamp', { value: source.stamp, enumerable: true });
  depths.set(inner, depth);
  return inner;
}

/** Hands the nesting depth on to a source that replaces another (one that replays its head). */
export function sameDepth(from: ByteSource, to: ByteSource): ByteSource {
  const depth = depths.get(from);
  if (depth !== undefined) depths.set(to, depth);
  return to;
}

async function* inflate(source: ByteSource, onConsumed: (bytes: number) => void): AsyncGenerator<Uint8Array, void, void> {
  const stream = createGunzip({ chunkSize: PIECE_BYTES });
  let pieces: Buffer[] = [];
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('error', (error) => {
    failure ??= error;
  });
  const failed = once(stream, 'close');

  const write = async (bytes: Uint8Array): Promise<void> => {
    await Promise.race([new Promise<void>((resolve) => stream.write(bytes, () => resolve())), failed]);
    onConsumed(bytes.length);
  };
  const taken = (): Buffer[] => {
    const ready = pieces;
    pieces = [];
    return ready;
  };

  try {
    // The trailer is held back and written apart: a wrong checksum must not take the last piece of data with it.
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of source.stream()) {
      const bytes = Buffer.concat([held, chunk]);
      const end = Math.max(0, bytes.length - TRAILER_BYTES);
      for (let at = 0; at < end && !failure; at += SLICE_BYTES) {
        await write(bytes.subarray(at, Math.min(end, at + SLICE_BYTES)));
        yield* taken();
      }
      if (failure) break;
      held = bytes.subarray(end);
    }
    if (!failure) {
      await write(held);
      yield* taken();
    }
    if (!failure) {
      stream.end();
      await failed;
    }
    yield* taken();
    if (failure) throw problemOf(failure);
  } finally {
    stream.destroy();
  }
}

function problemOf(error: NodeJS.ErrnoException): ItemProblem {
  const detail = error.code === 'Z_BUF_ERROR' ? 'gzip data ends early' : 'gzip data is damaged or followed by other bytes';
  return new ItemProblem('malformed', detail);
}
