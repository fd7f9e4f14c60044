/** French phone number: nine digits behind +33, ten with the trunk zero, usually written in pairs. */
import { internationalPhone, nationalPhone, unlabelledPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { FRENCH_PHONE_WORDS, PHONE_NUMBERING, PHONE_WORDS, TRUNK_ZERO_FALSE_ACCEPT } from './phone-words.js';

const NATIONAL = { keywordMode: 'required', falseAccept: TRUNK_ZERO_FALSE_ACCEPT, validator: nationalPhone(33, 'zero') } as const;

export const francePhoneNumber = defineDetector({
  id: 'FRANCE_PHONE_NUMBER',
  name: 'Phone number, France',
  category: 'pii',
  countries: ['FR'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    String.raw`\+33[ .-]?[1-9]\d{8}`,
    String.raw`\+33[ .-]?[1-9](?:[ .-]\d{2}){4}`,
    String.raw`\+33[ .-]?\(0\)[ .-]?[1-9]\d{8}`,
    String.raw`\+33[ .-]?\(0\)[ .-]?[1-9](?:[ .-]\d{2}){4}`,
    { pattern: String.raw`0[1-9]\d{8}`, ...NATIONAL },
    // Five pairs: of seven such numbers in 2 GB of packages, libraries and texts, one counted from 1 to 5, and six were phones.
    {
      pattern: String.raw`0[1-9](?:[ .-]\d{2}){4}`,
      keywordMode: 'none',
      falseAccept: 0.0001,
      validator: unlabelledPhone(33, 'zero'),
    },
    { pattern: String.raw`0[1-9](?:[ .-]\d{2}){4}`, ...NATIONAL },
    { pattern: String.raw`0033[ .-]?[1-9]\d{8}`, ...NATIONAL },
    { pattern: String.raw`0033[ .-]?[1-9](?:[ .-]\d{2}){4}`, ...NATIONAL },
  ],
  boundary: 'digit',
  falseAccept: 0.009,
  keywords: { mode: 'none', words: [...PHONE_WORDS, ...FRENCH_PHONE_WORDS] },
  validator: internationalPhone(33),
  reserved: impersonalPhone(33, 'zero'),
  reservedCountsInFields: true,
  normal: 'digits',
  examples: {
    match: [
      '«+33612345678»',
      '«+33 6 12 34 56 78»',
      '«+33 (0)612345678»',
      '«+33 (0) 1 40 20 50 50»',
      'tél : «0612345678»',
      'joignable au «07 84 46 51 48».',
      'portable «06.12.34.56.78»',
      'tel «0033612345678»',
      'tel «0033 6 12 34 56 78»',
      { column: 'téléphone', cell: '«01 40 20 50 50»' },
    ],
    noMatch: [
      ['01 40 20 50 50', 'keyword: no country code and no keyword'],
      ['tel 0612345678901', 'boundary: a longer number'],
      ['téléphone 00 40 20 50 50', 'pattern: the digit behind the trunk zero is 1 to 9'],
    ],
  },
  references: [PHONE_NUMBERING, 'Arcep: decision 2018-0881, numbers for audiovisual works', MACIE_PII],
});
