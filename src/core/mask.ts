/**
 * Previews: what a report may show of a value. Made in the worker, so that the value itself stays there; a preview
 * shows where the separators stand and a form's fixed literal, and no other character of the value.
 */

/** How much a preview shows. `last4` adds the last four letters or digits where at least five others stay hidden. */
export type PreviewMode = 'shape' | 'last4';

export interface PreviewOptions {
  /** Texts with which every value of the form begins, from `fixedLiterals`. The one that the value begins with is shown. */
  readonly literals?: readonly string[];
  /** Default `shape`. */
  readonly mode?: PreviewMode;
  /** Hide separators too: in a password or token they are a part of the secret, not of its form. Default false. */
  readonly opaque?: boolean;
}

/** Longest preview in characters, its ellipsis included. */
export const PREVIEW_LENGTH = 64;

/** Characters shown by `last4`, and how many others must stay hidden for that: 9 in all, a US Social Security number. */
const TAIL = 4;
const LEAST_HIDDEN = 5;

const SEPARATORS = new Set([...' -./:@()+'].map((character) => character.charCodeAt(0)));

/**
 * Preview of `bytes[start, end)`, valid UTF-8: `*` for each character, separators and the literal as they are, line
 * breaks and tabs as a space; cut at 64 characters with `…`.
 */
export function previewOf(bytes: Uint8Array, start: number, end: number, options: PreviewOptions = {}): string {
  const literal = options.literals?.find((text) => startsWith(bytes, start, end, text)) ?? '';
  const marks = maskBytes(bytes, start + literal.length, end, options.opaque ?? false);
  const whole = literal + marks;
  if (options.mode !== 'last4') return cut(whole, PREVIEW_LENGTH);
  const tail = lastPlainCharacters(bytes, start + literal.length, end);
  if (tail === '') return cut(whole, PREVIEW_LENGTH);
  return cut(whole.slice(0, whole.length - tail.length), PREVIEW_LENGTH - tail.length) + tail;
}

/** Number of characters in `bytes[start, end)`, valid UTF-8. */
export function characterCount(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) count++;
  return count;
}

/**
 * The fixed texts with which the matches of an RE2 pattern begin: one prefix, or the alternatives of a leading group.
 * Empty where there is none of at least three characters with a letter in it: a lone `4` or `00` says more about the
 * value than about the form.
 */
export function fixedLiterals(pattern: string): readonly string[] {
  const body = pattern.startsWith('(?i)') ? pattern.slice(4) : pattern;
  if (hasTopLevelAlternative(body)) return [];
  const group = /^\(\?:([\w\- |]+)\)(?![?*+{])/.exec(body);
  const texts = group ? group[1]!.split('|') : [literalPrefix(body)];
  return texts.every((text) => text.length >= 3 && /[A-Za-z]/.test(text)) ? texts : [];
}

/** Characters at the front of a pattern that stand for themselves and are not repeated. */
function literalPrefix(pattern: string): string {
  let text = '';
  let at = 0;
  while (at < pattern.length) {
    const piece = /^(?:[A-Za-z0-9_\-:/ ;=<>@#%&!~,"']|\\[-./_+$()[\]{}|?*^\\])/.exec(pattern.slice(at))?.[0];
    if (piece === undefined) break;
    const next = pattern[at + piece.length];
    if (next === '?' || next === '*' || next === '+' || next === '{') break;
    text += piece.at(-1)!;
    at += piece.length;
  }
  return text;
}

function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

/** Compares without regard to ASCII case; what is shown is the pattern's spelling, not the value's. */
function startsWith(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start < text.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (lower(bytes[start + i]!) !== lower(text.charCodeAt(i))) return false;
  }
  return true;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

/** Masks at most as many characters as a preview needs, but one more, so that `cut` knows of the rest. */
function maskBytes(bytes: Uint8Array, start: number, end: number, opaque: boolean): string {
  const limit = PREVIEW_LENGTH + TAIL + 1;
  let text = '';
  for (let i = start; i < end && text.length <= limit; i++) {
    const byte = bytes[i]!;
    if ((byte & 0xc0) === 0x80) continue;
    if (opaque) text += '*';
    else if (byte === 0x09 || byte === 0x0a || byte === 0x0d) text += ' ';
    else text += SEPARATORS.has(byte) ? String.fromCharCode(byte) : '*';
  }
  return text;
}

/** The last four bytes if they are ASCII letters or digits and enough others stay hidden, else nothing. */
function lastPlainCharacters(bytes: Uint8Array, start: number, end: number): string {
  let plain = 0;
  for (let i = start; i < end; i++) if (isPlain(bytes[i]!)) plain++;
  if (plain < TAIL + LEAST_HIDDEN) return '';
  const tail = bytes.subarray(end - TAIL, end);
  return tail.every(isPlain) ? String.fromCharCode(...tail) : '';
}

function isPlain(byte: number): boolean {
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x7a);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length - 1) + '…';
}
