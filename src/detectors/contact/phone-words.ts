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

const EAST_ASIAN_PHONE_WORDS = [
  '电话',
  '電話',
  '电话号码',
  '電話番号',
  '手机',
  '手机号',
  '手机号码',
  '携帯',
  '携帯電話',
  '携帯番号',
  '전화',
  '전화번호',
  '휴대폰',
  '휴대전화',
  '연락처',
];
/** Of the countries without a sheet of their own. */
export const OTHER_PHONE_WORDS: readonly string[] = [
  ...['telefoon', 'telefoonnummer', 'gsm', 'gsm nummer', 'mobiel', 'mobiele nummer'],
  ...[
    'numer telefonu',
    'nr telefonu',
    'telefon komórkowy',
    'komórka',
    'komorka',
    'mobilnummer',
    'mobiltelefon',
    'mobilt',
    'tlf nr',
  ],
  ...[
    'puhelin',
    'puhelinnumero',
    'matkapuhelin',
    'matkapuhelinnumero',
    'gsm numero',
    'telefón',
    'telefonní číslo',
    'telefónne číslo',
  ],
  ...['telefonszám', 'mobilszám', 'mobitel', 'broj telefona', 'număr de telefon', 'cep telefonu', 'cep tel', 'telefon numarası'],
  ...['telemóvel', 'telemovel', 'τηλέφωνο', 'κινητό', 'телефон', 'мобильный', 'мобільний', 'моб. тел.', 'номер телефону'],
  ...EAST_ASIAN_PHONE_WORDS,
];
/** Names of columns and fields that hold nothing but phone numbers. */
export const PHONE_FIELD_WORDS: readonly string[] = [
  ...[
    'phone',
    'phone number',
    'phone no',
    'telephone',
    'telephone number',
    'tel',
    'mobile',
    'mobile number',
    'mobile no',
    'mobile phone',
  ],
  ...[
    'cell phone',
    'cellphone',
    'cell number',
    'fax',
    'fax number',
    'home phone',
    'work phone',
    'landline',
    'msisdn',
    'whatsapp',
  ],
  ...[
    'contact number',
    'contact no',
    'contact phone',
    'telefon',
    'telefonnummer',
    'rufnummer',
    'handynummer',
    'mobilnummer',
    'festnetz',
  ],
  ...[
    'téléphone',
    'telephone',
    'tél',
    'téléphone portable',
    'telefono',
    'cellulare',
    'numero di telefono',
    'teléfono',
    'móvil',
    'movil',
  ],
  ...[
    'celular',
    'tlf',
    'tlf nr',
    'número de teléfono',
    'telefone',
    'fone',
    'mobil',
    'mobiltelefon',
    'telefoon',
    'telefoonnummer',
    'mobiel',
  ],
  ...['numer telefonu', 'nr telefonu', 'komórka', 'puhelin', 'puhelinnumero', 'matkapuhelin', 'telefón', 'telefonní číslo'],
  ...[
    'telefonszám',
    'mobilszám',
    'mobitel',
    'broj telefona',
    'număr de telefon',
    'cep telefonu',
    'telefon numarası',
    'telemóvel',
  ],
  ...['telemovel', 'τηλέφωνο', 'κινητό', 'телефон', 'мобильный', 'мобільний', 'номер телефону'],
  ...EAST_ASIAN_PHONE_WORDS,
];

/**
 * Stated for the national forms of all plans whose numbers begin with a trunk zero, or keep it: most of their numbers are assigned
 * in each plan, so none of them is more specific, and one that several accept is reported with its alternatives.
 */
export const TRUNK_ZERO_FALSE_ACCEPT = 0.9;

export const PHONE_NUMBERING =
  'ITU-T E.164 and the national numbering plans, as compiled in the metadata of Google libphonenumber';
