/** Turkish identification number: eleven digits, the last two check digits. */
import { turkiyeTckn } from '../../validators/turkiye-tckn.js';
import { defineDetector } from '../define.js';

export const turkiyeIdentificationNumber = defineDetector({
  id: 'TURKIYE_IDENTIFICATION_NUMBER',
  name: 'Turkish identification number (T.C. kimlik numarası)',
  category: 'pii',
  countries: ['TR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`],
  boundary: 'digit',
  falseAccept: 0.01,
  keywords: {
    mode: 'required',
    words: [
      'tc kimlik',
      't.c. kimlik',
      'tc kimlik no',
      'kimlik no',
      'kimlik numarası',
      'kimlik numarasi',
      'tckn',
      't.c.',
      'tc',
      'tc no',
      'türkiye cumhuriyeti kimlik numarası',
      'vatandaşlık numarası',
      // In capitals: `İ` is the capital of `i`, and `I` that of `ı`.
      'tc kİmlİk',
      't.c. kİmlİk',
      'kİmlİk no',
      'kİmlİk numarasi',
      'türkİye cumhurİyetİ kİmlİk numarasi',
      'vatandaşlik numarasi',
      'turkish identification number',
      'turkish id number',
    ],
  },
  validator: turkiyeTckn,
  normal: 'digits',
  examples: {
    match: ['T.C. Kimlik No: «26422160238»', 'TCKN «59588560376»', { column: 'tc_kimlik_no', cell: '«41733210304»' }],
    noMatch: [
      ['TC kimlik no 26422160239', 'validator: the check digit is wrong'],
      ['TC kimlik no 06422160238', 'validator: leading zero'],
      ['26422160238', 'keyword: none in reach'],
    ],
  },
  references: ['Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü: T.C. kimlik numarası'],
});
