/** Streams of Node's own zlib: bytes go in slice by slice, so that little comes out at a time and nothing before damage is lost. */
import type { Transform } from 'node:stream';
import { andAgain, type Progress } from './again.js';
import { Damage, type Packed, Shortage, type Unpack } from './types.js';

/** Compressed bytes given to zlib at a time; a thousand times as many may come out, and are held until they are read. */
const SLICE_BYTES = 32 * 1024;
/** Bytes given at a time where data is damaged. */
const FINE_BYTES = 4;
/** Size of the pieces that come out. */
const PIECE_BYTES = 64 * 1024;

export interface ZlibFormat {
  create(options: { readonly chunkSize: number }): Transform;
  /** Bytes of the checksum and length at a stream's end. */
  readonly trailerBytes: number;
  /** Whether anything behind the first stream is somebody else's; gzip's own decoder says so itself. */
  readonly isOne?: true;
  /** Compressed bytes given at a time, where more may come out of them than with deflate. */
  readonly sliceBytes?: number;
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
  { create, trailerBytes, isOne, sliceBytes = SLICE_BYTES }: ZlibFormat,
  packed: Packed,
  progress: Progress,
  fineFrom: number,
): AsyncGenerator<Uint8Array, void, void> {
  const stream = create({ chunkSize: PIECE_BYTES });
  let pieces: Buffer[] = [];
  let failure: NodeJS.ErrnoException | undefined;
  /** The compressed data says that it ends here. */
  let isEnded = false;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    isEnded = true;
  });
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
    yield* ready;
  };
  /** Gives `bytes`, slice by slice, as long as they are accepted. */
  const give = async function* (bytes: Uint8Array): AsyncGenerator<Buffer, void, void> {
    for (let at = 0; at < bytes.length && !failure; ) {
      if (isEnded && isOne) throw new Damage();
      const slice = bytes.subarray(at, at + (progress.consumed < fineFrom ? sliceBytes : FINE_BYTES));
      await untilDone((done) => stream.write(slice, done));
      at += slice.length;
      if (!failure) progress.consumed += slice.length;
      yield* taken();
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
    if (!failure) await untilDone(() => stream.end());
    yield* taken();
    if (failure) throw failure.code === 'Z_BUF_ERROR' ? new Shortage() : new Damage();
  } finally {
    stream.destroy();
  }
}
