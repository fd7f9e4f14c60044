/** Spanish tax number of organisations: a letter for the kind, seven digits, control digit or letter. */
import { spainCif } from '../../validators/spain-cif.js';
import { defineDetector } from '../define.js';

export const spainTaxIdentificationNumber = defineDetector({
  id: 'SPAIN_TAX_IDENTIFICATION_NUMBER',
  name: 'Spanish tax number of an organisation (CIF)',
  category: 'pii',
  countries: ['ES'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]`,
    String.raw`[ABCDEFGHJNPQRSUVW]\d{7}-[0-9A-J]`,
    String.raw`[ABCDEFGHJNPQRSUVW]-\d{7}[0-9A-J]`,
    String.raw`[ABCDEFGHJNPQRSUVW]-\d{7}-[0-9A-J]`,
  ],
  boundary: 'word',
  falseAccept: 0.05,
  keywords: {
    mode: 'required',
    words: [
      'cif',
      'c.i.f.',
      'cif número',
      'cifnúmero#',
      'nie',
      'nif',
      'número de contribuyente',
      'número de identidad de extranjero',
      'número de identificación fiscal',
      'número de impuesto corporativo',
      'personal tax number',
      'tax id',
      'tax identification number',
      'tax number',
      'tin',
      'tin#',
      'número de identificación de extranjero',
      'nif/cif',
      'cif/nif',
      'identificación fiscal',
      'identificacion fiscal',
      'nº de identificación fiscal',
      'documento fiscal',
    ],
  },
  validator: spainCif,
  normal: 'alnum',
  // A letter and seven digits: 2 × 10^8.
  space: 'small',
  examples: {
    match: [
      'CIF: «A58818501»',
      'CIF «Q2818002-D»',
      'CIF «A-58818501»',
      'CIF «A-5881850-1»',
      { column: 'cif', cell: '«B50759752»' },
    ],
    noMatch: [
      ['CIF: A58818502', 'validator: the check digit is wrong'],
      ['CIF: A5881850A', 'validator: kind A has a digit'],
      ['A58818501', 'keyword: none in reach'],
    ],
  },
  references: [
    'Orden EHA/451/2008: composición del NIF de las personas jurídicas',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
