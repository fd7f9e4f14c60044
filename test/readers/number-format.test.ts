/** Number formats of spreadsheets, as far as they say what a number is. */
import { describe, expect, it } from 'vitest';
import { numberText, plainNumber } from '../../src/readers/office/number-format.js';

const shown = (code: string | undefined, value: string, id = 164, is1904 = false) => numberText(code, id, is1904)(value);

describe('a number', () => {
  it.each([
    ['536904399', '536904399'],
    ['5.36904399E8', '536904399'],
    ['4.111111111111111E15', '4111111111111111'],
    // Above 2^53, the nearest number that a double can be.
    ['1.2345678901234567E19', '12345678901234567168'],
    ['12345678901234567890', '12345678901234567890'],
    ['0.1', '0.1'],
    ['-12.50', '-12.50'],
    ['1234.5600000000001', '1234.5600000000002'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1E300', '1e+300'],
    ['no number', 'no number'],
    ['', ''],
  ])('%s is written as %s', (value, text) => expect(plainNumber(value)).toBe(text));
});

describe('a format', () => {
  it.each([
    ['000-00-0000', '1234567', '001-23-4567'],
    ['000\\-00\\-0000', '536904399', '536-90-4399'],
    ['"SSN "000-00-0000;@', '536904399', 'SSN 536-90-4399'],
    ['[Red]00000', '1234', '01234'],
    ['0000 0000 0000 0000', '4111111111111111', '4111 1111 1111 1111'],
    ['000', '12345', '12345'],
    ['#-####', '123', '-123'],
    ['[<=9999999]###-####;(###) ###-####', '2025550143', '(202) 555-0143'],
    ['[<=9999999]###-####;(###) ###-####', '5550143', '555-0143'],
    ['0;[Red]-0', '42', '42'],
  ])('%s shows %s as %s', (code, value, text) => expect(shown(code, value)).toBe(text));

  it.each(['General', '#,##0.00', '0.00E+00', '0%', '@', '0.0', '# ?/?', '_-* #,##0_-', 'x'.repeat(600)])(
    '%s shows the number itself',
    (code) => {
      expect(shown(code, '536904399')).toBe('536904399');
    },
  );

  it.each([
    ['yyyy-mm-dd', '30758', '1984-03-17'],
    ['dd/mm/yy;@', '30758.395833333332', '1984-03-17T09:30:00Z'],
    ['[$-409]mmmm d, yyyy', '45293', '2024-01-02'],
    ['d.m.yyyy', '1', '1900-01-01'],
    ['d.m.yyyy', '59', '1900-02-28'],
    ['d.m.yyyy', '61', '1900-03-01'],
    ['h:mm:ss', '0.5', '12:00:00'],
    ['[h]:mm', '1.5', '1.5'],
    ['yyyy', '-3', '-3'],
    ['yyyy', '1e12', '1000000000000'],
    ['"day "0', '5', 'day 5'],
  ])('%s shows %s as %s', (code, value, text) => expect(shown(code, value)).toBe(text));

  it('that is built in is known by its number', () => {
    expect(shown(undefined, '30758', 14)).toBe('1984-03-17');
    expect(shown(undefined, '30758', 57)).toBe('1984-03-17');
    expect(shown(undefined, '30758', 1)).toBe('30758');
    expect(shown(undefined, '0.25', 20)).toBe('06:00:00');
  });

  it('of a workbook that counts from 1904 is four years later', () => {
    expect(shown('yyyy-mm-dd', '29296', 164, true)).toBe('1984-03-17');
  });
});
