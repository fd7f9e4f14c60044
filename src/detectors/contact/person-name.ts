/**
 * Full name of a person: given and family name together, as Macie has it. Lists tell names from other words in capitals, so that only
 * names that are common in some countries and written in Latin letters are found. docs/names-and-addresses.md says what that misses.
 */
import { namedPerson, namedPersonPart } from '../../validators/named-person.js';
import { fullNameValue, PERSON_TITLES, personName, singleNameValue, titledName } from '../../validators/person-name.js';
import { defineDetector } from '../define.js';

/** With Romanian letters, which lie apart. */
const CAPITAL = '[A-ZÀ-ŽȘȚ]';
const SMALL = '[a-zß-žșț]{1,17}';
/** The lists hold given names without a beginning of this kind. */
const FIRST = `${CAPITAL}${SMALL}(?:-${CAPITAL}${SMALL})?`;
const WORD = `(?:[DOL]['’]|Mac|Mc|De|Di|Le|La)?${CAPITAL}${SMALL}`;
const COMPOUND = `${WORD}(?:-${WORD})?`;
const INITIAL = String.raw`[A-Z]\.?`;
/** Directly behind a given name, the prefilter looks for particles in d and v only. */
const NEAR_PARTICLE = 'd[aiu]|del?(?: la| las| los)?|della|d[ao]s?|de[nrs]|v[ao]n(?: de[mnr]?)?';
const FAR_PARTICLE = `${NEAR_PARTICLE}|la|las|los|zu|ter|ten|y|e`;
const TITLE = String.raw`(?:${PERSON_TITLES.join('|')})\.?`;
/** All of a cell: the check knows what a name may hold. */
const CELL = String.raw`[^\n\r\t]{2,80}`;

/** Names of columns and fields that may hold what a person is called, and may hold what anything else is called. */
const FULL_NAME_WORDS = [
  ...[
    'name',
    'kundenname',
    'nombre',
    'nome',
    'nom',
    'naam',
    'namn',
    'navn',
    'nimi',
    'név',
    'jméno',
    'jmeno',
    'meno',
    'imię',
    'imie',
  ],
  ...['ime', 'isim', 'nume', 'имя', 'όνομα'],
];
/** Those that hold a given and a family name and nothing else. */
const PERSON_WORDS = [
  ...['full name', 'customer name', 'client name', 'patient name', 'employee name', 'contact name', 'person name', 'member name'],
  ...[
    'account holder',
    'account holder name',
    'card holder',
    'card holder name',
    'holder name',
    'beneficiary name',
    'guest name',
  ],
  ...[
    'borrower name',
    'applicant name',
    'candidate name',
    'student name',
    'teacher name',
    'passenger name',
    'owner name',
    'tenant name',
  ],
  ...['recipient name', 'sender name', 'subscriber name', 'insured name', 'policyholder name', 'physician name', 'doctor name'],
  ...['driver name', 'spouse name', 'mother name', 'father name', 'emergency contact', 'emergency contact name', 'next of kin'],
  ...[
    'vollständiger name',
    'vor und nachname',
    'patientenname',
    'mitarbeitername',
    'kontoinhaber',
    'karteninhaber',
    'ansprechpartner',
  ],
  ...[
    'nom complet',
    'nom et prénom',
    'nom et prenom',
    'nom prénom',
    'nom prenom',
    'prénom nom',
    'nom du client',
    'nom du patient',
  ],
  ...['nombre completo', 'nombre y apellido', 'nombre y apellidos', 'nombre del cliente', 'nombre del paciente'],
  ...['nome completo', 'nome e cognome', 'cognome e nome', 'nominativo', 'intestatario', 'nome do cliente', 'nome do paciente'],
  ...['volledige naam', 'klantnaam', 'imię i nazwisko', 'imie i nazwisko', 'nazwisko i imię', 'fullständigt namn', 'kundnamn'],
  ...[
    'fulde navn',
    'fullt navn',
    'kundenavn',
    'koko nimi',
    'asiakkaan nimi',
    'celé jméno',
    'jméno a příjmení',
    'jmeno a prijmeni',
  ],
  ...[
    'meno a priezvisko',
    'teljes név',
    'nume complet',
    'nume și prenume',
    'ime i prezime',
    'ad soyad',
    'adı soyadı',
    'isim soyisim',
  ],
  ...['фио', 'полное имя', 'піб', 'ονοματεπώνυμο', '姓名', '氏名', 'お名前', '성명'],
];
/** Those that hold one or the other. */
const NAME_PART_WORDS = [
  ...[
    'first name',
    'given name',
    'forename',
    'middle name',
    'last name',
    'surname',
    'family name',
    'fname',
    'lname',
    'maiden name',
  ],
  ...['vorname', 'nachname', 'familienname', 'zuname', 'geburtsname', 'mädchenname', 'prénom', 'prenom', 'nom de famille'],
  ...['nom de naissance', 'apellido', 'apellidos', 'primer nombre', 'segundo nombre', 'primer apellido', 'segundo apellido'],
  ...['apellido paterno', 'apellido materno', 'cognome', 'sobrenome', 'primeiro nome', 'último nome', 'voornaam', 'achternaam'],
  ...['roepnaam', 'nazwisko', 'förnamn', 'efternamn', 'fornavn', 'etternavn', 'etunimi', 'sukunimi', 'křestní jméno', 'příjmení'],
  ...['prijmeni', 'priezvisko', 'keresztnév', 'utónév', 'vezetéknév', 'prenume', 'nume de familie', 'prezime', 'soyad', 'soyadı'],
  ...['фамилия', 'отчество', 'прізвище', 'επώνυμο', '名字', '姓'],
];
/** Names of what is called something, and is no person. They are keywords so that `name` in them is none. */
const OTHER_NAME_WORDS = [
  ...[
    'company name',
    'business name',
    'organization name',
    'organisation name',
    'product name',
    'file name',
    'store name',
    'shop name',
  ],
  ...[
    'brand name',
    'school name',
    'event name',
    'project name',
    'team name',
    'bank name',
    'hotel name',
    'class name',
    'table name',
  ],
  ...[
    'column name',
    'field name',
    'place name',
    'city name',
    'country name',
    'street name',
    'host name',
    'domain name',
    'package name',
  ],
  ...[
    'item name',
    'category name',
    'firmenname',
    'produktname',
    'dateiname',
    'nom du produit',
    'nom de la société',
    'nombre de la empresa',
  ],
  ...[
    'nombre del producto',
    'nome do produto',
    'nome da empresa',
    'nome prodotto',
    'nome azienda',
    'productnaam',
    'bedrijfsnaam',
  ],
];
/** A word for a name that stands above given names where the family name has a column of its own. */
const MAYBE_PART_WORDS = ['nombre', 'nome', 'nom', 'jméno', 'jmeno', 'meno', 'imię', 'imie', 'ime', 'nume', 'имя', 'όνομα'];

export const personFullName = defineDetector({
  id: 'NAME',
  name: 'Full name of a person',
  category: 'pii',
  countries: [],
  regulations: ['GDPR', 'CCPA', 'HIPAA'],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [
    {
      pattern: `${FIRST}(?: (?:${INITIAL}|${COMPOUND}|${NEAR_PARTICLE})(?: (?:${INITIAL}|${COMPOUND}|${FAR_PARTICLE})){0,2})? ${COMPOUND}`,
      starts: 'person',
      validator: personName,
    },
    {
      pattern: `${TITLE}(?: ${TITLE})? ${COMPOUND}(?: (?:${INITIAL}|${COMPOUND}|${NEAR_PARTICLE})){0,2} ${COMPOUND}`,
      starts: 'person',
      falseAccept: 0.0001,
      validator: titledName,
    },
    {
      pattern: CELL,
      boundary: 'none',
      keywordMode: 'required',
      whole: [...FULL_NAME_WORDS, ...PERSON_WORDS],
      validator: fullNameValue,
    },
    {
      pattern: CELL,
      boundary: 'none',
      keywordMode: 'required',
      whole: [...NAME_PART_WORDS, ...MAYBE_PART_WORDS],
      validator: singleNameValue,
    },
    // No list has all names. Where the header leaves no doubt, what is written as a name is one.
    { pattern: CELL, boundary: 'none', keywordMode: 'named', whole: PERSON_WORDS, falseAccept: 0.5, validator: namedPerson },
    {
      pattern: CELL,
      boundary: 'none',
      keywordMode: 'named',
      whole: NAME_PART_WORDS,
      falseAccept: 0.5,
      validator: namedPersonPart,
    },
  ],
  boundary: 'token',
  // Of two words in capitals, of which the first is a given name.
  falseAccept: 0.1,
  keywords: {
    mode: 'none',
    words: [
      ...FULL_NAME_WORDS,
      ...PERSON_WORDS,
      ...NAME_PART_WORDS,
      ...OTHER_NAME_WORDS,
      ...['mr', 'mrs', 'herr', 'frau', 'monsieur', 'madame', 'mme', 'señor', 'señora', 'signor', 'signora'],
      ...['dear', 'sehr geehrte', 'sehr geehrter', 'cher', 'chère', 'estimado', 'estimada', 'gentile'],
      ...[
        'prezado',
        'prezada',
        'beste',
        'geachte',
        'kära',
        'kære',
        'kjære',
        'hyvä',
        'szanowny',
        'szanowna',
        'vážený',
        'vážená',
        'tisztelt',
      ],
      ...[
        'stimate',
        'stimată',
        'poštovani',
        'poštovana',
        'sayın',
        'pani',
        'paní',
        'dhr',
        'mevrouw',
        'meneer',
        'senhor',
        'senhora',
      ],
      ...['regards', 'sincerely', 'freundlichen grüßen', 'cordialement', 'atentamente', 'cordiali saluti', 'atenciosamente'],
      ...[
        'met vriendelijke groet',
        'vänliga hälsningar',
        'venlig hilsen',
        'vennlig hilsen',
        'ystävällisin terveisin',
        'z poważaniem',
      ],
      ...['s pozdravem', 's pozdravom', 'üdvözlettel', 'cu stimă', 's poštovanjem', 'saygılarımla'],
      ...[
        'my name is',
        'ich heiße',
        'je m’appelle',
        "je m'appelle",
        'me llamo',
        'mi chiamo',
        'meu nome é',
        'mijn naam is',
        'nazywam się',
      ],
      ...[
        'jag heter',
        'jeg hedder',
        'jeg heter',
        'nimeni on',
        'jmenuji se',
        'volám sa',
        'a nevem',
        'mă numesc',
        'zovem se',
        'benim adım',
      ],
      ...[
        'patient',
        'patiënt',
        'paciente',
        'paziente',
        'pacient',
        'pacjent',
        'pasient',
        'potilas',
        'customer',
        'kunde',
        'klant',
        'cliente',
      ],
    ],
  },
  space: 'small',
  examples: {
    match: [
      'Minutes by «Katharina Schröder», seconded.',
      'Dear «Xavier Dubois», thank you for your order.',
      'Best regards,\n«Priya Sharma»\n',
      'signed: «Ludwig van Beethoven»',
      'per «Jean-Pierre Lefèvre» du service',
      'ask «Maria L. Gómez» about it',
      'to «Mr. Zbyszko Qorri», by courier',
      'an «Frau Dr. Xenia Okonjo-Blau» persönlich',
      { column: 'full_name', cell: '«SMITH, JOHN A.»' },
      { column: 'Kundenname', cell: '«max mustermann»' },
      { column: 'customer.name', cell: '«Aoife O’Brien»' },
      { column: 'first_name', cell: '«Grace»' },
      { column: 'Apellidos', cell: '«García Márquez»' },
      { column: 'Nombre', cell: '«Lucía»' },
      { column: 'first_name', cell: '«Xqzt»' },
      { column: 'patientName', cell: '«Zbyszko Qorri»' },
      { column: '氏名', cell: '«藤原 裕太»' },
      { column: 'ФИО', cell: '«Мишина Оксана Кирилловна»' },
    ],
    noMatch: [
      ['the Paris Hilton Hotel', 'check: ends in a word that no name ends in'],
      ['Mark Complete when done', 'check: an everyday word before an unknown one'],
      ['Visual Studio Code', 'lists: no given name'],
      ['ask Katharina about it', 'form: a given name alone'],
      ['Mr Schröder', 'form: a family name alone'],
      ['class KatharinaSchröder', 'form: no space between the names'],
      [{ column: 'first_name', cell: 'Required' }, 'check: a word of forms and not of people'],
      [{ column: 'first_name', cell: 'enter yours here' }, 'check: no capitals'],
      [{ column: 'last_name_source', cell: 'Xqzt' }, 'context: the header is about a name, and ends in something else'],
      [{ column: 'customer_name', cell: 'Zenith Software Qorri GmbH' }, 'check: a company'],
      [{ column: 'company_name', cell: 'Jenkins - Trantow' }, 'check: a hyphen alone'],
      ['the books of Michel Mayer AG', 'check: the form of a company behind it'],
      [{ column: 'product_name', cell: 'Ruby Gems' }, 'check: an everyday word and an unknown one'],
      [{ column: 'Company Name', cell: 'HOWELL BROTHERS' }, 'context: a header that names no person'],
      [{ column: 'product', cell: 'GRACE HOPPER' }, 'context: no column of names, and no name as people write it'],
    ],
  },
  references: [
    'Macie: mdis-reference-pii (NAME: first and last name together, Latin script)',
    'Lists of names written down for this project: src/validators/gazetteer',
  ],
});
