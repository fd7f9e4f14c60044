/** Singaporean NRIC and FIN: a letter of the series, seven digits, a check letter. */
import { singaporeNric } from '../../validators/singapore-nric.js';
import { defineDetector } from '../define.js';
import { inSentences } from '../in-sentences.js';

export const singaporeNricNumber = defineDetector({
  id: 'SINGAPORE_NRIC_NUMBER',
  name: 'Singaporean NRIC or FIN number',
  category: 'pii',
  countries: ['SG'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [inSentences(String.raw`[A-Z]\d{7}[A-Z]`, singaporeNric), String.raw`[A-Z]\d{7}[A-Z]`],
  boundary: 'word',
  falseAccept: 0.008,
  keywords: {
    mode: 'required',
    words: [
      'nric',
      'nric no',
      'nric/fin',
      'fin number',
      'fin no',
      'foreign identification number',
      'singapore id',
      'national registration identity card',
      'identification no',
      'identity card number',
      'singpass',
      '身份证',
      'nric number',
      'nric/fin no',
      'fin',
      'identification number',
      'identity no',
      'ic no',
      'ic number',
      'id no',
      'id number',
    ],
  },
  validator: singaporeNric,
  normal: 'alnum',
  // Five letters and seven digits: 5 × 10^7.
  space: 'small',
  examples: {
    match: [
      'Mdm Siti, «S1234567D», came in on Monday',
      'NRIC: «S1234567D»',
      'NRIC «T0412345F»',
      'FIN number «F5678901N»',
      'FIN number «G8765432Q»',
      'FIN number «M5043078W»',
      { column: 'nric', cell: '«S8712365J»' },
    ],
    noMatch: [
      ['NRIC: S1234567A', 'validator: the check letter is wrong'],
      ['NRIC: A1234567D', 'validator: no series A'],
      ['S1234567D', 'keyword: none in reach'],
    ],
  },
  references: ['Immigration & Checkpoints Authority of Singapore: NRIC, FIN and the M series'],
});
