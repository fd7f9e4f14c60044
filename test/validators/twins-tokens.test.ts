// Validators of tokens that count, compare and decode in place, against twins that do the same with strings and patterns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsAccessKeyId, awsSecretKey, isAwsExample } from '../../src/validators/aws-secret-key.js';
import { publishedValues } from '../../src/validators/published-values.js';
import { entropy, hasEntropyBelow, looksRandom } from '../../src/validators/random-body.js';
import { isPublishedStripeKey } from '../../src/validators/stripe-key.js';
import { wordFinder } from '../../src/validators/word-finder.js';
import { isReserved, textOf, verdictOf } from './verdicts.js';

const SEED = 20261121;
const RUNS = { numRuns: 3000, seed: SEED };
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const WORDS = [
  'example',
  'sample',
  'your-',
  'your_',
  'yourkey',
  'yourapi',
  'placeholder',
  'redacted',
  'changeme',
  'dummy',
].concat(['secret', 'token', 'replace', 'insert', 'notreal', 'foobar', 'xxxxx']);
const PLACEHOLDERS = new RegExp(WORDS.join('|'), 'i');

/** Random characters of alphabets large and small, with words, beginnings of words and runs among them. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).chain((length) => textOf(BASE64, length)) },
  fc.integer({ min: 1, max: 20 }).chain((length) => textOf('abcdefghij', length)),
  fc.constantFrom('exam', 'xxxx', 'your', 'EXAMPLE', 'XEXAMPLE', 'secre', 'toktoken', 'abcdefg', '7654321', 'zzzzzzzz', ...WORDS),
);
const body = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const flip = fc.tuple(body, fc.infiniteStream(fc.boolean())).map(([text, upper]) => {
  let i = 0;
  return text.replace(/[a-z]/gi, (c) => (i++ % 3 === 0 && upper.next().value ? c.toUpperCase() : c));
});

function entropyOf(text: string): number {
  const shares = [...new Set(text)].map((c) => (text.split(c).length - 1) / text.length);
  return shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
}

function randomTwin(text: string, alphabet: number): boolean {
  if (/(.)\1{7}/s.test(text)) return false;
  for (let i = 0; i + 7 <= text.length; i++) {
    const steps = Array.from({ length: 6 }, (_, j) => text.charCodeAt(i + j + 1) - text.charCodeAt(i + j));
    if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return false;
  }
  return entropyOf(text) >= 0.72 * Math.log2(Math.min(text.length, alphabet)) && !PLACEHOLDERS.test(text);
}

describe('random bodies', () => {
  it('look random to the tables as to strings and patterns', () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(fc.oneof(body, flip), fc.constantFrom(16, 32, 62, 64), (text, alphabet) => {
        const bytes = Buffer.from(`x${text}y`, 'latin1');
        const expected = text === '' || randomTwin(text, alphabet);
        expect(looksRandom(bytes, 1, bytes.length - 1, alphabet)).toBe(expected);
        seen[expected ? 'yes' : 'no']++;
      }),
      RUNS,
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(300);
  });

  it('have the entropy of the plain sum, whatever the limit and the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.double({ min: 0, max: 8, noNaN: true }), (bytes, limit) => {
        const bits = entropy(bytes, 0, bytes.length);
        expect(hasEntropyBelow(bytes, 0, bytes.length, limit)).toBe(bits < limit);
        expect(hasEntropyBelow(bytes, 0, bytes.length, bits)).toBe(false);
        if (bits > 0) expect(hasEntropyBelow(bytes, 0, bytes.length, bits + 1e-12)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('words', () => {
  it('are found wherever a pattern finds them, also where one begins inside another', () => {
    const finder = wordFinder(['abab', 'bca', 'aabc-', 'CCc']);
    fc.assert(
      fc.property(
        fc.integer({ max: 12, min: 0 }).chain((length) => textOf('abcABC-é', length)),
        (text) => {
          const bytes = Buffer.from(`ab${text}c-`, 'latin1');
          expect(finder(bytes, 2, bytes.length - 2)).toBe(/abab|bca|aabc-|ccc/i.test(text));
        },
      ),
      { ...RUNS, numRuns: 10_000 },
    );
  });

  it('are refused at the first use where the table has no room for them', () => {
    const look = (words: readonly string[]) => wordFinder(words)(Buffer.from('a'), 0, 1);
    expect(() => look(['abcdefghijklmnopqrstuvwxyz0123456'])).toThrow(RangeError);
    expect(() => look(['a'.repeat(300)])).toThrow(RangeError);
    const characters = 'abcdefghijklmnopqrstuvwxyz012345';
    expect(() => look([characters])).toThrow(/different characters/);
    expect(wordFinder([characters.slice(1)])(Buffer.from(`a${characters}`), 0, 33)).toBe(true);
    expect(() => look(['a'.repeat(251)])).toThrow(/many words/);
    const long = wordFinder(['a'.repeat(250)]);
    expect([249, 250, 251].map((length) => long(Buffer.from('A'.repeat(length)), 0, length))).toEqual([false, true, true]);
  });
});

describe('published values', () => {
  const values = ['Z9Z', '4111111111111111', '5111111111111111', '123', '1111', '1EG4TE5MK72', 'MORGA657054SM9IJ'];
  const check = publishedValues(values);
  const twin = (text: string) => values.includes(text.replace(/[ \-./]/g, '').toUpperCase());
  const spelled = fc.constantFrom(...values).chain((value) =>
    fc
      .array(fc.tuple(fc.constantFrom('', '', '', ' ', '-', '.', '/'), fc.nat(40)), {
        minLength: value.length,
        maxLength: value.length,
      })
      .map((signs) =>
        [...value]
          .map(
            (c, i) =>
              (signs[i]![1] === 0 ? '' : signs[i]![1] === 1 ? '7' : signs[i]![1] % 2 ? c.toLowerCase() : c) + signs[i]![0],
          )
          .join(''),
      ),
  );

  it('are known by their characters alone, without separators and case', () => {
    let known = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          spelled,
          fc.nat(20).chain((length) => textOf('1234- ./EGegM', length)),
        ),
        (text) => {
          expect(isReserved(check, text)).toBe(twin(text));
          if (twin(text)) known++;
        },
      ),
      RUNS,
    );
    expect(known).toBeGreaterThan(300);
    expect(isReserved(publishedValues([]), '4111')).toBe(false);
  });
});

describe('keys with published examples', () => {
  const aws = fc.oneof(
    flip,
    fc.tuple(body, body).map(([a, b]) => `${a}EXAMPLE${b}`),
    fc.tuple(body, body).map(([a, b]) => `${a}eXAMPLE${b}`),
  );

  it('hold EXAMPLE where the text does', () => {
    fc.assert(
      fc.property(aws, (text) => {
        expect(isReserved(isAwsExample, text)).toBe(text.includes('EXAMPLE'));
      }),
      RUNS,
    );
  });

  it('are judged by class changes, entropy and words', () => {
    const classOf = (c: string) => (/\d/.test(c) ? 0 : /[A-Z]/.test(c) ? 1 : /[a-z]/.test(c) ? 2 : 3);
    const seen = { unknown: 0, invalid: 0 };
    fc.assert(
      fc.property(fc.oneof(aws, textOf(BASE64, 40), textOf('0123456789abcdef', 40)), (text) => {
        const changes = [...text].filter((c, i) => i > 0 && classOf(c) !== classOf(text[i - 1]!)).length;
        const good = text.includes('EXAMPLE') || randomTwin(text, 64);
        const expected = changes >= 14 && entropyOf(text) >= 4.25 && good ? 'unknown' : 'invalid';
        expect(verdictOf(awsSecretKey, text)).toBe(expected);
        seen[expected]++;
        const id = `AKIA${text}`;
        const goodId = id.includes('EXAMPLE') || text === '' || randomTwin(text, 32);
        expect(verdictOf(awsAccessKeyId, id)).toBe(goodId ? 'unknown' : 'invalid');
      }),
      RUNS,
    );
    expect(Math.min(seen.unknown, seen.invalid)).toBeGreaterThan(100);
  });

  it('are the samples of Stripe, whole and in their case', () => {
    // In parts, so that no scanner takes this file for a leak.
    const [one, two] = [`4eC39HqLyjWD${'arjtT1zdp7dc'}`, `TYooMQauvdED${'q54NiTphI7jx'}`];
    for (const sample of [one, two]) {
      expect(isReserved(isPublishedStripeKey, `sk_test_${sample}`)).toBe(true);
      for (const other of [`${sample}a`, sample.slice(1), sample.slice(0, -1), sample.toLowerCase(), `${sample.slice(0, -1)}0`]) {
        expect(isReserved(isPublishedStripeKey, `sk_test_${other}`)).toBe(false);
      }
    }
    expect(isReserved(isPublishedStripeKey, 'sk')).toBe(false);
  });
});
