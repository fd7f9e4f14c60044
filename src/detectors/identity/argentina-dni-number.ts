/** Argentine identity card number (DNI): seven or eight digits without a check. */
import { argentinaDni } from '../../validators/argentina-dni.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const argentinaDniNumber = defineDetector({
  id: 'ARGENTINA_DNI_NUMBER',
  name: 'Argentine identity card number (DNI)',
  category: 'pii',
  countries: ['AR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`[1-9]\d{6}`, String.raw`\d{8}`, String.raw`[1-9]\.\d{3}\.\d{3}`, String.raw`\d{2}\.\d{3}\.\d{3}`],
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: ['dni', 'dni#', 'd.n.i.', 'documento nacional de identidad', 'dni nro', 'dni n°', 'dni nº'],
  },
  validator: argentinaDni,
  normal: 'digits',
  // Eight digits: 10^8.
  space: 'small',
  examples: {
    match: [
      'DNI «7345612»',
      'DNI: «31415926»',
      'D.N.I. «7.345.612»',
      'DNI N° «28.374.651»',
      { column: 'dni', cell: '«28.374.651»' },
    ],
    noMatch: [
      ['DNI 99.999.999', 'validator: a placeholder'],
      ['DNI 00000000', 'validator: all zeros'],
      ['28.374.651', 'keyword: none in reach'],
    ],
  },
  references: ['Registro Nacional de las Personas: Documento Nacional de Identidad', MACIE_PII],
});
