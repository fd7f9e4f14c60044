/** Thai national identity number: thirteen digits with a check digit. */
import { thailandId } from '../../validators/thailand-id.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const thailandNationalIdNumber = defineDetector({
  id: 'THAILAND_NATIONAL_ID_NUMBER',
  name: 'Thai national identity number',
  category: 'pii',
  countries: ['TH'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [
    inSentences(String.raw`\d-\d{4}-\d{5}-\d{2}-\d`, thailandId),
    String.raw`\d{13}`,
    String.raw`\d-\d{4}-\d{5}-\d{2}-\d`,
    String.raw`\d \d{4} \d{5} \d{2} \d`,
  ],
  boundary: 'digit',
  falseAccept: 0.081,
  keywords: {
    mode: 'required',
    words: [
      'thai id',
      'thai national id',
      'thailand id',
      'national id',
      'citizen id',
      'identification number',
      'เลขประจำตัวประชาชน',
      'บัตรประชาชน',
      'เลขบัตรประชาชน',
      'หมายเลขประจำตัวประชาชน',
    ],
  },
  validator: thailandId,
  normal: 'digits',
  examples: {
    match: [
      'Khun Somchai «1-1014-00000-04-9» came',
      'Thai ID: «1-1014-00000-04-9»',
      'เลขประจำตัวประชาชน «1101400000049»',
      'Thai ID «3 1005 03874 21 7»',
      { column: 'citizen_id', cell: '«3100503874217»' },
    ],
    noMatch: [
      ['Thai ID: 1-1014-00000-04-8', 'validator: the check digit is wrong'],
      ['Thai ID: 9-1014-00000-04-9', 'validator: the first digit is 1 to 8'],
      ['1101400000049', 'keyword: none in reach'],
    ],
  },
  references: ['Department of Provincial Administration of Thailand: population identification code'],
});
