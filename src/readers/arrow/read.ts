/**
 * Arrow's files and streams, a record batch at a time. A file is a stream with a magic number before it and a footer behind it, so
 * both are read from front to back.
 */
import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import { attempt } from '../attempt.js';
import { awaited } from '../awaited.js';
import { Cells, type Filled } from '../cells.js';
import { Forward } from '../forward.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { mostValueBytes, tooManyValues } from '../most-values.js';
import type { ReadRequest, Steps } from '../types.js';
import { type Arrow, type Data, type Field, loadArrow, type RecordBatch } from './library.js';
import { type ArrowMessage, type BatchHeader, MOST_BODY_BYTES, readMessage, skip } from './messages.js';
import { type LeafText, Shapes } from './values.js';

const FILE_MAGIC = 'ARROW1';
/** The magic number, filled up to eight bytes. */
const FILE_HEAD_BYTES = 8;
const MOST_ROWS = 1 << 24;
/** Lists in lists; each level is a call. */
const MOST_DEPTH = 64;
const DAMAGED = 'a record batch is damaged';

/** Reads a file or stream. @throws ItemProblem `unsupported` where the library is not installed */
export function* readArrow(request: ReadRequest): Steps {
  yield* readStream(yield* awaited(loadArrow()), request);
}

function* readStream(arrow: Arrow, request: ReadRequest): Steps {
  const { counts, source } = request;
  const forward = new Forward(source);
  const stored = (): number => source.storedBytes ?? forward.position;
  const batches = new Batches(arrow, request, stored);
  let problem: ItemProblem | undefined;
  let lost = 0;
  try {
    const filling = forward.fill(FILE_HEAD_BYTES);
    if (filling) yield filling;
    const isFile = Buffer.from(forward.peek().subarray(0, FILE_MAGIC.length)).toString('latin1') === FILE_MAGIC;
    if (isFile) forward.take(FILE_HEAD_BYTES);
    for (;;) {
      const start = forward.position;
      const message = yield* readMessage(arrow, forward, isFile && start === FILE_HEAD_BYTES);
      if (message === 'end') break;
      try {
        if (message instanceof ItemProblem) throw message;
        yield* batches.take(message);
      } catch (error) {
        if (!(error instanceof ItemProblem) || error.code === 'changed') throw error;
        problem ??= error;
        lost += forward.position - start;
        // Behind a message that is damaged nobody knows where the next one begins.
        if (message instanceof ItemProblem && message.code === 'malformed') break;
      }
      counts.bytesExamined = stored() - lost;
      counts.bytesDecoded = batches.bytes;
      counts.records = batches.rows;
    }
    if (problem === undefined) {
      // The footer of a file says again what was read.
      yield* skip(forward, Number.POSITIVE_INFINITY);
      forward.finish();
      counts.bytesExamined = stored();
    }
  } finally {
    const closing = forward.close();
    if (closing) yield closing;
  }
  if (problem !== undefined) throw problem;
}

/** Lengths of the columns of a batch: nodes are those of all fields, each before the ones in it. */
function columnLengths(fields: readonly Field[], nodes: readonly { readonly length: number }[]): (number | undefined)[] {
  let at = 0;
  return fields.map(({ type }) => {
    const length = nodes[at]?.length;
    at += nodesOf(type);
    return length;
  });
}

/** Nodes of a field; the values of a dictionary lie elsewhere. */
function nodesOf(type: Field['type']): number {
  const { children } = type as { readonly children?: readonly Field[] | null };
  return (children ?? []).reduce((sum, child) => sum + nodesOf(child.type), 1);
}

/** A way down the field path of a value, from its end. */
interface Step {
  readonly before: Step | undefined;
  readonly element: PathElement;
}

interface CellPlace {
  /** In its batch, from 0; -1 for a column's name. */
  readonly row: number;
  readonly column: number;
  /** Of values below a column. */
  readonly step: Step | undefined;
}

class Batches {
  rows = 0;
  readonly #arrow: Arrow;
  readonly #cells: Cells<CellPlace>;
  readonly #everyValue: boolean;
  readonly #storedBytes: () => number;
  /** Schema and dictionaries: the library reads ahead, so each batch is given to a reader of its own, with them before it. */
  readonly #before: Uint8Array[] = [];
  #bytesBefore = 0;
  #fields: readonly Field[] = [];
  #batch = -1;

  /** @param storedBytes bytes of the file that came so far */
  constructor(arrow: Arrow, request: ReadRequest, storedBytes: () => number) {
    this.#arrow = arrow;
    this.#storedBytes = storedBytes;
    this.#everyValue = request.everyValue === true;
    this.#cells = new Cells({ request, shape: 'column', locate: (place) => this.#locate(place) });
  }

  get bytes(): number {
    return this.#cells.bytes;
  }

  /** Takes a message. @throws ItemProblem */
  *take({ kind, bytes, batch, bodyLength }: ArrowMessage): Filled {
    if (kind === 'other') return;
    // The library gives what there is of a buffer that reaches over the end, and fills up columns that are too short.
    const isInside = ({ offset, length }: BatchHeader['buffers'][number]): boolean =>
      offset >= 0 && length >= 0 && offset + length <= bodyLength;
    if (batch?.buffers.every(isInside) === false) throw new ItemProblem('malformed', DAMAGED);
    if (kind === 'batch') {
      const lengths = columnLengths(this.#fields, batch?.nodes ?? []);
      if (lengths.some((length) => length !== batch?.length)) throw new ItemProblem('malformed', DAMAGED);
      return yield* this.#next(bytes);
    }
    for (const part of bytes) this.#bytesBefore += part.length;
    if (this.#bytesBefore > MOST_BODY_BYTES) throw new ItemProblem('limit', 'dictionaries of more than 256 MiB are not read');
    this.#before.push(...bytes.filter((part) => part.length > 0));
    if (kind === 'schema') yield* this.#schema();
  }

  *#schema(): Filled {
    this.#fields = attempt(
      'the schema is damaged',
      () => this.#arrow.RecordBatchStreamReader.from(this.#before).open().schema.fields,
    );
    const seen = new Set<string>();
    for (const [column, field] of this.#fields.entries())
      yield* this.#names([String(field.name)], field, column, undefined, seen);
    yield* this.#cells.restart();
  }

  /** Names are examined as values, each once. */
  *#names(names: readonly string[], field: Field, column: number, step: Step | undefined, seen: Set<string>): Filled {
    const key = names.join('\0');
    if (names.length > MOST_DEPTH) throw new ItemProblem('limit', 'columns that are nested more than 64 times are not read');
    if (!seen.has(key)) {
      seen.add(key);
      const filled = this.#cells.putName(this.#cells.name(names), { row: -1, column, step });
      if (filled) yield* filled;
    }
    for (const child of (field.type as { children?: readonly Field[] | null }).children ?? []) {
      const isNamed = this.#arrow.DataType.isStruct(field.type);
      const below = isNamed ? [...names, String(child.name)] : names;
      yield* this.#names(below, child, column, isNamed ? { before: step, element: String(child.name) } : step, seen);
    }
  }

  *#next(bytes: readonly Uint8Array[]): Filled {
    this.#batch++;
    if (this.#fields.length === 0) throw new ItemProblem('malformed', 'a record batch without schema');
    const messages = [...this.#before, ...bytes];
    const batch = attempt(DAMAGED, () => this.#arrow.RecordBatchStreamReader.from(messages).next().value as RecordBatch | null);
    if (batch === null) throw new ItemProblem('malformed', DAMAGED);
    if (!(batch.numRows <= MOST_ROWS)) throw new ItemProblem('limit', 'a record batch of more than 16,777,216 rows is not read');
    const shapes = new Shapes(this.#arrow, this.#everyValue);
    for (const [column, field] of this.#fields.entries()) {
      const data = batch.data.children[column] as Data | undefined;
      if (data?.length !== batch.numRows) throw new ItemProblem('malformed', DAMAGED);
      const names = [String(field.name)];
      const shape = attempt(DAMAGED, () => shapes.of(data));
      if (shape.kind === 'leaf') {
        yield* this.#column(shape.text, data, column, this.#cells.name(names));
        continue;
      }
      for (let row = 0; row < batch.numRows; row++) {
        yield* this.#value(shapes, data, row, { names, place: { row, column, step: undefined } });
      }
    }
    yield* this.#cells.restart();
    this.rows += batch.numRows;
  }

  /** A column of plain values: most are, and a generator for each of them would take longer than to scan it. */
  *#column(text: LeafText, data: Data, column: number, name: number): Filled {
    const nothing = this.#everyValue ? '' : undefined;
    const read = (row: number): ReturnType<LeafText> => (data.getValid(row) ? text(row) : nothing);
    for (let row = 0; row < data.length; row++) {
      const value = attempt(DAMAGED, () => read(row));
      if (value === undefined) continue;
      const filled = this.#cells.put(name, value, { row, column, step: undefined });
      if (filled) yield* this.#given(filled);
    }
  }

  /** Gives what is full. One long text of a dictionary can be the value of millions of rows. @throws ItemProblem `limit` */
  *#given(filled: Filled): Filled {
    yield* filled;
    if (this.#cells.bytes > mostValueBytes(this.#storedBytes())) throw tooManyValues();
  }

  *#value(
    shapes: Shapes,
    data: Data,
    index: number,
    at: { readonly names: readonly string[]; readonly place: CellPlace },
  ): Filled {
    const { names, place } = at;
    const shape = attempt(DAMAGED, () => shapes.of(data));
    const isThere = attempt(DAMAGED, () => data.getValid(index));
    if (shape.kind === 'leaf') {
      const value = isThere ? attempt(DAMAGED, () => shape.text(index)) : this.#everyValue ? '' : undefined;
      const filled = value === undefined ? undefined : this.#cells.put(this.#cells.name(names), value, place);
      if (filled) yield* this.#given(filled);
      return;
    }
    if (!isThere) return;
    if (shape.kind === 'struct') {
      for (const { name, data: child } of shape.children) {
        const step = { before: place.step, element: name };
        yield* this.#value(shapes, child, index, { names: [...names, name], place: { ...place, step } });
      }
    } else if (shape.kind === 'list') {
      const [start, end] = attempt(DAMAGED, () => shape.range(index));
      if (!(start >= 0 && end >= start && end <= shape.items.length)) throw new ItemProblem('malformed', DAMAGED);
      for (let i = start; i < end; i++) {
        const step = { before: place.step, element: i - start };
        yield* this.#value(shapes, shape.items, i, { names, place: { ...place, step } });
      }
    } else {
      const found = attempt(DAMAGED, () => shape.child(index));
      if (found !== undefined) yield* this.#value(shapes, found[0], found[1], at);
    }
  }

  #locate({ row, column, step }: CellPlace): Location {
    const name = String(this.#fields[column]!.name);
    const elements: PathElement[] = [];
    for (let at = step; at !== undefined; at = at.before) elements.push(at.element);
    elements.push(name);
    elements.reverse();
    const columnName = elements.filter((element) => typeof element === 'string').join('.');
    const header = { columnName, columnIndex: column + 1 };
    if (row < 0) return header;
    const path = step === undefined ? undefined : jsonPath(elements);
    return { rowGroup: this.#batch, row: this.rows + row + 1, ...header, ...(path !== undefined && { jsonPath: path }) };
  }
}
