/** Greek social security number and tax number. */
import { afterCountry } from '../../validators/country-prefix.js';
import { greeceAfm } from '../../validators/greece-afm.js';
import { greeceAmka } from '../../validators/greece-amka.js';
import { defineDetector } from '../define.js';

export const greeceSocialSecurityNumber = defineDetector({
  id: 'GREECE_SOCIAL_SECURITY_NUMBER',
  name: 'Greek social security number (AMKA)',
  category: 'pii',
  countries: ['GR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{11}`],
  digits: 11,
  boundary: 'digit',
  falseAccept: 0.004,
  keywords: {
    mode: 'required',
    words: ['αμκα', 'α.μ.κ.α.', 'αριθμός μητρώου κοινωνικής ασφάλισης', 'amka', 'a.m.k.a.', 'greek social security number'],
  },
  validator: greeceAmka,
  normal: 'digits',
  // A birthday and four digits: 3.7 × 10^8, of which two thirds belong to the living.
  space: 'small',
  examples: {
    match: ['ΑΜΚΑ: «21026602686»', 'AMKA «16048782938»', { column: 'amka', cell: '«06028565874»' }],
    noMatch: [
      ['ΑΜΚΑ: 21026602687', 'validator: the check digit is wrong'],
      ['ΑΜΚΑ: 21136602683', 'validator: there is no month 13'],
      ['21026602686', 'keyword: none in reach'],
    ],
  },
  references: ['Ν. 3655/2008; amka.gr: what is AMKA'],
});

export const greeceTaxIdentificationNumber = defineDetector({
  id: 'GREECE_TAX_IDENTIFICATION_NUMBER',
  name: 'Greek tax number (AFM)',
  category: 'pii',
  countries: ['GR'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [String.raw`\d{9}`, { pattern: String.raw`EL\d{9}`, validator: afterCountry(greeceAfm) }],
  digits: 9,
  boundary: 'digit',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'αφμ',
      'α.φ.μ.',
      'αριθμός φορολογικού μητρώου',
      'afm',
      'a.f.m.',
      'greek tax number',
      'greek tax identification number',
    ],
  },
  validator: greeceAfm,
  normal: 'digits',
  // Eight digits decide the ninth: 10^8.
  space: 'small',
  examples: {
    match: ['ΑΦΜ: «160116937»', 'ΑΦΜ «EL104813693»', { column: 'afm', cell: '«196509687»' }],
    noMatch: [
      ['ΑΦΜ: 160116938', 'validator: the check digit is wrong'],
      ['ΑΦΜ: 16011693', 'pattern: eight digits only'],
      ['160116937', 'keyword: none in reach'],
    ],
  },
  references: ['Ανεξάρτητη Αρχή Δημοσίων Εσόδων: ΑΦΜ; OECD: tax identification numbers, Greece'],
});
