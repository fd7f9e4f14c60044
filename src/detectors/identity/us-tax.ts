/** Taxpayer numbers of the US Internal Revenue Service that are no Social Security numbers. */

import { publishedValues } from '../../validators/published-values.js';
import { EIN_PREFIX, einBehindName } from '../../validators/us-ein.js';
import { defineDetector } from '../define.js';
import { rareInSentences } from '../in-sentences.js';
import { MACIE_PII } from '../macie-pages.js';

/** Group digits of ITINs: 50-65, 70-88, 90-92, 94-99. */
const ITIN_GROUP = String.raw`(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])`;

export const usaIndividualTaxIdentificationNumber = defineDetector({
  id: 'USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  name: 'Individual Taxpayer Identification Number (ITIN), US',
  category: 'pii',
  countries: ['US'],
  regulations: ['GDPR', 'CCPA', 'GLBA'],
  severity: { 1: 'high' },
  forms: [
    rareInSentences(String.raw`9\d{2}-${ITIN_GROUP}-\d{4}`),
    String.raw`9\d{2}-${ITIN_GROUP}-\d{4}`,
    String.raw`9\d{2} ${ITIN_GROUP} \d{4}`,
    String.raw`9\d{2}${ITIN_GROUP}\d{4}`,
  ],
  boundary: 'digit',
  falseAccept: 0.044,
  keywords: {
    mode: 'required',
    words: [
      'i.t.i.n.',
      'individual taxpayer identification number',
      'itin',
      'individual taxpayer id',
      'individual tax id',
      'taxpayer id',
      'taxpayer identification number',
    ],
  },
  normal: 'digits',
  space: 'small',
  examples: {
    match: [
      'and hers is «912-70-1234», she said',
      'ITIN «912-70-1234»',
      'itin: «987 94 5321»',
      { column: 'itin', cell: '«900651204»' },
    ],
    noMatch: [
      ['ITIN 912-66-1234', 'pattern: group 66 is not used'],
      ['ITIN 812-70-1234', 'pattern: the first digit is 9'],
      ['912-70-1234', 'keyword: no keyword in reach'],
    ],
  },
  references: ['US Internal Revenue Service: Internal Revenue Manual 3.21.263, ITIN format', MACIE_PII],
});

/** What the number is called where it alone is meant; in capitals in text, since `ein` is a common German word. */
const EIN_FIELD_WORDS = [
  'ein',
  'fein',
  'employer identification number',
  'employer identification',
  'federal tax id',
  'federal ein',
  ...['ein number', 'ein no', 'fein number', 'fein no', 'employer id number', 'employer id no', 'employer tax id', 'fed tax id'],
];

/** With its hyphen near a keyword; solid, it is any nine digits, and stands in a field of that name or right behind it. */
export const usaEmployerIdentificationNumber = defineDetector({
  id: 'USA_EMPLOYER_IDENTIFICATION_NUMBER',
  name: 'Employer Identification Number (EIN), US',
  category: 'pii',
  countries: ['US'],
  regulations: ['GLBA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`${EIN_PREFIX}-\d{7}`,
    { pattern: String.raw`${EIN_PREFIX}\d{7}`, keywordMode: 'named', whole: EIN_FIELD_WORDS },
    // Its prefix is left to the check: in the tables it would part all numbers of nine digits.
    { pattern: String.raw`\d{9}`, validator: einBehindName },
  ],
  digits: 9,
  boundary: 'token',
  falseAccept: 0.83,
  keywords: {
    mode: 'required',
    words: [
      ...EIN_FIELD_WORDS,
      'employer id',
      'federal tax identification',
      'federal tax number',
      'federal id',
      'fed id',
      'business tax id',
      'company tax id',
      'tin',
      'federal employer identification',
      'tax id',
      'taxpayer identification number',
    ],
  },
  reserved: publishedValues(['123456789']),
  normal: 'digits',
  examples: {
    match: [
      'EIN «47-2938105»',
      'Our EIN is «472938105».',
      { column: 'federal_tax_id', cell: '«83-0417752»' },
      { column: 'Employer EIN', cell: '«830417752»' },
      { column: 'employer_id_number', cell: '«830417752»' },
      { column: 'fed_id', cell: '«83-0417752»' },
    ],
    noMatch: [
      ['EIN 07-2938105', 'pattern: prefix 07 is not assigned'],
      ['EIN 47-2938105-1', 'boundary: part of a longer token'],
      ['lot 47-2938105', 'keyword: no keyword in reach'],
      ['ein 472938105', 'validator: no name of the number in front, and no field'],
      [{ column: 'employer_id', cell: '830417752' }, 'keyword: any number of an employer'],
      [{ column: 'einheit', cell: '472938105' }, 'keyword: another word'],
    ],
  },
  references: ['US Internal Revenue Service: How EINs are assigned and valid EIN prefixes'],
});
