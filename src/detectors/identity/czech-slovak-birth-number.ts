/** Czech and Slovak birth number (rodné číslo): one system, so one sheet. */
import { czechBirthNumber } from '../../validators/czech-birth-number.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const czechSlovakBirthNumber = defineDetector({
  id: 'CZECH_REPUBLIC_SLOVAKIA_BIRTH_NUMBER',
  name: 'Czech and Slovak birth number (rodné číslo)',
  category: 'pii',
  countries: ['CZ', 'SK'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`\d{6}/\d{4}`, czechBirthNumber),
    String.raw`\d{10}`,
    String.raw`\d{6}/\d{4}`,
    { pattern: String.raw`\d{6}/\d{3}`, falseAccept: 0.04 },
  ],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.012,
  keywords: {
    mode: 'required',
    words: [
      'rodné číslo',
      'rodne cislo',
      'rodného čísla',
      'rodneho cisla',
      'rodné č.',
      'r.č.',
      'r. č.',
      'rč',
      'rodne č',
      'birth number',
      'rodnecislo',
      'czech national identification number',
      'slovak national identification number',
    ],
  },
  validator: czechBirthNumber,
  normal: 'digits',
  // A birthday and three digits: 5 × 10^7, with both sexes 10^8.
  space: 'small',
  examples: {
    match: [
      'paní Marie («755908/8328») volala',
      'Rodné číslo: «6458127885»',
      'rodné číslo «755908/8328»',
      'rodné číslo «450612/123»',
      'r.č. «092303/6543»',
      { column: 'rodne_cislo', cell: '«600419/8376»' },
    ],
    noMatch: [
      ['Rodné číslo: 755908/8329', 'validator: the check digit is wrong'],
      ['Rodné číslo: 751308/8322', 'validator: there is no month 13'],
      ['755908/8328', 'keyword: none in reach'],
    ],
  },
  references: ['zákon č. 133/2000 Sb., o evidenci obyvatel, § 13', 'zákon č. 301/1995 Z. z. o rodnom čísle'],
});
