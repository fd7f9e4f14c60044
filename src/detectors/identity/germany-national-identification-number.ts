/** German identity card serial since November 2010. The ten digits of older cards, all expired by 2020, are left out. */
import { germanyDocument } from '../../validators/germany-document.js';
import { defineDetector } from '../define.js';

/** Characters of a serial: digits and consonants, so that no words arise. */
const X = '[0-9CFGHJKLMNPRTVWXYZ]';
const L = '[CFGHJKLMNPRTVWXYZ]';
/** The eight characters behind the first, where no check digit follows: letters and digits, as in 39 of 40 serials. Digits alone are other countries'. */
const MIXED = Array.from({ length: 7 }, (_, i) => `${L}{${i + 1}}\\d${X}{${6 - i}}|\\d{${i + 1}}${L}${X}{${6 - i}}`).join('|');

export const germanyNationalIdentificationNumber = defineDetector({
  id: 'GERMANY_NATIONAL_IDENTIFICATION_NUMBER',
  name: 'German identity card number',
  category: 'pii',
  countries: ['DE'],
  regulations: ['GDPR'],
  severity: { 1: 'high' },
  forms: [`[LMNPRTVWXY](?:${MIXED})`, String.raw`[LMNPRTVWXY]${X}{8}\d`, String.raw`[LMNPRTVWXY]${X}{8}\dD`],
  boundary: 'word',
  falseAccept: 0.18,
  keywords: {
    mode: 'required',
    words: [
      'ausweisnummer',
      'id number',
      'identification number',
      'identity number',
      'insurance number',
      'personal id',
      'personalausweis',
      'personalausweisnummer',
      'ausweis nr',
      'ausweisnr',
      'perso nr',
      'identity card number',
      'id card number',
    ],
  },
  validator: germanyDocument,
  normal: 'alnum',
  examples: {
    match: [
      'Personalausweis «L01X00T47»',
      'Ausweisnummer: «L01X00T471»',
      'Personalausweis «LFGHJKTX7»',
      'Ausweisnummer «LMNPRTVWX7»',
      { column: 'personalausweis_nr', cell: '«LZ6X00T471D»' },
    ],
    noMatch: [
      ['Personalausweis L01A00T47', 'pattern: the serial has no vowels'],
      ['Ausweisnummer: L01X00T472', 'validator: the check digit is wrong'],
      ['L01X00T47', 'keyword: none in reach'],
    ],
  },
  references: [
    'ICAO Doc 9303-3',
    'Personalausweisverordnung, Anhang 4',
    'Amazon Macie: managed data identifiers for personally identifiable information',
  ],
});
