/**
 * Paths as a baseline writes them: readable, one for each name whatever its bytes, and safe to print. `%` and `*` in names are
 * escaped, so that `*` stands only where a part of a name is masked.
 */
import type { ItemPath } from '../core/result.js';
import { safeText } from '../core/safe-text.js';

/** `%HH` for `%`, `*`, what `safeText` changes, and in a name that is not UTF-8 for every byte that is not ASCII. */
export function baselinePath({ path, pathBase64 }: ItemPath): string {
  if (pathBase64 === undefined) return escaped(path, /[%*]|[^ -~]/gu);
  return escaped(Buffer.from(pathBase64, 'base64').toString('latin1'), /[%*]|[^ -~]/g, 'latin1');
}

/** The same for a name with `*` in place of what is masked. */
export function maskedBaselinePath(masked: string): string {
  return escaped(masked, /%|[^ -~]/gu);
}

export function isMasked(path: string): boolean {
  return path.includes('*');
}

/** Bytes of the name; not of a masked one. */
export function bytesOfPath(path: string): Buffer {
  const latin1 = Buffer.from(path, 'utf8').toString('latin1');
  return Buffer.from(
    latin1.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function escaped(text: string, special: RegExp, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  return text.replace(special, (character) => {
    const isPlain = encoding === 'utf8' && character > '~' && safeText(character) === character;
    return isPlain ? character : percent(Buffer.from(character, encoding));
  });
}

function percent(bytes: Buffer): string {
  return bytes.toString('hex').toUpperCase().replace(/../g, '%$&');
}
