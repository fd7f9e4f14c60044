/** Decoded values of binary formats as the text that people write for them: what a table of text would hold. */
import { isUtf8 } from 'node:buffer';

const DAY_MS = 86_400_000;
/** Years that dates are written with four digits for. */
const MOST_DAYS = 2_932_896;
const LEAST_DAYS = -719_528;
/** Control characters that text has. */
const TEXT_CONTROLS = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
/** Bytes that are looked at for control characters. */
const LOOKED_AT = 256;
/** Of a decimal number. A number of megabytes takes minutes to be written with digits, and says nothing of anybody. */
const MOST_DECIMAL_BYTES = 1024;

/** Bytes where they read as text, else undefined: pictures and vectors lie in columns, too. */
export function textBytes(bytes: Uint8Array): Uint8Array | undefined {
  if (!isUtf8(bytes)) return undefined;
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) return undefined;
  }
  return bytes;
}

/** A number that stands for a whole one, as pandas writes whole numbers among missing ones; undefined where it has a fraction. */
export function wholeText(value: number): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** `1984-03-17`, by days since 1970. */
export function dateText(days: number): string {
  if (!Number.isInteger(days) || days < LEAST_DAYS || days > MOST_DAYS) return '';
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * `1984-03-17T09:30:00Z`, with milliseconds where there are some; a date alone at midnight, because many writers have no type for
 * dates. @param seconds since 1970
 */
export function timestampText(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  if (!Number.isFinite(seconds) || days < LEAST_DAYS || days > MOST_DAYS) return '';
  if (seconds % 86_400 === 0) return dateText(days);
  return new Date(Math.floor(seconds * 1000)).toISOString().replace('.000Z', 'Z');
}

/** `-12.50` of -1250 and scale 2. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  const sign = unscaled < 0n ? '-' : '';
  if (scale <= 0) return sign + digits + '0'.repeat(digits === '0' ? 0 : Math.min(-scale, 400));
  const padded = digits.padStart(Math.min(scale, 400) + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** A decimal by its unscaled value, as `bigEndianInteger` reads it; what is too long for any number is text where it reads as such. */
export function decimalBytesText(unscaled: Uint8Array, scale: number): string | Uint8Array | undefined {
  return unscaled.length > MOST_DECIMAL_BYTES ? textBytes(unscaled) : decimalText(bigEndianInteger(unscaled), scale);
}

/** A number in two's complement, most significant byte first. */
export function bigEndianInteger(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** `01234567-89ab-4cde-8f01-234567800000`, of sixteen bytes: keys of some issuers look so. */
export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
