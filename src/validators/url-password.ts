/** Passwords in URLs, `scheme://user:password@host` (RFC 3986 section 3.2.1): tells real ones from placeholders and variables. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';
import { isReservedHost } from './host-name.js';

/** Words that stand for a password in documentation, alone or joined, with digits or signs around them. */
const PLACEHOLDER =
  /^(?:my|your|some|the|a|db|user|example|new|secret|super|fake|(?:aws_)?secret_access|sas|api|access)?[-_.]?(?:password|passwd|passwort|wachtwoord|motdepasse|contrase\u00f1a|senha|passphrase|passwor[dt]?|pass|pwd|pw|secret|secretkey|token|key|apikey|changeme|change-me|example|placeholder|redacted|dummy|test|foo|bar|baz|x+|\*+|\.+|-+|_+)(?:here)?$/i;

/** `${VAR}`, `{{ name }}`, `<password>`, `[password]`, `%s`, `%PASS%`, `$PASS`, `#{…}`, `:password`. */
const VARIABLE = /^(?:[$#]?\{.*\}|\$.+|<.*>|\[.*\]|%[a-z]$|%\(.*|%[A-Za-z_]+%$|:.*)|\$\{|\$\(|\{\{|^["'`]|["'`]$/;

/** Users and passwords that everyone knows: of public repositories and servers, and of Oracle's sample schema. */
const PUBLIC_PASSWORD = /(?:^|:)(?:anonymous|anoncvs|anonsvn)$/i;
const PUBLIC_USER = /^(?:anonymous|ftp)$/i;
const SAMPLE = 'scott:tiger';

/** Shorter ones are line noise more often than passwords. */
const SHORTEST = 3;

/** Whether a password is a word for one, publicly known, a variable, or too short to be one. */
export function isPlaceholderPassword(password: string): boolean {
  return password.length < SHORTEST || VARIABLE.test(password) || PLACEHOLDER.test(password) || PUBLIC_PASSWORD.test(password);
}

/**
 * The part between the first colon of the user information and the last `@`. `invalid` for placeholders and variables,
 * else `unknown`: what is a password cannot be computed.
 */
export const urlPassword: Validator = (bytes, start, end) => {
  const text = latin1(bytes, start, end);
  const from = text.indexOf('://') + 3;
  const at = text.lastIndexOf('@');
  const colon = text.indexOf(':', from);
  if (from < 3 || colon < 0 || colon > at) return 'invalid';
  const user = text.slice(from, colon);
  if (VARIABLE.test(user) || PUBLIC_USER.test(user) || text.slice(from, at) === SAMPLE) return 'invalid';
  return isPlaceholderPassword(text.slice(colon + 1, at)) ? 'invalid' : 'unknown';
};

/** What stands before a host and behind it in a connection string: `tcp(`, `//`; a port, a service, a parenthesis. */
const BEFORE_HOST = /^(?:tcp\(|\/\/)/;
const BEHIND_HOST = /[:)].*$/;

/** Hosts of documentation and the machine itself: `example.com` and the like, `localhost`, 127.0.0.0/8. */
export const isReservedUrlHost: ReservedCheck = (bytes, start, end) => {
  let at = end;
  while (at > start && bytes[at - 1] !== 0x40) at--;
  const text = latin1(bytes, at, end);
  if (text.startsWith('[')) return text.startsWith('[::1]');
  const from = at + (BEFORE_HOST.exec(text)?.[0].length ?? 0);
  const to = end - (BEHIND_HOST.exec(text)?.[0].length ?? 0);
  return isReservedHost(bytes, from, to) || /^127\./.test(latin1(bytes, from, to));
};
