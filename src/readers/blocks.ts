/** Fills block memory from a source: reads where it can, streams where it must, keeps a tail and leaves valid UTF-8 only. */
import type { BlockMemory } from '../core/block.js';
import { InternalError } from '../core/errors.js';
import type { ByteSource } from '../core/source.js';
import type { ReadRequest } from './types.js';
import { completeEnd, repair } from './utf8.js';

/** Owned bytes of a block where the request says nothing. Sizes from 256 KiB to 1 MiB were measured to be equal. */
const BLOCK_BYTES = 512 * 1024;
const SMALLEST_BLOCK_BYTES = 256;

/** Bytes of a block with its halo that fit the memory. @throws InternalError if the memory is too small for the halo */
export function blockCapacity(request: ReadRequest): number {
  const { halo, memory } = request;
  const room = memory.bytes.length - halo.left - halo.right;
  if (room < SMALLEST_BLOCK_BYTES) throw new InternalError('the block memory is too small for the halo');
  return halo.left + halo.right + Math.min(room, Math.max(SMALLEST_BLOCK_BYTES, request.blockBytes ?? BLOCK_BYTES));
}

/** What lies in block memory, and how it goes on. */
export interface Block {
  readonly bytes: Uint8Array;
  /** Offset of `bytes[0]` in the source. */
  base: number;
  /** Bytes that are there and valid. */
  length: number;
  /** Nothing comes behind `length`: the source or the limit is reached. */
  ended: boolean;
  /** The source itself is at its end. */
  atEnd: boolean;
  /** Fills up to the capacity. A promise where the source has to be waited for. */
  fill(): Promise<void> | undefined;
  /** Throws the first `count` bytes away. */
  drop(count: number): void;
  /** Ends the stream; throws what the source threw, after everything before it was read. */
  finish(): void;
  /** Leaves the stream early. A promise where there is one. */
  close(): Promise<void> | undefined;
}

export interface BlockOptions {
  readonly source: ByteSource;
  readonly memory: BlockMemory;
  readonly capacity: number;
  /** First byte to read; above 0 only for sources with `readAt`. */
  readonly start: number;
  /** One past the last byte to read; may be Infinity. */
  readonly end: number;
}

/** Opens a block on a source; nothing is read yet. A byte order mark at offset 0 is passed over by the first `fill`. */
export function openBlock(options: BlockOptions): Block {
  const { source, capacity, start, end } = options;
  const { bytes } = options.memory;
  const read = source.readAt ? readFrom(source) : streamFrom(source);
  /** Bytes that are there; the last character of them may be incomplete. */
  let filled = 0;
  let failure: { readonly error: unknown } | undefined;
  let isFirst = start === 0;

  /** Notes what one read has given. */
  const take = (got: number, wanted: number): void => {
    filled += got;
    block.atEnd = wanted > 0 && got === 0;
    block.ended = wanted <= 0 || got === 0;
  };
  const fail = (error: unknown): number => {
    failure = { error };
    return 0;
  };

  const block: Block = {
    bytes,
    base: start,
    length: 0,
    ended: false,
    atEnd: false,
    fill() {
      while (filled < capacity && !block.ended) {
        const position = block.base + filled;
        const wanted = Math.min(capacity - filled, end - position);
        let got: number | Promise<number> = 0;
        if (wanted > 0) {
          try {
            got = read.into(bytes.subarray(filled, filled + wanted), position);
          } catch (error) {
            got = fail(error);
          }
        }
        if (typeof got !== 'number') {
          return got.catch(fail).then((count) => {
            take(count, wanted);
            return block.fill();
          });
        }
        take(got, wanted);
      }
      const valid = block.ended ? filled : completeEnd(bytes, block.length, filled);
      repair(bytes, block.length, valid);
      block.length = valid;
      if (!isFirst) return undefined;
      isFirst = false;
      if (filled < 3 || bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return undefined;
      block.drop(3);
      return block.fill();
    },
    drop(count) {
      bytes.copyWithin(0, count, filled);
      block.base += count;
      block.length -= count;
      filled -= count;
    },
    finish() {
      if (failure) throw failure.error;
    },
    close: () => read.close(),
  };
  return block;
}

interface Input {
  into(target: Uint8Array, position: number): number | Promise<number>;
  close(): Promise<void> | undefined;
}

function readFrom(source: ByteSource): Input {
  return {
    into: (target, position) => source.readAt!(target, position),
    close: () => undefined,
  };
}

function streamFrom(source: ByteSource): Input {
  let chunks: AsyncIterator<Uint8Array> | undefined;
  let chunk = new Uint8Array(0);
  let done = false;
  return {
    async into(target) {
      chunks ??= source.stream()[Symbol.asyncIterator]();
      while (chunk.length === 0 && !done) {
        let next: IteratorResult<Uint8Array>;
        try {
          next = await chunks.next();
        } catch (error) {
          done = true;
          throw error;
        }
        if (next.done) done = true;
        else chunk = new Uint8Array(next.value.buffer, next.value.byteOffset, next.value.length) as Uint8Array<ArrayBuffer>;
      }
      const got = Math.min(chunk.length, target.length);
      target.set(chunk.subarray(0, got));
      chunk = chunk.subarray(got);
      return got;
    },
    async close() {
      if (!done) await chunks?.return?.();
    },
  };
}
