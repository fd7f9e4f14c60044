/** Canadian permanent resident cards. Macie files them under the id of a national identification number. */
import { defineDetector } from '../define.js';
import { MACIE_PII } from '../macie-pages.js';

export const canadaNationalIdentificationNumber = defineDetector({
  id: 'CANADA_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'Permanent resident card number, Canada',
  category: 'pii',
  countries: ['CA'],
  regulations: ['PIPEDA'],
  severity: { 1: 'high' },
  // Two letters with seven digits, ten on older cards.
  forms: [String.raw`[A-Z]{2}\d{7}`, String.raw`[A-Z]{2}\d{10}`],
  boundary: 'word',
  falseAccept: 1,
  keywords: {
    mode: 'required',
    words: [
      'carte résident permanent',
      'carte de résident permanent',
      'numéro carte résident permanent',
      'numéro résident permanent',
      'permanent resident card',
      'permanent resident card number',
      'permanent resident no',
      'permanent resident no.',
      'permanent resident number',
      'permanent resident',
      'pr card',
      'pr no',
      'pr no.',
      'pr non',
      'pr number',
      'résident permanent no.',
      'résident permanent non',
    ],
  },
  normal: 'alnum',
  examples: {
    match: ['Permanent Resident Card «RA4820617»', 'PR no. «PA0396157284»', { column: 'pr_card_number', cell: '«RA5190382»' }],
    noMatch: [
      ['PR card RA482061', 'pattern: seven or ten digits'],
      ['PR card R48206175', 'pattern: two letters'],
      ['lot RA4820617', 'keyword: no keyword in reach'],
    ],
  },
  references: ['Immigration, Refugees and Citizenship Canada: permanent resident card, document number', MACIE_PII],
});
