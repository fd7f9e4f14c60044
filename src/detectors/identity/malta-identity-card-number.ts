/** Maltese identity card number: seven digits and a letter, zeros in front often left out. No check digit, so nothing without a keyword. */
import { defineDetector } from '../define.js';

export const maltaIdentityCardNumber = defineDetector({
  id: 'MALTA_IDENTITY_CARD_NUMBER',
  name: 'Maltese identity card number',
  category: 'pii',
  countries: ['MT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{4,7}[MGAPLHBZ]`],
  boundary: 'word',
  falseAccept: 0.31,
  keywords: {
    mode: 'required',
    words: [
      'identity card number malta',
      'maltese identity card',
      'maltese id card',
      'malta id card',
      'karta tal identità',
      'karta tal identita',
      'numru tal karta tal identità',
      'numru tal identità',
      'id card number malta',
      'identità maltija',
      'malta identity card',
      'malta id',
      'maltese id',
      'id card malta',
    ],
  },
  normal: 'alnum',
  // Seven digits and eight letters: 8 × 10^7.
  space: 'small',
  examples: {
    match: [
      'Maltese ID card «0412876M»',
      'Malta ID card «59213G»',
      'karta tal-identità: «0059213G»',
      { column: 'karta_tal_identita', cell: '«0412876M»' },
    ],
    noMatch: [
      ['karta tal-identità: 0412876C', 'pattern: no such letter'],
      ['karta tal-identità: 412876MM', 'pattern: digits and one letter'],
      ['karta tal-identità: 128M', 'pattern: fewer than four digits'],
      ['0412876M', 'keyword: none in reach'],
    ],
  },
  references: ['Identity Card and other Identity Documents Act (Cap. 258); OECD: tax identification numbers, Malta'],
});
