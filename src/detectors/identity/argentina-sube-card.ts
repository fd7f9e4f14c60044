/** Argentine public transport card: sixteen digits from 6061, Luhn. */
import { argentinaSube } from '../../validators/argentina-sube.js';
import { defineDetector } from '../define.js';

export const argentinaSubeCard = defineDetector({
  id: 'ARGENTINA_TARJETA_SUBE',
  name: 'Argentine transport card number (SUBE)',
  category: 'pii',
  countries: ['AR'],
  regulations: [],
  severity: { 1: 'medium', 100: 'high' },
  forms: [String.raw`6061\d{12}`, String.raw`6061 \d{4} \d{4} \d{4}`, String.raw`6061-\d{4}-\d{4}-\d{4}`],
  boundary: 'digit',
  falseAccept: 1e-5,
  keywords: {
    mode: 'required',
    words: [
      'sistema único de boleto electrónico',
      'sube',
      'tarjeta sube',
      'sistema unico de boleto electronico',
      'número de sube',
    ],
  },
  validator: argentinaSube,
  normal: 'digits',
  examples: {
    match: [
      'Tarjeta SUBE «6061267000000008»',
      'SUBE: «6061 2670 0000 0008»',
      'SUBE: «6061-1234-5678-9018»',
      { column: 'tarjeta_sube', cell: '«6061123456789018»' },
    ],
    noMatch: [
      ['SUBE 6061267000000009', 'validator: the check digit is wrong'],
      ['SUBE 6062267000000008', 'pattern: prefix is not 6061'],
      ['6061267000000008', 'keyword: none in reach'],
    ],
  },
  references: [
    'Ministerio de Transporte: tarjeta SUBE',
    'ISO/IEC 7812-1',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
