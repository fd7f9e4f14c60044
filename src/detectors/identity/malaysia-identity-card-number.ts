/** Malaysian MyKad number: birth date, place of birth, serial; no check digit. */
import { malaysiaNric } from '../../validators/malaysia-nric.js';
import { defineDetector } from '../define.js';

export const malaysiaIdentityCardNumber = defineDetector({
  id: 'MALAYSIA_IDENTITY_CARD_NUMBER',
  name: 'Malaysian identity card number (MyKad)',
  category: 'pii',
  countries: ['MY'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{6}-\d{2}-\d{4}`, String.raw`\d{12}`],
  digits: 12,
  boundary: 'digit',
  falseAccept: 0.033,
  keywords: {
    mode: 'required',
    words: [
      'mykad',
      'my kad',
      'mypr',
      'mykid',
      'malaysian ic',
      'nric',
      'ic number',
      'ic no',
      'ic no.',
      'kad pengenalan',
      'no kad pengenalan',
      'no kp',
    ],
  },
  validator: malaysiaNric,
  normal: 'digits',
  examples: {
    match: ['MyKad: «770305-02-1234»', { column: 'ic_no', cell: '«880714145678»' }],
    noMatch: [
      ['MyKad: 770230-02-1234', 'validator: there is no 30 February'],
      ['MyKad: 770305-17-1234', 'validator: no place of birth 17'],
      ['770305-02-1234', 'keyword: none in reach'],
    ],
  },
  references: ['National Registration Department of Malaysia: MyKad and state codes'],
});
