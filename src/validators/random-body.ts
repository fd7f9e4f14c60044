/**
 * Whether the body of a token looks drawn at random: vendors' tokens are, while what documentation, templates and tests
 * put in their place (`xxxxxxxx`, `your_token_here`, `0123456789abcdef`) is not.
 */
import type { Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/** Random text has at least this share of the entropy that its length and alphabet allow; 1 in 10^6 does not, from 20 characters on. */
const ENTROPY_SHARE = 0.72;

/** One character in a row this often does not come up in 10^8 random tokens of 40 hex digits. */
const LONGEST_RUN = 8;

/** Neighbours that count up or down by one this often in a row, as in `abcdefgh` or `87654321`. */
const LONGEST_LADDER = 7;

/** Words of placeholders. By chance, five given letters of any case stand in 40 random letters and digits 1 time in 10^6. */
const PLACEHOLDERS =
  /example|sample|your[-_]|yourkey|yourapi|placeholder|redacted|changeme|dummy|secret|token|replace|insert|notreal|foobar|xxxxx/i;

const counts = new Uint16Array(256);
/** n·log2 n, by n: a logarithm for each character would take longer than the rest. */
const weights = Float64Array.from({ length: 256 }, (_, n) => (n === 0 ? 0 : n * Math.log2(n)));

/**
 * Shannon entropy of `bytes[start, end)` in bits per byte: −Σ p·log2 p over the bytes that occur.
 * Example: `aabb` has 1 bit, 32 random hex digits about 3.6, 40 random base64 characters about 4.8.
 */
export function entropy(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  for (let i = start; i < end; i++) counts[bytes[i]!]!++;
  let sum = 0;
  for (let i = start; i < end; i++) {
    const count = counts[bytes[i]!]!;
    if (count > 1) sum += count < weights.length ? weights[count]! : count * Math.log2(count);
    counts[bytes[i]!] = 0;
  }
  return length === 0 ? 0 : Math.log2(length) - sum / length;
}

/** Hashes of the first three letters of the words of `PLACEHOLDERS`: without one of them, the text need not be searched. */
const beginnings = new Uint8Array(4096);
for (const word of ['exa', 'sam', 'you', 'pla', 'red', 'cha', 'dum', 'sec', 'tok', 'rep', 'ins', 'not', 'foo', 'xxx']) {
  beginnings[tripleHash(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;
}

/** Same for both cases of a letter. */
function tripleHash(first: number, second: number, third: number): number {
  return (((first & 31) << 10) ^ ((second & 31) << 5) ^ (third & 31) ^ ((first & 31) << 2)) & 4095;
}

function mayHoldWord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 3 <= end; i++) if (beginnings[tripleHash(bytes[i]!, bytes[i + 1]!, bytes[i + 2]!)] === 1) return true;
  return false;
}

/** Whether `bytes[start, end)` looks random. `alphabet` is the number of characters that it was drawn from (16 for hex). */
export function looksRandom(bytes: Uint8Array, start: number, end: number, alphabet: number): boolean {
  const length = end - start;
  let run = 1;
  let ladder = 1;
  let direction = 0;
  for (let i = start + 1; i < end; i++) {
    const step = bytes[i]! - bytes[i - 1]!;
    run = step === 0 ? run + 1 : 1;
    ladder = step === 1 || step === -1 ? (step === direction ? ladder + 1 : 2) : 1;
    direction = step;
    if (run >= LONGEST_RUN || ladder >= LONGEST_LADDER) return false;
  }
  if (entropy(bytes, start, end) < ENTROPY_SHARE * Math.log2(Math.min(length, alphabet))) return false;
  return !mayHoldWord(bytes, start, end) || !PLACEHOLDERS.test(latin1(bytes, start, end));
}

/**
 * Validator for tokens of a fixed prefix and a random body: `invalid` for placeholders, else `unknown`, for a random
 * body is no proof. The body is what follows the first `prefix` bytes.
 */
export function randomBody(prefix: number, alphabet = 62): Validator {
  return (bytes, start, end) => (looksRandom(bytes, Math.min(start + prefix, end), end, alphabet) ? 'unknown' : 'invalid');
}
