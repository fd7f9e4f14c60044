/** New Zealand inland revenue number: eight or nine digits with a check digit. */
import { newZealandIrd } from '../../validators/nz-ird.js';
import { defineDetector } from '../define.js';

export const newZealandInlandRevenueNumber = defineDetector({
  id: 'NEW_ZEALAND_INLAND_REVENUE_NUMBER',
  name: 'New Zealand inland revenue number (IRD)',
  category: 'pii',
  countries: ['NZ'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{9}`,
    String.raw`\d{8}`,
    String.raw`\d{3}-\d{3}-\d{3}`,
    String.raw`\d{2}-\d{3}-\d{3}`,
    String.raw`\d{3} \d{3} \d{3}`,
    String.raw`\d{2} \d{3} \d{3}`,
  ],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.085,
  keywords: {
    mode: 'required',
    words: ['ird', 'ird number', 'ird no', 'ird #', 'inland revenue', 'inland revenue number', 'nz tax number'],
  },
  validator: newZealandIrd,
  normal: 'digits',
  // Up to 150 million, one in eleven of them a number.
  space: 'small',
  examples: {
    match: [
      'IRD number: «49091850»',
      'IRD: «136410132»',
      'IRD «049-091-850»',
      'IRD «86-437-213»',
      'IRD «123 456 785»',
      'IRD «72 184 939»',
      { column: 'ird_number', cell: '«136410132»' },
    ],
    noMatch: [
      ['IRD number: 49091851', 'validator: the check digit is wrong'],
      ['IRD: 936410132', 'validator: above the highest number'],
      ['49091850', 'keyword: none in reach'],
    ],
  },
  references: ['Inland Revenue of New Zealand: RWT and NRWT certificate file specification, IRD number validation'],
});
