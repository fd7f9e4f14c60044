/** NHS number of England, Wales and the Isle of Man, with its modulus 11 check digit. */
import { isTestNhsNumber, nhsNumber } from '../../validators/uk-nhs.js';
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

export const ukNhsNumber = defineDetector({
  id: 'UK_NHS_NUMBER',
  name: 'NHS number, UK',
  category: 'phi',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{3} \d{3} \d{4}`, String.raw`\d{3}-\d{3}-\d{4}`, String.raw`\d{10}`],
  boundary: 'digit',
  falseAccept: 0.091,
  keywords: { mode: 'required', words: ['national health service', 'NHS', 'nhs number', 'nhs no', 'nhs num', 'rhif gig'] },
  validator: nhsNumber,
  reserved: isTestNhsNumber,
  normal: 'digits',
  examples: {
    match: ['NHS number: «429 141 9724»', 'NHS no «403-832-8252»', { column: 'nhs_number', cell: '«4609231085»' }],
    noMatch: [
      ['NHS number: 429 141 9725', 'validator: modulus 11'],
      ['NHS number: 429-141 9724', 'pattern: mixed separators'],
      ['call 429 141 9724', 'keyword: no keyword in reach'],
    ],
  },
  references: ['NHS Data Model and Dictionary: NHS NUMBER', MACIE_PHI],
});
