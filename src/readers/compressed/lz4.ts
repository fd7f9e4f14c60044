/** LZ4 frames (version 1.6 of the frame format), block by block: lz4js decompresses blocks, and only whole frames of its own. */
import { ByteReader } from '../byte-reader.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, Shortage, type Unpack } from './types.js';
import { Xxh32 } from './xxh32.js';

const MAGIC = 0x184d2204;
/** Magic numbers of frames that decoders pass over are this but for the last hexadecimal digit. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const UNCOMPRESSED = 0x80000000;
/** How far a block may refer back, into those before it. */
const HISTORY_BYTES = 64 * 1024;
/** Largest block by the number in the frame's header. */
const BLOCK_BYTES: Readonly<Record<number, number>> = { 4: 64 << 10, 5: 256 << 10, 6: 1 << 20, 7: 4 << 20 };
/** A copy is at least that long. */
const SHORTEST_COPY = 4;

/** Decompresses a block; writes from `targetAt`, and returns where it ended. Checks nothing. */
type DecompressBlock = (source: Uint8Array, target: Uint8Array, at: number, length: number, targetAt: number) => number;

export const unpackLz4: Unpack = async function* ({ pieces, consumed }) {
  // @ts-expect-error The package has no types.
  const { default: lz4 } = (await import('lz4js')) as { readonly default: { readonly decompressBlock: DecompressBlock } };
  const reader = new ByteReader(pieces());
  try {
    for (let frames = 0; ; frames++) {
      const magic = await reader.take(4);
      if (magic.length === 0 && frames > 0) break;
      if (magic.length < 4) throw frames > 0 ? new Damage() : new Shortage();
      const number = uint32(magic);
      if (number === MAGIC) yield* unpackFrame(reader, lz4.decompressBlock, consumed);
      else if ((number & ~0xf) >>> 0 === SKIPPABLE_MAGIC) await skipExactly(reader, uint32(await exactly(reader, 4)));
      else throw new Damage();
      consumed(reader.position);
    }
  } finally {
    await reader.close();
  }
};

interface FrameHeader {
  readonly blockBytes: number;
  readonly isLinked: boolean;
  readonly hasBlockChecksums: boolean;
  readonly hasContentChecksum: boolean;
}

/** @throws Damage, Shortage */
async function frameHeader(reader: ByteReader): Promise<FrameHeader> {
  const [flags, sizes] = Uint8Array.from(await exactly(reader, 2)) as unknown as [number, number];
  const rest = Uint8Array.from(await exactly(reader, ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0)));
  const checksum = (await exactly(reader, 1))[0]!;
  const blockBytes = BLOCK_BYTES[(sizes >> 4) & 7];
  const sum = new Xxh32().update(Uint8Array.of(flags, sizes)).update(rest).digest();
  if (flags >> 6 !== 1 || blockBytes === undefined || checksum !== ((sum >> 8) & 0xff)) throw new Damage();
  return {
    blockBytes,
    isLinked: (flags & 0x20) === 0,
    hasBlockChecksums: (flags & 0x10) !== 0,
    hasContentChecksum: (flags & 4) !== 0,
  };
}

async function* unpackFrame(
  reader: ByteReader,
  decompressBlock: DecompressBlock,
  consumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const { blockBytes, isLinked, hasBlockChecksums, hasContentChecksum } = await frameHeader(reader);
  const content = new Xxh32();
  // What was before, then the block.
  const work = new Uint8Array(HISTORY_BYTES + blockBytes);
  let history = 0;
  for (;;) {
    const word = uint32(await exactly(reader, 4));
    if (word === 0) break;
    const size = word & ~UNCOMPRESSED;
    if (size > blockBytes) throw new Damage();
    const stored = Uint8Array.from(await exactly(reader, size));
    if (hasBlockChecksums && uint32(await exactly(reader, 4)) !== new Xxh32().update(stored).digest()) throw new Damage();
    let end = history + size;
    if (word >= UNCOMPRESSED) work.set(stored, history);
    else {
      end = history + lengthOfBlock(stored, blockBytes, history);
      decompressBlock(stored, work, 0, stored.length, history);
    }
    const out = work.slice(history, end);
    if (hasContentChecksum) content.update(out);
    consumed(reader.position);
    yield out;
    if (!isLinked) continue;
    const kept = Math.min(HISTORY_BYTES, end);
    work.copyWithin(0, end - kept, end);
    history = kept;
  }
  if (hasContentChecksum && uint32(await exactly(reader, 4)) !== content.digest()) throw new Damage();
}

/**
 * Length that a block decompresses to: the decoder looks neither at the ends of what it reads and writes nor at where copies come from.
 * @param history bytes before it that it may refer to
 * @throws Damage where the block is not well-formed
 */
function lengthOfBlock(block: Uint8Array, most: number, history: number): number {
  let at = 0;
  let length = 0;
  const extended = (nibble: number): number => {
    let value = nibble;
    if (nibble !== 15) return value;
    for (let byte = 255; byte === 255; value += byte) {
      if (at >= block.length) throw new Damage();
      byte = block[at++]!;
    }
    return value;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = extended(token >> 4);
    at += literals;
    length += literals;
    if (at > block.length || length > most) throw new Damage();
    if (at === block.length) return length;
    if (at + 2 > block.length) throw new Damage();
    const offset = block[at]! | (block[at + 1]! << 8);
    at += 2;
    if (offset === 0 || offset > history + length) throw new Damage();
    length += extended(token & 15) + SHORTEST_COPY;
    if (length > most) throw new Damage();
  }
  // A block ends with literals.
  throw new Damage();
}
