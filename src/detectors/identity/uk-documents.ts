/** UK passports and driving licences. */
import { isSpecimenDriverNumber, ukDriverNumber } from '../../validators/uk-driving-licence.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { DRIVING_LICENCE_WORDS } from './driving-licence-words.js';

export const ukPassportNumber = defineDetector({
  id: 'UK_PASSPORT_NUMBER',
  name: 'Passport number, UK',
  category: 'pii',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [String.raw`\d{9}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'passeport #',
      'passeport n °',
      'passeport non',
      'passeportn °',
      'passport #',
      'passport no',
      'passport number',
      'passport#',
      'passportid',
      'passport num',
      'uk passport',
      'british passport',
    ],
  },
  normal: 'digits',
  examples: {
    match: ['Passport number: «533401372»', { column: 'passport_no', cell: '«107618253»' }],
    noMatch: [
      ['passport number 53340137', 'pattern: nine digits'],
      ['passport number 533401372A', 'boundary: part of a longer identifier'],
      ['533401372', 'keyword: no keyword in reach'],
    ],
  },
  references: ['HM Passport Office: passport number on the photo page; ICAO Doc 9303', MACIE_PII],
});

/** Surname padded with 9, decade, month (plus 50 for women), day, year digit, initials, check characters. */
const DRIVER_SURNAME = '(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999)';
const DRIVER_BIRTH = String.raw`\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d`;
const DRIVER_TAIL = '(?:[A-Z]{2}|[A-Z]9|99)[0-9A-Z][A-Z]{2}';

export const ukDriversLicense = defineDetector({
  id: 'UK_DRIVERS_LICENSE',
  name: 'Driving licence number, UK',
  category: 'pii',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    { pattern: `${DRIVER_SURNAME}${DRIVER_BIRTH}${DRIVER_TAIL}`, validator: ukDriverNumber },
    { pattern: String.raw`${DRIVER_SURNAME}${DRIVER_BIRTH}${DRIVER_TAIL}\d{2}`, validator: ukDriverNumber },
    // Northern Ireland.
    { pattern: String.raw`\d{8}`, falseAccept: 1 },
  ],
  boundary: 'token',
  falseAccept: 0.07,
  keywords: { mode: 'required', words: [...DRIVING_LICENCE_WORDS, 'driver number', 'licence number', 'trwydded yrru'] },
  reserved: isSpecimenDriverNumber,
  normal: 'alnum',
  examples: {
    match: [
      'driving licence «BRAMW602145KL9TX»',
      'driving licence «LEE99855319M99AB42»',
      'driving licence «40718263»',
      { column: 'driving_licence', cell: '«OSULL952047JA8WB»' },
    ],
    noMatch: [
      ['driving licence BRAMW613145KL9TX', 'pattern: there is no month 13'],
      ['driving licence BRAMW602305KL9TX', 'validator: there is no 30 February'],
      ['BRAMW602145KL9TX', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Driver and Vehicle Licensing Agency: driver number format (INF1D, licence specimens)', MACIE_PII],
});
