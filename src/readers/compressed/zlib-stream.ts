/** Streams of Node's own zlib: bytes go in slice by slice and come out piece by piece, so that little is held and nothing before damage is lost. */
import type { Transform } from 'node:stream';
import { andAgain, type Progress } from './again.js';
import { Damage, type Packed, Shortage, type Unpack } from './types.js';

/** Compressed bytes given to zlib at a time. */
const SLICE_BYTES = 32 * 1024;
/** Bytes given at a time where data is damaged. */
const FINE_BYTES = 4;
/** Size of the pieces that come out. */
const PIECE_BYTES = 64 * 1024;

/** `bytesWritten`: compressed bytes that were used. */
type ZlibTransform = Transform & { readonly bytesWritten: number };

export interface ZlibFormat {
  create(options: { readonly chunkSize: number }): ZlibTransform;
  /** Bytes of the checksum and length at a stream's end. */
  readonly trailerBytes: number;
  /** Whether anything behind the first stream is somebody else's; gzip's own decoder says so itself. */
  readonly isOne?: true;
}

/** Decompresses all streams of a format, one after the other. Of a slice in which it finds damage, zlib gives nothing. */
export function unpackWith(format: ZlibFormat): Unpack {
  return (packed) => andAgain(packed, (source, progress, fineFrom) => inflateOnce(format, source, progress, fineFrom));
}

/**
 * @param fineFrom compressed bytes from which on a few are given at a time
 * @throws Damage, Shortage
 */
async function* inflateOnce(
  { create, trailerBytes, isOne }: ZlibFormat,
  packed: Packed,
  progress: Progress,
  fineFrom: number,
): AsyncGenerator<Uint8Array, void, void> {
  const stream = create({ chunkSize: PIECE_BYTES });
  let failure: NodeJS.ErrnoException | undefined;
  /** The compressed data says that it ends here. */
  let isEnded = false;
  let wake = (): void => undefined;
  stream.on('readable', () => wake());
  stream.on('end', () => {
    isEnded = true;
    wake();
  });
  stream.on('error', (error) => {
    failure ??= error;
    wake();
  });
  // A write that fails is not answered.
  stream.on('close', () => wake());
  /**
   * Gives what comes out until something is done. zlib works no further than a piece ahead of what is read: of a few bytes of brotli,
   * gigabytes may come.
   */
  const takenUntil = async function* (isDone: () => boolean): AsyncGenerator<Buffer, void, void> {
    for (;;) {
      for (let piece = stream.read(); piece !== null; piece = stream.read()) yield piece;
      if (isDone() || failure || stream.destroyed) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /** Gives `bytes`, slice by slice, as long as they are accepted. */
  const give = async function* (bytes: Uint8Array): AsyncGenerator<Buffer, void, void> {
    for (let at = 0; at < bytes.length && !failure; ) {
      if (isEnded && isOne) throw new Damage();
      const slice = bytes.subarray(at, at + (progress.consumed < fineFrom ? SLICE_BYTES : FINE_BYTES));
      let isWritten = false;
      stream.write(slice, () => {
        isWritten = true;
        wake();
      });
      yield* takenUntil(() => isWritten);
      at += slice.length;
      if (!failure) progress.consumed += slice.length;
    }
  };

  try {
    // The trailer is held back and written apart: a wrong checksum must not take the last piece of data with it.
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of packed.pieces()) {
      const bytes = Buffer.concat([held, chunk]);
      const end = Math.max(0, bytes.length - trailerBytes);
      yield* give(bytes.subarray(0, end));
      if (failure) break;
      held = bytes.subarray(end);
    }
    yield* give(held);
    if (!failure) stream.end();
    yield* takenUntil(() => isEnded);
    if (!failure && isOne && stream.bytesWritten < progress.consumed) throw new Damage();
    if (failure) throw failure.code === 'Z_BUF_ERROR' ? new Shortage() : new Damage();
  } finally {
    stream.destroy();
  }
}
