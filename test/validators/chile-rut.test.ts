import { expect, it } from 'vitest';
import { chileRut, isDatedNumber } from '../../src/validators/chile-rut.js';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['20220630-1', true],
  ['20240102-3', true],
  ['12345678-5', true],
  ['20221330-1', false],
  ['17452318-5', false],
  ['20.220.630-1', false],
  ['9876543-3', false],
])('%s may be a date with a number behind it, or a placeholder: %s', (text, expected) => {
  expect(isDatedNumber(bytes(text), 0, text.length)).toBe(expected);
});

it('is valid all the same: it is reported, as low', () => {
  expect(chileRut(bytes('20220630-1'), 0, 10)).toBe('valid');
});
