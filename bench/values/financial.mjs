/** Synthetic card and bank values with right check digits. They belong to nobody on purpose, and may by chance have been issued. */
import { ALPHABET } from '../random.mjs';
import { ibanOf, luhnDigit, weighted } from './checksums.mjs';

/** Issuer prefixes that cards are made with, and the length of the whole number. */
const CARDS = [
  { prefixes: ['4'], length: 16 },
  { prefixes: ['51', '52', '53', '54', '55'], length: 16 },
  { prefixes: ['34', '37'], length: 15 },
  { prefixes: ['6011'], length: 16 },
  { prefixes: ['3528', '3589'], length: 16 },
];

/** Card number without separators. */
export function cardNumber(random) {
  const { prefixes, length } = random.pick(CARDS);
  const prefix = random.pick(prefixes);
  const body = prefix + random.digits(length - 1 - prefix.length);
  return body + luhnDigit(body);
}

/** Card number as printed, with one kind of separator. */
export function cardNumberGrouped(random, separator = random.pick([' ', '-'])) {
  return grouped(cardNumber(random), separator);
}

/** Groups a card number as its issuer prints it. */
export function grouped(number, separator) {
  const shape = number.length === 15 ? /^(.{4})(.{6})(.{5})$/ : /^(.{4})(.{4})(.{4})(.{4})$/;
  return number.match(shape).slice(1).join(separator);
}

/** A card number whose last digit is wrong. */
export function brokenCardNumber(random) {
  const number = cardNumber(random);
  return number.slice(0, -1) + ((Number(number.at(-1)) + random.between(1, 9)) % 10);
}

/** Month and year, MM/YY. */
export function cardExpiry(random) {
  return `${String(random.between(1, 12)).padStart(2, '0')}/${random.between(27, 34)}`;
}

/** BBAN makers by country; those whose national check digits no public rule ties to the IBAN. */
const BBAN = {
  DE: (random) => random.digits(18),
  GB: (random) => random.pick(['BARC', 'LOYD', 'MIDL', 'NWBK']) + random.digits(14),
  NL: (random) => random.pick(['ABNA', 'INGB', 'RABO']) + random.digits(10),
  AT: (random) => random.digits(16),
  CH: (random) => random.digits(17),
  DK: (random) => random.digits(14),
  SE: (random) => random.digits(20),
  IE: (random) => random.pick(['AIBK', 'BOFI']) + random.digits(14),
};

/** @param {keyof typeof BBAN} country */
export function iban(random, country = random.pick(Object.keys(BBAN))) {
  return ibanOf(country, BBAN[country](random));
}

/** IBAN in groups of four. */
export function ibanGrouped(random, country) {
  return iban(random, country).replace(/(.{4})(?=.)/g, '$1 ');
}

/** ABA routing number: Federal Reserve prefix, weights 3, 7, 1, sum divisible by ten. */
export function routingNumber(random) {
  const body =
    String(random.pick([random.between(1, 12), random.between(21, 32), random.between(61, 72)])).padStart(2, '0') +
    random.digits(6);
  return body + ((10 - (weighted(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10);
}

/** Track 2 of a magnetic stripe: `;PAN=YYMM service discretionary?`. */
export function track2(random) {
  const month = String(random.between(1, 12)).padStart(2, '0');
  return `;${cardNumber(random)}=${random.between(27, 34)}${month}101${random.digits(10)}?`;
}

/** Price with two decimals. */
export function price(random) {
  return (random.int(1000000) / 100).toFixed(2);
}

/** Reference of letters and digits that means nothing. */
export function orderNumber(random) {
  return `${random.text(ALPHABET.upper, 2)}-${random.digits(5)}`;
}
