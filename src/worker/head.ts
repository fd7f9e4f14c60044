/**
 * A look at the first bytes of an item, to find its format. Positional sources are read into one buffer that serves all
 * items, and the reader that follows gets these bytes from there: a small file costs one read and no memory.
 */
import type { ByteSource } from '../core/source.js';
import { HEAD_BYTES, type Head, readHead } from '../readers/index.js';

/** One more than is looked at, to know whether more follows. */
export const HEAD_BUFFER_BYTES: number = HEAD_BYTES + 1;

/**
 * @param buffer `HEAD_BUFFER_BYTES` of memory; the head lies in it until the next item
 * @throws ItemProblem where the source cannot be read
 */
export async function peek(source: ByteSource, buffer: Uint8Array): Promise<Head> {
  return source.readAt === undefined ? readHead(source, HEAD_BYTES) : peekAt(source, buffer);
}

function peekAt(source: ByteSource, buffer: Uint8Array): Head {
  const length = source.readAt!(buffer, 0);
  const isWhole = length <= HEAD_BYTES;
  const readAt = (target: Uint8Array, position: number): number => {
    if (position >= length) return isWhole ? 0 : source.readAt!(target, position);
    const part = buffer.subarray(position, Math.min(length, position + target.length));
    target.set(part);
    if (part.length === target.length || isWhole) return part.length;
    return part.length + source.readAt!(target.subarray(part.length), position + part.length);
  };
  const { byteLength, stamp } = source;
  return {
    bytes: buffer.subarray(0, Math.min(length, HEAD_BYTES)),
    isWhole,
    source: {
      readAt,
      stream: () => source.stream(),
      verify: () => source.verify?.(),
      close: () => source.close(),
      ...(byteLength !== undefined && { byteLength }),
      ...(stamp !== undefined && { stamp }),
    },
  };
}
