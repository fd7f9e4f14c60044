/** Indonesian NIK: place, birth date, serial; no check digit. */
import { indonesiaNik } from '../../validators/indonesia-nik.js';
import { defineDetector } from '../define.js';

export const indonesiaNationalIdentityNumber = defineDetector({
  id: 'INDONESIA_NATIONAL_IDENTITY_NUMBER',
  name: 'Indonesian NIK',
  category: 'pii',
  countries: ['ID'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{16}`, String.raw`\d{6} \d{6} \d{4}`],
  boundary: 'digit',
  falseAccept: 0.028,
  keywords: {
    mode: 'required',
    words: [
      'nik',
      'nomor induk kependudukan',
      'nomor ktp',
      'no ktp',
      'no. ktp',
      'ktp',
      'e ktp',
      'indonesian id',
      'kartu tanda penduduk',
    ],
  },
  validator: indonesiaNik,
  normal: 'digits',
  examples: {
    match: ['NIK: «3204110609970001»', 'No. KTP «317405 531288 0004»', { column: 'nik', cell: '«3174055312880004»' }],
    noMatch: [
      ['NIK: 3204113002970001', 'validator: there is no 30 February'],
      ['NIK: 2004110609970001', 'validator: no province 20'],
      ['NIK: 3204110609970000', 'validator: serial 0000'],
      ['3204110609970001', 'keyword: none in reach'],
    ],
  },
  references: ['Republic of Indonesia: Law 24 of 2013 on population administration; Peraturan Presiden 25/2008'],
});
