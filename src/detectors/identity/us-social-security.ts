/** US Social Security number: area, group and serial; no check digit. */
import { isPublishedSsn, ssnAreaGroupSerial } from '../../validators/us-ssn.js';
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const usaSocialSecurityNumber = defineDetector({
  id: 'USA_SOCIAL_SECURITY_NUMBER',
  name: 'Social Security number, US',
  category: 'pii',
  countries: ['US'],
  regulations: ['GDPR', 'CCPA', 'GLBA'],
  severity: { 1: 'high' },
  forms: [
    String.raw`[0-8]\d{2}-\d{2}-\d{4}`,
    String.raw`[0-8]\d{2} \d{2} \d{4}`,
    String.raw`[0-8]\d{2}\.\d{2}\.\d{4}`,
    String.raw`[0-8]\d{8}`,
  ],
  boundary: 'digit',
  falseAccept: 0.89,
  keywords: {
    mode: 'required',
    words: [
      'social security',
      'ss#',
      'ssn',
      'social sec',
      'soc sec',
      'social security number',
      'ssns',
      'ss no',
      'ss number',
      'seguro social',
      's.s.n.',
      'ss num',
      'ss nr',
      'soc. sec.',
      'soc sec no',
      'social security no',
      'social security #',
      'socsec',
      'soc sec num',
      'número de seguro social',
      'numero de seguro social',
    ],
  },
  validator: ssnAreaGroupSerial,
  reserved: isPublishedSsn,
  normal: 'digits',
  examples: {
    match: ['SSN: «536-90-4399»', 'social security «217 46 8193»', 'SSN «217.46.8193»', { column: 'ssn', cell: '«401287713»' }],
    noMatch: [
      ['SSN: 666-12-3456', 'validator: area 666 is never issued'],
      ['SSN: 900-12-3456', 'pattern: areas from 900 are never issued'],
      ['SSN: 536-00-4399', 'validator: group 00 is never issued'],
      ['SSN: 536-90-43991', 'boundary: a longer number'],
      ['536-90-4399', 'keyword: no keyword in reach'],
    ],
  },
  references: ['US Social Security Administration: Social Security number randomization; The SSN numbering scheme', MACIE_PII],
});
