/** Swedish personnummer and coordination number: birth date, serial, Luhn check digit. */
import { swedenBirthNumber, swedenPersonnummer } from '../../validators/sweden-personnummer.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const swedenPersonalIdentityNumber = defineDetector({
  id: 'SWEDEN_PERSONAL_IDENTITY_NUMBER',
  name: 'Swedish personnummer',
  category: 'pii',
  countries: ['SE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`, swedenBirthNumber),
    inSentences(String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`, swedenBirthNumber),
    String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`,
    String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])\+\d{4}`,
    String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])\d{4}`,
    String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`,
    String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])\d{4}`,
  ],
  boundary: 'digit',
  falseAccept: 0.008,
  keywords: {
    mode: 'required',
    words: [
      'personnummer',
      'person nummer',
      'samordningsnummer',
      'swedish personal identity number',
      'personal identity number',
      'personal number sweden',
      'födelsenummer',
      'personnr',
      'person nr',
      'pers.nr',
      'persnr',
      'pnr',
      'personnumret',
      'personnumren',
      'samordningsnr',
      'swedish personal number',
      'swedish ssn',
      'personbeteckning',
    ],
  },
  validator: swedenPersonnummer,
  normal: 'digits',
  // A birthday and three digits: 10^8 with coordination numbers, 4 × 10^7 without, in each century.
  space: 'small',
  examples: {
    match: [
      'Annika «811228-9874» ringde igen',
      'Personnummer: «811228-9874»',
      'personnummer «811228+9874»',
      'personnummer «8507141235»',
      'personnummer «19850714-1235»',
      { column: 'personnummer', cell: '«198507141235»' },
    ],
    noMatch: [
      ['Hansen (070761-4285) ringede', 'keyword: none, and the day is raised by 60'],
      ['Personnummer: 811228-9875', 'validator: the check digit is wrong'],
      ['Personnummer: 810230-9872', 'validator: there is no 30 February'],
      ['811228-9874', 'keyword: none in reach'],
    ],
  },
  references: ['Skatteverket: personnummer, SKV 704'],
});
