/** Latvian personal code: birth date and check digit until 2017, 32 and nine random digits since. */
import { latviaPersonalCode as latviaPersonalCodeCheck } from '../../validators/latvia-personal-code.js';
import { defineDetector } from '../define.js';

export const latviaPersonalCode = defineDetector({
  id: 'LATVIA_PERSONAL_CODE',
  name: 'Latvian personal code (personas kods)',
  category: 'pii',
  countries: ['LV'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`, String.raw`\d{6}-\d{5}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'personas kods',
      'personas kodu',
      'personas koda',
      'pers. kods',
      'latvian personal code',
      'latvian national identification number',
    ],
  },
  validator: latviaPersonalCodeCheck,
  normal: 'digits',
  // Those until 2017: a birthday and three digits.
  space: 'small',
  examples: {
    match: [
      'Personas kods: «22039316676»',
      'personas kods «230197-15973»',
      'personas kods «327482-61905»',
      { column: 'personas_kods', cell: '«200473-16319»' },
    ],
    noMatch: [
      ['Personas kods: 230197-15974', 'validator: the check digit is wrong'],
      ['Personas kods: 231397-15973', 'validator: there is no month 13'],
      ['230197-15973', 'keyword: none in reach'],
    ],
  },
  references: ['Fizisko personu reģistra likums; Pilsonības un migrācijas lietu pārvalde: personas kods'],
});
