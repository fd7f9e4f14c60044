/**
 * Unique master citizen numbers of the successors of Yugoslavia: one sheet for each country, from one table. The number itself tells
 * the region where it was given out, so the words are the same for all and no number belongs to two.
 */
import { jmbg } from '../../validators/jmbg.js';
import { type DetectorSheet, defineDetector, type Regulation } from '../define.js';

interface Republic {
  readonly stem: string;
  readonly adjective: string;
  readonly code: string;
  readonly regulations: readonly Regulation[];
  /** Regions of the number, first and last. */
  readonly regions: readonly [first: number, last: number];
  /** A synthetic number, the same with a wrong check digit, another one for a column. */
  readonly examples: readonly [value: string, wrong: string, cell: string];
}

const WORDS: readonly string[] = [
  'jmbg',
  'јмбг',
  'ембг',
  'embg',
  'emšo',
  'emso',
  'jedinstveni matični broj',
  'jedinstveni maticni broj',
  'јединствени матични број',
  'единствен матичен број',
  'enotna matična številka',
  'enotna maticna stevilka',
  'matični broj',
  'maticni broj',
  'matični broj građana',
  'maticni broj gradjana',
  'матични број',
  'матичен број',
  'matična številka',
  'unique master citizen number',
];

const REPUBLICS: readonly Republic[] = [
  {
    stem: 'BOSNIA_AND_HERZEGOVINA',
    adjective: 'Bosnian',
    code: 'BA',
    regulations: [],
    regions: [10, 19],
    examples: ['1003961125785', '1003961125786', '1602973127849'],
  },
  {
    stem: 'MONTENEGRO',
    adjective: 'Montenegrin',
    code: 'ME',
    regulations: [],
    regions: [20, 29],
    examples: ['0812993245083', '0812993245084', '0707998245938'],
  },
  {
    stem: 'CROATIA',
    adjective: 'Croatian',
    code: 'HR',
    regulations: ['GDPR'],
    regions: [30, 39],
    examples: ['0706987331585', '0706987331586', '1112986339635'],
  },
  {
    stem: 'NORTH_MACEDONIA',
    adjective: 'Macedonian',
    code: 'MK',
    regulations: [],
    regions: [40, 49],
    examples: ['1910997454707', '1910997454708', '2402981455582'],
  },
  {
    stem: 'SLOVENIA',
    adjective: 'Slovenian',
    code: 'SI',
    regulations: ['GDPR'],
    regions: [50, 59],
    examples: ['0804965501896', '0804965501897', '0508988500872'],
  },
  {
    // Serbia proper, Vojvodina, Kosovo.
    stem: 'SERBIA',
    adjective: 'Serbian',
    code: 'RS',
    regulations: [],
    regions: [70, 99],
    examples: ['2607989719903', '2607989719904', '1710998805822'],
  },
];

function masterCitizenSheet({ stem, adjective, code, regulations, regions, examples }: Republic): DetectorSheet {
  const [value, wrong, cell] = examples;
  return defineDetector({
    id: `${stem}_UNIQUE_MASTER_CITIZEN_NUMBER`,
    name: `${adjective} unique master citizen number (JMBG)`,
    category: 'pii',
    countries: [code],
    regulations,
    severity: { 1: 'high' },
    forms: [String.raw`\d{13}`],
    digits: 13,
    boundary: 'digit',
    falseAccept: 0.0002,
    keywords: { mode: 'required', words: WORDS },
    validator: jmbg(...regions),
    normal: 'digits',
    // A birthday, ten regions and three digits: 5 × 10^8 in all, but the years of the living and one or two regions hold most.
    space: 'small',
    examples: {
      match: [`JMBG: «${value}»`, `EMŠO «${value}»`, { column: 'jmbg', cell: `«${cell}»` }],
      noMatch: [
        [`JMBG: ${wrong}`, 'validator: the check digit is wrong'],
        [`JMBG: ${value.slice(0, 12)}`, 'pattern: twelve digits only'],
        [value, 'keyword: none in reach'],
      ],
    },
    references: [
      'Zakon o uvođenju jedinstvenog matičnog broja građana (Sl. list SFRJ 58/76)',
      'Zakon o centralnem registru prebivalstva (Slovenia); laws on the JMBG of the other successors',
    ],
  });
}

/** One sheet for each republic, by the regions of the number. */
export const MASTER_CITIZEN_SHEETS: readonly DetectorSheet[] = REPUBLICS.map(masterCitizenSheet);
