/** Colombian tax number of an organisation: nine digits from 8 or 9, hyphen, check digit. */
import { colombiaNit } from '../../validators/colombia-nit.js';
import { defineDetector } from '../define.js';

export const colombiaOrganizationNit = defineDetector({
  id: 'COLOMBIA_ORGANIZATION_NIT_NUMBER',
  name: 'Colombian NIT of an organisation',
  category: 'pii',
  countries: ['CO'],
  regulations: [],
  severity: { 1: 'medium', 100: 'high' },
  forms: [String.raw`[89]\d{8}-\d`, String.raw`[89]\d{2}\.\d{3}\.\d{3}-\d`],
  boundary: 'digit',
  falseAccept: 0.02,
  keywords: {
    mode: 'required',
    words: [
      'nit',
      'nit.',
      'nit#',
      'n.i.t.',
      'número de identificación tributaria',
      'numero de identificacion tributaria',
      'nit no',
    ],
  },
  validator: colombiaNit,
  normal: 'digits',
  // Nine digits that begin with 8 or 9 decide the tenth: 2 × 10^8.
  space: 'small',
  examples: {
    match: ['NIT: «860034313-7»', 'NIT «900.123.456-8»', { column: 'nit', cell: '«900123456-8»' }],
    noMatch: [
      ['NIT 860034313-8', 'validator: the check digit is wrong'],
      ['NIT 760034313-7', 'pattern: begins with 7'],
      ['860034313-7', 'keyword: none in reach'],
    ],
  },
  references: [
    'DIAN: Orden Administrativa 4 de 1989',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
