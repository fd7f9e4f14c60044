/** Slovenian tax number: eight digits, as VAT number with SI. */
import { afterCountry } from '../../validators/country-prefix.js';
import { sloveniaTaxNumber } from '../../validators/slovenia-tax.js';
import { defineDetector } from '../define.js';

export const sloveniaTaxIdentificationNumber = defineDetector({
  id: 'SLOVENIA_TAX_IDENTIFICATION_NUMBER',
  name: 'Slovenian tax number (davčna številka)',
  category: 'pii',
  countries: ['SI'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{8}`, { pattern: String.raw`SI\d{8}`, validator: afterCountry(sloveniaTaxNumber) }],
  boundary: 'digit',
  falseAccept: 0.085,
  keywords: {
    mode: 'required',
    words: [
      'davčna številka',
      'davčno številko',
      'davčne številke',
      'davcna stevilka',
      'davčna št.',
      'davcna st',
      'id za ddv',
      'id št. za ddv',
      'slovenian tax number',
      'slovenia tax identification number',
    ],
  },
  validator: sloveniaTaxNumber,
  normal: 'digits',
  // Seven digits decide the eighth: 10^7.
  space: 'small',
  examples: {
    match: ['Davčna številka: «33368872»', 'ID za DDV «SI25442678»', { column: 'davcna_stevilka', cell: '«11573872»' }],
    noMatch: [
      ['Davčna številka: 33368873', 'validator: the check digit is wrong'],
      ['Davčna številka: 03368872', 'validator: leading zero'],
      ['33368872', 'keyword: none in reach'],
    ],
  },
  references: ['Zakon o davčni službi; FURS: davčna številka; OECD: tax identification numbers, Slovenia'],
});
