/** Brazilian phone number: two digits of area, then eight digits (landline) or nine that begin with 9 (mobile). */
import { internationalPhone, nationalPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { PHONE_NUMBERING, PHONE_WORDS, PORTUGUESE_PHONE_WORDS } from './phone-words.js';

const NATIONAL = { keywordMode: 'required', falseAccept: 0.8, validator: nationalPhone(55, 'zero-and-carrier') } as const;

export const brazilPhoneNumber = defineDetector({
  id: 'BRAZIL_PHONE_NUMBER',
  name: 'Phone number, Brazil',
  category: 'pii',
  countries: ['BR'],
  regulations: ['LGPD'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    String.raw`\+55[ .-]?[1-9][1-9]9\d{8}`,
    String.raw`\+55[ .-]?[1-9][1-9][2-57]\d{7}`,
    String.raw`\+55[ .-]?(?:\([1-9][1-9]\)[ .-]?|[1-9][1-9][ .-])9\d{4}[ .-]?\d{4}`,
    String.raw`\+55[ .-]?(?:\([1-9][1-9]\)[ .-]?|[1-9][1-9][ .-])[2-57]\d{3}[ .-]?\d{4}`,
    { pattern: String.raw`[1-9][1-9]9\d{8}`, ...NATIONAL },
    { pattern: String.raw`[1-9][1-9][2-57]\d{7}`, ...NATIONAL },
    // A single dot is a decimal point (`17.934350000`).
    { pattern: String.raw`[1-9][1-9](?:[ -]9\d{4}[ .-]?|\.9\d{4}[.-])\d{4}`, ...NATIONAL },
    { pattern: String.raw`[1-9][1-9](?:[ -][2-57]\d{3}[ .-]?|\.[2-57]\d{3}[.-])\d{4}`, ...NATIONAL },
    // Two digits in parentheses and a space are no run of digits to the prefilter; `) 9` and `) 3` are its marks.
    { pattern: String.raw`\([1-9][1-9]\) 9\d{4}[ .-]?\d{4}`, ...NATIONAL },
    { pattern: String.raw`\([1-9][1-9]\) (?:[2-4]|[57])\d{3}[ .-]?\d{4}`, ...NATIONAL },
    { pattern: String.raw`\([1-9][1-9]\)(?:9\d|[2-57])\d{3}[ .-]?\d{4}`, ...NATIONAL },
    { pattern: String.raw`\(0[1-9][1-9]\)[ .-]?(?:9\d|[2-57])\d{3}[ .-]?\d{4}`, ...NATIONAL },
  ],
  boundary: 'digit',
  falseAccept: 0.008,
  keywords: { mode: 'none', words: [...PHONE_WORDS, ...PORTUGUESE_PHONE_WORDS] },
  validator: internationalPhone(55),
  reserved: impersonalPhone(55, 'zero-and-carrier'),
  reservedCountsInFields: true,
  normal: 'digits',
  examples: {
    match: [
      '«+5511961234567»',
      '«+551123456789»',
      '«+55 (11) 96123-4567»',
      '«+55 11 2345-6789»',
      'celular «11961234567»',
      'telefone «1123456789»',
      'cel: «11 96123-4567»',
      'fone «11 2345-6789»',
      'celular «(11) 96123-4567»',
      'telefone: «(11) 2345-6789»',
      'celular «(11)96123-4567»',
      'telefone: «(011) 2345-6789»',
      { column: 'telefone', cell: '«(11) 96123-4567»' },
    ],
    noMatch: [
      ['unit cell 17.934350000', 'pattern: a decimal fraction'],
      ['(11) 96123-4567', 'keyword: no country code and no keyword'],
      ['celular (20) 96123-4567', 'pattern: no area has a zero'],
      ['celular (23) 96123-4567', 'validator: area 23 is not in use'],
    ],
  },
  references: [PHONE_NUMBERING, MACIE_PII],
});
