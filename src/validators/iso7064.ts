/** ISO/IEC 7064 MOD 11,10: the hybrid system behind the German tax number and the Croatian OIB. */

/**
 * Whether `digits[0, count)` end in their MOD 11,10 check digit.
 * Rule: P = 10; for each digit a: S = (P + a) mod 10, or 10 where that is 0; P = 2·S mod 11. The last P, before the
 * check digit c, satisfies (P + c) mod 10 = 1. Finds every single wrong digit. Example: 8609574271 → check 9.
 */
export function passesMod11And10(digits: Uint8Array, count: number): boolean {
  let product = 10;
  for (let i = 0; i < count - 1; i++) {
    const sum = (product + digits[i]!) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (product + digits[count - 1]!) % 10 === 1;
}
