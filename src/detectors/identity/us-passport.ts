/** US passport numbers: nine digits, or a letter and eight digits since 2021; no check digit in the number itself. */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const usaPassportNumber = defineDetector({
  id: 'USA_PASSPORT_NUMBER',
  name: 'Passport number, US',
  category: 'pii',
  countries: ['US'],
  regulations: ['GDPR', 'CCPA'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [String.raw`\d{9}`, String.raw`[A-Z]\d{8}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: { mode: 'required', words: ['passport', 'travel document', 'passport number', 'passport no', 'pasaporte'] },
  normal: 'alnum',
  examples: {
    match: ['Passport: «488839667»', { column: 'passport_number', cell: '«A03914772»' }],
    noMatch: [
      ['passport 48883966', 'pattern: nine characters'],
      ['passport AB3914772', 'pattern: one letter'],
      ['A03914772', 'keyword: no keyword in reach'],
    ],
  },
  references: ['US Department of State: next generation passport; ICAO Doc 9303', MACIE_PII],
});
