/** National numbers of the United Arab Emirates, Saudi Arabia and Egypt. */
import { egyptNationalId } from '../../validators/egypt-national-id.js';
import { emiratesId } from '../../validators/emirates-id.js';
import { saudiId } from '../../validators/saudi-id.js';
import { defineDetector } from '../define.js';

export const unitedArabEmiratesIdentityNumber = defineDetector({
  id: 'UNITED_ARAB_EMIRATES_IDENTITY_NUMBER',
  name: 'Emirates ID number',
  category: 'pii',
  countries: ['AE'],
  regulations: [],
  severity: { 1: 'high' },
  // 784 is the country (ISO 3166-1), then the year of birth.
  forms: [String.raw`784-\d{4}-\d{7}-\d`, String.raw`784\d{12}`],
  boundary: 'digit',
  falseAccept: 2e-6,
  keywords: {
    mode: 'none',
    words: [
      'emirates id',
      'emiratesid',
      'uae id',
      'eid number',
      'eid no',
      'identity card number',
      'id number',
      'الهوية',
      'رقم الهوية',
    ],
  },
  validator: emiratesId,
  normal: 'digits',
  examples: {
    match: [
      'Emirates ID: «784-1985-1234567-3»',
      'Emirates ID: «784198712345671»',
      { column: 'emirates_id', cell: '«784-1985-1234567-3»' },
    ],
    noMatch: [
      ['Emirates ID: 784-1985-1234567-4', 'validator: the Luhn check digit is wrong'],
      ['Emirates ID: 784-1885-1234567-4', 'validator: nobody alive was born in 1885'],
    ],
  },
  references: ['Federal Authority for Identity, Citizenship, Customs and Port Security: Emirates ID'],
});

export const saudiArabiaNationalIdNumber = defineDetector({
  id: 'SAUDI_ARABIA_NATIONAL_ID_NUMBER',
  name: 'Saudi national identity and iqama number',
  category: 'pii',
  countries: ['SA'],
  regulations: [],
  severity: { 1: 'high' },
  // 1 for citizens, 2 for residents.
  forms: [String.raw`\d{10}`],
  boundary: 'digit',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'saudi id',
      'saudi national id',
      'national id number',
      'national id',
      'national_id',
      'iqama',
      'iqama number',
      'absher',
      'الهوية الوطنية',
      'رقم الهوية',
      'رقم الإقامة',
      'الإقامة',
    ],
  },
  validator: saudiId,
  normal: 'digits',
  // A digit of two, eight free ones: 2 × 10^8.
  space: 'small',
  examples: {
    match: ['Saudi ID: «1108420736»', { column: 'iqama_number', cell: '«2238471656»' }],
    noMatch: [
      ['Saudi ID: 1108420737', 'validator: the Luhn check digit is wrong'],
      ['Saudi ID: 3108420732', 'validator: the first digit is 1 or 2'],
      ['1108420736', 'keyword: none in reach'],
    ],
  },
  references: ['Saudi Ministry of Interior, Absher: national identity and residence permit (iqama) numbers'],
});

export const egyptNationalIdNumber = defineDetector({
  id: 'EGYPT_NATIONAL_ID_NUMBER',
  name: 'Egyptian national number',
  category: 'pii',
  countries: ['EG'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{14}`],
  boundary: 'digit',
  falseAccept: 0.0015,
  keywords: {
    mode: 'required',
    words: [
      'egyptian id',
      'egyptian national id',
      'egypt id',
      'national id',
      'national id number',
      'national number',
      'الرقم القومي',
      'رقم قومي',
      'بطاقة الرقم القومي',
    ],
  },
  validator: egyptNationalId,
  normal: 'digits',
  examples: {
    match: ['Egyptian national ID: «29001011234567»', { column: 'national_id', cell: '«30203150102345»' }],
    noMatch: [
      ['Egyptian national ID: 29002301234567', 'validator: there is no 30 February'],
      ['Egyptian national ID: 29001010534567', 'validator: no governorate 05'],
      ['29001011234567', 'keyword: none in reach'],
    ],
  },
  references: ['Egyptian Ministry of Interior, Civil Status Organization: the national number'],
});
