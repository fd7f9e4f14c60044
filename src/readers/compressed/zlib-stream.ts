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

/** A stream of zlib at work. */
export class Inflation {
  readonly #stream: ZlibTransform;
  #failure: NodeJS.ErrnoException | undefined;
  #isEnded = false;
  #wake = (): void => undefined;

  constructor(create: ZlibFormat['create']) {
    this.#stream = create({ chunkSize: PIECE_BYTES });
    this.#stream.on('readable', () => this.#wake());
    this.#stream.on('end', () => {
      this.#isEnded = true;
      this.#wake();
    });
    this.#stream.on('error', (error) => {
      this.#failure ??= error;
      this.#wake();
    });
    // A write that fails is not answered.
    this.#stream.on('close', () => this.#wake());
  }

  /** What zlib does not accept. */
  get failure(): NodeJS.ErrnoException | undefined {
    return this.#failure;
  }

  /** The compressed data says that it ends here. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Compressed bytes that were used. */
  get used(): number {
    return this.#stream.bytesWritten;
  }

  /** What comes out of `slice`, unless it is not accepted. */
  async *give(slice: Uint8Array): AsyncGenerator<Buffer, void, void> {
    let isWritten = false;
    this.#stream.write(slice, () => {
      isWritten = true;
      this.#wake();
    });
    yield* this.#takenUntil(() => isWritten);
  }

  /** What comes out when nothing more is given. */
  async *end(): AsyncGenerator<Buffer, void, void> {
    if (!this.#failure) this.#stream.end();
    yield* this.#takenUntil(() => this.#isEnded);
  }

  close(): void {
    this.#stream.destroy();
  }

  /**
   * Gives what comes out until something is done. zlib works no further than a piece ahead of what is read: of a few bytes of brotli,
   * gigabytes may come.
   */
  async *#takenUntil(isDone: () => boolean): AsyncGenerator<Buffer, void, void> {
    for (;;) {
      for (let piece = this.#stream.read(); piece !== null; piece = this.#stream.read()) yield piece;
      if (isDone() || this.#failure || this.#stream.destroyed) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
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
  const inflation = new Inflation(create);
  /** Gives `bytes`, slice by slice, as long as they are accepted. */
  const give = async function* (bytes: Uint8Array): AsyncGenerator<Buffer, void, void> {
    for (let at = 0; at < bytes.length && !inflation.failure; ) {
      if (inflation.isEnded && isOne) throw new Damage();
      const slice = bytes.subarray(at, at + (progress.consumed < fineFrom ? SLICE_BYTES : FINE_BYTES));
      yield* inflation.give(slice);
      at += slice.length;
      if (!inflation.failure) progress.consumed += slice.length;
    }
  };

  try {
    // The trailer is held back and written apart: a wrong checksum must not take the last piece of data with it.
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of packed.pieces()) {
      const bytes = Buffer.concat([held, chunk]);
      const end = Math.max(0, bytes.length - trailerBytes);
      yield* give(bytes.subarray(0, end));
      if (inflation.failure) break;
      held = bytes.subarray(end);
    }
    yield* give(held);
    yield* inflation.end();
    if (!inflation.failure && isOne && inflation.used < progress.consumed) throw new Damage();
    if (inflation.failure) throw inflation.failure.code === 'Z_BUF_ERROR' ? new Shortage() : new Damage();
  } finally {
    inflation.close();
  }
}
