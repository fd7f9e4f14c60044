/** Random text of a given value's shape, from a seed, to measure what a sheet's `falseAccept` states. */

/** Returns a generator of integers in `[0, below)`; the same seed gives the same sequence. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Digits for digits, letters of the same case for letters, all else kept. */
export function reshape(value: Uint8Array, random: (below: number) => number): Uint8Array {
  return Buffer.from(
    value.map((byte) => {
      if (byte >= 0x30 && byte <= 0x39) return 0x30 + random(10);
      if (byte >= 0x41 && byte <= 0x5a) return 0x41 + random(26);
      if (byte >= 0x61 && byte <= 0x7a) return 0x61 + random(26);
      return byte;
    }),
  );
}
