/** Employer identification numbers without a hyphen: only behind their name. */
import { expect, it } from 'vitest';
import { einBehindName } from '../../src/validators/us-ein.js';
import { expectTotal } from './verdicts.js';

const verdict = (before: string, number = '414315036') => {
  const bytes = Buffer.from(`${before}${number} on file`);
  return einBehindName(bytes, before.length, before.length + 9, { start: 0, end: bytes.length });
};

it.each([
  'EIN ',
  'Our EIN is ',
  'FEIN: ',
  'EIN#',
  'EIN no. ',
  'EIN="',
  'Employer Identification Number (EIN): ',
  'employer identification number ',
  'federal_tax-id: ',
])('%s names the number behind it', (before) => {
  expect(verdict(before)).toBe('unknown');
});

it.each(['', 'ein ', 'Kein ', 'PROTEIN ', 'EIN Auto kostet ', 'EIN 47-2938105, order ', 'identification number '])(
  '%s does not',
  (before) => {
    expect(verdict(before)).toBe('invalid');
  },
);

it.each(['074315036', '894315036'])('%s has a prefix that was never assigned', (number) => {
  expect(verdict('EIN ', number)).toBe('invalid');
});

it('takes an assigned prefix where nothing is known of what stands before it', () => {
  expect(einBehindName(Buffer.from('474315036'), 0, 9)).toBe('unknown');
  expect(einBehindName(Buffer.from('074315036'), 0, 9)).toBe('invalid');
});

it('looks for the name in the same value, 48 bytes to the left', () => {
  const bytes = Buffer.from('EIN 474315036');
  expect(einBehindName(bytes, 4, 13, { start: 0, end: 13 })).toBe('unknown');
  expect(einBehindName(bytes, 4, 13, { start: 4, end: 13 })).toBe('invalid');
  for (const [gap, expected] of [
    [200, 'unknown'],
    [2, 'unknown'],
  ] as const) {
    const text = `${'x '.repeat(gap)}EIN 474315036`;
    expect(einBehindName(Buffer.from(text), text.length - 9, text.length, { start: 0, end: text.length })).toBe(expected);
  }
  // `federal tax identification number` with all that may stand behind it has more than 48 characters.
  const long = "federal_tax_identification_number (FEIN) number is '' ";
  const text = `${long}474315036`;
  expect(einBehindName(Buffer.from(text), long.length, text.length, { start: 0, end: text.length })).toBe('invalid');
});

it('gives a verdict on any bytes', () => expectTotal(einBehindName));
