/**
 * File names are bytes. Inside the sources they travel as latin1 text (one character a byte), which keeps every byte,
 * compares in byte order and is cheap; this file turns them into names for people and back into names for the system.
 */
import { isUtf8 } from 'node:buffer';
import type { ItemPath } from '../core/result.js';

/** A name as latin1 text of its bytes. */
export type ByteName = string;

/** Bytes of a path given as text (command line, API), as latin1 text. */
export function toByteName(path: string): ByteName {
  return isAscii(path) ? path : Buffer.from(path, 'utf8').toString('latin1');
}

/** The form in which Node's file functions take the name. ASCII names stay strings, which is faster than a Buffer. */
export function toSystemPath(name: ByteName): string | Buffer {
  return isAscii(name) ? name : Buffer.from(name, 'latin1');
}

/** A path for people and reports: as UTF-8, bytes outside it as `\xHH`, then with `pathBase64`. */
export function toItemPath(name: ByteName): ItemPath {
  if (isAscii(name)) return { path: name };
  const bytes = Buffer.from(name, 'latin1');
  if (isUtf8(bytes)) return { path: bytes.toString('utf8') };
  return { path: escapeInvalid(bytes), pathBase64: bytes.toString('base64') };
}

/**
 * `name` in text that globs can match: valid UTF-8 decoded, every other byte as a lone surrogate U+DC80 to U+DCFF, so that
 * `?` stands for one character and nothing is lost (Python's `surrogateescape`, PEP 383), without line ends.
 */
export function toGlobText(name: ByteName): string {
  if (isAscii(name)) return withoutLineEnds(name);
  let text = '';
  forEachPiece(Buffer.from(name, 'latin1'), (piece) => {
    text += typeof piece === 'string' ? piece : String.fromCharCode(0xdc00 | piece);
  });
  return withoutLineEnds(text);
}

/** With a character of the private use area in place of each line end: no glob's `*` or `?` stands for one. */
export function withoutLineEnds(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]/g, (end) => String.fromCharCode(0xe000 | (end.charCodeAt(0) & 0xff)));
}

/**
 * Joins two byte names. An empty first part stands for the working directory, so the second stays relative.
 */
export function joinNames(folder: ByteName, name: ByteName): ByteName {
  if (folder === '') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** Absolute path without empty, `.` and `..` parts; `..` is resolved in the text, as a shell prints it. */
export function absoluteName(workingDirectory: ByteName, name: ByteName): ByteName {
  const parts: string[] = [];
  for (const part of (name.startsWith('/') ? name : `${workingDirectory}/${name}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Path from one absolute folder to another absolute path, `.` where they are the same. */
export function relativeName(from: ByteName, to: ByteName): ByteName {
  const base = from.split('/').filter((part) => part !== '');
  const parts = to.split('/').filter((part) => part !== '');
  let common = 0;
  while (common < base.length && common < parts.length && base[common] === parts[common]) common++;
  const up = new Array<string>(base.length - common).fill('..');
  return [...up, ...parts.slice(common)].join('/') || '.';
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function escapeInvalid(bytes: Buffer): string {
  let text = '';
  forEachPiece(bytes, (piece) => {
    text += typeof piece === 'string' ? piece : `\\x${piece.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return text;
}

/** Calls `take` with each valid character as text and each byte outside UTF-8 as a number. */
function forEachPiece(bytes: Buffer, take: (piece: string | number) => void): void {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const piece = bytes.subarray(at, at + length);
    if (piece.length === length && isUtf8(piece)) {
      take(piece.toString('utf8'));
      at += length;
    } else {
      take(lead);
      at++;
    }
  }
}
