/** Australian numbers of businesses (ABN) and companies (ACN), which are public and stand beside names and addresses. */
import { australiaAbn } from '../../validators/australia-abn.js';
import { australiaAcn } from '../../validators/australia-acn.js';
import { defineDetector } from '../define.js';

export const australiaBusinessNumber = defineDetector({
  id: 'AUSTRALIA_BUSINESS_NUMBER',
  name: 'Australian business number (ABN)',
  category: 'pii',
  countries: ['AU'],
  regulations: [],
  severity: { 1: 'low' },
  forms: [String.raw`\d{11}`, String.raw`\d{2} \d{3} \d{3} \d{3}`, String.raw`\d{2}-\d{3}-\d{3}-\d{3}`],
  boundary: 'digit',
  falseAccept: 0.011,
  keywords: {
    mode: 'required',
    words: ['abn', 'abn number', 'australian business number', 'australia business no', 'business number'],
  },
  validator: australiaAbn,
  normal: 'digits',
  examples: {
    match: ['ABN «83 914 571 673»', 'ABN: «51824753524»', 'ABN «51-824-753-524»', { column: 'abn', cell: '«51824753524»' }],
    noMatch: [
      ['ABN 83 914 571 674', 'validator: remainder mod 89'],
      ['ABN 03 914 571 673', 'validator: the first digit is not 0'],
      ['51824753524', 'keyword: none in reach'],
    ],
  },
  references: ['Australian Business Register: format of the ABN'],
});

export const australiaCompanyNumber = defineDetector({
  id: 'AUSTRALIA_COMPANY_NUMBER',
  name: 'Australian company number (ACN)',
  category: 'pii',
  countries: ['AU'],
  regulations: [],
  severity: { 1: 'low' },
  forms: [String.raw`\d{9}`, String.raw`\d{3} \d{3} \d{3}`, String.raw`\d{3}-\d{3}-\d{3}`],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: { mode: 'required', words: ['acn', 'acn number', 'australian company number', 'australia company no'] },
  validator: australiaAcn,
  normal: 'digits',
  // Eight free digits: 10^8.
  space: 'small',
  examples: {
    match: ['ACN «004 085 616»', 'ACN: «123456780»', 'ACN «604-321-879»', { column: 'acn', cell: '«004085616»' }],
    noMatch: [
      ['ACN 004 085 617', 'validator: the check digit is wrong'],
      ['ACN 000 000 000', 'validator: all zeros'],
      ['004085616', 'keyword: none in reach'],
    ],
  },
  references: ['Australian Securities and Investments Commission: Australian company number digit check'],
});
