/**
 * Values that a format stores decoded (columns, binary records, spreadsheets), handed over one by one and laid side by side in
 * block memory. A full block is one segment; a value longer than a block has blocks of its own, in pieces with halo. Spans count
 * in the value, because there is no text in which it stands.
 */
import {
  type Location,
  MOST_NAMES,
  type NameList,
  type Place,
  type Segment,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_IS_NAME,
} from '../core/segment.js';
import { blockCapacity } from './blocks.js';
import { openStructure, type Structure } from './structure/structure.js';
import type { ReadRequest } from './types.js';
import { characterStartBefore, repair } from './utf8.js';

/** Nothing can match in fewer bytes. */
const SHORTEST = 3;
/** Up to this length bytes are copied one by one: a call would take longer. */
const SHORT_COPY = 32;
/** Most bytes of a UTF-16 unit in UTF-8. */
const UNIT_BYTES = 3;
/** Between two values, so that a character cut at the end of one is not completed by the next. */
const SEPARATOR = 0x0a;
const NO_NAMES: NameList = [];

/** How cells are handed on. `P` is whatever tells the reader where a value stands. */
export interface CellOptions<P> {
  readonly request: ReadRequest;
  readonly shape: 'column' | 'record';
  /** Place of a value for people; asked for only where it is listed. */
  readonly locate: (place: P, name: number) => Location;
}

/** Segments that are to be yielded before the next value is handed over. */
export type Filled = Generator<Segment, void, void>;

/** The cells of one item or range. */
export class Cells<P> {
  /** Bytes handed over, since the item began. */
  bytes = 0;
  readonly #options: CellOptions<P>;
  readonly #structure: Structure;
  readonly #block: Buffer;
  readonly #capacity: number;
  readonly #shortest: number;
  readonly #names: NameList[] = [NO_NAMES];
  readonly #ids = new Map<string, number>([['', 0]]);
  /** Of each value in the block: whoever scans it may leave values out of the table. */
  readonly #starts: Uint32Array;
  #places: P[] = [];
  #count = 0;
  #length = 0;
  /** Bytes in the blocks before this one, since `restart`. */
  #base = 0;

  constructor(options: CellOptions<P>) {
    const { memory, everyValue } = options.request;
    this.#options = options;
    this.#structure = openStructure(memory, everyValue);
    this.#block = Buffer.from(memory.memory.buffer, memory.blockAt, memory.bytes.length);
    this.#capacity = blockCapacity(options.request);
    this.#shortest = everyValue ? 0 : SHORTEST;
    this.#starts = new Uint32Array(this.#structure.starts.length);
  }

  /** Id of a column's name or of the names on a field path. Those beyond what an item may have are nameless. */
  name(names: NameList): number {
    const key = names.join('\0');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#names.length === MOST_NAMES) return 0;
    const id = this.#names.push(names) - 1;
    this.#ids.set(key, id);
    return id;
  }

  /** Whether it is long enough that something can match in it; else `put` does nothing. */
  takes(value: string | Uint8Array): boolean {
    return value.length >= this.#shortest;
  }

  /**
   * Takes a value: text, or bytes of it, which are read at once. What is not UTF-8 in them becomes 0x00.
   * @param flags `VALUE_IS_NAME` for a name that is examined as a value
   * @returns segments to be yielded, where the block is full; the value is taken when they are
   */
  put(name: number, value: string | Uint8Array, place: P, flags = 0): Filled | undefined {
    if (!this.takes(value)) return undefined;
    const most = typeof value === 'string' ? value.length * UNIT_BYTES : value.length;
    if (this.#length + most >= this.#capacity || this.#count === this.#starts.length) {
      return this.#make(name, typeof value === 'string' ? Buffer.from(value) : value, place, flags);
    }
    this.#take(name, value, place, flags);
    return undefined;
  }

  /** Takes a name as a value: nothing names it, but where it stands. */
  putName(name: number, place: P): Filled | undefined {
    const text = this.#names[name]!.at(-1) ?? '';
    return this.put(name, text, place, VALUE_IS_NAME);
  }

  /** What is left in the block. */
  *flush(): Filled {
    if (this.#count === 0) return;
    const [count, length] = [this.#count, this.#length];
    repair(this.#block, 0, length);
    const { starts, ends, names, flags } = this.#structure;
    yield this.#segment({
      length,
      ownStart: 0,
      ownEnd: length,
      values: { count, starts, ends, names, flags },
      locate: this.#locator(),
    });
    this.#base += length;
    this.#clear();
  }

  /** What is left, at a place that any reader of a range comes by: what follows does not depend on what came before. */
  *restart(): Filled {
    yield* this.flush();
    this.#base = 0;
  }

  /** Makes room for a value and takes it. */
  *#make(name: number, value: Uint8Array, place: P, flags: number): Filled {
    yield* this.flush();
    if (value.length < this.#capacity) this.#take(name, value, place, flags);
    else yield* this.#pieces(name, value, place, flags);
  }

  #take(name: number, value: string | Uint8Array, place: P, flags: number): void {
    const { starts, ends, names, flags: allFlags } = this.#structure;
    const index = this.#count++;
    const start = this.#length;
    const end = start + this.#write(value, start);
    starts[index] = this.#starts[index] = start;
    ends[index] = end;
    names[index] = name;
    allFlags[index] = flags;
    this.#places.push(place);
    this.#block[end] = SEPARATOR;
    this.#length = end + 1;
    this.bytes += end - start;
  }

  /** Returns the bytes written. */
  #write(value: string | Uint8Array, at: number): number {
    const block = this.#block;
    if (typeof value !== 'string') {
      if (value.length > SHORT_COPY) block.set(value, at);
      else for (let i = 0; i < value.length; i++) block[at + i] = value[i]!;
      return value.length;
    }
    if (value.length > SHORT_COPY) return block.write(value, at);
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 0x7f) return block.write(value, at);
      block[at + i] = unit;
    }
    return value.length;
  }

  /** A value longer than the block, as `values.ts` cuts them: what a piece owns ends a right halo before its block does. */
  *#pieces(name: number, value: Uint8Array, place: P, flags: number): Filled {
    const { halo } = this.#options.request;
    const { starts, ends, names, flags: allFlags } = this.#structure;
    const block = this.#block;
    const lines = linesOf(value);
    let at = 0;
    let from = 0;
    for (;;) {
      const isLast = value.length - at <= this.#capacity;
      const length = isLast ? value.length - at : characterStartBefore(value, at, at + this.#capacity) - at;
      block.set(value.subarray(at, at + length));
      repair(block, 0, length);
      const ownEnd = isLast ? length : Math.max(from, characterStartBefore(block, 0, length - halo.right));
      const pieceAt = at;
      starts[0] = 0;
      ends[0] = length;
      names[0] = name;
      allFlags[0] = flags | (at > 0 ? VALUE_CONTINUED : 0) | (isLast ? 0 : VALUE_CONTINUES);
      yield this.#segment({
        length,
        pieceAt,
        ownStart: from,
        ownEnd,
        values: { count: 1, starts, ends, names, flags: allFlags },
        locate: (offset) => ({ ...lines(pieceAt + offset), location: this.#options.locate(place, name) }),
      });
      if (isLast) break;
      const next = characterStartBefore(block, 0, Math.max(0, ownEnd - halo.left));
      at += next;
      from = ownEnd - next;
    }
    this.#base += value.length;
    this.bytes += value.length;
  }

  #clear(): void {
    this.#places = [];
    this.#count = 0;
    this.#length = 0;
  }

  #segment(
    part: Pick<Segment, 'length' | 'pieceAt' | 'ownStart' | 'ownEnd' | 'locate'> & Required<Pick<Segment, 'values'>>,
  ): Segment {
    const { shape } = this.#options;
    return { shape, spanSpace: 'value', base: this.#base, isFirst: true, isLast: true, names: this.#nameList, ...part };
  }

  readonly #nameList = (id: number): NameList => this.#names[id] ?? NO_NAMES;

  #locator(): Segment['locate'] {
    const { starts, ends, names } = this.#structure;
    const places = this.#places;
    const count = this.#count;
    let lines: (offset: number) => Omit<Place, 'location'>;
    let last = -1;
    return (offset, valueIndex) => {
      const start = starts[valueIndex]!;
      if (start !== last) lines = linesOf(this.#block.subarray(start, ends[valueIndex]));
      last = start;
      const place = places[indexOf(this.#starts, count, start)]!;
      return { ...lines(offset - start), location: this.#options.locate(place, names[valueIndex]!) };
    };
  }
}

/** Line and column in a value, both from 1. Offsets must not go back by much: what lies before the last one is not counted again. */
function linesOf(value: Uint8Array): (offset: number) => Omit<Place, 'location'> {
  let [at, line, column] = [0, 1, 1];
  return (offset) => {
    if (offset < at) [at, line, column] = [0, 1, 1];
    for (; at < offset; at++) {
      const byte = value[at]!;
      if (byte === 0x0a) {
        line++;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80) {
        column++;
      }
    }
    return { line, column };
  };
}

/** Index of `start` in the first `count` of ascending `starts`. */
function indexOf(starts: Uint32Array, count: number, start: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
