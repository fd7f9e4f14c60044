/**
 * Message-IDs (RFC 5322 section 3.6.4) have the form of mail addresses but name a message, not a mailbox. Mail archives and
 * commit logs hold one or more for each message, so those of the usual programs are told apart by what stands before the `@`.
 */
import { latin1 } from './ascii.js';

/** Hardly a Message-ID of the kinds below has fewer digits; most mailboxes do. */
const FEWEST_DIGITS = 4;

const SPACE = 0x20;
const DOT = 0x2e;
const COLON = 0x3a;
const OPENING = 0x3c;
const EQUALS = 0x3d;
const HYPHEN = 0x2d;

const DIGIT = 1;
const UPPER_HEX = 2;
const LOWER_HEX = 4;
const UPPER = 8;
const LOWER = 16;
const WEB_BASE64 = 32;
/** The sets of characters that a byte is in, one bit each; digits are in all of them. */
const KINDS = new Uint8Array(256);
for (const [kind, characters] of [
  [DIGIT, ''],
  [UPPER_HEX, 'ABCDEF'],
  [LOWER_HEX, 'abcdef'],
  [UPPER, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [LOWER, 'abcdefghijklmnopqrstuvwxyz'],
  [WEB_BASE64, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+_=-'],
] as const)
  for (const character of `0123456789${characters}`) KINDS[character.charCodeAt(0)]! |= kind;

/**
 * Whether the local part `bytes[start, at)`, which holds so many digits, was made by a mail program to name a message.
 * Example: `20050713212311.GC4701`, from `<20050713212311.GC4701@host>`. An id of another making is not known.
 */
export function isMessageId(bytes: Uint8Array, start: number, at: number, digits: number): boolean {
  // Ids of Gnus may hold no more than one digit.
  if (digits < FEWEST_DIGITS && !standsAt(bytes, at - 4, at, '.fsf')) return false;
  return isNumbered(bytes, start, at) || isHexId(bytes, start, at) || isSignedByProgram(bytes, start, at);
}

/** Fields of mails and calendars whose values name a message or an event, as they stand before it; one character a byte. */
const ID_FIELDS = /(?:message-?id|in-reply-to|references|content-id|^uid|[\r\n]uid)\s?[:=]\s?<?$/i;
/** Bytes of the longest of them. */
const FIELD_REACH = 16;

/** Whether a field for ids stands before `start`, no further back than `limit`. */
export function isCalledMessageId(bytes: Uint8Array, start: number, limit: number): boolean {
  const from = Math.max(limit, start - FIELD_REACH);
  if (start - from < 4) return false;
  // Nearly all addresses stand behind something else.
  const before = bytes[start - 1]!;
  if (before !== OPENING && before !== COLON && before !== EQUALS && before !== SPACE) return false;
  return ID_FIELDS.test(latin1(bytes, from, start));
}

/** Ids that begin with a time or another number, signs behind it. */
function isNumbered(bytes: Uint8Array, start: number, at: number): boolean {
  const end = endOf(DIGIT, bytes, start, at);
  const length = end - start;
  // Time as 14 digits, or longer numbers: mutt, git send-email, Postfix, many web mailers. Phone numbers have at most 11.
  if (length >= 13) return true;
  if (length === 0 || end === at || (bytes[end] !== DOT && bytes[end] !== HYPHEN)) return false;
  // Seconds since 1970 and the process.
  if (length === 12 || (length === 10 && endOf(DIGIT, bytes, end + 1, at) > end + 1)) return true;
  if (bytes[end] === HYPHEN) return false;
  const second = endOf(DIGIT, bytes, end + 1, at);
  if (second > end + 1 && standsAt(bytes, second, at, '.JavaMail.')) return true;
  return length >= 4 && isGroups(bytes, end, at);
}

/** Two groups and more of a dot and three digits and more each, to the end: Python. */
function isGroups(bytes: Uint8Array, start: number, at: number): boolean {
  let groups = 0;
  let from = start;
  for (; from < at && bytes[from] === DOT; groups++) {
    const end = endOf(DIGIT, bytes, from + 1, at);
    if (end - from < 4) return false;
    from = end;
  }
  return from === at && groups >= 2;
}

function isHexId(bytes: Uint8Array, start: number, at: number): boolean {
  // Seconds since 1970 in hex, then five to eight digits: Mozilla, older git send-email.
  if (at - start >= 14 && at - start <= 17 && endOf(UPPER_HEX, bytes, start, at) === start + 8)
    return bytes[start + 8] === DOT && endOf(DIGIT, bytes, start + 9, at) === at;
  // A UUID (Apple Mail, Outlook), a digest.
  if (at - start < 32) return false;
  return (
    isUuid(LOWER_HEX, bytes, start, at) || isUuid(UPPER_HEX, bytes, start, at) || endOf(LOWER_HEX, bytes, start, at) >= start + 32
  );
}

/** Whether the whole local part is a UUID in digits of one case. */
function isUuid(kind: number, bytes: Uint8Array, start: number, at: number): boolean {
  if (at - start !== 36) return false;
  for (let i = start; i < at; i++) {
    const isGap = i === start + 8 || i === start + 13 || i === start + 18 || i === start + 23;
    if (isGap ? bytes[i] !== HYPHEN : (KINDS[bytes[i]!]! & kind) === 0) return false;
  }
  return true;
}

/** Ids in which a program has left its mark. */
function isSignedByProgram(bytes: Uint8Array, start: number, at: number): boolean {
  const length = at - start;
  // Gnus.
  if (length >= 13 && length <= 16 && endOf(LOWER, bytes, start, at) === at - 4 && standsAt(bytes, at - 4, at, '.fsf'))
    return true;
  // Lotus Notes, iPlanet.
  if (standsAt(bytes, start, at, 'OF'))
    return (
      endOf(UPPER_HEX, bytes, start + 2, at) === start + 10 &&
      bytes[start + 10] === DOT &&
      endOf(UPPER_HEX, bytes, start + 11, at) === start + 19 &&
      standsAt(bytes, start + 19, at, '-ON')
    );
  if (length === 14 && bytes[start] === 0x30) return endOf(UPPER, bytes, start, at) === at;
  // Gmail, whose ids are at a host that has no mailboxes.
  return length >= 42 && standsAt(bytes, start, at, 'CA') && endOf(WEB_BASE64, bytes, start, at) === at;
}

/** Index of the first byte in `bytes[from, end)` that is not of the kind, or `end`. */
function endOf(kind: number, bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && (KINDS[bytes[i]!]! & kind) !== 0) i++;
  return i;
}

/** Whether `text` stands at `from` and ends by `end`. */
function standsAt(bytes: Uint8Array, from: number, end: number, text: string): boolean {
  if (from + text.length > end) return false;
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}
