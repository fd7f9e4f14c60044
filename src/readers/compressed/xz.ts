/** xz (the .xz file format, version 1.1), by a decoder in WebAssembly. CRC32 and CRC64 are verified. */
import { andAgain, type UnpackOnce } from './again.js';
import { Damage, Shortage, TooLarge, type Unpack } from './types.js';

/** Compressed bytes given at a time, and where data is damaged: of what is given with damage, nothing comes out. */
const SLICE_BYTES = 64 * 1024;
const FINE_BYTES = 16;

/** What the decoder says is wrong, by the number in its message (xz.h of XZ Embedded). */
const MEMORY_ERRORS = new Set([3, 4]);
const ENDS_EARLY = 8;

type XzModule = typeof import('xz-decompress');
/** What of the package's inside is changed. */
type Inside = { _contextMutex: { acquire(): Promise<void>; release(): void } };

let loaded: Promise<XzModule> | undefined;

export const unpackXz: Unpack = (packed) => andAgain(packed, unpackOnce);

async function load(): Promise<XzModule> {
  const { default: xz } = (await import('xz-decompress')) as unknown as { readonly default: XzModule };
  // It decodes one stream at a time, and waits for ever where a stream is inside another one. Its decoders do not share anything.
  (xz.XzReadableStream as unknown as Inside)._contextMutex = { acquire: async () => undefined, release: () => undefined };
  return xz;
}

const unpackOnce: UnpackOnce = async function* (packed, progress, fineFrom) {
  loaded ??= load();
  const { XzReadableStream } = await loaded;
  const input = new Slices(packed.pieces(), fineFrom);
  const output = new XzReadableStream(input.stream()).getReader();
  try {
    for (;;) {
      const { done, value } = await output.read().catch((error: unknown) => {
        throw input.failure === undefined ? meaningOf(error, input) : input.failure.error;
      });
      if (done) break;
      progress.consumed = Math.max(0, input.given - SLICE_BYTES);
      if (value.length > 0) yield value;
    }
    if (await input.hasMore()) throw new Damage();
    progress.consumed = input.given;
  } finally {
    await output.cancel().catch(() => undefined);
    await input.close();
  }
};

/** Gives pieces in slices, and remembers what it threw. */
class Slices {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #fineFrom: number;
  #piece: Uint8Array = new Uint8Array(0);
  #isDone = false;
  given = 0;
  failure: { readonly error: unknown } | undefined;

  constructor(pieces: AsyncIterable<Uint8Array>, fineFrom: number) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#fineFrom = fineFrom;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const slice = await this.#next();
          if (slice === undefined) controller.close();
          else controller.enqueue(slice);
        },
      },
      // Nothing is taken before it is needed.
      { highWaterMark: 0 },
    );
  }

  /** Whether bytes are left that the decoder did not ask for. */
  async hasMore(): Promise<boolean> {
    return (await this.#next()) !== undefined;
  }

  async close(): Promise<void> {
    if (!this.#isDone) await this.#pieces.return?.();
  }

  async #next(): Promise<Uint8Array | undefined> {
    while (this.#piece.length === 0 && !this.#isDone) {
      try {
        const next = await this.#pieces.next();
        if (next.done) this.#isDone = true;
        else this.#piece = next.value;
      } catch (error) {
        this.#isDone = true;
        this.failure = { error };
        throw error;
      }
    }
    if (this.#piece.length === 0) return undefined;
    const slice = Uint8Array.from(this.#piece.subarray(0, this.given < this.#fineFrom ? SLICE_BYTES : FINE_BYTES));
    this.#piece = this.#piece.subarray(slice.length);
    this.given += slice.length;
    return slice;
  }
}

function meaningOf(error: unknown, { isDone }: Slices): Error {
  const code = Number(/error code (\d+)$/.exec(error instanceof Error ? error.message : '')?.[1]);
  if (MEMORY_ERRORS.has(code)) return new TooLarge();
  return code === ENDS_EARLY || (Number.isNaN(code) && isDone) ? new Shortage() : new Damage('', { cause: error });
}
