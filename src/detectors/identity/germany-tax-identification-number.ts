/** German tax identification number: eleven digits with a check digit, for life. Not the Steuernummer of a tax office. */
import { germanyIdnr } from '../../validators/germany-idnr.js';
import { defineDetector } from '../define.js';

export const germanyTaxIdentificationNumber = defineDetector({
  id: 'GERMANY_TAX_IDENTIFICATION_NUMBER',
  name: 'German tax identification number (IdNr)',
  category: 'pii',
  countries: ['DE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`[1-9]\d{10}`, String.raw`[1-9]\d \d{3} \d{3} \d{3}`],
  boundary: 'digit',
  falseAccept: 0.0035,
  keywords: {
    mode: 'required',
    words: [
      'identifikationsnummer',
      'steuer id',
      'steueridentifikationsnummer',
      'steuernummer',
      'tax id',
      'tax identification number',
      'tax number',
      'idnr',
      'id nr',
      'steuer idnr',
      'steuer identnummer',
      'steueridnummer',
      'steuerliche identifikationsnummer',
      'german tax id',
      // SAP's master data of customers and suppliers.
      'stcd',
    ],
  },
  validator: germanyIdnr,
  normal: 'digits',
  examples: {
    match: ['Steuer-ID: «86095742719»', 'IdNr «36 574 261 809»', { column: 'steuer_id', cell: '«45170900862»' }],
    noMatch: [
      ['Steuer-ID: 86095742718', 'validator: the check digit is wrong'],
      ['Steuer-ID: 11111111111', 'validator: ten equal digits'],
      ['86095742719', 'keyword: none in reach'],
    ],
  },
  references: [
    'BZSt: Aufbau der steuerlichen Identifikationsnummer',
    'ISO/IEC 7064',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
