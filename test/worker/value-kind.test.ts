/** What single values look like. */
import { expect, it } from 'vitest';
import { VALUE_KINDS } from '../../src/core/profile.js';
import { valueKindIndex } from '../../src/worker/value-kind.js';

it.each([
  ['integer', ['0', '7', '-12', '123456789012345']],
  ['decimal', ['3.14', '-0,5', '1,234.50', '1,234,567']],
  ['date', ['2024-03-04', '04.03.2024', '3/4/24', '2024-03-04T10:20:30Z', '2024/3/4 10:20']],
  ['boolean', ['true', 'False', 'YES', 'no']],
  [
    'identifier',
    [
      '007',
      '4111111111111111',
      '+14155550123',
      '536-90-4399',
      'a@b.org',
      'AB-12',
      '10.0.0.1',
      '99-99-2024',
      'DE89 3704 0044 0532 0130 00',
    ],
  ],
  ['text', ['Anna', "O'Neill", 'Jean-Luc Picard', '12 Mill Lane', 'größer', 'a']],
  ['free text', ['the order came too late', `${'word '.repeat(40)}`, 'on 2024-03-04 we met him']],
] as const)('%s', (kind, values) => {
  const kinds = values.map((value) => {
    const bytes = Buffer.from(`"${value}"`);
    return [value, VALUE_KINDS[valueKindIndex(bytes, 1, bytes.length - 1)]];
  });
  expect(kinds).toEqual(values.map((value) => [value, kind]));
});
