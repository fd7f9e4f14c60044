/** Bytes that the caller has, as a source: for contents without a place of their own, and for what is decoded while reading. */
import type { ByteSource } from './source.js';

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
