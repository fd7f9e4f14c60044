/** What codecs with frames of their own share: parts of a known length, which must be there. */
import type { ByteReader } from '../byte-reader.js';
import { Shortage } from './types.js';

/** The next `length` bytes; valid until more is taken. @throws Shortage where there are fewer */
export async function exactly(reader: ByteReader, length: number): Promise<Uint8Array> {
  const bytes = await reader.take(length);
  if (bytes.length < length) throw new Shortage();
  return bytes;
}

/** Passes over bytes. @throws Shortage where there are fewer */
export async function skipExactly(reader: ByteReader, length: number): Promise<void> {
  if ((await reader.skip(length)) < length) throw new Shortage();
}

/** The first four bytes as a number, the lowest byte first. */
export function uint32(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE();
}
