/** Zstandard (RFC 8878), frame by frame: by zlib where Node has it, else by a library (`zstd-frame.ts`). */
import { zlib } from '../../core/builtin.js';
import { ByteReader } from '../byte-reader.js';
import { loadZstd, type ZstdFrameDecoder } from '../zstd-frame.js';
import {
  isSkippable,
  MOST_ZSTD_WINDOW_BYTES,
  ZSTD_BLOCK_HEAD_BYTES,
  ZSTD_CHECKSUM_BYTES,
  ZSTD_MAGIC,
  ZSTD_MAGIC_BYTES,
  type ZstdBlockHead,
  type ZstdFrameHead,
  zstdBlockHead,
  zstdFrameHead,
  zstdFrameHeadBytes,
} from '../zstd-layout.js';
import { exactly, skipExactly, uint32 } from './exactly.js';
import { Damage, type Packed, Shortage, TooLarge, type Unpack } from './types.js';
import { Inflation } from './zlib-stream.js';

/** What Node 22.15 and later have; the types are those of an earlier one. */
type ZstdZlib = { readonly createZstdDecompress?: ReturnType<typeof zlib>['createGunzip'] };

/** Decompresses the frames of a file one by one. */
interface FrameDecoder {
  /** What comes out of a block. @throws anything where it is damaged */
  give(head: ZstdBlockHead, block: Uint8Array): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** What is left behind the last block. @throws anything where what came out is not what the frame says */
  end(checksum: Uint8Array): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  close(): void;
}

type NewFrame = (head: ZstdFrameHead, header: Uint8Array) => FrameDecoder;

export const unpackZstd: Unpack = async function* (packed) {
  const { createZstdDecompress } = zlib() as ZstdZlib;
  if (createZstdDecompress === undefined) yield* unpackFrames(packed);
  else yield* unpackFramesBy((_head, header) => new NativeFrame(createZstdDecompress, header), packed);
};

/** As it is where Node has no decoder of its own. */
export const unpackFrames: Unpack = async function* (packed) {
  const library = await loadZstd();
  yield* unpackFramesBy((head, header) => new LibraryFrame(library.frame(head, header)), packed);
};

/** Of Node's own: it ends with a frame, whatever follows. */
class NativeFrame implements FrameDecoder {
  readonly #inflation: Inflation;
  /** The frame's header, until a block goes with it. */
  #held: Uint8Array;

  constructor(create: NonNullable<ZstdZlib['createZstdDecompress']>, header: Uint8Array) {
    this.#inflation = new Inflation(create);
    this.#held = header;
  }

  async *give(_head: ZstdBlockHead, block: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
    const bytes = Buffer.concat([this.#held, block]);
    this.#held = new Uint8Array(0);
    yield* this.#inflation.give(bytes);
    if (this.#inflation.failure) throw this.#inflation.failure;
  }

  async *end(checksum: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
    if (checksum.length > 0) yield* this.#inflation.give(Uint8Array.from(checksum));
    yield* this.#inflation.end();
    if (this.#inflation.failure) throw this.#inflation.failure;
  }

  close(): void {
    this.#inflation.close();
  }
}

class LibraryFrame implements FrameDecoder {
  readonly #decoder: ZstdFrameDecoder;

  constructor(decoder: ZstdFrameDecoder) {
    this.#decoder = decoder;
  }

  give(head: ZstdBlockHead, block: Uint8Array): Iterable<Uint8Array> {
    return this.#decoder.give(head, block);
  }

  end(checksum: Uint8Array): Iterable<Uint8Array> {
    this.#decoder.end(checksum);
    return [];
  }

  close(): void {
    // It holds nothing but memory.
  }
}

async function* unpackFramesBy(newFrame: NewFrame, { pieces, consumed }: Packed): AsyncGenerator<Uint8Array, void, void> {
  const reader = new ByteReader(pieces());
  try {
    for (;;) {
      const magic = await reader.take(ZSTD_MAGIC_BYTES);
      if (magic.length === 0) break;
      // Behind the first frame, anything else is data of somebody else; tapes end with zeros.
      if (magic.length < ZSTD_MAGIC_BYTES) throw reader.position > ZSTD_MAGIC_BYTES ? new Damage() : new Shortage();
      const number = uint32(magic);
      if (number === ZSTD_MAGIC) yield* unpackFrame(reader, newFrame, consumed);
      else if (isSkippable(number)) await skipExactly(reader, uint32(await exactly(reader, 4)));
      else throw new Damage();
      consumed(reader.position);
    }
    consumed(reader.position);
  } finally {
    await reader.close();
  }
}

/** @throws Damage, Shortage, TooLarge */
async function* unpackFrame(
  reader: ByteReader,
  newFrame: NewFrame,
  consumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const described = await frameHeader(reader);
  const head = zstdFrameHead(described);
  if (head.windowBytes > MOST_ZSTD_WINDOW_BYTES) throw new TooLarge();
  const frame = newFrame(head, Buffer.concat([MAGIC_TEXT, described]));
  try {
    for (let isLast = false; !isLast; ) {
      const blockHead = Uint8Array.from(await exactly(reader, ZSTD_BLOCK_HEAD_BYTES));
      const block = zstdBlockHead(blockHead, 0);
      isLast = block.isLast;
      // Before its content is waited for.
      if (!block.isAllowed) throw new Damage();
      const content = await exactly(reader, block.stored);
      const out = refused(() => frame.give(block, Buffer.concat([blockHead, content])));
      // What is damaged is told before its bytes count as consumed.
      const first = await out.next();
      consumed(reader.position);
      if (!first.done) yield first.value;
      yield* out;
    }
    const checksum = head.hasChecksum ? await exactly(reader, ZSTD_CHECKSUM_BYTES) : new Uint8Array(0);
    yield* refused(() => frame.end(checksum));
  } finally {
    frame.close();
  }
}

/** From the descriptor to the first block. @throws Shortage */
async function frameHeader(reader: ByteReader): Promise<Uint8Array> {
  const descriptor = (await exactly(reader, 1))[0]!;
  return Buffer.concat([Uint8Array.of(descriptor), await exactly(reader, zstdFrameHeadBytes(descriptor) - 1)]);
}

/** What a decoder gives. @throws Damage whatever it throws */
async function* refused(call: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* call();
  } catch (error) {
    throw new Damage('the decoder refused a frame', { cause: error });
  }
}

const MAGIC_TEXT = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);
