/**
 * Arrow's files and streams, a record batch at a time. A file is a stream with a magic number before it and a footer behind it, so
 * both are read from front to back. Where batches come without
 * their schema or dictionaries, these are taken from where the footer says.
 */
import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import { attempt } from '../attempt.js';
import { awaited } from '../awaited.js';
import { Cells, type Filled } from '../cells.js';
import { Forward } from '../forward.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { mostSteps, mostValueBytes, tooManyBytes, tooManyValues, VALUE_STEPS } from '../most-values.js';
import type { ReadRequest, Steps } from '../types.js';
import { FileEnd, tooLongDictionaries } from './footer.js';
import { type Arrow, type Data, type Field, loadArrow, type RecordBatch, type Schema } from './library.js';
import {
  type ArrowMessage,
  type BatchHeader,
  type DictionaryHeader,
  FILE_HEAD_BYTES,
  FILE_MAGIC,
  MOST_BODY_BYTES,
  readMessage,
  skipToEnd,
} from './messages.js';
import { type LeafText, Shapes } from './values.js';

const MOST_ROWS = 1 << 24;
/** Lists in lists; each level is a call. */
const MOST_DEPTH = 64;
/** Steps of a value in lists and structs, missing or not: a generator for each takes some hundred nanoseconds. */
const NESTED_STEPS = 8;
const DAMAGED = 'a record batch is damaged';

/** Reads a file or stream. @throws ItemProblem `unsupported` where the library is not installed */
export function* readArrow(request: ReadRequest): Steps {
  yield* readStream(yield* awaited(loadArrow()), request);
}

function* readStream(arrow: Arrow, request: ReadRequest): Steps {
  const { counts, source } = request;
  let forward = new Forward(source);
  const fileEnd = new FileEnd(source);
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
      // Behind a message that is damaged nobody knows where the next one begins, and without what only the footer says they say nothing.
      let isLast = message instanceof ItemProblem && message.code === 'malformed';
      try {
        if (message instanceof ItemProblem) throw message;
        if (isFile && batches.wants(message)) {
          isLast = true;
          const next = yield* fileEnd.open(forward, message, start);
          if (next !== forward) {
            forward = next;
            continue;
          }
          if (!batches.hasSchema) yield* batches.take(fileEnd.schema);
          if (batches.wants(message)) yield* batches.takeAhead(yield* fileEnd.dictionaries(arrow, start));
          isLast = false;
        }
        if (message === 'end') break;
        yield* batches.take(message);
      } catch (error) {
        if (!(error instanceof ItemProblem) || error.code === 'changed') throw error;
        problem ??= error;
        lost += forward.position - start;
        // Batches that follow would each be decoded for next to nothing.
        if (isLast || batches.isSpent) break;
      }
      counts.bytesExamined = Math.max(0, stored() - lost);
      counts.bytesDecoded = batches.bytes;
      counts.records = batches.rows;
    }
    if (problem === undefined) {
      // The footer of a file says again what was read.
      const last = yield* skipToEnd(forward, FILE_MAGIC.length);
      forward.finish();
      counts.bytesExamined = stored();
      const isWhole = !isFile || Buffer.from(last).toString('latin1') === FILE_MAGIC;
      if (!isWhole) problem = new ItemProblem('malformed', 'the file ends before its footer does');
    }
  } finally {
    const closing = forward.close();
    if (closing) yield closing;
    fileEnd.close();
  }
  if (problem !== undefined) throw problem;
}

/** Lengths of the columns of a batch: nodes are those of all fields, each before the ones in it. */
function columnLengths(arrow: Arrow, fields: readonly Field[], nodes: BatchHeader['nodes']): (number | undefined)[] {
  let at = 0;
  return fields.map(({ type }) => {
    const length = nodes[at]?.length;
    at += nodesOf(arrow, type);
    return length;
  });
}

function childrenOf(type: Field['type']): readonly Field[] {
  return (type as { readonly children?: readonly Field[] | null }).children ?? [];
}

/** Nodes of a field; the values of a dictionary lie elsewhere. */
function nodesOf(arrow: Arrow, type: Field['type']): number {
  if (arrow.DataType.isDictionary(type)) return 1;
  return childrenOf(type).reduce((sum, child) => sum + nodesOf(arrow, child.type), 1);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
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
  /** As much was examined as may come out of the file. */
  isSpent = false;
  readonly #arrow: Arrow;
  readonly #cells: Cells<CellPlace>;
  readonly #everyValue: boolean;
  readonly #storedBytes: () => number;
  /** What `#cells.bytes` may come to in the batch at hand. */
  #mostBytes = 0;
  /** Places that were looked at, and values that were examined. */
  #steps = 0;
  #mostSteps = 0;
  /** The library reads ahead, so each batch is given to a reader of its own, with schema and dictionaries before it. */
  #schemaBytes: readonly Uint8Array[] = [];
  /** Messages of each dictionary that the schema names, by its id. */
  readonly #dictionaries = new Map<number, Uint8Array[]>();
  #dictionaryBytes = 0;
  #dictionaryIds: readonly number[] = [];
  /** Dictionaries were taken from where the footer says. */
  #isAhead = false;
  #fields: readonly Field[] | undefined;
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

  get hasSchema(): boolean {
    return this.#fields !== undefined;
  }

  /** Whether a message of a file comes without what the footer may know. */
  wants(message: ArrowMessage | 'end'): boolean {
    if (message === 'end' || message.kind === 'dictionary') return !this.hasSchema;
    if (message.kind !== 'batch') return false;
    return !this.hasSchema || (!this.#isAhead && this.#dictionaryIds.some((id) => !this.#dictionaries.has(id)));
  }

  /** Takes all dictionaries that come later, which are passed over then. @throws ItemProblem */
  *takeAhead(messages: readonly ArrowMessage[]): Filled {
    for (const message of messages) yield* this.take(message);
    this.#isAhead = true;
  }

  /** Takes a message. @throws ItemProblem */
  *take({ kind, bytes, batch, dictionary, bodyLength }: ArrowMessage): Filled {
    // The library gives what there is of a buffer that reaches over the end, and fills up columns that are too short.
    const isInside = ({ offset, length }: BatchHeader['buffers'][number]): boolean =>
      offset >= 0 && length >= 0 && offset + length <= bodyLength;
    if (batch?.buffers.every(isInside) === false) throw new ItemProblem('malformed', DAMAGED);
    if (dictionary !== undefined && !this.#isAhead) this.#addDictionary(dictionary, bytes);
    if (kind === 'schema') yield* this.#schema(bytes);
    if (kind !== 'batch') return;
    if (this.#fields === undefined) throw new ItemProblem('malformed', 'a record batch without schema');
    const lengths = columnLengths(this.#arrow, this.#fields, batch?.nodes ?? []);
    if (lengths.some((length) => length !== batch?.length)) throw new ItemProblem('malformed', DAMAGED);
    yield* this.#next(bytes, this.#fields);
  }

  /** Adds to a dictionary, or puts one into the place of another: others that name it come behind it. */
  #addDictionary({ id, isDelta }: DictionaryHeader, bytes: readonly Uint8Array[]): void {
    const known = this.#dictionaries.get(id) ?? [];
    const added = lengthOf(bytes) - (isDelta ? 0 : lengthOf(known));
    if (this.#dictionaryBytes + added > MOST_BODY_BYTES) throw tooLongDictionaries();
    this.#dictionaryBytes += added;
    if (isDelta) known.push(...bytes);
    this.#dictionaries.set(id, isDelta ? known : [...bytes]);
  }

  *#schema(bytes: readonly Uint8Array[]): Filled {
    this.#schemaBytes = bytes;
    const { fields, dictionaries } = this.#decoded(bytes);
    this.#fields = fields;
    this.#dictionaryIds = [...dictionaries.keys()];
    const seen = new Set<string>();
    for (const [column, field] of fields.entries()) yield* this.#names([String(field.name)], field, column, undefined, seen);
    yield* this.#cells.restart();
  }

  #decoded(bytes: readonly Uint8Array[]): Schema {
    try {
      return this.#arrow.RecordBatchStreamReader.from(bytes.filter(({ length }) => length > 0)).open().schema;
    } catch (error) {
      // What the library says of a type that it does not have; nothing of the file can be read without it.
      const [, type] = (error instanceof Error && /^Unrecognized type: "(\w+)"/.exec(error.message)) || [];
      if (type !== undefined)
        throw new ItemProblem('unsupported', `a file with columns of the type ${type} is not read`, { cause: error });
      throw new ItemProblem('malformed', 'the schema is damaged', { cause: error });
    }
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
    const { DataType } = this.#arrow;
    const type = DataType.isDictionary(field.type) ? field.type.dictionary : field.type;
    for (const child of childrenOf(type)) {
      const isNamed = DataType.isStruct(type);
      const below = isNamed ? [...names, String(child.name)] : names;
      yield* this.#names(below, child, column, isNamed ? { before: step, element: String(child.name) } : step, seen);
    }
  }

  *#next(bytes: readonly Uint8Array[], fields: readonly Field[]): Filled {
    this.#batch++;
    const messages = [...this.#schemaBytes, ...[...this.#dictionaries.values()].flat(), ...bytes].filter(
      ({ length }) => length > 0,
    );
    const batch = attempt(DAMAGED, () => this.#arrow.RecordBatchStreamReader.from(messages).next().value as RecordBatch | null);
    if (batch === null) throw new ItemProblem('malformed', DAMAGED);
    if (!(batch.numRows <= MOST_ROWS)) throw new ItemProblem('limit', 'a record batch of more than 16,777,216 rows is not read');
    this.#mostBytes = mostValueBytes(this.#storedBytes());
    this.#mostSteps = mostSteps(this.#storedBytes());
    let problem: ItemProblem | undefined;
    try {
      yield* this.#columns(batch, fields);
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      problem = error;
    }
    // What came before a problem stands in this batch, too, and rows that follow are counted from behind it.
    yield* this.#cells.restart();
    this.rows += batch.numRows;
    if (problem !== undefined) throw problem;
  }

  *#columns(batch: RecordBatch, fields: readonly Field[]): Filled {
    const shapes = new Shapes(this.#arrow, this.#everyValue);
    for (const [column, field] of fields.entries()) {
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
  }

  /** A column of plain values: most are, and a generator for each of them would take longer than to scan it. */
  *#column(text: LeafText, data: Data, column: number, name: number): Filled {
    this.#step(data.length);
    const nothing = this.#everyValue ? '' : undefined;
    const read = (row: number): ReturnType<LeafText> => (data.getValid(row) ? text(row) : nothing);
    for (let row = 0; row < data.length; row++) {
      const value = attempt(DAMAGED, () => read(row));
      if (value === undefined || !this.#cells.takes(value)) continue;
      this.#checkBytes(value);
      this.#step(VALUE_STEPS);
      const filled = this.#cells.put(name, value, { row, column, step: undefined });
      if (filled) yield* filled;
    }
  }

  /** One long text of a dictionary can be the value of millions of rows. @throws ItemProblem `limit` */
  #checkBytes({ length }: string | Uint8Array): void {
    if (this.#cells.bytes + length <= this.#mostBytes) return;
    this.isSpent = true;
    throw tooManyBytes('its columns');
  }

  /** Of missing values, and of those in lists of a fixed size, nothing is stored. @throws ItemProblem `limit` */
  #step(steps: number): void {
    this.#steps += steps;
    if (this.#steps <= this.#mostSteps) return;
    this.isSpent = true;
    throw tooManyValues('its columns');
  }

  *#value(
    shapes: Shapes,
    data: Data,
    index: number,
    at: { readonly names: readonly string[]; readonly place: CellPlace },
  ): Filled {
    const { names, place } = at;
    this.#step(NESTED_STEPS);
    const shape = attempt(DAMAGED, () => shapes.of(data));
    const isThere = attempt(DAMAGED, () => data.getValid(index));
    if (shape.kind === 'leaf') {
      const value = isThere ? attempt(DAMAGED, () => shape.text(index)) : this.#everyValue ? '' : undefined;
      if (value === undefined || !this.#cells.takes(value)) return;
      this.#checkBytes(value);
      this.#step(VALUE_STEPS);
      const filled = this.#cells.put(this.#cells.name(names), value, place);
      if (filled) yield* filled;
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
    const name = String(this.#fields![column]!.name);
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
