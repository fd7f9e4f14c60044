/**
 * Decompresses Zstandard's frames (RFC 8878) where Node has no decoder of its own: fzstd, which looks at no checksum and no length, with
 * both verified. It gets one block at a time and a new decoder for each frame: it keeps no limit itself, and of one kilobyte of
 * blocks 32 MiB may come out.
 */
import { isBlockDecodable } from './zstd-guard.js';
import {
  MOST_ZSTD_WINDOW_BYTES,
  ZSTD_BLOCK_HEAD_BYTES,
  type ZstdBlockHead,
  type ZstdFrameHead,
  zstdParts,
} from './zstd-layout.js';

/** The decoder waits for this many bytes of a frame before it looks at them, and shorter frames have no more. */
const LEAST_FRAME_BYTES = 18;
/** What the package for the checksum copies at once into memory that never shrinks. */
const PIECE_BYTES = 128 * 1024;

/** Content of one frame: its header is given first, then block by block, and at the end its checksum. */
export interface ZstdFrameDecoder {
  /** What comes out of a block that is whole, given with its head. @throws where it is damaged */
  give(head: ZstdBlockHead, block: Uint8Array): readonly Uint8Array[];
  /** Looks at what came out. @throws RangeError where it has another length or checksum than the frame says */
  end(checksum: Uint8Array): void;
}

export interface ZstdLibrary {
  /** @param header with its magic number */
  frame(head: ZstdFrameHead, header: Uint8Array): ZstdFrameDecoder;
  /** All frames of bytes at hand. @param most bytes that may come out @throws where they are damaged or longer */
  decompress(bytes: Uint8Array, most: number): Uint8Array;
}

/** The low 32 bits of XXH64 with seed 0, of all that was given. */
interface Checksum {
  update(bytes: Uint8Array): void;
  digest(): number;
}

type Fzstd = typeof import('fzstd');

let library: Promise<ZstdLibrary> | undefined;

/** Loaded with the first frame. */
export function loadZstd(): Promise<ZstdLibrary> {
  library ??= load();
  return library;
}

async function load(): Promise<ZstdLibrary> {
  const [fzstd, { default: xxhash }] = await Promise.all([import('fzstd'), import('xxhash-wasm')]);
  const { create64 } = await xxhash();
  const newChecksum = (): Checksum => {
    const hash = create64();
    return {
      update(bytes) {
        for (let at = 0; at < bytes.length; at += PIECE_BYTES) hash.update(bytes.subarray(at, at + PIECE_BYTES));
      },
      digest: () => Number(hash.digest() & 0xffffffffn),
    };
  };
  const frame: ZstdLibrary['frame'] = (head, header) =>
    new FrameDecoder(fzstd, { head, header, sum: head.hasChecksum ? newChecksum() : undefined });
  return { frame, decompress: (bytes, most) => decompressFrames(frame, bytes, most) };
}

class FrameDecoder implements ZstdFrameDecoder {
  readonly #fzstd: Fzstd;
  readonly #decoder: InstanceType<Fzstd['Decompress']>;
  readonly #head: ZstdFrameHead;
  readonly #sum: Checksum | undefined;
  /** What was given, until the decoder looks at it. */
  #held: Uint8Array | undefined;
  #out: Uint8Array[] = [];
  #length = 0;

  constructor(
    fzstd: Fzstd,
    { head, header, sum }: { readonly head: ZstdFrameHead; readonly header: Uint8Array; readonly sum: Checksum | undefined },
  ) {
    this.#fzstd = fzstd;
    this.#head = head;
    this.#sum = sum;
    this.#held = header;
    this.#decoder = new fzstd.Decompress((bytes) => {
      // Its buffer is the decoder's own.
      if (bytes.length > 0) this.#out.push(Uint8Array.from(bytes));
    });
  }

  give(head: ZstdBlockHead, block: Uint8Array): readonly Uint8Array[] {
    if (!head.isAllowed) throw new RangeError('a block of no kind');
    if (head.isCompressed && !isBlockDecodable(block.subarray(ZSTD_BLOCK_HEAD_BYTES)))
      throw new RangeError('a table that has no end');
    const bytes = this.#held === undefined ? block : Buffer.concat([this.#held, block]);
    this.#out = [];
    if (bytes.length < LEAST_FRAME_BYTES && this.#held !== undefined) {
      this.#held = bytes;
      if (head.isLast) this.#out.push(this.#fzstd.decompress(bytes));
    } else {
      this.#held = undefined;
      this.#decoder.push(bytes);
    }
    for (const piece of this.#out) {
      this.#length += piece.length;
      this.#sum?.update(piece);
    }
    return this.#out;
  }

  end(checksum: Uint8Array): void {
    const { contentBytes } = this.#head;
    if (contentBytes !== undefined && this.#length !== contentBytes) throw new RangeError('a frame of another length');
    if (this.#sum === undefined) return;
    const said = new DataView(checksum.buffer, checksum.byteOffset, checksum.byteLength).getUint32(0, true);
    if (said !== this.#sum.digest()) throw new RangeError('a frame with another checksum');
  }
}

function decompressFrames(newFrame: ZstdLibrary['frame'], bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let length = 0;
  let frame: ZstdFrameDecoder | undefined;
  const parts = zstdParts(bytes);
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done) {
      if (next.value !== bytes.length) throw new RangeError('frames that end early, or are followed by something else');
      return out.subarray(0, length);
    }
    const part = next.value;
    if (part.kind === 'frame') {
      if (part.head.windowBytes > MOST_ZSTD_WINDOW_BYTES) throw new RangeError('a frame that wants too much memory');
      frame = newFrame(part.head, part.header);
    } else if (part.kind === 'end') {
      frame!.end(part.checksum);
    } else {
      for (const piece of frame!.give(part.head, part.bytes)) {
        if (piece.length > most - length) throw new RangeError('frames that are longer than they may be');
        out.set(piece, length);
        length += piece.length;
      }
    }
  }
}
