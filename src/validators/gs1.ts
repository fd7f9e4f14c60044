/** The check digit of GS1: barcodes (EAN-13, GTIN-14) and numbers made like them. */

/**
 * Whether `digits[0, count)` end in their check digit.
 * Rule (GS1 General Specifications, 7.9): from the right, the check digit counts once, the next three times, and so on in turn; the
 * sum is a multiple of 10. Finds every single wrong digit. Example: 7569217076985.
 */
export function passesGs1(digits: Uint8Array, count: number): boolean {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += digits[count - 1 - i]! * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}
