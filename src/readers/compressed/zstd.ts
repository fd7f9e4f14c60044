/**
 * Zstandard (RFC 8878): by zlib where Node has it, else by fzstd, which does not verify checksums. fzstd gets one block at a time and
 * a new decoder for each frame: it keeps no limit itself, and of one kilobyte of blocks 32 MiB may come out.
 */
import type { Decompress } from 'fzstd';
import { zlib } from '../../core/builtin.js';
import { ByteReader } from '../byte-reader.js';
import { isBlockDecodable, ZSTD_BLOCK_HEAD_BYTES, ZSTD_MAGIC, zstdBlockHead } from '../zstd-guard.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, Shortage, TooLarge, type Unpack } from './types.js';
import { unpackWith } from './zlib-stream.js';

/** Magic numbers of frames that decoders pass over are this but for the last hexadecimal digit. */
const SKIPPABLE_MAGIC = 0x184d2a50;
/** Memory for what blocks refer back to; the command's own default is the same. */
const MOST_WINDOW_BYTES = 128 * 1024 * 1024;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const TRAILER_BYTES = 4;

/** What Node 22.15 and later have; the types are those of an earlier one. */
type ZstdZlib = { readonly createZstdDecompress?: ReturnType<typeof zlib>['createGunzip'] };

export const unpackZstd: Unpack = (packed) => {
  const { createZstdDecompress } = zlib() as ZstdZlib;
  if (createZstdDecompress === undefined) return unpackFrames(packed);
  return unpackWith({ create: createZstdDecompress, trailerBytes: TRAILER_BYTES })(packed);
};

/** As it is where Node has no decoder of its own. */
export const unpackFrames: Unpack = async function* ({ pieces, consumed }) {
  const fzstd = await import('fzstd');
  const reader = new ByteReader(pieces());
  try {
    for (;;) {
      const magic = await reader.take(MAGIC_BYTES);
      if (magic.length === 0) break;
      // Behind the first frame, anything else is data of somebody else; tapes end with zeros.
      if (magic.length < MAGIC_BYTES) throw reader.position > MAGIC_BYTES ? new Damage() : new Shortage();
      const number = uint32(magic);
      if (number === ZSTD_MAGIC) yield* unpackFrame(reader, new FrameDecoder(fzstd.Decompress), consumed);
      else if ((number & ~0xf) >>> 0 === SKIPPABLE_MAGIC) await skipExactly(reader, uint32(await exactly(reader, 4)));
      else throw new Damage();
      consumed(reader.position);
    }
    consumed(reader.position);
  } finally {
    await reader.close();
  }
};

/** @throws Damage, Shortage, TooLarge */
async function* unpackFrame(
  reader: ByteReader,
  decoder: FrameDecoder,
  consumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const { header, hasChecksum, windowBytes } = await frameHeader(reader);
  if (windowBytes > MOST_WINDOW_BYTES) throw new TooLarge();
  decoder.give(header);
  for (let isLast = false; !isLast; ) {
    const head = Uint8Array.from(await exactly(reader, ZSTD_BLOCK_HEAD_BYTES));
    const { isCompressed, isAllowed, stored, ...said } = zstdBlockHead(head, 0);
    isLast = said.isLast;
    if (!isAllowed) throw new Damage();
    const content = await exactly(reader, stored);
    if (isCompressed && !isBlockDecodable(content)) throw new Damage();
    const block = Buffer.concat([head, content]);
    const out = decoder.give(block);
    consumed(reader.position);
    yield* out;
  }
  if (hasChecksum) await exactly(reader, CHECKSUM_BYTES);
}

/** One frame's decoder, with errors of our own. */
class FrameDecoder {
  readonly #decoder: Decompress;
  #out: Uint8Array[] = [];

  constructor(Decoder: typeof Decompress) {
    this.#decoder = new Decoder((bytes) => {
      // Its buffer is the decoder's own.
      if (bytes.length > 0) this.#out.push(Uint8Array.from(bytes));
    });
  }

  /** What comes out of a header or block that is whole. @throws Damage */
  give(bytes: Uint8Array): readonly Uint8Array[] {
    this.#out = [];
    try {
      this.#decoder.push(bytes);
    } catch (error) {
      throw new Damage('the decoder refused a block', { cause: error });
    }
    return this.#out;
  }
}

interface FrameHeader {
  /** With the magic number. */
  readonly header: Uint8Array;
  readonly windowBytes: number;
  readonly hasChecksum: boolean;
}

/** Reads what stands between the magic number and the first block (section 3.1.1.1). */
async function frameHeader(reader: ByteReader): Promise<FrameHeader> {
  const descriptor = (await exactly(reader, 1))[0]!;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  const contentFlag = descriptor >> 6;
  const contentBytes = contentFlag === 0 ? (isSingleSegment ? 1 : 0) : 1 << contentFlag;
  const rest = Uint8Array.from(await exactly(reader, (isSingleSegment ? 0 : 1) + dictionaryBytes + contentBytes));
  const header = Buffer.concat([MAGIC_TEXT, Uint8Array.of(descriptor), rest]);
  const hasChecksum = (descriptor & 4) !== 0;
  if (!isSingleSegment) {
    const base = 2 ** (10 + (rest[0]! >> 3));
    return { header, hasChecksum, windowBytes: base + (base / 8) * (rest[0]! & 7) };
  }
  const content = Buffer.alloc(8);
  content.set(rest.subarray(dictionaryBytes));
  return { header, hasChecksum, windowBytes: Number(content.readBigUInt64LE()) };
}

const MAGIC_TEXT = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);
