/** International bank account numbers: the structure of the SWIFT registry, check digits of ISO 13616, and national ones inside. */
import * as ibantools from 'ibantools';

/** Country code and the start of the detector's id. */
const COUNTRIES = {
  AD: 'ANDORRA',
  AE: 'UNITED_ARAB_EMIRATES',
  AL: 'ALBANIA',
  AT: 'AUSTRIA',
  AZ: 'AZERBAIJAN',
  BA: 'BOSNIA_AND_HERZEGOVINA',
  BE: 'BELGIUM',
  BG: 'BULGARIA',
  BH: 'BAHRAIN',
  BI: 'BURUNDI',
  BR: 'BRAZIL',
  BY: 'BELARUS',
  CH: 'SWITZERLAND',
  CR: 'COSTA_RICA',
  CY: 'CYPRUS',
  CZ: 'CZECH_REPUBLIC',
  DE: 'GERMANY',
  DJ: 'DJIBOUTI',
  DK: 'DENMARK',
  DO: 'DOMINICAN_REPUBLIC',
  EE: 'ESTONIA',
  EG: 'EGYPT',
  ES: 'SPAIN',
  FI: 'FINLAND',
  FK: 'FALKLAND_ISLANDS',
  FO: 'FAROE_ISLANDS',
  FR: 'FRANCE',
  GB: 'UK',
  GE: 'GEORGIA',
  GI: 'GIBRALTAR',
  GL: 'GREENLAND',
  GR: 'GREECE',
  GT: 'GUATEMALA',
  HN: 'HONDURAS',
  HR: 'CROATIA',
  HU: 'HUNGARY',
  IE: 'IRELAND',
  IL: 'ISRAEL',
  IQ: 'IRAQ',
  IS: 'ICELAND',
  IT: 'ITALY',
  JO: 'JORDAN',
  KW: 'KUWAIT',
  KZ: 'KAZAKHSTAN',
  LB: 'LEBANON',
  LC: 'SAINT_LUCIA',
  LI: 'LIECHTENSTEIN',
  LT: 'LITHUANIA',
  LU: 'LUXEMBOURG',
  LV: 'LATVIA',
  LY: 'LIBYA',
  MC: 'MONACO',
  MD: 'MOLDOVA',
  ME: 'MONTENEGRO',
  MK: 'NORTH_MACEDONIA',
  MN: 'MONGOLIA',
  MR: 'MAURITANIA',
  MT: 'MALTA',
  MU: 'MAURITIUS',
  NI: 'NICARAGUA',
  NL: 'NETHERLANDS',
  NO: 'NORWAY',
  OM: 'OMAN',
  PK: 'PAKISTAN',
  PL: 'POLAND',
  PS: 'PALESTINE',
  PT: 'PORTUGAL',
  QA: 'QATAR',
  RO: 'ROMANIA',
  RS: 'SERBIA',
  RU: 'RUSSIA',
  SA: 'SAUDI_ARABIA',
  SC: 'SEYCHELLES',
  SD: 'SUDAN',
  SE: 'SWEDEN',
  SI: 'SLOVENIA',
  SK: 'SLOVAKIA',
  SM: 'SAN_MARINO',
  SN: 'SENEGAL',
  SO: 'SOMALIA',
  ST: 'SAO_TOME_AND_PRINCIPE',
  SV: 'EL_SALVADOR',
  TL: 'TIMOR_LESTE',
  TN: 'TUNISIA',
  TR: 'TURKIYE',
  UA: 'UKRAINE',
  VA: 'VATICAN_CITY',
  VG: 'VIRGIN_ISLANDS',
  XK: 'KOSOVO',
  YE: 'YEMEN',
};

/** Where the registry is stricter than ibantools: letters alone in the bank code, the reserved digit 0 of Türkiye. */
const STRUCTURES = {
  GE: '[A-Z]{2}[0-9]{16}',
  IE: '[A-Z]{4}[0-9]{14}',
  PK: '[A-Z]{4}[0-9]{16}',
  PS: '[A-Z]{4}[0-9]{21}',
  TR: '[0-9]{5}[0-0]{1}[A-Z0-9]{16}',
  VG: '[A-Z]{4}[0-9]{16}',
};

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHANUMERIC = `0123456789${CAPITALS}`;

/** Remainder of a long decimal number by 97. */
function mod97(digits) {
  return Number(BigInt(digits) % 97n);
}

/** Odd places of the Italian control character (CIN): the values of 0-9 and A-Z. */
const CIN_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** CIN: places from 1, odd ones by table, even ones by value (A and 0 are 0), sum mod 26 as a letter. */
function italianControl(bban) {
  const value = (character) => (/\d/.test(character) ? Number(character) : CAPITALS.indexOf(character));
  const sum = [...bban.slice(1)].reduce((total, character, i) => total + (i % 2 === 0 ? CIN_ODD[value(character)] : value(character)), 0);
  return CAPITALS[sum % 26] === bban[0];
}

function weighted(digits, weights) {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function luhn(digits) {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + (i % 2 ? Math.floor((2 * digit) / 10) + ((2 * digit) % 10) : Number(digit)), 0);
  return sum % 10 === 0;
}

/** National rules that ibantools does not have, by the central banks' descriptions in the registry. */
const NATIONAL = {
  FI: { rule: 'Luhn over the account', holds: (bban) => luhn(bban) },
  IT: { rule: 'CIN', holds: italianControl },
  SM: { rule: 'CIN', holds: italianControl },
  TN: { rule: 'RIB key mod 97', holds: (bban) => 97 - mod97(`${bban.slice(0, 18)}00`) === Number(bban.slice(18)) },
  MR: { rule: 'RIB key mod 97', holds: (bban) => 97 - mod97(`${bban.slice(0, 21)}00`) === Number(bban.slice(21)) },
  TL: { rule: 'mod 97-10', holds: (bban) => mod97(bban) === 1 },
  NL: { rule: 'eleven-proof of the account', holds: (bban) => weighted(bban.slice(4), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !bban.slice(4).startsWith('00') },
  AL: { rule: 'check digit of the bank, weights 9 7 3 1', holds: (bban) => weighted(bban, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IS: { rule: 'the holder\'s kennitala', holds: (bban) => kennitala(bban.slice(12)) },
};

/** Day, month, two digits of the year, serial from 20, check digit mod 11, century digit. */
function kennitala(digits) {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day >= 1 && day <= 28 && month >= 1 && month <= 12 && Number(digits.slice(6, 8)) >= 20 && /[089]$/.test(digits) && weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Pieces that the registry fixes beyond the regular expression of ibantools. */
function fixed(country, bban) {
  if (country === 'MU') return `${bban.slice(0, -3)}MUR`;
  if (country === 'SC') return `${bban.slice(0, -3)}SCR`;
  if (country === 'BR') return `${bban.slice(0, -2)}${bban.charCodeAt(5) % 2 ? 'P' : 'C'}1`;
  return bban;
}

/** A random account by the structure of the country: `[A-Z]{4}[0-9]{14}` and such. Letters are rare where digits may stand. */
function account(random, structure) {
  const letters = random.chance(0.25);
  let out = '';
  for (const [, klass, length] of structure.matchAll(/\[([^\]]+)\]\{(\d+)\}/g)) {
    const alphabet = klass === '0-0' ? '0' : klass === '0-9' ? '0123456789' : klass === 'A-Z' ? CAPITALS : letters ? ALPHANUMERIC : '0123456789';
    out += random.text(alphabet, Number(length));
  }
  return out;
}

function valid(country, structure, bban) {
  if (!new RegExp(`^${structure.replace(/[\^$]/g, '')}$`).test(bban)) return false;
  if (NATIONAL[country] !== undefined) return NATIONAL[country].holds(bban);
  return ibantools.countrySpecs[country].bban_validation_func?.(bban) ?? true;
}

/** ISO 13616: 98 less the remainder of account, country and 00, letters as 10 to 35. */
function checkDigits(country, bban) {
  const digits = [...`${bban}${country}00`].map((character) => Number.parseInt(character, 36)).join('');
  return String(98 - mod97(digits)).padStart(2, '0');
}

function makeIban(random, country) {
  const structure = STRUCTURES[country] ?? ibantools.countrySpecs[country].bban_regexp;
  const bban = fixed(country, account(random, structure));
  if (!valid(country, structure, bban)) return undefined;
  const iban = `${country}${checkDigits(country, bban)}${bban}`;
  if (!ibantools.isValidIBAN(iban)) throw new Error(`${country}: ibantools refuses a number`);
  const grouped = iban.replace(/.{4}(?=.)/g, '$& ');
  const text = random.pick([iban, iban, iban, iban, grouped, grouped, grouped, grouped.replaceAll(' ', '-')]);
  return random.chance(0.1) ? text.toLowerCase() : text;
}

/** @returns {{ detector: string, rule: string, oracle: string, make: (random: import('../../../bench/random.mjs').Random) => string | undefined }[]} */
export function ibanMakers() {
  return Object.entries(COUNTRIES).map(([country, name]) => {
    const structure = (STRUCTURES[country] ?? ibantools.countrySpecs[country].bban_regexp).replace(/[\^$]/g, '');
    const byOracle = ibantools.countrySpecs[country].bban_validation_func !== undefined;
    const national = NATIONAL[country]?.rule ?? (byOracle ? 'check digits as ibantools has them' : 'no check digits made');
    return {
      detector: `${name}_BANK_ACCOUNT_NUMBER`,
      rule: `IBAN of ${country}, account ${structure}, ISO 7064 mod 97-10; inside the account: ${national}; solid, in fours, with hyphens, lower case at times`,
      oracle: `ibantools${NATIONAL[country] === undefined ? '' : '; the national check is own'}`,
      make: (random) => makeIban(random, country),
    };
  });
}
