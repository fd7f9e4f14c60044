/** Bank identifier (BIC, SWIFT code): bank, country, place, branch. */
import { bic } from '../../validators/bic.js';
import { defineDetector } from '../define.js';

/** Banks' codes are public: one beside an account says where the account is. */
export const bankIdentifierCode = defineDetector({
  id: 'BANK_IDENTIFIER_CODE',
  name: 'Bank identifier code (BIC, SWIFT)',
  category: 'financial',
  countries: [],
  regulations: [],
  severity: { 1: 'low' },
  forms: ['[A-Z]{6}[0-9A-Z]{2}', '[A-Z]{6}[0-9A-Z]{5}'],
  boundary: 'word',
  falseAccept: 0.38,
  keywords: {
    mode: 'required',
    words: [
      'bic',
      'swift code',
      'swiftcode',
      'swift/bic',
      'bic/swift',
      'swift bic',
      'bic code',
      'swift address',
      'swift no',
      'swift number',
      'bank identifier code',
      'business identifier code',
      'código swift',
      'code swift',
      'codice bic',
      'código bic',
    ],
  },
  validator: bic,
  normal: 'alnum',
  // Some 40,000 are in use.
  space: 'small',
  examples: {
    match: ['BIC: «DEUTDEFF»', 'SWIFT code «DEUTDEFF500»', { column: 'bic', cell: '«NEDSZAJJXXX»' }],
    noMatch: [
      ['BIC: DEUTXQFF', 'validator: no country XQ'],
      ['BIC: DEUTDE0F', 'validator: the place does not begin with 0'],
      ['DEUTDEFF', 'keyword: none in reach'],
    ],
  },
  references: ['ISO 9362: business identifier code; SWIFT: BIC policy'],
});
