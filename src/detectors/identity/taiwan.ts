/** Taiwanese numbers of nationals and of residents, old and new form. */
import { taiwanNational, taiwanResident } from '../../validators/taiwan-id.js';
import { defineDetector } from '../define.js';

export const taiwanNationalIdNumber = defineDetector({
  id: 'TAIWAN_NATIONAL_ID_NUMBER',
  name: 'Taiwanese national identification number',
  category: 'pii',
  countries: ['TW'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]\d{9}`],
  boundary: 'word',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'taiwan id',
      'taiwanese id',
      'national id',
      'national identification',
      'identity card number',
      'id number',
      '身分證',
      '身分證字號',
      '身份證字號',
      '國民身分證',
      '統一編號',
    ],
  },
  validator: taiwanNational,
  normal: 'alnum',
  // Twenty-six letters, two sexes, seven free digits, in shapes that a preview does not tell apart: 5 × 10^8.
  examples: {
    match: ['身分證字號：«A123456789»', { column: 'national_id', cell: '«F203948578»' }],
    noMatch: [
      ['身分證字號：A123456788', 'validator: the check digit is wrong'],
      ['身分證字號：A323456781', 'validator: the second place is 1 or 2'],
      ['A123456789', 'keyword: none in reach'],
    ],
  },
  references: ['Department of Household Registration of Taiwan: national identification number'],
});

export const taiwanResidentNumber = defineDetector({
  id: 'TAIWAN_RESIDENT_NUMBER',
  name: 'Taiwanese resident number (UI number)',
  category: 'pii',
  countries: ['TW'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]\d{9}`, String.raw`[A-Z]{2}\d{8}`],
  boundary: 'word',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'taiwan resident',
      'alien resident certificate',
      'resident certificate',
      'ui number',
      'uniform id number',
      'taiwan arc',
      '居留證',
      '居留證號碼',
      '統一證號',
      '統一編號',
    ],
  },
  validator: taiwanResident,
  normal: 'alnum',
  examples: {
    match: ['居留證號碼：«A800000014»', 'Alien resident certificate «AC01234567»', { column: '統一證號', cell: '«C937482017»' }],
    noMatch: [
      ['居留證號碼：A800000015', 'validator: the check digit is wrong'],
      ['居留證號碼：AE01234567', 'validator: the second letter is A to D'],
      ['A800000014', 'keyword: none in reach'],
    ],
  },
  references: ['National Immigration Agency of Taiwan: new UI number since 2021'],
});
