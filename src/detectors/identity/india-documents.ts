/** Indian tax registration (GSTIN), voter's card (EPIC) and passport. */
import { indiaEpic } from '../../validators/india-epic.js';
import { indiaGstin } from '../../validators/india-gstin.js';
import { defineDetector } from '../define.js';

/** Companies' registrations are public; those of sole traders hold their PAN. */
export const indiaGoodsAndServicesTaxNumber = defineDetector({
  id: 'INDIA_GOODS_AND_SERVICES_TAX_NUMBER',
  name: 'Indian goods and services tax number (GSTIN)',
  category: 'pii',
  countries: ['IN'],
  regulations: ['DPDP'],
  severity: { 1: 'medium' },
  forms: [String.raw`\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]`],
  boundary: 'word',
  falseAccept: 7e-4,
  keywords: {
    mode: 'none',
    words: ['gstin', 'gst', 'gst no', 'gst number', 'goods and services tax', 'gst registration', 'जीएसटी'],
  },
  validator: indiaGstin,
  normal: 'alnum',
  examples: {
    match: ['GSTIN: «27AAPFU0939F1ZV»', 'from «29ABCPD1234E1ZA» on', { column: 'gstin', cell: '«27AAPFU0939F1ZV»' }],
    noMatch: [
      ['GSTIN: 27AAPFU0939F1ZW', 'validator: the check character is wrong'],
      ['GSTIN: 77AAPFU0939F1ZV', 'validator: no state 77'],
      ['GSTIN: 27AAPFU0939F1YV', 'pattern: the fourteenth character is Z'],
    ],
  },
  references: ['Goods and Services Tax Network of India: structure of the GSTIN'],
});

export const indiaVoterIdNumber = defineDetector({
  id: 'INDIA_VOTER_ID_NUMBER',
  name: "Indian voter's card number (EPIC)",
  category: 'pii',
  countries: ['IN'],
  regulations: ['DPDP'],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]{3}\d{7}`],
  boundary: 'word',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'epic no',
      'epic number',
      'voter id',
      'voterid',
      'voter card',
      'voter number',
      "voter's id",
      'elector photo identity',
      'election card',
      'मतदाता',
      'voter identity',
      'voters id',
      'voter photo identity',
      'election id',
      'electoral photo identity',
      'epic',
      'epic id',
      'epic card',
      'voter card no',
    ],
  },
  validator: indiaEpic,
  normal: 'alnum',
  examples: {
    match: ['Voter ID: «WKH1186253»', { column: 'epic_number', cell: '«ABC1234566»' }],
    noMatch: [
      ['Voter ID: WKH1186254', 'validator: the Luhn check digit is wrong'],
      ['Voter ID: WK1186253', 'pattern: two letters'],
      ['WKH1186253', 'keyword: none in reach'],
    ],
  },
  references: ['Election Commission of India: elector photo identity card'],
});

export const indiaPassportNumber = defineDetector({
  id: 'INDIA_PASSPORT_NUMBER',
  name: 'Indian passport number',
  category: 'pii',
  countries: ['IN'],
  regulations: ['DPDP'],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]\d{7}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'indian passport',
      'india passport',
      'passport of india',
      'passport',
      'passport no',
      'passport number',
      'passport num',
      'passport#',
      'passportnumber',
      'पासपोर्ट',
    ],
  },
  normal: 'alnum',
  // A letter and seven digits: 2.6 × 10^8.
  space: 'small',
  examples: {
    match: [
      'Indian passport: «K1234567»',
      'Passport : «T5122311» valid till 2033',
      { column: 'passport_no', cell: '«Z4829103»' },
    ],
    noMatch: [
      ['Indian passport: K123456', 'pattern: six digits'],
      ['K1234567', 'keyword: none in reach'],
    ],
  },
  references: ['Ministry of External Affairs of India: passport numbers; ICAO Doc 9303'],
});
