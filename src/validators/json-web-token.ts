/** JSON Web Tokens in compact form (RFC 7519, RFC 7515 section 7.1), signed or not. */
import type { ReservedCheck, Validator } from '../core/verdict.js';
import { latin1 } from './ascii.js';

/**
 * base64url(header) `.` base64url(claims) `.` base64url(signature): header and claims decode to JSON objects, and the header
 * names its algorithm in `alg`. The signature may be empty (`alg` none). `valid`: random base64url does not decode to JSON.
 * The signature is not checked, nor whether the token has expired.
 */
export const jsonWebToken: Validator = (bytes, start, end) => {
  const [header, claims] = latin1(bytes, start, end).split('.');
  const algorithm = decodeObject(header)?.alg;
  return typeof algorithm === 'string' && algorithm !== '' && decodeObject(claims) ? 'valid' : 'invalid';
};

/** The samples of RFC 7519 (issuer `joe`) and of the debugger at jwt.io (subject 1234567890). */
export const isSampleToken: ReservedCheck = (bytes, start, end) => {
  const claims = decodeObject(latin1(bytes, start, end).split('.')[1]);
  return claims?.sub === '1234567890' || claims?.iss === 'joe';
};

function decodeObject(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (!part) return undefined;
  const text = Buffer.from(part, 'base64url').toString('utf8');
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    // Not JSON is the answer looked for, not a fault.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
