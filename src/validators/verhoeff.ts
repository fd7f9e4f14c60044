/** The Verhoeff check: a check digit over the dihedral group D5, which finds all single errors and all adjacent swaps. */

const PRODUCT = table([
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]);

const PERMUTATION = table([
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]);

/**
 * Whether `digits[0, count)` end in their Verhoeff check digit.
 * Rule (J. Verhoeff, "Error Detecting Decimal Codes", 1969): c = 0; from the right, c = d(c, p(i mod 8, digit i)); the number
 * passes where c ends as 0. Example: 236 → check digit 3.
 */
export function passesVerhoeff(digits: Uint8Array, count: number): boolean {
  let check = 0;
  for (let i = 0; i < count; i++) {
    const permuted = PERMUTATION[(i % 8) * 10 + digits[count - 1 - i]!]!;
    check = PRODUCT[check * 10 + permuted]!;
  }
  return check === 0;
}

function table(rows: readonly string[]): Uint8Array {
  return Uint8Array.from(rows.join(''), Number);
}
