/** French health insurance card number (carte Vitale): twenty-one digits without a published check. */
import { defineDetector } from '../define.js';
import { MACIE_PHI } from '../macie-pages.js';

export const franceHealthInsuranceNumber = defineDetector({
  id: 'FRANCE_HEALTH_INSURANCE_NUMBER',
  name: 'French health insurance card number (carte Vitale)',
  category: 'phi',
  countries: ['FR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{21}`, String.raw`\d{10} \d{10} \d`, String.raw`\d{20} \d`],
  boundary: 'digit',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'carte d’assuré social',
      "carte d'assuré social",
      'carte vitale',
      'cartevitale',
      'insurance card',
      'numéro de carte vitale',
    ],
  },
  normal: 'digits',
  examples: {
    match: [
      'Carte Vitale «802500000123456789017»',
      'carte vitale «8025000001 2345678901 7»',
      'carte Vitale «80250000012345678901 7»',
      { column: 'carte_vitale', cell: '«802500000123456789017»' },
    ],
    noMatch: [
      ['carte vitale 80250000012345678901', 'pattern: twenty digits only'],
      ['802500000123456789017', 'keyword: none in reach'],
    ],
  },
  references: ['GIE SESAM-Vitale: carte Vitale', MACIE_PHI],
});
