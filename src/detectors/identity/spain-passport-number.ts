/** Spanish passport number: three letters and six digits, two letters in older series; no check digit in it. */
import { defineDetector } from '../define.js';
import { PASSPORT_WORDS } from './passport-words.js';

export const spainPassportNumber = defineDetector({
  id: 'SPAIN_PASSPORT_NUMBER',
  name: 'Spanish passport number',
  category: 'pii',
  countries: ['ES'],
  regulations: ['GDPR'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [String.raw`[A-Z]{3}\d{6}`, String.raw`[A-Z]{2}\d{6}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      ...PASSPORT_WORDS,
      'españa pasaporte',
      'libreta pasaporte',
      'número pasaporte',
      'spain passport',
      'número de pasaporte',
      'numero de pasaporte',
      'nº pasaporte',
      'numero pasaporte',
      'spanish passport',
    ],
  },
  normal: 'alnum',
  examples: {
    match: ['Pasaporte «PAB123456»', 'pasaporte nº «XD654321»', { column: 'numero_pasaporte', cell: '«PAA987654»' }],
    noMatch: [
      ['Pasaporte PABC123456', 'pattern: four letters'],
      ['PAB123456', 'keyword: none in reach'],
    ],
  },
  references: [
    'Council of the EU: PRADO, Spanish passports',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
