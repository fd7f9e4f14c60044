/** Turns bytes of any encoding into text, piece by piece: what TextDecoder does, and UTF-32, which it does not know. */
import type { TextEncoding } from '../core/format.js';

export interface Decoder {
  /** Text of the bytes; what the end of them cuts is kept for the next call where `stream` is true. */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** A decoder that takes a byte order mark away and writes U+FFFD for what is no text. */
export function decoderOf(encoding: TextEncoding): Decoder {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return new Utf32Decoder(encoding === 'utf-32le');
  return new TextDecoder(encoding);
}

/** Bytes that are decoded at a time. */
const CHUNK_BYTES = 1024 * 1024;

/** A part of a text: whole lines without the newline behind the last, or, where a line is longer than a megabyte, a part of it. */
export interface TextPart {
  readonly text: string;
  /** What follows is on the same line. */
  readonly continues?: true;
}

/** The text of bytes in parts, so that a long one is never held as a whole. */
export function* textParts(encoding: TextEncoding, bytes: Uint8Array): Generator<TextPart, void, void> {
  const decoder = decoderOf(encoding);
  let rest = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    // In one call without `stream`, Node 20 takes windows-1252 for ISO 8859-1, which has no euro sign.
    const text = rest + decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true });
    const end = text.lastIndexOf('\n');
    if (end < 0) yield { text, continues: true };
    else yield { text: text.slice(0, end) };
    rest = text.slice(end < 0 ? text.length : end + 1);
  }
  yield { text: rest + decoder.decode() };
}

/** The text of bytes in UTF-8; a newline may stand behind it. */
export function utf8Of(encoding: TextEncoding, bytes: Uint8Array): Buffer {
  const parts: Buffer[] = [];
  for (const { text, continues } of textParts(encoding, bytes)) parts.push(Buffer.from(continues ? text : `${text}\n`));
  return Buffer.concat(parts);
}

const UNIT_BYTES = 4;
const BYTE_ORDER_MARK = 0xfeff;
const LAST_CHARACTER = 0x10ffff;
const REPLACEMENT = 0xfffd;

class Utf32Decoder implements Decoder {
  readonly #isLittleEndian: boolean;
  #rest: Uint8Array = new Uint8Array(0);
  #isFirst = true;

  constructor(isLittleEndian: boolean) {
    this.#isLittleEndian = isLittleEndian;
  }

  decode(bytes: Uint8Array = new Uint8Array(0), { stream = false }: { readonly stream?: boolean } = {}): string {
    const all = Buffer.concat([this.#rest, bytes]);
    const whole = all.length - (all.length % UNIT_BYTES);
    let text = '';
    for (let at = 0; at < whole; at += UNIT_BYTES) {
      const code = this.#isLittleEndian ? all.readUInt32LE(at) : all.readUInt32BE(at);
      const isMark = this.#isFirst && code === BYTE_ORDER_MARK;
      this.#isFirst = false;
      const isCharacter = code <= LAST_CHARACTER && (code < 0xd800 || code > 0xdfff);
      if (!isMark) text += String.fromCodePoint(isCharacter ? code : REPLACEMENT);
    }
    this.#rest = stream ? all.subarray(whole) : new Uint8Array(0);
    return !stream && whole < all.length ? `${text}\ufffd` : text;
  }
}
