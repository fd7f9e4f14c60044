/** Colombian citizenship card number (cédula de ciudadanía): six to eight digits, or ten from 1. No check digit. */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const colombiaCitizenshipCardNumber = defineDetector({
  id: 'COLOMBIA_CITIZENSHIP_CARD_NUMBER',
  name: 'Colombian citizenship card number (cédula)',
  category: 'pii',
  countries: ['CO'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`[1-9]\d{5}`,
    String.raw`[1-9]\d{6}`,
    String.raw`[1-9]\d{7}`,
    String.raw`1\d{9}`,
    String.raw`[1-9]\d{2}\.\d{3}`,
    String.raw`[1-9]\.\d{3}\.\d{3}`,
    String.raw`[1-9]\d\.\d{3}\.\d{3}`,
    String.raw`1\.\d{3}\.\d{3}\.\d{3}`,
  ],
  boundary: 'digit',
  falseAccept: 0.9,
  keywords: {
    mode: 'required',
    words: [
      'cédula de ciudadanía',
      'cedula de ciudadania',
      'documento de identificación',
      'documento de identificacion',
      'cédula de ciudadania',
      'número de cédula',
      'numero de cedula',
      'cédula no',
      'cedula no',
      'cédula n°',
    ],
  },
  normal: 'digits',
  // The old numbers of six to eight digits: 10^8.
  space: 'small',
  examples: {
    match: [
      'cédula de ciudadanía «654321»',
      'cédula de ciudadanía «7654321»',
      'Cédula de ciudadanía No. «52481637»',
      'cédula de ciudadanía: «1032456789»',
      'documento de identificación «654.321»',
      'cédula de ciudadanía «7.654.321»',
      'cédula de ciudadanía «52.481.637»',
      'cédula de ciudadanía «1.032.456.789»',
      { column: 'cedula_de_ciudadania', cell: '«79845123»' },
    ],
    noMatch: [
      ['cédula de ciudadanía 54321', 'pattern: five digits only'],
      ['cédula de ciudadanía 2032456789', 'pattern: ten digits begin with 1'],
      ['52481637', 'keyword: none in reach'],
    ],
  },
  references: ['Registraduría Nacional del Estado Civil: NUIP, cédula de ciudadanía', MACIE_PII],
});
