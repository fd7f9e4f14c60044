/**
 * The catalogue's tables as a file that the build makes: building them takes seconds, reading them milliseconds. The file
 * is a header in JSON with the shapes and keywords that it knows, then small tables and what the prefilter is given when all
 * sheets run, at the end the large tables. Those are read only by who needs them (stored-bytes.ts). Sheets that are not covered
 * (a user's own) make the engine build new tables.
 */
import { BOUNDARY_NAMES, type BoundaryName } from '../core/boundary.js';
import type { DetectorSheet } from '../detectors/define.js';
import { CATALOGUE } from '../detectors/index.js';
import type { Automaton } from './automaton.js';
import type { Program, Tables } from './compile.js';
import type { LiteralMark, Mark, MiddleMark } from './marks.js';
import { fingerprintOf, type Prepared } from './prefilter/prepared.js';
import { bytesOf, type LayoutField, type Piece, tablePieces } from './prefilter/tables.js';
import type { RunGates } from './run-gates.js';
import { formsOf, type Shape, shapeKey } from './shapes.js';
import { filledParts, filledRanges, type Ranges, type StoredBytes, storedBytes, TablesFile } from './stored-bytes.js';

/** Changes whenever the meaning of the file or the way tables are built changes. */
const FORMAT = 'clearset-tables-19';
const FILE = new URL('./catalogue.tables', import.meta.url);

/** Set by the build in what it packs: tables and sheets there are of one build, which need not be proved at each start. */
declare const IS_PACKED: true | undefined;

interface Header {
  readonly format: string;
  /** By index: the shape's key, from which pattern and boundary are read, and what was derived. */
  readonly shapes: readonly StoredShape[];
  /** Shape of each form of the catalogue. */
  readonly formShapes: readonly number[];
  /** What only sheets need that are not just those of the catalogue, and building: text of `Seldom`. */
  readonly seldom: StoredLate;
  readonly letters: readonly number[];
  readonly longest: number;
  readonly longestLead: number;
  readonly longestWritten: number;
  /** Bytes of each array of the run gates, which stand behind the automata. */
  readonly gates: readonly number[];
  readonly fit: StoredAutomaton;
  readonly keywords: StoredAutomaton;
  readonly keywordSets: Automaton['sets'];
  readonly prepared: StoredPrepared;
}

/** Read when it is first asked for. */
interface Seldom {
  readonly words: readonly (readonly [word: string, keyword: number])[];
  /** Of the fit. */
  readonly sets: Automaton['sets'];
  /** Of all sheets (`fingerprintOf`). */
  readonly fingerprint: string;
  /** Those of one shape after the other. */
  readonly literals: readonly (readonly LiteralMark[])[];
}

/** A large array: where its filled parts begin, counted from the first of all large ones. */
interface StoredLate {
  readonly at: number;
  readonly bytes: number;
  readonly filled: Ranges;
}

/** What all sheets together make, without the tables themselves: pieces stand behind the arrays, in this order. */
interface StoredPrepared extends Pick<Prepared, 'sets' | 'values'> {
  readonly gates: readonly number[];
  /** Bytes of a piece, negative for one that starts empty and is not stored; or where it stands if it is large. */
  readonly pieces: readonly (readonly [field: LayoutField, content: number | StoredLate])[];
}

type StoredShape = readonly [key: string, longest: number, flags: number, mark?: StoredMark];
/** Flags of bytes cannot stand in JSON as they are; literals, which only building needs, by their place in `Seldom`. */
type StoredMark =
  | number
  | Exclude<Mark, { kind: 'middle' | 'literal' }>
  | (Omit<MiddleMark, 'run' | 'behind'> & { readonly run: readonly number[]; readonly behind: readonly number[] });

const UNBOUNDED = 1;
const ENDS_KNOWN = 2;
const FREE = 4;

/** An automaton without its arrays: columns and accept stand behind the header, `next` at the end of the file. */
interface StoredAutomaton extends Pick<Automaton, 'roots' | 'firstAccept' | 'firstLeaf' | 'stateCount'> {
  readonly next: StoredLate;
}

/** Bytes in front of the header: its length, and that of all up to the large tables. */
const PREFIX_BYTES = 8;
/** Pieces from that size on stand with the large tables. */
const LARGE_BYTES = 65_536;

/** A piece that `prepare` has made: none of it lies in a file. */
type MadePiece = { readonly field: LayoutField; readonly content: Uint8Array | number };

/** The file's bytes for these tables, and what was prepared with them. */
export function storeTables({ shapes, keywords }: Tables, program: Program, prepared: Prepared): Uint8Array {
  const isTable = new Set(tablePieces(program).map(({ field }) => field));
  const pieces = prepared.pieces.filter((piece): piece is MadePiece => !isTable.has(piece.field));
  const keys = [...shapes.index.keys()];
  const late: Uint8Array[] = [];
  let lateBytes = 0;
  const storeLate = (content: Uint8Array): StoredLate => {
    const filled = filledRanges(content);
    const stored = { at: lateBytes, bytes: content.length, filled };
    for (const part of filledParts(content, filled)) {
      late.push(part);
      lateBytes += part.length;
    }
    return stored;
  };
  const literals: (readonly LiteralMark[])[] = [];
  const header: Header = {
    format: FORMAT,
    shapes: shapes.shapes.map((shape, i) => storedShape(keys[i]!, shape, literals)),
    formShapes: program.forms.map(({ shape }) => shape),
    seldom: storeLate(
      asciiText({ words: [...keywords.index], sets: shapes.fit.sets, fingerprint: fingerprintOf(program), literals }),
    ),
    letters: keywords.letters,
    longest: keywords.longest,
    longestLead: keywords.longestLead,
    longestWritten: keywords.longestWritten,
    gates: gateArrays(shapes.gates).map((array) => array.byteLength),
    fit: storedAutomaton(shapes.fit, storeLate),
    keywords: storedAutomaton(keywords.automaton, storeLate),
    keywordSets: keywords.automaton.sets,
    prepared: {
      sets: prepared.sets,
      values: prepared.values,
      gates: [...prepared.gates],
      pieces: pieces.map(({ field, content }) => [field, storedContent(content, storeLate)]),
    },
  };
  const text = asciiText(header);
  const padding = Buffer.alloc((4 - (text.length & 3)) & 3);
  const small = [
    ...[shapes.fit, keywords.automaton].flatMap(({ columns, accept }) => [bytesOf(columns), bytesOf(accept)]),
    ...gateArrays(shapes.gates).map(bytesOf),
    ...pieces.flatMap(({ content }) => (content instanceof Uint8Array && content.length < LARGE_BYTES ? [content] : [])),
  ];
  const front = Buffer.concat([Buffer.alloc(PREFIX_BYTES), text, padding, ...small]);
  front.writeUInt32LE(text.length, 0);
  front.writeUInt32LE(front.length, 4);
  return Buffer.concat([front, ...late]);
}

/** One byte a character: text that is nothing but ASCII is read and parsed in half the time. */
function asciiText(content: Header | Seldom): Buffer {
  const json = JSON.stringify(content).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(json, 'latin1');
}

function storedContent(content: Uint8Array | number, storeLate: (content: Uint8Array) => StoredLate): number | StoredLate {
  if (typeof content === 'number') return -content;
  return content.length < LARGE_BYTES ? content.length : storeLate(content);
}

interface Loaded extends Tables {
  readonly formShapes: readonly number[];
  readonly stored: StoredPrepared;
  readonly seldom: () => Seldom;
  /** The file, its bytes up to the large tables, and where its pieces begin. */
  readonly file: TablesFile;
  readonly front: Buffer;
  readonly piecesAt: number;
}

let loaded: Loaded | null | undefined;

/** The stored tables if every form and keyword of the sheets is in them. */
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
  const { stored, file, front } = loaded;
  if (!isPackedCatalogue(program.detectors) && loaded.seldom().fingerprint !== fingerprintOf(program)) return undefined;
  let at = loaded.piecesAt;
  const small = new Map<LayoutField, Uint8Array>();
  const pieces = stored.pieces.map(([field, content]): Piece => {
    if (typeof content === 'object') return { field, content: lateBytesOf(content, file, front) };
    if (content < 0) return { field, content: -content };
    const bytes = front.subarray(at, at + content);
    at += content;
    small.set(field, bytes);
    return { field, content: bytes };
  });
  // A copy, because it may stand where no number of 16 bits may begin.
  const copyOfPiece = (field: LayoutField): Uint8Array => Uint8Array.prototype.slice.call(small.get(field)!);
  const { sets, values, gates } = stored;
  return {
    sets,
    needs: copyOfPiece('setFree'),
    tails: new Uint16Array(copyOfPiece('setTail').buffer),
    gates: Int32Array.from(gates),
    pieces: [...tablePieces(program, storedNext), ...pieces],
    values,
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
  let seldom: Seldom | undefined;
  const readSeldom = (): Seldom => {
    seldom ??= JSON.parse(wholeOf(lateBytesOf(header.seldom, file, front)).toString('latin1')) as Seldom;
    return seldom;
  };
  const at = PREFIX_BYTES + length + ((4 - (length & 3)) & 3);
  const fit = new LazyAutomaton(header.fit, () => readSeldom().sets, { file, front, at });
  const words = new LazyAutomaton(header.keywords, () => header.keywordSets, { file, front, at: fit.end });
  const gates = restoredGates(header.gates, front, words.end);
  return {
    shapes: {
      shapes: header.shapes.map((shape) => restoredShape(shape, readSeldom)),
      get index() {
        return lasting(this, 'index', new Map(header.shapes.map(([key], i) => [key, i])));
      },
      fit,
      gates: gates.gates,
    },
    keywords: {
      automaton: words,
      letters: header.letters,
      get index() {
        return lasting(this, 'index', new Map(readSeldom().words));
      },
      longest: header.longest,
      longestLead: header.longestLead,
      longestWritten: header.longestWritten,
    },
    formShapes: header.formShapes,
    stored: header.prepared,
    seldom: readSeldom,
    file,
    front,
    piecesAt: gates.end,
  };
}

/** Makes a property that was asked for a plain one: what is costly and seldom needed is made then, and once. */
function lasting<Value>(owner: object, name: string, value: Value): Value {
  Object.defineProperty(owner, name, { value, enumerable: true });
  return value;
}

/** @param front all in front of the large arrays */
function lateBytesOf({ at, bytes, filled }: StoredLate, file: TablesFile, front: Buffer): StoredBytes {
  return storedBytes(file, front.length + at, bytes, filled);
}

function wholeOf(stored: StoredBytes): Buffer {
  const bytes = Buffer.alloc(stored.length);
  stored.copyTo(bytes);
  return bytes;
}

/** @param literals of the shapes before; those of this one are added */
function storedShape(
  key: string,
  { longest, unbounded, endsKnown, free, mark }: Shape,
  literals: (readonly LiteralMark[])[],
): StoredShape {
  const flags = (unbounded ? UNBOUNDED : 0) | (endsKnown ? ENDS_KNOWN : 0) | (free ? FREE : 0);
  return mark.kind === 'shape' ? [key, longest, flags] : [key, longest, flags, storedMark(mark, literals)];
}

/** The key begins with boundary, ends and greatest length; what follows is the pattern, behind a line of what stands before it (`shapeKey`). */
function restoredShape([key, longest, flags, mark]: StoredShape, readSeldom: () => Seldom): Shape {
  const ends = key.indexOf(' ') + 1;
  const length = key.indexOf(' ', ends) + 1;
  const before = key.indexOf(' ', length) + 1;
  const pattern = key.indexOf('\n', before) + 1;
  return {
    pattern: key.slice(pattern === 0 ? before : pattern),
    before: pattern === 0 ? undefined : key.slice(before, pattern - 1),
    boundary: BOUNDARY_OF.get(key.slice(0, ends - 1))!,
    groupEnds: key.startsWith('groups', ends),
    longest,
    unbounded: (flags & UNBOUNDED) !== 0,
    endsKnown: (flags & ENDS_KNOWN) !== 0,
    mark: mark === undefined ? SHAPE_MARK : restoredMark(mark, readSeldom),
    free: (flags & FREE) !== 0,
  };
}

/** Equal names are then one string. */
const BOUNDARY_OF: ReadonlyMap<string, BoundaryName> = new Map(BOUNDARY_NAMES.map((name) => [name, name]));
const SHAPE_MARK: Mark = { kind: 'shape' };

function storedAutomaton(automaton: Automaton, storeLate: (content: Uint8Array) => StoredLate): StoredAutomaton {
  const { roots, firstAccept, firstLeaf, stateCount, next } = automaton;
  return { roots, firstAccept, firstLeaf, stateCount, next: storeLate(bytesOf(next)) };
}

/** Where the small arrays of an automaton stand in the front of the file. */
interface AutomatonPlace {
  readonly file: TablesFile;
  readonly front: Buffer;
  readonly at: number;
}

/** An automaton whose large table stays in the file until it is asked for. */
class LazyAutomaton implements Automaton {
  readonly columns: Uint32Array;
  readonly accept: Uint16Array;
  readonly roots: readonly number[];
  readonly firstAccept: number;
  readonly firstLeaf: number;
  readonly stateCount: number;
  readonly storedNext: StoredBytes;
  /** Where in the file the arrays of the next one begin. */
  readonly end: number;
  readonly #readSets: () => Automaton['sets'];

  constructor(
    { roots, firstAccept, firstLeaf, stateCount, next }: StoredAutomaton,
    readSets: () => Automaton['sets'],
    { file, front, at }: AutomatonPlace,
  ) {
    this.roots = roots;
    this.firstAccept = firstAccept;
    this.firstLeaf = firstLeaf;
    this.stateCount = stateCount;
    this.#readSets = readSets;
    const acceptAt = at + COLUMNS_BYTES;
    this.end = acceptAt + stateCount * 2;
    this.columns = new Uint32Array(copyOf(front, at, acceptAt));
    this.accept = new Uint16Array(copyOf(front, acceptAt, this.end));
    this.storedNext = lateBytesOf(next, file, front);
  }

  get sets(): Automaton['sets'] {
    return this.#readSets();
  }

  get next(): Uint16Array {
    const next = new Uint16Array(this.storedNext.length / 2);
    this.storedNext.copyTo(bytesOf(next));
    return lasting(this, 'next', next);
  }
}

/** A number of 32 bits for each byte. */
const COLUMNS_BYTES = 1024;

/** A copy, because numbers may stand where none may begin. */
function copyOf(file: Buffer, from: number, to: number): ArrayBuffer {
  return Uint8Array.prototype.slice.call(file, from, to).buffer;
}

function storedNext(automaton: Automaton): Uint8Array | StoredBytes {
  return automaton instanceof LazyAutomaton ? automaton.storedNext : bytesOf(automaton.next);
}

function gateArrays({ classes, all, free, freeSeconds, owners }: RunGates): (Uint8Array | Uint16Array | Uint32Array)[] {
  return [classes, all, free, freeSeconds, owners.ids, owners.starts, owners.members];
}

/** Copies, because they may stand where no number may begin. */
function restoredGates(lengths: Header['gates'], file: Buffer, from: number): { gates: RunGates; end: number } {
  let at = from;
  const [classes, all, free, freeSeconds, ids, starts, members] = lengths.map((length) => {
    const { buffer } = Uint8Array.prototype.slice.call(file, at, at + length);
    at += length;
    return buffer;
  });
  return {
    gates: {
      classes: new Uint8Array(classes!),
      all: new Uint32Array(all!),
      free: new Uint32Array(free!),
      freeSeconds: new Uint32Array(freeSeconds!),
      owners: { ids: new Uint16Array(ids!), starts: new Uint32Array(starts!), members: new Uint16Array(members!) },
    },
    end: at,
  };
}

function storedMark(mark: Mark, literals: (readonly LiteralMark[])[]): StoredMark {
  if (mark.kind === 'literal') return literals.push(mark.literals) - 1;
  return mark.kind === 'middle' ? { ...mark, run: [...mark.run], behind: [...mark.behind] } : mark;
}

function restoredMark(mark: StoredMark, readSeldom: () => Seldom): Mark {
  if (typeof mark === 'number') return new StoredLiterals(mark, readSeldom);
  if (mark.kind !== 'middle') return mark;
  return { ...mark, run: Uint8Array.from(mark.run), behind: Uint8Array.from(mark.behind) };
}

/** Literals that stay in the file until somebody asks for them. */
class StoredLiterals {
  readonly kind = 'literal';
  readonly #index: number;
  readonly #readSeldom: () => Seldom;

  constructor(index: number, readSeldom: () => Seldom) {
    this.#index = index;
    this.#readSeldom = readSeldom;
  }

  get literals(): readonly LiteralMark[] {
    return this.#readSeldom().literals[this.#index]!;
  }
}
