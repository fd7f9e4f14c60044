/** What phone sheets share: separators of digit groups, and the words beside numbers, Amazon Macie's first, then those of each language. */

/** Between two digit groups: a space or sign, a parenthesis, or both. Never empty, so that a number is cut into groups in one way only. */
export const GROUP_GAP = String.raw`(?:[ ./-]\(?|\(|\)[ ./-]?\(?)`;

/**
 * Macie's words, then others. Not `call` and `sms`: program text is full of them, and error codes of ten digits stand beside
 * (`E_MBN_SMS_MEMORY_FULL = -2141945303`).
 */
export const PHONE_WORDS: readonly string[] = [
  'cell',
  'contact',
  'fax',
  'fax number',
  'mobile',
  'phone',
  'phone number',
  'tel',
  'telephone',
  'telephone number',
  'cell phone',
  'cellphone',
  'call me',
  'call us',
  'please call',
  'toll free',
  'whatsapp',
  'phones',
  'msisdn',
  'ph no',
  'mob',
  'mob no',
  'landline',
  'hotline',
  'helpline',
  'contact no',
  'contact number',
  'reach me',
  'text me',
];

export const GERMAN_PHONE_WORDS: readonly string[] = [
  'telefon',
  'telefonnummer',
  'rufnummer',
  'handy',
  'handynummer',
  'mobil',
  'mobilnummer',
  'mobiltelefon',
  'festnetz',
  'telefax',
  'durchwahl',
  'telefonnr',
  'tel nr',
  'handynr',
  'mobilnr',
  'mobilfunk',
  'rückruf',
  'rückrufnummer',
  'fon',
  'erreichbar',
];
export const FRENCH_PHONE_WORDS: readonly string[] = [
  'téléphone',
  'telephone',
  'portable',
  'tél',
  'numéro de téléphone',
  'télécopie',
  'téléphone fixe',
  'tél.',
  'numéro de portable',
  'numéro fixe',
  'n° de tél',
  'joignable',
  'appelez',
];
export const ITALIAN_PHONE_WORDS: readonly string[] = [
  'telefono',
  'cellulare',
  'cell.',
  'numero di telefono',
  'recapito telefonico',
  'numero di cellulare',
  'recapito',
];
export const SPANISH_PHONE_WORDS: readonly string[] = [
  'teléfono',
  'telefono',
  'móvil',
  'movil',
  'celular',
  'número de teléfono',
  'tlf',
  'tfno',
  'numero de telefono',
  'número de móvil',
  'teléfono móvil',
  'tel móvil',
  'llamar al',
];
export const PORTUGUESE_PHONE_WORDS: readonly string[] = [
  'cel',
  'celular',
  'fone',
  'móvel',
  'número residencial',
  'numero residencial',
  'telefone',
  'zap',
];

/**
 * Stated for the national forms of all plans whose numbers begin with a trunk zero, or keep it: most of their numbers are assigned
 * in each plan, so none of them is more specific, and one that several accept is reported with its alternatives.
 */
export const TRUNK_ZERO_FALSE_ACCEPT = 0.9;

export const PHONE_NUMBERING =
  'ITU-T E.164 and the national numbering plans, as compiled in the metadata of Google libphonenumber';
