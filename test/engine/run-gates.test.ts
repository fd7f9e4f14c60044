/** Run gates refuse what no form can be, and nothing else: checked against the forms' own tables, run by run. */
import { expect, it } from 'vitest';
import { BOUNDARIES, type BoundaryName } from '../../src/core/boundary.js';
import { buildAutomaton, stepOf } from '../../src/engine/automaton.js';
import { PREFIX_BYTES } from '../../src/engine/marks.js';
import { parsePattern } from '../../src/engine/pattern.js';
import {
  BEHIND_CLASSES,
  buildRunGates,
  ownerSets,
  RUN_LENGTHS,
  type RunGate,
  type RunGates,
} from '../../src/engine/run-gates.js';

const END_CLASS = 31;

function gatesOf(pattern: string, boundary: BoundaryName): RunGates {
  return buildRunGates([{ table: buildAutomaton([{ node: parsePattern(pattern) }], [[0]]), boundary, free: true, index: 0 }]);
}

/** What the prefilter asks: may the form begin with this text, which ends here or goes on with `behind`? */
function mayFit(gates: RunGates, gate: RunGate, text: string, behind: string): boolean {
  const all = text + behind;
  const digits = Math.min(/^[0-9]*/.exec(text)![0].length, RUN_LENGTHS - 1);
  const run = Math.min(/^[0-9A-Za-z]*/.exec(text)![0].length, RUN_LENGTHS - 1);
  const letters = Math.min(/^[A-Za-z]*/.exec(text)![0].length, 4);
  const classAt = (place: number): number => (place < all.length ? gates.classes[all.charCodeAt(place)]! : END_CLASS);
  const allows = (row: number, place: number): boolean => ((gate[row]! >>> classAt(place)) & 1) === 1;
  return allows(digits, digits) && allows((1 + letters) * RUN_LENGTHS + run, run);
}

it.each([
  [String.raw`\d{9}`, 'digit', '123456789', true],
  [String.raw`\d{9}`, 'digit', '12345678', false],
  [String.raw`\d{9}`, 'digit', '1234567890', false],
  [String.raw`\d{3}-\d{2}-\d{4}`, 'digit', '536', false],
  [String.raw`\d{3}-\d{2}-\d{4}`, 'digit', '536-90-4399', true],
  [String.raw`\d{3}-\d{2}-\d{4}`, 'digit', '5369-90-4399', false],
  [String.raw`[A-Z]\d{8}`, 'word', 'A12345678', true],
  [String.raw`[A-Z]\d{8}`, 'word', 'AB1234567', false],
  [String.raw`[A-Z]\d{8}`, 'word', 'A1234567', false],
  [String.raw`[A-Z]{2}\d{2}[0-9A-Z]{11,30}`, 'word', 'DE89370400440532013000', true],
  [String.raw`[A-Z]{2}\d{2}[0-9A-Z]{11,30}`, 'word', 'DE893704', false],
  [String.raw`[a-z]{40,60}`, 'word', 'a'.repeat(58), true],
] as const)('%s (%s) may begin as %s: %s', (pattern, boundary, text, expected) => {
  const gates = gatesOf(pattern, boundary);
  expect(mayFit(gates, gates.all, text, '')).toBe(expected);
  expect(mayFit(gates, gates.free, text, ' ')).toBe(expected);
});

it('allows every beginning that a form matches, whatever stands behind it', () => {
  const forms = [
    [String.raw`\d{3}[ -]?\d{2}[ -]?\d{4}`, 'digit'],
    [String.raw`(?:[A-Z]\d[A-Z]|\d{2}[a-f]{1,3})-\d+x?`, 'token'],
    ['[0-9a-f]{2}(?::[0-9a-f]{2}){2}', 'word'],
  ] as const;
  const alphabet = [...'019afxAZ :-'];
  for (const [pattern, boundary] of forms) {
    const gates = gatesOf(pattern, boundary);
    const table = buildAutomaton([{ node: parsePattern(pattern) }], [[0]]);
    const { refuse } = BOUNDARIES[boundary].right;
    let matches = 0;
    const visit = (text: string, state: number): void => {
      if (table.accept[state] !== 0) {
        for (const behind of ['', ...alphabet].filter((char) => char === '' || !refuse[char.charCodeAt(0)])) {
          matches++;
          expect(mayFit(gates, gates.all, text, behind), `${pattern}: ${text}|${behind}`).toBe(true);
        }
      }
      if (text.length === 12) return;
      for (const char of alphabet) {
        const next = stepOf(table, state, char.charCodeAt(0));
        // Each place tries a few of the bytes that are alike, or there would be millions of texts.
        if (next !== 0 && (text.length < 4 || '0a:- x'.includes(char))) visit(text + char, next);
      }
    };
    visit('', table.roots[0]!);
    expect(matches).toBeGreaterThan(50);
  }
});

/** Kinds of rows before those of runs behind a byte of `PREFIX_BYTES`. */
const OTHER_KINDS = 6;

it.each([
  [String.raw`\+\d{5}`, '+12345', '', true],
  [String.raw`\+\d{5}`, '+1234', ' ', false],
  [String.raw`\+\d{5}`, '+123456', ' ', false],
  [String.raw`\+\d{5}`, '+12345', '6', false],
  [String.raw`\(\d{3}\) \d{4}`, '(212', ')', true],
  [String.raw`\(\d{3}\) \d{4}`, '(212', ' ', false],
  [String.raw`\(\d{3}\) \d{4}`, '+212', ')', false],
])('behind a byte that may stand before a start: %s, %s, then %o: %s', (pattern, start, behind, expected) => {
  const gates = gatesOf(pattern, 'digit');
  const kind = OTHER_KINDS + PREFIX_BYTES.indexOf(start[0]!);
  const classBehind = behind === '' ? END_CLASS : gates.classes[behind.charCodeAt(0)]!;
  const row = kind * RUN_LENGTHS + start.length - 1;
  expect(((gates.all[row]! >>> classBehind) & 1) === 1).toBe(expected);
});

it('names, of the shapes that need a keyword, those that may begin with a run', () => {
  const patterns = [String.raw`\d{9}`, String.raw`\d{3}-\d{2}`, String.raw`[A-Z]\d{8}`, String.raw`\d{2}x`];
  const gates = buildRunGates(
    patterns.map((pattern, i) => ({
      table: buildAutomaton([{ node: parsePattern(pattern) }], [[0]]),
      boundary: 'digit' as const,
      free: i === 3,
      index: 10 + i,
    })),
  );
  const sets = ownerSets(gates.owners);
  const owners = (row: number, behind: string): number[] =>
    sets[gates.owners.ids[row * BEHIND_CLASSES + (behind === '' ? END_CLASS : gates.classes[behind.charCodeAt(0)]!)]!]!;
  expect(owners(9, '')).toEqual([10]);
  expect(owners(9, ' ')).toEqual([10]);
  expect(owners(3, '-')).toEqual([11]);
  expect(owners(3, ' ')).toEqual([]);
  expect(owners(8, ' ')).toEqual([]);
  // Runs of letters and digits that begin with one letter.
  expect(owners(2 * RUN_LENGTHS + 9, '')).toEqual([12]);
});
