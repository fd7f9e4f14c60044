/** The framing format of Snappy: chunks of up to 64 KiB with a checksum each. Data without framing has no signature and is not read. */
import { snappyBlocks } from '../block-codecs.js';
import { ByteReader } from '../byte-reader.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, Shortage, type Unpack } from './types.js';

const HEADER_BYTES = 4;
const CHECKSUM_BYTES = 4;
const STREAM_IDENTIFIER = Buffer.from('sNaPpY');
/** Largest chunk, decompressed. */
const MOST_BYTES = 64 * 1024;
/** Kinds of chunks. Those from 0x80 on may be passed over, those below may not. */
const COMPRESSED = 0x00;
const UNCOMPRESSED = 0x01;
const FIRST_SKIPPABLE = 0x80;
const IDENTIFIER = 0xff;
/** What is added to checksums, so that a checksum of data with checksums differs. */
const MASK_DELTA = 0xa282ead8;

export const unpackSnappy: Unpack = async function* ({ pieces, consumed }) {
  const uncompress = await snappyBlocks();
  const reader = new ByteReader(pieces());
  try {
    for (let chunks = 0; ; chunks++) {
      const head = await reader.take(HEADER_BYTES);
      if (head.length === 0 && chunks > 0) break;
      if (head.length < HEADER_BYTES) throw new Shortage();
      const kind = head[0]!;
      const size = head[1]! | (head[2]! << 8) | (head[3]! << 16);
      if (kind === IDENTIFIER || chunks === 0) {
        if (kind !== IDENTIFIER || !STREAM_IDENTIFIER.equals(await reader.take(size))) throw new Damage();
      } else if (kind === COMPRESSED || kind === UNCOMPRESSED) {
        const out = chunk(Uint8Array.from(await exactly(reader, size)), kind, uncompress);
        consumed(reader.position);
        yield out;
      } else if (kind < FIRST_SKIPPABLE) throw new Damage();
      else await skipExactly(reader, size);
      consumed(reader.position);
    }
  } finally {
    await reader.close();
  }
};

/** @throws Damage */
function chunk(bytes: Uint8Array, kind: number, uncompress: (block: Uint8Array, length: number) => Uint8Array): Uint8Array {
  if (bytes.length < CHECKSUM_BYTES) throw new Damage();
  const checksum = uint32(bytes);
  const data = bytes.subarray(CHECKSUM_BYTES);
  let out = data;
  if (kind === COMPRESSED) {
    const length = lengthOf(data);
    if (length > MOST_BYTES) throw new Damage();
    try {
      out = uncompress(data, length);
    } catch (error) {
      throw new Damage('the decoder refused a chunk', { cause: error });
    }
  }
  if (out.length > MOST_BYTES || masked(crc32c(out)) !== checksum) throw new Damage();
  return out;
}

/** The length that a block says it decompresses to: seven bits a byte, the lowest first. */
function lengthOf(block: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < 4; i++) {
    const byte = block[i] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return length;
  }
  return Number.POSITIVE_INFINITY;
}

function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + MASK_DELTA) >>> 0;
}

/** CRC-32C (Castagnoli), which zlib does not have. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
