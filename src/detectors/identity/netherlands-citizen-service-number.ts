/** Dutch citizen service number: nine digits that pass the eleven-test. */
import { netherlandsBsn } from '../../validators/netherlands-bsn.js';
import { defineDetector } from '../define.js';

export const netherlandsCitizenServiceNumber = defineDetector({
  id: 'NETHERLANDS_CITIZEN_SERVICE_NUMBER',
  name: 'Dutch citizen service number (BSN)',
  category: 'pii',
  countries: ['NL'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{9}`,
    String.raw`\d{4}\.\d{2}\.\d{3}`,
    String.raw`\d{3}\.\d{3}\.\d{3}`,
    String.raw`\d{3} \d{3} \d{3}`,
    String.raw`\d{4} \d{2} \d{3}`,
  ],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.092,
  keywords: {
    mode: 'required',
    words: [
      'bsn',
      'burgerservicenummer',
      'burger service nummer',
      'bsn nummer',
      'sofinummer',
      'sofi nummer',
      'citizen service number',
    ],
  },
  validator: netherlandsBsn,
  normal: 'digits',
  // Nine digits, 1 in 11 of them a number: 9 × 10^7.
  space: 'small',
  examples: {
    match: [
      'BSN: «111222333»',
      'BSN «1724.55.145»',
      'BSN «804 947 168»',
      'BSN «804.947.168»',
      'BSN «1327 67 016»',
      { column: 'burgerservicenummer', cell: '«172455145»' },
    ],
    noMatch: [
      ['BSN: 111222334', 'validator: the eleven-test fails'],
      ['BSN: 1112223330', 'pattern: ten digits'],
      ['111222333', 'keyword: none in reach'],
    ],
  },
  references: ['Besluit burgerservicenummer, bijlage: elfproef'],
});
