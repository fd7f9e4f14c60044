/**
 * Where an oracle and a validator differ, and why the validator stays as it is. Mostly the oracle leaves out a rule; in
 * some rows it asks more than the validator does (today's date, the list of offices, the national check inside an IBAN).
 */
import * as ibantools from 'ibantools';

export interface Disagreement {
  /** What the oracle does with such a number; the validator does the contrary. */
  readonly oracle: 'accepts' | 'refuses';
  /** Which numbers, told from the text alone. */
  readonly when: (text: string) => boolean;
  /** The rule that settles it, and whose it is. */
  readonly because: string;
}

const between = (low: number, high: number) => (number: number) => number >= low && number <= high;
const isAbaPrefix = (prefix: number) =>
  [between(0, 12), between(21, 32), between(61, 72)].some((holds) => holds(prefix)) || prefix === 80;

/** Birth years that validators take: numbers are not made for the unborn, and a verdict must not depend on today's date. */
const EARLIEST_BIRTH_YEAR = 1900;
const LATEST_BIRTH_YEAR = 2035;
const isOutOfTime = (year: number) => year < EARLIEST_BIRTH_YEAR || year > LATEST_BIRTH_YEAR;
const UNBORN = 'the date is that of birth; nobody is born after 2035 yet, and who was born before 1900 is taken for dead';

/** Prefixes of the CUIT that the oracle knows. */
const CUIT_KINDS = ['20', '23', '24', '27', '30', '33', '34', '50', '51', '55'];

/** Tax offices that the oracle knows. */
const AUSTRIAN_OFFICES = new Set(
  '03 04 06 07 08 09 10 12 15 16 18 22 23 29 33 38 41 46 51 52 53 54 57 59 61 65 67 68 69 71 72 81 82 83 84 90 91 93 97 98'.split(
    ' ',
  ),
);

/** First digit: two a century from 1800. */
const isBalticOutOfTime = (text: string) =>
  isOutOfTime(1800 + 100 * Math.floor((Number(text[0]) - 1) / 2) + Number(text.slice(1, 3)));
const hasWrongBban = (text: string) => !ibantools.isValidBBAN(text.slice(4), text.slice(0, 2));

/** Row of python-stdnum.json → its disagreements, each of which must be met. */
export const PYTHON_DISAGREEMENTS: Readonly<Record<string, readonly Disagreement[]>> = {
  abaRouting: [
    {
      oracle: 'accepts',
      when: (text) => !isAbaPrefix(Number(text.slice(0, 2))),
      because: 'ABA routing number policy: the first two digits are 00-12, 21-32, 61-72 or 80; the oracle checks the sum alone',
    },
  ],
  argentinaCuit: [
    {
      oracle: 'refuses',
      when: (text) => !CUIT_KINDS.includes(text.slice(0, 2)),
      because: "AFIP has added kinds (25, 26); the two sheets' forms hold the list, each its own",
    },
  ],
  austriaTin: [
    {
      oracle: 'refuses',
      when: (text) => !AUSTRIAN_OFFICES.has(text.slice(0, 2)),
      because:
        'BMF: the list of offices is not part of the check, and it has changed since the oracle was made (one Finanzamt Österreich, 2021)',
    },
  ],
  balticEstonia: [{ oracle: 'accepts', when: isBalticOutOfTime, because: `EVS 585: ${UNBORN}` }],
  balticLithuania: [{ oracle: 'accepts', when: isBalticOutOfTime, because: `Gyventojų registro įstatymas: ${UNBORN}` }],
  belgiumNrn: [
    {
      oracle: 'refuses',
      when: (text) => between(26, LATEST_BIRTH_YEAR - 2000)(Number(text.slice(0, 2))),
      because:
        'the oracle compares with the day on which it is asked; births to 2035 are taken, so that a verdict does not change by the day',
    },
  ],
  chinaResidentIdentity: [
    { oracle: 'accepts', when: (text) => isOutOfTime(Number(text.slice(6, 10))), because: `GB 11643-1999: ${UNBORN}` },
  ],
  costaRicaId: [
    {
      oracle: 'accepts',
      when: (text) => text.startsWith('0'),
      because: 'TSE: the first digit is the province, 1 to 7, or 8 and 9; the oracle fills up with zeros',
    },
  ],
  denmarkCpr: [
    {
      oracle: 'refuses',
      when: (text) => text[6]! >= '4' && between(27, 57)(Number(text.slice(4, 6))),
      because:
        'CPR-kontoret: the seventh digit 4 to 9 puts these years into the 2000s; the oracle compares with the day on which it is asked',
    },
  ],
  finlandHetu: [
    {
      oracle: 'refuses',
      when: (text) => text[7] === '9',
      because: 'DVV: 900-999 are temporary and test codes; records of persons hold them too',
    },
  ],
  franceSpi: [
    {
      oracle: 'accepts',
      when: (text) => Number(text.slice(0, 10)) % 511 !== Number(text.slice(10)),
      because:
        'OECD, Tax identification numbers, France: the last three digits are the first ten modulo 511; this version of the oracle does not look',
    },
  ],
  ibanBelgium: [
    {
      oracle: 'refuses',
      when: hasWrongBban,
      because: 'ISO 13616-1: mod 97-10 over the whole; the national check of the account is another one',
    },
  ],
  ibanSpain: [
    {
      oracle: 'refuses',
      when: hasWrongBban,
      because: 'ISO 13616-1: mod 97-10 over the whole; the national check of the account is another one',
    },
    {
      oracle: 'accepts',
      when: (text) => /^..(?:00|01|99)/.test(text),
      because: 'ISO 13616-1: 98 less a remainder gives 02 to 98, never 00, 01 or 99',
    },
  ],
  indiaGstin: [{ oracle: 'refuses', when: (text) => text.startsWith('38'), because: 'GST Council: 38 is Ladakh, since 2019' }],
  jmbgSlovenia: [
    {
      oracle: 'accepts',
      when: (text) => between(LATEST_BIRTH_YEAR - 1999, 799)(Number(text.slice(4, 7))),
      because: 'Zakon o centralnem registru prebivalstva: the date is that of birth, and nobody is born from 2036 to 2799 yet',
    },
  ],
  koreaResident: [
    {
      oracle: 'accepts',
      when: (text) => /^.{6}[5-8]/.test(text),
      because: 'Ministry of the Interior and Safety: 5 to 8 are foreigners, whose number has a sheet of its own',
    },
    {
      oracle: 'refuses',
      when: (text) => Number(text.slice(7, 9)) > 96,
      because: 'Ministry of the Interior and Safety: since October 2020 the digits after the sex are random and tell no place',
    },
  ],
  latviaPersonalCode: [
    {
      oracle: 'accepts',
      when: (text) => /^[4-9]/.test(text),
      because: 'PVN: the oracle is that of VAT numbers, which organisations have from 4 on; persons have none',
    },
    {
      oracle: 'accepts',
      when: (text) => /^[0-3].{5}[3-9]/.test(text),
      because: 'Fizisko personu reģistra likums: the seventh digit is the century, 0 to 2',
    },
  ],
  malaysiaNric: [
    {
      oracle: 'refuses',
      when: (text) => text.slice(6, 8) === '65',
      because: 'National Registration Department: 65 is the Philippines',
    },
  ],
  peruRuc: [
    { oracle: 'refuses', when: (text) => text.startsWith('16'), because: 'SUNAT: 15, 16 and 17 are persons without a DNI' },
  ],
  romaniaCnp: [
    {
      oracle: 'accepts',
      when: (text) => !between(1, 48)(Number(text.slice(7, 9))) && !['51', '52'].includes(text.slice(7, 9)),
      because:
        'OUG 97/2005: counties are 01 to 46, the former sectors 47 and 48, 51 and 52; this version of the oracle does not look',
    },
  ],
  spainCif: [
    {
      oracle: 'accepts',
      when: (text) => /^[NPQRSW].*\d$/.test(text),
      because: 'Orden EHA/451/2008: organisations of the kinds N, P, Q, R, S and W have a letter as control',
    },
  ],
};

/** Row of the tables of national numbers with `differs` → a number on which npm's stdnum and the validator differ, and what settles it. */
export const NPM_DISAGREEMENTS: Readonly<Record<string, { readonly example: string; readonly because: string }>> = {
  'Belgium national number': {
    example: '71080300200',
    because: 'Arrêté royal of 3 April 1984: 97 less the remainder gives 01 to 97, never 00',
  },
  'Germany IdNr': { example: '15192728117', because: 'BZSt: exactly one digit stands twice or thrice among the first ten' },
  'Netherlands BSN': { example: '000000000', because: 'RvIG: no number of zeros is given out' },
  'Spain DNI': { example: '00000000T', because: 'Ministerio del Interior: no number of zeros is given out' },
  'Spain CIF': { example: 'H00000000', because: 'AEAT: no number of zeros is given out' },
  'United Kingdom UTR': { example: '2000000000', because: 'HMRC: no number of zeros is given out' },
  'Cyprus TIC': {
    example: '12736224W',
    because: 'Tax Department of Cyprus: 12 begins no number; python3-stdnum has the rule too',
  },
  'Czech birth number': {
    example: '855724/3300',
    because: 'Zákon č. 133/2000 Sb.: a remainder of 10 was written 0 in numbers from before 1985, and those of 1985 have both',
  },
  'Greece AFM': { example: '000000000', because: 'AADE: no number of zeros is given out' },
  'Hungary TAJ': { example: '000000000', because: 'NEAK: no number of zeros is given out' },
  'Ireland PPS': { example: '0000000WW', because: 'Department of Social Protection: no number of zeros is given out' },
  'Italy partita IVA': {
    example: '00000000018',
    because: 'Agenzia delle Entrate: the seven digits of the payer are not all zero',
  },
  'Slovenia tax number': {
    example: '28315201',
    because: 'FURS: a remainder of 0 gives no check digit, so such numbers are not given out',
  },
  'Israel identity number': { example: '000000000', because: 'Population Authority: no number of zeros is given out' },
  'Russia INN of a person': { example: '000000000000', because: 'FNS: no number of zeros is given out' },
  'Argentina CUIT': { example: '25746553601', because: 'AFIP: 25 and 26 are in use beside 20, 23, 24 and 27' },
  'Australia ACN': { example: '000000000', because: 'ASIC: no number of zeros is given out' },
  'Uruguay CI': { example: '00000000', because: 'DNIC: no number of zeros is given out' },
  'Paraguay RUC': { example: '60598050', because: 'SET: a remainder of 0 or 1 gives the check digit 0; python3-stdnum agrees' },
  'Guatemala CUI': {
    example: '2041623600705',
    because: 'RENAP: department and municipality follow; the oracle takes a check digit of 10 for 0',
  },
};
