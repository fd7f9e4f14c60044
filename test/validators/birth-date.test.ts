/** Birth dates: every layout and language, and only days that exist in plausible years. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDate } from '../../src/validators/birth-date.js';
import { EARLIEST_BIRTH_YEAR, isDate, LATEST_BIRTH_YEAR } from '../../src/validators/calendar.js';
import { judge } from './national-number.js';
import { verdictOf } from './verdicts.js';

const SEED = 20260801;
const date = fc.record({
  year: fc.integer({ min: 1850, max: 2100 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
});
const two = (value: number) => String(value).padStart(2, '0');

/** Whether the day exists, as the platform's own calendar sees it. */
function exists({ year, month, day }: { year: number; month: number; day: number }): boolean {
  const built = new Date(Date.UTC(year, month - 1, day));
  return built.getUTCFullYear() === year && built.getUTCMonth() === month - 1 && built.getUTCDate() === day;
}

describe('calendar', () => {
  it('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(date, (value) => {
        expect(isDate(value.year, value.month, value.day)).toBe(exists(value));
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});

describe('birth dates', () => {
  it.each([
    '1985-04-12',
    '1985/4/2',
    '1985 04 12',
    '12.04.1985',
    '04/12/1985',
    '12-04-85',
    '29.02.00',
    '19850412',
    '12041985',
    '04121985',
    '1985-04-12T00:00:00.000Z',
    'April 12, 1985',
    'Apr. 12th, 1985',
    'SEPT 3 1985',
    '12th of June 1985',
    '12APR85',
    '12. März 1985',
    '3. Mai 1985',
    '1. Dezember 1985',
    '1er août 1985',
    '14 juillet 1985',
    '14 juin 1985',
    '9 févr. 1985',
    '12 de abril de 1985',
    '1 enero 1985',
    '2 settembre 1985',
    '30 giugno 1985',
    '7 de março de 1985',
    '7 fevereiro 1985',
    '1985 April 12',
  ])('accepts %s', (text) => {
    expect(judge(birthDate, text)).toBe('unknown');
  });

  it.each([
    '1985-02-30',
    '1985-13-12',
    '31.04.1985',
    '29.02.1985',
    '00.04.1985',
    '1885-04-12',
    '2036-01-01',
    '19850231',
    '30022000',
    'April 31, 1985',
    '12 marbles 1985',
    '12 Marchand 1985',
    '12 foo 04 1985',
    '12 April May 1985',
    '12 April 185',
    'April 1985',
    '1900-01-01',
    '01.01.1900',
    '1 January 1900',
    '1985-04',
    '123456789',
    '12',
    '',
  ])('refuses %s', (text) => {
    expect(judge(birthDate, text)).toBe('invalid');
  });

  it('accepts a full date if and only if it exists and its year is plausible', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('-', '/', '.', ' '), ({ year, month, day }, separator) => {
        const isFirst = year === EARLIEST_BIRTH_YEAR && month === 1 && day === 1;
        const plausible = year >= EARLIEST_BIRTH_YEAR && year <= LATEST_BIRTH_YEAR && !isFirst;
        const iso = [year, two(month), two(day)].join(separator);
        expect(judge(birthDate, iso), iso).toBe(plausible && exists({ year, month, day }) ? 'unknown' : 'invalid');
        const european = [two(day), two(month), year].join(separator);
        const swapped = exists({ year, month: day, day: month });
        expect(judge(birthDate, european), european).toBe(
          plausible && (exists({ year, month, day }) || swapped) ? 'unknown' : 'invalid',
        );
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('is no birth date where a time with seconds follows, but for 00: that is when something was recorded', () => {
    const verdict = (behind: string) => {
      const bytes = Buffer.from(`1985-04-12${behind}`);
      return birthDate(bytes, 0, 10);
    };
    for (const behind of [' 10:21:33', 'T10:21:33', ' 10:21:03', ' 10:21:30Z', ' 00:00:01'])
      expect(verdict(behind), behind).toBe('invalid');
    // Each byte of it counts.
    const time = ' 10:21:33';
    const others = [...time].map((byte, i) => time.slice(0, i) + (/\d/.test(byte) ? ':' : '-') + time.slice(i + 1));
    for (const behind of ['', ' 10:21:00', 'T00:00:00', ' 10:21', time.slice(0, -1), '_10:21:33', ...others])
      expect(verdict(behind), behind).toBe('unknown');
  });

  it('reads words of letters alone, to the end of the value and no further', () => {
    for (const text of [
      '12 {April} 1985',
      '12 [April] 1985',
      '12_April_1985',
      '12`April`1985',
      '12@April@1985',
      '1 MARZO 1985',
      '12 aprile 1985',
    ])
      expect(judge(birthDate, text), text).toBe('unknown');
    // What stands behind a value here begins with a letter.
    for (const text of ['1985 12 April', '1985-12 APR']) expect(verdictOf(birthDate, text), text).toBe('unknown');
    expect(verdictOf(birthDate, `${'0'.repeat(256)}1985-04-12`)).toBe('invalid');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(['unknown', 'invalid']).toContain(birthDate(bytes, 0, bytes.length));
      }),
      { seed: SEED },
    );
  });
});
