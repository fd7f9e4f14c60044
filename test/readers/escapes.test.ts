/** Escapes: decoded as JSON.parse does, mapped back byte by byte, and never cut. */
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_ESCAPES, decodeEscapes, type EscapeStyle, JSON_ESCAPES, safeCuts } from '../../src/readers/escapes.js';

function decode(style: EscapeStyle, raw: Buffer) {
  const target = Buffer.alloc(raw.length + 10);
  const pairs: [decoded: number, raw: number][] = [];
  const job = { bytes: raw, start: 0, end: raw.length, target, at: 5 };
  const length = decodeEscapes(style, job, { push: (decoded, at) => pairs.push([decoded, at]) });
  return { bytes: target.subarray(5, 5 + length), pairs };
}

const unit = fc.constantFrom(
  'a',
  'é',
  '\u{1f600}',
  '\\n',
  '\\"',
  '\\\\',
  '\\/',
  '\\u00e9',
  '\\u0000',
  '\\ud83d\\ude00',
  '\\ud83d',
  '\\ude00',
  '\\uFFFD',
  '\\ud83d\\n',
);
const raw = fc.array(unit, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
const broken = fc
  .array(fc.oneof(unit, fc.constantFrom('\\', '\\u', '\\u12', '\\ud83d\\u', '\\x', '\\u00g0')), { maxLength: 30 })
  .map((parts) => Buffer.from(parts.join('')));

describe('escapes', () => {
  it('of JSON are decoded as JSON.parse decodes them', () => {
    fc.assert(
      fc.property(raw, (bytes) => {
        expect(decode(JSON_ESCAPES, bytes).bytes.toString()).toBe((JSON.parse(`"${bytes}"`) as string).toWellFormed());
      }),
    );
  });

  it.each([
    ['JSON', JSON_ESCAPES, broken],
    ['tables', CSV_ESCAPES, fc.array(fc.constantFrom('a', '""', '"', 'é', ',')).map((parts) => Buffer.from(parts.join('')))],
  ] as const)('of %s map back: between two pairs both sides are the same bytes', (_, style, input) => {
    fc.assert(
      fc.property(input, (bytes) => {
        const { bytes: decoded, pairs } = decode(style, bytes);
        expect(isUtf8(decoded)).toBe(true);
        expect(pairs[0]).toEqual([0, 0]);
        pairs.forEach(([to, from], i) => {
          const [nextTo, nextFrom] = pairs[i + 1] ?? [decoded.length, bytes.length];
          expect(nextTo).toBeGreaterThanOrEqual(to);
          // The escape that makes the next pair stands at the end of this stretch.
          let same = 0;
          while (to + same < nextTo && decoded[to + same] === bytes[from + same] && bytes[from + same] !== style.byte) same++;
          const stretch = bytes.subarray(from + same, nextFrom);
          const { codePoint, length } =
            stretch.length > 0 ? style.read(bytes, from + same, bytes.length) : { codePoint: -1, length: 0 };
          if (i + 1 < pairs.length && codePoint >= 0) {
            expect(stretch.length).toBe(length);
            expect(decoded.subarray(to + same, nextTo).toString()).toBe(String.fromCodePoint(codePoint));
          }
        });
      }),
    );
  });

  it('are copied as they stand where they are not valid', () => {
    for (const text of ['\\x', '\\', '\\u12', '\\u00g0', 'a\\'])
      expect(decode(JSON_ESCAPES, Buffer.from(text)).bytes.toString()).toBe(text);
  });

  it('are never cut: the pieces decode to the whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(JSON_ESCAPES, CSV_ESCAPES),
        raw,
        fc.array(fc.nat(), { maxLength: 4 }),
        (style, input, wanted) => {
          const bytes = style === JSON_ESCAPES ? input : Buffer.from(input.toString().replaceAll('"', '""'));
          const offsets = wanted.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b);
          const cuts = [0, ...safeCuts(style, bytes, 0, bytes.length, offsets), bytes.length];
          const pieces = cuts.slice(1).map((cut, i) => decode(style, bytes.subarray(cuts[i], cut)).bytes);
          expect(Buffer.concat(pieces).toString()).toBe(decode(style, bytes).bytes.toString());
          offsets.forEach((offset, i) => {
            expect(cuts[i + 1]!).toBeLessThanOrEqual(offset);
            expect(offset - cuts[i + 1]!).toBeLessThan(12);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
