/** Short ways to ask validators in tests: on text, on every changed digit, on random bytes. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ReservedCheck, Validator, Verdict } from '../../src/core/verdict.js';

/** Verdict on a text, which stands between other digits and letters so that reading beyond its ends shows. */
export function verdictOf(validator: Validator, text: string): Verdict {
  const bytes = Buffer.from(`7A${text}B3`);
  return validator(bytes, 2, bytes.length - 2);
}

/** Verdict on what stands between `«` and `»`, in its surroundings. */
export function verdictIn(check: Validator, marked: string): Verdict {
  const bytes = Buffer.from(marked.replace(/[«»]/g, ''));
  const start = Buffer.byteLength(marked.slice(0, marked.indexOf('«')));
  const end = Buffer.byteLength(marked.slice(0, marked.indexOf('»')).replace('«', ''));
  return check(bytes, start, end, { start: 0, end: bytes.length });
}

export function isReserved(check: ReservedCheck, text: string): boolean {
  const bytes = Buffer.from(`9${text}9`);
  return check(bytes, 1, bytes.length - 1);
}

/** Texts in which one digit of `text` has another value. */
export function digitChanges(text: string): readonly string[] {
  return [...text].flatMap((c, i) =>
    c < '0' || c > '9' ? [] : [...'0123456789'].filter((d) => d !== c).map((d) => text.slice(0, i) + d + text.slice(i + 1)),
  );
}

/** Digits as text, `length` of them. */
export function digitText(length: number): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
}

/** Text of `length` characters out of `alphabet`. */
export function textOf(alphabet: string, length: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((chars) => chars.join(''));
}

/** Any bytes, any range of them, get one of the three verdicts, and the bytes stay as they are. */
export function expectTotal(validator: Validator): void {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(60), (bytes, a, b) => {
      const before = Buffer.from(bytes);
      const [start, end] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)];
      expect(['valid', 'invalid', 'unknown']).toContain(validator(bytes, start, end));
      expect(before.equals(bytes)).toBe(true);
    }),
    { numRuns: 500 },
  );
}

/** Share of `samples` that are valid. */
export function validShare(validator: Validator, samples: readonly string[]): number {
  return samples.filter((sample) => verdictOf(validator, sample) === 'valid').length / samples.length;
}
