/** Pakistani CNIC: province and place, serial, digit of the sex; no check digit. */
import { defineDetector } from '../define.js';

export const pakistanIdentityCardNumber = defineDetector({
  id: 'PAKISTAN_IDENTITY_CARD_NUMBER',
  name: 'Pakistani identity card number (CNIC, NICOP)',
  category: 'pii',
  countries: ['PK'],
  regulations: [],
  severity: { 1: 'high' },
  // The first digit is the province, 1 to 7; the last is odd for men, even and not 0 for women.
  forms: [String.raw`[1-7]\d{4}-\d{7}-[1-9]`, String.raw`[1-7]\d{11}[1-9]`],
  boundary: 'digit',
  falseAccept: 0.64,
  keywords: {
    mode: 'required',
    words: ['cnic', 'nicop', 'nadra', 'computerized national identity card', 'snic', 'شناختی کارڈ', 'قومی شناختی'],
  },
  normal: 'digits',
  examples: {
    match: ['CNIC: «35202-1234567-3»', { column: 'cnic', cell: '«4210198765432»' }],
    noMatch: [
      ['CNIC: 85202-1234567-3', 'pattern: no province 8'],
      ['CNIC: 35202-1234567-0', 'pattern: the last digit is not 0'],
      ['35202-1234567-3', 'keyword: none in reach'],
    ],
  },
  references: ['National Database and Registration Authority of Pakistan: CNIC'],
});
