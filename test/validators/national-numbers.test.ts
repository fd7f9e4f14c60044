/**
 * National, tax and health numbers against published values, the promises of their checksums, and stdnum as oracle.
 * Where the oracle and the rule differ, the row says so in `differs`.
 */
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { judge, repaired } from './national-number.js';
import { EUROPEAN_NUMBERS } from './national-numbers-europe.js';
import { NEIGHBOURING_NUMBERS } from './national-numbers-neighbours.js';
import { OVERSEAS_NUMBERS } from './national-numbers-overseas.js';
import { WORLD_NUMBERS } from './national-numbers-world.js';

const SEED = 20260801;
const RANDOM_RUNS = 1000;
const REPAIRED_RUNS = 150;

describe.each(
  [...EUROPEAN_NUMBERS, ...NEIGHBOURING_NUMBERS, ...WORLD_NUMBERS, ...OVERSEAS_NUMBERS].map((row) => [row.name, row] as const),
)('%s', (_name, row) => {
  const text = fc.stringMatching(row.shape);
  const oracle = (value: string) => row.oracle(stdnum, value);

  it('accepts published values and refuses what breaks the rule', () => {
    for (const value of row.accepted) expect(judge(row.validator, value), value).toBe(row.best ?? 'valid');
    for (const value of row.refused) expect(judge(row.validator, value), value).toBe('invalid');
  });

  it('agrees with the oracle on random text of its shape', () => {
    fc.assert(
      fc.property(text, (value) => {
        if (row.differs?.(value)) return;
        expect(row.agrees(judge(row.validator, value)), value).toBe(oracle(value));
      }),
      { seed: SEED, numRuns: RANDOM_RUNS },
    );
  });

  it('accepts every value that the oracle accepts', () => {
    let met = 0;
    // A check of more characters costs more trials to repair.
    const numRuns = Math.ceil(REPAIRED_RUNS / row.check[1] ** 2);
    fc.assert(
      fc.property(text, (value) => {
        const valid = repaired(value, row, oracle);
        if (valid === undefined || row.differs?.(valid)) return;
        met++;
        expect(row.agrees(judge(row.validator, valid)), valid).toBe(true);
      }),
      { seed: SEED, numRuns },
    );
    expect(met).toBeGreaterThan(numRuns / 50);
  });

  it('notices every single wrong digit that the rule promises to find', () => {
    fc.assert(
      fc.property(text, (value) => {
        const valid = repaired(value, row, (candidate) => judge(row.validator, candidate) === 'valid');
        if (valid === undefined) return;
        for (let at = 0; at < valid.length; at++) {
          if (!/\d/.test(valid[at]!)) continue;
          for (let digit = 0; digit <= 9; digit++) {
            if (String(digit) === valid[at]) continue;
            const wrong = valid.slice(0, at) + digit + valid.slice(at + 1);
            if (row.unsure?.(valid, at, wrong)) continue;
            expect(judge(row.validator, wrong), `${valid} → ${wrong}`).not.toBe('valid');
          }
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('never throws, and says `invalid` of bytes that are no such number', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(['valid', 'unknown', 'invalid']).toContain(row.validator(bytes, 0, bytes.length));
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(judge(row.validator, '')).toBe('invalid');
    for (const value of row.accepted) {
      for (const cut of [value.slice(0, 5), `${value}${value}${value}`]) expect(judge(row.validator, cut)).toBe('invalid');
    }
  });
});
