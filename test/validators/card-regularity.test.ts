/** How regular a number is, by plain words on its text: the twin of the pass over its bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNearGroups, readRegularity } from '../../src/validators/card-regularity.js';

const RUNS = { seed: 20261122, numRuns: 4000 };

/** The check on a text between other digits, which it must not read. */
function asked<T>(check: (bytes: Uint8Array, start: number, end: number) => T, text: string): T {
  const bytes = Buffer.from(`7777${text}8888`, 'latin1');
  return check(bytes, 4, bytes.length - 4);
}

/** Length of the longest row in which each digit follows from the one before by `step`. */
function longestRow(digits: readonly number[], step: number): number {
  const lengths = digits.map((_digit, from) => {
    let at = from;
    while (at + 1 < digits.length && digits[at + 1]! - digits[at]! === step) at++;
    return at - from + 1;
  });
  return Math.max(0, ...lengths);
}

describe('regularity', () => {
  const digit = fc.constantFrom(...'0123456789');
  const pieces = fc.oneof(digit, digit, fc.constantFrom('0000', '99999', '01234', '98765', '3456', '6543', '12321', ' ', '-'));

  it('is that of the digits, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const digits = [...text.replaceAll(/\D/g, '')].map(Number);
        expect(asked(readRegularity, text), text).toEqual({
          longestRun: longestRow(digits, 0),
          longestCount: Math.max(longestRow(digits, 1), longestRow(digits, -1)),
          different: new Set(digits).size,
        });
      }),
      RUNS,
    );
  });
});

describe('near groups', () => {
  /** Whether groups of four are neighbours: two that differ by 1, all within 1,000, three in a row within 100, or three that rise evenly. */
  function areNear(text: string): boolean {
    const groups = text.split(/[ ./-]/);
    if (groups.slice(0, -1).some((group) => group.length !== 4)) return false;
    const fours = groups.filter((group) => group.length === 4).map(Number);
    if (fours.length < 3) return false;
    const spread = (some: readonly number[]) => Math.max(...some) - Math.min(...some);
    const rows = fours.slice(2).map((_group, i) => fours.slice(i, i + 3));
    return (
      fours.some((a, i) => fours.slice(i + 1).some((b) => Math.abs(a - b) <= 1)) ||
      spread(fours) < 1000 ||
      rows.some((row) => spread(row) < 100 || row[1]! - row[0]! === row[2]! - row[1]!)
    );
  }

  const four = (value: number) => String(value).padStart(4, '0');
  const far = fc.integer({ min: 0, max: 9999 });
  /** Groups at just about the distances that count. */
  const near = fc
    .tuple(
      fc.integer({ min: 2200, max: 7000 }),
      fc.array(fc.constantFrom(-1000, -999, -101, -100, -99, -2, -1, 0, 1, 2, 50, 99, 100, 101, 999, 1000, 2100), {
        maxLength: 5,
      }),
    )
    .map(([base, steps]) => [base, ...steps.map((step) => base + step)]);

  it('are those that the twin finds', () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(
        fc.oneof(near, fc.array(far, { maxLength: 6 })),
        fc.constantFrom(...' -./'),
        fc.constantFrom('', '1', '123', '12345'),
        (groups, separator, rest) => {
          const text = [...groups.map(four), ...(rest === '' ? [] : [rest])].join(separator);
          const expected = areNear(text);
          expect(asked(hasNearGroups, text), text).toBe(expected);
          seen[`${expected}`]++;
        },
      ),
      RUNS,
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
  });

  it('are groups of four, but for the last', () => {
    for (const text of ['4440 4445 4452', '4440 4445 4452 44', '4440 4445 4452 4', '0001 0002 9000'])
      expect(asked(hasNearGroups, text), text).toBe(true);
    for (const text of [
      '444 4445 4452 4457',
      '44400 4445 4452 4457',
      '4440  4445 4452 4457',
      '4440 4445',
      '4440 4445 44',
      '444044454452',
      '-4440 4445 4452',
      '',
    ])
      expect(asked(hasNearGroups, text), text).toBe(false);
    // Eight are read; more are no card.
    const nine = '1000 3000 5100 7300 9600 2222 4444 6789';
    expect(asked(hasNearGroups, `${nine} 6789`)).toBe(false);
  });
});
