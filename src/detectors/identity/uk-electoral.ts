/** UK electoral numbers: the letters of a polling district and a running number. Short, so only near its own words. */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const ukElectoralRollNumber = defineDetector({
  id: 'UK_ELECTORAL_ROLL_NUMBER',
  name: 'Electoral roll number, UK',
  category: 'pii',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]{2}\d{1,4}`, String.raw`[A-Z]{2}-\d{1,4}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'electoral #',
      'electoral number',
      'electoral roll #',
      'electoral roll no.',
      'electoral roll number',
      'electoralrollno',
      'electoral no',
      'electoral roll no',
      'elector number',
      'rhif etholiadol',
    ],
  },
  normal: 'alnum',
  space: 'small',
  examples: {
    match: ['Electoral roll number: «KT1482»', 'elector number «KT-1482»', { column: 'electoral_number', cell: '«BD73»' }],
    noMatch: [
      ['electoral number KT14825', 'pattern: four digits at most'],
      ['electoral number K1482', 'pattern: two letters'],
      ['flight KT1482', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Microsoft Purview: U.K. electoral roll number entity definition', MACIE_PII],
});
