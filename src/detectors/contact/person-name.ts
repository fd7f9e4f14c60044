/**
 * Full name of a person: given and family name together, as Macie has it. Lists tell names from other words in capitals, so that only
 * names that are common in some countries and written in Latin letters are found. docs/names-and-addresses.md says what that misses.
 */
import { fullNameValue, PERSON_TITLES, personName, singleNameValue, titledName } from '../../validators/person-name.js';
import { defineDetector } from '../define.js';

const CAPITAL = '[A-ZÀ-Ž]';
const SMALL = '[a-zß-ž]{1,17}';
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

const FULL_NAME_WORDS = ['name', 'full name', 'kundenname', 'nombre', 'nome', 'nom', 'naam'];
const SINGLE_NAME_WORDS = [
  'first name',
  'given name',
  'forename',
  'middle name',
  'last name',
  'surname',
  'family name',
  'fname',
  'lname',
  'vorname',
  'nachname',
  'familienname',
  'prénom',
  'prenom',
  'nom de famille',
  'apellido',
  'apellidos',
  'cognome',
  'sobrenome',
  'voornaam',
  'achternaam',
];

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
    { pattern: CELL, boundary: 'none', keywordMode: 'required', whole: FULL_NAME_WORDS, validator: fullNameValue },
    { pattern: CELL, boundary: 'none', keywordMode: 'required', whole: SINGLE_NAME_WORDS, validator: singleNameValue },
  ],
  boundary: 'token',
  // Of two words in capitals, of which the first is a given name.
  falseAccept: 0.1,
  keywords: {
    mode: 'none',
    words: [
      ...FULL_NAME_WORDS,
      ...SINGLE_NAME_WORDS,
      ...['mr', 'mrs', 'herr', 'frau', 'monsieur', 'madame', 'mme', 'señor', 'señora', 'signor', 'signora'],
      ...['dear', 'sehr geehrte', 'sehr geehrter', 'cher', 'chère', 'estimado', 'estimada', 'gentile'],
      ...['regards', 'sincerely', 'freundlichen grüßen', 'cordialement', 'atentamente', 'cordiali saluti'],
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
    ],
    noMatch: [
      ['the Paris Hilton Hotel', 'check: ends in a word that no name ends in'],
      ['Mark Complete when done', 'check: an everyday word before an unknown one'],
      ['Visual Studio Code', 'lists: no given name'],
      ['ask Katharina about it', 'form: a given name alone'],
      ['Mr Schröder', 'form: a family name alone'],
      ['class KatharinaSchröder', 'form: no space between the names'],
      [{ column: 'first_name', cell: 'Xqzt' }, 'lists: no name'],
      [{ column: 'product_name', cell: 'Ruby Gems' }, 'check: an everyday word and an unknown one'],
      [{ column: 'product', cell: 'GRACE HOPPER' }, 'context: no column of names, and no name as people write it'],
    ],
  },
  references: [
    'Macie: mdis-reference-pii (NAME: first and last name together, Latin script)',
    'Lists of names written down for this project: src/validators/gazetteer',
  ],
});
