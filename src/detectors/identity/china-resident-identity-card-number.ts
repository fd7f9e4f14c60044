/** Chinese resident identity card number: region, birth date, serial, check character. */
import { chinaResidentIdentity } from '../../validators/china-ric.js';
import { defineDetector } from '../define.js';

export const chinaResidentIdentityCardNumber = defineDetector({
  id: 'CHINA_RESIDENT_IDENTITY_CARD_NUMBER',
  name: 'Chinese resident identity card number',
  category: 'pii',
  countries: ['CN'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{18}`, String.raw`\d{17}[Xx]`],
  boundary: 'word',
  falseAccept: 2e-5,
  // Region, date and check character leave so little to chance that a number speaks for itself.
  keywords: {
    mode: 'none',
    words: [
      'resident identity card',
      'chinese id',
      'china id',
      'prc id',
      'id card',
      'id number',
      'shenfenzheng',
      'sfz',
      '身份证',
      '身份证号',
      '身份证号码',
      '公民身份号码',
      '居民身份证',
      '身分證',
      '證件號碼',
      '证件号码',
    ],
  },
  validator: chinaResidentIdentity,
  normal: 'alnum',
  // Of what looks like a number one in sixty thousand is one: too few for the count of what a tag would leave, so there is none.
  space: 'small',
  examples: {
    match: [
      '身份证号：«11010519491231002X»',
      'from «440308199012034516» on',
      { column: 'id_card', cell: '«320102198507142622»' },
    ],
    noMatch: [
      ['身份证号：110105194912310021', 'validator: the check character is wrong'],
      ['身份证号：44030819900230451X', 'validator: there is no 30 February'],
      ['身份证号：99010519491231002X', 'validator: no region 99'],
    ],
  },
  references: ['GB 11643-1999, citizen identification number; GB/T 2260, codes of the administrative divisions'],
});
