/** E-mail addresses: dot-string before the `@` (RFC 5321 section 4.1.2), host name behind it. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { afterLast } from './ascii.js';
import { digitAt } from './digits.js';
import { endsWithName, isHostName, isReservedHost } from './host-name.js';
import { isCalledMessageId, isMessageId } from './message-id.js';

const AT = 0x40;
const DOT = 0x2e;
const LONGEST_LOCAL = 64;
/** Fewest letters and digits of a local part that has a digit, in an address without lower-case letters. */
const FEWEST_IN_CAPITALS = 4;
/** RFC 5321 section 4.5.3.1: a path has 256 octets with its angle brackets. */
const LONGEST_ADDRESS = 254;

/**
 * Local part of 1 to 64 bytes without a dot at either end or two together, and a host below a top-level domain that
 * exists. `valid`, because of random host names of the same shape fewer than 1 in 100 end in one. Refused though well
 * formed: file names such as `icon@2x.md`, whose second-level name is one digit, alone or before `x`, or `test@module.py`;
 * Message-IDs; and two or three letters and digits in capitals throughout (`2E@A.AE`), which lines of random signs hold, such as qualities
 * of DNA reads.
 * Example: `ada.lovelace@analytical.org`. Does not prove that the mailbox exists, nor that it is a person's.
 */
export const emailAddress: Validator = (bytes, start, end, around) => {
  if (end - start > LONGEST_ADDRESS) return 'invalid';
  const limit = Math.min(end, start + LONGEST_LOCAL + 1);
  let digits = 0;
  // As if a dot stood in front: none may lead, nor follow another, nor stand before the `@`.
  let before = DOT;
  let at = start;
  for (; at < limit; at++) {
    const byte = bytes[at]!;
    if (byte === AT) break;
    if (byte === DOT && before === DOT) return 'invalid';
    if (byte >= 0x30 && byte <= 0x39) digits++;
    before = byte;
  }
  if (at === limit || before === DOT) return 'invalid';
  if (!isHostName(bytes, at + 1, end) || isFileName(bytes, at + 1, end)) return 'invalid';
  if (digits > 0 && isNoise(bytes, start, at, end)) return 'invalid';
  if (digits > 0 && isCalledMessageId(bytes, start, around?.start ?? 0)) return 'invalid';
  return isMessageId(bytes, start, at, digits) ? 'invalid' : 'valid';
};

/** Whether an address, with a digit before the `@` at `at`, is too short there for one without a lower-case letter. */
function isNoise(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  let count = 0;
  for (let i = start; i < at; i++) {
    const byte = bytes[i]!;
    if (byte !== DOT && byte !== 0x25 && byte !== 0x2b && byte !== 0x2d && byte !== 0x5f) count++;
  }
  if (count >= FEWEST_IN_CAPITALS) return false;
  // Lower-case letters, and all bytes of multi-byte characters.
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x61) return false;
  return true;
}

/** Hosts that SSH algorithms and extensions are named after (RFC 4251 section 6): `aes256-gcm@openssh.com` is no mailbox. */
const SSH_NAMES = ['openssh.com', 'libssh.org', 'tinyssh.org'];

/**
 * What `https://user:password@host` of documentation, and the anonymous login of a repository, leave before the `@`. All begin and
 * end with few letters, by which other words are told from them.
 */
const PASSWORD_WORDS = [
  ...['', 'my', 'your'].flatMap((whose) =>
    ['password', 'passwd', 'passw0rd', 'pass', 'pwd', 'secret'].map((word) => whose + word),
  ),
  'anonymous',
  'anoncvs',
];
const LONGEST_PASSWORD_WORD = 12;
const FIRST = 1;
const LAST = 2;
/** By letter: whether a word for a password begins with it, ends with it, or both. */
const WORD_ENDS = new Uint8Array(256);
for (const word of PASSWORD_WORDS)
  for (const text of [word, word.toUpperCase()]) {
    WORD_ENDS[text.charCodeAt(0)]! |= FIRST;
    WORD_ENDS[text.charCodeAt(text.length - 1)]! |= LAST;
  }

/** Addresses at reserved hosts, `git@host`, the shared login of code hosts, names of SSH algorithms, and words for a password. */
export const isReservedEmail: ReservedCheck = (bytes, start, end) => {
  let at = start;
  while (at < end && bytes[at] !== AT) at++;
  if (at === end) return false;
  if (at - start === 3 && bytes[start] === 0x67 && bytes[start + 1] === 0x69 && bytes[start + 2] === 0x74) return true;
  return isPasswordWord(bytes, start, at) || isReservedHost(bytes, at + 1, end) || isSshName(bytes, at + 1, end);
};

function isPasswordWord(bytes: Uint8Array, start: number, at: number): boolean {
  if (at - start > LONGEST_PASSWORD_WORD) return false;
  if ((WORD_ENDS[bytes[start]!]! & FIRST) === 0 || (WORD_ENDS[bytes[at - 1]!]! & LAST) === 0) return false;
  for (const word of PASSWORD_WORDS) if (word.length === at - start && endsWithName(bytes, start, at, word)) return true;
  return false;
}

function isSshName(bytes: Uint8Array, start: number, end: number): boolean {
  // All end in `ssh` and a domain of three letters.
  if (bytes[end - 4] !== DOT || (bytes[end - 5]! | 0x20) !== 0x68 || (bytes[end - 6]! | 0x20) !== 0x73) return false;
  for (const name of SSH_NAMES) if (endsWithName(bytes, start, end, name)) return true;
  return false;
}

/**
 * Whether a well-formed host name is a file's: its second-level name is one digit, or one digit and `x` (`2x`: an image for dense
 * screens), or it has two labels, the last `py`: Paraguay registers names below `com.py`, `org.py` and the like only.
 */
function isFileName(bytes: Uint8Array, start: number, end: number): boolean {
  const dot = afterLast(bytes, start, end, DOT) - 1;
  if (isDigitAfterDot(bytes, start, dot - 1)) return true;
  if ((bytes[dot - 1]! | 0x20) === 0x78 && isDigitAfterDot(bytes, start, dot - 2)) return true;
  if (end - dot !== 3 || (bytes[dot + 1]! | 0x20) !== 0x70 || (bytes[dot + 2]! | 0x20) !== 0x79) return false;
  return afterLast(bytes, start, dot, DOT) === start;
}

/** Whether a digit stands at `index`, first of its label. */
function isDigitAfterDot(bytes: Uint8Array, start: number, index: number): boolean {
  return index >= start && digitAt(bytes, index) >= 0 && (index === start || bytes[index - 1] === DOT);
}
