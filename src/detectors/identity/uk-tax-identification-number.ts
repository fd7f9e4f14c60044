/** UK Unique Taxpayer Reference: ten digits of which the first is a check digit. Temporary references have none and are left out. */
import { ukUtr } from '../../validators/uk-utr.js';
import { defineDetector } from '../define.js';

export const ukTaxIdentificationNumber = defineDetector({
  id: 'UK_TAX_IDENTIFICATION_NUMBER',
  name: 'UK Unique Taxpayer Reference (UTR)',
  category: 'pii',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[1-9]\d{9}`, String.raw`[1-9]\d{4} \d{5}`, String.raw`[1-9]\d{9}K`],
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'paye',
      'tax id',
      'tax id no.',
      'tax id number',
      'tax identification',
      'tax identification#',
      'tax no.',
      'tax number',
      'tax reference',
      'tax#',
      'taxid#',
      'temporary reference number',
      'tin',
      'trn',
      'unique tax reference',
      'unique taxpayer reference',
      'utr',
      'unique taxpayer reference number',
      'utr number',
      'utr no',
      'self assessment reference',
    ],
  },
  validator: ukUtr,
  normal: 'alnum',
  examples: {
    match: ['UTR: «1955839661»', 'UTR «19558 39661»', 'utr no «7757998037K»', { column: 'utr', cell: '«7553280047»' }],
    noMatch: [
      ['UTR: 2955839661', 'validator: the check digit is wrong'],
      ['UTR: 0955839661', 'pattern: check digit is never 0'],
      ['1955839661', 'keyword: none in reach'],
    ],
  },
  references: [
    'HMRC: Unique Taxpayer Reference',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
