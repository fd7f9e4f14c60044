/** French passport number: two digits, two letters, five digits; the check digit stands only in the machine-readable zone. */
import { defineDetector } from '../define.js';
import { PASSPORT_WORDS } from './passport-words.js';

export const francePassportNumber = defineDetector({
  id: 'FRANCE_PASSPORT_NUMBER',
  name: 'French passport number',
  category: 'pii',
  countries: ['FR'],
  regulations: ['GDPR'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [String.raw`\d{2}[A-Z]{2}\d{5}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      ...PASSPORT_WORDS,
      'numéro de passeport',
      'passeport #',
      'passeport n °',
      'passeport non',
      'passeport numéro',
      'passeport numero',
      'numero de passeport',
      'n° de passeport',
      'passeport français',
      'french passport',
    ],
  },
  normal: 'alnum',
  examples: {
    match: ['Passeport n° «12AB34567»', 'Passaporte n.º «20CK44719»', { column: 'numero_passeport', cell: '«09PF81726»' }],
    noMatch: [
      ['Passeport 12ABC4567', 'pattern: three letters'],
      ['12AB34567', 'keyword: none in reach'],
    ],
  },
  references: [
    'Council of the EU: PRADO, French passports',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
