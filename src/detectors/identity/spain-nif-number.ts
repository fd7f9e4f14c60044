/** Spanish personal tax number: the DNI, or K, L, M and seven digits for people without one. */
import { isSpainNifSpecimen, spainNif } from '../../validators/spain-nif.js';
import { defineDetector } from '../define.js';

export const spainNifNumber = defineDetector({
  id: 'SPAIN_NIF_NUMBER',
  name: 'Spanish tax number of a person (NIF)',
  category: 'pii',
  countries: ['ES'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d{8}[A-HJ-NP-TV-Z]`,
    String.raw`\d{8}-[A-HJ-NP-TV-Z]`,
    String.raw`[KLM]\d{7}[A-HJ-NP-TV-Z]`,
    String.raw`[KLM]\d{7}-[A-HJ-NP-TV-Z]`,
  ],
  boundary: 'word',
  falseAccept: 0.044,
  keywords: {
    mode: 'required',
    words: [
      'cif',
      'cif número',
      'cifnúmero#',
      'nie',
      'n.i.e.',
      'n.i.f.',
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
  validator: spainNif,
  reserved: isSpainNifSpecimen,
  normal: 'alnum',
  // Eight digits decide the letter: 10^8.
  space: 'small',
  examples: {
    match: [
      'NIF: «92557030Q»',
      'NIF «28968401-Q»',
      'NIF «K1234567L»',
      'NIF: «K1234567-L»',
      { column: 'nif', cell: '«41331785A»' },
    ],
    noMatch: [
      ['NIF: 92557030R', 'validator: the control letter is wrong'],
      ['NIF: J1234567L', 'pattern: J is no person'],
      ['92557030Q', 'keyword: none in reach'],
    ],
  },
  references: [
    'Agencia Tributaria: NIF de personas físicas',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
