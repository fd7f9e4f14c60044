/**
 * Text with values that have names: cells of SQL statements and of tables in documents, elements, settings, lines of forms. The text is read as
 * any other; beside it goes a list of the values that a format knows by name, so that nothing is lost where it knows none.
 */
import type { TextEncoding } from '../core/format.js';
import {
  type Location,
  type NameList,
  type Segment,
  VALUE_ESCAPED,
  VALUE_IS_FIELD,
  VALUE_IS_NAME,
  type ValueTable,
} from '../core/segment.js';
import { decodeEscapes, type EscapeStyle } from './escapes.js';
import { openStructure, type Structure } from './structure/structure.js';
import { textSegments } from './text.js';
import type { ReadRequest, Steps } from './types.js';

/** Longest value that is listed, and how far a format looks ahead, in bytes. What is longer is free text, which no name reaches. */
const LONGEST = 16 * 1024;
/** Owned bytes of a block, unless the request says less. */
const BLOCK_BYTES = 512 * 1024;
/** Nothing can match in fewer bytes. */
export const SHORTEST = 3;

/** What of a block a format looks at. All are offsets in `bytes`. */
export interface View {
  readonly bytes: Uint8Array;
  /** Where to go on. */
  readonly from: number;
  /** What begins before it is to be looked at. */
  readonly to: number;
  /** Bytes that are there. */
  readonly length: number;
  /** Nothing comes behind them. */
  readonly isEnd: boolean;
  /** How far to look ahead of any place: then the same is seen wherever the item is cut. */
  readonly reach: number;
  /** `bytes[0]` is the beginning of the text. */
  readonly isFirst: boolean;
  /** How far to look back from `from`; as many bytes are there, unless the block is the first. */
  readonly back: number;
  /** The next colon in `[from, to)` that may end a label, by `labelEnds` and up to `back` bytes before it; or `to`. */
  nextLabel(from: number, to: number, back: number): number;
}

/** What a value that is listed has beside its name. */
export interface ValueFacts {
  /** Number for `Finder.location`; default 0. */
  readonly row?: number;
  readonly isEscaped?: boolean;
  readonly isName?: boolean;
  readonly isField?: boolean;
}

/** Where values are listed, in ascending order. */
export interface Values {
  add(start: number, end: number, name: number, facts?: ValueFacts): void;
}

/** Finds the values of one format, block by block. */
export interface Finder {
  readonly shape: 'column' | 'record';
  /** As `Segment.isSole`. */
  readonly isSole: boolean;
  /** Bytes that a value takes at least, with what separates it from the next, where no value is shorter than what is examined. Default 1. */
  readonly leastBytes?: number;
  /** Ends of labels that `View.nextLabel` looks for. @see mayEndLabel */
  readonly labelEnds?: Uint8Array;
  /** Lists values in ascending order; returns where to go on, at or behind `to`. */
  find(view: View, values: Values): number;
  /** The same list for the same id. */
  names(id: number): NameList;
  /** @param row as it was listed */
  location(id: number, row: number): Location;
  /** How the value that begins at `start` is escaped. */
  escapes(bytes: Uint8Array, start: number): EscapeStyle;
}

interface Waiting {
  readonly start: number;
  readonly end: number;
  readonly name: number;
  readonly facts: ValueFacts;
}

/** The values of the block at hand. Those that begin behind what it owns wait for the block that owns them. */
class ValueList implements Values {
  readonly #structure: Structure;
  readonly #shortest: number;
  /** Offset of the block, and where in it the owned part ends. */
  #base = 0;
  #to = 0;
  /** With offsets from the beginning of all. */
  #waiting: Waiting[] = [];
  /** Starts and rows of all values, also of those that are taken out of the table by who uses it. */
  #starts: number[] = [];
  #rows: number[] = [];
  #others = 0;

  constructor(structure: Structure, shortest: number) {
    this.#structure = structure;
    this.#shortest = shortest;
  }

  /** Whether all stand beside labels. */
  get isSparse(): boolean {
    return this.#others === 0;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Begins a block, with the values that waited for it. */
  begin(base: number, to: number): void {
    this.#base = base;
    this.#to = to;
    this.#starts = [];
    this.#rows = [];
    this.#others = 0;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { start, end, name, facts } of waiting) this.add(start - base, end - base, name, facts);
  }

  add(start: number, end: number, name: number, facts: ValueFacts = {}): void {
    if (end - start < this.#shortest) return;
    if (start >= this.#to) {
      this.#waiting.push({ start: start + this.#base, end: end + this.#base, name, facts });
      return;
    }
    const { starts, ends, names, flags } = this.#structure;
    const { count } = this;
    if (facts.isField !== true) this.#others++;
    const { row = 0, isEscaped = false, isName = false, isField = false } = facts;
    starts[count] = start;
    ends[count] = end;
    names[count] = name;
    flags[count] = (isEscaped ? VALUE_ESCAPED : 0) | (isName ? VALUE_IS_NAME : 0) | (isField ? VALUE_IS_FIELD : 0);
    this.#starts.push(start);
    this.#rows.push(row);
  }

  table(): ValueTable {
    const { starts, ends, names, flags } = this.#structure;
    return { count: this.count, starts, ends, names, flags };
  }

  /** Row of the value that begins at `start`. */
  rowAt(start: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return this.#rows[low]!;
  }
}

/** How the text is written. @see ContentFormat */
interface TextOptions {
  readonly encoding: TextEncoding;
  readonly newline?: number;
}

/** Reads a text with the values that `finder` knows by name. @throws what reading the source throws */
export function* readNamedText(request: ReadRequest, text: TextOptions, finder: Finder): Steps {
  const structure = openStructure(request.memory, request.everyValue);
  const { starts, ends, names: ids, labelEnds, wasm } = structure;
  const values = new ValueList(structure, request.everyValue ? 0 : SHORTEST);
  // All values of a block fit the table.
  const leastBytes = request.everyValue ? 1 : (finder.leastBytes ?? 1);
  const blockBytes = Math.min(request.blockBytes ?? BLOCK_BYTES, starts.length * leastBytes);
  const reach = Math.min(LONGEST, request.halo.right);
  const back = request.halo.left;
  const { bytes, blockAt } = request.memory;
  const names = (id: number): NameList => finder.names(id);
  if (finder.labelEnds !== undefined) labelEnds.set(finder.labelEnds);
  /** Offset in the span space where to go on. */
  let next = 0;
  yield* textSegments({ ...request, blockBytes }, text, (segment): Segment => {
    const { base, ownStart, ownEnd, length, isFirst, isLast: isEnd } = segment;
    values.begin(base, ownEnd);
    const from = Math.max(ownStart, next - base);
    const nextLabel: View['nextLabel'] = (at, to, bytesBefore) =>
      wasm.nextLabel(blockAt, blockAt + at, blockAt + to, blockAt + length, bytesBefore) - blockAt;
    const view = { bytes, from, to: ownEnd, length, isEnd, reach, isFirst, back, nextLabel };
    if (from < ownEnd) next = base + finder.find(view, values);
    if (values.count === 0) return segment;
    const named: Segment = {
      ...segment,
      shape: finder.shape,
      values: values.table(),
      isSole: finder.isSole,
      isSparse: values.isSparse,
      names,
      decode(index, target, at, map) {
        const start = starts[index]!;
        return decodeEscapes(finder.escapes(bytes, start), { bytes, start, end: ends[index]!, target, at }, map);
      },
      locate(offset, index) {
        const location = finder.location(ids[index]!, values.rowAt(starts[index]!));
        return { ...segment.locate(offset, -1), location };
      },
    };
    return { ...segment, named };
  });
}
