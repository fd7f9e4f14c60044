/** Israeli identity number (mispar zehut): nine digits, Luhn. */
import { luhn } from '../../validators/luhn.js';
import { defineDetector } from '../define.js';

export const israelIdentityNumber = defineDetector({
  id: 'ISRAEL_IDENTITY_NUMBER',
  name: 'Israeli identity number (teudat zehut)',
  category: 'pii',
  countries: ['IL'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{9}`, String.raw`\d{8}-\d`],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'תעודת זהות',
      'מספר זהות',
      'ת.ז.',
      'ת״ז',
      'ת"ז',
      'מספר תעודת זהות',
      'teudat zehut',
      'teudat zehuyot',
      'mispar zehut',
      'israeli id',
      'israel id',
      'israeli identity number',
      'israeli identification number',
    ],
  },
  validator: luhn,
  normal: 'digits',
  // Eight digits decide the ninth: 10^8.
  space: 'small',
  examples: {
    match: ['תעודת זהות: «058997701»', 'Teudat zehut «71872707-6»', { column: 'teudat_zehut', cell: '«221243959»' }],
    noMatch: [
      ['Teudat zehut 058997702', 'validator: the check digit is wrong'],
      ['Teudat zehut 05899770', 'pattern: eight digits only'],
      ['058997701', 'keyword: none in reach'],
    ],
  },
  references: ['Population and Immigration Authority: identity number; OECD: tax identification numbers, Israel'],
});
