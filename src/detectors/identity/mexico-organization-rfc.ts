/** Mexican taxpayer number of an organisation: three letters, date of foundation, three characters. `&` and Ñ, which stand for letters in few, are left out: no place is marked by them. */
import { mexicoRfc } from '../../validators/mexico-rfc.js';
import { defineDetector } from '../define.js';

const DAY = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;

export const mexicoOrganizationRfc = defineDetector({
  id: 'MEXICO_ORGANIZATION_RFC_NUMBER',
  name: 'Mexican RFC of an organisation',
  category: 'pii',
  countries: ['MX'],
  regulations: [],
  severity: { 1: 'medium', 100: 'high' },
  forms: [String.raw`[A-Z]{3}\d{2}${DAY}[1-9A-V][1-9A-Z][0-9A]`],
  boundary: 'word',
  falseAccept: 0.037,
  keywords: {
    mode: 'required',
    words: [
      'código del registro federal de contribuyentes',
      'identificación de impuestos',
      'identificacion de impuestos',
      'impuesto al valor agregado',
      'iva',
      'iva#',
      'i.v.a.',
      'registro federal de contribuyentes',
      'rfc',
      'rfc#',
      'r.f.c.',
      'registro federal',
      'clave rfc',
      'rfc con homoclave',
    ],
  },
  validator: mexicoRfc,
  normal: 'alnum',
  examples: {
    match: ['RFC: «ABC1205142X9»', { column: 'rfc', cell: '«ABC1205142X9»' }],
    noMatch: [
      ['RFC: ABC1213142X9', 'pattern: no month 13'],
      ['RFC: ABC1202302X9', 'validator: there is no 30 February'],
      ['ABC1205142X9', 'keyword: none in reach'],
    ],
  },
  references: [
    'SAT: estructura de la clave del RFC',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
