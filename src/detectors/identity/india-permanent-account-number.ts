/** Indian PAN: five letters, of which the fourth names the kind of holder, four digits, a letter. */
import { indiaPan } from '../../validators/india-pan.js';
import { defineDetector } from '../define.js';
import { rareInSentences } from '../in-sentences.js';

export const indiaPermanentAccountNumber = defineDetector({
  id: 'INDIA_PERMANENT_ACCOUNT_NUMBER',
  name: 'Indian Permanent Account Number (PAN)',
  category: 'pii',
  countries: ['IN'],
  regulations: ['DPDP'],
  severity: { 1: 'high' },
  forms: [
    rareInSentences(String.raw`[A-Z]{3}[ABCFGHJKLPT][A-Z]\d{4}[A-Z]`, indiaPan),
    String.raw`[A-Z]{3}[ABCFGHJKLPT][A-Z]\d{4}[A-Z]`,
  ],
  boundary: 'word',
  falseAccept: 0.43,
  keywords: {
    mode: 'required',
    words: [
      'e pan',
      'pan card',
      'pan number',
      'permanent account number',
      'pan',
      'pan no',
      'pan id',
      'pancard',
      'pan details',
      'स्थायी खाता संख्या',
      'पैन',
      'पैन कार्ड',
      'पैन नंबर',
      'पॅन',
      'প্যান',
      'பான்',
      'పాన్',
      'પાન',
      'ಪ್ಯಾನ್',
      'പാൻ',
      'ਪੈਨ',
    ],
  },
  validator: indiaPan,
  normal: 'alnum',
  examples: {
    match: ['Mr Rao («ABCPD1234E») has paid', 'PAN card: «ABCPD1234E»', { column: 'pan_number', cell: '«AAHFM4821K»' }],
    noMatch: [
      ['PAN card: ABCDD1234E', 'pattern: D is no kind of holder'],
      ['PAN card: ABCPD0000E', 'validator: serial 0000'],
      ['ABCPD1234E', 'keyword: none in reach'],
    ],
  },
  references: [
    'Income Tax Department of India: structure of the PAN',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
