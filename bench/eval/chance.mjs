/**
 * Numbers whose public checksum holds by chance. A random number of 16 digits that starts as a card's does and passes Luhn is a card
 * number for anybody who looks at it alone; nobody can tell it from one. So such numbers are counted apart from what is false,
 * and compared with how many there must be: candidates of the shape, counted here with the sheet's patterns and without the engine,
 * times the share of random numbers that the checksum lets pass.
 */
import { CATALOGUE } from '../../dist/src/index.js';

/** Checksums of detectors that report without a keyword. `passes` follows from the standard, not from what was measured. */
const CHECKSUMS = [
  { name: 'payment cards (ISO/IEC 7812-1, Luhn)', passes: 1 / 10, has: (id) => id === 'CREDIT_CARD_NUMBER_(NO_KEYWORD)' },
  {
    name: 'IBAN (ISO 13616, mod 97)',
    passes: 1 / 97,
    has: (id) => id !== 'BANK_ACCOUNT_NUMBER' && id.endsWith('_BANK_ACCOUNT_NUMBER'),
  },
  {
    name: 'Chinese identity numbers (GB 11643, mod 11-2)',
    passes: 1 / 11,
    has: (id) => id === 'CHINA_RESIDENT_IDENTITY_CARD_NUMBER',
    // The sheet's validator, not its pattern, demands a province and a date of birth; without them, there is no candidate.
    shape: String.raw`(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(?:19\d\d|20[0-2]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]`,
  },
  { name: 'Emirates ID (Luhn)', passes: 1 / 10, has: (id) => id === 'UNITED_ARAB_EMIRATES_IDENTITY_NUMBER' },
  { name: 'Indian GSTIN (Luhn mod 36)', passes: 1 / 36, has: (id) => id === 'INDIA_GOODS_AND_SERVICES_TAX_NUMBER' },
];

/** A candidate is no part of a longer number, word or decimal fraction. */
const BEFORE = '(?<![0-9A-Za-z])(?<![0-9]\\.)';
const BEHIND = '(?![0-9A-Za-z])(?!\\.[0-9])';

/** One pattern for all keywordless forms of the detectors that a checksum covers. */
const SHAPES = new Map(CHECKSUMS.map((checksum) => [checksum.name, shapeOf(checksum)]));

function shapeOf({ has, shape }) {
  if (shape !== undefined) return new RegExp(`${BEFORE}(?:${shape})${BEHIND}`, 'g');
  const patterns = CATALOGUE.filter(({ id }) => has(id)).flatMap(({ forms, keywords }) =>
    forms
      .map((form) => (typeof form === 'string' ? { pattern: form } : form))
      .filter(({ keywordMode = keywords.mode }) => keywordMode !== 'required')
      .map(({ pattern }) => pattern),
  );
  return new RegExp(`${BEFORE}(?:${[...new Set(patterns)].join('|')})${BEHIND}`, 'g');
}

/** Name of the checksum that an occurrence passed by chance; undefined where a keyword stands near it or nothing was proved. */
export function chanceOf({ detector, validated, keyword }) {
  if (!validated || keyword !== undefined) return undefined;
  return CHECKSUMS.find(({ has }) => has(detector))?.name;
}

/** Occurrences by chance that a text must have, by the checksum's name. @param {string} text @returns {Map<string, number>} */
export function expectedByChance(text) {
  return new Map(CHECKSUMS.map(({ name, passes }) => [name, countOf(text, SHAPES.get(name)) * passes]));
}

function countOf(text, shape) {
  let count = 0;
  for (const _match of text.matchAll(shape)) count++;
  return count;
}
