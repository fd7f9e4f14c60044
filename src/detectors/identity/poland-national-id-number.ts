/** Polish PESEL: birth date with the century in the month, serial, check digit. */
import { polandPesel } from '../../validators/poland-pesel.js';
import { defineDetector } from '../define.js';

export const polandNationalIdNumber = defineDetector({
  id: 'POLAND_NATIONAL_ID_NUMBER',
  name: 'Polish PESEL',
  category: 'pii',
  countries: ['PL'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{2}(?:[02468][1-9]|[13579][0-2])[0-3]\d{6}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'pesel',
      'nr pesel',
      'numer pesel',
      'numer ewidencyjny',
      'polish id number',
      'poland national id',
      'polish national identification number',
      'pesel nr',
      'nr ewidencyjny',
      'peselu',
      'peselem',
      'pesel u',
    ],
  },
  validator: polandPesel,
  normal: 'digits',
  examples: {
    match: ['PESEL: «44051401359»', { column: 'pesel', cell: '«83071223453»' }],
    noMatch: [
      ['PESEL: 44051401358', 'validator: the check digit is wrong'],
      ['PESEL: 44053201351', 'validator: there is no 32 May'],
      ['44051401359', 'keyword: none in reach'],
    ],
  },
  references: ['Ustawa z dnia 24 września 2010 r. o ewidencji ludności, art. 15'],
});
