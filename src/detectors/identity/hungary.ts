/** Hungarian tax number of a person and social security number. */
import { hungaryTaj } from '../../validators/hungary-taj.js';
import { hungaryTaxNumber } from '../../validators/hungary-tax.js';
import { defineDetector } from '../define.js';

export const hungaryTaxIdentificationNumber = defineDetector({
  id: 'HUNGARY_TAX_IDENTIFICATION_NUMBER',
  name: 'Hungarian tax identification number (adóazonosító jel)',
  category: 'pii',
  countries: ['HU'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`],
  boundary: 'digit',
  falseAccept: 0.006,
  keywords: {
    mode: 'required',
    words: [
      'adóazonosító jel',
      'adóazonosító',
      'adóazonosító szám',
      'adoazonosito jel',
      'adoazonosito',
      'hungarian tax identification number',
      'hungarian tin',
    ],
  },
  validator: hungaryTaxNumber,
  normal: 'digits',
  // A birthday and three digits decide the rest: 5 × 10^7.
  space: 'small',
  examples: {
    match: ['Adóazonosító jel: «8302086258»', 'adóazonosító «8392521951»', { column: 'adoazonosito_jel', cell: '«8308033598»' }],
    noMatch: [
      ['Adóazonosító jel: 8302086259', 'validator: the check digit is wrong'],
      ['Adóazonosító jel: 8912086250', 'validator: born after 2035'],
      ['8302086258', 'keyword: none in reach'],
    ],
  },
  references: ['1996. évi XX. törvény a személyazonosító jel helyébe lépő azonosítási módokról, annex'],
});

export const hungarySocialSecurityNumber = defineDetector({
  id: 'HUNGARY_SOCIAL_SECURITY_NUMBER',
  name: 'Hungarian social security number (TAJ)',
  category: 'pii',
  countries: ['HU'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{9}`, String.raw`\d{3} \d{3} \d{3}`, String.raw`\d{3}-\d{3}-\d{3}`],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'taj szám',
      'tajszám',
      'taj szam',
      'társadalombiztosítási azonosító jel',
      'társadalombiztosítási azonosító',
      'taj',
      'hungarian social security number',
    ],
  },
  validator: hungaryTaj,
  normal: 'digits',
  // Eight digits decide the ninth: 10^8.
  space: 'small',
  examples: {
    match: ['TAJ szám: «424305516»', 'TAJ: «340 477 201»', 'TAJ-szám «235-642-347»', { column: 'taj_szam', cell: '«235642347»' }],
    noMatch: [
      ['TAJ szám: 424305517', 'validator: the check digit is wrong'],
      ['TAJ szám: 42430551', 'pattern: eight digits only'],
      ['424305516', 'keyword: none in reach'],
    ],
  },
  references: ['1996. évi XX. törvény a személyazonosító jel helyébe lépő azonosítási módokról, annex'],
});
