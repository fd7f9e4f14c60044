/** Italian passport number: two letters and seven digits; no check digit in it. */
import { defineDetector } from '../define.js';
import { PASSPORT_WORDS } from './passport-words.js';

export const italyPassportNumber = defineDetector({
  id: 'ITALY_PASSPORT_NUMBER',
  name: 'Italian passport number',
  category: 'pii',
  countries: ['IT'],
  regulations: ['GDPR'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [String.raw`[A-Z]{2}\d{7}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      ...PASSPORT_WORDS,
      'italian passport number',
      'numéro passeport',
      'numéro passeport italien',
      'passaporto italiana',
      'passaporto numero',
      'repubblica italiana passaporto',
      'numero passaporto',
      'numero di passaporto',
      'passaporto n',
      'passaporto italiano',
      'italian passport',
    ],
  },
  normal: 'alnum',
  examples: {
    match: ['Passaporto n. «YA1234567»', { column: 'passaporto', cell: '«YB7654321»' }],
    noMatch: [
      ['Passaporto YAB123456', 'pattern: three letters'],
      ['YA1234567', 'keyword: none in reach'],
    ],
  },
  references: [
    'Council of the EU: PRADO, Italian passports',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
