/** German phone number. The plan is open, so lengths and groups vary: the end is the last digit group that makes a number. */
import { internationalPhone, nationalPhone } from '../../validators/phone-number.js';
import { impersonalPhone } from '../../validators/phone-service.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { GERMAN_PHONE_WORDS, GROUP_GAP, PHONE_NUMBERING, PHONE_WORDS, TRUNK_ZERO_FALSE_ACCEPT } from './phone-words.js';

const NATIONAL = {
  keywordMode: 'required',
  ends: 'groups',
  falseAccept: TRUNK_ZERO_FALSE_ACCEPT,
  validator: nationalPhone(49, 'zero'),
} as const;

export const germanyPhoneNumber = defineDetector({
  id: 'GERMANY_PHONE_NUMBER',
  name: 'Phone number, Germany',
  category: 'pii',
  countries: ['DE'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: String.raw`\+49\d{0,13}(?:${GROUP_GAP}\d{1,13}){0,6}`, ends: 'groups' },
    // Behind an area code, the slash has spaces beside it as often as not (`089 / 13 42 64`).
    { pattern: String.raw`0[1-9]\d{1,11}(?:(?:[ .-]| ?/ ?)\d{1,9}){0,5}`, ...NATIONAL },
    { pattern: String.raw`\(0[1-9]\d{1,4}\)[ ./-]?\d{1,9}(?:[ ./-]\d{1,9}){0,4}`, ...NATIONAL, tagFrom: 11 },
    { pattern: String.raw`0049\d{0,13}(?:${GROUP_GAP}\d{1,13}){0,6}`, ...NATIONAL, falseAccept: 0.009, tagFrom: 12 },
  ],
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: { mode: 'none', words: [...PHONE_WORDS, ...GERMAN_PHONE_WORDS] },
  validator: internationalPhone(49),
  reserved: impersonalPhone(49, 'zero', [44]),
  reservedCountsInFields: true,
  normal: 'digits',
  tagFrom: 10,
  examples: {
    match: [
      '«+49 30 18681 0», Fax',
      '«+49 (0)171 8362 159»',
      '«+4917183621590»',
      'Tel. «030/186810»',
      'Tel. «089 / 13 42 64 80», mobil',
      'Telefon: «(0221) 4711 815»',
      'Handy «0171 8362159»',
      'Telefon «0049 30 186810»',
      { column: 'telefon', cell: '«0171-8362159»' },
    ],
    noMatch: [
      ['0171 8362159', 'keyword: no country code and no keyword'],
      ['Telefon 0171', 'validator: an area code alone'],
      ['phone 0808 101 1199', 'validator: no German area code'],
      ['+49 1', 'validator: too short'],
      ['GG +492717-0023210 Europe/Guernsey', 'validator: a position of ISO 6709'],
    ],
  },
  references: [PHONE_NUMBERING, 'Bundesnetzagentur: numbers for media productions', MACIE_PII],
});
