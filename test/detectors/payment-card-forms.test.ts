/** Issuer ranges and groupings of card numbers, against a table of numbers instead of patterns, and beside other numbers. */
import { describe, expect, it } from 'vitest';
import { creditCardNumber } from '../../src/detectors/financial/credit-card-number.js';
import { luhnSum } from '../../src/validators/digits.js';
import { allHits, compileForms, hitEnd } from './plain-match.js';
import { seededRandom } from './random-shape.js';

const forms = compileForms(creditCardNumber);

/** First four digits from, to, and lengths. */
const ISSUERS: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4000, 4999, [13, 16, 19]],
  [5100, 5599, [16]],
  [2221, 2720, [16]],
  [3400, 3499, [15]],
  [3700, 3799, [15]],
  [5019, 5019, [16]],
  [3000, 3059, [14, 15, 16, 17, 18, 19]],
  [3095, 3095, [14, 15, 16, 17, 18, 19]],
  [3600, 3699, [14, 15, 16, 17, 18, 19]],
  [3800, 3999, [14, 15, 16, 17, 18, 19]],
  [6011, 6011, [16, 17, 18, 19]],
  [6440, 6499, [16, 17, 18, 19]],
  [6500, 6599, [16, 17, 18, 19]],
  [3528, 3589, [16, 17, 18, 19]],
  [6200, 6299, [16, 17, 18, 19]],
];

/** A number with this front and length that passes Luhn, its other digits from `random`. */
function numberWith(front: string, length: number, random: (below: number) => number): string {
  let body = front;
  while (body.length < length - 1) body += random(10);
  for (let check = 0; check < 10; check++) {
    const bytes = Buffer.from(body + check);
    if (luhnSum(bytes, 0, bytes.length) % 10 === 0) return body + check;
  }
  throw new Error('Luhn always has a check digit');
}

describe('card number forms', () => {
  it('take exactly the issuers and lengths of the table', () => {
    const random = seededRandom(1);
    for (let front = 1000; front < 10_000; front++) {
      for (let length = 12; length <= 20; length++) {
        const expected = ISSUERS.some(([from, to, lengths]) => front >= from && front <= to && lengths.includes(length));
        const bytes = Buffer.from(numberWith(String(front), length, random));
        const found = forms.some((form) => hitEnd(form, bytes, 0) === length);
        if (found !== expected) expect(`${front}, ${length} digits: ${found}`).toBe(expected);
      }
    }
  });

  const card = '4798643261622430';
  const neighbours = ['12/28', '123', '4821', '2028-05-28', '1', '555-123-4567', '0528'];
  const writings = [card, card.match(/.{4}/g)!.join(' '), card.match(/.{4}/g)!.join('-')];

  it.each([' ', '\t', ',', '-', ', ', ';', '|'])('find a card between other numbers, separated by %j', (separator) => {
    for (const written of writings) {
      for (const before of neighbours) {
        for (const after of neighbours) {
          const text = before + separator + written + separator + after;
          const start = before.length + separator.length;
          const hits = allHits(forms, Buffer.from(text));
          expect(hits, text).toContainEqual([start, start + written.length]);
          expect(
            hits.filter(([from, to]) => from <= start && to > start + written.length),
            `longer hit in ${text}`,
          ).toEqual([]);
        }
      }
    }
  });

  it('are silent inside longer numbers, identifiers and fractions', () => {
    for (const text of [`1${card}`, `${card}1`, `a${card}`, `${card}a`, `0.${card}`, `${card}.5`]) {
      expect(allHits(forms, Buffer.from(text)), text).toEqual([]);
    }
  });
});
