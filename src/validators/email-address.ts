/** E-mail addresses: dot-string before the `@` (RFC 5321 section 4.1.2), host name behind it. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { afterLast, indexOfByte } from './ascii.js';
import { endsWithName, isHostName, isReservedHost } from './host-name.js';
import { isMessageId } from './message-id.js';
import { WordTable } from './word-table.js';

const AT = 0x40;
const DOT = 0x2e;
const LONGEST_LOCAL = 64;
/** RFC 5321 section 4.5.3.1: a path has 256 octets with its angle brackets. */
const LONGEST_ADDRESS = 254;

/**
 * Local part of 1 to 64 bytes without a dot at either end or two together, and a host below a top-level domain that
 * exists. `valid`, because of random host names of the same shape fewer than 1 in 100 end in one. Refused though well
 * formed: file names such as `icon@2x.md`, whose second-level name is one digit, alone or before `x`, or `test@module.py`;
 * and Message-IDs.
 * Example: `ada.lovelace@analytical.org`. Does not prove that the mailbox exists, nor that it is a person's.
 */
export const emailAddress: Validator = (bytes, start, end) => {
  const at = indexOfByte(bytes, AT, start, end);
  if (at <= start || at - start > LONGEST_LOCAL || end - start > LONGEST_ADDRESS) return 'invalid';
  if (bytes[start] === DOT || bytes[at - 1] === DOT) return 'invalid';
  for (let i = start + 1; i < at; i++) if (bytes[i] === DOT && bytes[i - 1] === DOT) return 'invalid';
  if (!isHostName(bytes, at + 1, end) || isScaleSuffix(bytes, at + 1, end) || isPythonFile(bytes, at + 1, end)) return 'invalid';
  return isMessageId(bytes, start, at) ? 'invalid' : 'valid';
};

/** Hosts that SSH algorithms and extensions are named after (RFC 4251 section 6): `aes256-gcm@openssh.com` is no mailbox. */
const SSH_NAMES = ['openssh.com', 'libssh.org', 'tinyssh.org'];

/** What `https://user:password@host` of documentation, and the anonymous login of a repository, leave before the `@`. */
const PASSWORD_WORDS = new WordTable(
  [
    ...['', 'my', 'your'].flatMap((whose) =>
      ['password', 'passwd', 'passw0rd', 'pass', 'pwd', 'secret'].map((word) => whose + word),
    ),
    'anonymous',
    'anoncvs',
  ],
  true,
);

/** Addresses at reserved hosts, `git@host`, the shared login of code hosts, names of SSH algorithms, and words for a password. */
export const isReservedEmail: ReservedCheck = (bytes, start, end) => {
  const at = indexOfByte(bytes, AT, start, end);
  if (at < 0) return false;
  if (at - start === 3 && bytes[start] === 0x67 && bytes[start + 1] === 0x69 && bytes[start + 2] === 0x74) return true;
  if (PASSWORD_WORDS.has(bytes, start, at)) return true;
  return isReservedHost(bytes, at + 1, end) || SSH_NAMES.some((name) => endsWithName(bytes, at + 1, end, name));
};

/** Whether the label before the last is one digit, or one digit and `x` (`2x`: an image for dense screens). */
function isScaleSuffix(bytes: Uint8Array, start: number, end: number): boolean {
  const last = afterLast(bytes, start, end, DOT) - 1;
  const from = afterLast(bytes, start, last, DOT);
  const first = bytes[from]!;
  if (first < 0x30 || first > 0x39) return false;
  return last - from === 1 || (last - from === 2 && (bytes[from + 1]! | 0x20) === 0x78);
}

/** Two labels, the last `py`: Paraguay registers names below `com.py`, `org.py` and the like only, so this is a Python file. */
function isPythonFile(bytes: Uint8Array, start: number, end: number): boolean {
  const dot = end - 3;
  if ((bytes[end - 1]! | 0x20) !== 0x79 || (bytes[end - 2]! | 0x20) !== 0x70 || bytes[dot] !== DOT) return false;
  return afterLast(bytes, start, dot, DOT) === start;
}
