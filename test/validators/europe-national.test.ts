/** What the table of national numbers cannot say: numbers without a check digit, and identifiers that are no numbers. */
import { describe, expect, it } from 'vitest';
import { argentinaDni } from '../../src/validators/argentina-dni.js';
import { austriaVnr } from '../../src/validators/austria-vnr.js';
import { afterCountry } from '../../src/validators/country-prefix.js';
import { czechBirthNumber } from '../../src/validators/czech-birth-number.js';
import { greeceAfm } from '../../src/validators/greece-afm.js';
import { icelandKennitala } from '../../src/validators/iceland-kennitala.js';
import { latviaPersonalCode } from '../../src/validators/latvia-personal-code.js';
import { medicalDeviceUdi } from '../../src/validators/medical-device-udi.js';
import { isPublishedSnils, russiaSnils } from '../../src/validators/russia-snils.js';
import { isPublishedAhv, switzerlandAhv } from '../../src/validators/switzerland-ahv.js';
import { digitChanges, expectTotal, isReserved, verdictOf } from './verdicts.js';

describe('numbers that cannot be proved are `unknown`', () => {
  it.each([
    ['Czech birth numbers of nine digits', czechBirthNumber, ['450612/123', '450612123', '535612/001']],
    ['Latvian codes since 2017', latviaPersonalCode, ['327482-61905', '32748261905']],
    ['Icelandic numbers since 2026', icelandKennitala, ['261062-2339', '2610622339']],
    ['the first Russian account numbers', russiaSnils, ['001-001-998 00', '000-000-001 77']],
    ['Argentine identity cards', argentinaDni, ['28.374.651', '7345612', '00.000.001']],
  ])('%s', (_name, validator, values) => {
    for (const value of values) expect(verdictOf(validator, value), value).toBe('unknown');
  });

  it('but not where the rest of the rule is broken', () => {
    for (const value of ['540612/123', '450612/000', '451312/123', '450632/123'])
      expect(verdictOf(czechBirthNumber, value), value).toBe('invalid');
    for (const value of ['99.999.999', '00000000', '0000000', '123456', '123456789'])
      expect(verdictOf(argentinaDni, value), value).toBe('invalid');
    expect(verdictOf(latviaPersonalCode, '320000-00000')).toBe('invalid');
    expect(verdictOf(russiaSnils, '001-001-999 00')).toBe('invalid');
  });
});

describe('Czech birth numbers', () => {
  it('have a 0 for a remainder of 10 until 1985 alone', () => {
    // 780123 101 leaves 10 modulo 11, and so does 860123 109.
    expect(780_123_101 % 11).toBe(10);
    expect(verdictOf(czechBirthNumber, '780123/1010')).toBe('valid');
    expect(verdictOf(czechBirthNumber, '780123/1011')).toBe('invalid');
    expect(860_123_109 % 11).toBe(10);
    expect(verdictOf(czechBirthNumber, '860123/1090')).toBe('invalid');
  });
});

describe('Austrian insurance numbers', () => {
  it('may have one of three months beyond the twelve', () => {
    const withCheck = (serial: string, date: string): string[] =>
      [...'0123456789'].map((check) => serial + check + date).filter((text) => verdictOf(austriaVnr, text) === 'valid');
    for (const date of ['311390', '011490', '151590'])
      expect(withCheck('123', date).length + withCheck('124', date).length, date).toBeGreaterThan(0);
    for (const date of ['321390', '001390', '011690', '010090'])
      expect(withCheck('123', date).length + withCheck('124', date).length, date).toBe(0);
  });
});

describe('unique device identifiers', () => {
  // The published examples of FDA and HIBCC.
  const gs1 = '(01)00614141999996(17)280131(10)L0442';
  const hibc = '+A123BJC5D6E71G';

  it('pass by the check of their agency', () => {
    for (const text of [gs1, '(01)51022222233336(11)141231(17)150707(10)A213B1(21)1234', hibc, '+A123BJC5D6E71/$$52001510X3C'])
      expect(verdictOf(medicalDeviceUdi, text), text).toBe('valid');
  });

  it('do not pass with one wrong digit in what is checked', () => {
    for (const text of digitChanges(gs1.slice(4, 18))) expect(verdictOf(medicalDeviceUdi, `(01)${text}`), text).toBe('invalid');
    for (const text of digitChanges(hibc)) expect(verdictOf(medicalDeviceUdi, text), text).toBe('invalid');
  });

  it('are refused where something is missing or strange', () => {
    for (const text of [
      '',
      '(01)',
      '(01)0061414199999',
      '(01)00000000000000',
      '+',
      '+é123BJC5D6E71G',
      '51022222233336',
      '=/A9999XYZ100T0944',
    ])
      expect(verdictOf(medicalDeviceUdi, text), text).toBe('invalid');
    expectTotal(medicalDeviceUdi);
  });
});

describe('the letters of a country', () => {
  it('stand before the number and count for nothing', () => {
    const check = afterCountry(greeceAfm);
    expect(verdictOf(check, 'EL094259216')).toBe('valid');
    expect(verdictOf(check, 'EL094259217')).toBe('invalid');
    expect(verdictOf(check, '094259216')).toBe('invalid');
    expectTotal(check);
  });
});

describe('published values', () => {
  it('are known as such', () => {
    expect(isReserved(isPublishedAhv, '756.9217.0769.85')).toBe(true);
    expect(verdictOf(switzerlandAhv, '756.1234.5678.97')).toBe('valid');
    expect(isReserved(isPublishedAhv, '756.1234.5678.97')).toBe(true);
    expect(isReserved(isPublishedAhv, '756.3534.1509.08')).toBe(false);
    expect(isReserved(isPublishedSnils, '112-233-445 95')).toBe(true);
  });
});
