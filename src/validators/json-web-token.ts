/** JSON Web Tokens in compact form (RFC 7519, RFC 7515 section 7.1), signed or not. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

const DOT = 0x2e;
/** Headers are the same in thousands of tokens; hostile ones are made up without end. */
const MOST_KNOWN_HEADERS = 256;
/** Whether a header, as it stands in the token, names its algorithm. */
const knownHeaders = new Map<string, boolean>();

/**
 * base64url(header) `.` base64url(claims) `.` base64url(signature): header and claims decode to JSON objects, and the header
 * names its algorithm in `alg`. The signature may be empty (`alg` none). `valid`: random base64url does not decode to JSON.
 * The signature is not checked, nor whether the token has expired.
 */
export const jsonWebToken: Validator = (bytes, start, end) => {
  const dot = indexOfByte(bytes, DOT, start, end);
  if (!namesAlgorithm(latin1(bytes, start, dot))) return 'invalid';
  return parseObject(claimsText(bytes, dot + 1, end)) ? 'valid' : 'invalid';
};

/** Claims of the samples below hold one of these, or letters written as escapes. */
const SAMPLE_SIGNS = ['1234567890', 'joe', '\\'];

/** The samples of RFC 7519 (issuer `joe`) and of the debugger at jwt.io (subject 1234567890). */
export const isSampleToken: ReservedCheck = (bytes, start, end) => {
  const dot = indexOfByte(bytes, DOT, start, end);
  if (dot < 0) return false;
  const text = claimsText(bytes, dot + 1, end);
  if (!SAMPLE_SIGNS.some((sign) => text.includes(sign))) return false;
  const claims = parseObject(text);
  return claims?.sub === '1234567890' || claims?.iss === 'joe';
};

function namesAlgorithm(header: string): boolean {
  const known = knownHeaders.get(header);
  if (known !== undefined) return known;
  const algorithm = parseObject(decode(header))?.alg;
  const isNamed = typeof algorithm === 'string' && algorithm !== '';
  if (knownHeaders.size >= MOST_KNOWN_HEADERS) knownHeaders.clear();
  knownHeaders.set(header, isNamed);
  return isNamed;
}

/** The claims that begin at `from` and go to the next dot. */
function claimsText(bytes: Uint8Array, from: number, end: number): string {
  const dot = indexOfByte(bytes, DOT, from, end);
  return decode(latin1(bytes, from, dot < 0 ? end : dot));
}

function decode(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    // Not JSON is the answer looked for, not a fault.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Index of the first `byte` in `bytes[start, end)`, or -1. */
function indexOfByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let i = start; i < end; i++) if (bytes[i] === byte) return i;
  return -1;
}
