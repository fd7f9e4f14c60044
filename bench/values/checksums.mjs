/**
 * Check digits as the standards state them, written again for the generators: a corpus made with the product's own
 * validators could not show their faults.
 */

/** Luhn check digit (ISO/IEC 7812-1 annex B) for a number that lacks it. */
export function luhnDigit(body) {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Sum of digits times weights, left to right. */
export function weighted(digits, weights) {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += Number(digits[i]) * weights[i];
  return sum;
}

/** Remainder of a decimal text of any length. */
export function remainder(decimal, modulus) {
  let rest = 0;
  for (const digit of decimal) rest = (rest * 10 + Number(digit)) % modulus;
  return rest;
}

/** Letters as A = 10 to Z = 35, digits as they are (ISO 7064, ICAO 9303). */
export function letterValue(character) {
  return Number.parseInt(character, 36);
}

/** IBAN with its check digits (ISO 13616: 98 minus the rearranged number mod 97). */
export function ibanOf(country, bban) {
  const rearranged = [...`${bban}${country}00`].map(letterValue).join('');
  return country + String(98 - remainder(rearranged, 97)).padStart(2, '0') + bban;
}

const VERHOEFF_PERMUTATION = '1576283094';

/** Verhoeff check digit: the dihedral group D5 with the permutation (1576283094) applied once per place. */
export function verhoeffDigit(body) {
  let check = 0;
  for (let i = 0; i < body.length; i++) {
    let digit = Number(body[body.length - 1 - i]);
    for (let turn = 0; turn < (i + 1) % 8; turn++) digit = Number(VERHOEFF_PERMUTATION[digit]);
    check = dihedral(check, digit);
  }
  return String(check === 0 || check > 4 ? check : 5 - check);
}

/** Product in D5, numbers 0-4 as rotations and 5-9 as reflections. */
function dihedral(left, right) {
  if (left < 5) return right < 5 ? (left + right) % 5 : ((left + right) % 5) + 5;
  return right < 5 ? ((left - right + 5) % 5) + 5 : (left - right + 5) % 5;
}

/** ISO 7064 mod 11,10 check digit (German tax identification number). */
export function iso7064Mod11Of10(body) {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** ICAO 9303 check digit: weights 7, 3, 1 over digits and letters. */
export function icaoDigit(body) {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += letterValue(body[i]) * [7, 3, 1][i % 3];
  return String(sum % 10);
}

/** Check digit 11 minus (sum mod 11), where 10 and 11 give 0 (Brazilian CPF and CNPJ). */
export function mod11OrZero(digits, weights) {
  const rest = weighted(digits, weights) % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}
