// Phone numbers against libphonenumber-js with its full metadata, the library that the tables are compiled from.
import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import {
  fictitiousPhone,
  internationalPhone,
  nationalPhone,
  otherDialledPhone,
  otherFictitiousPhone,
  otherInternationalPhone,
  type Trunk,
} from '../../src/validators/phone-number.js';

const SEED = 20260801;
const OWN: readonly [code: number, country: CountryCode, trunk: Trunk][] = [
  [1, 'US', 'one'],
  [33, 'FR', 'zero'],
  [34, 'ES', 'none'],
  [39, 'IT', 'none'],
  [44, 'GB', 'zero'],
  [49, 'DE', 'zero'],
  [55, 'BR', 'zero-and-carrier'],
];

/** The verdict, with other digits on both sides that must not be read. */
const judge = (validator: Validator, text: string) => {
  const bytes = Buffer.from(`7${text}7`);
  return validator(bytes, 1, bytes.length - 1);
};
const accepted = (text: string) =>
  [...OWN.map(([code]) => internationalPhone(code)), otherInternationalPhone].filter((v) => judge(v, text) === 'valid').length;

describe('international numbers', () => {
  /** As random as they come: an assigned calling code four times in five, then any digits. */
  const codes = [...new Set(getCountries().map((country) => getExampleNumber(country, examples)?.countryCallingCode ?? '1'))];
  const random = fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...codes) },
        { weight: 1, arbitrary: fc.stringMatching(/^[1-9]\d{0,2}$/) },
      ),
      fc.stringMatching(/^\d{4,13}$/),
    )
    .map(([code, rest]) => `+${code}${rest}`);
  /** One or two digits of a real number changed. */
  const near = fc
    .tuple(
      fc.constantFrom(...getCountries()),
      fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...'0123456789')), { minLength: 1, maxLength: 2 }),
    )
    .map(([country, changes]) => {
      const digits = [...(getExampleNumber(country, examples)?.number ?? '+12015550123')];
      for (const [back, digit] of changes) if (digits.length - 1 - back > 3) digits[digits.length - 1 - back] = digit;
      return digits.join('');
    });

  it('agree with libphonenumber but for limits of our own', () => {
    const counts = { both: 0, neither: 0, limited: 0 };
    const differences: string[] = [];
    for (const text of fc.sample(fc.oneof(random, near), { numRuns: 40_000, seed: SEED })) {
      const parsed = parsePhoneNumberFromString(text);
      const theirs = parsed?.isValid() ?? false;
      const sheets = accepted(text);
      expect(sheets).toBeLessThanOrEqual(1);
      const digits = text.length - 1;
      if (theirs === (sheets === 1)) counts[theirs ? 'both' : 'neither']++;
      // Ours: 8 digits and more, at most 11 behind +49; the library also completes numbers that lack a digit or have a
      // foreign trunk prefix (Turkmenistan, Norfolk Island, +1 1…, +7 8…), where its result is not what was written.
      else if (theirs && (digits < 8 || (text.startsWith('+49') && digits > 13) || parsed?.number !== text)) counts.limited++;
      else differences.push(`${text} ${theirs} ${parsed?.country}`);
    }
    expect(counts.both).toBeGreaterThan(10_000);
    expect(counts.neither).toBeGreaterThan(10_000);
    expect(counts.limited).toBeLessThan(800);
    expect(differences).toEqual([]);
  });

  it('hold each country’s example number in one sheet only, grouped or not', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (!example || example.number.length < 9) continue;
      expect([country, accepted(example.formatInternational())]).toEqual([country, 1]);
      expect([country, accepted(example.number)]).toEqual([country, 1]);
    }
  });

  it('may keep the trunk zero where the country has one', () => {
    expect(judge(internationalPhone(44), '+44 (0)20 7946 0958')).toBe('valid');
    expect(judge(internationalPhone(49), '+49 (0) 30 23125 123')).toBe('valid');
    expect(judge(internationalPhone(34), '+34 (0)612 34 56 78')).toBe('invalid');
  });

  it('have eight digits at least and, by E.164, 15 at most', () => {
    // Niue, Saint Helena; then numbers of 15 and 14 digits that the plans of Indonesia and Nigeria allow.
    for (const text of ['+683 4002', '+62 001803940120106', '+234 80081221644287'])
      expect([text, judge(otherInternationalPhone, text)]).toEqual([text, 'invalid']);
    for (const text of ['00683 4002', '0062 001803940120106'])
      expect([text, judge(otherDialledPhone, text)]).toEqual([text, 'invalid']);
    for (const text of ['+290 23456', '+234 8008122164428'])
      expect([text, judge(otherInternationalPhone, text)]).toEqual([text, 'valid']);
    expect(judge(otherDialledPhone, '00290 23456')).toBe('unknown');
  });

  it('do not take the next number of the line with them', () => {
    expect(judge(internationalPhone(49), '+49 171 3920012 12')).toBe('invalid');
    expect(judge(internationalPhone(33), '+33 6 39 98 12 34 56')).toBe('invalid');
  });
});

describe('national numbers', () => {
  it.each(OWN)('of +%i agree with libphonenumber', (code, country, trunk) => {
    const validator = nationalPhone(code, trunk);
    const lead = { zero: '0', one: '', none: '', 'zero-and-carrier': '' }[trunk];
    const plain = fc.stringMatching(/^[1-9]\d{7,10}$/).map((digits) => lead + digits);
    const example = getExampleNumber(country, examples)?.nationalNumber ?? '';
    const near = fc
      .tuple(fc.nat(example.length - 1), fc.constantFrom(...'0123456789'))
      .map(([at, digit]) => lead + example.slice(0, at) + digit + example.slice(at + 1));
    const differences: string[] = [];
    let both = 0;
    for (const text of fc.sample(fc.oneof(plain, near), { numRuns: 4000, seed: SEED })) {
      const parsed = parsePhoneNumberFromString(text, country);
      // The library's answer for the digits as they stand: it may move the number to another country of the code or cut a prefix off.
      const theirs =
        (parsed?.isValid() ?? false) &&
        [lead, trunk === 'one' ? '1' : lead].some((prefix) => text === prefix + parsed?.nationalNumber);
      const ours = judge(validator, text) !== 'invalid';
      if (theirs && ours) both++;
      if (theirs === ours || (country === 'DE' && text.length > 12)) continue;
      // A Caribbean member of the North American plan; it belongs to the international sheet.
      if (code === 1 && parsed?.country !== 'US' && parsed?.country !== 'CA') continue;
      differences.push(`${text} ${theirs ? 'theirs' : 'ours'} ${parsed?.number}`);
    }
    expect(both).toBeGreaterThan(100);
    expect(differences).toEqual([]);
  });

  it('need their trunk prefix where the country writes one, and are never proof', () => {
    expect(judge(nationalPhone(49, 'zero'), '0171 3920012')).toBe('unknown');
    expect(judge(nationalPhone(49, 'zero'), '171 3920012')).toBe('invalid');
    expect(judge(nationalPhone(55, 'zero-and-carrier'), '0 15 11 91234-5678')).toBe('unknown');
    expect(judge(nationalPhone(33, 'zero'), '0033 6 39 98 12 34')).toBe('unknown');
    expect(judge(nationalPhone(33, 'zero'), '0044 6 39 98 12 34')).toBe('invalid');
    expect(judge(otherDialledPhone, '0041 44 668 18 00')).toBe('unknown');
    expect(judge(otherDialledPhone, '0033 6 39 98 12 34')).toBe('invalid');
    expect(judge(otherDialledPhone, '41 44 668 18 00')).toBe('invalid');
  });
});

describe('fictitious numbers', () => {
  const reserved = (check: (bytes: Uint8Array, start: number, end: number) => boolean, text: string) =>
    check(Buffer.from(text), 0, text.length);

  it('are known in both writings', () => {
    expect(reserved(fictitiousPhone(1, 'one'), '+1 212-555-0123')).toBe(true);
    expect(reserved(fictitiousPhone(1, 'one'), '(212) 555-0199')).toBe(true);
    expect(reserved(fictitiousPhone(1, 'one'), '1-800-555-0100')).toBe(true);
    expect(reserved(fictitiousPhone(1, 'one'), '212-555-1212')).toBe(false);
    expect(reserved(fictitiousPhone(44, 'zero'), '+44 (0)20 7946 0958')).toBe(true);
    expect(reserved(fictitiousPhone(44, 'zero'), '07700 900123')).toBe(true);
    expect(reserved(fictitiousPhone(33, 'zero'), '01 99 00 12 34')).toBe(true);
    expect(reserved(fictitiousPhone(49, 'zero'), '030 23125 123')).toBe(true);
    expect(reserved(fictitiousPhone(49, 'zero'), '030 23126 123')).toBe(false);
    expect(reserved(otherFictitiousPhone, '+61 2 5550 1234')).toBe(true);
    expect(reserved(otherFictitiousPhone, '0061 491 570 156')).toBe(true);
    expect(reserved(otherFictitiousPhone, '+41 44 668 18 00')).toBe(false);
  });

  it('are placeholders too, and the postal codes of licence texts', () => {
    expect(reserved(fictitiousPhone(55, 'zero-and-carrier'), '1234567890')).toBe(true);
    expect(reserved(fictitiousPhone(1, 'one'), '+12345678900')).toBe(true);
    expect(reserved(fictitiousPhone(39, 'none'), '3333333333')).toBe(true);
    expect(reserved(fictitiousPhone(34, 'none'), '612345678')).toBe(false);
    expect(reserved(fictitiousPhone(49, 'zero'), '02110-1301')).toBe(true);
    expect(reserved(fictitiousPhone(49, 'zero'), '02110-1302')).toBe(false);
    expect(reserved(fictitiousPhone(39, 'none'), '02111-1307')).toBe(true);
  });
});

describe('what only looks like a number', () => {
  it.each(['+35236450.6', '+5333-11328', '+4953-09709', '+492717-0023210'])('%s is none', (text) => {
    expect(judge(otherInternationalPhone, text)).toBe('invalid');
    expect(judge(internationalPhone(49), text)).toBe('invalid');
  });

  it('leaves numbers with a dot or hyphen', () => {
    expect(judge(internationalPhone(49), '+4930-186810')).toBe('valid');
    // 186 degrees of longitude: no position.
    expect(judge(internationalPhone(49), '+4930-18641')).toBe('valid');
  });

  it('is not sure of what is added to something before it', () => {
    const found = (text: string) => {
      const start = text.indexOf('+46');
      return otherInternationalPhone(Buffer.from(text), start, start + '+46812345678'.length);
    };
    for (const text of ['e[31]+46812345678;', 'f(x)+46812345678', '$_+46812345678', '"a"+46812345678,', "'a1'+46812345678"])
      expect(found(text), text).toBe('unknown');
    const grouped = Buffer.from('e[31]+46 8 123 456 78;');
    expect(otherInternationalPhone(grouped, 5, grouped.length - 1)).toBe('valid');
    for (const text of ['+46812345678', 'x = "+46812345678"', "f'+46812345678'", '"+46812345678, or', ': +46812345678'])
      expect(found(text), text).toBe('valid');
  });

  it('cannot tell a number of a domain registry from a decimal fraction', () => {
    expect(judge(internationalPhone(1), '+1.8003569377')).toBe('unknown');
    expect(judge(otherInternationalPhone, '+352.36450611')).toBe('unknown');
    expect(judge(otherInternationalPhone, '+36.87462906')).toBe('unknown');
    expect(judge(internationalPhone(1), '+1.800.3569377')).toBe('valid');
  });

  it('is short in Italy: two groups of a date', () => {
    expect(judge(nationalPhone(39, 'none'), '02 1999')).toBe('invalid');
    expect(judge(nationalPhone(39, 'none'), '06 6982 1234')).toBe('unknown');
  });
});

describe('any text', () => {
  it('gets a verdict without an exception', () => {
    const validators = [
      ...OWN.flatMap(([code, , trunk]) => [internationalPhone(code), nationalPhone(code, trunk)]),
      otherInternationalPhone,
      otherDialledPhone,
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.stringMatching(/^[+()\d ./-]{0,30}$/).map((s) => Buffer.from(s)),
        ),
        (bytes) => {
          for (const validator of validators)
            expect(['valid', 'invalid', 'unknown']).toContain(validator(bytes, 0, bytes.length));
          for (const [code, , trunk] of OWN) expect(typeof fictitiousPhone(code, trunk)(bytes, 0, bytes.length)).toBe('boolean');
        },
      ),
      { seed: SEED },
    );
  });

  it('with unbalanced parentheses or a plus inside is refused', () => {
    expect(judge(internationalPhone(1), '+1 (212 555-2368')).toBe('invalid');
    expect(judge(internationalPhone(1), '+1 212) 555-2368')).toBe('invalid');
    expect(judge(nationalPhone(1, 'one'), '212+5552368')).toBe('invalid');
  });
});
