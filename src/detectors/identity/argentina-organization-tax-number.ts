/** Argentine tax number of an organisation: prefix 30, 33 or 34, eight digits, check digit. */
import { argentinaCuit } from '../../validators/argentina-cuit.js';
import { defineDetector } from '../define.js';

export const argentinaOrganizationTaxNumber = defineDetector({
  id: 'ARGENTINA_ORGANIZATION_TAX_IDENTIFICATION_NUMBER',
  name: 'Argentine CUIT of an organisation',
  category: 'pii',
  countries: ['AR'],
  regulations: [],
  severity: { 1: 'medium', 100: 'high' },
  forms: [String.raw`3[034]\d{9}`, String.raw`3[034]-\d{8}-\d`, String.raw`3[034] \d{8} \d`],
  boundary: 'digit',
  falseAccept: 0.003,
  keywords: {
    mode: 'required',
    words: [
      'argentina taxpayer id',
      'clave única de identificación tributaria',
      'cuil',
      'c.u.i.l',
      'cuit',
      'c.u.i.t',
      'número de identificación fiscal',
      'número de contribuyente',
      'unified labor identification code',
      'cuit/cuil',
      'nro de cuit',
      'número de cuit',
      'clave unica de identificacion tributaria',
      'código único de identificación laboral',
      'codigo unico de identificacion laboral',
    ],
  },
  validator: argentinaCuit,
  normal: 'digits',
  examples: {
    match: ['CUIT: «30712345671»', 'CUIT «30-71234567-1»', 'CUIT «30 71234567 1»', { column: 'cuit', cell: '«30-71234567-1»' }],
    noMatch: [
      ['CUIT: 30-71234567-2', 'validator: the check digit is wrong'],
      ['CUIT: 31-71234567-1', 'pattern: no such prefix'],
      ['30-71234567-1', 'keyword: none in reach'],
    ],
  },
  references: ['AFIP: CUIT', 'Amazon Macie: managed data identifiers for personally identifiable information'],
});
