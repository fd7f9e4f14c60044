/** South Korean registration numbers of citizens and of foreigners. */
import { koreaForeigner, koreaResident } from '../../validators/korea-rrn.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const southKoreaResidentRegistrationNumber = defineDetector({
  id: 'SOUTH_KOREA_RESIDENT_REGISTRATION_NUMBER',
  name: 'South Korean resident registration number (RRN)',
  category: 'pii',
  countries: ['KR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [inSentences(String.raw`\d{6}-\d{7}`, koreaResident), String.raw`\d{6}-\d{7}`, String.raw`\d{13}`],
  digits: 13,
  boundary: 'digit',
  falseAccept: 0.011,
  keywords: {
    mode: 'required',
    words: [
      'resident registration number',
      'resident registration no',
      'korean resident registration',
      'jumin',
      'jumin number',
      'rrn',
      '주민등록번호',
      '주민번호',
      '주민등록',
    ],
  },
  validator: koreaResident,
  normal: 'digits',
  examples: {
    match: [
      'Kim Minji («850101-1234566») moved in',
      'RRN: «850101-1234566»',
      '주민등록번호 «971013-2019903»',
      // Without check digit, as numbers since October 2020 are.
      'jumin «8501011234569»',
      { column: '주민번호', cell: '«040229-3058127»' },
    ],
    noMatch: [
      ['RRN: 850230-1234566', 'validator: there is no 30 February'],
      ['RRN: 850101-9234566', 'validator: 9 was for births before 1900'],
      ['850101-1234566', 'keyword: none in reach'],
    ],
  },
  references: ['Ministry of the Interior and Safety of Korea: Enforcement Rule of the Resident Registration Act'],
});

export const southKoreaForeignerRegistrationNumber = defineDetector({
  id: 'SOUTH_KOREA_FOREIGNER_REGISTRATION_NUMBER',
  name: 'South Korean foreigner registration number',
  category: 'pii',
  countries: ['KR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [inSentences(String.raw`\d{6}-\d{7}`, koreaForeigner), String.raw`\d{6}-\d{7}`, String.raw`\d{13}`],
  digits: 13,
  boundary: 'digit',
  falseAccept: 0.011,
  keywords: {
    mode: 'required',
    words: [
      'alien registration number',
      'alien registration card',
      'foreigner registration number',
      'foreign registration number',
      'residence card number',
      'jumin',
      'rrn',
      '외국인등록번호',
      '외국인등록',
      '주민번호',
    ],
  },
  validator: koreaForeigner,
  normal: 'digits',
  examples: {
    match: [
      'Mr. Nguyen («880714-5123450») moved in',
      'Alien registration number: «880714-5123450»',
      '외국인등록번호 «9205176134083»',
      { column: 'foreigner_registration_number', cell: '«920517-6134083»' },
    ],
    noMatch: [
      ['Alien registration number: 880732-5123450', 'validator: there is no day 32'],
      ['Alien registration number: 880714-0123450', 'validator: 0 was for births before 1900'],
      ['880714-5123450', 'keyword: none in reach'],
    ],
  },
  references: ['Korea Immigration Service: alien registration; Enforcement Decree of the Immigration Act'],
});
