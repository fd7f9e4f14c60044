/**
 * Phone number of any country without a sheet of its own, with `+` or, beside a keyword, `00` and the calling code; in national writing
 * only where its column or field is called a phone number.
 */
import { namedPhone, otherDialledPhone, otherFictitiousPhone, otherInternationalPhone } from '../../validators/phone-number.js';
import { defineDetector } from '../define.js';
import {
  FRENCH_PHONE_WORDS,
  GERMAN_PHONE_WORDS,
  GROUP_GAP,
  OTHER_PHONE_WORDS,
  PHONE_FIELD_WORDS,
  PHONE_NUMBERING,
  PHONE_WORDS,
  PORTUGUESE_PHONE_WORDS,
  SPANISH_PHONE_WORDS,
} from './phone-words.js';

/** Beginnings of calling codes but 1, 33, 34, 39, 44, 49 and 55, which have sheets of their own: those never get as far as RE2. */
const OTHER_CODE = '(?:7|[2689]\\d|3[0-25-8]|4[0-35-8]|5[0-46-9])';

export const internationalPhoneNumber = defineDetector({
  id: 'INTERNATIONAL_PHONE_NUMBER',
  name: 'Phone number with calling code, other countries',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'APPI', 'DPDP'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: String.raw`\+${OTHER_CODE}\d{0,13}(?:${GROUP_GAP}\d{1,12}){0,6}`, ends: 'groups', tagFrom: 10 },
    {
      pattern: String.raw`00${OTHER_CODE}\d{1,13}(?:${GROUP_GAP}\d{1,12}){0,6}`,
      ends: 'groups',
      keywordMode: 'required',
      falseAccept: 0.14,
      validator: otherDialledPhone,
    },
    {
      // What a field that is called a phone number may hold at all; its check knows how numbers and extensions are written.
      pattern: String.raw`[\d ()+./EXetx-]{7,41}`,
      keywordMode: 'named',
      whole: PHONE_FIELD_WORDS,
      falseAccept: 0.95,
      validator: namedPhone,
      tagFrom: 10,
    },
  ],
  boundary: 'digit',
  // Random digits behind `+`, 8 to 15 in number: 1 in 25 on average, 1 in 7 with 11 digits.
  falseAccept: 0.14,
  keywords: {
    mode: 'none',
    words: [
      ...PHONE_WORDS,
      ...GERMAN_PHONE_WORDS,
      ...FRENCH_PHONE_WORDS,
      ...SPANISH_PHONE_WORDS,
      ...PORTUGUESE_PHONE_WORDS,
      ...OTHER_PHONE_WORDS,
      ...PHONE_FIELD_WORDS,
    ],
  },
  validator: otherInternationalPhone,
  reserved: otherFictitiousPhone,
  reservedCountsInFields: true,
  normal: 'digits',
  tagFrom: 12,
  examples: {
    match: [
      '«+41 44 668 18 00»',
      '«+81-3-3580-3311»',
      '«+353 (0)1 677 3000»',
      'phone «00351 21 391 9000»',
      'tel.: [mobil]«+46812345678»',
      'const phone = "«+46812345678»";',
      { column: 'phone', cell: '«+919876543210»' },
      { column: 'Numer telefonu', cell: '«502 572 052»' },
      { column: 'mobile_number', cell: '«91192743»' },
      { column: 'phone', cell: '«(351) 931 303 601»' },
      { column: 'phone', cell: '«(+57)3037335731»' },
    ],
    noMatch: [
      ['UTC+0100', 'pattern: no calling code begins with 0'],
      ['+999 1234 5678', 'validator: 999 is not assigned'],
      ["Decimal('+35236450.6')", 'validator: a decimal fraction'],
      ['CA +5333-11328 America/Edmonton', 'validator: a position of ISO 6709'],
      ['00351 21 391 9000', 'keyword: 00 needs a keyword'],
      [{ column: 'phone_model', cell: '91192743' }, 'keyword: the header is about a phone'],
      [{ column: 'phone', cell: '2024-03-15' }, 'validator: a date'],
      [{ column: 'phone', cell: '0161 496 0066' }, 'validator: set aside for fiction'],
    ],
  },
  references: [PHONE_NUMBERING, 'ACMA, PTS, ComReg: numbers for creative works'],
});
