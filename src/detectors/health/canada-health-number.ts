/** Health numbers of British Columbia, and of Ontario with the letters of the card's version; the other provinces publish no check. */
import { canadaPhn } from '../../validators/canada-phn.js';
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';

/** ISO/IEC 7812-1 over all ten digits. */
const ONTARIO = { falseAccept: 0.1, validator: luhn } as const;

export const canadaHealthNumber = defineDetector({
  id: 'CANADA_HEALTH_NUMBER',
  name: 'Health number of British Columbia (PHN) or Ontario (OHIP)',
  category: 'phi',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`9\d{9}`,
    String.raw`9\d{3} \d{3} \d{3}`,
    String.raw`9\d{3}-\d{3}-\d{3}`,
    // Ontario: without the letters, a phone number of ten digits would be one time in ten.
    { pattern: String.raw`\d{10}[ -]?[A-Z]{2}`, ...ONTARIO },
    { pattern: String.raw`\d{4}[ -]\d{3}[ -]\d{3}[ -]?[A-Z]{2}`, ...ONTARIO },
  ],
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
      'health card',
      'health number',
      'health no',
      'ohip',
    ],
  },
  validator: canadaPhn,
  normal: 'digits',
  // Eight digits decide the tenth: 10^8.
  space: 'small',
  examples: {
    match: [
      'PHN: «9698658215»',
      'PHN «9698 658 215»',
      'PHN «9698-658-215»',
      'Health card: «1234567897VK»',
      'OHIP «1234 567 897-VK»',
      { column: 'phn', cell: '«9698658215»' },
    ],
    noMatch: [
      ['PHN: 9698658216', 'validator: the check digit is wrong'],
      ['PHN: 8698658215', 'pattern: does not begin with 9'],
      ['9698658215', 'keyword: none in reach'],
    ],
  },
  references: [
    'Ontario Ministry of Health: Technical Specifications, Medical Claims Electronic Data Transfer, health number MOD 10 check',
    'BC Ministry of Health: MSP Teleplan specifications',
    'Amazon Macie: managed data identifiers for personal health information',
  ],
});
