/** Dates, coordinates and Social Security numbers against slow twins on text, because the validators read bytes in place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReservedCheck } from '../../src/core/verdict.js';
import { birthDate } from '../../src/validators/birth-date.js';
import { isBirthDate, isDate, isShortDate } from '../../src/validators/calendar.js';
import { coordinates, isOpenSea } from '../../src/validators/coordinates.js';
import { DATE_FILLERS, MONTH_NAMES, monthOfWord } from '../../src/validators/month-names.js';
import { ssnAreaGroupSerial } from '../../src/validators/us-ssn.js';
import { expectTotal, isReserved, verdictOf } from './verdicts.js';

const SEED = 20260808;
const monthNames = MONTH_NAMES.flatMap((names) => names.split(' '));
const fillers = DATE_FILLERS.split(' ');

/** Whether the platform's calendar has the day. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

describe('the calendar', () => {
  it('has the days of the platform’s, and years of two digits in two centuries', () => {
    const differences: number[][] = [];
    for (let year = 1890; year <= 2110; year++)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const there = exists(year, month, day);
          const short = exists(1900 + (year % 100), month, day) || exists(2000 + (year % 100), month, day);
          const isBirth = there && year >= 1900 && year <= 2035;
          const is = [isDate(year, month, day), isBirthDate(year, month, day), isShortDate(year % 100, month, day)];
          if (is.join() !== [there, isBirth, short].join()) differences.push([year, month, day]);
        }
    expect(differences).toEqual([]);
  });
});

describe('names of months', () => {
  /** By the first seven letters, accented ones left out, in any case. */
  function twin(word: string): number {
    const front = word
      .replace(/[^\0-\x7f]/gu, '')
      .toLowerCase()
      .slice(0, 7);
    const month = MONTH_NAMES.findIndex((names) => names.split(' ').some((name) => name.slice(0, 7) === front));
    if (month >= 0) return month + 1;
    return fillers.some((filler) => filler.slice(0, 7) === front) ? 0 : -1;
  }

  it.each(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'da', 'nb', 'sv', 'pl'])('are those of Unicode in %s', (language) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const name = format.formatToParts(Date.UTC(2026, month - 1, 1)).find((part) => part.type === 'month')!.value;
      const bytes = Buffer.from(`x${name}y`);
      expect(monthOfWord(bytes, 1, bytes.length - 1), name).toBe(month);
    }
  });

  it('are read without the bytes of letters beyond ASCII', () => {
    for (const word of ['mÀrz', 'm\u00bfrz', 'm€rz']) {
      const bytes = Buffer.from(word);
      expect(monthOfWord(bytes, 0, bytes.length), word).toBe(3);
    }
  });

  it('are found by their first seven letters', () => {
    const word = fc.oneof(
      fc.constantFrom(...monthNames, ...fillers),
      fc.stringMatching(/^[a-z]{1,9}$/),
      fc.constantFrom('août', 'março', 'février', 'décembre', 'jänner', 'é', 'ä'),
      fc.constantFrom(...fillers),
    );
    const changed = fc
      .tuple(word, fc.nat(9), fc.constantFrom('', '', 'a', 'r', 'é'), fc.boolean())
      .map(([text, at, letter, isUpper]) => {
        const made = letter === '' ? text : text.slice(0, at) + letter + text.slice(at + 1);
        return isUpper ? made.toUpperCase() : made;
      });
    const counts = [0, 0, 0];
    fc.assert(
      fc.property(changed, (text) => {
        const bytes = Buffer.from(`x${text}y`);
        const month = twin(text);
        expect(monthOfWord(bytes, 1, bytes.length - 1), text).toBe(month);
        counts[Math.min(month, 1) + 1]!++;
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(Math.min(...counts)).toBeGreaterThan(100);
  });
});

describe('birth dates', () => {
  const year = (text: string) => (text.length === 4 ? 'long' : text.length === 2 ? 'short' : undefined);

  function isInYear(text: string, month: number, day: number): boolean {
    const kind = year(text);
    if (kind === 'short') return isShortDate(Number(text), month, day);
    return kind === 'long' && isBirthDate(Number(text), month, day) && !(text === '1900' && month === 1 && day === 1);
  }

  /** Tokens of the text until three parts are read; the layouts are tried on them. */
  function twin(text: string): string {
    const parts: string[] = [];
    let month = 0;
    for (const [token] of text.matchAll(/\d+|[A-Za-z\u0080-\uffff]+/g)) {
      if (parts.length + (month > 0 ? 1 : 0) === 3) break;
      if (/\d/.test(token)) {
        if (token.length > 8) return 'invalid';
        parts.push(token);
        if (token.length === 8) {
          const layouts = [/(....)(..)(..)/, /(?<d>..)(?<m>..)(?<y>....)/, /(?<m>..)(?<d>..)(?<y>....)/];
          const isSolid = layouts.some((layout) => {
            const found = layout.exec(token)!;
            const { y = found[1], m = found[2], d = found[3] } = found.groups ?? {};
            return isBirthDate(Number(y), Number(m), Number(d));
          });
          return parts.length === 1 && isSolid ? 'unknown' : 'invalid';
        }
      } else {
        const bytes = Buffer.from(token);
        const named = monthOfWord(bytes, 0, bytes.length);
        if (named < 0 || (named > 0 && month > 0)) return 'invalid';
        month ||= named;
      }
    }
    const [first = '', second = '', third = ''] = parts;
    if (month > 0) {
      const [yearText, day] = first.length === 4 ? [first, second] : [second, first];
      return parts.length === 2 && isInYear(yearText, month, Number(day)) ? 'unknown' : 'invalid';
    }
    if (parts.length !== 3) return 'invalid';
    if (first.length === 4) return isInYear(first, Number(second), Number(third)) ? 'unknown' : 'invalid';
    const isDated = isInYear(third, Number(second), Number(first)) || isInYear(third, Number(first), Number(second));
    return isDated ? 'unknown' : 'invalid';
  }

  const number = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 32 }).map((n) => String(n).padStart(2, '0')) },
    { weight: 3, arbitrary: fc.integer({ min: 1895, max: 2040 }).map(String) },
    { weight: 2, arbitrary: fc.stringMatching(/^\d{1,9}$/) },
  );
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...monthNames, 'März', 'août') },
    { weight: 3, arbitrary: fc.constantFrom(...fillers, 'marbles') },
  );
  const separator = fc.constantFrom('-', '/', '.', ' ', '. ', ', ', '', 'T');
  const shuffled = fc
    .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: number }, { weight: 1, arbitrary: word }), separator), { maxLength: 5 })
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const written = fc
    .tuple(number, separator, fc.oneof(number, word), separator, number, fc.constantFrom('', '', 'T00:00:00.000Z', ' 1'))
    .map((parts) => parts.join(''));
  const solid = fc
    .tuple(fc.integer({ min: 1895, max: 2040 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), fc.nat(2))
    .map(([y, m, d, layout]) => {
      const [month, day] = [m, d].map((n) => String(n).padStart(2, '0')) as [string, string];
      return [`${y}${month}${day}`, `${day}${month}${y}`, `${month}${day}${y}`][layout]!;
    });

  it('are those that the twin reads', () => {
    const counts = { unknown: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.oneof(shuffled, written, written, solid), (text) => {
        const verdict = twin(text);
        expect(birthDate(Buffer.from(`7${text}7`), 1, Buffer.byteLength(text) + 1), text).toBe(verdict);
        counts[verdict as 'unknown']++;
      }),
      { seed: SEED, numRuns: 20_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(2000);
  });

  it('get a verdict on any bytes', () => expectTotal(birthDate));
});

describe('coordinates', () => {
  /** Digits are added up in double precision from the left, as the rule has always been applied. */
  function degreesOf(text: string): number {
    const [integer = '', fraction = ''] = text.split('.');
    let value = Number(integer);
    let scale = 0.1;
    for (const digit of fraction) {
      value += Number(digit) * scale;
      scale /= 10;
    }
    return value;
  }

  function twin(text: string): string {
    const numbers = text.match(/\d+(?:\.\d*)?/g) ?? [];
    if (numbers.length !== 2 || !/[1-9]/.test(numbers.join())) return 'invalid';
    return degreesOf(numbers[0]!) <= 90 && degreesOf(numbers[1]!) <= 180 ? 'unknown' : 'invalid';
  }

  /** Two numbers with decimals: of one alone nothing is said. */
  const inSea: (text: string) => boolean = (text) =>
    text.split('.').length > 2 && text.split(/[^\d.]/).every((word) => Number(word.split('.')[0]!.replace(/\D/g, '')) < 4);

  const number = (most: number) =>
    fc
      .tuple(
        fc.constantFrom('', '', '-'),
        fc.oneof(fc.integer({ min: 0, max: most + 3 }), fc.constantFrom(most, most, 0, 1, 3, 4)),
        fc.oneof(
          fc.constant(''),
          fc.stringMatching(/^\.\d{0,15}$/),
          fc.stringMatching(/^\.0{3,14}\d$/),
          fc.constant('.000000000000007'),
        ),
      )
      .map((parts) => parts.join(''));
  const text = fc
    .tuple(number(90), fc.constantFrom(',', ', ', '° N, ', '.', ''), number(180), fc.constantFrom('', '', '° W', '.', ',7', '.5'))
    .map((parts) => parts.join(''));
  const bytesOf = (value: string) => Buffer.from(`9${value}9`);
  const reserved = (check: ReservedCheck, value: string) => check(bytesOf(value), 1, bytesOf(value).length - 1);

  it('are those that the twin reads', () => {
    const counts = { unknown: 0, invalid: 0, sea: 0 };
    fc.assert(
      fc.property(text, (value) => {
        const verdict = twin(value);
        expect(coordinates(bytesOf(value), 1, bytesOf(value).length - 1), value).toBe(verdict);
        expect(reserved(isOpenSea, value), value).toBe(inSea(value));
        counts[verdict as 'unknown']++;
        if (inSea(value)) counts.sea++;
      }),
      { seed: SEED, numRuns: 12_000 },
    );
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(300);
  });

  it('get a verdict on any bytes', () => {
    expectTotal(coordinates);
    expect(isReserved(isOpenSea, '')).toBe(false);
    expect(isReserved(isOpenSea, '1.25')).toBe(false);
    expect(isReserved(isOpenSea, '1.25,-0.5')).toBe(true);
  });
});

describe('Social Security numbers', () => {
  const digits = fc.oneof(
    fc.stringMatching(/^\d{9}$/),
    fc
      .tuple(fc.constantFrom('000', '001', '666', '899', '900', '999'), fc.stringMatching(/^\d{6}$/))
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.stringMatching(/^\d{3}$/), fc.constantFrom('00', '01', '10'), fc.constantFrom('0000', '0001', '1000'))
      .map((parts) => parts.join('')),
    fc.nat(9).map((digit) => String(digit).repeat(9)),
    fc.stringMatching(/^\d{7,11}$/),
  );
  const text = fc
    .tuple(digits, fc.constantFrom('-', ' ', '', '.', '/', '_', '--'))
    .map(([value, sign]) => [value.slice(0, 3), value.slice(3, 5), value.slice(5)].join(sign));

  it('are those that the pattern describes', () => {
    fc.assert(
      fc.property(text, (value) => {
        const plain = value.replace(/[-. /]/g, '');
        const isOne = /^(?!000|666|9|(\d)\1{8})\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(plain);
        expect(verdictOf(ssnAreaGroupSerial, value), value).toBe(isOne ? 'unknown' : 'invalid');
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });
});
