/** Credentials of HTTP basic authentication: base64 of `user:password` (RFC 7617). */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { afterLast, latin1 } from './ascii.js';
import { isPlaceholderPassword } from './url-password.js';

/** The examples of RFC 7617 section 2 and RFC 2617. */
const PUBLISHED: readonly string[] = ['Aladdin:open sesame', 'Aladdin:OpenSesame', 'test:123£'];

/**
 * The base64 at the end of the match decodes to printable UTF-8 with a colon, in canonical form (no left-over bits).
 * `valid`: of random base64 of eight characters 1 in 400 does, of longer text fewer. Refuses placeholders such as `user:password`.
 * Example: `dXNlcjpodW50ZXIyLg==` decodes to a user, a colon and eight characters.
 */
export const basicCredentials: Validator = (bytes, start, end) => {
  const text = decode(bytes, start, end);
  if (text === undefined) return 'invalid';
  const password = text.slice(text.indexOf(':') + 1);
  return isPlaceholderPassword(password) ? 'invalid' : 'valid';
};

/** The published examples. */
export const isPublishedCredentials: ReservedCheck = (bytes, start, end) => PUBLISHED.includes(decode(bytes, start, end) ?? '');

/** The text in base64 behind the last space, or undefined where it is none or has no colon. */
function decode(bytes: Uint8Array, start: number, end: number): string | undefined {
  const from = afterLast(bytes, start, end, 0x20);
  if (!isControlFree(bytes, from, end)) return undefined;
  const encoded = latin1(bytes, from, end);
  const decoded = Buffer.from(encoded, 'base64');
  if (decoded.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) return undefined;
  const text = decoded.toString('utf8');
  return /^[^\p{Cc}\p{Cn}\uFFFD:]*:[^\p{Cc}\p{Cn}\uFFFD]*$/u.test(text) ? text : undefined;
}

const PADDING = 0x3d;

/** Value of each base64 digit, by byte; others count as 0, and are found out when all of it is decoded. */
const DIGITS = new Uint8Array(256);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((digit, value) => {
  DIGITS[digit.charCodeAt(0)] = value;
});

/** Whether the whole groups of four digits decode to no ASCII control character: half of random groups do, in a few nanoseconds. */
function isControlFree(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at + 4 <= end && bytes[at + 3] !== PADDING; at += 4) {
    const group =
      (DIGITS[bytes[at]!]! << 18) | (DIGITS[bytes[at + 1]!]! << 12) | (DIGITS[bytes[at + 2]!]! << 6) | DIGITS[bytes[at + 3]!]!;
    if (isControl(group >> 16) || isControl((group >> 8) & 0xff) || isControl(group & 0xff)) return false;
  }
  return true;
}

function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}
