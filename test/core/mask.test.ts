import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterCount, fixedLiterals, PREVIEW_LENGTH, type PreviewOptions, previewOf } from '../../src/core/mask.js';

const preview = (text: string, options?: PreviewOptions) => {
  const bytes = Buffer.from(`«${text}»`);
  return previewOf(bytes, 2, bytes.length - 2, options);
};

describe('previewOf', () => {
  it.each([
    ['4111 1111 1111 1111', '**** **** **** ****'],
    ['536-90-4399', '***-**-****'],
    ['jane.doe+x@example.com', '****.***+*@*******.***'],
    ['+49 (30) 123/456', '+** (**) ***/***'],
    ['a\tb\r\nc', '* *  *'],
    ['Zoë_%', '*****'],
    ['日本 😀', '** *'],
    ['\u001b[31m', '*****'],
    ['', ''],
  ])('shows the shape of %j', (value, expected) => expect(preview(value)).toBe(expected));

  it('shows the literal in the spelling of the form, whatever the case of the value', () => {
    expect(preview('ghp_0123456789', { literals: ['ghp_'] })).toBe('ghp_**********');
    expect(preview('GHP_0123456789', { literals: ['gho_', 'ghp_'] })).toBe('ghp_**********');
    expect(preview('xyz_0123456789', { literals: ['ghp_'] })).toBe('**************');
  });

  it('hides separators of an opaque value', () => expect(preview('p@ss-w/rd', { opaque: true })).toBe('*********'));

  it('shows four of nine and none of eight', () => {
    expect(preview('536-90-4399', { mode: 'last4' })).toBe('***-**-4399');
    expect(preview('12345678', { mode: 'last4' })).toBe('********');
    expect(preview('12345678ß', { mode: 'last4' })).toBe('*********');
    expect(preview('ghp_1234', { mode: 'last4', literals: ['ghp_'] })).toBe('ghp_****');
  });

  it('is cut at its length and keeps the tail', () => {
    expect(preview('x'.repeat(64))).toBe('*'.repeat(64));
    expect(preview('x'.repeat(65))).toBe('*'.repeat(63) + '…');
    const long = preview('x'.repeat(1000) + 'wxyz', { mode: 'last4' });
    expect(long).toHaveLength(PREVIEW_LENGTH);
    expect(long.endsWith('…wxyz')).toBe(true);
  });

  it('never shows a letter, digit or character beyond the separators of any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, opaque) => {
        expect(preview(value, { opaque })).toMatch(opaque ? /^[*]*…?$/ : /^[* \-./:@()+]*…?$/);
      }),
    );
  });
});

it('characterCount counts code points', () => {
  const bytes = Buffer.from('aé日😀');
  expect(characterCount(bytes, 0, bytes.length)).toBe(4);
  expect(characterCount(bytes, 1, 3)).toBe(1);
});

describe('fixedLiterals', () => {
  it.each([
    ['ghp_[A-Za-z0-9]{36}', ['ghp_']],
    ['(?:AKIA|ASIA)[A-Z2-7]{16}', ['AKIA', 'ASIA']],
    ['(?i)-----BEGIN [A-Z ]+', ['-----BEGIN ']],
    [String.raw`xoxb\-\d+`, ['xoxb-']],
    ['SG\\.[a-z]+', ['SG.']],
    ['abcd?e', ['abc']],
    ['abcd{2}', ['abc']],
    ['AI[a-z]{5}', []],
    ['4111[0-9]{12}', []],
    [String.raw`\d{3}-\d{2}-\d{4}`, []],
    ['abcd|efgh', []],
    ['(?:abc|d\\d)x', []],
    ['(?:abc|def)?x', []],
    ['abc[|]x', ['abc']],
    ['abc(?:x|y)', ['abc']],
  ])('%s begins with %j', (pattern, expected) => expect(fixedLiterals(pattern)).toEqual(expected));
});
