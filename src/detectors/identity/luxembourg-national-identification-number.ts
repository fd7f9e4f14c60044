/** Luxembourg national identification number: birth date, serial, two check digits. */
import { luxembourgNin } from '../../validators/luxembourg-nin.js';
import { defineDetector } from '../define.js';

export const luxembourgNationalIdentificationNumber = defineDetector({
  id: 'LUXEMBOURG_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'Luxembourg national identification number (matricule)',
  category: 'pii',
  countries: ['LU'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{13}`, String.raw`\d{8} \d{5}`, String.raw`\d{4} \d{2} \d{2} \d{5}`],
  boundary: 'digit',
  falseAccept: 6e-6,
  keywords: {
    mode: 'required',
    words: [
      'matricule',
      'numéro matricule',
      'numéro de matricule',
      "numéro d'identification national",
      'numéro d’identification national',
      'numéro d’identification personnel',
      "numéro d'identification personnel",
      'matrikelnummer',
      'matricule nationale',
      'luxembourg national identification number',
      'eindeutige identifikationsnummer',
      'sozialversicherungsnummer',
      'matricule national',
      'numéro national',
      'numero national',
      'numéro national d’identification',
      "numéro national d'identification",
      'no matricule',
      'n° matricule',
      'nº matricule',
      'matricule luxembourg',
      'matricule luxembourgeois',
      'identifikatiounsnummer',
      'matrikel',
      'sozialversecherungsnummer',
      'nationale identifikationsnummer',
      'numéro de sécurité sociale',
      'cns',
    ],
  },
  validator: luxembourgNin,
  normal: 'digits',
  // A birthday and three digits decide the rest: 5 × 10^7.
  space: 'small',
  examples: {
    match: [
      'Matricule: «1975060179244»',
      'numéro matricule «19840810 03477»',
      'matricule «1984 03 04 94738»',
      { column: 'matricule', cell: '«1984081003477»' },
    ],
    noMatch: [
      ['Matricule: 1975060179245', 'validator: the second check digit is wrong'],
      ['Matricule: 1975060179254', 'validator: the first check digit is wrong'],
      ['1975060179244', 'keyword: none in reach'],
    ],
  },
  references: [
    'Loi du 19 juin 2013 relative à l’identification des personnes physiques; règlement grand-ducal du 28 novembre 2013',
    'OECD: tax identification numbers, Luxembourg',
  ],
});
