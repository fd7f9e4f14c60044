/**
 * The catalogue's tables as the build has stored them (tables-format.ts): building them takes seconds, reading them milliseconds.
 * Sheets that are not covered (a user's own) make the engine build new tables.
 */
import { InternalError } from '../core/errors.js';
import type { DetectorSheet } from '../detectors/define.js';
import { CATALOGUE } from '../detectors/index.js';
import type { Automaton } from './automaton.js';
import type { KnownSheets, Program, Tables } from './compile.js';
import type { LabelWord } from './field-names.js';
import { KeywordOwners } from './keyword-owners.js';
import type { Mark } from './marks.js';
import { NumberLists } from './number-lists.js';
import { fingerprintOf, type Prepared } from './prefilter/prepared.js';
import { type AutomatonArray, bytesOf, type Piece, tablePieces } from './prefilter/tables.js';
import type { RunGates } from './run-gates.js';
import { formsOf, shapeKey } from './shapes.js';
import { type StoredBytes, storedBytes, TablesFile } from './stored-bytes.js';
import { aligned, columnBytes, restoreColumns } from './stored-columns.js';
import { StoredForms } from './stored-forms.js';
import {
  FORMAT,
  type FrontColumns,
  type GateColumns,
  type Header,
  PREFIX_BYTES,
  type Seldom,
  type StoredAutomaton,
  type StoredLate,
  type StoredMark,
  type StoredMiddle,
} from './tables-format.js';

const FILE = new URL('./catalogue.tables', import.meta.url);

/** Set by the build in what it packs: tables and sheets there are of one build, which need not be proved sheet by sheet. */
declare const IS_PACKED: true | undefined;
/** As `IS_PACKED`: the hash of the sheets, by which the tables are known to be theirs. */
declare const CATALOGUE_HASH: string | undefined;

interface Loaded extends Tables {
  readonly known: KnownSheets;
  readonly header: Header;
  readonly columns: FrontColumns;
  readonly seldom: () => Seldom;
  readonly late: (stored: StoredLate) => StoredBytes;
  /** The file up to what is large, and where its small pieces begin. */
  readonly front: Buffer;
  readonly piecesAt: number;
}

let loaded: Loaded | null | undefined;

/** The stored tables if every form and keyword of the sheets is in them. @throws InternalError where they are of another build */
export function loadTables(detectors: readonly DetectorSheet[]): Tables | undefined {
  if (loaded === undefined) loaded = readTables();
  if (loaded === null) return undefined;
  if (isPackedCatalogue(detectors)) return loaded;
  const { shapes, keywords } = loaded;
  const covered = detectors.every(
    (sheet) =>
      formsOf(sheet).every((form) => {
        const shape = shapes.shapes[shapes.index.get(shapeKey(form)) ?? -1];
        return shape !== undefined && (shape.free || form.mode === 'required');
      }) && sheet.keywords.words.every((word) => keywords.index.has(word)),
  );
  return covered ? { shapes, keywords } : undefined;
}

/** What was stored for all sheets together, if these are they. */
export function loadPrepared(program: Program): Prepared | undefined {
  if (!loaded || loaded.shapes !== program.shapes) return undefined;
  const { header, columns, front, late } = loaded;
  if (!isPackedCatalogue(program.detectors) && loaded.seldom().fingerprint !== fingerprintOf(program)) return undefined;
  let at = loaded.piecesAt;
  const pieces = header.prepared.pieces.map(([field, content]): Piece => {
    if (typeof content === 'object') return { field, content: late(content) };
    if (content < 0) return { field, content: -content };
    const bytes = front.subarray(at, at + content);
    at += content;
    return { field, content: bytes };
  });
  const { needs, tails, detectorGates, setStarts, setMembers } = columns;
  return {
    sets: new NumberLists({ starts: setStarts, members: setMembers }),
    needs,
    tails,
    gates: detectorGates,
    pieces: [...tablePieces(program, storedArray), ...pieces],
    values: header.prepared.values,
  };
}

function isPackedCatalogue(detectors: readonly DetectorSheet[]): boolean {
  if (typeof IS_PACKED === 'undefined') return false;
  return detectors.length === CATALOGUE.length && detectors.every((sheet, i) => sheet === CATALOGUE[i]);
}

function readTables(): Loaded | null {
  const file = TablesFile.open(FILE);
  if (file === undefined) return null;
  const prefix = Buffer.allocUnsafe(PREFIX_BYTES);
  file.read(prefix, 0);
  const length = prefix.readUInt32LE(0);
  const front = Buffer.allocUnsafeSlow(prefix.readUInt32LE(4));
  file.read(front, 0);
  const header = JSON.parse(front.toString('latin1', PREFIX_BYTES, PREFIX_BYTES + length)) as Header;
  if (header.format !== FORMAT) return null;
  if (typeof CATALOGUE_HASH === 'string' && header.sheets !== CATALOGUE_HASH)
    throw new InternalError('a file of this installation is of another build: catalogue.tables; install Clearset anew');
  const columnsAt = PREFIX_BYTES + aligned(length);
  const columns = restoreColumns(header.columns, front, columnsAt);
  const late = ({ at, bytes, filled }: StoredLate): StoredBytes => storedBytes(file, front.length + at, bytes, filled);
  const seldom = once(() => JSON.parse(wholeOf(late(header.seldom)).toString('latin1')) as Seldom);
  const forms = new StoredForms(columns, (shape, kind) =>
    kind === 'listed' ? header.listed[shape]! : seldomMark(kind, () => seldom().marks[shape]!),
  );
  const words = once(() => restoreColumns(header.words.table, wholeOf(late(header.words.content))));
  const sets = once(() => new NumberLists({ starts: words().setStarts, members: words().setMembers }));
  const wordSets = (): Automaton['sets'] => Array.from({ length: sets().length }, (_, set) => sets().at(set));
  return {
    shapes: {
      get shapes() {
        return lasting(
          this,
          'shapes',
          Array.from({ length: forms.shapeCount }, (_, i) => forms.shape(i)),
        );
      },
      get index() {
        return lasting(this, 'index', new Map(seldom().keys.map((key, i) => [key, i])));
      },
      fit: new LazyAutomaton(header.fit, { columns: columns.fitColumns, sets: () => seldom().sets, late }),
      get gates() {
        return lasting(this, 'gates', restoredGates(restoreColumns(header.gates.table, wholeOf(late(header.gates.content)))));
      },
    },
    keywords: {
      automaton: new LazyAutomaton(header.keywords, { columns: columns.wordColumns, sets: wordSets, late }),
      setCount: header.words.table.setStarts[1] - 1,
      get sets() {
        return sets();
      },
      get letters() {
        return words().letters;
      },
      get index() {
        return lasting(this, 'index', new Map(seldom().words));
      },
      longest: header.longest,
      longestLead: header.longestLead,
      longestWritten: header.longestWritten,
    },
    known: {
      ...header.forms,
      count: forms.count,
      form: (index) => forms.form(index),
      labels: {
        words: () => JSON.parse(wholeOf(late(header.labels.words)).toString('latin1')) as LabelWord[],
        ends: () => wholeOf(late(header.labels.ends)),
      },
      owners: () => new KeywordOwners(new NumberLists({ starts: words().ownerStarts, members: words().ownerMembers })),
    },
    header,
    columns,
    seldom,
    late,
    front,
    piecesAt: columnsAt + columnBytes(header.columns),
  };
}

/** Makes a property that was asked for a plain one: what is costly and seldom needed is made then, and once. */
function lasting<Value>(owner: object, name: string, value: Value): Value {
  Object.defineProperty(owner, name, { value, enumerable: true });
  return value;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function wholeOf(stored: StoredBytes): Buffer {
  const bytes = Buffer.alloc(stored.length);
  stored.copyTo(bytes);
  return bytes;
}

/** A mark of which all but the kind is read when somebody asks: only building does. */
function seldomMark(kind: StoredMark['kind'], read: () => StoredMark): Mark {
  if (kind === 'literal') {
    return {
      kind,
      get literals() {
        return (read() as Extract<StoredMark, { kind: 'literal' }>).literals;
      },
    };
  }
  const middle = (): StoredMiddle => read() as StoredMiddle;
  return {
    kind,
    get anchor() {
      return middle().anchor;
    },
    get run() {
      return Uint8Array.from(middle().run);
    },
    get longest() {
      return middle().longest;
    },
    get behind() {
      return Uint8Array.from(middle().behind);
    },
  };
}

/** What an automaton has beside what is stored of it. */
interface AutomatonPlace {
  readonly columns: Uint32Array;
  readonly sets: () => Automaton['sets'];
  readonly late: (stored: StoredLate) => StoredBytes;
}

/** An automaton whose large arrays stay in the file until they are asked for. */
class LazyAutomaton implements Automaton {
  readonly columns: Uint32Array;
  readonly roots: readonly number[];
  readonly firstAccept: number;
  readonly firstLeaf: number;
  readonly stateCount: number;
  readonly stored: Readonly<Record<AutomatonArray, StoredBytes>>;
  readonly #readSets: () => Automaton['sets'];

  constructor({ roots, firstAccept, firstLeaf, stateCount, next, accept }: StoredAutomaton, place: AutomatonPlace) {
    this.roots = roots;
    this.firstAccept = firstAccept;
    this.firstLeaf = firstLeaf;
    this.stateCount = stateCount;
    this.columns = place.columns;
    this.stored = { next: place.late(next), accept: place.late(accept) };
    this.#readSets = place.sets;
  }

  get sets(): Automaton['sets'] {
    return lasting(this, 'sets', this.#readSets());
  }

  get next(): Uint16Array {
    return lasting(this, 'next', this.#read('next'));
  }

  get accept(): Uint16Array {
    return lasting(this, 'accept', this.#read('accept'));
  }

  #read(name: AutomatonArray): Uint16Array {
    const numbers = new Uint16Array(this.stored[name].length / 2);
    this.stored[name].copyTo(bytesOf(numbers));
    return numbers;
  }
}

function storedArray(automaton: Automaton, name: AutomatonArray): Uint8Array | StoredBytes {
  return automaton instanceof LazyAutomaton ? automaton.stored[name] : bytesOf(automaton[name]);
}

function restoredGates({ classes, all, free, freeSeconds, ownerIds, ownerStarts, ownerMembers }: GateColumns): RunGates {
  return { classes, all, free, freeSeconds, owners: { ids: ownerIds, starts: ownerStarts, members: ownerMembers } };
}
