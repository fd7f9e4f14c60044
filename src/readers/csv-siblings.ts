/**
 * Tables in which one column says what another one holds: `setting,value`, `question,answer`. The cell of the one is one more name of
 * the cell of the other, where it stands before it in the row; what stands behind might be in another block.
 */
import { type NameList, VALUE_CONTINUED, VALUE_CONTINUES, VALUE_IS_NAME, type ValueTable } from '../core/segment.js';
import { calledList, type Given, gives, handsOn, isType, MOST_CALLED, nameIn, siblingKind, withGiven } from './siblings.js';

/** What the columns of a header say of each other; undefined where they say nothing. */
export function calledCells(header: readonly string[], newline: number): CalledCells | undefined {
  const kinds = header.map((name) => siblingKind(name.trim()));
  const first = kinds.findIndex((kind) => gives(kind) && !isType(kind));
  return first >= 0 && kinds.some((kind, column) => column > first && handsOn(kind))
    ? new CalledCells(header, kinds, newline)
    : undefined;
}

/** Follows the rows of a table, or of a range of it. Ids of names begin behind those of columns. */
class CalledCells {
  readonly #kinds: readonly number[];
  readonly #newline: number;
  readonly #lists: NameList[];
  readonly #columns: number;
  /** By column, and by what its cells are called. */
  readonly #ids: readonly Map<string, number>[];
  /** Of the row at hand. */
  #given: Given | undefined;

  constructor(header: readonly string[], kinds: readonly number[], newline: number) {
    this.#kinds = kinds;
    this.#newline = newline;
    this.#columns = header.length;
    this.#lists = [...header.map((name) => (name === '' ? [] : [name])), []];
    this.#ids = header.map(() => new Map());
  }

  names(id: number): NameList {
    return this.#lists[id] ?? [];
  }

  /** Names the cells of a block, of which `[ownStart, ownEnd)` of `bytes` is looked at for the first time. */
  name(values: ValueTable, bytes: Uint8Array, ownStart: number, ownEnd: number): void {
    const { count, starts, ends, names, flags } = values;
    let behind = ownStart;
    for (let i = 0; i < count; i++) {
      const [start, end, flag, column] = [starts[i]!, ends[i]!, flags[i]!, names[i]!];
      this.#pass(bytes, behind, start);
      behind = (flag & VALUE_CONTINUES) === 0 ? end : ownEnd;
      if (column >= this.#columns || (flag & (VALUE_IS_NAME | VALUE_CONTINUED | VALUE_CONTINUES)) !== 0) continue;
      const kind = this.#kinds[column]!;
      const name = gives(kind) ? nameIn(bytes, start, end) : undefined;
      if (name !== undefined) this.#given = withGiven(this.#given, kind, name);
      if (this.#given !== undefined && handsOn(kind)) names[i] = this.#idOf(column, kind, this.#given);
    }
    this.#pass(bytes, behind, ownEnd);
  }

  /** Passes over what stands between two cells that are listed. A cell that is too short to be one is passed over as well. */
  #pass(bytes: Uint8Array, from: number, to: number): void {
    if (this.#given === undefined) return;
    for (let at = from; at < to; at++) if (bytes[at] === this.#newline) this.#given = undefined;
  }

  #idOf(column: number, kind: number, given: Given): number {
    const { type, title, name } = given;
    const ids = this.#ids[column]!;
    const key = `${type ?? ''}\0${title ?? ''}\0${name ?? ''}`;
    const known = ids.get(key);
    if (known !== undefined || ids.size === MOST_CALLED) return known ?? column;
    const list = calledList([...this.#lists[column]!], kind, given);
    const id = list.place === undefined ? column : this.#lists.push(list) - 1;
    ids.set(key, id);
    return id;
  }
}
