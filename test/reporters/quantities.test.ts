import { expect, it } from 'vitest';
import { bytesText, countText, durationText, plural } from '../../src/reporters/quantities.js';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [12_345_678, '12.3 MB'],
  [4e9, '4.0 GB'],
  [9e18, '9000.0 PB'],
])('%d bytes are %s', (bytes, expected) => expect(bytesText(bytes)).toBe(expected));

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%d is %s', (count, expected) => expect(countText(count)).toBe(expected));

it('plural', () =>
  expect([plural(1, 'item'), plural(0, 'item'), plural(2, 'entry', 'entries')]).toEqual(['1 item', '0 items', '2 entries']));

it.each([
  [0, '0.0 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.6, '1 min 0 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, expected) => expect(durationText(seconds)).toBe(expected));
