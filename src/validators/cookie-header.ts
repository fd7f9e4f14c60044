/** HTTP cookies (RFC 6265): tells a header that carries an identifier from documentation and settings. */
import type { Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/** Attributes of Set-Cookie, which are no cookies. */
const ATTRIBUTES = /^(?:expires|max-age|domain|path|samesite|secure|httponly|partitioned|priority)$/i;

/** Shorter values are settings (`theme=dark`), not identifiers. */
const SHORTEST_VALUE = 8;

const PLACEHOLDER = /your[-_]|example|redacted|placeholder|sessionid$|<|\{/i;

/**
 * At least one name=value whose value has eight characters or more, a digit among them, and is no placeholder.
 * `unknown`: an identifier cannot be told from other text by computing. Example: `Cookie: sid=3b49420d54a6`.
 */
export const cookieHeader: Validator = (bytes, start, end) => {
  const text = latin1(bytes, start, end);
  for (const pair of text.slice(text.indexOf(':') + 1).split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || ATTRIBUTES.test(pair.slice(0, at).trim())) continue;
    const value = pair.slice(at + 1).trim();
    if (value.length >= SHORTEST_VALUE && /\d/.test(value) && !PLACEHOLDER.test(value)) return 'unknown';
  }
  return 'invalid';
};
