/** Gzip (RFC 1952): a source of the decompressed bytes, so that the format inside is found and read like any other. */
import { createGunzip } from 'node:zlib';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';
import { nested, nesting } from './nesting.js';

/** Compressed bytes given to zlib at a time; a thousand times as many may come out, and are held until they are read. */
const SLICE_BYTES = 32 * 1024;
/** Size of the pieces that come out. Of the piece in which data turns out to be damaged, zlib gives nothing. */
const PIECE_BYTES = 64 * 1024;
/** Checksum and length at a member's end. */
const TRAILER_BYTES = 8;
/** Gzip inside gzip: more levels than anyone writes by intent. */
const MAX_DEPTH = 8;

/**
 * Decompresses all members of a source, one after the other. The stream gives what could be decompressed before it throws: all of it
 * where the data ends early or a checksum is wrong, all but the last piece (64 KiB) where it is damaged.
 * @throws ItemProblem `limit` where gzip is nested deeper than 8 levels; while streaming `malformed` where the data ends early,
 * is damaged or is followed by something else
 */
export function gunzip(source: ByteSource): ByteSource {
  const depth = nesting(source) + 1;
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
  return nested(inner, depth);
}

async function* inflate(source: ByteSource, onConsumed: (bytes: number) => void): AsyncGenerator<Uint8Array, void, void> {
  const stream = createGunzip({ chunkSize: PIECE_BYTES });
  let pieces: Buffer[] = [];
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('error', (error) => {
    failure ??= error;
  });
  // A write that fails is not answered. No race with one promise for all of them: it would keep something of each.
  let onClosed = (): void => undefined;
  stream.on('close', () => onClosed());
  const untilDone = (begin: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      onClosed = resolve;
      begin(resolve);
    });

  const write = async (bytes: Uint8Array): Promise<void> => {
    await untilDone((done) => stream.write(bytes, done));
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
      await untilDone(() => stream.end());
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
