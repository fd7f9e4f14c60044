/** Argentine tax and labour number of a person: prefix 20 and 23 to 27, eight digits, check digit. */
import { argentinaCuit } from '../../validators/argentina-cuit.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const argentinaIndividualTaxNumber = defineDetector({
  id: 'ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  name: 'Argentine CUIL/CUIT of a person',
  category: 'pii',
  countries: ['AR'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`2[03-7]-\d{8}-\d`, argentinaCuit),
    String.raw`2[03-7]\d{9}`,
    String.raw`2[03-7]-\d{8}-\d`,
    String.raw`2[03-7] \d{8} \d`,
  ],
  boundary: 'digit',
  falseAccept: 0.006,
  keywords: {
    mode: 'required',
    words: [
      'argentina taxpayer id',
      'clave única de identificación tributaria',
      'cuil',
      'c.u.i.l',
      'cuit',
      'c.u.i.t',
      'número de identificación fiscal',
      'número de contribuyente',
      'unified labor identification code',
      'cuit/cuil',
      'nro de cuit',
      'número de cuit',
      'clave unica de identificacion tributaria',
      'código único de identificación laboral',
      'codigo unico de identificacion laboral',
    ],
  },
  validator: argentinaCuit,
  normal: 'digits',
  examples: {
    match: [
      'la señora Paz, «27-31415126-2», firma',
      'CUIL: «20055361682»',
      'CUIT «20-05536168-2»',
      'CUIT «27 31415126 2»',
      { column: 'cuil', cell: '«27-31415126-2»' },
    ],
    noMatch: [
      ['CUIL: 20-05536168-3', 'validator: the check digit is wrong'],
      ['CUIL: 30-05536168-2', 'pattern: 30 is an organisation'],
      ['20-05536168-2', 'keyword: none in reach'],
    ],
  },
  references: ['ANSES: CUIL; AFIP: CUIT', 'Amazon Macie: managed data identifiers for personally identifiable information'],
});
