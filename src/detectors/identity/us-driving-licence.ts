/** US driving licences: fifty-one issuers, almost no check digits, so keyword and shape are all there is. */
import { notADateNorIsbn } from '../../validators/not-a-date.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';
import { DRIVING_LICENCE_WORDS } from './driving-licence-words.js';
import { licenceExamples, licenceForms } from './licence-shapes.js';
import { US_LICENCE_SHAPES } from './us-driving-licence-shapes.js';

export const driversLicense = defineDetector({
  id: 'DRIVERS_LICENSE',
  name: "Driver's license, US",
  category: 'pii',
  countries: ['US'],
  regulations: ['CCPA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: licenceForms(US_LICENCE_SHAPES),
  boundary: 'token',
  falseAccept: 1,
  keywords: { mode: 'required', words: [...DRIVING_LICENCE_WORDS, 'licencia de conducir', 'licencia de manejo', 'oln'] },
  validator: notADateNorIsbn,
  normal: 'alnum',
  space: 'small',
  examples: {
    match: [
      "driver's license «D8274619»",
      'drivers license «4829317», state AK',
      { column: 'drivers_license', cell: '«F255-921-80-094-0»' },
      ...licenceExamples(US_LICENCE_SHAPES).map((number) => `driving license «${number}»`),
    ],
    noMatch: [
      ['driving license, issued 20150314', 'validator: a date'],
      ['driving license manual, ISBN 9780306406157', 'validator: a book'],
      ['drivers license 48293', 'pattern: at least six characters'],
      ['drivers license AB-482931', 'pattern: no state writes it so'],
      ['part D8274619', 'keyword: no keyword in reach'],
      [{ column: 'dln_inv', cell: '0090446' }, 'keyword: `dln` alone is none'],
      ['driving license 0.8274619', 'boundary: a decimal fraction'],
    ],
  },
  references: [
    'AAMVA: DL/ID card design standard and state number formats',
    "Microsoft Purview: U.S. driver's license number entity definition",
    MACIE_PII,
  ],
});
