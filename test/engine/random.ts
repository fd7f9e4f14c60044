/** Seeded random choices, so that a failing buffer can be made again from its seed. */
export interface Random {
  /** Integer in `[0, below)`. */
  integer(below: number): number;
  pick<T>(list: readonly T[]): T;
  /** True with the given share. */
  chance(share: number): boolean;
}

/** mulberry32, public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return {
    integer,
    pick: (list) => list[integer(list.length)]!,
    chance: (share) => next() < share,
  };
}
