/** Driving licences by country, where one sheet a country says all: shapes, words, and the check where a public one exists. */
import type { ReservedCheck, Validator } from '../../core/verdict.js';
import { finlandHetu } from '../../validators/finland-hetu.js';
import { germanyDrivingLicence, isGermanSpecimenLicence } from '../../validators/germany-driving-licence.js';
import { indiaDrivingLicence } from '../../validators/india-driving-licence.js';
import { isSpainNifSpecimen, spainNif } from '../../validators/spain-nif.js';
import { swedenPersonnummer } from '../../validators/sweden-personnummer.js';
import type { Regulation } from '../define.js';
import { DRIVING_LICENCE_WORDS, EU_LICENCE_WORDS, LICENCE_WORDS } from './driving-licence-words.js';

/** A country whose licence number is the document's own: shapes as `licence-shapes` reads them. */
interface ShapedLicence {
  readonly shapes: readonly string[];
}

/** A country whose number a validator can check. */
interface CheckedLicence {
  /** RE2 patterns, each with a number of that shape. */
  readonly forms: readonly (readonly [pattern: string, example: string])[];
  readonly validator: Validator;
  readonly reserved?: ReservedCheck;
  /** A number that the validator refuses, and why. */
  readonly wrong: readonly [number: string, reason: string];
}

export interface DrivingLicence {
  /** Country as the id begins, as ISO 3166-1 alpha-2 and in English. */
  readonly stem: string;
  readonly code: string;
  readonly name: string;
  readonly number: ShapedLicence | CheckedLicence;
  /** Share of random text of the shapes that passes. Default 1: no letter is fixed, nothing is checked. */
  readonly falseAccept?: number;
  /** Fewer than 2^28 numbers, or too few of a shape. */
  readonly space?: 'small';
  /** The country's own words, then those in English. */
  readonly words: readonly string[];
  readonly regulations: readonly Regulation[];
  /** Where the shape comes from, if not from Microsoft Purview's definition for that country. */
  readonly reference?: string;
}

/*
 * The words are Amazon Macie's and those of official forms, in the cases in which they stand beside "number of" and without
 * accents. Of Macie's, these are left out:
 * - "driver lic." put into languages that have no such abbreviation, by the word for device drivers in three of them: ovladače lic.,
 *   ovládače lic., illesztőprogramok lic, förare lic., kuljettaja lic., kuljettajat lic., drivere lic., vadītāji lic.;
 * - "licence number", which is the number of a software licence: číslo licence, číslo licencie, licencszám, licences numurs, numer
 *   licencyjny, número de licença, número licença; and "permit to operate" anything: zezwolenie na prowadzenie;
 * - "vehicle": превозно средство;
 * - another country's words, which would make its numbers this one's: French in Finland and the Netherlands, Finnish in Sweden.
 * Misspelt in Macie's lists and put right here: conducer (conducir), řidičský prúkaz (průkaz), císlo
 * (číslo), δεια (άδεια), carteira de motorist (motorista).
 */

const GERMAN = [
  'führerschein',
  'fuehrerschein',
  'fuhrerschein',
  'führerscheinnummer',
  'fuehrerscheinnummer',
  'fuhrerscheinnummer',
  'führerscheinnr',
  'führerscheins',
] as const;
const DUTCH = ['rijbewijs', 'rijbewijsnummer', 'rijbewijsnr'] as const;
const FRENCH = ['permis de conduire', 'permis conduire'] as const;
const SWEDISH = ['körkort', 'körkort nummer', 'körkortsnummer', 'körkortets nummer', 'korkort', 'korkortsnummer'] as const;
const GREEK = [
  'άδεια οδήγησης',
  'άδειας οδήγησης',
  'αδεια οδηγησης',
  'αδειας οδηγησης',
  'adeia odigisis',
  'adeias odigisis',
] as const;

const GDPR: readonly Regulation[] = ['GDPR'];

export const DRIVING_LICENCE_COUNTRIES: readonly DrivingLicence[] = [
  {
    stem: 'AUSTRALIA',
    code: 'AU',
    name: 'Australia',
    number: {
      // Not 999 999 9999, which is how telephone numbers are written elsewhere.
      shapes: [
        '999999',
        '9999999',
        '99999999',
        '99 99 9999',
        '99-99-9999',
        '999999999',
        '999 999 999',
        '999-999-999',
        '9999999999',
        '9 999 999 999',
        '9-999-999-999',
        'A99999',
        'AA9999',
        '9999AA',
      ],
    },
    space: 'small',
    // Macie's words have American spellings too, by which every number of a driver in the US would be Australian.
    words: [...LICENCE_WORDS, 'learner licence'],
    regulations: [],
    reference: "Microsoft Purview: Australia driver's license number entity definition, without its telephone-like shapes",
  },
  {
    stem: 'AUSTRIA',
    code: 'AT',
    name: 'Austria',
    number: { shapes: ['99999999'] },
    space: 'small',
    words: [...GERMAN, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'BELGIUM',
    code: 'BE',
    name: 'Belgium',
    number: { shapes: ['9999999999'] },
    words: [...DUTCH, ...FRENCH, ...GERMAN, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'BULGARIA',
    code: 'BG',
    name: 'Bulgaria',
    number: { shapes: ['999999999'] },
    words: [
      'свидетелство за управление на моторно',
      'свидетелство за управление на мпс',
      'сумпс',
      'шофьорска книжка',
      'шофьорската книжка',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'CROATIA',
    code: 'HR',
    name: 'Croatia',
    number: { shapes: ['99999999'] },
    space: 'small',
    words: ['vozačka dozvola', 'vozačke dozvole', 'vozacka dozvola', 'vozacke dozvole', ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'CYPRUS',
    code: 'CY',
    name: 'Cyprus',
    number: { shapes: ['999999999999'] },
    words: [...GREEK, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'CZECHIA',
    code: 'CZ',
    name: 'Czech Republic',
    number: { shapes: ['EA999999', 'EA 999999'] },
    falseAccept: 0.039,
    space: 'small',
    words: [
      'řidičský průkaz',
      'řp',
      'řidičského průkazu',
      'řidičském průkazu',
      'ridicsky prukaz',
      'ridicskeho prukazu',
      'číslo licence řidiče',
      'povolení k jízdě',
      'povolení řidiče',
      'řidiči povolení',
      ...DRIVING_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'DENMARK',
    code: 'DK',
    name: 'Denmark',
    number: { shapes: ['99999999'] },
    space: 'small',
    words: [
      'kørekort',
      'kørekortet',
      'kørekortnummer',
      'kørekortsnummer',
      'kørekortnr',
      'kørekort nr',
      'koerekort',
      'koerekortnummer',
      'korekort',
      'korekortnummer',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'ESTONIA',
    code: 'EE',
    name: 'Estonia',
    number: { shapes: ['ET999999'] },
    falseAccept: 0.0015,
    space: 'small',
    words: ['juhiluba', 'juhiloa', 'juhilubade', 'juhi litsentsi number', ...DRIVING_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'FINLAND',
    code: 'FI',
    name: 'Finland',
    number: {
      forms: [
        [String.raw`[0-3]\d[01]\d{3}[-+]\d{3}[0-9A-FHJ-NPR-Y]`, '131052-308T'],
        [String.raw`[0-3]\d[01]\d{3}[A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]`, '010106A9012'],
      ],
      validator: finlandHetu,
      wrong: ['131052-308U', 'the check character is wrong'],
    },
    falseAccept: 0.0013,
    space: 'small',
    words: ['ajokortti', 'ajokortin', 'ajokortin numero', 'ajokorttinumero', ...SWEDISH, ...DRIVING_LICENCE_WORDS],
    regulations: GDPR,
    reference:
      "Microsoft Purview: Finland driver's license number, the shape of a personal identity code; Digital and Population Data Services Agency",
  },
  {
    stem: 'FRANCE',
    code: 'FR',
    name: 'France',
    // The number of the file (NEPH), then that of the card since 2013.
    number: { shapes: ['999999999999', '99AA99999'] },
    words: [...FRENCH, 'neph', 'numéro neph', 'enregistrement préfectoral harmonisé', ...EU_LICENCE_WORDS],
    regulations: GDPR,
    reference: "Microsoft Purview: France driver's license number entity definition; specimen of the card of 2013 (13AA00002)",
  },
  {
    stem: 'GERMANY',
    code: 'DE',
    name: 'Germany',
    number: {
      // The first letter is the state, A for Baden-Württemberg to P for Thuringia.
      forms: [[String.raw`[A-P]\d{2}[0-9A-Z]{6}[0-9X][0-9A-Z]`, 'C21M4K7TR74']],
      validator: germanyDrivingLicence,
      reserved: isGermanSpecimenLicence,
      wrong: ['C21M4K7TR84', 'the check digit is wrong'],
    },
    falseAccept: 0.056,
    words: [
      ...GERMAN,
      'fahrerlaubnis',
      'fahrerlaubnisnummer',
      'kartenführerschein',
      'kartenführerscheinnummer',
      ...DRIVING_LICENCE_WORDS,
    ],
    regulations: GDPR,
    reference: 'Wikipedia (de): Führerscheinnummer, with the rule of the check digit',
  },
  {
    stem: 'GREECE',
    code: 'GR',
    name: 'Greece',
    number: { shapes: ['999999999'] },
    words: [...GREEK, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'HUNGARY',
    code: 'HU',
    name: 'Hungary',
    number: { shapes: ['AA999999'] },
    words: [
      'jogosítvány',
      'jogosítványszám',
      'jogositvany',
      'jogsi',
      'vezető engedély',
      'vezetői engedély',
      'vezetői engedélyszám',
      'vezetői engedélyének',
      'vezetoi engedely',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'INDIA',
    code: 'IN',
    name: 'India',
    number: {
      forms: [
        [String.raw`[A-Z]{2}\d{13}`, 'KA0320150048217'],
        [String.raw`[A-Z]{2}\d{2} \d{11}`, 'MH14 20110062835'],
        [String.raw`[A-Z]{2}\d{2}-\d{11}`, 'TN09-20180003164'],
        [String.raw`[A-Z]{2}-\d{13}`, 'DL-0420110149672'],
        [String.raw`[A-Z]{2}-\d{2}-\d{11}`, 'GJ-05-20190027418'],
        [String.raw`[A-Z]{2}-\d{2}-\d{4}-\d{7}`, 'UP-32-2012-0086153'],
        [String.raw`[A-Z]{2}\d{2} \d{4} \d{7}`, 'KL07 2016 0031946'],
        [String.raw`[A-Z]{2} \d{2} \d{11}`, 'PB 10 20140057381'],
      ],
      validator: indiaDrivingLicence,
      wrong: ['QX0320150048217', 'there is no state QX'],
    },
    falseAccept: 0.0006,
    words: [...DRIVING_LICENCE_WORDS, 'driving licence no', 'ड्राइविंग लाइसेंस', 'चालक अनुज्ञप्ति'],
    regulations: ['DPDP'],
    reference: 'Ministry of Road Transport and Highways: Sarathi, SS-RRYYYYNNNNNNN; Motor Vehicles Act 1988, section 41(6)',
  },
  {
    stem: 'IRELAND',
    code: 'IE',
    name: 'Ireland',
    number: { shapes: ['999999AAAA'] },
    // Macie has no word in English, which is what people there write.
    words: ['ceadúnas tiomána', 'ceadúnais tiomána', 'ceadunas tiomana', 'ceadunais tiomana', ...DRIVING_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'ITALY',
    code: 'IT',
    name: 'Italy',
    // A province, or U1 for the central office, whose running number may hold a letter.
    number: { shapes: ['AA9999999A', 'U1*******A'] },
    words: [
      'patente di guida',
      'patente guida',
      'patente di guida numero',
      'patente guida numero',
      'numero patente',
      'numero di patente',
      'numero della patente',
      'patente numero',
      'mediante patente',
      'patente n',
      'patente nr',
      ...DRIVING_LICENCE_WORDS,
    ],
    regulations: GDPR,
    reference: 'Ministero delle infrastrutture e dei trasporti: circolare 30039 of 18 October 2011',
  },
  {
    stem: 'LATVIA',
    code: 'LV',
    name: 'Latvia',
    number: { shapes: ['AAA999999'] },
    words: [
      'vadītāja apliecība',
      'vadītāja apliecības',
      'autovadītāja apliecība',
      'autovadītāja apliecības',
      'vaditaja aplieciba',
      'vaditaja apliecibas',
      'vadītāja atļauja',
      'vadītāja licences numurs',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'LITHUANIA',
    code: 'LT',
    name: 'Lithuania',
    number: { shapes: ['99999999'] },
    space: 'small',
    words: [
      'vairuotojo pažymėjimas',
      'vairuotojo pažymėjimo',
      'vairuotojo pazymejimas',
      'vairuotojo pazymejimo',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'LUXEMBOURG',
    code: 'LU',
    name: 'Luxembourg',
    number: { shapes: ['999999'] },
    space: 'small',
    words: ['führerschäin', 'fuehrerschäin', 'fahrerlaubnis', 'numéro de permis', ...FRENCH, ...GERMAN, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'MALTA',
    code: 'MT',
    name: 'Malta',
    number: { shapes: ['**999999', '** 999 999'] },
    words: ['liċenzja tas sewqan', 'licenzja tas sewqan', ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'NETHERLANDS',
    code: 'NL',
    name: 'Netherlands',
    number: { shapes: ['9999999999'] },
    words: [...DUTCH, ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'POLAND',
    code: 'PL',
    name: 'Poland',
    number: { shapes: ['99999/99/9999', '99999/99/9999999'] },
    words: ['prawo jazdy', 'prawa jazdy', ...DRIVING_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'PORTUGAL',
    code: 'PT',
    name: 'Portugal',
    number: { shapes: ['AA-99999 9', 'AA-999999 9', 'A-999999 9', 'A-99999999 9'] },
    space: 'small',
    words: [
      'carta de condução',
      'carta condução',
      'carta de conducao',
      'carteira de habilitação',
      'carteira habilitação',
      'carteira de motorista',
      'carteira motorista',
      'licença de condução',
      'licença condução',
      'permissão de condução',
      'permissão condução',
      ...DRIVING_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'ROMANIA',
    code: 'RO',
    name: 'Romania',
    number: { shapes: ['*99999999'] },
    words: ['permis de conducere', 'permisul de conducere', 'permisului de conducere', 'permis conducere', ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'SLOVAKIA',
    code: 'SK',
    name: 'Slovakia',
    number: { shapes: ['*9999999'] },
    words: [
      'vodičský preukaz',
      'vodičského preukazu',
      'vodicsky preukaz',
      'vodicskeho preukazu',
      'povolenia vodičov',
      'povolenie jazdu',
      'povolenie na jazdu',
      'povolenie vodiča',
      ...EU_LICENCE_WORDS,
    ],
    regulations: GDPR,
  },
  {
    stem: 'SLOVENIA',
    code: 'SI',
    name: 'Slovenia',
    number: { shapes: ['999999999'] },
    words: ['vozniško dovoljenje', 'vozniškega dovoljenja', 'voznisko dovoljenje', 'vozniskega dovoljenja', ...EU_LICENCE_WORDS],
    regulations: GDPR,
  },
  {
    stem: 'SPAIN',
    code: 'ES',
    name: 'Spain',
    number: {
      // The number of the identity card, or that of foreigners.
      forms: [
        [String.raw`\d{8}[A-HJ-NP-TV-Z]`, '28968401Q'],
        [String.raw`\d{8}-[A-HJ-NP-TV-Z]`, '92557030-Q'],
        [String.raw`[XYZ]\d{7}[A-HJ-NP-TV-Z]`, 'X9304992C'],
        [String.raw`[XYZ]\d{7}-[A-HJ-NP-TV-Z]`, 'Y4567321-H'],
      ],
      validator: spainNif,
      reserved: isSpainNifSpecimen,
      wrong: ['28968401R', 'the control letter is wrong'],
    },
    falseAccept: 0.044,
    space: 'small',
    words: [
      'permiso de conducir',
      'permiso de conducción',
      'permiso de conduccion',
      'permiso conducir',
      'permiso conducción',
      'carnet de conducir',
      'carné de conducir',
      'carnet conducir',
      'licencia de conducir',
      'licencia conducir',
      'licencia de manejo',
      ...DRIVING_LICENCE_WORDS,
    ],
    regulations: GDPR,
    reference: 'Ministerio del Interior: cálculo del dígito de control del NIF/NIE',
  },
  {
    stem: 'SWEDEN',
    code: 'SE',
    name: 'Sweden',
    number: {
      forms: [
        [String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`, '811228-9874'],
        [String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])\d{4}`, '8507141235'],
        [String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])-\d{4}`, '19850714-1235'],
        [String.raw`(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[01])\d{4}`, '198507141235'],
      ],
      validator: swedenPersonnummer,
      wrong: ['811228-9875', 'the check digit is wrong'],
    },
    falseAccept: 0.008,
    space: 'small',
    words: [...SWEDISH, 'körkortsnr', 'körkortet', ...DRIVING_LICENCE_WORDS],
    regulations: GDPR,
    reference: "Microsoft Purview: Sweden driver's license number, the shape of a personnummer; Skatteverket, SKV 704",
  },
];
