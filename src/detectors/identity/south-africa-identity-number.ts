/** South African identity number: birth date, serial, citizenship, Luhn check digit. */
import { southAfricaId } from '../../validators/south-africa-id.js';
import { defineDetector } from '../define.js';

export const southAfricaIdentityNumber = defineDetector({
  id: 'SOUTH_AFRICA_IDENTITY_NUMBER',
  name: 'South African identity number',
  category: 'pii',
  countries: ['ZA'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{13}`, String.raw`\d{6} \d{4} \d{2} \d`, String.raw`\d{6} \d{4} \d{3}`],
  digits: 13,
  boundary: 'digit',
  falseAccept: 0.0012,
  keywords: {
    mode: 'required',
    words: [
      'south african id',
      'south africa id',
      'rsa id',
      'sa id number',
      'sa id no',
      'said number',
      'identity number',
      'id number',
      'id no',
      'idnumber',
      'identiteitsnommer',
      'id nommer',
    ],
  },
  validator: southAfricaId,
  normal: 'digits',
  examples: {
    match: [
      'RSA ID: «7503305044089»',
      'Identity number «850714 5082 08 3»',
      'ID number «750330 5044 089»',
      { column: 'id_number', cell: '«9202295804085»' },
    ],
    noMatch: [
      ['RSA ID: 7503305044088', 'validator: the Luhn check digit is wrong'],
      ['RSA ID: 7513305044087', 'validator: there is no month 13'],
      ['7503305044089', 'keyword: none in reach'],
    ],
  },
  references: ['South African Department of Home Affairs: identity numbers; Identification Act 68 of 1997'],
});
