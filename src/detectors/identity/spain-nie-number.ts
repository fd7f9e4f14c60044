/** Spanish number of foreigners: X, Y or Z, seven digits, control letter. */
import { spainNif } from '../../validators/spain-nif.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const spainNieNumber = defineDetector({
  id: 'SPAIN_NIE_NUMBER',
  name: 'Spanish foreigner number (NIE)',
  category: 'pii',
  countries: ['ES'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`[XYZ]\d{7}[A-HJ-NP-TV-Z]`, spainNif),
    inSentences(String.raw`[XYZ]\d{7}-[A-HJ-NP-TV-Z]`, spainNif),
    inSentences(String.raw`[XYZ]-\d{7}-[A-HJ-NP-TV-Z]`, spainNif),
    String.raw`[XYZ]\d{7}[A-HJ-NP-TV-Z]`,
    String.raw`[XYZ]\d{7}-[A-HJ-NP-TV-Z]`,
    String.raw`[XYZ]-\d{7}-[A-HJ-NP-TV-Z]`,
  ],
  boundary: 'word',
  falseAccept: 0.006,
  keywords: {
    mode: 'required',
    words: [
      'cif',
      'cif número',
      'cifnúmero#',
      'nie',
      'n.i.e.',
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
      'número de extranjero',
      'numero de identidad de extranjero',
    ],
  },
  validator: spainNif,
  normal: 'alnum',
  // Seven digits and one of three letters decide the last one: 3 × 10^7.
  space: 'small',
  examples: {
    match: [
      'firmado por Ana, «X9304992C», en Madrid',
      'NIE: «X9304992C»',
      'NIE «Y4567321-H»',
      'NIE «X-9304992-C»',
      { column: 'nie', cell: '«X5445327P»' },
    ],
    noMatch: [
      ['NIE: X9304992D', 'validator: the control letter is wrong'],
      ['NIE: W9304992C', 'pattern: no such first letter'],
      ['X9304992C', 'keyword: none in reach'],
    ],
  },
  references: [
    'Ministerio del Interior: cálculo del dígito de control del NIF/NIE',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
