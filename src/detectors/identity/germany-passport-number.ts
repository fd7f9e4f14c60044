/** German passport serial of nine characters, also with the check digit and the D of the machine-readable zone. */
import { germanyDocument } from '../../validators/germany-document.js';
import { defineDetector } from '../define.js';

/** Characters of a serial: digits and consonants, so that no words arise. */
const X = '[0-9CFGHJKLMNPRTVWXYZ]';
const L = '[CFGHJKLMNPRTVWXYZ]';
/** The eight characters behind the first, where no check digit follows: letters and digits, as in 39 of 40 serials. Digits alone are other countries'. */
const MIXED = Array.from({ length: 7 }, (_, i) => `${L}{${i + 1}}\\d${X}{${6 - i}}|\\d{${i + 1}}${L}${X}{${6 - i}}`).join('|');

export const germanyPassportNumber = defineDetector({
  id: 'GERMANY_PASSPORT_NUMBER',
  name: 'German passport number',
  category: 'pii',
  countries: ['DE'],
  regulations: ['GDPR'],
  severity: { 1: 'medium', 2: 'high' },
  forms: [`[CFGHJK](?:${MIXED})`, String.raw`[CFGHJK]${X}{8}\d`, String.raw`[CFGHJK]${X}{8}\dD`],
  boundary: 'word',
  falseAccept: 0.1,
  keywords: {
    mode: 'required',
    words: [
      'passport',
      'passports',
      'reisepass',
      'passport number',
      'passport no',
      'ausstellungsdatum',
      'ausstellungsort',
      'geburtsdatum',
      'reisepass–nr',
      'reisepassnummer',
      'passnummer',
      'pass nr',
      'german passport',
    ],
  },
  validator: germanyDocument,
  normal: 'alnum',
  examples: {
    match: [
      'Reisepass «C01X00T47»',
      'Passport «CF4X00T476», issued',
      'Reisepass «CFGHJKLM9»',
      'Reisepass «CFGHJKLMN7»',
      { column: 'reisepassnummer', cell: '«C01X00T478D»' },
    ],
    noMatch: [
      ['Reisepass B01X00T47', 'pattern: passports do not begin with B'],
      ['passport C12345678', 'pattern: digits alone, as in the US'],
      ['Reisepass C01X00T471', 'validator: the check digit is wrong'],
      ['C01X00T47', 'keyword: none in reach'],
    ],
  },
  references: [
    'ICAO Doc 9303-3',
    'Bundesministerium des Innern: Seriennummer (Pass)',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
