/** How many times a source was decompressed, kept apart from it so that wrappers hand it on. */
import type { ByteSource } from '../core/source.js';

const depths = new WeakMap<ByteSource, number>();

/** Levels of compression around the bytes of `source`; 0 for bytes as stored. */
export function nesting(source: ByteSource): number {
  return depths.get(source) ?? 0;
}

/** Notes the level of a source, and returns it. */
export function nested(source: ByteSource, depth: number): ByteSource {
  depths.set(source, depth);
  return source;
}
