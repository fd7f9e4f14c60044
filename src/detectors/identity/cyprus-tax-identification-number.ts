/** Cypriot tax identification code: eight digits and a check letter. */
import { afterCountry } from '../../validators/country-prefix.js';
import { cyprusTin } from '../../validators/cyprus-tin.js';
import { defineDetector } from '../define.js';

export const cyprusTaxIdentificationNumber = defineDetector({
  id: 'CYPRUS_TAX_IDENTIFICATION_NUMBER',
  name: 'Cypriot tax identification code (TIC)',
  category: 'pii',
  countries: ['CY'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{8}[A-Z]`, { pattern: String.raw`CY\d{8}[A-Z]`, validator: afterCountry(cyprusTin) }],
  boundary: 'word',
  falseAccept: 0.04,
  keywords: {
    mode: 'required',
    words: [
      'tax identification code',
      'αριθμός φορολογικής ταυτότητας',
      'αριθμός φορολογικού μητρώου',
      'φορολογική ταυτότητα',
      'α.φ.τ.',
      'αφτ',
      'φπα',
      'vergi kimlik kodu',
      'cyprus tax',
      'cypriot tax number',
      'cyprus tin',
      'tic number',
    ],
  },
  validator: cyprusTin,
  normal: 'alnum',
  // Eight digits decide the letter: 10^8.
  space: 'small',
  examples: {
    match: [
      'Tax identification code: «03723422P»',
      'ΦΠΑ «CY08696552Q»',
      { column: 'tax_identification_code', cell: '«01746944I»' },
    ],
    noMatch: [
      ['Tax identification code: 03723422Q', 'validator: the check letter is wrong'],
      ['Tax identification code: 3723422P', 'pattern: seven digits only'],
      ['03723422P', 'keyword: none in reach'],
    ],
  },
  references: ['Tax Department of Cyprus; OECD: tax identification numbers, Cyprus'],
});
