/**
 * What a passport is called in the languages of those who write its number down: a hotel in Portugal lists French passports, an airline those
 * of all countries under one header. For sheets whose numbers have letters where others have none.
 */
export const PASSPORT_WORDS: readonly string[] = [
  'passport',
  'passports',
  'passport number',
  'passport no',
  'passport book',
  'passeport',
  'reisepass',
  'pasaporte',
  'passaporto',
  'passaporte',
  'paspoort',
  'paspoortnummer',
  'paszport',
  'paszportu',
];
