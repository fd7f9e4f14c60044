/** Paraguayan taxpayer number: the identity card's number with a check digit behind it. */
import { paraguayRuc } from '../../validators/paraguay-ruc.js';
import { defineDetector } from '../define.js';

export const paraguayRucNumber = defineDetector({
  id: 'PARAGUAY_RUC_NUMBER',
  name: 'Paraguayan taxpayer number (RUC)',
  category: 'pii',
  countries: ['PY'],
  regulations: [],
  severity: { 1: 'medium' },
  forms: [String.raw`\d{8}-\d`, String.raw`\d{7}-\d`, String.raw`\d{6}-\d`],
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['ruc', 'r.u.c.', 'registro único de contribuyentes', 'registro unico de contribuyentes', 'ruc nro', 'dnit'],
  },
  validator: paraguayRuc,
  normal: 'digits',
  // Eight free digits: 10^8.
  space: 'small',
  examples: {
    match: ['RUC: «80028061-0»', 'RUC «3456789-5»', { column: 'ruc', cell: '«123456-0»' }],
    noMatch: [
      ['RUC: 80028061-1', 'validator: the check digit is wrong'],
      ['RUC: 00000000-0', 'validator: all zeros'],
      ['80028061-0', 'keyword: none in reach'],
    ],
  },
  references: ['Dirección Nacional de Ingresos Tributarios del Paraguay: cálculo del dígito verificador'],
});
