/** Mexican taxpayer number of a person: four letters, birth date, three characters. Names with Ñ are written with X or N in many systems; Ñ itself is left out. */
import { mexicoRfc } from '../../validators/mexico-rfc.js';
import { defineDetector } from '../define.js';

const DAY = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;

export const mexicoIndividualRfc = defineDetector({
  id: 'MEXICO_INDIVIDUAL_RFC_NUMBER',
  name: 'Mexican RFC of a person',
  category: 'pii',
  countries: ['MX'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[A-Z]{4}\d{2}${DAY}[1-9A-V][1-9A-Z][0-9A]`],
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
    match: ['RFC: «GODE561231GR8»', { column: 'rfc', cell: '«GOMC8507142X3»' }],
    noMatch: [
      ['RFC: GODE561331GR8', 'pattern: no month 13'],
      ['RFC: XAXX010101000', 'pattern: a homoclave has no 0; this is the number for the general public'],
      ['RFC: GODE560230GR8', 'validator: there is no 30 February'],
      ['GODE561231GR8', 'keyword: none in reach'],
    ],
  },
  references: [
    'SAT: estructura de la clave del RFC',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
