/** Danish CPR number: birth date and serial; numbers since 2007 may lack the check. */
import { denmarkCpr } from '../../validators/denmark-cpr.js';
import { defineDetector } from '../define.js';

export const denmarkCprNumber = defineDetector({
  id: 'DENMARK_CPR_NUMBER',
  name: 'Danish CPR number',
  category: 'pii',
  countries: ['DK'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[0-3]\d[01]\d{3}-\d{4}`, String.raw`[0-3]\d[01]\d{7}`, String.raw`[0-3]\d[01]\d{3} \d{4}`],
  digits: 10,
  boundary: 'digit',
  falseAccept: 0.038,
  keywords: {
    mode: 'required',
    words: [
      'cpr',
      'cpr nummer',
      'cpr nr',
      'cprnr',
      'personnummer',
      'det centrale personregister',
      'danish personal identification number',
    ],
  },
  validator: denmarkCpr,
  normal: 'digits',
  examples: {
    match: ['CPR: «211062-5629»', 'CPR-nummer «1407851230»', 'cpr «140785 1230»', { column: 'cpr', cell: '«211062-5629»' }],
    noMatch: [
      ['CPR: 320162-5629', 'validator: there is no 32 January'],
      ['CPR: 211062-56290', 'boundary: eleven digits'],
      ['211062-5629', 'keyword: none in reach'],
    ],
  },
  references: ['CPR-kontoret: Personnummeret i CPR'],
});
