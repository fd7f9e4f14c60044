/**
 * Message-IDs (RFC 5322 section 3.6.4) have the form of mail addresses but name a message, not a mailbox. Mail archives and
 * commit logs hold one or more for each message, so those of the usual programs are told apart by what stands before the `@`.
 */
import { latin1 } from './ascii.js';
import { digitAt } from './digits.js';

/** Hardly a Message-ID of the kinds below has fewer digits; most mailboxes do. */
const FEWEST_DIGITS = 4;

/** One alternative for each program's way to make ids unique. Tested on the text before the `@`. */
const MADE_BY_PROGRAM = new RegExp(
  [
    // Time as 14 digits, or longer numbers: mutt, git send-email, Postfix, many web mailers. Phone numbers have at most 11.
    String.raw`\d{12}[.-].*`,
    String.raw`\d{13}.*`,
    // Seconds since 1970 and the process, in hex or decimal: Mozilla, Python, older git send-email.
    String.raw`[0-9A-F]{8}\.\d{5,8}`,
    String.raw`\d{4,}(?:\.\d{3,}){2,}`,
    String.raw`\d{10}[.-]\d.*`,
    // A UUID (Apple Mail, Outlook), a digest, JavaMail, Gnus.
    '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}',
    '[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}',
    '[0-9a-f]{32}.*',
    String.raw`\d+\.\d+\.JavaMail\..*`,
    String.raw`[0-9a-z]{9,12}\.fsf`,
    // Lotus Notes, iPlanet.
    String.raw`OF[0-9A-F]{8}\.[0-9A-F]{8}-ON.*`,
    '0[0-9A-Z]{13}',
    // Gmail, whose ids are at a host that has no mailboxes.
    'CA[0-9A-Za-z+_=-]{40,}',
  ]
    .map((way) => `^${way}$`)
    .join('|'),
);

/**
 * Whether the local part `bytes[start, at)` was made by a mail program to name a message. Example: `20050713212311.GC4701`,
 * from `<20050713212311.GC4701@host>`. An id of another making is not known.
 */
export function isMessageId(bytes: Uint8Array, start: number, at: number): boolean {
  let digits = 0;
  for (let i = start; i < at; i++) if (digitAt(bytes, i) >= 0) digits++;
  const isGnus = endsInGnus(bytes, at);
  if (!isGnus && (digits < FEWEST_DIGITS || !mayBeMade(bytes, start, at))) return false;
  return MADE_BY_PROGRAM.test(latin1(bytes, start, at));
}

/** What all ways but Gnus's have: a digit first, `OF` first, a dot or hyphen behind eight bytes, or 32 bytes and more. Spares most addresses the search. */
function mayBeMade(bytes: Uint8Array, start: number, at: number): boolean {
  if (digitAt(bytes, start) >= 0 || at - start >= 32) return true;
  if (bytes[start] === 0x4f && bytes[start + 1] === 0x46) return true;
  return at - start > 8 && (bytes[start + 8] === 0x2e || bytes[start + 8] === 0x2d);
}

/** `.fsf` before the `@`: ids of Gnus may hold no more than one digit. */
function endsInGnus(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === 0x66 && bytes[at - 2] === 0x73 && bytes[at - 3] === 0x66 && bytes[at - 4] === 0x2e;
}
