/**
 * Tells old encodings of text, one or two bytes a letter, by the words that are written in them. Where nothing is sure, the text
 * stays as it is, and its ASCII is examined.
 */
import { isAscii } from 'node:buffer';
import { createRequire } from 'node:module';
import type { TextEncoding } from '../core/format.js';
import { completeEnd } from './utf8.js';

const require = createRequire(import.meta.url);

/** Bytes of words that are looked at: half a millisecond. */
const SAMPLE_BYTES = 16 * 1024;
/** Two or three words; fewer tell nothing. */
const FEWEST_BYTES = 24;
/** Least confidence (of 100) with which an answer counts: right answers for Czech have 14, wrong ones for other data below 12. */
const LEAST_CONFIDENCE = 14;
/** Encodings of two bytes a letter are told by their structure, so the right one has more. */
const LEAST_CONFIDENCE_WIDE = 50;
/** Characters of what is decoded that may be none of the encoding. */
const MAX_WRONG = 0.01;
/** In Western text, letters lie above 0xBF, and below is punctuation. Code pages of DOS have letters there and would pass for it. */
const MAX_PUNCTUATION = 0.2;
/** Parts of valid UTF-8 to broken bytes above which the text is UTF-8 that was damaged. */
const UTF8_SHARE = 4;

type Legacy = Exclude<TextEncoding, 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'>;

/** Encodings by the names that the library gives, as supersets where standard decoders have one. */
const ENCODINGS: Readonly<Record<string, Legacy>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-874': 'windows-874',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  Big5: 'big5',
  GB18030: 'gb18030',
};
const WIDE: ReadonlySet<Legacy> = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030']);

const WESTERN: ReadonlySet<Legacy> = new Set(['windows-1252', 'windows-1254', 'windows-1257']);

/** The encoding of text that is not UTF-8, or undefined where nothing is sure. @param head the first bytes, at least one above 0x7F */
export function legacyEncoding(head: Uint8Array): Legacy | undefined {
  if (isDamagedUtf8(head)) return undefined;
  const sample = wordsOf(head);
  if (sample.length < FEWEST_BYTES) return undefined;
  const { analyse } = require('chardet') as typeof import('chardet');
  const [best] = analyse(sample);
  const encoding = best && ENCODINGS[best.name];
  if (best === undefined || encoding === undefined) return undefined;
  if (best.confidence < (WIDE.has(encoding) ? LEAST_CONFIDENCE_WIDE : LEAST_CONFIDENCE)) return undefined;
  if (WESTERN.has(encoding) && !isWestern(sample)) return undefined;
  return isText(sample, encoding) ? encoding : undefined;
}

function isDamagedUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, completeEnd(head, 0, head.length)));
  let letters = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) letters++;
  }
  return letters >= broken * UTF8_SHARE;
}

/**
 * The words with bytes above 0x7F, a space behind each: among the others, a library that counts letters sees ASCII only. The second
 * byte of a letter may be an ASCII letter or sign.
 */
function wordsOf(head: Uint8Array): Uint8Array {
  const words = Buffer.alloc(SAMPLE_BYTES);
  let length = 0;
  for (let at = 0; at < head.length; at++) {
    if (!isInWord(head, at)) continue;
    const start = at;
    while (at < head.length && isInWord(head, at)) at++;
    const word = head.subarray(start, at);
    if (isAscii(word)) continue;
    if (length + word.length + 1 > SAMPLE_BYTES) break;
    words.set(word, length);
    length += word.length;
    words[length++] = 0x20;
  }
  return words.subarray(0, length);
}

function isInWord(head: Uint8Array, at: number): boolean {
  const byte = head[at]!;
  const letter = byte | 0x20;
  if (byte >= 0x80 || (letter >= 0x61 && letter <= 0x7a)) return true;
  return at > 0 && head[at - 1]! >= 0x80 && byte >= 0x40 && byte < 0x7f;
}

function isWestern(sample: Uint8Array): boolean {
  let letters = 0;
  let others = 0;
  for (const byte of sample) {
    if (byte >= 0xc0) letters++;
    else if (byte >= 0x80) others++;
  }
  return others <= (letters + others) * MAX_PUNCTUATION;
}

function isText(sample: Uint8Array, encoding: Legacy): boolean {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  let wrong = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) wrong++;
  }
  return wrong <= text.length * MAX_WRONG;
}
