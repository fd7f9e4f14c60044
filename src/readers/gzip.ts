/** Gzip (RFC 1952): a source of the decompressed bytes, so that the format inside is found and read like any other. */
import { zlib } from '../core/builtin.js';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';
import { nested, nesting } from './nesting.js';

/** Compressed bytes given to zlib at a time; a thousand times as many may come out, and are held until they are read. */
const SLICE_BYTES = 32 * 1024;
/** Bytes given at a time where data is damaged. */
const FINE_BYTES = 4;
/** Size of the pieces that come out. */
const PIECE_BYTES = 64 * 1024;
/** Checksum and length at a member's end. */
const TRAILER_BYTES = 8;
/** Gzip inside gzip: more levels than anyone writes by intent. */
const MAX_DEPTH = 8;

/**
 * Decompresses all members of a source, one after the other. The stream gives what could be decompressed before it throws; of a
 * source that cannot be read again, all but the last slice (32 KiB) where it is damaged.
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
        consumed = bytes;
      }),
    close: () => source.close(),
  };
  if (source.verify) inner.verify = () => source.verify!();
  if (source.stamp !== undefined) Object.defineProperty(inner, 'stamp', { value: source.stamp, enumerable: true });
  return nested(inner, depth);
}

/** How far a source was decompressed. */
interface Progress {
  /** Compressed bytes of which all was given. */
  consumed: number;
  /** Decompressed bytes that were given. */
  given: number;
}

/**
 * Of the slice in which data turns out to be damaged, or to be followed by something else, zlib gives nothing. Where the source can
 * be read again, that is done, with so few bytes at a time that nothing before the damage is lost.
 */
async function* inflate(source: ByteSource, onConsumed: (bytes: number) => void): AsyncGenerator<Uint8Array, void, void> {
  const first: Progress = { consumed: 0, given: 0 };
  try {
    for await (const piece of inflateOnce(source, first, Number.POSITIVE_INFINITY)) {
      onConsumed(first.consumed);
      yield piece;
    }
    onConsumed(first.consumed);
  } catch (error) {
    if (!(error instanceof Damage) || source.readAt === undefined) throw problemOf(error);
    const again: Progress = { consumed: 0, given: 0 };
    try {
      for await (const piece of inflateOnce(source, again, first.consumed)) {
        const fresh = Math.min(piece.length, again.given - first.given);
        if (again.consumed >= first.consumed) onConsumed(again.consumed);
        if (fresh > 0) yield piece.subarray(piece.length - fresh);
      }
    } catch (damage) {
      throw problemOf(damage);
    }
  }
}

/** zlib refused the data. */
class Damage extends Error {}

/**
 * @param fineFrom compressed bytes from which on a few are given at a time
 * @throws Damage, ItemProblem where the data ends early
 */
async function* inflateOnce(source: ByteSource, progress: Progress, fineFrom: number): AsyncGenerator<Uint8Array, void, void> {
  const stream = zlib().createGunzip({ chunkSize: PIECE_BYTES });
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
  const taken = function* (): Generator<Buffer, void, void> {
    const ready = pieces;
    pieces = [];
    for (const piece of ready) {
      progress.given += piece.length;
      yield piece;
    }
  };
  /** Gives `bytes`, slice by slice, as long as they are accepted. */
  const give = async function* (bytes: Uint8Array): AsyncGenerator<Buffer, void, void> {
    for (let at = 0; at < bytes.length && !failure; ) {
      const slice = bytes.subarray(at, at + (progress.consumed < fineFrom ? SLICE_BYTES : FINE_BYTES));
      await untilDone((done) => stream.write(slice, done));
      at += slice.length;
      if (!failure) progress.consumed += slice.length;
      yield* taken();
    }
  };

  try {
    // The trailer is held back and written apart: a wrong checksum must not take the last piece of data with it.
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of source.stream()) {
      const bytes = Buffer.concat([held, chunk]);
      const end = Math.max(0, bytes.length - TRAILER_BYTES);
      yield* give(bytes.subarray(0, end));
      if (failure) break;
      held = bytes.subarray(end);
    }
    yield* give(held);
    if (!failure) await untilDone(() => stream.end());
    yield* taken();
    if (failure) throw failure.code === 'Z_BUF_ERROR' ? failure : new Damage();
  } finally {
    stream.destroy();
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof Damage) return new ItemProblem('malformed', 'gzip data is damaged or followed by other bytes');
  const isShort = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
  return isShort ? new ItemProblem('malformed', 'gzip data ends early') : error;
}
