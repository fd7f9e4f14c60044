/** One number of a place: its range, and what stands for no position. */
import { expect, it } from 'vitest';
import { passwordBehindWord } from '../../src/validators/assigned-secret.js';
import { coordinates, isOpenSea, latitudeAlone, longitudeAlone } from '../../src/validators/coordinates.js';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

it.each([
  ['52.520008', 'unknown', 'unknown'],
  ['-90.000', 'unknown', 'unknown'],
  ['90.001', 'invalid', 'unknown'],
  ['-113.404954', 'invalid', 'unknown'],
  ['180.000', 'invalid', 'unknown'],
  ['180.001', 'invalid', 'invalid'],
  ['0.0000', 'invalid', 'invalid'],
  ['-0.000', 'invalid', 'invalid'],
  ['+0.127', 'unknown', 'unknown'],
] as const)('%s as latitude is %s, as longitude %s', (text, latitude, longitude) => {
  const bytes = bytesOf(`x${text}y`);
  expect(latitudeAlone(bytes, 1, bytes.length - 1)).toBe(latitude);
  expect(longitudeAlone(bytes, 1, bytes.length - 1)).toBe(longitude);
});

it('a number alone does not say that it lies in the open sea, a pair does', () => {
  for (const [text, isSea] of [
    ['-0.127758', false],
    ['2.294481', false],
    ['1.234567,2.345678', true],
    ['1.234567,12.345678', false],
  ] as const) {
    const bytes = bytesOf(text);
    expect(isOpenSea(bytes, 0, bytes.length), text).toBe(isSea);
  }
  expect(coordinates(bytesOf('52.520008'), 0, 9)).toBe('invalid');
});

it.each([
  ['pw=', 'unknown'],
  ['login mira, pw: ', 'unknown'],
  ['db_pw="', 'unknown'],
  ['?user=mira&pw=', 'unknown'],
  ['NZtR@3p]Pw:', 'invalid'],
  ['npw=', 'invalid'],
  ['x+pw=', 'invalid'],
] as const)('behind %s a password is %s', (before, verdict) => {
  const closing = before.endsWith('"') ? '"' : '\n';
  const bytes = bytesOf(`${before}Kq83-zXv71Wp${closing}`);
  const around = { start: 0, end: bytes.length };
  expect(passwordBehindWord(bytes, before.length, before.length + 12, around)).toBe(verdict);
});
