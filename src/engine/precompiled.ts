/**
 * The catalogue's tables as a file that the build makes: building them takes seconds, reading them milliseconds. The file
 * is a header in JSON with the shapes and keywords that it knows, then small tables and what the prefilter is given when all
 * sheets run, at the end both large tables. Those are read only by who needs them, straight to where they are needed: as buffers
 * of their own they cost more time than all else at the start. Sheets that are not covered (a user's own) make the engine build
 * new tables.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { InternalError } from '../core/errors.js';
import type { DetectorSheet } from '../detectors/define.js';
import type { Automaton } from './automaton.js';
import type { Program, Tables } from './compile.js';
import type { Mark, MiddleMark } from './marks.js';
import { fingerprintOf, type Prepared } from './prefilter/prepared.js';
import { bytesOf, type LayoutField, type StoredBytes, tablePieces } from './prefilter/tables.js';
import type { RunGates } from './run-gates.js';
import { formsOf, type Shape, shapeKey } from './shapes.js';

/** Changes whenever the meaning of the file or the way tables are built changes. */
const FORMAT = 'clearset-tables-13';
const FILE = new URL('./catalogue.tables', import.meta.url);

interface Header {
  readonly format: string;
  readonly keys: readonly string[];
  readonly shapes: readonly StoredShape[];
  readonly words: readonly (readonly [word: string, keyword: number])[];
  readonly letters: readonly number[];
  readonly longest: number;
  readonly longestAscii: number;
  /** Bytes of each array of the run gates, which stand behind the automata. */
  readonly gates: readonly number[];
  readonly fit: StoredAutomaton;
  readonly keywords: StoredAutomaton;
  readonly prepared: StoredPrepared;
}

/** What all sheets together make, without the tables themselves: pieces stand behind the arrays, in this order. */
interface StoredPrepared extends Pick<Prepared, 'sets' | 'values'> {
  readonly fingerprint: string;
  readonly gates: readonly number[];
  /** Bytes of a piece; negative for one that starts empty and is not stored. */
  readonly pieces: readonly (readonly [field: LayoutField, bytes: number])[];
}

type StoredShape = Omit<Shape, 'mark'> & { readonly mark: StoredMark };
/** Flags of bytes cannot stand in JSON as they are. */
type StoredMark =
  | Exclude<Mark, { kind: 'middle' }>
  | (Omit<MiddleMark, 'run' | 'behind'> & { readonly run: readonly number[]; readonly behind: readonly number[] });

/** An automaton without its arrays: columns and accept stand behind the header, `next` at the end of the file. */
interface StoredAutomaton extends Pick<Automaton, 'roots' | 'firstAccept' | 'firstLeaf' | 'sets' | 'stateCount'> {
  /** Numbers in it. */
  readonly nextLength: number;
}

/** Bytes in front of the header: its length, and that of all up to the large tables. */
const PREFIX_BYTES = 8;

/** A piece that `prepare` has made: none of it lies in a file. */
type MadePiece = { readonly field: LayoutField; readonly content: Uint8Array | number };

/** The file's bytes for these tables, and what was prepared with them. */
export function storeTables({ shapes, keywords }: Tables, program: Program, prepared: Prepared): Uint8Array {
  const isTable = new Set(tablePieces(program).map(({ field }) => field));
  const pieces = prepared.pieces.filter((piece): piece is MadePiece => !isTable.has(piece.field));
  const header: Header = {
    format: FORMAT,
    keys: [...shapes.index.keys()],
    shapes: shapes.shapes.map((shape) => ({ ...shape, mark: storedMark(shape.mark) })),
    words: [...keywords.index],
    letters: keywords.letters,
    longest: keywords.longest,
    longestAscii: keywords.longestAscii,
    gates: gateArrays(shapes.gates).map((array) => array.byteLength),
    fit: storedAutomaton(shapes.fit),
    keywords: storedAutomaton(keywords.automaton),
    prepared: {
      fingerprint: fingerprintOf(program),
      sets: prepared.sets,
      values: prepared.values,
      gates: [...prepared.gates],
      pieces: pieces.map(({ field, content }) => [field, content instanceof Uint8Array ? content.length : -content]),
    },
  };
  const text = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - (text.length & 3)) & 3);
  const tables = [shapes.fit, keywords.automaton];
  const small = [
    ...tables.flatMap(({ columns, accept }) => [bytesOf(columns), bytesOf(accept)]),
    ...gateArrays(shapes.gates).map(bytesOf),
    ...pieces.flatMap(({ content }) => (content instanceof Uint8Array ? [content] : [])),
  ];
  const front = Buffer.concat([Buffer.alloc(PREFIX_BYTES), text, padding, ...small]);
  front.writeUInt32LE(text.length, 0);
  front.writeUInt32LE(front.length, 4);
  return Buffer.concat([front, ...tables.map(({ next }) => bytesOf(next))]);
}

interface Loaded extends Tables {
  readonly stored: StoredPrepared;
  /** The file up to its large tables, and where its pieces begin. */
  readonly file: Buffer;
  readonly piecesAt: number;
}

let loaded: Loaded | null | undefined;

/** The stored tables if every form and keyword of the sheets is in them. */
export function loadTables(detectors: readonly DetectorSheet[]): Tables | undefined {
  if (loaded === undefined) loaded = readTables();
  if (loaded === null) return undefined;
  const { shapes, keywords } = loaded;
  const covered = detectors.every(
    (sheet) =>
      formsOf(sheet).every((form) => {
        const shape = shapes.shapes[shapes.index.get(shapeKey(form)) ?? -1];
        return shape !== undefined && (shape.free || (form.spec.keywordMode ?? sheet.keywords.mode) === 'required');
      }) && sheet.keywords.words.every((word) => keywords.index.has(word)),
  );
  return covered ? loaded : undefined;
}

/** What was stored for all sheets together, if these are they. */
export function loadPrepared(program: Program): Prepared | undefined {
  if (!loaded || loaded.shapes !== program.shapes || loaded.stored.fingerprint !== fingerprintOf(program)) return undefined;
  const { stored, file } = loaded;
  let at = loaded.piecesAt;
  const pieces = stored.pieces.map(([field, bytes]) => {
    if (bytes < 0) return { field, content: -bytes };
    const content = file.subarray(at, at + bytes);
    at += bytes;
    return { field, content };
  });
  const contentOf = (field: LayoutField): Uint8Array => {
    const { content } = pieces.find((piece) => piece.field === field)!;
    // A copy, because it may stand where no number of 16 bits may begin.
    return Uint8Array.prototype.slice.call(content);
  };
  const { sets, values, gates } = stored;
  return {
    sets,
    needs: contentOf('setFree'),
    tails: new Uint16Array(contentOf('setTail').buffer),
    gates: Int32Array.from(gates),
    pieces: [...tablePieces(program, storedNext), ...pieces],
    values,
  };
}

function readTables(): Loaded | null {
  const prefix = readPart(0, PREFIX_BYTES);
  if (prefix === undefined) return null;
  const length = prefix.readUInt32LE(0);
  const file = readPart(0, prefix.readUInt32LE(4))!;
  const header = JSON.parse(file.toString('utf8', PREFIX_BYTES, PREFIX_BYTES + length)) as Header;
  if (header.format !== FORMAT) return null;
  const at = PREFIX_BYTES + length + ((4 - (length & 3)) & 3);
  const fit = new LazyAutomaton(header.fit, file, at, file.length);
  const words = new LazyAutomaton(header.keywords, file, fit.end, file.length + fit.storedNext.length);
  const gates = restoredGates(header.gates, file, words.end);
  return {
    shapes: {
      shapes: header.shapes.map((shape) => ({ ...shape, mark: restoredMark(shape.mark) })),
      index: new Map(header.keys.map((key, i) => [key, i])),
      fit,
      gates: gates.gates,
    },
    keywords: {
      automaton: words,
      letters: header.letters,
      index: new Map(header.words),
      longest: header.longest,
      longestAscii: header.longestAscii,
    },
    stored: header.prepared,
    file,
    piecesAt: gates.end,
  };
}

/** Bytes of the file, into `target` where one is given; undefined without a build, which makes the file. */
function readPart(from: number, length: number, target: Uint8Array = Buffer.allocUnsafeSlow(length)): Buffer | undefined {
  let file: number;
  try {
    file = openSync(FILE, 'r');
  } catch (error) {
    // Anything else is a broken installation and must be seen.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    for (let filled = 0; filled < length; ) {
      const read = readSync(file, target, filled, length - filled, from + filled);
      if (read === 0)
        throw new InternalError('a file of this installation is not whole: catalogue.tables; install Clearset anew');
      filled += read;
    }
  } finally {
    closeSync(file);
  }
  return Buffer.from(target.buffer, target.byteOffset, length);
}

function storedAutomaton(automaton: Automaton): StoredAutomaton {
  const { roots, firstAccept, firstLeaf, sets, stateCount, next } = automaton;
  return { roots, firstAccept, firstLeaf, sets, stateCount, nextLength: next.length };
}

/** An automaton whose large table stays in the file until it is asked for. */
class LazyAutomaton implements Automaton {
  readonly columns: Uint32Array;
  readonly accept: Uint16Array;
  readonly roots: readonly number[];
  readonly firstAccept: number;
  readonly firstLeaf: number;
  readonly sets: readonly (readonly number[])[];
  readonly stateCount: number;
  readonly storedNext: StoredBytes;
  /** Where in the file the arrays of the next one begin. */
  readonly end: number;

  constructor(
    { roots, firstAccept, firstLeaf, sets, stateCount, nextLength }: StoredAutomaton,
    file: Buffer,
    at: number,
    nextAt: number,
  ) {
    this.roots = roots;
    this.firstAccept = firstAccept;
    this.firstLeaf = firstLeaf;
    this.sets = sets;
    this.stateCount = stateCount;
    const acceptAt = at + COLUMNS_BYTES;
    this.end = acceptAt + stateCount * 2;
    this.columns = new Uint32Array(copyOf(file, at, acceptAt));
    this.accept = new Uint16Array(copyOf(file, acceptAt, this.end));
    const length = nextLength * 2;
    this.storedNext = {
      length,
      copyTo(target) {
        readPart(nextAt, length, target);
      },
    };
  }

  get next(): Uint16Array {
    const next = new Uint16Array(this.storedNext.length / 2);
    this.storedNext.copyTo(bytesOf(next));
    // From here on it is a field like any other.
    Object.defineProperty(this, 'next', { value: next });
    return next;
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

function storedMark(mark: Mark): StoredMark {
  return mark.kind === 'middle' ? { ...mark, run: [...mark.run], behind: [...mark.behind] } : mark;
}

function restoredMark(mark: StoredMark): Mark {
  if (mark.kind !== 'middle') return mark;
  return { ...mark, run: Uint8Array.from(mark.run), behind: Uint8Array.from(mark.behind) };
}
