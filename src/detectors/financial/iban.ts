/**
 * International bank account numbers: one sheet for each country of the registry, made from its table. Six countries have
 * a second kind of form, the domestic account number (BBAN), which counts only near a keyword.
 */
import type { Validator } from '../../core/verdict.js';
import { frenchRib, germanAccount, italianCin, polishNrb, spanishCcc, ukAccount, ukAccountAlone } from '../../validators/bban.js';
import { ibanMod97 } from '../../validators/iban.js';
import { IBAN_COUNTRIES, type IbanCountry } from '../../validators/iban-registry.js';
import { ACCOUNT_WORDS } from '../companions.js';
import { type DetectorSheet, defineDetector, type FormSpec, type MatchExample, type Regulation } from '../define.js';
import { MACIE_FINANCIAL } from '../macie-pages.js';

/** Classes of the registry's structure letters. Both cases by hand: `(?i)` would add two letters outside ASCII. */
const CLASSES: Readonly<Record<string, string>> = { n: String.raw`\d`, a: '[A-Za-z]', c: '[0-9A-Za-z]' };

/** Random text of the shape has the right country letters 1 time in 26² and the right remainder 1 time in 97. */
const FALSE_ACCEPT = 0.000016;

const WORDS: readonly string[] = [
  'iban',
  'bban',
  'bic',
  'swift',
  'sepa',
  'international bank account number',
  'bank account',
  'bank acct',
  'account number',
  'account no',
  'account code',
  'accountno#',
  'accountnumber#',
  'customer account id',
  'customer account number',
  'customer bank account id',
];

/** What six countries have beyond the IBAN: words of their languages, and the domestic number. */
interface Domestic {
  readonly words: readonly string[];
  readonly validator: Validator;
  readonly falseAccept: number;
  readonly patterns: readonly string[];
  /** The account alone, where what tells it stands directly before. */
  readonly behind?: {
    readonly before: string;
    readonly pattern: string;
    readonly validator: Validator;
    readonly tagFrom: number;
  };
  /** The account alone in a field beside that of the bank's code. */
  readonly inField?: Pick<FormSpec, 'pattern' | 'validator' | 'tagFrom'>;
  readonly examples: readonly MatchExample[];
}

/** A sort code and what its account is called: together they say what eight digits are. */
const SORT_CODE = String.raw`\d{2}-\d{2}-\d{2}[,;]?[ \t\r\n]{1,6}(?:[Aa]ccount|ACCOUNT|[Aa]/c|A/C|[Aa]cc\.?|[Aa]cct\.?)(?: ?(?:[Nn]umber|NUMBER|[Nn]o\.?|NO\.?))?[:.]?[ \t]{0,8}`;

const DOMESTIC: Readonly<Record<string, Domestic>> = {
  DE: {
    words: [
      'bankleitzahl',
      'geheimzahl',
      'kartennummer',
      'kontonummer',
      'kreditkartennummer',
      'kontoverbindung',
      'bankverbindung',
      'blz',
    ],
    validator: germanAccount,
    falseAccept: 0.8,
    patterns: [String.raw`[1-8]\d{17}`, String.raw`[1-8]\d{7} \d{10}`, String.raw`[1-8]\d{7}-\d{10}`],
    examples: ['Kontonummer «370400440532013000»', 'Kontonummer «37040044 0532013000»', 'Kontonummer «37040044-0532013000»'],
  },
  ES: {
    words: [
      'código cuenta',
      'código cuenta bancaria',
      'cuenta cliente id',
      'número cuenta bancaria cliente',
      'número cuenta cliente',
      'cuenta bancaria',
      'número de cuenta',
      'ccc',
    ],
    validator: spanishCcc,
    falseAccept: 0.01,
    patterns: [String.raw`\d{20}`, String.raw`\d{4} \d{4} \d{2} \d{10}`, String.raw`\d{4}-\d{4}-\d{2}-\d{10}`],
    examples: [
      'número de cuenta «21000418450200051332»',
      'número de cuenta «2100 0418 45 0200051332»',
      'número de cuenta «2100-0418-45-0200051332»',
    ],
  },
  FR: {
    words: [
      'code bancaire',
      'compte bancaire',
      'numéro de compte',
      'relevé d’identité bancaire',
      "relevé d'identité bancaire",
      'rib',
    ],
    validator: frenchRib,
    falseAccept: 0.0103,
    patterns: [
      String.raw`\d{10}[0-9A-Za-z]{11}\d{2}`,
      String.raw`\d{5} \d{5} [0-9A-Za-z]{11} \d{2}`,
      String.raw`\d{5}-\d{5}-[0-9A-Za-z]{11}-\d{2}`,
    ],
    examples: [
      'compte bancaire «20041010050500013M02606»',
      'RIB «20041 01005 0500013M026 06»',
      'RIB «20041-01005-0500013M026-06»',
    ],
  },
  GB: {
    words: ['sort code', 'sortcode', 'account sort code', 'bacs'],
    validator: ukAccount,
    falseAccept: 1,
    patterns: [
      String.raw`[A-Za-z]{4}\d{14}`,
      String.raw`\d{2}-\d{2}-\d{2} \d{8}`,
      String.raw`\d{2}-\d{2}-\d{2}-\d{8}`,
      String.raw`\d{2} \d{2} \d{2} \d{8}`,
      String.raw`\d{6} \d{8}`,
      String.raw`\d{6}-\d{8}`,
    ],
    behind: { before: SORT_CODE, pattern: String.raw`\d{8}`, validator: ukAccountAlone, tagFrom: 14 },
    inField: { pattern: String.raw`\d{8}`, validator: ukAccountAlone, tagFrom: 14 },
    examples: [
      'Sort code: 60-16-13 Account number: «31926819»',
      '60-16-13, a/c no. «31926819»',
      { column: 'account_number', cell: '«31926819»' },
      'bban «NWBK60161331926819»',
      'account number «60-16-13 31926819»',
      'account number «60-16-13-31926819»',
      'sort code and account: «60 16 13 31926819»',
      'sort code and account: «601613 31926819»',
      'sort code and account: «601613-31926819»',
    ],
  },
  IT: {
    words: ['codice bancario', 'conto bancario', 'numero di conto', 'coordinate bancarie', 'conto corrente'],
    validator: italianCin,
    falseAccept: 0.039,
    patterns: [String.raw`[A-Za-z]\d{10}[0-9A-Za-z]{12}`],
    examples: ['conto bancario «X0542811101000000123456»'],
  },
  PL: {
    words: [
      'rachunek',
      'rachunku',
      'nr rachunku',
      'numer rachunku',
      'rachunek bankowy',
      'nr konta',
      'numer konta',
      'konto bankowe',
      'nrb',
    ],
    validator: polishNrb,
    falseAccept: 0.0101,
    patterns: [String.raw`\d{26}`, String.raw`\d{2}(?: \d{4}){6}`, String.raw`\d{2}(?:-\d{4}){6}`],
    examples: [
      'nr rachunku «61109010140000071219812874»',
      'rachunek: «61 1090 1014 0000 0712 1981 2874»',
      'nr konta «61-1090-1014-0000-0712-1981-2874»',
    ],
  },
};

/** One class a character: two country letters in either case, two check digits, then the structure. */
function characterClasses(country: IbanCountry): readonly string[] {
  const structure = [...country.bban.matchAll(/(\d+)!([nac])/g)];
  return [
    ...[...country.code].map((letter) => `[${letter}${letter.toLowerCase()}]`),
    CLASSES.n!,
    CLASSES.n!,
    ...structure.flatMap(([, count, letter]) => Array<string>(Number(count)).fill(CLASSES[letter!]!)),
  ];
}

/** Joins classes with counted repeats, in groups of four where a separator stands between them. */
function pattern(classes: readonly string[], separator: string): string {
  const size = separator === '' ? classes.length : 4;
  const groups: string[] = [];
  for (let from = 0; from < classes.length; from += size) groups.push(countRepeats(classes.slice(from, from + size)));
  return groups.join(separator);
}

function countRepeats(classes: readonly string[]): string {
  let text = '';
  for (let i = 0; i < classes.length; ) {
    let next = i + 1;
    while (classes[next] === classes[i]) next++;
    text += next - i === 1 ? classes[i] : `${classes[i]}{${next - i}}`;
    i = next;
  }
  return text;
}

/** Text in groups of four, as ISO 13616 prints it. */
function inFours(iban: string, separator: string): string {
  return iban.match(/.{1,4}/g)!.join(separator);
}

/** The same number with its last check digit changed, so that the remainder is another. */
function withWrongCheck(iban: string): string {
  return iban.slice(0, 3) + ((Number(iban[3]) + 1) % 10) + iban.slice(4);
}

// Eighty countries: what only tests, lists and new tables read is made when they ask for it.

/** Classes of a number by which it is looked for. In full, the numbers of all countries took a fifth of the table of forms. */
const HEAD_CLASSES = 8;

/** In one piece where there is no separator, else in fours. */
function formOf(country: IbanCountry, separator: string): FormSpec {
  const headOf = (): string => pattern(characterClasses(country).slice(0, HEAD_CLASSES), separator);
  return {
    get head() {
      return headOf();
    },
    get pattern() {
      return `${headOf()}${separator}${pattern(characterClasses(country).slice(HEAD_CLASSES), separator)}`;
    },
  };
}

function examplesOf({ code, example }: IbanCountry): DetectorSheet['examples'] {
  return {
    match: [
      `IBAN «${example}»`,
      `pay to «${inFours(example, ' ')}» today`,
      `pay to «${inFours(example, '-')}»`,
      `pay to «${example.toLowerCase()}»`,
      { column: 'iban', cell: `«${example}»` },
      ...(DOMESTIC[code]?.examples ?? []),
    ],
    noMatch: [
      [`pay to ${withWrongCheck(example)}`, 'validator: remainder mod 97'],
      [`pay to ${example}0`, 'boundary: one character too many'],
      [`pay to _${example}`, 'boundary: part of a longer identifier'],
    ],
  };
}

function ibanSheet(country: IbanCountry): DetectorSheet {
  const domestic = DOMESTIC[country.code];
  const forms = ['', ' ', '-'].map((separator) => formOf(country, separator));
  for (const own of domestic?.patterns ?? []) {
    forms.push({ pattern: own, keywordMode: 'required', falseAccept: domestic!.falseAccept, validator: domestic!.validator });
  }
  if (domestic?.behind !== undefined) forms.push({ ...domestic.behind, keywordMode: 'none', falseAccept: 0.01 });
  if (domestic?.inField !== undefined)
    forms.push({ ...domestic.inField, keywordMode: 'named', whole: ACCOUNT_WORDS, doubt: 'companion', falseAccept: 1 });
  return defineDetector({
    id: `${country.stem}_BANK_ACCOUNT_NUMBER`,
    name: `Bank account number (IBAN), ${country.name}`,
    category: 'financial',
    countries: [country.code],
    regulations: regulationsOf(country.code),
    severity: { 1: 'high' },
    forms,
    boundary: 'word',
    falseAccept: FALSE_ACCEPT,
    keywords: { mode: 'none', words: [...WORDS, ...(domestic?.words ?? [])] },
    validator: ibanMod97,
    normal: 'alnum',
    get examples() {
      return examplesOf(country);
    },
    references: ['SWIFT IBAN registry; ISO 13616-1; ISO 7064 MOD 97-10', MACIE_FINANCIAL],
  });
}

const GDPR_COUNTRIES = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FO FR GB GI GL GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM'.split(' '),
);

function regulationsOf(code: string): readonly Regulation[] {
  if (GDPR_COUNTRIES.has(code)) return ['GDPR'];
  return code === 'BR' ? ['LGPD'] : [];
}

/** One sheet for each country, in the order of the registry table. */
export const IBAN_SHEETS: readonly DetectorSheet[] = IBAN_COUNTRIES.map(ibanSheet);
