/** Hong Kong identity card number: one or two letters, six digits, a check character in brackets or without them. */
import { hongKongId } from '../../validators/hong-kong-id.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const hongKongIdentityCardNumber = defineDetector({
  id: 'HONG_KONG_IDENTITY_CARD_NUMBER',
  name: 'Hong Kong identity card number (HKID)',
  category: 'pii',
  countries: ['HK'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`[A-Z]\d{6}\([0-9A-Z]\)`, hongKongId),
    inSentences(String.raw`[A-Z]{2}\d{6}\([0-9A-Z]\)`, hongKongId),
    String.raw`[A-Z]\d{6}\([0-9A-Z]\)`,
    String.raw`[A-Z]{2}\d{6}\([0-9A-Z]\)`,
    String.raw`[A-Z]\d{6}[0-9A-Z]`,
    String.raw`[A-Z]{2}\d{6}[0-9A-Z]`,
  ],
  boundary: 'word',
  falseAccept: 0.092,
  keywords: {
    mode: 'required',
    words: [
      'hkid',
      'hkid no',
      'hkic',
      'hong kong id',
      'hong kong identity',
      'identity card',
      'id card',
      'id no',
      'id number',
      '身份證',
      '身份證號碼',
      '香港身份證',
    ],
  },
  validator: hongKongId,
  normal: 'alnum',
  // A letter and six digits: 3 × 10^7, twenty-six times that with two letters, which few have.
  space: 'small',
  examples: {
    match: [
      'Mr Chan, «A123456(3)», signed',
      'HKID: «A123456(3)»',
      'HKID «AB987654(3)»',
      'HKID «G123456(A)»',
      '身份證號碼 «C6686689»',
      'hkid «WX1234569»',
      { column: 'hkid', cell: '«Z683365A»' },
    ],
    noMatch: [
      ['HKID: A123456(4)', 'validator: the check character is wrong'],
      ['HKID: A12345(3)', 'pattern: five digits'],
      ['A123456(3)', 'keyword: none in reach'],
    ],
  },
  references: ['Immigration Department of Hong Kong: identity card number and check digit'],
});
