/**
 * bzip2, block by block, by the decoder inside unbzip2-stream. Not by the stream that the package is: it gathers a block in a list of
 * numbers, eight bytes each, and of a block 46 MB may come out.
 */
import { Damage, Shortage, type Unpack } from './types.js';

/** Compressed bytes that a block may take, beyond 100,000 for each level; then all of it is at hand. */
const BLOCK_MARGIN_BYTES = 25_000;
const LEVEL_BYTES = 100_000;
/** What a stream begins with. */
const HEADER_BYTES = 4;
/** Size of the pieces that come out. */
const PIECE_BYTES = 64 * 1024;

/** Reads bits; asks for more bytes when it needs them. */
type Bits = ((count: number) => number) & { readonly bytesRead: number };

/** The parts of the package that are used (its version is pinned, for it does not document them). */
interface Decoder {
  /** Returns the level. @throws where there is no stream */
  header(bits: Bits): number;
  /** Gives the bytes of a block; returns the checksum so far, or null behind the last block. @throws where it is damaged */
  decompress(bits: Bits, give: (byte: number) => void, work: Int32Array, workLength: number, checksum: number): number | null;
}
type Module<T> = { readonly default: T };

export const unpackBzip2: Unpack = async function* ({ pieces, consumed }) {
  const [{ default: decoder }, { default: bitsOf }] = (await Promise.all([
    // @ts-expect-error The package has no types.
    import('unbzip2-stream/lib/bzip2.js'),
    // @ts-expect-error The same.
    import('unbzip2-stream/lib/bit_iterator.js'),
  ])) as [Module<Decoder>, Module<(next: () => Uint8Array) => Bits>];
  const blocks = new Blocks(decoder, bitsOf);
  for await (const piece of pieces()) {
    // A source may use its buffer again.
    blocks.add(Uint8Array.from(piece));
    while (blocks.hasWhole) {
      const out = blocks.next();
      consumed(blocks.bytesRead);
      yield* out;
    }
  }
  blocks.isComplete = true;
  while (blocks.hasSome) {
    const out = blocks.next();
    consumed(blocks.bytesRead);
    yield* out;
  }
  if (blocks.isInside) throw new Shortage();
};

class Blocks {
  readonly #decoder: Decoder;
  readonly #bitsOf: (next: () => Uint8Array) => Bits;
  readonly #queue: Uint8Array[] = [];
  #arrived = 0;
  #bits: Bits | undefined;
  /** 0 between two streams. */
  #level = 0;
  #checksum = 0;
  #work = new Int32Array(0);
  /** Nothing more arrives. */
  isComplete = false;

  constructor(decoder: Decoder, bitsOf: (next: () => Uint8Array) => Bits) {
    this.#decoder = decoder;
    this.#bitsOf = bitsOf;
  }

  get bytesRead(): number {
    return this.#bits?.bytesRead ?? 0;
  }

  /** Whether the next block or header is at hand. */
  get hasWhole(): boolean {
    const needed = this.#level === 0 ? HEADER_BYTES : BLOCK_MARGIN_BYTES + LEVEL_BYTES * this.#level;
    return this.#arrived - this.bytesRead >= needed;
  }

  get hasSome(): boolean {
    return this.#arrived > this.bytesRead;
  }

  /** Whether a stream was begun and did not end. */
  get isInside(): boolean {
    return this.#level !== 0;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#queue.push(bytes);
    this.#arrived += bytes.length;
  }

  /** Reads a header, a block or an end; gives what comes out. @throws Damage, Shortage */
  next(): readonly Uint8Array[] {
    // Throws in the decoder, at the place that asks for what is not there.
    this.#bits ??= this.#bitsOf(() => this.#queue.shift()!);
    try {
      return this.#level === 0 ? this.#header(this.#bits) : this.#block(this.#bits);
    } catch (error) {
      const isShort = this.isComplete && error instanceof TypeError;
      throw isShort ? new Shortage() : new Damage('the decoder refused a block', { cause: error });
    }
  }

  #header(bits: Bits): readonly Uint8Array[] {
    this.#level = this.#decoder.header(bits);
    this.#checksum = 0;
    if (this.#work.length < LEVEL_BYTES * this.#level) this.#work = new Int32Array(LEVEL_BYTES * this.#level);
    return [];
  }

  #block(bits: Bits): readonly Uint8Array[] {
    const out: Uint8Array[] = [];
    let piece = new Uint8Array(PIECE_BYTES);
    let at = 0;
    const give = (byte: number): void => {
      if (at === PIECE_BYTES) {
        out.push(piece);
        piece = new Uint8Array(PIECE_BYTES);
        at = 0;
      }
      piece[at++] = byte;
    };
    const checksum = this.#decoder.decompress(bits, give, this.#work, LEVEL_BYTES * this.#level, this.#checksum);
    if (checksum === null) this.#level = 0;
    else this.#checksum = checksum;
    if (at > 0) out.push(piece.subarray(0, at));
    return out;
  }
}
