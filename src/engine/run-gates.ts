/**
 * What the first run of a start tells before any byte of it is walked: how many digits, or letters and digits, stand there
 * and which byte comes behind them. Most numbers and words of ordinary text have a length that no form has.
 */
import { BOUNDARIES, type BoundaryName } from '../core/boundary.js';
import { type Automaton, stepOf } from './automaton.js';
import { PREFIX_BYTES } from './marks.js';

/** Lengths of a run that are told apart: 0 to 55, and all above. */
export const RUN_LENGTHS = 57;
/** Leading letters that are told apart: none to three, and all above. */
const MOST_LETTERS = 4;
/** Classes of the byte behind a run; the last stands for the end of the unit. */
const END_CLASS = 31;
const END = 256;
/** Kinds of runs: digits; letters and digits, by their leading letters; digits behind each byte that may stand before a start. */
const PREFIX_KIND = 2 + MOST_LETTERS;
const KINDS = PREFIX_KIND + PREFIX_BYTES.length;
/** Lengths that are told apart of each of two runs. */
export const SECOND_LENGTHS = 16;
/** Classes of the byte behind a run, the end among them. */
export const BEHIND_CLASSES = END_CLASS + 1;

/**
 * One word of 32 bits for each run, a bit for each class of the byte behind it. Rows of `RUN_LENGTHS` words: runs of digits;
 * then runs of letters and digits that begin with 0, 1, 2, 3, and 4 or more letters; then runs of digits behind each of
 * `PREFIX_BYTES`. A start that one of its runs refuses fits no form.
 */
export type RunGate = Uint32Array;

/** For each run and class of the byte behind it, the shapes that need a keyword and may begin so. */
export interface RunOwners {
  /** Set of each row and class: `ids[row * BEHIND_CLASSES + class]`. */
  readonly ids: Uint16Array;
  /** `members[starts[id], starts[id + 1])` are the shapes of a set. */
  readonly starts: Uint32Array;
  readonly members: Uint16Array;
}

/**
 * What two runs of digits tell, for shapes that need no keyword: one word of 32 bits for the length of the first (1 to 15), the
 * class of the byte behind it, and the length of the second (0 to 14, and all above), with a bit for each class of the byte
 * behind the second. Prices, versions and times begin as some form does, and go on as none.
 */
export type SecondRuns = Uint32Array;

export interface RunGates {
  /** Class of each byte; `END_CLASS` for the unit's end is none of them. */
  readonly classes: Uint8Array;
  /** All forms with a mark of the kind `shape`, and those of them that need no keyword. */
  readonly all: RunGate;
  readonly free: RunGate;
  readonly freeSeconds: SecondRuns;
  readonly owners: RunOwners;
}

/** A shape as the gates see it. */
export interface GatedShape {
  readonly table: Automaton;
  /** The table is that of the pattern's head: what it accepts may go on. */
  readonly isOfHead: boolean;
  readonly boundary: BoundaryName;
  readonly free: boolean;
  /** Its place among all shapes. */
  readonly index: number;
}

export function buildRunGates(shapes: readonly GatedShape[]): RunGates {
  const all = new Allowed();
  const free = new Allowed();
  for (const shape of shapes) {
    all.add(shape);
    if (shape.free) free.add(shape);
  }
  const classes = classesOf([...all.rows, ...free.rows]);
  return {
    classes,
    all: pack(all.rows, classes),
    free: pack(free.rows, classes),
    freeSeconds: secondRunsOf(
      shapes.filter((shape) => shape.free),
      classes,
    ),
    owners: ownersOf(
      shapes.filter((shape) => !shape.free),
      classes,
    ),
  };
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;
const BYTES = [...Array(256).keys()];
const DIGITS = BYTES.filter(isDigit);
const LETTERS = BYTES.filter(isLetter);
const BOTH = BYTES.filter((byte) => isDigit(byte) || isLetter(byte));

/** For each run, flags of the bytes that may stand behind it, and one for the unit's end. */
class Allowed {
  readonly rows = Array.from({ length: KINDS * RUN_LENGTHS }, () => new Uint8Array(END + 1));

  add(shape: GatedShape): void {
    const roots = new Set([shape.table.roots[0]!]);
    this.follow(shape, roots, DIGITS, 0, 0);
    // A run without a letter or digit is judged as one of no digits.
    allowBehind(this.row(1, 0), shape, roots, BOTH);
    this.follow(shape, step(shape.table, roots, DIGITS), BOTH, 1, 1);
    let states = roots;
    for (let letters = 1; letters < MOST_LETTERS; letters++) {
      states = step(shape.table, states, LETTERS);
      const isOpen = allowBehind(this.row(1 + letters, letters), shape, states, BOTH);
      if (isOpen) for (let kind = 1 + letters; kind <= 1 + MOST_LETTERS; kind++) this.open(kind, letters);
      this.follow(shape, step(shape.table, states, DIGITS), BOTH, 1 + letters, letters + 1);
    }
    this.follow(shape, step(shape.table, states, LETTERS), BOTH, 1 + MOST_LETTERS, MOST_LETTERS);
    [...PREFIX_BYTES].forEach((prefix, i) => {
      this.follow(shape, step(shape.table, roots, [prefix.charCodeAt(0)]), DIGITS, PREFIX_KIND + i, 0);
    });
  }

  /** Runs of a kind from `length` on: each further byte is one of `bytes`. */
  private follow(shape: GatedShape, from: ReadonlySet<number>, bytes: readonly number[], kind: number, length: number): void {
    let states = from;
    for (let at = length; at < RUN_LENGTHS && states.size > 0; at++) {
      if (allowBehind(this.row(kind, at), shape, states, bytes) || at === RUN_LENGTHS - 1) {
        this.open(kind, at);
        return;
      }
      states = step(shape.table, states, bytes);
    }
  }

  /** Nothing is known of runs of this length and above. */
  private open(kind: number, length: number): void {
    for (let on = length; on < RUN_LENGTHS; on++) this.row(kind, on).fill(1);
  }

  private row(kind: number, length: number): Uint8Array {
    return this.rows[kind * RUN_LENGTHS + length]!;
  }
}

/**
 * Notes in a row what may stand behind a run that led to `states`. True where nothing is known of longer runs: the table was cut
 * there, or the boundary of a form that ends there lets one of the run's own `bytes` stand behind it.
 */
function allowBehind(
  row: Uint8Array,
  { table, boundary, isOfHead }: GatedShape,
  states: ReadonlySet<number>,
  bytes: readonly number[],
): boolean {
  const { refuse } = BOUNDARIES[boundary].right;
  let isOpen = false;
  for (const state of states) {
    for (const byte of BYTES) if (stepOf(table, state, byte) !== 0) row[byte] = 1;
    const set = table.sets[table.accept[state]!]!;
    if (set.length === 0) continue;
    isOpen ||= isOfHead || set.includes(1) || bytes.some((byte) => !refuse[byte]);
    row[END] = 1;
    for (const byte of BYTES) if (!refuse[byte]) row[byte] = 1;
  }
  return isOpen;
}

function step(table: Automaton, states: ReadonlySet<number>, bytes: readonly number[]): Set<number> {
  const next = new Set<number>();
  for (const state of states) for (const byte of bytes) next.add(stepOf(table, state, byte));
  next.delete(0);
  return next;
}

/** Groups bytes that no row tells apart. Beyond the last class all are one: it then allows what one of them is allowed. */
function classesOf(rows: readonly Uint8Array[]): Uint8Array {
  const ids = new Map<string, number>();
  return Uint8Array.from(BYTES, (byte) => {
    const column = rows.map((row) => row[byte]).join('');
    if (!ids.has(column)) ids.set(column, Math.min(ids.size, END_CLASS - 1));
    return ids.get(column)!;
  });
}

function pack(rows: readonly Uint8Array[], classes: Uint8Array): RunGate {
  return Uint32Array.from(rows, (row) => {
    let bits = row[END]! << END_CLASS;
    for (const byte of BYTES) if (row[byte]) bits |= 1 << classes[byte]!;
    return bits >>> 0;
  });
}

function secondRunsOf(shapes: readonly GatedShape[], classes: Uint8Array): SecondRuns {
  const size = SECOND_LENGTHS * BEHIND_CLASSES * SECOND_LENGTHS;
  const rows = Array.from({ length: size }, () => new Uint8Array(END + 1));
  const rowsBehind = (first: number, behind: number): Uint8Array[] => {
    const from = (first * BEHIND_CLASSES + behind) * SECOND_LENGTHS;
    return rows.slice(from, from + SECOND_LENGTHS);
  };
  const open = (some: readonly Uint8Array[]): void => {
    for (const row of some) row.fill(1);
  };
  // Behind no digits, or at the unit's end, is no second run.
  for (let behind = 0; behind < BEHIND_CLASSES; behind++) open(rowsBehind(0, behind));
  for (let first = 0; first < SECOND_LENGTHS; first++) open(rowsBehind(first, END_CLASS));
  for (const shape of shapes) {
    let states = new Set([shape.table.roots[0]!]);
    for (let first = 1; first < SECOND_LENGTHS; first++) {
      states = step(shape.table, states, DIGITS);
      const ends = new Uint8Array(END + 1);
      const isOpen = allowBehind(ends, shape, ended(shape.table, states), DIGITS);
      for (const byte of BYTES) {
        const seconds = rowsBehind(first, classes[byte]!);
        if (isOpen || ends[byte]) open(seconds);
        else followSecond(seconds, shape, step(shape.table, states, [byte]));
      }
    }
  }
  return pack(rows, classes);
}

/** The states of a set at which the shape may end. */
function ended(table: Automaton, states: ReadonlySet<number>): Set<number> {
  return new Set([...states].filter((state) => table.accept[state] !== 0));
}

function followSecond(seconds: readonly Uint8Array[], shape: GatedShape, from: ReadonlySet<number>): void {
  let states = from;
  for (let second = 0; states.size > 0; second++) {
    const isLast = second >= SECOND_LENGTHS - 1;
    if (allowBehind(seconds[second]!, shape, states, DIGITS) || isLast) {
      for (const row of seconds.slice(second)) row.fill(1);
      return;
    }
    states = step(shape.table, states, DIGITS);
  }
}

function ownersOf(shapes: readonly GatedShape[], classes: Uint8Array): RunOwners {
  const owners = Array.from({ length: KINDS * RUN_LENGTHS * BEHIND_CLASSES }, (): number[] => []);
  for (const shape of shapes) {
    const own = new Allowed();
    own.add(shape);
    pack(own.rows, classes).forEach((bits, row) => {
      for (let behind = 0; behind < BEHIND_CLASSES; behind++) {
        if ((bits >>> behind) & 1) owners[row * BEHIND_CLASSES + behind]!.push(shape.index);
      }
    });
  }
  const known = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const ids = Uint16Array.from(owners, (set) => {
    const key = set.join();
    if (!known.has(key)) known.set(key, sets.push(set) - 1);
    return known.get(key)!;
  });
  const starts = new Uint32Array(sets.length + 1);
  sets.forEach((set, id) => {
    starts[id + 1] = starts[id]! + set.length;
  });
  return { ids, starts, members: Uint16Array.from(sets.flat()) };
}

/** The shapes of each set. */
export function ownerSets({ starts, members }: RunOwners): number[][] {
  return Array.from({ length: starts.length - 1 }, (_, id) => [...members.subarray(starts[id], starts[id + 1])]);
}
