/**
 * Names for occurrences that stay the same from run to run and give nothing away: tags, fingerprints, and the hash that
 * counts distinct values. The key is a public constant for domain separation; what protects a value that can be guessed
 * is that its tag is cut short or absent.
 */
import { crypto } from './builtin.js';

/** How values are made equal: digits only · letters and digits in upper case · ASCII lower case · as they are. */
export type NormalForm = 'digits' | 'alnum' | 'lower' | 'exact';

/** `token` = random, 80 bits and more · `wide` = at least 2^28 values · `small` = fewer. */
export type ValueSpaceName = 'token' | 'wide' | 'small';

const KEY = 'clearset fingerprint v1';

/** Hex digits of a tag: 64 bits cannot be searched for a random token; 16 bits of a card number fit ten billion others. */
const TAG_DIGITS = { token: 16, wide: 4, small: 0 } as const satisfies Record<ValueSpaceName, number>;

/** The bytes of a value by which two spellings of it are equal. A new array. */
export function normalise(bytes: Uint8Array, start: number, end: number, normal: NormalForm): Uint8Array {
  const target = new Uint8Array(end - start);
  let length = 0;
  for (let i = start; i < end; i++) {
    const byte = normalByte(bytes[i]!, normal);
    if (byte >= 0) target[length++] = byte;
  }
  return target.subarray(0, length);
}

/**
 * Keyed hash of a normalised value in lower-case hex: 16 digits for `token`, 4 for `wide`, empty for `small`.
 * About 2 µs: only for occurrences that are listed, or that a baseline has to know.
 * @param tagFrom letters and digits that the value must have before its last dot, else the tag is empty
 */
export function tagOf(normalised: Uint8Array, detector: string, space: ValueSpaceName, tagFrom = 0): string {
  const digits = TAG_DIGITS[space];
  if (digits === 0 || (tagFrom > 0 && plainBeforeDot(normalised) < tagFrom)) return '';
  return crypto().createHmac('sha256', KEY).update(`tag\0${detector}\0`).update(normalised).digest('hex').slice(0, digits);
}

/**
 * 32 hex digits that name an occurrence by its item's path, its detector, its tag and its number among those that are
 * equal in all three, from 0 in order of offset. Independent of lines, offsets, dates and other findings.
 */
export function fingerprintOf(path: string, detector: string, tag: string, ordinal: number): string {
  return crypto()
    .createHmac('sha256', KEY)
    .update(`occurrence\0${path}\0${detector}\0${tag}\0${ordinal}`)
    .digest('hex')
    .slice(0, 32);
}

/**
 * 32 hex digits that name all occurrences of a detector in one column or field of an item, whatever their values. Takes the
 * path and the column as they are printed: a hash of what is masked could be searched for.
 */
export function columnFingerprint(printedPath: string, detector: string, column: string): string {
  return crypto().createHmac('sha256', KEY).update(`column\0${printedPath}\0${detector}\0${column}`).digest('hex').slice(0, 32);
}

/** 8 hex digits by which masked names stay apart. */
export function nameTag(name: string): string {
  return crypto().createHmac('sha256', KEY).update(`name\0${name}`).digest('hex').slice(0, 8);
}

/** 4 hex digits of the same hash, for names that are kept: they leave a number of nine digits 15,000 ways to be. */
export function shortNameTag(name: string): string {
  return nameTag(name).slice(0, TAG_DIGITS.wide);
}

/**
 * 53-bit hash of a value under its normal form, the same in every process, for counting distinct values; not
 * cryptographic. Two lanes of multiply and xor over the bytes; by chance 10,000 values collide once in 180 million runs.
 */
export function distinctHash(bytes: Uint8Array, start: number, end: number, normal: NormalForm): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = start; i < end; i++) {
    const byte = normalByte(bytes[i]!, normal);
    if (byte < 0) continue;
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return mixed(high, low);
}

/** That of the text's bytes, as they are. Quicker where they are ASCII: hostile data makes up names by the hundred thousand. */
export function distinctTextHash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const byte = text.charCodeAt(i);
    if (byte >= 0x80) {
      const bytes = Buffer.from(text);
      return distinctHash(bytes, 0, bytes.length, 'exact');
    }
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return mixed(high, low);
}

function mixed(high: number, low: number): number {
  const first = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const second = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 4294967296 * (2097151 & second) + (first >>> 0);
}

/** Letters and digits before the last dot, or in all where there is none. */
function plainBeforeDot(bytes: Uint8Array): number {
  const dot = bytes.lastIndexOf(0x2e);
  let count = 0;
  for (const byte of dot < 0 ? bytes : bytes.subarray(0, dot)) {
    const letter = byte | 0x20;
    if ((byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x7a)) count++;
  }
  return count;
}

/** The byte under a normal form, or -1 where it does not count. */
function normalByte(byte: number, normal: NormalForm): number {
  if (normal === 'exact') return byte;
  const isUpper = byte >= 0x41 && byte <= 0x5a;
  if (normal === 'lower') return isUpper ? byte | 0x20 : byte;
  if (byte >= 0x30 && byte <= 0x39) return byte;
  if (normal === 'digits') return -1;
  const isLower = byte >= 0x61 && byte <= 0x7a;
  if (isUpper || byte >= 0x80) return byte;
  return isLower ? byte & 0xdf : -1;
}
