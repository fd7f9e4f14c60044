/** Mexican bank account number (CLABE): bank, place, account, check digit. */
import { mexicoClabe } from '../../validators/mexico-clabe.js';
import { defineDetector } from '../define.js';

export const mexicoClabeNumber = defineDetector({
  id: 'MEXICO_CLABE_NUMBER',
  name: 'Bank account number (CLABE), Mexico',
  category: 'financial',
  countries: ['MX'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{18}`, String.raw`\d{3} \d{3} \d{11} \d`],
  digits: 18,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'clabe',
      'clabe interbancaria',
      'cuenta clabe',
      'clave bancaria',
      'clave bancaria estandarizada',
      'cuenta interbancaria',
    ],
  },
  validator: mexicoClabe,
  normal: 'digits',
  examples: {
    match: ['CLABE: «032180000118359719»', 'CLABE «002 180 01234567890 6»', { column: 'clabe', cell: '«012180012345678909»' }],
    noMatch: [
      ['CLABE: 032180000118359718', 'validator: the check digit is wrong'],
      ['CLABE: 000180000118359714', 'validator: no bank 000'],
      ['032180000118359719', 'keyword: none in reach'],
    ],
  },
  references: ['Asociación de Bancos de México: CLABE; Banco de México, Circular 14/2017'],
});
