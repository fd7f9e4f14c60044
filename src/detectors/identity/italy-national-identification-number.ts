/** Italian codice fiscale, with the letters that stand for digits in codes that would be equal (omocodia). */
import { italyCodiceFiscale } from '../../validators/italy-codice-fiscale.js';
import { defineDetector } from '../define.js';

/** A digit, or the letter that stands for it. */
const D = '[0-9LMNPQRSTUV]';

export const italyNationalIdentificationNumber = defineDetector({
  id: 'ITALY_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'Italian codice fiscale',
  category: 'pii',
  countries: ['IT'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [
    // Six letters, a year, a month's letter, a day, a place and a check letter: nothing else is written so.
    { pattern: String.raw`[A-Z]{6}\d${D}[ABCDEHLMPRST]${D}{2}[A-MZ]${D}{3}[A-Z]`, keywordMode: 'none' },
    String.raw`[a-z]{6}\d{2}[abcdehlmprst]\d{2}[a-mz]\d{3}[a-z]`,
    String.raw`[A-Z]{6} \d${D}[ABCDEHLMPRST]${D}{2} [A-MZ]${D}{3}[A-Z]`,
  ],
  boundary: 'word',
  falseAccept: 0.007,
  keywords: {
    mode: 'required',
    words: [
      'codice fiscal',
      'dati anagrafici',
      'ehic',
      'health card',
      'health insurance card',
      'p. iva',
      'partita i.v.a.',
      'personal data',
      'tax code',
      'tessera sanitaria',
      'codice fiscale',
      'cod. fisc.',
      'cod fisc',
      'cod. fiscale',
      'c.f.',
      'cf',
      'codfisc',
      'codicefiscale',
      'italian tax code',
      'fiscal code',
      'cod. fisc',
      'codice fisc',
      'cf.',
      'c.fisc.',
      'c. fiscale',
      'fiscale',
    ],
  },
  validator: italyCodiceFiscale,
  normal: 'alnum',
  examples: {
    match: [
      'Ada, «RSSMRA85T10A562S», presente',

      'Codice fiscale: «RSSMRA85T10A562S»',
      'C.F. «bnclrl78e52h501i»',
      'codice fiscale «RSSMRA 85T10 A562S»',
      { column: 'codice_fiscale', cell: '«BNCLRA78E52H50MP»' },
    ],
    noMatch: [
      ['Codice fiscale: RSSMRA85T10A562T', 'validator: the check letter is wrong'],
      ['Codice fiscale: RSSMRA85F10A562S', 'pattern: F is no month'],
      ['rssmra85t10a562s', 'keyword: none in reach, in small letters'],
    ],
  },
  references: [
    'Agenzia delle Entrate: codice fiscale, D.M. 23/12/1976',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
