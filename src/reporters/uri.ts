/** Paths as URIs (RFC 3986): what reports of a standard format name items by. */
import type { ItemPath } from '../core/result.js';

/** Bytes that stand for themselves: unreserved characters, the slash, and `!` and `*` of members and masked names. */
const PLAIN = /[A-Za-z0-9\-._~/!*]/;
/** An absolute address of a bucket; everything else is a path relative to the working directory. */
const BUCKET = /^s3:\/\//;

/**
 * The item's masked path as a relative reference, or as an absolute URI where it lies in a bucket. The bytes of a name that is
 * not UTF-8 are encoded as they are, unless a part of it is masked.
 */
export function uriOf({ path, pathBase64, printPath }: ItemPath): string {
  const isExact = pathBase64 !== undefined && printPath === undefined;
  const bytes = isExact ? Buffer.from(pathBase64, 'base64') : Buffer.from(printPath ?? path, 'utf8');
  const scheme = BUCKET.exec(printPath ?? path)?.[0] ?? '';
  return scheme + encoded(bytes.subarray(scheme.length));
}

function encoded(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    text += PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
