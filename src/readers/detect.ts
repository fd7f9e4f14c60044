/** Finds the format of an item by its content; a file's name is no more than a hint between likely ones. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { ContentFormat, ItemFormat, TextEncoding } from '../core/format.js';
import { decoderOf } from './decoder.js';
import { legacyEncoding } from './detect-encoding.js';
import { fieldsOf } from './detect-fields.js';
import { HL7_HEAD, isHl7 } from './detect-hl7.js';
import { detectJson, isNotebook } from './detect-json.js';
import { detectMail } from './detect-mail.js';
import { detectMarkup } from './detect-markup.js';
import { detectSettings } from './detect-settings.js';
import { detectSql } from './detect-sql.js';
import { detectTable } from './detect-table.js';
import { hasTextTables } from './detect-text-tables.js';
import { cutMagic, findMagic, type Magic } from './magic.js';
import { isNamedSo } from './misnamed.js';
import { innerExtension } from './names.js';
import { completeEnd } from './utf8.js';

/** Bytes from an item's start that `detectFormat` looks at. */
export const HEAD_BYTES = 64 * 1024;

/** Control characters that text has: tab, line feed, form feed, carriage return, backspace, escape. */
const TEXT_CONTROLS: readonly number[] = [0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b];
/** For each byte 1 where it is another control character, so that they are counted by adding. */
const IS_CONTROL = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && !TEXT_CONTROLS.includes(byte)) || byte === 0x7f ? 1 : 0,
);
/** Share of other control characters above which bytes are no text; random bytes have a tenth. */
const MAX_CONTROLS = 0.005;
/** As many do not make a short text binary: a vertical tab, a mark of its own. */
const FEW_CONTROLS = 2;
/**
 * Zeros that text may hold beyond that: a record that was cut off, a string of C at its end. Data has more of them, and side by side.
 */
const MOST_LONE_ZEROS = 4;
/** Ends the lines of old Macintosh files, and the segments of HL7. */
const RETURN = 0x0d;
/** No signature is longer. */
const MOST_CUT_BYTES = 20;
/** First byte of a byte order mark in UTF-8, which a decoder takes away. */
const BYTE_ORDER_MARK = 0xef;
/** Text of western letters in UTF-16 has a zero in nearly every second byte, and next to none in the others. */
const UTF16_ZEROS = 0.4;
const UTF16_OTHER_ZEROS = 0.05;

/**
 * Format of an item.
 * @param head its first bytes, up to `HEAD_BYTES`
 * @param whole whether the item ends with them
 * @param path its name, for the extension
 */
export function detectFormat(head: Uint8Array, whole: boolean, path: string): ItemFormat {
  if (startsWith(head, 0xff, 0xfe, 0, 0)) return content(head, { whole, path, encoding: 'utf-32le' });
  if (startsWith(head, 0, 0, 0xfe, 0xff)) return content(head, { whole, path, encoding: 'utf-32be' });
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return content(head.subarray(3), { whole, path, encoding: 'utf-8' });
  const wide = wideEncoding(head);
  if (wide) return content(head, { whole, path, encoding: wide });
  // Messages of HL7 that came over a line have two control characters each, and are short.
  const isPlain = looksLikeText(head) || isHl7(bufferOf(head.subarray(0, HL7_HEAD)).toString('latin1'));
  // Short data, cut behind its signature, has few of them too: the signature goes before.
  const magic = findMagic(head, isPlain);
  if (magic) return formatOf(magic);
  const cut = whole && head.length > 0 && head.length < MOST_CUT_BYTES && cutFormat(head, path);
  if (cut) return cut;
  const isText = isPlain || hasFewControls(head);
  // It has no signature: only the name tells it, where the bytes are not text.
  if (!isText && /\.br$/i.test(path)) return { kind: 'compressed', codec: 'brotli' };
  if (isText) return content(head, { whole, path, encoding: narrowEncoding(head) });
  return { kind: 'unsupported', what: 'binary data' };
}

/** Of an item that ends inside a signature: the format that its name says as well. Its reader then says that it is damaged. */
function cutFormat(item: Uint8Array, path: string): ItemFormat | undefined {
  for (const magic of cutMagic(item)) {
    const format = formatOf(magic);
    if (isNamedSo(path, format)) return format;
  }
  return undefined;
}

function formatOf(magic: Magic): ItemFormat {
  if ('codec' in magic) return { kind: 'compressed', codec: magic.codec };
  if ('archive' in magic) return { kind: 'archive', archive: magic.archive };
  if ('read' in magic) return { kind: magic.read };
  return 'skip' in magic ? { kind: 'skip', skip: magic.skip } : { kind: 'unsupported', what: magic.what };
}

function startsWith(head: Uint8Array, ...bytes: number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, i) => head[i] === byte);
}

/** UTF-16 by its byte order mark or by where its zeros stand. */
function wideEncoding(head: Uint8Array): TextEncoding | undefined {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  if (head.length < 4 || head.length % 2 !== 0 || !bufferOf(head).includes(0)) return undefined;
  const zeros = [0, 0] as [number, number];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1]!++;
  const half = head.length / 2;
  const encoding =
    zeros[1] >= half * UTF16_ZEROS && zeros[0] <= half * UTF16_OTHER_ZEROS
      ? 'utf-16le'
      : zeros[0] >= half * UTF16_ZEROS && zeros[1] <= half * UTF16_OTHER_ZEROS
        ? 'utf-16be'
        : undefined;
  // Zeros alone could be an array of small numbers: what they say must read as text.
  return encoding && looksLikeText(Buffer.from(decodeHead(head, encoding))) ? encoding : undefined;
}

/** UTF-8, which ASCII is too, or what its words say; else its ASCII is read as UTF-8. */
function narrowEncoding(head: Uint8Array): TextEncoding {
  if (isAscii(head) || isUtf8(head.subarray(0, completeEnd(head, 0, head.length)))) return 'utf-8';
  return legacyEncoding(head) ?? 'utf-8';
}

/**
 * Text of any encoding that contains ASCII: next to no control characters. Bytes above 0x7F are allowed where they are no UTF-8,
 * since the ASCII parts of old 8-bit text can be examined all the same.
 */
function looksLikeText(head: Uint8Array): boolean {
  let controls = 0;
  let high = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    controls += IS_CONTROL[byte]!;
    high += byte >> 7;
  }
  if (controls - loneZeros(head) > head.length * MAX_CONTROLS) return false;
  // Compressed or encrypted bytes without a signature are as often above 0x7F as below; so is text of other alphabets in UTF-8.
  return high <= head.length * 0.3 || isUtf8(head.subarray(0, completeEnd(head, 0, head.length))) || controls === 0;
}

/** ASCII with a control character or two, none of them a zero. */
function hasFewControls(head: Uint8Array): boolean {
  let controls = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte === 0 || byte > 0x7f) return false;
    controls += IS_CONTROL[byte]!;
    if (controls > FEW_CONTROLS) return false;
  }
  return true;
}

/** Number of zeros, where there are few and each stands alone between other bytes, else 0. */
function loneZeros(head: Uint8Array): number {
  const bytes = bufferOf(head);
  let count = 0;
  let last = -2;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
    if (at === last + 1 || ++count > MOST_LONE_ZEROS) return 0;
    last = at;
  }
  return count;
}

interface Content {
  readonly whole: boolean;
  readonly path: string;
  readonly encoding: TextEncoding;
}

function content(head: Uint8Array, { whole, path, encoding }: Content): ContentFormat {
  const text = decodeHead(head, encoding);
  const extension = innerExtension(path);
  // Mail says itself how its parts are written; none of it is UTF-16 or UTF-32.
  const mail = encoding.startsWith('utf-16') || encoding.startsWith('utf-32') ? undefined : detectMail(text, extension);
  if (mail) return { kind: mail };
  if (isHl7(text)) return { kind: 'hl7', encoding, ...lineEnds(text) };
  const json = detectJson(text, whole, extension);
  if (json) return { kind: json === 'json' && isNotebook(text, extension) ? 'notebook' : json, encoding };
  const strings = detectSql(text, extension);
  if (strings) return { kind: 'sql', encoding, strings };
  const settings = detectSettings(text, extension, path);
  if (settings) return { kind: settings, encoding };
  const markup = detectMarkup(text, extension);
  if (markup) return { kind: markup, encoding };
  const fields = fieldsOf(text, whole, extension);
  const labelled = fields !== undefined && { fields };
  if (hasTextTables(text, extension)) return { kind: 'markdown', encoding, ...labelled };
  const table = detectTable(text, whole, extension);
  if (table) return { kind: 'csv', encoding, ...table };
  return { kind: 'text', encoding, ...lineEnds(text), ...labelled };
}

function lineEnds(text: string): { readonly newline?: number } {
  return text.includes('\r') && !text.includes('\n') ? { newline: RETURN } : {};
}

/** A decoder costs ten times as much as reading a small file: valid UTF-8 needs none. */
function decodeHead(head: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'utf-8') {
    if (isAscii(head)) return bufferOf(head).toString('latin1');
    if (isUtf8(head) && head[0] !== BYTE_ORDER_MARK) return bufferOf(head).toString('utf8');
  }
  return decoderOf(encoding).decode(head, { stream: true });
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
