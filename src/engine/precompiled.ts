/**
 * The catalogue's tables as a file that the build makes: building them takes seconds, reading them milliseconds. The file
 * is a header in JSON with the shapes and keywords that it knows, then the tables' numbers, then what the prefilter is
 * given when all sheets run. Sheets that are not covered (a user's own) make the engine build new tables.
 */
import { readFileSync } from 'node:fs';
import type { DetectorSheet } from '../detectors/define.js';
import type { Automaton } from './automaton.js';
import type { Program, Tables } from './compile.js';
import type { Mark, MiddleMark } from './marks.js';
import { fingerprintOf, type Prepared } from './prefilter/prepared.js';
import { bytesOf, type LayoutField, tablePieces } from './prefilter/tables.js';
import type { RunGates } from './run-gates.js';
import { formsOf, type Shape, shapeKey } from './shapes.js';

/** Changes whenever the meaning of the file or the way tables are built changes. */
const FORMAT = 'clearset-tables-12';
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

/** An automaton without its big arrays, which stand behind the header in this order: columns, next, accept. */
interface StoredAutomaton extends Pick<Automaton, 'roots' | 'firstAccept' | 'firstLeaf' | 'sets' | 'stateCount'> {
  readonly nextLength: number;
}

/** The file's bytes for these tables, and what was prepared with them. */
export function storeTables({ shapes, keywords }: Tables, program: Program, prepared: Prepared): Uint8Array {
  const isTable = new Set(tablePieces(program).map(({ field }) => field));
  const pieces = prepared.pieces.filter(({ field }) => !isTable.has(field));
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
      pieces: pieces.map(({ field, content }) => [field, typeof content === 'number' ? -content : content.length]),
    },
  };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const padding = Buffer.alloc((4 - (text.length & 3)) & 3);
  const arrays = [...arraysOf(shapes.fit), ...arraysOf(keywords.automaton), ...gateArrays(shapes.gates).map(bytesOf)];
  const contents = pieces.flatMap(({ content }) => (typeof content === 'number' ? [] : [content]));
  return Buffer.concat([length, text, padding, ...arrays, ...contents]);
}

interface Loaded extends Tables {
  readonly stored: StoredPrepared;
  /** The file, and where its pieces begin. */
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
    pieces: [...tablePieces(program), ...pieces],
    values,
  };
}

function readTables(): Loaded | null {
  let file: Buffer;
  try {
    file = readFileSync(FILE);
  } catch (error) {
    // Without a build there is no file; anything else is a broken installation and must be seen.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const length = file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', 4, 4 + length)) as Header;
  if (header.format !== FORMAT) return null;
  const at = 4 + length + ((4 - (length & 3)) & 3);
  const fit = restored(header.fit, file, at);
  const words = restored(header.keywords, file, fit.end);
  const gates = restoredGates(header.gates, file, words.end);
  return {
    shapes: {
      shapes: header.shapes.map((shape) => ({ ...shape, mark: restoredMark(shape.mark) })),
      index: new Map(header.keys.map((key, i) => [key, i])),
      fit: fit.automaton,
      gates: gates.gates,
    },
    keywords: {
      automaton: words.automaton,
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

function storedAutomaton(automaton: Automaton): StoredAutomaton {
  const { roots, firstAccept, firstLeaf, sets, stateCount, next } = automaton;
  return { roots, firstAccept, firstLeaf, sets, stateCount, nextLength: next.length };
}

function arraysOf({ columns, next, accept }: Automaton): Buffer[] {
  return [columns, next, accept].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
}

function restored(stored: StoredAutomaton, file: Buffer, at: number): { automaton: Automaton; end: number } {
  const u16 = (from: number, length: number): Uint16Array =>
    (file.byteOffset + from) % 2 === 0
      ? new Uint16Array(file.buffer, file.byteOffset + from, length)
      : new Uint16Array(Uint8Array.prototype.slice.call(file, from, from + length * 2).buffer);
  const nextAt = at + 1024;
  const acceptAt = nextAt + stored.nextLength * 2;
  return {
    automaton: {
      ...stored,
      // A copy, because it may stand where no word of 32 bits may begin.
      columns: new Uint32Array(Uint8Array.prototype.slice.call(file, at, nextAt).buffer),
      next: u16(nextAt, stored.nextLength),
      accept: u16(acceptAt, stored.stateCount),
    },
    end: acceptAt + stored.stateCount * 2,
  };
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
