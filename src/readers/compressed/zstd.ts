/** Zstandard (RFC 8878): by zlib where Node has it, else frame by frame (`zstd-frame.ts`). */
import { zlib } from '../../core/builtin.js';
import { ByteReader } from '../byte-reader.js';
import { loadZstd, type ZstdLibrary } from '../zstd-frame.js';
import {
  isSkippable,
  MOST_ZSTD_WINDOW_BYTES,
  ZSTD_BLOCK_HEAD_BYTES,
  ZSTD_CHECKSUM_BYTES,
  ZSTD_MAGIC,
  ZSTD_MAGIC_BYTES,
  zstdBlockHead,
  zstdFrameHead,
  zstdFrameHeadBytes,
} from '../zstd-layout.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, Shortage, TooLarge, type Unpack } from './types.js';
import { unpackWith } from './zlib-stream.js';

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
  const library = await loadZstd();
  const reader = new ByteReader(pieces());
  try {
    for (;;) {
      const magic = await reader.take(ZSTD_MAGIC_BYTES);
      if (magic.length === 0) break;
      // Behind the first frame, anything else is data of somebody else; tapes end with zeros.
      if (magic.length < ZSTD_MAGIC_BYTES) throw reader.position > ZSTD_MAGIC_BYTES ? new Damage() : new Shortage();
      const number = uint32(magic);
      if (number === ZSTD_MAGIC) yield* unpackFrame(reader, library, consumed);
      else if (isSkippable(number)) await skipExactly(reader, uint32(await exactly(reader, 4)));
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
  library: ZstdLibrary,
  consumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const described = await frameHeader(reader);
  const head = zstdFrameHead(described);
  if (head.windowBytes > MOST_ZSTD_WINDOW_BYTES) throw new TooLarge();
  const frame = library.frame(head, Buffer.concat([MAGIC_TEXT, described]));
  for (let isLast = false; !isLast; ) {
    const blockHead = Uint8Array.from(await exactly(reader, ZSTD_BLOCK_HEAD_BYTES));
    const block = zstdBlockHead(blockHead, 0);
    isLast = block.isLast;
    // Before its content is waited for.
    if (!block.isAllowed) throw new Damage();
    const content = await exactly(reader, block.stored);
    const out = refused(() => frame.give(block, Buffer.concat([blockHead, content])));
    consumed(reader.position);
    yield* out;
  }
  const checksum = head.hasChecksum ? await exactly(reader, ZSTD_CHECKSUM_BYTES) : new Uint8Array(0);
  refused(() => frame.end(checksum));
}

/** From the descriptor to the first block. @throws Shortage */
async function frameHeader(reader: ByteReader): Promise<Uint8Array> {
  const descriptor = (await exactly(reader, 1))[0]!;
  return Buffer.concat([Uint8Array.of(descriptor), await exactly(reader, zstdFrameHeadBytes(descriptor) - 1)]);
}

/** @throws Damage whatever the decoder throws */
function refused<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new Damage('the decoder refused a frame', { cause: error });
  }
}

const MAGIC_TEXT = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);
