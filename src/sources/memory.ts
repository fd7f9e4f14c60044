/** Bytes that the caller has: a source without a place of its own. */
import type { ByteSource } from '../core/source.js';

/** A positional source over bytes that nobody changes while they are examined. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    readAt(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
    async *stream() {
      yield bytes;
    },
    close: () => undefined,
  };
}

/** A source that comes once, from its beginning, piece by piece. */
export function pieceSource(pieces: AsyncIterable<Uint8Array>, byteLength?: number): ByteSource {
  return { ...(byteLength !== undefined && { byteLength }), stream: () => pieces, close: () => undefined };
}
