/** Nigerian national identification number: eleven random digits, no check digit. */
import { defineDetector } from '../define.js';

export const nigeriaNationalIdentificationNumber = defineDetector({
  id: 'NIGERIA_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'Nigerian national identification number (NIN)',
  category: 'pii',
  countries: ['NG'],
  regulations: [],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`, String.raw`\d{4}-\d{3}-\d{4}`, String.raw`\d{4} \d{3} \d{4}`],
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'nin',
      'nin number',
      'nin no',
      'nin slip',
      'nimc',
      'nigerian nin',
      'nigeria nin',
      'national identification number nigeria',
      'virtual nin',
      'national identification number',
      'national identity number',
      'vnin',
    ],
  },
  normal: 'digits',
  examples: {
    match: [
      'NIN number: «48291035771»',
      'my NIN is «48291035771»',
      'NIMC «4829-103-5771»',
      'NIMC slip: «4829 103 5771»',
      { column: 'nin_number', cell: '«48291035771»' },
    ],
    noMatch: [
      ['NIN number: 4829103577', 'pattern: ten digits'],
      ['48291035771', 'keyword: none in reach'],
    ],
  },
  references: ['National Identity Management Commission of Nigeria: about the NIN'],
});
