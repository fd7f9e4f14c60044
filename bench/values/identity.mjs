/** Synthetic identity and health numbers with right check digits. They belong to nobody on purpose, and may by chance have been issued. */
import { ALPHABET } from '../random.mjs';
import { icaoDigit, iso7064Mod11Of10, luhnDigit, mod11OrZero, remainder, verhoeffDigit, weighted } from './checksums.mjs';

const two = (number) => String(number).padStart(2, '0');

/** SSN with hyphens: area 001-665 or 667-899, group and serial not all zero. */
export function ssn(random) {
  let area = random.between(1, 899);
  if (area === 666) area = 667;
  return `${String(area).padStart(3, '0')}-${two(random.between(1, 99))}-${String(random.between(1, 9999)).padStart(4, '0')}`;
}

/** A number of the SSN's shape in an area that is never issued. */
export function brokenSsn(random) {
  return `${random.pick(['000', '666', String(random.between(950, 999))])}-00-${random.digits(4)}`;
}

/** ITIN: 9NN, group 70-88. */
export function itin(random) {
  return `9${random.digits(2)}-${random.between(70, 88)}-${random.digits(4)}`;
}

/** NPI: ten digits from 1 or 2, Luhn over 80840 and the number. */
export function npi(random) {
  const body = random.pick('12') + random.digits(8);
  return body + luhnDigit(`80840${body}`);
}

/** DEA number: registrant letter, name letter, six digits, check digit. */
export function dea(random) {
  const digits = random.digits(6);
  const check = (weighted(digits, [1, 2, 1, 2, 1, 2]) % 10).toString();
  return random.pick('ABFGMPR') + random.pick(ALPHABET.upper) + digits + check;
}

/** Medicare beneficiary identifier, C A AN N A AN N A A N N without S, L, O, I, B, Z. */
export function medicareBeneficiary(random) {
  const letters = 'ACDEFGHJKMNPQRTUVWXY';
  const mixed = `${letters}0123456789`;
  const digits = (length) => random.digits(length);
  return (
    random.between(1, 9) +
    random.pick(letters) +
    random.pick(mixed) +
    digits(1) +
    random.pick(letters) +
    random.pick(mixed) +
    digits(1) +
    random.text(letters, 2) +
    digits(2)
  );
}

/** NHS number 3-3-4: weights 10 to 2, check digit 11 minus the rest, never 10. */
export function nhsNumber(random) {
  for (;;) {
    const body = random.between(4, 7) + random.digits(8);
    const check = (11 - (weighted(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    if (check < 10) return `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}${check}`;
  }
}

/** National insurance number with prefix letters that are in use. */
export function nationalInsurance(random) {
  const prefix = random.pick(['AB', 'CE', 'EK', 'HJ', 'JN', 'LM', 'PA', 'RW', 'SX', 'WM']);
  return `${prefix} ${random.digits(2)} ${random.digits(2)} ${random.digits(2)} ${random.pick('ABCD')}`;
}

/** Canadian SIN 3-3-3, Luhn, first digit 1 to 7. */
export function sin(random) {
  const body = random.between(1, 7) + random.digits(7);
  const number = body + luhnDigit(body);
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** CPF NNN.NNN.NNN-DD, two mod-11 digits. */
export function cpf(random) {
  const body = `${random.between(1, 9)}${random.digits(7)}${random.between(0, 4)}`;
  const first = mod11OrZero(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = mod11OrZero(body + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}-${first}${second}`;
}

/** CNPJ NN.NNN.NNN/0001-DD. */
export function cnpj(random) {
  const body = `${random.between(10, 99)}${random.digits(6)}0001`;
  const first = mod11OrZero(body, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = mod11OrZero(body + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${body.slice(0, 2)}.${body.slice(2, 5)}.${body.slice(5, 8)}/${body.slice(8)}-${first}${second}`;
}

/** German tax identification number: among the first ten digits exactly one occurs twice; ISO 7064 mod 11,10. */
export function steuerId(random) {
  const pool = [...ALPHABET.digit];
  for (let i = pool.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [pool[i], pool[j]] = [pool[j], pool[i]];
  }
  if (pool[0] === '0') [pool[0], pool[1]] = [pool[1], pool[0]];
  // One digit leaves, another comes twice, never three in a row.
  pool[9] = pool[4];
  const body = pool.join('');
  return body + iso7064Mod11Of10(body);
}

/** German passport or identity card number, nine characters with the ICAO check digit. */
export function germanDocument(random, first = 'CFGHJK') {
  const body = random.pick(first) + random.digits(2) + random.text('CFGHJKLMNPRTVWXYZ0123456789', 6);
  return body + icaoDigit(body);
}

/** French NIR without spaces: 13 digits and the key 97 minus the number mod 97. */
export function nir(random) {
  const body = `${random.pick('12')}${two(random.between(40, 99))}${two(random.between(1, 12))}${two(random.between(21, 89))}${String(random.between(1, 900)).padStart(3, '0')}${String(random.between(1, 990)).padStart(3, '0')}`;
  return body + two(97 - remainder(body, 97));
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spanish DNI: eight digits and the letter of the number mod 23. */
export function dni(random) {
  const number = random.between(10000000, 79999999);
  return `${number}${DNI_LETTERS[number % 23]}`;
}

/** Spanish NIE: X, Y or Z, seven digits, letter. */
export function nie(random) {
  const lead = random.int(3);
  const digits = random.digits(7);
  return `${'XYZ'[lead]}${digits}${DNI_LETTERS[Number(`${lead}${digits}`) % 23]}`;
}

/** Values of the odd places of a codice fiscale (decree of 23 December 1976), for 0-9 and A-Z. */
const CODICE_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Italian codice fiscale with its check letter. */
export function codiceFiscale(random) {
  const body =
    random.text('BCDFGLMNPRSTV', 6) +
    random.digits(2) +
    random.pick('ABCDEHLMPRST') +
    two(random.between(1, 28)) +
    random.pick('ABCDEFGHL') +
    String(random.between(100, 999));
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const code = /\d/.test(body[i]) ? Number(body[i]) : body.charCodeAt(i) - 65;
    sum += i % 2 === 0 ? CODICE_ODD[code] : code;
  }
  return body + ALPHABET.upper[sum % 26];
}

/** Aadhaar in groups of four, Verhoeff, first digit 2 to 9. */
export function aadhaar(random) {
  const body = random.between(2, 9) + random.digits(10);
  const number = body + verhoeffDigit(body);
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
}

/** Indian permanent account number of a person. */
export function pan(random) {
  return `${random.text(ALPHABET.upper, 3)}P${random.pick(ALPHABET.upper)}${random.between(1000, 9999)}${random.pick(ALPHABET.upper)}`;
}

/** PESEL: date of birth, serial, weights 1, 3, 7, 9. */
export function pesel(random) {
  const body = two(random.between(50, 99)) + two(random.between(1, 12)) + two(random.between(1, 28)) + random.digits(4);
  return body + ((10 - (weighted(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
}

/** Australian tax file number 3-3-3: weighted sum divisible by 11. */
export function taxFileNumber(random) {
  for (;;) {
    const body = random.between(1, 9) + random.digits(7);
    const rest = weighted(body, [1, 4, 3, 7, 5, 8, 6, 9]) % 11;
    // The ninth digit has weight 10, which is -1 modulo 11.
    if (rest < 10) return `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}${rest}`;
  }
}

/** Vehicle identification number with a North American maker and the check digit of 49 CFR 565. */
export function vin(random) {
  const alphabet = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
  const start = random.pick(['1HG', '1FT', '2T1', '3VW', '5YJ']) + random.text(alphabet, 5);
  const end = random.pick('KLMNPRST') + random.pick(ALPHABET.upper.replace(/[IOQUZ]/g, '')) + random.digits(6);
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const whole = `${start}0${end}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += transliterated(whole[i]) * weights[i];
  const rest = sum % 11;
  return `${start}${rest === 10 ? 'X' : rest}${end}`;
}

/** 49 CFR 565.15, table III: A-H are 1-8, J-N 1-5, P 7, R 9, S-Z 2-9. */
function transliterated(character) {
  if (/\d/.test(character)) return Number(character);
  return Number('12345678012345070923456789'[character.charCodeAt(0) - 65]);
}

/** United States passport of the next generation: letter and eight digits. Not C, which also begins German passports. */
export function usPassport(random) {
  return random.pick('ABDEY') + random.digits(8);
}

/** Californian driving licence: letter and seven digits. */
export function californiaLicence(random) {
  return random.pick(ALPHABET.upper) + random.digits(7);
}

/** DVLA driver number: surname, decade, month, day, year, initials, two characters. */
export function ukLicence(random) {
  const surname = random.text('BCDFGHJKLMNPRSTVW', 5);
  return `${surname}${random.between(5, 9)}${two(random.between(1, 12))}${two(random.between(1, 28))}${random.between(0, 9)}${random.pick('ABCDEJMPRST')}99${random.text('ABCDEFGHJ', 2)}`;
}

/** Dutch citizen service number: weights 9 to 2 and -1, sum divisible by 11. */
export function bsn(random) {
  for (;;) {
    const body = random.between(1, 9) + random.digits(7);
    const rest = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    if (rest < 10) return body + rest;
  }
}

/** Date of birth between 1940 and 2007, ISO order. */
export function birthDate(random) {
  return `${random.between(1940, 2007)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}
