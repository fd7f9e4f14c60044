/** Keywords for driving licences in English, shared by the sheets of English-speaking countries. */

/** Amazon Macie's words, then the typographic apostrophe and the usual column names. Not `dln`: in statistics it is the change of a logarithm. */
export const DRIVING_LICENCE_WORDS: readonly string[] = [
  'dl#',
  'dl #',
  'dl:',
  'dlno#',
  'driver licence',
  'driver licences',
  'driver license',
  'driver licenses',
  'driver permit',
  'drivers lic.',
  'drivers licence',
  "driver's licence",
  'drivers licences',
  "driver's licences",
  'drivers license',
  "driver's license",
  'drivers licenses',
  "driver's licenses",
  'drivers permit',
  "driver's permit",
  'drivers permit number',
  'driving licence',
  'driving license',
  'driving permit',
  'driver’s licence',
  'driver’s license',
  'driver lic',
  'dl no',
  'dl num',
  'dl number',
  'driver lic #',
  "driver's lic",
  'dl id',
];

/** The same where the document is a licence, never a license. The abbreviations are American. */
export const LICENCE_WORDS: readonly string[] = DRIVING_LICENCE_WORDS.filter((word) => /licence|permit/.test(word));

/**
 * The name of the document in the English of the European Union (Directive 2006/126/EC). For countries whose numbers have a
 * shape that many issuers share: American spellings would make each of them another country of an American number.
 */
export const EU_LICENCE_WORDS: readonly string[] = ['driving licence', 'driving licences'];
