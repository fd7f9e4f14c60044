/**
 * Phone number of any country without a sheet of its own, with `+` or, beside a keyword, `00` and the calling code; in national writing
 * only where its column or field is called a phone number.
 */
import { labelledImpersonalPhone, labelledPhone } from '../../validators/labelled-phone.js';
import { namedPhone, otherDialledPhone, otherInternationalPhone } from '../../validators/phone-number.js';
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

/** Stated above the share of the national sheets, so that those which know a number as theirs win. */
/** Not inside a number that goes on with a sign: those of North America hold three more that look like one. */
const LABELLED = {
  boundary: 'base64',
  keywordMode: 'required',
  falseAccept: 0.95,
  validator: labelledPhone,
  tagFrom: 10,
} as const;

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
    // National writing near a word for a phone: its check knows the groups of each country.
    {
      pattern: String.raw`\(?\d{1,5}(?:[ ./-]|\)[ ./-]?)\d{2,8}(?:[ ./-]\d{2,8}){0,4}`,
      ...LABELLED,
      ends: 'groups',
    },
    { pattern: String.raw`\d{8,11}`, ...LABELLED },
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
      ...['ph', 'puh', 'fono', 'natel'],
    ],
  },
  validator: otherInternationalPhone,
  reserved: labelledImpersonalPhone,
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
      'Telefoon: «06-93478010»',
      'Tel. «22 635 12 34»',
      'tel. kom. «512 345 678»',
      'Tlf. «33 14 52 36»',
      'Mobiltelefon «070-193 45 67»',
      'puhelin «040 123 4567»',
      'Telemóvel: «912 345 678»',
      'Ph: «98765 43210»',
      'Mobile: «7876543210»',
      'Phone: «(02) 9374 4000»',
      'gsm «0470 12 34 56»',
      'Cel: «300 765 4321»',
      'Fono: «9 8765 4321»',
      'please call «9123 4567»',
      '電話 «03-3580-3311»',
      '전화: «010-3141-5926»',
      '联系手机号«13962597888»，请',
      { column: 'msisdn_a', cell: '«573006321415»' },
      { column: 'Tel. rodzica', cell: '«795725228»' },
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
      ['Tel. order 4711 2345', 'validator: another word before it'],
      ['Tel. 20240315', 'validator: a date'],
      ['phone 555 123 4567', 'validator: no area code'],
      ['phone 4711-23456', 'validator: no such groups'],
      ['Ph: 319-277-4471', 'validator: parted as in North America'],
      ['phones of 2023 0471 12 34 56', 'validator: it began before'],
      [{ column: 'phone_model', cell: '91192743' }, 'keyword: the header is about a phone'],
      [{ column: 'phone', cell: '2024-03-15' }, 'validator: a date'],
      [{ column: 'phone', cell: '0161 496 0066' }, 'validator: set aside for fiction'],
    ],
  },
  references: [PHONE_NUMBERING, 'ACMA, PTS, ComReg: numbers for creative works'],
});
