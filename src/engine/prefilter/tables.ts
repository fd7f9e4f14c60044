/** Lays the compiled program out in WebAssembly memory, where the prefilter reads it. Twin of assembly/layout.ts. */

import { MOST_NAMES } from '../../core/segment.js';
import { type Automaton, stepOf } from '../automaton.js';
import { boundaryTables, possibleMasks } from '../boundaries.js';
import type { Program } from '../compile.js';
import type { CompiledForm } from '../form.js';
import type { LiteralMark } from '../marks.js';
import { PREFIX_BYTES } from '../marks.js';
import { NumberLists } from '../number-lists.js';
import { ownerSets } from '../run-gates.js';
import { PAGE_BYTES, type StoredBytes } from '../stored-bytes.js';
import { personWords } from './listed-words.js';
import { literalLaters, literalMasks, literalNibbles, literalTriples, MOST_LITERALS } from './literals.js';

/** What the prefilter imports: an address, or a size. Twin of assembly/layout.ts. */
export type LayoutField =
  | 'shapeStarts'
  | 'literalStarts'
  | 'middleStarts'
  | 'digitPlaces'
  | 'wordPlaces'
  | 'letterStarts'
  | 'widePlaces'
  | 'personStarts'
  | 'placeStarts'
  | 'personWords'
  | 'fitColumns'
  | 'fitNext'
  | 'fitHere'
  | 'fitAccept'
  | 'fitFirstAccept'
  | 'fitFirstLeaf'
  | 'shapeRoot'
  | 'freeRoot'
  | 'literalRoot'
  | 'middleRoot'
  | 'runClasses'
  | 'allRuns'
  | 'freeRuns'
  | 'freeSeconds'
  | 'runOwners'
  | 'ownerGates'
  | 'ownerLongest'
  | 'longestOwner'
  | 'leftBoundary'
  | 'rightBoundary'
  | 'leftClasses'
  | 'rightClasses'
  | 'leftCount'
  | 'rightCount'
  | 'setHeads'
  | 'setFilter'
  | 'setFree'
  | 'setGate'
  | 'setTail'
  | 'gateBytes'
  | 'wordColumns'
  | 'wordNext'
  | 'wordHere'
  | 'wordAccept'
  | 'wordFirstAccept'
  | 'wordFirstLeaf'
  | 'wordRoot'
  | 'wordGate'
  | 'wordGated'
  | 'wordBeginnings'
  | 'wordDigits'
  | 'nameGate'
  | 'reach'
  | 'longestWord'
  | 'longestLead'
  | 'candidates'
  | 'candidateCapacity'
  | 'words'
  | 'wordCapacity'
  | 'wordsAside'
  | 'wordAsideCapacity'
  | 'foldPairs'
  | 'literalNibbles'
  | 'literalTriples'
  | 'literalMasks'
  | 'literalOffsets'
  | 'literalLaters'
  | 'prefixBytes'
  | 'atRun'
  | 'atLongest'
  | 'schemeRun'
  | 'schemeLongest'
  | 'atBehind'
  | 'schemeBehind';

/** What the fit's sets mean once boundaries are taken into account. */
export interface FormSets {
  /** Forms of each set, as indexes of `Program.forms`; the automaton's sets first, then those that a boundary cut. */
  readonly sets: NumberLists;
  /** `filter[(set * leftMasks + leftClass) * rightMasks + rightClass]`: the set without the refused forms. */
  readonly filter: Uint16Array;
  /** Of each set of the automaton: its id in `sets` (low 16 bits), and the boundaries of its forms (high 16 bits). */
  readonly heads: Uint32Array;
  /** What each of `sets` needs: a keyword in reach; nothing, though keywords count; `NEEDS_NOTHING`, keywords do not count. */
  readonly needs: Uint8Array;
  /** Bytes by which a match of each of `sets` may go on behind the place where the table stopped. */
  readonly tails: Uint16Array;
}

/** No keyword near a set is looked up. Twin of the constants in assembly/walk.ts. */
export const NEEDS_NOTHING = 2;

/** A piece of memory to be written: its bytes, or its size where it starts empty. */
export interface Piece {
  readonly field: LayoutField;
  readonly content: Uint8Array | StoredBytes | number;
}

/** The forms that remain of each set where the bytes before and behind a match refuse some boundaries. */
export function formSets(program: Program): FormSets {
  const forms = program.forms.all();
  const leftMasks = possibleMasks('left');
  const rightMasks = possibleMasks('right');
  const sets: (readonly number[])[] = [];
  const ids = new Map<string, number>();
  const idOf = (set: readonly number[]): number => {
    const key = set.join();
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, sets.length);
    return sets.push(set) - 1;
  };
  idOf([]);
  const fitSets = formsOfSets(program);
  const filter = new Uint16Array(fitSets.length * leftMasks.length * rightMasks.length);
  const heads = new Uint32Array(fitSets.length);
  let at = 0;
  for (const [index, set] of fitSets.entries()) {
    // What remains depends only on the boundaries that the set's forms have, and those are one or two.
    const named = set.reduce((mask, entry) => mask | forms[entry % forms.length]!.boundaryBit, 0);
    const left = distinct(leftMasks.map((mask) => mask & named));
    const right = distinct(rightMasks.map((mask) => mask & named));
    const rows = left.values.map((l) => right.values.map((r) => idOf(set.filter((entry) => !isRefused(forms, entry, l, r)))));
    heads[index] = (named << 16) | idOf(set);
    for (const row of left.places) for (const column of right.places) filter[at++] = rows[row]![column]!;
  }
  const needs = Uint8Array.from(sets, (set) => needsOf(program, set));
  const tails = Uint16Array.from(sets, (set) => tailOf(program, set));
  return { sets: NumberLists.of(sets), filter, heads, needs, tails };
}

/** Forms of each set of the fit table, ascending: index where the match ends, index plus number of forms where RE2 is asked. */
function formsOfSets({ shapes, forms }: Program): readonly (readonly number[])[] {
  const ofShape = shapes.shapes.map((): number[] => []);
  forms.all().forEach((form, i) => {
    ofShape[form.shape]!.push(i);
  });
  return shapes.fit.sets.map((set) => {
    const entries = set.flatMap((entry) =>
      entry < ofShape.length ? ofShape[entry]! : ofShape[entry - ofShape.length]!.map((form) => form + forms.length),
    );
    return entries.sort((a, b) => a - b);
  });
}

/** The different values of a list, and the place of each entry among them. */
function distinct(list: readonly number[]): { readonly values: readonly number[]; readonly places: readonly number[] } {
  const values = [...new Set(list)];
  return { values, places: list.map((value) => values.indexOf(value)) };
}

/** Where the table tells the end, the right boundary is tested there; where RE2 is asked, it is tested behind RE2's end. */
function isRefused(forms: readonly CompiledForm[], entry: number, left: number, right: number): boolean {
  const isEnd = entry < forms.length;
  return ((isEnd ? left | right : left) & forms[entry % forms.length]!.boundaryBit) !== 0;
}

/** Gate bits: one for each detector that has a form which needs a keyword, else -1. */
export function gateIndexes(program: Program): Int32Array {
  const gates = new Int32Array(program.detectors.length).fill(-1);
  let next = 0;
  for (const form of program.forms.all()) {
    if (form.mode === 'required' && gates[form.detector] === -1) gates[form.detector] = next++;
  }
  return gates;
}

/** The large arrays of an automaton. */
export type AutomatonArray = 'next' | 'accept';

/** Fit and keyword table as they are. @param arrayOf gives the bytes of their large arrays */
export function tablePieces(
  { shapes: { fit }, keywords: { automaton } }: Pick<Program, 'shapes' | 'keywords'>,
  arrayOf: (table: Automaton, name: AutomatonArray) => Uint8Array | StoredBytes = (table, name) => bytesOf(table[name]),
): Piece[] {
  const fitNext = arrayOf(fit, 'next');
  const wordNext = arrayOf(automaton, 'next');
  return [
    { field: 'fitColumns', content: columnBytes(fit) },
    { field: 'fitNext', content: fitNext },
    { field: 'fitHere', content: pagesHere(fitNext) },
    { field: 'fitAccept', content: arrayOf(fit, 'accept') },
    { field: 'wordColumns', content: columnBytes(automaton) },
    { field: 'wordNext', content: wordNext },
    { field: 'wordHere', content: pagesHere(wordNext) },
    { field: 'wordAccept', content: arrayOf(automaton, 'accept') },
  ];
}

/** By page of a table: 1 for those that need not be brought (`bring` in assembly/walk.ts). */
function pagesHere(next: Uint8Array | StoredBytes): Uint8Array {
  return next instanceof Uint8Array ? new Uint8Array(Math.ceil(next.length / PAGE_BYTES)).fill(1) : next.emptyPages;
}

/** All else that the prefilter reads and that does not depend on addresses, and the values that stand in the header itself. */
export function derivedPieces(
  program: Program,
  forms: FormSets,
  gates: Int32Array,
): { pieces: Piece[]; values: Partial<Record<LayoutField, number>> } {
  const { keywords } = program;
  const { fit } = program.shapes;
  const gateBytes = 16 * Math.max(1, Math.ceil((Math.max(-1, ...gates) + 1) / 128));
  const literals = literalMarks(program);
  const runs = middleRuns(program);
  const words = keywords.automaton;
  const wordOwners = words.sets.map((set) => detectorsOf(keywords, set));
  const owners = ownerPieces(program, gates, gateBytes);
  const pieces: Piece[] = [
    { field: 'runClasses', content: program.shapes.gates.classes },
    { field: 'allRuns', content: bytesOf(program.shapes.gates.all) },
    { field: 'freeRuns', content: bytesOf(program.shapes.gates.free) },
    { field: 'freeSeconds', content: bytesOf(program.shapes.gates.freeSeconds) },
    ...owners.pieces,
    { field: 'leftBoundary', content: boundaryBytes('left') },
    { field: 'rightBoundary', content: boundaryBytes('right') },
    { field: 'leftClasses', content: classBytes(possibleMasks('left')) },
    { field: 'rightClasses', content: classBytes(possibleMasks('right')) },
    { field: 'setHeads', content: bytesOf(forms.heads) },
    { field: 'setFilter', content: bytesOf(forms.filter) },
    { field: 'setFree', content: forms.needs },
    { field: 'setTail', content: bytesOf(forms.tails) },
    {
      field: 'setGate',
      content: gateRows(
        Array.from({ length: forms.sets.length }, (_, set) => requiredDetectors(program, forms.sets.at(set))),
        gates,
        gateBytes,
      ),
    },
    {
      field: 'wordGate',
      content: gateRows(wordOwners, gates, gateBytes),
    },
    {
      field: 'wordGated',
      content: Uint8Array.from(wordOwners, (owners) => Number(owners.some((detector) => gates[detector]! >= 0))),
    },
    { field: 'wordBeginnings', content: wordBeginnings(words) },
    { field: 'nameGate', content: MOST_NAMES * gateBytes },
    { field: 'literalNibbles', content: literalNibbles(literals) },
    { field: 'literalTriples', content: literalTriples(literals) },
    { field: 'literalMasks', content: literalMasks(literals) },
    { field: 'literalOffsets', content: Uint8Array.from({ length: MOST_LITERALS }, (_, i) => literals[i]?.offset ?? 0) },
    { field: 'literalLaters', content: literalLaters(literals) },
    { field: 'prefixBytes', content: prefixBytes() },
    { field: 'personWords', content: personWords(program) },
    { field: 'atRun', content: runs['@'].run },
    { field: 'schemeRun', content: runs['://'].run },
    { field: 'atBehind', content: runs['@'].behind },
    { field: 'schemeBehind', content: runs['://'].behind },
  ];
  const values = {
    fitFirstAccept: fit.firstAccept,
    fitFirstLeaf: fit.firstLeaf,
    shapeRoot: fit.roots[0]!,
    freeRoot: fit.roots[1]!,
    literalRoot: fit.roots[2]!,
    middleRoot: fit.roots[3]!,
    leftCount: possibleMasks('left').length,
    rightCount: possibleMasks('right').length,
    gateBytes,
    wordFirstAccept: words.firstAccept,
    wordFirstLeaf: words.firstLeaf,
    wordRoot: words.roots[0]!,
    wordDigits: takesDigitSecond(words) ? -1 : 0,
    reach: program.reach,
    longestWord: keywords.longest,
    longestLead: keywords.longestLead,
    longestOwner: owners.longest,
    atLongest: runs['@'].longest,
    schemeLongest: runs['://'].longest,
  };
  return { pieces, values };
}

/** Whether a digit may stand behind the first letter of a keyword, in it or behind it. */
function takesDigitSecond(words: Automaton): boolean {
  for (let letter = 65; letter <= 122; letter++) {
    const state = stepOf(words, words.roots[0]!, letter);
    if (state >= words.firstAccept) return true;
    if (state !== 0) for (let digit = 48; digit <= 57; digit++) if (stepOf(words, state, digit) !== 0) return true;
  }
  return false;
}

/** Twin of `mayBeginWord` in assembly/walk.ts: the beginnings of all keywords. A shorter keyword takes any byte behind it. */
function wordBeginnings(words: Automaton): Uint8Array {
  const bits = new Uint8Array(2 * 4096);
  const set = (table: number, hash: number): void => {
    bits[table * 4096 + (hash >> 3)]! |= 1 << (hash & 7);
  };
  const put = (state: number, depth: number, hash: number): void => {
    if (depth === 3) set(0, hash);
    if (depth === 4) set(1, hash);
    if (depth === 4) return;
    const extended = (low: number): number => (depth === 3 ? (hash * 37 + low) & 0x7fff : (hash << 5) | low);
    if (state >= words.firstAccept) for (let low = 0; low < 32; low++) put(state, depth + 1, extended(low));
    for (let byte = 0; byte < 256; byte++) {
      const next = stepOf(words, state, byte);
      if (next !== 0) put(next, depth + 1, extended(byte & 31));
    }
  };
  put(words.roots[0]!, 0, 0);
  return bits;
}

function needsOf(program: Program, set: readonly number[]): number {
  const { forms, detectors } = program;
  const modes = set.map((entry) => forms.at(entry % forms.length).mode);
  if (modes.every((mode) => mode === 'required')) return 0;
  // Keywords around a match that RE2 is yet to measure are looked up then.
  const wants = set.some((entry) => entry < forms.length && detectors[forms.at(entry).detector]!.keywords.words.length > 0);
  return wants || modes.includes('required') ? 1 : NEEDS_NOTHING;
}

/** Only forms that need a keyword count: without a wide enough window, the gate would drop them. */
function tailOf({ forms }: Program, set: readonly number[]): number {
  const open = set.filter((entry) => entry >= forms.length).map((entry) => forms.at(entry - forms.length));
  return Math.max(0, ...open.filter((form) => form.mode === 'required').map((form) => form.longest));
}

function requiredDetectors(program: Program, set: readonly number[]): number[] {
  return set
    .map((entry) => program.forms.at(entry % program.forms.length))
    .filter((form) => form.mode === 'required')
    .map((form) => form.detector);
}

function detectorsOf(keywords: Program['keywords'], set: readonly number[]): number[] {
  return set.flatMap((keyword) => keywords.owners.of(keyword).map((owner) => owner.detector));
}

/** What may begin with a run and needs a keyword: the row of each run and class, and of each row its detectors and longest match. */
function ownerPieces({ forms, shapes }: Program, gates: Int32Array, gateBytes: number): { pieces: Piece[]; longest: number } {
  const detectors = shapes.shapes.map((): number[] => []);
  for (const form of forms.all()) if (form.mode === 'required') detectors[form.shape]!.push(form.detector);
  const { owners } = shapes.gates;
  const sets = ownerSets(owners).map((set) => set.filter((shape) => detectors[shape]!.length > 0));
  const rows = sets.map((set) => set.flatMap((shape) => detectors[shape]!));
  const longest = sets.map((set) => Math.max(0, ...set.map((shape) => shapes.shapes[shape]!.longest)));
  const pieces: Piece[] = [
    { field: 'runOwners', content: bytesOf(owners.ids) },
    { field: 'ownerGates', content: gateRows(rows, gates, gateBytes) },
    { field: 'ownerLongest', content: bytesOf(Uint32Array.from(longest)) },
  ];
  return { pieces, longest: Math.max(0, ...longest) };
}

/** One row of bits a set; detectors without a gate bit leave no trace. */
export function gateRows(sets: readonly (readonly number[])[], gates: Int32Array, gateBytes: number): Uint8Array {
  const rows = new Uint8Array(sets.length * gateBytes);
  sets.forEach((detectors, row) => {
    for (const detector of detectors) {
      const gate = gates[detector]!;
      if (gate >= 0) rows[row * gateBytes + (gate >> 3)]! |= 1 << (gate & 7);
    }
  });
  return rows;
}

/** The literals of all forms, each triple and offset once. */
function literalMarks(program: Program): readonly LiteralMark[] {
  const unique = new Map<string, LiteralMark>();
  for (const { mark } of program.forms.all()) {
    for (const literal of mark.kind === 'literal' ? mark.literals : []) {
      const key = JSON.stringify([literal.bytes, literal.offset, literal.startsWord, literal.later?.distance]);
      unique.set(key, joinedMark(literal, unique.get(key)));
    }
  }
  const sorted = [...unique.values()].sort((a, b) => compareBytes(a, b));
  if (sorted.length > MOST_LITERALS) throw new RangeError('the sheets have more literal beginnings than the prefilter holds');
  return sorted;
}

/** Two that differ in what may stand behind them at most mark together what one does that allows both. */
function joinedMark(mark: LiteralMark, other: LiteralMark | undefined): LiteralMark {
  if (mark.later === undefined || other?.later === undefined) return mark;
  const { distance } = mark.later;
  const bytes = [...new Set([...mark.later.bytes, ...other.later.bytes])].sort((a, b) => a - b);
  return { ...mark, later: { distance, bytes } };
}

function compareBytes(a: LiteralMark, b: LiteralMark): number {
  return (
    a.bytes[0][0]! - b.bytes[0][0]! ||
    a.bytes[1][0]! - b.bytes[1][0]! ||
    a.bytes[2][0]! - b.bytes[2][0]! ||
    (a.bytes[3][0] ?? 0) - (b.bytes[3][0] ?? 0) ||
    a.offset - b.offset ||
    (a.later?.distance ?? 0) - (b.later?.distance ?? 0)
  );
}

interface Middle {
  run: Uint8Array;
  longest: number;
  behind: Uint8Array;
}

/** What stands around each anchor. Forms with different runs would have different starts. */
function middleRuns(program: Program): Record<'@' | '://', Middle> {
  const none = (): Middle => ({ run: new Uint8Array(256), longest: 0, behind: new Uint8Array(256) });
  const runs = { '@': none(), '://': none() };
  for (const { mark } of program.forms.all()) {
    if (mark.kind !== 'middle') continue;
    const known = runs[mark.anchor];
    const isFirst = known.longest === 0;
    if (!isFirst && !known.run.every((flag, byte) => flag === mark.run[byte])) {
      throw new RangeError(`two forms have different characters before ${mark.anchor}`);
    }
    known.run = mark.run;
    known.longest = Math.max(known.longest, mark.longest);
    known.behind = isFirst ? mark.behind : joinedBehind(known.behind, mark.behind);
  }
  return runs;
}

/** What one of two forms lets follow an anchor: their runs must be the same, or nothing can be said. */
function joinedBehind(a: Uint8Array, b: Uint8Array): Uint8Array {
  const isSame = a.every((flag, byte) => (flag & 1) === (b[byte]! & 1));
  return isSame ? a.map((flag, byte) => flag | b[byte]!) : new Uint8Array(256).fill(2);
}

function boundaryBytes(side: 'left' | 'right'): Uint8Array {
  const { refuse, joiner, joined } = boundaryTables(side);
  const bytes = new Uint8Array(768);
  bytes.set(refuse, 0);
  bytes.set(joiner, 256);
  bytes.set(joined, 512);
  return bytes;
}

function classBytes(masks: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, mask) => Math.max(0, masks.indexOf(mask)));
}

/** Place in `PREFIX_BYTES` from 1; 0 for all other bytes. */
function prefixBytes(): Uint8Array {
  const places = new Uint8Array(256);
  [...PREFIX_BYTES].forEach((char, i) => {
    places[char.charCodeAt(0)] = i + 1;
  });
  return places;
}

/** Columns as addresses relative to the table: two bytes an entry. */
function columnBytes({ columns }: Automaton): Uint8Array {
  return bytesOf(columns.map((column) => column * 2));
}

export function bytesOf(array: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
