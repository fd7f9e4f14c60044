/**
 * Passwords in what data bases take in place of a URL: `user:password@tcp(host:port)/db` of Go's driver for MySQL, `user/password@host:port/service`
 * of Oracle (easy connect), and the lines `host:port:database:user:password` of PostgreSQL's password file. Each is told by all its
 * parts; what is a password cannot be computed.
 */
import type { Surroundings, Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { isPlaceholderPassword } from './url-password.js';

/** Bytes before a value in which its user, or the rest of its line, is looked for. */
const REACH = 64;

/**
 * A user before the password, behind none of what continues a word, an option or a path; the password's own beginning, where it ends in a
 * sign that no match goes over.
 */
const BEFORE = String.raw`(?:[\s"'\x60=(,[]|thin:)`;
const HEAD = '(?:[!-9;-?A-~]{0,30}[!#$^&*=~,;?])?';
/** Writings of the two: what stands before the match, and the match from its `@` on. */
const WRITINGS = [
  [new RegExp(`${BEFORE}[A-Za-z0-9_.-]{1,32}:${HEAD}$`), /^@tcp\([A-Za-z0-9_.-]{1,99}:[0-9]{4,5}\)$/],
  [
    new RegExp(`${BEFORE}[A-Za-z][A-Za-z0-9_$#]{0,30}/${HEAD}$`),
    /^@(?:\/\/)?[A-Za-z0-9][A-Za-z0-9_.-]{0,97}:15[0-9]{2}[/:][A-Za-z]/,
  ],
] as const;

/**
 * A password up to the `@` in front of a data base's host, with its user before the match. `unknown` at best; `invalid` without a
 * user, for placeholders and for variables. Example: `app:h7Kq-pZ2v@tcp(db.internal:3306)`, of which the match begins behind the colon.
 */
export const connectionPassword: Validator = (bytes, start, end, around) => {
  const text = latin1(bytes, start, end);
  const at = text.lastIndexOf('@');
  const before = around && textBefore(bytes, start, around);
  const isWritten = WRITINGS.some(([user, host]) => host.test(text.slice(at)) && (before === undefined || user.test(before)));
  if (!isWritten) return 'invalid';
  const password = text.slice(0, at);
  return isPlaceholderPassword(password) || (password === 'tiger' && before?.endsWith('scott/')) ? 'invalid' : 'unknown';
};

/** The host at the beginning of a line: a name, an address, any (`*`) or the folder of a socket. */
const HOST_BEFORE = /[\r\n](?:\*|\/[!-9;-~]{1,60}|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,60}[A-Za-z0-9])?):$/;
/**
 * The last field of a line of `.pgpass` (PostgreSQL documentation, section 34.16): four fields before it, from the beginning of the
 * line, and its end behind it. `unknown` at best; `invalid` for placeholders. Example: `db.internal:5432:shop:app:h7Kq-pZ2v`.
 */
export const passwordFileEntry: Validator = (bytes, start, end, around) => {
  if (around !== undefined && !isEntry(bytes, start, end, around)) return 'invalid';
  return isPlaceholderPassword(latin1(bytes, start, end)) ? 'invalid' : 'unknown';
};

/** Whether four fields stand before the password, the first at the beginning of a line, and nothing behind it. */
function isEntry(bytes: Uint8Array, start: number, end: number, around: Surroundings): boolean {
  const before = textBefore(bytes, start, around);
  const behindHost = before.split(':').slice(-4).join(':');
  return endsLine(bytes, end, around) && HOST_BEFORE.test(before.slice(0, before.length - behindHost.length));
}

/** What stands before a match as far as it is looked at; where that begins the text, behind a line break. */
function textBefore(bytes: Uint8Array, start: number, around: Surroundings): string {
  if (start - around.start > REACH) return latin1(bytes, start - REACH, start);
  return `\n${latin1(bytes, around.start, start)}`;
}

function endsLine(bytes: Uint8Array, end: number, around: Surroundings): boolean {
  return end >= around.end || bytes[end] === 0x0a || bytes[end] === 0x0d;
}
