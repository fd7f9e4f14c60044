/** The beginning of a private key block (RFC 7468, RFC 9580): whether its first body line is a key's or a placeholder's. */
import type { Validator } from '../core/verdict.js';
import { looksRandom } from './random-body.js';

/** Characters of the body that forms include. */
const BODY = 60;

/** The last 60 characters look random; the block's label and first bytes are the form's work. Does not prove that the key is whole or in use. */
export const keyBlock: Validator = (bytes, start, end) =>
  looksRandom(bytes, Math.max(start, end - BODY), end, 64) ? 'unknown' : 'invalid';
