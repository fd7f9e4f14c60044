/**
 * Parquet: row group by row group, and in each column by column, a page at a time. Columns in which nothing can match are not
 * read at all. What is wrong with one column, or too much in it, is said at the end; the others are examined all the same.
 */
import type { ByteRange } from '../../core/format.js';
import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import { awaited } from '../awaited.js';
import { Cells, type Filled } from '../cells.js';
import { jsonPath } from '../json-path.js';
import { mostSteps, mostValueBytes, tooManyBytes, tooManyValues, VALUE_STEPS } from '../most-values.js';
import { partsOf } from '../parts.js';
import { positional } from '../positional.js';
import type { ReadRequest, StepReader, Steps } from '../types.js';
import { valueAt } from './byte-arrays.js';
import { type Chunk, type Footer, type Group, isRead, readFooter } from './footer.js';
import type { Leaf } from './leaves.js';
import { loadLibrary, type ParquetLibrary } from './library.js';
import { type Dictionary, type Page, pagesOf } from './pages.js';
import { ownBytes, ownSteps, sharesOf } from './shares.js';
import { type ValueText, valueTexts } from './values.js';
import { Window } from './window.js';

/** A far source of this size is read from front to back: requests for parts of it would take longer. */
const MOST_STREAMED_BYTES = 1 << 20;

/** Where a value stands: a number that holds row and column, and what else there is where it is in a list. */
type CellPlace = number | { readonly place: number; readonly indexes: readonly number[] };

/** The reader, with the library that it needs. */
export async function loadParquet(): Promise<StepReader> {
  const library = await loadLibrary();
  return (request) => readParquet(library, request);
}

/** Reads a file, or the row groups that begin in a range of it. */
function* readParquet(library: ParquetLibrary, request: ReadRequest): Steps {
  let source = request.source;
  const isNear = source.readAt !== undefined;
  if (!isNear && (source.slice === undefined || source.byteLength! <= MOST_STREAMED_BYTES)) {
    source = yield* awaited(positional(source));
  }
  try {
    const read = partsOf(source);
    const footer = yield* readFooter(library, read, source.byteLength!, request.everyValue === true);
    yield* new FileReader(library, { ...request, source }, footer).read(new Window(read));
  } finally {
    if (source !== request.source) source.close();
  }
}

class FileReader {
  readonly #library: ParquetLibrary;
  readonly #request: ReadRequest;
  readonly #footer: Footer;
  readonly #range: ByteRange;
  readonly #cells: Cells<CellPlace>;
  readonly #names: readonly number[];
  /** Bytes of values that each row group may give, and steps. */
  readonly #shares: readonly number[];
  readonly #stepShares: readonly number[];
  /** What `#cells.bytes` may come to in the column at hand. */
  #mostBytes = 0;
  /** Bytes of pages, and what they may come to: values in which nothing can match are not among the cells. */
  #pageBytes = 0;
  #mostPageBytes = 0;
  #steps = 0;
  #mostSteps = 0;
  #group: Group | undefined;
  /** Rows of the file before the range. */
  #rowsBefore = 0;
  #problem: ItemProblem | undefined;
  /** Stored bytes that were not examined because of it. */
  #lost = 0;

  constructor(library: ParquetLibrary, request: ReadRequest, footer: Footer) {
    const { source, range } = request;
    this.#library = library;
    this.#request = request;
    this.#footer = footer;
    this.#range = range ?? { start: 0, end: source.byteLength! };
    this.#cells = new Cells({ request, shape: 'column', locate: (place) => this.#locate(place) });
    this.#names = footer.leaves.map(({ names }) => this.#cells.name(names));
    this.#shares = sharesOf(footer.groups, mostValueBytes(source.byteLength!));
    this.#stepShares = sharesOf(footer.groups, mostSteps(source.byteLength!));
  }

  *read(window: Window): Steps {
    const { counts } = this.#request;
    const { start, end } = this.#range;
    const groups = this.#footer.groups.filter((group) => group.start >= start && group.start < end);
    this.#rowsBefore = groups[0]?.firstRow ?? 0;
    if (start === 0) yield* this.#columnNames();
    for (const group of groups) {
      this.#group = group;
      const share = this.#shares[group.index]!;
      const [mostOfCells, mostOfPages] = [this.#cells.bytes + share, this.#pageBytes + share];
      const steps = this.#stepShares[group.index]!;
      const mostOfSteps = this.#steps + steps;
      for (const chunk of group.chunks) {
        this.#mostBytes = Math.max(mostOfCells, this.#cells.bytes + ownBytes(chunk));
        this.#mostPageBytes = Math.max(mostOfPages, this.#pageBytes + ownBytes(chunk));
        this.#mostSteps = Math.max(mostOfSteps, this.#steps + ownSteps(group, steps));
        yield* this.#chunk(chunk, window);
        counts.bytesExamined = Math.max(counts.bytesExamined, Math.min(chunk.end, end) - start - this.#lost);
        counts.bytesDecoded = this.#cells.bytes;
      }
      // What is looked at of a column must not depend on which row groups were read before.
      yield* this.#cells.restart();
      counts.records += group.rows;
    }
    counts.bytesExamined = Math.max(0, end - start - this.#lost);
    if (this.#problem !== undefined) throw this.#problem;
  }

  /** Names are examined as values, each once: those of what holds columns come with the first of these. */
  *#columnNames(): Filled {
    const seen = new Set<string>();
    for (const { index, names } of this.#footer.leaves) {
      for (let length = 1; length <= names.length; length++) {
        const part = names.slice(0, length);
        const key = part.join('\0');
        if (seen.has(key)) continue;
        seen.add(key);
        const filled = this.#cells.putName(this.#cells.name(part), -1 - index);
        if (filled) yield* filled;
      }
    }
    yield* this.#cells.restart();
  }

  /** One column of the row group at hand. */
  *#chunk(chunk: Chunk, window: Window): Steps {
    const { leaf, problem } = chunk;
    if (problem !== undefined) this.#lose(problem, chunk.end - chunk.start);
    if (!isRead(chunk)) return;
    const rows = new Rows(leaf);
    // Of a value in lists the index on each level is kept.
    const stepsOfPlace = 1 + leaf.maxRepetition;
    const onUnpack = (bytes: number, places: number): void => this.#unpack(bytes, places * stepsOfPlace);
    try {
      for (const step of pagesOf(this.#library, chunk, window, onUnpack)) {
        if (step instanceof Promise) yield step;
        else yield* this.#page(leaf, step, rows);
      }
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      // A source that cannot be read is the end of all columns.
      if (!OF_ONE_COLUMN.has(error.code)) throw error;
      this.#lose(error, chunk.end - chunk.start);
    }
  }

  /** Before a page is unpacked: behind a row group that is spent, each of many columns could ask for a page of 128 MiB. */
  #unpack(bytes: number, steps: number): void {
    this.#pageBytes += bytes;
    if (this.#pageBytes > this.#mostPageBytes) throw tooManyBytes('a column');
    this.#step(steps);
  }

  #step(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#mostSteps) throw tooManyValues('a column');
  }

  #lose(problem: ItemProblem, bytes: number): void {
    this.#problem ??= problem;
    this.#lost += bytes;
  }

  *#page(leaf: Leaf, page: Page, rows: Rows): Filled {
    const { everyValue = false } = this.#request;
    const { count, definition, values, dictionary } = page;
    const text =
      dictionary === undefined ? valueTexts(leaf, values, everyValue) : indexedTexts(leaf, page, dictionary, everyValue);
    const name = this.#names[leaf.index]!;
    const columns = this.#footer.leaves.length;
    const cells = this.#cells;
    const stepsOfValue = VALUE_STEPS + leaf.maxRepetition;
    rows.enter(page);
    let present = 0;
    for (let i = 0; i < count; i++) {
      rows.next(i);
      const level = definition === undefined ? leaf.maxDefinition : definition[i]!;
      let value: string | Uint8Array | undefined;
      if (level === leaf.maxDefinition) value = text(present++);
      // A missing value is an empty one to a profile; an empty list has none.
      else if (everyValue && level === leaf.maxDefinition - 1) value = '';
      if (value === undefined || !cells.takes(value)) continue;
      // Not behind the page only: millions of its values may be one long text of the dictionary. Nor behind a block: of what size these are must not show.
      if (cells.bytes + value.length > this.#mostBytes) throw tooManyBytes('a column');
      this.#step(stepsOfValue);
      const filled = cells.put(name, value, rows.place(columns));
      if (filled) yield* filled;
    }
  }

  #locate(cell: CellPlace): Location {
    const place = typeof cell === 'number' ? cell : cell.place;
    const columns = this.#footer.leaves.length;
    const column = place < 0 ? -1 - place : place % columns;
    const leaf = this.#footer.leaves[column]!;
    const header = { columnName: leaf.names.join('.'), columnIndex: column + 1 };
    if (place < 0) return header;
    const { index, firstRow } = this.#group!;
    const row = firstRow - this.#rowsBefore + Math.floor(place / columns) + 1;
    const path = leaf.pathOf?.(typeof cell === 'number' ? [] : cell.indexes);
    return { rowGroup: index, row, ...header, ...(path !== undefined && { jsonPath: jsonPath(path) }) };
  }
}

/** What is wrong with one column, which leaves the others as they are: other workers, too, read theirs. */
const OF_ONE_COLUMN: ReadonlySet<ItemProblem['code']> = new Set(['malformed', 'unsupported', 'encrypted', 'limit']);

/** Follows the rows of a column chunk, and in lists the index on each level. */
class Rows {
  readonly #leaf: Leaf;
  readonly #indexes: number[];
  #repetition: Uint8Array | undefined;
  #row = -1;

  constructor(leaf: Leaf) {
    this.#leaf = leaf;
    this.#indexes = new Array<number>(leaf.maxRepetition).fill(0);
  }

  enter({ repetition }: Page): void {
    this.#repetition = repetition;
  }

  next(i: number): void {
    const level = this.#repetition === undefined ? 0 : this.#repetition[i]!;
    if (level === 0) this.#row++;
    if (this.#indexes.length === 0) return;
    if (level === 0) this.#indexes.fill(0);
    else {
      this.#indexes[level - 1]!++;
      this.#indexes.fill(0, level);
    }
  }

  place(columns: number): CellPlace {
    const place = Math.max(0, this.#row) * columns + this.#leaf.index;
    return this.#indexes.length === 0 ? place : { place, indexes: [...this.#indexes] };
  }
}

/** Entries of a dictionary of which the texts are kept: a larger one is seldom asked for the same again. */
const MOST_KEPT_TEXTS = 65_536;

/** Texts of values that are indexes in a dictionary; each of a small one is made to text once. */
function indexedTexts(leaf: Leaf, { values }: Page, { values: entries }: Dictionary, everyValue: boolean): ValueText {
  const text = valueTexts(leaf, entries, everyValue);
  const indexes = valueAt(values) as (index: number) => number;
  const kept = entries.length > MOST_KEPT_TEXTS ? undefined : new Array<ReturnType<ValueText> | null>(entries.length).fill(null);
  return (index) => {
    const entry = indexes(index);
    if (entry >= entries.length) throw new ItemProblem('malformed', 'a page names a value that its dictionary does not have');
    if (kept === undefined) return text(entry);
    let found = kept[entry];
    if (found === null) {
      found = text(entry);
      kept[entry] = found;
    }
    return found;
  };
}
