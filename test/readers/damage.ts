/** Ways in which files break: cut at many points, and single bytes changed, from a stated seed. */
import { ItemProblem } from '../../src/core/problem.js';
import type { ReadDocument } from './support.js';

/** The content cut at `count` points, evenly, the last one just before its end. */
export function cuts(content: Uint8Array, count = 20): Buffer[] {
  return Array.from({ length: count }, (_, i) =>
    Buffer.from(content.subarray(0, Math.floor((content.length * (i + 1)) / (count + 0.1)))),
  );
}

/** The content with one byte changed, `count` times. */
export function flips(content: Uint8Array, count: number, seed: number): Buffer[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const bytes = Buffer.from(content);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = bytes[at]! ^ (1 + Math.floor(random() * 255));
    return bytes;
  });
}

/** Mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What came of each of them: `read`, or the code of the problem. @throws where it is anything else */
export function outcomeOf({ error }: Pick<ReadDocument, 'error'>): string {
  if (error === undefined) return 'read';
  if (error instanceof ItemProblem) return error.code;
  throw error;
}

/** The beginnings of a file, `count` of them, spread over its length. */
export function* cutsOf(bytes: Uint8Array, count: number): Generator<{ readonly at: number; readonly bytes: Uint8Array }> {
  for (let i = 0; i < count; i++) {
    const at = Math.floor((bytes.length * i) / count);
    yield { at, bytes: bytes.subarray(0, at) };
  }
}

/** The file with one byte changed at random, `count` times. */
export function* flipsOf(
  bytes: Uint8Array,
  count: number,
  seed = 1,
): Generator<{ readonly at: number; readonly bytes: Uint8Array }> {
  const random = randomOf(seed);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(random() * bytes.length);
    const flipped = Uint8Array.from(bytes);
    flipped[at]! ^= 1 << Math.floor(random() * 8);
    yield { at, bytes: flipped };
  }
}
