/** LZ4 frames (version 1.6 of the frame format), block by block. */
import { ByteReader } from '../byte-reader.js';
import { LZ4_BLOCK_BYTES, LZ4_MAGIC, LZ4_UNCOMPRESSED, unpackLz4Block } from '../lz4-block.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, Shortage, type Unpack } from './types.js';
import { Xxh32 } from './xxh32.js';

/** Magic numbers of frames that decoders pass over are this but for the last hexadecimal digit. */
const SKIPPABLE_MAGIC = 0x184d2a50;
/** How far a block may refer back, into those before it. */
const HISTORY_BYTES = 64 * 1024;

export const unpackLz4: Unpack = async function* ({ pieces, consumed }) {
  const reader = new ByteReader(pieces());
  try {
    for (let frames = 0; ; frames++) {
      const magic = await reader.take(4);
      if (magic.length === 0 && frames > 0) break;
      if (magic.length < 4) throw frames > 0 ? new Damage() : new Shortage();
      const number = uint32(magic);
      if (number === LZ4_MAGIC) yield* unpackFrame(reader, consumed);
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
  const blockBytes = LZ4_BLOCK_BYTES[(sizes >> 4) & 7];
  const sum = new Xxh32().update(Uint8Array.of(flags, sizes)).update(rest).digest();
  if (flags >> 6 !== 1 || blockBytes === undefined || checksum !== ((sum >> 8) & 0xff)) throw new Damage();
  return {
    blockBytes,
    isLinked: (flags & 0x20) === 0,
    hasBlockChecksums: (flags & 0x10) !== 0,
    hasContentChecksum: (flags & 4) !== 0,
  };
}

async function* unpackFrame(reader: ByteReader, consumed: (bytes: number) => void): AsyncGenerator<Uint8Array, void, void> {
  const { blockBytes, isLinked, hasBlockChecksums, hasContentChecksum } = await frameHeader(reader);
  const content = new Xxh32();
  // What was before, then the block.
  const work = new Uint8Array(HISTORY_BYTES + blockBytes);
  let history = 0;
  for (;;) {
    const word = uint32(await exactly(reader, 4));
    if (word === 0) break;
    const size = word & ~LZ4_UNCOMPRESSED;
    if (size > blockBytes) throw new Damage();
    const stored = Uint8Array.from(await exactly(reader, size));
    if (hasBlockChecksums && uint32(await exactly(reader, 4)) !== new Xxh32().update(stored).digest()) throw new Damage();
    let end = history + size;
    if (word >= LZ4_UNCOMPRESSED) work.set(stored, history);
    else end = unpackBlock(stored, work, history, history + blockBytes);
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

/** @throws Damage */
function unpackBlock(...block: Parameters<typeof unpackLz4Block>): number {
  try {
    return unpackLz4Block(...block);
  } catch (error) {
    throw new Damage('the decoder refused a block', { cause: error });
  }
}
