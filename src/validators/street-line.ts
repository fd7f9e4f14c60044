/**
 * A street with the number of a house before it, as English and French are written, in running text: the word for a street tells it
 * (`Main Street`, `rue de Rivoli`). Some of those words say other things as well (`Hard Drive`, `Supreme Court`): those count where a
 * flat, a direction or the place stands behind. What it does not prove: that there is such a street, or that anybody lives there.
 */
import type { Verdict } from '../core/verdict.js';
import { utf8 } from './ascii.js';
import { bitsOfWord, GIVEN } from './name-words.js';
import {
  australiaPlace,
  canadaPlace,
  continentalPlace,
  isListedCity,
  isTownWord,
  ukPlace,
  usPlace,
} from './place-and-postcode.js';

/** Words that mean a street and little else. */
const STREETS =
  'Street St Avenue Ave Road Rd Boulevard Blvd Lane Ln Terrace Parkway Pkwy Highway Hwy Crescent Turnpike Tpke STREET ST AVENUE AVE ROAD RD BOULEVARD BLVD LANE LN PKWY HWY';
/** Words that mean other things too. */
const DOUBTFUL =
  'Drive Dr Court Ct Way Place Pl Circle Cir Square Sq Close Grove Gardens Mews Alley Plaza Loop Trail Trl Pike Row DRIVE DR COURT CT WAY PLACE PL CIRCLE CIR';
const DOUBTFUL_WORDS = new Set(DOUBTFUL.split(' '));
const TYPES = `${STREETS} ${DOUBTFUL}`.replaceAll(' ', '|');

const NUMBER = String.raw`[1-9]\d{0,4}[A-Za-z]?`;
const DIRECTION = '(?:[NS][EW]?|[EW]|North|South|East|West)';
/** Letters without end: counted, each would take a state of the table. The form has a greatest length. */
const WORD = "[A-ZÀ-Ž][A-Za-zß-ž'’]*";
const ORDINAL = String.raw`\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)`;
/** The first letter is one of ASCII: by number and letter the form is found. */
const FIRST_WORD = "[A-Z][A-Za-zß-ž'’]*";
const NAME = String.raw`(?:${DIRECTION}\.? )?(?:${FIRST_WORD}|${ORDINAL})(?:[ -]${WORD}){0,2}`;
const UNIT = String.raw`(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|Bldg|Building|Rm|Room|APT|SUITE|STE|UNIT|BLDG|RM)\.? ?#?[0-9A-Z]{1,5}|,? #\d{1,5})`;
/** What is read as one line: number, name, word for a street, direction, flat. */
export const ENGLISH_STREET: string = String.raw`${NUMBER} ${NAME} (?:${TYPES})(?:\.? ${DIRECTION})?${UNIT}?`;

const PART = "(?:de la |de l['’]|des |du |de |d['’]|la |le |les |l['’])";
const FRENCH_TYPES = 'rue|avenue|boulevard|bd|allée|chemin|impasse|quai|Rue|Avenue|Boulevard|Allée|Chemin|Impasse|Quai';
/** With a particle only: `3 place Holders` and `2 route Handlers` are English. */
const FRENCH_DOUBTFUL = 'place|route|cours|square|Place|Route|Cours|Square';
export const FRENCH_STREET: string = String.raw`[1-9]\d{0,3}(?: ?(?:bis|ter|quater))? (?:(?:${FRENCH_TYPES}) ${PART}?|(?:${FRENCH_DOUBTFUL}) ${PART})${WORD}(?:[ -]${PART}?${WORD}){0,3}`;

/** An English street by its parts, and what stands between it and a place. */
const LINE = new RegExp(String.raw`^(${NUMBER}) (${NAME}) (${TYPES})(\.? ${DIRECTION})?(${UNIT})?\.?[, ]*\r?\n?[ \t]*`);
const POSTAL_CODE = /\d{5} /g;
/** A French street whose word means other things too (`10 cours de Danse`). */
const DOUBTFUL_FRENCH = new RegExp(String.raw`^\d+(?: ?(?:bis|ter|quater))? (?:${FRENCH_DOUBTFUL}) `);

/** Words that are no name of a street, before any of the words for one: articles and what begins a sentence. */
const NO_NAMES =
  'A All An Any As At Both By Each Every For From His Her How If In Is It Its My No Of On One Or Our Per That The Their These This Those To Two What When Which With Your';
/** And before the doubtful ones. */
const THINGS =
  'Appeals Audit Best Better Boot CD Circuit Criminal Critical Crown DVD Data Day Decimal Disc Disk District Easy Event External Family Federal Feedback File First Flash Floppy Food For Full Google Half Hard Header High Internal Last Least Long Main Market Mean Milky Moot Network New Only Other Outer Inner Paper Pen Right Root Same Second Shared Solid State Superior Supreme Table Tape Team Tennis Test Third Thumb Top USB Virtual Warp Web Wheel While Work Wrong';
const NO_NAME_WORDS = new Set(NO_NAMES.split(' '));
const THING_WORDS = new Set(THINGS.split(' '));

/** `Copyright 2021 Iain Lane`: some words for a street are names as well. */
const YEAR = /^(?:19|20)\d\d$/;

/** `123 N Main Street`, `1600 Pennsylvania Ave NW, Suite 5`. `unknown` where the word for a street may mean another thing. */
export function englishStreet(bytes: Uint8Array, start: number, end: number): Verdict {
  const parts = LINE.exec(utf8(bytes, start, end));
  if (parts === null) return 'invalid';
  const [, number, name, type, direction, unit] = parts;
  const words = name!.split(/[ -]/);
  if (words.some((word) => NO_NAME_WORDS.has(word))) return 'invalid';
  if (direction !== undefined || unit !== undefined) return 'valid';
  if (DOUBTFUL_WORDS.has(type!)) return words.some((word) => THING_WORDS.has(word)) ? 'invalid' : 'unknown';
  return YEAR.test(number!) && words.length === 1 && (bitsOfWord(name!) & GIVEN) !== 0 ? 'unknown' : 'valid';
}

/** A street, city and code of the United States, Canada, Australia or the United Kingdom. */
export function englishAddress(bytes: Uint8Array, start: number, end: number): Verdict {
  if (englishStreet(bytes, start, end) === 'invalid') return 'invalid';
  const [street] = LINE.exec(utf8(bytes, start, end))!;
  const from = start + Buffer.byteLength(street);
  const isPlace = [usPlace, canadaPlace, australiaPlace, ukPlace].some((place) => place(bytes, from, end) !== 'invalid');
  return isPlace ? 'valid' : 'invalid';
}

/** `12 bis rue de la Paix`. `unknown` where the word for a street may mean another thing (`10 cours de Danse`, `2 place de Cinéma`). */
export function frenchStreet(bytes: Uint8Array, start: number, end: number): Verdict {
  return DOUBTFUL_FRENCH.test(utf8(bytes, start, end)) ? 'unknown' : 'valid';
}

/** A street, a code and a town (`12 rue de Rivoli, 75001 Paris`). A town that no list has counts as well, a listed one with its codes only. */
export function frenchAddress(bytes: Uint8Array, start: number, end: number): Verdict {
  const text = utf8(bytes, start, end);
  for (const { index } of text.matchAll(POSTAL_CODE)) {
    const from = start + Buffer.byteLength(text.slice(0, index));
    if (continentalPlace(bytes, from, end) === 'valid') return 'valid';
    if (isTownWord(bytes, from, end) && !isListedCity(bytes, from, end)) return 'valid';
  }
  return 'invalid';
}
