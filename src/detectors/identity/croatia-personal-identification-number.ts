/** Croatian personal identification number (OIB): eleven digits, ISO 7064 check digit. */
import { afterCountry } from '../../validators/country-prefix.js';
import { croatiaOib } from '../../validators/croatia-oib.js';
import { defineDetector } from '../define.js';

export const croatiaPersonalIdentificationNumber = defineDetector({
  id: 'CROATIA_PERSONAL_IDENTIFICATION_NUMBER',
  name: 'Croatian personal identification number (OIB)',
  category: 'pii',
  countries: ['HR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`, { pattern: String.raw`HR\d{11}`, validator: afterCountry(croatiaOib) }],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'oib',
      'osobni identifikacijski broj',
      'osobnog identifikacijskog broja',
      'porezni broj',
      'croatian personal identification number',
      'croatian tax number',
    ],
  },
  validator: croatiaOib,
  normal: 'digits',
  examples: {
    match: ['OIB: «32892041748»', 'OIB «HR75209612451»', { column: 'oib', cell: '«98877873010»' }],
    noMatch: [
      ['OIB: 32892041749', 'validator: the check digit is wrong'],
      ['OIB: 3289204174', 'pattern: ten digits only'],
      ['32892041748', 'keyword: none in reach'],
    ],
  },
  references: ['Zakon o osobnom identifikacijskom broju (NN 60/2008)', 'ISO/IEC 7064 MOD 11,10'],
});
