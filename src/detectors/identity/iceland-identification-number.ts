/** Icelandic kennitala of a person: birth date, serial, century; a check digit until 2026. */
import { icelandKennitala } from '../../validators/iceland-kennitala.js';
import { defineDetector } from '../define.js';

export const icelandIdentificationNumber = defineDetector({
  id: 'ICELAND_IDENTIFICATION_NUMBER',
  name: 'Icelandic identification number (kennitala)',
  category: 'pii',
  countries: ['IS'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{10}`, String.raw`\d{6}-\d{4}`, String.raw`\d{6} \d{4}`],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.009,
  keywords: {
    mode: 'required',
    words: [
      'kennitala',
      'kennitölu',
      'kennitölur',
      'kennitalan',
      'kennitolu',
      'icelandic identification number',
      'icelandic id number',
    ],
  },
  validator: icelandKennitala,
  normal: 'digits',
  // A birthday and three digits: 5 × 10^7.
  space: 'small',
  examples: {
    match: [
      'Kennitala: «261062-2329»',
      'kennitala «2305993199»',
      'kennitölu «100363 0119»',
      { column: 'kennitala', cell: '«261062-2329»' },
    ],
    noMatch: [
      ['Kennitala: 261362-2329', 'validator: there is no month 13'],
      ['Kennitala: 261062-2325', 'validator: no century 5'],
      ['261062-2329', 'keyword: none in reach'],
    ],
  },
  references: ['Þjóðskrá: um kennitölur; kennitölur án vartölu (18 February 2026)'],
});
