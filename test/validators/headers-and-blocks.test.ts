// Validators of cookie headers, key blocks and published Stripe keys.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cardExpiry } from '../../src/validators/card-expiry.js';
import { cookieHeader } from '../../src/validators/cookie-header.js';
import { keyBlock } from '../../src/validators/key-block.js';
import { isPublishedStripeKey } from '../../src/validators/stripe-key.js';

const judge = (validator: typeof cookieHeader, text: string) => {
  const bytes = Buffer.from(`A${text}A`);
  return validator(bytes, 1, bytes.length - 1);
};

describe('cookie headers', () => {
  it.each(['Cookie: sid=3b49420d54a6', 'Cookie: theme=dark; _ga=GA1.2.1093.17', 'set-cookie:token=abc123def456; Path=/'])(
    '%s identifies somebody',
    (text) => {
      expect(judge(cookieHeader, text)).toBe('unknown');
    },
  );

  it.each([
    'Cookie: theme=dark',
    'Cookie: lang=english-gb',
    'Set-Cookie: a=b; Max-Age=31536000',
    'Set-Cookie: a=b; Domain=host10.analytical.org',
    'Cookie: sid=xxxxxxxx',
    'Cookie: sid=your-session-1',
    'Cookie',
  ])('%s does not', (text) => {
    expect(judge(cookieHeader, text)).toBe('invalid');
  });
});

it('key blocks have a random body', () => {
  expect(judge(keyBlock, `-----BEGIN X-----\n${randomBytes(45).toString('base64')}`)).toBe('unknown');
  expect(judge(keyBlock, `-----BEGIN X-----\n${'A'.repeat(60)}`)).toBe('invalid');
  expect(judge(keyBlock, `-----BEGIN X-----\n${'abcdefghij'.repeat(6)}`)).toBe('invalid');
  // The last 60 characters are judged, however long the value is, and none before it.
  expect(judge(keyBlock, `${'A'.repeat(400)}${randomBytes(45).toString('base64')}`)).toBe('unknown');
  const behindOthers = Buffer.from(`${'A'.repeat(60)}${randomBytes(24).toString('base64')}`);
  expect(keyBlock(behindOthers, 60, behindOthers.length)).toBe('unknown');
});

it.each([
  ['Cookie: a=abcdefg1', 'unknown'],
  ['Cookie: a=abcdef1', 'invalid'],
  ['Cookie: a=abcdefgh', 'invalid'],
  ['Cookie: a=  abcde1  ', 'invalid'],
  ['Cookie: sessionid12=no', 'invalid'],
  ['Cookie: sessionid1234', 'invalid'],
  ['Cookie: =3b49420d54a6', 'unknown'],
  ['X-Cookie1=abcdefg: path=/index12345', 'invalid'],
  ['Set-Cookie1=abcdefgh: a=b', 'invalid'],
  ['Set-Cookie: expires=Wed, 21 Oct 2026 07:28:00 GMT', 'invalid'],
  ['Set-Cookie: Max-Age =123456789; a=b', 'invalid'],
] as const)('%s: %s', (text, verdict) => expect(judge(cookieHeader, text)).toBe(verdict));

it('a card expires in a month, which no day stands before', () => {
  const verdict = (before: string) => cardExpiry(Buffer.from(`${before}Mar 2029`), before.length, before.length + 8);
  for (const before of ['31 ', '1. ', '10. ', 'on 7 ', '0 ']) expect(verdict(before), before).toBe('invalid');
  for (const before of ['', ' ', '. ', 'x ', 'x. ', '31', '31-', '3.', '1) ', 'Mr. ', '3..'])
    expect(verdict(before), before).toBe('unknown');
});

it('Stripe’s published sample keys are known', () => {
  for (const [text, published] of [
    ['sk_test_' + '4eC39HqLyjWDarjtT1zdp7dc', true],
    ['pk_test_' + 'TYooMQauvdEDq54NiTphI7jx', true],
    ['sk_test_' + '4eC39HqLyjWDarjtT1zdp7dd', false],
  ] as const) {
    expect([text, isPublishedStripeKey(Buffer.from(text), 0, text.length)]).toEqual([text, published]);
  }
});
