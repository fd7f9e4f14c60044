/** Personal health number of British Columbia; the other provinces publish no check. */
import { canadaPhn } from '../../validators/canada-phn.js';
import { defineDetector } from '../define.js';

export const canadaHealthNumber = defineDetector({
  id: 'CANADA_HEALTH_NUMBER',
  name: 'Personal health number (PHN) of British Columbia',
  category: 'phi',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'high' },
  forms: [String.raw`9\d{9}`, String.raw`9\d{3} \d{3} \d{3}`, String.raw`9\d{3}-\d{3}-\d{3}`],
  boundary: 'digit',
  falseAccept: 0.009,
  keywords: {
    mode: 'required',
    words: [
      'canada healthcare number',
      'msp number',
      'personal healthcare number',
      'phn',
      'soins de santé',
      'personal health number',
      'health card number',
      'care card number',
      'carecard',
      'numéro de carte santé',
      'bc phn',
    ],
  },
  validator: canadaPhn,
  normal: 'digits',
  // Eight digits decide the tenth: 10^8.
  space: 'small',
  examples: {
    match: ['PHN: «9698658215»', 'PHN «9698 658 215»', 'PHN «9698-658-215»', { column: 'phn', cell: '«9698658215»' }],
    noMatch: [
      ['PHN: 9698658216', 'validator: the check digit is wrong'],
      ['PHN: 8698658215', 'pattern: does not begin with 9'],
      ['9698658215', 'keyword: none in reach'],
    ],
  },
  references: [
    'BC Ministry of Health: MSP Teleplan specifications',
    'Amazon Macie: managed data identifiers for personal health information',
  ],
});
