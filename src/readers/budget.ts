/**
 * How much may come out of one stored item, counted over all that is packed in it: a few kilobytes can be written that unpack to
 * petabytes, or to themselves without end. Counted in bytes, members and levels, never in time, so that the same input ends at the
 * same place on every machine.
 */
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';
import { nested, nesting } from './nesting.js';

export interface UnpackLimits {
  /** Bytes that come out of decompression. */
  readonly bytes: number;
  /** The same for each stored byte; asked of items of which more than 64 MiB come out. */
  readonly ratio: number;
  /** Members of archives, those of archives in archives included. */
  readonly members: number;
  /** Levels of compression and archives around a member. */
  readonly depth: number;
}

/**
 * Bytes: shards of data sets stay far below 100 GiB, which take some ten minutes at 200 MB/s. Ratio: text compresses by 3 to 30,
 * machines' logs by up to 200; gzip of zeros reaches 1,030. Members: what file systems and shards hold in one place. Depth: more
 * levels than anyone writes by intent.
 */
export const DEFAULT_UNPACK: UnpackLimits = { bytes: 100 * 2 ** 30, ratio: 1000, members: 1_000_000, depth: 8 };

/** Bytes that come out of any item, however well it is compressed. */
const ANY_RATIO_BYTES = 64 * 2 ** 20;

/** One is made for each stored item. */
export class Budget {
  readonly #limits: UnpackLimits;
  /** Undefined where the item's length is not known: then, what has come of it counts. */
  readonly #storedBytes: number | undefined;
  readonly #onWork: () => void;
  #arrived = 0;
  #bytes = 0;
  #members = 0;
  #reason: string | undefined;

  /** @param onWork called whenever bytes come; what it throws ends the unpacking */
  constructor(limits: UnpackLimits, storedBytes: number | undefined, onWork: () => void = () => undefined) {
    this.#limits = limits;
    this.#storedBytes = storedBytes;
    this.#onWork = onWork;
  }

  /** Whether it is used up, so that nothing more of the item is unpacked. */
  get isSpent(): boolean {
    return this.#reason !== undefined;
  }

  /** Bytes of the item that have come; 0 where its length is known. */
  get arrived(): number {
    return this.#arrived;
  }

  /** Counts bytes that came out. @throws ItemProblem `limit` */
  spend(bytes: number): void {
    this.#onWork();
    this.#bytes += bytes;
    const { bytes: most, ratio } = this.#limits;
    if (this.#bytes > most) this.#reason ??= `more than ${most.toLocaleString('en')} bytes come out of it`;
    const stored = this.#storedBytes ?? this.#arrived;
    if (this.#bytes > ANY_RATIO_BYTES && this.#bytes > stored * ratio)
      this.#reason ??= `more than ${ratio.toLocaleString('en')} times its size comes out of it`;
    this.check();
  }

  /** Counts a member. @throws ItemProblem `limit` */
  countMember(): void {
    this.#members++;
    const { members: most } = this.#limits;
    if (this.#members > most) this.#reason ??= `it has more than ${most.toLocaleString('en')} members`;
    this.check();
  }

  /** @throws ItemProblem `limit` where it is used up */
  check(): void {
    if (this.#reason !== undefined) throw new ItemProblem('limit', `${this.#reason}; the rest is not unpacked`);
  }

  /** Whether what is in `outer` may be unpacked. @throws ItemProblem `limit` where that is too deep */
  checkDepth(outer: ByteSource): void {
    const { depth: most } = this.#limits;
    if (nesting(outer) >= most)
      throw new ItemProblem('limit', `packed in more than ${most} levels; what is deeper is not unpacked`);
  }

  /** Notes that `inner` is one level deeper than `outer`, and returns it. @throws as `checkDepth` */
  enter(inner: ByteSource, outer: ByteSource): ByteSource {
    this.checkDepth(outer);
    return nested(inner, nesting(outer) + 1);
  }

  /** The item as stored, counted while it comes. */
  watch(stored: ByteSource): ByteSource {
    if (this.#storedBytes !== undefined) return stored;
    const counted: ByteSource = {
      stream: () => this.#counted(stored.stream()),
      ...(stored.verify && { verify: () => stored.verify!() }),
      close: () => stored.close(),
    };
    return nested(counted, nesting(stored));
  }

  async *#counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
    for await (const piece of pieces) {
      this.#onWork();
      this.#arrived += piece.length;
      yield piece;
    }
  }
}
