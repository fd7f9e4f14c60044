/** New Zealand National Health Index number in its old form and in the one that follows it. */
import { newZealandNhi } from '../../validators/nz-nhi.js';
import { defineDetector } from '../define.js';

export const newZealandHealthIndexNumber = defineDetector({
  id: 'NEW_ZEALAND_HEALTH_INDEX_NUMBER',
  name: 'National Health Index number (NHI), New Zealand',
  category: 'phi',
  countries: ['NZ'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]{3}\d{4}`, String.raw`[A-Z]{3}\d{2}[A-Z]{2}`],
  boundary: 'word',
  falseAccept: 0.075,
  keywords: { mode: 'required', words: ['nhi', 'nhi number', 'nhi no', 'national health index', 'health index number'] },
  validator: newZealandNhi,
  normal: 'alnum',
  // 24^3 · 10^3 of the old form, 24^4 · 10^2 of the new one.
  space: 'small',
  examples: {
    match: ['NHI: «JBX3311»', 'National Health Index «KLM52RX»', { column: 'nhi', cell: '«WLD9413»' }],
    noMatch: [
      ['NHI: JBX3312', 'validator: the check digit is wrong'],
      ['NHI: JIX3311', 'validator: the letter I is not used'],
      ['JBX3311', 'keyword: none in reach'],
    ],
  },
  references: ['Health New Zealand: HISO 10046:2023, Consumer Health Identity Standard'],
});
