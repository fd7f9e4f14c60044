/** Uruguayan identity card number: seven or eight digits with a check digit. */
import { uruguayCi } from '../../validators/uruguay-ci.js';
import { defineDetector } from '../define.js';

export const uruguayIdentityCardNumber = defineDetector({
  id: 'URUGUAY_IDENTITY_CARD_NUMBER',
  name: 'Uruguayan identity card number (cédula)',
  category: 'pii',
  countries: ['UY'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    String.raw`\d\.\d{3}\.\d{3}-\d`,
    String.raw`\d{3}\.\d{3}-\d`,
    String.raw`\d{7}-\d`,
    String.raw`\d{8}`,
    String.raw`\d{7}`,
  ],
  digits: 8,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: ['cédula', 'cedula', 'cédula de identidad', 'cedula de identidad', 'documento uruguayo', 'cédula uruguaya'],
  },
  validator: uruguayCi,
  normal: 'digits',
  // Seven free digits: 10^7.
  space: 'small',
  examples: {
    match: [
      'Cédula: «1.234.567-2»',
      'Cédula «451.209-9»',
      'Cédula «4512098-6»',
      'Cédula de identidad «4512099»',
      { column: 'cedula', cell: '«45120986»' },
    ],
    noMatch: [
      ['Cédula: 1.234.567-3', 'validator: the check digit is wrong'],
      ['Cédula: 0.000.000-0', 'validator: all zeros'],
      ['1.234.567-2', 'keyword: none in reach'],
    ],
  },
  references: ['Dirección Nacional de Identificación Civil de Uruguay: dígito verificador'],
});
