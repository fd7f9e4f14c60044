/** Australian tax file number: nine digits, eight in old numbers, with a check. */
import { australiaTfn } from '../../validators/australia-tfn.js';
import { defineDetector } from '../define.js';

export const australiaTaxFileNumber = defineDetector({
  id: 'AUSTRALIA_TAX_FILE_NUMBER',
  name: 'Australian tax file number (TFN)',
  category: 'pii',
  countries: ['AU'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{9}`,
    String.raw`\d{8}`,
    String.raw`\d{3} \d{3} \d{3}`,
    String.raw`\d{3} \d{3} \d{2}`,
    String.raw`\d{3}-\d{3}-\d{3}`,
    String.raw`\d{3}-\d{3}-\d{2}`,
  ],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.092,
  keywords: { mode: 'required', words: ['tax file number', 'tfn', 'tax file no', 'tfn number', 'australian tax file number'] },
  validator: australiaTfn,
  normal: 'digits',
  // Nine digits, 1 in 11 of them a number: 9 × 10^7.
  space: 'small',
  examples: {
    match: [
      'TFN: «123456782»',
      'TFN: «12345677»',
      'Tax file number «123 456 782»',
      'Tax file number «876 543 22»',
      'tfn «600-861-044»',
      'tfn «123-456-77»',
      { column: 'tax_file_number', cell: '«130033982»' },
    ],
    noMatch: [
      ['TFN: 123456783', 'validator: the check digit is wrong'],
      ['TFN: 000000000', 'validator: equal digits'],
      ['123456782', 'keyword: none in reach'],
    ],
  },
  references: [
    'Australian Taxation Office: tax file numbers',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
