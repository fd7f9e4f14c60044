/** Pakistani CNIC: province and place, serial, digit of the sex; no check digit. */
import { pakistanCnic } from '../../validators/pakistan-cnic.js';
import { defineDetector } from '../define.js';

export const pakistanIdentityCardNumber = defineDetector({
  id: 'PAKISTAN_IDENTITY_CARD_NUMBER',
  name: 'Pakistani identity card number (CNIC, NICOP)',
  category: 'pii',
  countries: ['PK'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{5}-\d{7}-\d`, String.raw`\d{13}`],
  boundary: 'digit',
  falseAccept: 0.64,
  keywords: {
    mode: 'required',
    words: ['cnic', 'nicop', 'nadra', 'computerized national identity card', 'snic', 'شناختی کارڈ', 'قومی شناختی'],
  },
  validator: pakistanCnic,
  normal: 'digits',
  examples: {
    match: ['CNIC: «35202-1234567-3»', { column: 'cnic', cell: '«4210198765432»' }],
    noMatch: [
      ['CNIC: 85202-1234567-3', 'validator: no province 8'],
      ['CNIC: 35202-1234567-0', 'validator: the last digit is not 0'],
      ['35202-1234567-3', 'keyword: none in reach'],
    ],
  },
  references: ['National Database and Registration Authority of Pakistan: CNIC'],
});
