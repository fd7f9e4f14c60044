/** UK National Insurance number: letters and digits by rule, no check digit. */
import { ninoPrefix } from '../../validators/uk-nino.js';
import { defineDetector } from '../define.js';
import { rareInSentences } from '../in-sentences.js';
import { MACIE_PII } from '../macie-pages.js';

/** First letter without D F I Q U V, second without O too. */
const PREFIX = '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]';

export const ukNationalInsuranceNumber = defineDetector({
  id: 'UK_NATIONAL_INSURANCE_NUMBER',
  name: 'National Insurance number, UK',
  category: 'pii',
  countries: ['GB'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    rareInSentences(String.raw`${PREFIX}\d{6}[A-D]`, ninoPrefix),
    rareInSentences(String.raw`${PREFIX} \d{2} \d{2} \d{2} [A-D]`, ninoPrefix),
    String.raw`${PREFIX}\d{6}[A-D]`,
    String.raw`${PREFIX} \d{2} \d{2} \d{2} [A-D]`,
    String.raw`${PREFIX}-\d{2}-\d{2}-\d{2}-[A-D]`,
    String.raw`${PREFIX} \d{6} [A-D]`,
    String.raw`${PREFIX}\d{2} \d{2} \d{2} ?[A-D]`,
  ],
  boundary: 'word',
  falseAccept: 0.09,
  keywords: {
    mode: 'required',
    words: [
      'insurance no.',
      'insurance number',
      'insurance#',
      'national insurance number',
      'nationalinsurance#',
      'nationalinsurancenumber',
      'nin',
      'nino',
      'national insurance',
      'ni number',
      'ni no',
      'ni#',
      'insurance no',
      'rhif yswiriant gwladol',
    ],
  },
  validator: ninoPrefix,
  normal: 'alnum',
  examples: {
    match: [
      'National Insurance number: «JG103759A»',
      'Mr Khan, «JG103759A», starts on Monday',
      'Mrs Price, «RX 48 20 17 C», starts on Monday',
      'NI number «RX 48 20 17 C»',
      'nino «EH-73-55-02-B»',
      'nino «LM 629140 D»',
      'nino «WP31 07 84 A»',
      { column: 'ni_number', cell: '«TC905318D»' },
    ],
    noMatch: [
      ['NI number DG103759A', 'pattern: the first letter is not D'],
      ['NI number GB103759A', 'validator: the prefix GB is not used'],
      ['NI number JG103759E', 'pattern: the suffix is A to D'],
      ['JG103759A', 'keyword: no keyword in reach'],
    ],
  },
  references: ['HM Revenue & Customs: National Insurance Manual NIM39110, format of a NINO', MACIE_PII],
});
