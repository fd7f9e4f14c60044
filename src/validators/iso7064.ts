/** ISO/IEC 7064 MOD 11,10: the hybrid system behind the German tax number and the Croatian OIB. */

/** The next product by product and digit: 10 · product + digit. */
const next = Uint8Array.from({ length: 110 }, (_, i) => (2 * ((Math.floor(i / 10) + (i % 10)) % 10 || 10)) % 11);

/**
 * Whether `digits[0, count)` end in their MOD 11,10 check digit.
 * Rule: P = 10; for each digit a: S = (P + a) mod 10, or 10 where that is 0; P = 2·S mod 11. The last P, before the
 * check digit c, satisfies (P + c) mod 10 = 1. Finds every single wrong digit. Example: 8609574271 → check 9.
 */
export function passesMod11And10(digits: Uint8Array, count: number): boolean {
  let product = 10;
  for (let i = 0; i < count - 1; i++) product = next[product * 10 + digits[i]!]!;
  return (product + digits[count - 1]!) % 10 === 1;
}
