/**
 * Mailing address, as Macie has it: a city with a postal code of Australia, Canada, France, Germany, Italy, Spain, the United Kingdom or
 * the United States. In text, what is found is the city and its code, with the street before it where that is written in English or French
 * with the number first, and such a street alone. A field that is called an address or a street is found whole, in any country, if it has
 * words and the number of a house.
 */
import {
  AU_STATE_CODES,
  australiaPlace,
  CA_PROVINCE_CODES,
  canadaPlace,
  codeAndTown,
  continentalPlace,
  isInLicences,
  US_STATE_CODES,
  ukPlace,
  usPlace,
} from '../../validators/place-and-postcode.js';
import { streetAddress } from '../../validators/street-address.js';
import { townBehindStreet } from '../../validators/street-before.js';
import {
  ENGLISH_STREET,
  englishAddress,
  englishStreet,
  FRENCH_STREET,
  frenchAddress,
  frenchStreet,
} from '../../validators/street-line.js';
import { defineDetector } from '../define.js';

const WORD = "[A-ZÀ-Ž][A-Za-zß-ž.'’]{1,20}";
const SMALL_WORD = "a[mn]|an der|d[eio]|de la|de los|del|d'|en|im|in|l[ae]|les|of|on|sous|sur|the|under|upon";
/** A town of no list: a sentence that begins behind it is no part of it. */
const TOWN_WORD = "[A-ZÀ-ŽȘȚ][A-Za-zß-žșț'’]{1,20}";
const TOWN = `${TOWN_WORD}(?:[ -](?:(?:${SMALL_WORD})[ -])?${TOWN_WORD}){0,3}`;
/** A city: up to four words, small ones between them. */
const CITY = `${WORD}(?:[ -](?:(?:${SMALL_WORD})[ -])?${WORD}){0,3}`;

/** Without full stops, but that of a saint: a sentence may end behind it (`44000 Nantes. Merci`). */
const CONTINENTAL_CITY = `(?:St\\. ?|S\\. ?)?${TOWN}`;
/** A village or quarter between street and city. */
const LOCALITY = `${TOWN_WORD}(?: ${TOWN_WORD}){0,2}`;

/** State, province and code, or the code alone, as they stand behind a city. */
const US_CODE = String.raw`(?:${US_STATE_CODES.join('|')}) \d{5}(?:-\d{4})?`;
const CA_CODE = String.raw`(?:(?:${CA_PROVINCE_CODES.join('|')}),? )?[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z] \d[A-CEGHJ-NPR-TV-Z]\d`;
const AU_CODE = String.raw`(?:${AU_STATE_CODES.join('|')}) \d{4}`;
const UK_CODE = String.raw`[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}`;
/** In bytes. */
const LONGEST_STREET = 100;
const LONGEST_ADDRESS = 200;
/** Between a street and its city. */
const NEXT_LINE = String.raw`(?:,? {1,2}|,?\r?\n[ \t]{0,8})`;

const BESIDE_WORD = { keywordMode: 'required', falseAccept: 0.9, validator: codeAndTown } as const;
/** A code of each of these countries and a town: DE, FR, IT and ES; PL; PT; BR; SE and CZ; NL. */
const TOWNS: readonly string[] = [
  String.raw`\d{5},? ${TOWN}`,
  String.raw`\d{2}-\d{3} ${TOWN}`,
  String.raw`\d{4}-\d{3} ${TOWN}`,
  String.raw`\d{5}-\d{3},? ${TOWN}`,
  String.raw`\d{3} \d{2} ${TOWN}`,
  String.raw`\d{4} ?[A-Z]{2},? ${TOWN}`,
];
const BEHIND_STREET = { falseAccept: 0.001, validator: townBehindStreet } as const;

/** Names of columns and fields that hold a street and its number, with or without city and code. */
const FIELD_WORDS = [
  ...[
    'address',
    'addr',
    'street',
    'street address',
    'mailing address',
    'home address',
    'address line',
    'adr line',
    'residential address',
    // As systems shorten it: SAP, ISO 20022, hospitals.
    ...['stras', 'strt nm', 'adr l', 'addr ln', 'addr line', 'adresse ligne', 'calle num', 'calle y número', 'address ln'],
  ],
  // Names that say more behind the word.
  ...[
    'street name',
    'address 1',
    'address1',
    'addr1',
    'street 1',
    'permanent addr',
    'straße hausnr',
    'strasse hausnr',
    'straße nr',
  ],
  ...['straße und hausnummer', 'strasse und hausnummer', 'straße hausnummer', 'strasse hausnummer', 'strasse nr'],
  ...['adr voie', 'adresse postale', 'adresse complète', 'adresse complete', 'numéro et rue', 'adresse 1', 'domicile'],
  ...['dirección completa', 'direccion completa', 'domicilio fiscal', 'dirección fiscal', 'indirizzo di residenza'],
  ...[
    'endereço residencial',
    'endereco residencial',
    'endereço completo',
    'endereco completo',
    'adres zamieszkania',
    'adres zam',
    ...['endereço atual', 'endereco atual', 'domicilio actual', 'adresse actuelle', 'indirizzo attuale'],
  ],
  ...['billing address', 'shipping address', 'delivery address', 'postal address', 'full address', 'current address'],
  ...['anschrift', 'adresse', 'straße', 'strasse', 'rue', 'indirizzo', 'dirección', 'direccion', 'domicilio', 'calle'],
  ...['endereço', 'endereco', 'logradouro', 'morada', 'rua', 'adres', 'straat', 'ulica', 'ulice', 'adresa', 'adresă', 'strada'],
  ...['adress', 'gatuadress', 'gateadresse', 'osoite', 'katuosoite', 'lakcím', 'utca', 'sokak', 'ev adresi', 'iş adresi'],
  ...['адрес', 'адреса', 'улица', 'вулиця', 'διεύθυνση', 'οδός', '住所', '番地', '地址', '街道', '주소'],
];

export const mailingAddress = defineDetector({
  id: 'ADDRESS',
  name: 'Mailing address',
  category: 'pii',
  countries: ['AU', 'CA', 'FR', 'DE', 'IT', 'ES', 'GB', 'US'],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    {
      pattern: `${CITY},? ${US_CODE}`,
      starts: 'place',
      falseAccept: 0.0001,
      validator: usPlace,
    },
    {
      pattern: `${CITY},? ${CA_CODE}`,
      starts: 'place',
      falseAccept: 0.0001,
      validator: canadaPlace,
    },
    {
      pattern: `${CITY},? ${AU_CODE}`,
      starts: 'place',
      falseAccept: 0.001,
      validator: australiaPlace,
    },
    {
      pattern: `${CITY},? ${UK_CODE}`,
      starts: 'place',
      falseAccept: 0.001,
      validator: ukPlace,
    },
    { pattern: String.raw`\d{5} ${CONTINENTAL_CITY}`, falseAccept: 0.001, validator: continentalPlace },
    { pattern: ENGLISH_STREET, head: ENGLISH_STREET, maxLength: LONGEST_STREET, falseAccept: 0.001, validator: englishStreet },
    {
      head: ENGLISH_STREET,
      pattern: String.raw`${ENGLISH_STREET}\.?${NEXT_LINE}(?:${LOCALITY}, )?${CITY},? (?:${US_CODE}|${CA_CODE}|${AU_CODE}|${UK_CODE})`,
      falseAccept: 0.0001,
      validator: englishAddress,
      selfEvident: true,
      maxLength: LONGEST_ADDRESS,
    },
    { pattern: FRENCH_STREET, head: FRENCH_STREET, maxLength: LONGEST_STREET, falseAccept: 0.001, validator: frenchStreet },
    {
      head: FRENCH_STREET,
      pattern: String.raw`${FRENCH_STREET}${NEXT_LINE}\d{5} ${CONTINENTAL_CITY}`,
      falseAccept: 0.0001,
      validator: frenchAddress,
      selfEvident: true,
      maxLength: LONGEST_ADDRESS,
    },
    // Towns that no list has, and countries whose codes have a shape of their own: beside a word for an address, or behind a street.
    ...TOWNS.map((pattern) => ({ pattern, ...BESIDE_WORD })),
    ...[...TOWNS, String.raw`\d{4} ${TOWN}`].map((pattern) => ({ pattern, ...BEHIND_STREET })),
    { pattern: String.raw`[^\r\t]{5,640}`, boundary: 'none', keywordMode: 'named', whole: FIELD_WORDS, validator: streetAddress },
  ],
  boundary: 'token',
  falseAccept: 0.001,
  keywords: {
    mode: 'none',
    words: [
      ...FIELD_WORDS,
      ...['avenue', 'boulevard', 'postal code', 'postcode', 'zip code', 'zip', 'city'],
      ...[
        'live at',
        'lives at',
        'live in',
        'moved to',
        'resides at',
        'residing at',
        'ship to',
        'deliver to',
        'wohne',
        'wohnt',
        'wohnhaft',
      ],
      ...['habite', 'vivo en', 'vive en', 'reside en', 'abito in', 'residente in', 'moro em', 'reside em', 'woon op', 'woont op'],
      ...['adresem', 'bor på', 'bor i', 'osoitteessa', 'adrese', 'bydlím', 'bydliskom', 'lakik', 'adresim', 'domiciliat'],
      ...['postleitzahl', 'plz', 'wohnort', 'code postal', 'ville', 'piazza'],
    ],
  },
  reserved: isInLicences,
  space: 'small',
  examples: {
    match: [
      '«123 Main St, Springfield, IL 62704-1234»',
      'ship to «1 Elm Street, New York, NY 10001»',
      'P.O. Box 7, «Smallville, KS 66002»',
      '«24 Sussex Drive, Ottawa, ON K1M 1M4»',
      'rue Sainte-Catherine, «Montréal, QC H3B 1A1»',
      'Unit 5, «12 Church St, Parramatta NSW 2150»',
      '«10 Downing Street\nLondon SW1A 2AA»',
      'Musterstraße 12, «10115 Berlin»',
      '«12 rue de Rivoli, 75001 Paris», France',
      'Via Nazionale 5, «00184 Roma»',
      'Calle Mayor 3, «28013 Madrid»',
      'I live at «1600 Pennsylvania Ave NW, Apt 4B» now.',
      'lives at «52 Quarry Drive», second door',
      'au «12 bis rue de la Paix», à Paris',
      'by mail to «124 rue des Lilas, 44000 Nantes». Overpayment 12',
      'chez «14 rue des Acacias, 73200 Albertville»',
      '«226 W 35th St Bldg 4,\n  Norfolk, VA 23504»',
      'demeurant à adresse «6 place du Marché»',
      { column: 'address', cell: '«Hauptstr. 5, 60311 Frankfurt am Main»' },
      'Anschrift: Dietzstr. 31, «53393 Torgau»',
      'adres: ulica Sokola 36, «29-783 Bolesławiec»',
      'Morada: Rua Matos 48, «9337-406 Gandra»',
      'Firma Kolbe, Mühlenstraße 4a,\n«98693 Ilmenau»',
      'mieszka ul. Sokola 36/2, «29-783 Bolesławiec»',
      'Kerkstraat 5, «3581 RC Utrecht»',
      'Avenida Luísa Todi 118, «2900-452 Setúbal»',
      'Björkvägen 14, «352 45 Växjö»',
      'Bahnhofstrasse 61\n«5000 Aarau»',
      'endereço: Via de Brito, 24, «86834-497 Oliveira»',
      'Adress: Skolvägen 1, «955 74 Uppsala»',
      'Ik woon op Juliastraat 8, «8724 QU Venray»',
      { column: 'street', cell: '«806 Tanya Stream Apt. 837»' },
      { column: 'adres', cell: '«Bağdat Cad. Lale Apt. No:118 D:7, 34728 Kadıköy/İstanbul»' },
      { column: 'homeAddress', cell: '«Björkgatan 8, 96360 Kristianstad»' },
      { column: '住所', cell: '«横浜市西区千塚38丁目4番11号»' },
    ],
    noMatch: [
      ['Springfield, IL 90210', 'check: no ZIP code of Illinois begins with 902'],
      ['10115 München', 'check: the code is not of that city'],
      ['12345 Items', 'keyword: none, and no city of the lists'],
      ['at address 65536 Segment fault', 'check: no street before it'],
      ['address 12, 65536 Bytes', 'check: a word of programs'],
      ['Sokola 36, 29-783 Bolesławiec', 'keyword: none in reach'],
      ['Spring 12, 98693 Ilmenau', 'check: no word for a street before it'],
      ['Bahnhofstrasse, 5000 Besucher', 'check: no number of a house before it'],
      ['London ZZ1 1AA', 'check: there is no postcode area ZZ'],
      ['Sydney NSW 3000', 'check: the code is of another state'],
      ['version OK 12345', 'form: no city'],
      ['has 2 Hard Drive bays', 'check: a drive of a computer'],
      ['in 2019 The Long Road', 'check: an article is no name'],
      ['3 place Holders', 'form: no particle'],
      ['Via Roma, Milano', 'form: no number and no code'],
      ['806 Tanya Stream Apt. 837', 'context: no field that is called an address'],
      [{ column: 'ip_address', cell: '10.20.30.40' }, 'check: no word'],
      [{ column: 'contract_address', cell: '0x52908400098527886E0F7030069857D2E4169EE7' }, 'check: one word'],
      [{ column: 'address', cell: 'not available' }, 'check: no number'],
    ],
  },
  references: [
    'Macie: mdis-reference-pii (ADDRESS: city with postal code of eight countries)',
    'USPS Publication 65 and L002; Canada Post: Addressing Guidelines; Australia Post: postcode ranges',
    'Office for National Statistics: postcode areas',
    'Lists of places written down for this project: src/validators/gazetteer',
  ],
});
