/** French tax number of a person: thirteen digits of which three are a key. */
import { franceSpi } from '../../validators/france-spi.js';
import { defineDetector } from '../define.js';

export const franceTaxIdentificationNumber = defineDetector({
  id: 'FRANCE_TAX_IDENTIFICATION_NUMBER',
  name: 'French tax number (numéro fiscal, SPI)',
  category: 'pii',
  countries: ['FR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[0-3]\d{12}`, String.raw`[0-3]\d \d{2} \d{3} \d{3} \d{3}`],
  digits: 13,
  boundary: 'digit',
  falseAccept: 0.0005,
  keywords: {
    mode: 'required',
    words: [
      "numéro d'identification fiscal",
      'tax id',
      'tax identification number',
      'tax number',
      'tin',
      'tin#',
      'numéro fiscal',
      'numero fiscal',
      'numero spi',
      'numéro spi',
      'spi',
      'référence fiscale',
      'reference fiscale',
      "numero d'identification fiscale",
      "numéro d'identification fiscale",
      'identifiant fiscal',
      'french tax number',
    ],
  },
  validator: franceSpi,
  normal: 'digits',
  examples: {
    match: [
      'Numéro fiscal : «3023217600053»',
      'N° SPI (numero spi) «30 23 217 600 053»',
      { column: 'numero_fiscal', cell: '«1758658740118»' },
    ],
    noMatch: [
      ['Numéro fiscal : 3023217600054', 'validator: the key is wrong'],
      ['Numéro fiscal : 4023217600053', 'pattern: first digit above 3'],
      ['3023217600053', 'keyword: none in reach'],
    ],
  },
  references: [
    'OECD: France, information on tax identification numbers',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
