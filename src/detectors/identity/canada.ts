/** Canadian social insurance and passport numbers. */
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

/** The first digit is the province; 0 and 8 are not given to persons, 9 is temporary. */
const SIN_FIRST = String.raw`[1-79]\d{2}`;

export const canadaSocialInsuranceNumber = defineDetector({
  id: 'CANADA_SOCIAL_INSURANCE_NUMBER',
  name: 'Social Insurance Number (SIN), Canada',
  category: 'pii',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'high' },
  forms: [String.raw`${SIN_FIRST} \d{3} \d{3}`, String.raw`${SIN_FIRST}-\d{3}-\d{3}`, String.raw`${SIN_FIRST}\d{6}`],
  boundary: 'digit',
  falseAccept: 0.08,
  keywords: {
    mode: 'required',
    words: [
      'canadian id',
      "numéro d'assurance sociale",
      'sin',
      'social insurance number',
      'social insurance',
      'social insurance no',
      'sin number',
      'sin no',
      'assurance sociale',
      'numéro d’assurance sociale',
    ],
  },
  validator: luhn,
  normal: 'digits',
  space: 'small',
  examples: {
    match: ['SIN: «296 565 468»', 'SIN «415-639-467»', { column: 'social_insurance_number', cell: '«963513403»' }],
    noMatch: [
      ['SIN: 296 565 469', 'validator: Luhn'],
      ['SIN: 896 565 462', 'pattern: the first digit is not 8'],
      ['lot 296 565 468', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Employment and Social Development Canada: Social Insurance Number code of practice', MACIE_PII],
});

export const canadaPassportNumber = defineDetector({
  id: 'CANADA_PASSPORT_NUMBER',
  name: 'Passport number, Canada',
  category: 'pii',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'medium', 2: 'high' },
  // Two letters and six digits; since 2023 a letter, six digits and two letters.
  forms: [String.raw`[A-Z]{2}\d{6}`, String.raw`[A-Z]\d{6}[A-Z]{2}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'passeport',
      'passeport#',
      'passport',
      'passport#',
      'passportno',
      'passportno#',
      'passport no',
      'passport number',
      'numéro de passeport',
    ],
  },
  normal: 'alnum',
  examples: {
    match: ['Passport «GK302815»', 'passeport «P284617RT»', { column: 'passport', cell: '«AB719046»' }],
    noMatch: [
      ['passport GK30281', 'pattern: six digits'],
      ['passport GKX302815', 'pattern: two letters'],
      ['GK302815', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Immigration, Refugees and Citizenship Canada: passport number; ICAO Doc 9303', MACIE_PII],
});
