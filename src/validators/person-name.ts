/**
 * Names of people: given name and family name, by lists of both. Free text is judged more strictly than a cell below a header that says
 * `name`. What it does not prove: that a person is meant (`Wells Fargo` has no given name, `Calvin Klein` has).
 */
import type { Verdict } from '../core/verdict.js';
import { EVERYDAY, FAMILY, GIVEN, nameBits, THING } from './name-words.js';

/** Words before a family name; a family name goes on behind them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das du di del della der den des van von zu zum zur ter ten la las los le al el bin ibn bint y e af av'.split(' '),
);
/** Titles with which a name may start, without their full stop. */
export const PERSON_TITLES: readonly string[] =
  'Mr Mrs Ms Miss Mx Dr Prof Professor Herr Herrn Frau Mme Mlle Madame Monsieur Sr Sra Srta Señor Señora Signor Signora Sig Dott'.split(
    ' ',
  );
const TITLES: ReadonlySet<string> = new Set([...PERSON_TITLES, 'Don', 'Doña', 'Sir'].map((title) => title.toLowerCase()));
const SUFFIXES: ReadonlySet<string> = new Set('jr sr ii iii iv phd md esq'.split(' '));
/** Most words of a name in a cell, titles and suffixes left out. */
const MOST_WORDS = 5;

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    .toString('utf8')
    .normalize('NFC');
}

/** Bits of the last part of a compound that is in a list; the whole word first. */
function bitsOf(word: string): number {
  const whole = nameBits(word);
  return whole !== 0 || !word.includes('-') ? whole : nameBits(word.slice(word.lastIndexOf('-') + 1));
}

/** A word that ends no name, and is none. */
function isThing(bits: number): boolean {
  return (bits & THING) !== 0 && (bits & (GIVEN | FAMILY)) === 0;
}

/**
 * A given name of the list and what follows it in capitals (`Maria L. Gómez`). `valid`: a family name of the list ends it, and not
 * both are everyday words. `unknown`: an unknown family name, or words that are both (`Jordan Grant`). `invalid`: it ends in a word
 * that no name ends in, words in its middle are no names, or an everyday word stands before an unknown one.
 */
export function personName(bytes: Uint8Array, start: number, end: number): Verdict {
  const words = textOf(bytes, start, end).split(' ');
  const first = bitsOf(words[0]!.slice(words[0]!.lastIndexOf('-') + 1));
  const last = bitsOf(words.at(-1)!);
  if ((first & GIVEN) === 0 || isThing(last)) return 'invalid';
  if (!words.slice(1, -1).every(isInner)) return 'invalid';
  const isEveryday = (first & EVERYDAY) !== 0;
  if ((last & FAMILY) === 0) return isEveryday ? 'invalid' : 'unknown';
  const isDoubtful = isEveryday && (first & THING) !== 0;
  const hasMiddle = words.length > 2;
  return (isDoubtful || (isEveryday && (last & EVERYDAY) !== 0)) && !hasMiddle ? 'unknown' : 'valid';
}

function isInner(word: string): boolean {
  return /^\p{Lu}\.?$/u.test(word) || PARTICLES.has(word) || (bitsOf(word) & (GIVEN | FAMILY)) !== 0;
}

/** A title and two or more capitalised words (`Frau Dr. Xenia Okonjo-Blau`). `invalid` where one of them is no part of a name. */
export function titledName(bytes: Uint8Array, start: number, end: number): Verdict {
  const words = withoutTitles(textOf(bytes, start, end).split(' '));
  return words.length < 2 || words.some((word) => isThing(bitsOf(word))) ? 'invalid' : 'unknown';
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !TITLES.has(word.replace(/\.$/, '').toLowerCase()));
  return first < 0 ? [] : words.slice(first);
}

/** Words of a cell in the order of speech, or none where it cannot be a name: other characters than a name has, too many words. */
function wordsOfCell(bytes: Uint8Array, start: number, end: number): readonly string[] {
  const text = textOf(bytes, start, end).trim();
  if (!/^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M} .,'’-]*$/u.test(text)) return [];
  const [family, given, ...more] = text.split(/, */);
  if (more.length > 0) return [];
  const order = given === undefined || SUFFIXES.has(given.replaceAll('.', '').toLowerCase()) ? family! : `${given} ${family}`;
  const words = withoutTitles(order.split(/ +/)).filter((word) => !SUFFIXES.has(word.replaceAll('.', '').toLowerCase()));
  return words.length > MOST_WORDS ? [] : words;
}

/**
 * A cell or field that is called a name, all of it: given and family name in either order and any case, with titles, initials and
 * particles. `valid`: both are in the lists. `unknown`: one is, and no everyday word, or all are everyday words.
 */
export function fullNameValue(bytes: Uint8Array, start: number, end: number): Verdict {
  const words = wordsOfCell(bytes, start, end).filter((word) => !PARTICLES.has(word.toLowerCase()));
  if (words.length < 2) return 'invalid';
  const bits = words.map(bitsOf);
  if (bits.some(isThing)) return 'invalid';
  const names = bits.filter((bit) => (bit & (GIVEN | FAMILY)) !== 0);
  const sure = names.filter((bit) => (bit & EVERYDAY) === 0);
  if (sure.length === 0) return names.length > 1 ? 'unknown' : 'invalid';
  const given = bits.findIndex((bit) => (bit & GIVEN) !== 0);
  return given >= 0 && bits.some((bit, i) => i !== given && (bit & FAMILY) !== 0) ? 'valid' : 'unknown';
}

/** A cell that is called a first or a last name: one to three names of the lists. `unknown` where they are everyday words. */
export function singleNameValue(bytes: Uint8Array, start: number, end: number): Verdict {
  const words = wordsOfCell(bytes, start, end).filter((word) => !PARTICLES.has(word.toLowerCase()) && !/^\p{L}\.?$/u.test(word));
  const bits = words.map(bitsOf);
  if (words.length === 0 || words.length > 3 || !bits.every((bit) => (bit & (GIVEN | FAMILY)) !== 0)) return 'invalid';
  return bits.every((bit) => (bit & EVERYDAY) !== 0) ? 'unknown' : 'valid';
}
