/** Irish Personal Public Service number: seven digits, check letter, sometimes a second letter. */
import { irelandPps } from '../../validators/ireland-pps.js';
import { defineDetector } from '../define.js';

export const irelandPersonalPublicServiceNumber = defineDetector({
  id: 'IRELAND_PERSONAL_PUBLIC_SERVICE_NUMBER',
  name: 'Irish Personal Public Service number (PPSN)',
  category: 'pii',
  countries: ['IE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{7}[A-W]`, String.raw`\d{7}[A-W][A-IWTX]`],
  boundary: 'word',
  falseAccept: 0.042,
  keywords: {
    mode: 'required',
    words: [
      'pps',
      'pps number',
      'pps no',
      'pps num',
      'pps#',
      'ppsn',
      'ppsno',
      'personal public service number',
      'personal public service',
      'pps service no',
      'revenue and social insurance number',
      'rsi number',
      'uimhir phearsanta seirbhíse poiblí',
      'uimhir psp',
      'irish tax reference number',
    ],
  },
  validator: irelandPps,
  normal: 'alnum',
  // Seven digits decide the letter: 10^7.
  space: 'small',
  examples: {
    match: ['PPS number: «9664056M»', 'PPSN «2982263QA»', { column: 'ppsn', cell: '«7849400VA»' }],
    noMatch: [
      ['PPS number: 9664056N', 'validator: the check letter is wrong'],
      ['PPS number: 9664056Z', 'pattern: no check letter Z'],
      ['9664056M', 'keyword: none in reach'],
    ],
  },
  references: [
    'Department of Social Protection: Personal Public Service number',
    'Revenue eBrief 03/13: extension of the PPSN range',
  ],
});
