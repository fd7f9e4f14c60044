/** Italian phone number: landlines keep their leading zero in every writing, mobile numbers begin with 3. */
import { internationalPhone, nationalPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { GROUP_GAP, ITALIAN_PHONE_WORDS, PHONE_NUMBERING, PHONE_WORDS, TRUNK_ZERO_FALSE_ACCEPT } from './phone-words.js';

const NATIONAL = { keywordMode: 'required', falseAccept: TRUNK_ZERO_FALSE_ACCEPT, validator: nationalPhone(39, 'none') } as const;

export const italyPhoneNumber = defineDetector({
  id: 'ITALY_PHONE_NUMBER',
  name: 'Phone number, Italy',
  category: 'pii',
  countries: ['IT'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: String.raw`\+39\d{0,11}(?:${GROUP_GAP}\d{1,11}){0,5}`, ends: 'groups', tagFrom: 11 },
    { pattern: String.raw`0[1-9]\d{0,3}(?:[ ./-]\d{1,8}){1,3}`, ends: 'groups', ...NATIONAL },
    { pattern: String.raw`0[1-9]\d{6,9}`, ...NATIONAL },
    { pattern: String.raw`3\d{8,9}`, ...NATIONAL },
    // A single dot is a decimal point (`388.329987`).
    { pattern: String.raw`3\d{2}[ /-]\d{6,7}`, ...NATIONAL },
    { pattern: String.raw`3\d{2}[ ./-]\d{3}[ ./-]\d{3,4}`, ...NATIONAL },
    { pattern: String.raw`3\d{2}[ ./-]\d{2}[ ./-]\d{2}[ ./-]\d{3}`, ...NATIONAL },
  ],
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: { mode: 'none', words: [...PHONE_WORDS, ...ITALIAN_PHONE_WORDS] },
  validator: internationalPhone(39),
  reserved: impersonalPhone(39, 'none', [44, 49]),
  reservedCountsInFields: true,
  normal: 'digits',
  tagFrom: 9,
  examples: {
    match: [
      '«+39 06 6982 1234»',
      '«+393331234567»',
      'tel. «06 6982 1234»',
      'telefono «0669821234»',
      'cellulare «3331234567»',
      'cellulare: «333 1234567»',
      'cellulare «333.123.4567»',
      'cellulare «333 12 34 567»',
      { column: 'telefono', cell: '«02/72001234»' },
    ],
    noMatch: [
      ['telefono, il 11/06/2025 11:02', 'validator: the rest of a date'],
      ['tel, seen 09:50:08.514088', 'validator: the fraction of a second'],
      ['333 1234567', 'keyword: no country code and no keyword'],
      ['telefono 33312345678', 'boundary: a longer number'],
      ['+39 333', 'validator: too short'],
      [{ column: 'phoneNumber', cell: '03-10-2007' }, 'validator: a date'],
      ['telefono 0419 452 421', 'validator: parted behind 0419, and 041 is an area code'],
      ['telefono, 12:54:02 2018', 'validator: too short'],
      ['cellulare 388.329987', 'pattern: a decimal fraction'],
    ],
  },
  references: [PHONE_NUMBERING, MACIE_PII],
});
