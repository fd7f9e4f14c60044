/** Australian Medicare card number: nine digits with a check digit, issue, place on the card. */
import { australiaMedicare } from '../../validators/australia-medicare.js';
import { defineDetector } from '../define.js';

export const australiaMedicareNumber = defineDetector({
  id: 'AUSTRALIA_MEDICARE_NUMBER',
  name: 'Medicare card number, Australia',
  category: 'phi',
  countries: ['AU'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{4} \d{5} \d`,
    String.raw`\d{4} \d{5} \d/\d`,
    String.raw`\d{4}-\d{5}-\d`,
    String.raw`\d{10}`,
    String.raw`\d{11}`,
  ],
  boundary: 'digit',
  falseAccept: 0.046,
  keywords: {
    mode: 'required',
    words: ['medicare', 'medicare card', 'medicare number', 'medicare no', 'medicare card number', 'australian medicare'],
  },
  validator: australiaMedicare,
  normal: 'digits',
  examples: {
    match: [
      'Medicare «2123 45670 1»',
      'Medicare card «2123 45670 1/3»',
      'Medicare no. «3950-12349-2»',
      'Medicare number «41830275012»',
      { column: 'medicare_number', cell: '«4183027503»' },
    ],
    noMatch: [
      ['Medicare 2123 45671 1', 'validator: the check digit is wrong'],
      ['Medicare 7123 45670 1', 'validator: the first digit is 2 to 6'],
      ['2123 45670 1', 'keyword: none in reach'],
    ],
  },
  references: ['Services Australia: Medicare card number; AIHW METEOR 270101, Medicare card number'],
});
