/** Romanian personal numeric code (CNP): sex, birth date, county, serial, check digit. */
import { romaniaCnp } from '../../validators/romania-cnp.js';
import { defineDetector } from '../define.js';

export const romaniaPersonalNumericCode = defineDetector({
  id: 'ROMANIA_PERSONAL_NUMERIC_CODE',
  name: 'Romanian personal numeric code (CNP)',
  category: 'pii',
  countries: ['RO'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{13}`],
  boundary: 'digit',
  falseAccept: 0.002,
  keywords: {
    mode: 'required',
    words: [
      'cnp',
      'c.n.p.',
      'cod numeric personal',
      'codul numeric personal',
      'codului numeric personal',
      'cod numeric',
      'romanian personal numeric code',
      'romanian personal identification number',
    ],
  },
  validator: romaniaCnp,
  normal: 'digits',
  examples: {
    match: ['CNP: «2680209365946»', 'cod numeric personal «1930211239429»', { column: 'cnp', cell: '«2780908372488»' }],
    noMatch: [
      ['CNP: 2680209365947', 'validator: the check digit is wrong'],
      ['CNP: 2680209605946', 'validator: there is no county 60'],
      ['2680209365946', 'keyword: none in reach'],
    ],
  },
  references: ['OUG 97/2005 privind evidența, domiciliul, reședința și actele de identitate ale cetățenilor români'],
});
