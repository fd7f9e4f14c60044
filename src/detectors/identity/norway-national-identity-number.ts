/** Norwegian birth number and D-number: date, serial, two check digits. */
import { norwayFodselsnummer } from '../../validators/norway-fodselsnummer.js';
import { defineDetector } from '../define.js';

export const norwayNationalIdentityNumber = defineDetector({
  id: 'NORWAY_NATIONAL_IDENTITY_NUMBER',
  name: 'Norwegian fødselsnummer',
  category: 'pii',
  countries: ['NO'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[0-7]\d{10}`, String.raw`[0-7]\d{5} \d{5}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.002,
  keywords: {
    mode: 'required',
    words: [
      'fødselsnummer',
      'fodselsnummer',
      'foedselsnummer',
      'fødselsnr',
      'fnr',
      'personnummer',
      'd nummer',
      'dnr',
      'norwegian national identity number',
      'national identity number',
    ],
  },
  validator: norwayFodselsnummer,
  normal: 'digits',
  // A birthday and three digits: 2 × 10^8 with all that is added to days and months, 4 × 10^7 without.
  space: 'small',
  examples: {
    match: ['Fødselsnummer: «15108695088»', 'fnr «151086 95088»', { column: 'fodselsnummer', cell: '«14078512394»' }],
    noMatch: [
      ['Fødselsnummer: 15108695089', 'validator: the check digit is wrong'],
      ['Fødselsnummer: 85108695088', 'pattern: no such day'],
      ['15108695088', 'keyword: none in reach'],
    ],
  },
  references: ['Skatteetaten: fødselsnummer, forskrift til folkeregisterloven § 2-2-1'],
});
