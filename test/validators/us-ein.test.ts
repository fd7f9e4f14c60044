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

it('gives a verdict on any bytes', () => expectTotal(einBehindName));
