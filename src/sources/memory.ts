/** Pieces that the caller has: a source without a place of its own. Bytes that are there are in core/memory-source.ts. */
import type { ByteSource } from '../core/source.js';

/** A source that comes once, from its beginning, piece by piece. */
export function pieceSource(pieces: AsyncIterable<Uint8Array>, byteLength?: number): ByteSource {
  return { ...(byteLength !== undefined && { byteLength }), stream: () => pieces, close: () => undefined };
}
