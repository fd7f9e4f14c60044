/**
 * Headers of tar archives (POSIX.1-2001 "pax Interchange Format", GNU tar's manual, "Basic Tar Format"). Packages that decode them keep
 * that to themselves, and their streams give nothing of what waits to be read when an archive ends early.
 */

/** What a header block says. */
export interface TarHeader {
  readonly name: Uint8Array;
  /** Bytes that follow it. */
  readonly size: number;
  /** The letter that says what the entry is; a zero byte, as old archives have it, is `0`. */
  readonly type: string;
}

/** Offsets and lengths of the fields. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE_AT = 156;
const MAGIC = [257, 6] as const;
const PREFIX = [345, 155] as const;
const SPACE = 0x20;
/** First bit of a number that is written in binary, where it does not fit its octal digits. */
const BINARY = 0x80;
const SLASH = Buffer.from('/');
/** POSIX archives have the beginning of a long name apart; GNU's own kind has other things there. */
const POSIX_MAGIC = Buffer.from('ustar\0');

/** A header of 512 bytes; null for a block of zeros, as they stand at the end, `damaged` where the checksum is wrong. */
export function decodeHeader(block: Buffer): TarHeader | null | 'damaged' {
  if (block.every((byte) => byte === 0)) return null;
  const size = numberIn(block, SIZE);
  if (numberIn(block, CHECKSUM) !== checksumOf(block) || !Number.isSafeInteger(size) || size < 0) return 'damaged';
  const type = String.fromCharCode(block[TYPE_AT]! || 0x30);
  const name = textIn(block, NAME);
  const prefix = POSIX_MAGIC.equals(field(block, MAGIC)) ? textIn(block, PREFIX) : EMPTY;
  return { name: prefix.length === 0 ? name : Buffer.concat([prefix, SLASH, name]), size, type };
}

/** Records of a pax header: `length key=value`, a line each. Undefined where one is not well-formed. */
export function decodePax(bytes: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(SPACE, at);
    const length = space < 0 ? Number.NaN : Number(bytes.toString('latin1', at, space));
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (!Number.isInteger(length) || at + length > bytes.length || length <= space - at || equals < 0) return undefined;
    records.set(record.toString('utf8', 0, equals), record.subarray(equals + 1));
    at += length;
  }
  return records;
}

type Field = readonly [at: number, length: number];

const EMPTY = Buffer.alloc(0);

function field(block: Buffer, [at, length]: Field): Buffer {
  return block.subarray(at, at + length);
}

function textIn(block: Buffer, place: Field): Buffer {
  const bytes = field(block, place);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Octal digits between spaces and zeros, or a binary number; NaN for anything else. */
function numberIn(block: Buffer, place: Field): number {
  const bytes = field(block, place);
  if ((bytes[0]! & BINARY) === 0) {
    const text = bytes.toString('latin1').replace(/^[ \0]+|[ \0].*$/gs, '');
    return text === '' ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
  }
  let number = bytes[0]! & ~BINARY;
  for (const byte of bytes.subarray(1)) number = number * 256 + byte;
  return number;
}

/** Sum of all bytes, those of the checksum taken for spaces. */
function checksumOf(block: Buffer): number {
  const [at, length] = CHECKSUM;
  let sum = SPACE * length;
  for (let i = 0; i < block.length; i++) if (i < at || i >= at + length) sum += block[i]!;
  return sum;
}
