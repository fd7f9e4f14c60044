/** Damages fixtures as disks and networks do, the same way each time: cut at many points, and with single bits flipped. */

/** Numbers in [0, 1), by seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
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
