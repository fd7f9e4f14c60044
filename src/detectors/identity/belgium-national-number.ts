/** Belgian national register number and BIS number: birth date, serial, two check digits. */
import { belgiumNrn } from '../../validators/belgium-national-number.js';
import { defineDetector } from '../define.js';

/** 01-12, raised by 20 or 40 in BIS numbers; 00 where unknown. */
const MONTH = '(?:[024][1-9]|[135][0-2]|[024]0)';

export const belgiumNationalNumber = defineDetector({
  id: 'BELGIUM_NATIONAL_NUMBER',
  name: 'Belgian national register number',
  category: 'pii',
  countries: ['BE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{2}${MONTH}[0-3]\d{6}`,
    // Nothing else is written so: with its check digits it needs no keyword.
    { pattern: String.raw`\d{2}\.${MONTH}\.[0-3]\d-\d{3}\.\d{2}`, keywordMode: 'none' },
    String.raw`\d{2}${MONTH}[0-3]\d-\d{3}-\d{2}`,
    String.raw`\d{2}${MONTH}[0-3]\d \d{3} \d{2}`,
    String.raw`\d{2}${MONTH}[0-3]\d-\d{3}\.\d{2}`,
  ],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.003,
  keywords: {
    mode: 'required',
    words: [
      'rijksregisternummer',
      'rijksregister',
      'numéro de registre national',
      'numero de registre national',
      'registre national',
      'numéro national',
      'nationaal nummer',
      'nationalregister',
      'insz',
      'niss',
      'belgian national number',
      'national register number',
      'nrn',
      'rrn',
    ],
  },
  validator: belgiumNrn,
  normal: 'digits',
  // A birthday and three digits: 2 × 10^8 with the numbers of those who have no birthday on record.
  space: 'small',
  examples: {
    match: [
      'Rijksregisternummer: «85073003328»',
      'Registre national «85.07.30-033.28»',
      'INSZ «780312-215-17»',
      'NISS «780312 215 17»',
      'NISS «850730-033.28»',
      'en dat van mijn partner «85.07.30-033.28».',
      { column: 'rijksregisternummer', cell: '«78031221517»' },
    ],
    noMatch: [
      ['Rijksregisternummer: 85073003329', 'validator: the check digit is wrong'],
      ['Rijksregisternummer: 85.13.30-033.28', 'pattern: no month 13'],
      ['85073003328', 'keyword: none in reach'],
    ],
  },
  references: ['Arrêté royal du 3 avril 1984 relatif au numéro d’identification du registre national'],
});
