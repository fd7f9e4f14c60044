/** Phone number of the United Kingdom, Crown dependencies included. Area codes have two to five digits, so groups vary. */
import { internationalPhone, nationalPhone, unlabelledPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector, type FormSpec } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { GROUP_GAP, PHONE_NUMBERING, PHONE_WORDS, TRUNK_ZERO_FALSE_ACCEPT } from './phone-words.js';

const NATIONAL = {
  keywordMode: 'required',
  ends: 'groups',
  falseAccept: TRUNK_ZERO_FALSE_ACCEPT,
  validator: nationalPhone(44, 'zero'),
} as const;

export const ukPhoneNumber = defineDetector({
  id: 'UK_PHONE_NUMBER',
  name: 'Phone number, United Kingdom',
  category: 'pii',
  countries: ['GB', 'GG', 'IM', 'JE'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: String.raw`\+44\d{0,11}(?:${GROUP_GAP}\d{1,11}){0,6}`, ends: 'groups', tagFrom: 12 },
    { pattern: String.raw`0[1-35789]\d{1,9}(?:[ .-]\d{2,8}){0,4}`, ...NATIONAL },
    // Mobile numbers as they are grouped.
    ...[String.raw`07\d{3} \d{6}`, String.raw`07\d{3} \d{3} \d{3}`].map(
      (pattern): FormSpec => ({ pattern, keywordMode: 'none', falseAccept: 0.0001, validator: unlabelledPhone(44, 'zero') }),
    ),
    { pattern: String.raw`\(0[1-35789]\d{1,4}\)[ .-]?\d{2,8}(?:[ .-]\d{2,8}){0,2}`, ...NATIONAL },
    { pattern: String.raw`0044\d{0,11}(?:${GROUP_GAP}\d{1,11}){0,6}`, ...NATIONAL, tagFrom: 14 },
  ],
  boundary: 'digit',
  falseAccept: 0.008,
  keywords: { mode: 'none', words: [...PHONE_WORDS, 'telephone no', 'mobile no', 'switchboard'] },
  validator: internationalPhone(44),
  reserved: impersonalPhone(44, 'zero'),
  reservedCountsInFields: true,
  normal: 'digits',
  // Numbers of ten digits are the few of some old area codes.
  tagFrom: 11,
  examples: {
    match: [
      '«+44 20 7219 3000»',
      '«+44 (0)20 7219 3000»',
      '«+447400123456»',
      'tel «020 7219 3000»',
      'phone: «(020) 7219 3000»',
      'mobile «07400 123456»',
      'on «07400 123 456» until six',
      'telephone «0044 20 7219 3000»',
      { column: 'mobile', cell: '«07400123456»' },
    ],
    noMatch: [
      ['020 7219 3000', 'keyword: no country code and no keyword'],
      ['tel 020 7219', 'validator: too short'],
      ['tel 04400 123456', 'pattern: 04 is not in use'],
    ],
  },
  references: [PHONE_NUMBERING, 'Ofcom: numbers for drama use', MACIE_PII],
});
