/** How Zstandard's frames and blocks are laid out (RFC 8878, section 3.1): what can be said of them before they are decompressed. */

export const ZSTD_MAGIC = 0xfd2fb528;
/** Magic numbers of frames that decoders pass over are this but for the last hexadecimal digit. */
const SKIPPABLE_MAGIC = 0x184d2a50;
export const ZSTD_MAGIC_BYTES = 4;
export const ZSTD_BLOCK_HEAD_BYTES = 3;
export const ZSTD_CHECKSUM_BYTES = 4;
/** Memory for what blocks refer back to; the command's own default is the same. */
export const MOST_ZSTD_WINDOW_BYTES = 128 * 1024 * 1024;
const RUN_BLOCK = 1;
const COMPRESSED_BLOCK = 2;
const RESERVED_BLOCK = 3;
/** Largest block, decompressed or not. */
const MOST_BLOCK_BYTES = 128 * 1024;

export function isSkippable(magic: number): boolean {
  return (magic & ~0xf) >>> 0 === SKIPPABLE_MAGIC;
}

/** What stands before the blocks of a frame (section 3.1.1.1). */
export interface ZstdFrameHead {
  /** Bytes that earlier blocks must be kept of. */
  readonly windowBytes: number;
  /** Bytes of the whole content, where the frame says it. */
  readonly contentBytes: number | undefined;
  readonly hasChecksum: boolean;
}

/** Bytes of a header behind the magic number, of which `descriptor` is the first. */
export function zstdFrameHeadBytes(descriptor: number): number {
  const { isSingleSegment, dictionaryBytes, contentSizeBytes } = described(descriptor);
  return 1 + (isSingleSegment ? 0 : 1) + dictionaryBytes + contentSizeBytes;
}

function described(descriptor: number) {
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const flag = descriptor >> 6;
  return {
    isSingleSegment,
    dictionaryBytes: [0, 1, 2, 4][descriptor & 3]!,
    contentSizeBytes: flag === 0 ? (isSingleSegment ? 1 : 0) : 1 << flag,
  };
}

/** @param bytes from the descriptor on; what is missing counts as zeros */
export function zstdFrameHead(bytes: Uint8Array): ZstdFrameHead {
  const descriptor = bytes[0] ?? 0;
  const { isSingleSegment, dictionaryBytes, contentSizeBytes } = described(descriptor);
  const at = 1 + (isSingleSegment ? 0 : 1) + dictionaryBytes;
  // Sizes of two bytes do not begin at 0.
  let size = contentSizeBytes === 2 ? 256 : 0;
  for (let i = 0; i < contentSizeBytes; i++) size += (bytes[at + i] ?? 0) * 256 ** i;
  const exponent = bytes[1] ?? 0;
  const base = 2 ** (10 + (exponent >> 3));
  return {
    windowBytes: isSingleSegment ? size : base + (base / 8) * (exponent & 7),
    contentBytes: contentSizeBytes === 0 ? undefined : size,
    hasChecksum: (descriptor & 4) !== 0,
  };
}

/** What stands before a block (section 3.1.1.2). */
export interface ZstdBlockHead {
  readonly isLast: boolean;
  readonly isCompressed: boolean;
  /** Of a kind that there is, and no larger than one may be. */
  readonly isAllowed: boolean;
  /** Bytes of its content as they are stored. */
  readonly stored: number;
  /** The most bytes that may come out. */
  readonly most: number;
}

/** Reads the head of the block at `at`, of which three bytes must be there. */
export function zstdBlockHead(bytes: Uint8Array, at: number): ZstdBlockHead {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
  const type = (word >> 1) & 3;
  const size = word >> 3;
  return {
    isLast: (word & 1) === 1,
    isCompressed: type === COMPRESSED_BLOCK,
    isAllowed: type !== RESERVED_BLOCK && size <= MOST_BLOCK_BYTES,
    stored: type === RUN_BLOCK ? 1 : size,
    most: type === COMPRESSED_BLOCK ? MOST_BLOCK_BYTES : size,
  };
}

export type ZstdPart =
  | { readonly kind: 'frame'; readonly head: ZstdFrameHead /** With its magic number. */; readonly header: Uint8Array }
  | {
      readonly kind: 'block';
      readonly head: ZstdBlockHead;
      /** With its head. */
      readonly bytes: Uint8Array;
      readonly content: Uint8Array;
    }
  | { readonly kind: 'end' /** Empty where the frame has none. */; readonly checksum: Uint8Array };

/**
 * The parts of all frames in `bytes`, as far as they go; the last is shorter than it should be where the bytes end in it. Frames
 * that are passed over have none.
 * @returns the offset behind them, which is that of something else where it is not the end
 */
export function* zstdParts(bytes: Uint8Array): Generator<ZstdPart, number, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + ZSTD_MAGIC_BYTES + 2 <= bytes.length) {
    const magic = view.getUint32(at, true);
    if (isSkippable(magic) && at + ZSTD_MAGIC_BYTES + 4 <= bytes.length) {
      at += ZSTD_MAGIC_BYTES + 4 + view.getUint32(at + ZSTD_MAGIC_BYTES, true);
      continue;
    }
    if (magic !== ZSTD_MAGIC) break;
    const head = zstdFrameHead(bytes.subarray(at + ZSTD_MAGIC_BYTES));
    const begin = at;
    at += ZSTD_MAGIC_BYTES + zstdFrameHeadBytes(bytes[at + ZSTD_MAGIC_BYTES]!);
    yield { kind: 'frame', head, header: bytes.subarray(begin, at) };
    for (let isLast = false; !isLast && at + ZSTD_BLOCK_HEAD_BYTES <= bytes.length; ) {
      const block = zstdBlockHead(bytes, at);
      isLast = block.isLast;
      const whole = bytes.subarray(at, at + ZSTD_BLOCK_HEAD_BYTES + block.stored);
      at += ZSTD_BLOCK_HEAD_BYTES + block.stored;
      yield { kind: 'block', head: block, bytes: whole, content: whole.subarray(ZSTD_BLOCK_HEAD_BYTES) };
    }
    const end = at + (head.hasChecksum ? ZSTD_CHECKSUM_BYTES : 0);
    yield { kind: 'end', checksum: bytes.subarray(at, end) };
    at = end;
  }
  return at;
}

/** Whether `bytes` are one frame from the first to the last. */
export function isOneZstdFrame(bytes: Uint8Array): boolean {
  let frames = 0;
  const parts = zstdParts(bytes);
  for (let next = parts.next(); ; next = parts.next()) {
    if (next.done) return frames === 1 && next.value === bytes.length;
    if (next.value.kind === 'frame') frames++;
  }
}

/** The most bytes that the frames in `bytes` can stand for: of each what it says of itself, and of its blocks 128 KiB each. */
export function mostDecoded(bytes: Uint8Array): number {
  let most = 0;
  let said = Number.POSITIVE_INFINITY;
  let ofBlocks = 0;
  for (const part of zstdParts(bytes)) {
    if (part.kind === 'frame') said = part.head.contentBytes ?? Number.POSITIVE_INFINITY;
    else if (part.kind === 'block') ofBlocks += part.head.most;
    else {
      most += Math.min(said, ofBlocks);
      ofBlocks = 0;
    }
  }
  return most;
}
