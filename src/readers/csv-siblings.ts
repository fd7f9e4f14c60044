/**
 * Tables in which one column says what another one holds: `setting,value`, `question,answer`. The cell of the one is one more name of
 * the cell of the other, where it stands before it in the row; what stands behind might be in another block.
 */
import { type NameList, VALUE_CONTINUED, VALUE_CONTINUES, VALUE_IS_NAME, type ValueTable } from '../core/segment.js';
import { calledList, type Given, gives, handsOn, isType, LONGEST_BYTES, nameIn, siblingKind, withGiven } from './siblings.js';

/** Cells that are kept: those that were met lately. A power of two. */
const MOST_KEPT = 4096;
/**
 * Ids and cells that are kept from block to block; with more, all are forgotten, and ids begin anew. With those of the densest block, one
 * in eight bytes of 512 KiB, they stay below `MOST_NAMES`.
 */
const MOST_IDS = 32_768;
/** Nothing can match in a shorter cell. */
const SHORTEST = 3;
/** Of FNV-1a. */
const FNV_PRIME = 0x01000193;

/** What the columns of a header say of each other; undefined where they say nothing. */
export function calledCells(header: readonly string[], newline: number): CalledCells | undefined {
  const kinds = header.map((name) => siblingKind(name.trim()));
  const first = kinds.findIndex((kind) => gives(kind) && !isType(kind));
  return first >= 0 && kinds.some((kind, column) => column > first && handsOn(kind))
    ? new CalledCells({ header, kinds, first, newline })
    : undefined;
}

interface Header {
  readonly header: readonly string[];
  readonly kinds: readonly number[];
  /** The first column of names or titles. */
  readonly first: number;
  readonly newline: number;
}

/** Follows the rows of a table, or of a range of it. Ids of names begin behind those of columns. */
class CalledCells {
  readonly #kinds: readonly number[];
  readonly #first: number;
  readonly #newline: number;
  readonly #columns: number;
  /** Of the columns, and behind them of what cells are called. */
  #lists: NameList[];
  /** By column, and by the cells before it as they are written: a table repeats them, and to ask what they say takes long. */
  readonly #ids: readonly Map<string, number>[];
  #names: (id: number) => NameList;
  /** Cells that were met lately, by hash: most come again, and to make a text of each takes longer than all else. */
  readonly #cells: (string | undefined)[] = new Array<string | undefined>(MOST_KEPT).fill(undefined);
  /** Cells of the row at hand that may be names: that of the first column of names, others with their column before them. Empty where there are none. */
  #written = '';

  constructor({ header, kinds, first, newline }: Header) {
    this.#kinds = kinds;
    this.#first = first;
    this.#newline = newline;
    this.#columns = header.length;
    this.#lists = [...header.map((name) => (name === '' ? [] : [name])), []];
    this.#ids = header.map(() => new Map());
    this.#names = namesIn(this.#lists);
  }

  /** Names of the ids; another function where they begin anew. */
  get names(): (id: number) => NameList {
    return this.#names;
  }

  /** Names the cells of a block, of which `[ownStart, ownEnd)` of `bytes` is looked at for the first time. */
  name(values: ValueTable, bytes: Buffer, ownStart: number, ownEnd: number): void {
    if (this.#ids.reduce((sum, { size }) => sum + size, 0) > MOST_IDS) this.#renew();
    const { count, starts, ends, names, flags } = values;
    const kinds = this.#kinds;
    let behind = ownStart;
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const end = ends[i]!;
      const flag = flags[i]!;
      const column = names[i]!;
      if (this.#written !== '') this.#pass(bytes, behind, start);
      behind = (flag & VALUE_CONTINUES) === 0 ? end : ownEnd;
      if (column >= this.#columns || (flag & (VALUE_IS_NAME | VALUE_CONTINUED | VALUE_CONTINUES)) !== 0) continue;
      const kind = kinds[column]!;
      if (kind === 0) continue;
      if (gives(kind) && end - start <= LONGEST_BYTES) {
        const cell = this.#cellOf(bytes, start, end);
        if (cell === '') continue;
        this.#written = column === this.#first && this.#written === '' ? cell : `${this.#written}\0${column}\0${cell}`;
      } else if (this.#written !== '' && handsOn(kind) && end - start >= SHORTEST) names[i] = this.#idOf(column, kind);
    }
    if (this.#written !== '') this.#pass(bytes, behind, ownEnd);
  }

  /** The bytes of a cell as text; empty where they hold what separates cells in `#written`, which no name does. */
  #cellOf(bytes: Buffer, start: number, end: number): string {
    let hash = 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
    const slot = (hash ^ (hash >>> 15)) & (MOST_KEPT - 1);
    const kept = this.#cells[slot];
    if (kept !== undefined && isWritten(kept, bytes, start, end)) return kept;
    const cell = bytes.toString('latin1', start, end);
    if (cell.includes('\0')) return '';
    this.#cells[slot] = cell;
    return cell;
  }

  /** Passes over what stands between two cells that are listed. A cell that is too short to be one is passed over as well. */
  #pass(bytes: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at++) if (bytes[at] === this.#newline) this.#written = '';
  }

  #renew(): void {
    for (const ids of this.#ids) ids.clear();
    this.#lists = this.#lists.slice(0, this.#columns + 1);
    this.#names = namesIn(this.#lists);
  }

  #idOf(column: number, kind: number): number {
    const ids = this.#ids[column]!;
    const known = ids.get(this.#written);
    if (known !== undefined) return known;
    const list = calledList([...this.#lists[column]!], kind, this.#given());
    const id = list.place === undefined ? column : this.#lists.push(list) - 1;
    ids.set(this.#written, id);
    return id;
  }

  /** What the cells before say. */
  #given(): Given | undefined {
    let given: Given | undefined;
    const [first = '', ...others] = this.#written.split('\0');
    for (const [column, written] of [[this.#first, first] as const, ...pairsOf(others)]) {
      const cell = Buffer.from(written, 'latin1');
      const name = nameIn(cell, 0, cell.length);
      if (name !== undefined) given = withGiven(given, this.#kinds[column]!, name);
    }
    return given;
  }
}

function namesIn(lists: readonly NameList[]): (id: number) => NameList {
  return (id) => lists[id] ?? [];
}

/** Columns, and what is written in them. */
function pairsOf(parts: readonly string[]): (readonly [number, string])[] {
  return parts.flatMap((part, i) => (i % 2 === 0 ? [[Number(part), parts[i + 1]!] as const] : []));
}

/** Whether `text` is what `bytes[start, end)` are in Latin-1. */
function isWritten(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
