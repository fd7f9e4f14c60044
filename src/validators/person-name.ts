/**
 * Names of people: given name and family name, by lists of both. Free text is judged more strictly than a cell below a header that says
 * `name`. What it does not prove: that a person is meant (`Wells Fargo` has no given name, `Calvin Klein` has).
 */
import type { Surroundings, Verdict } from '../core/verdict.js';
import { afterLast, latin1, utf8 } from './ascii.js';
import { EVERYDAY, FAMILY, GIVEN, nameBits, THING } from './name-words.js';

/** Bits in which letters differ, but for their case. */
const SAME_LETTER = 0x1f;
/** Words before a family name; a family name goes on behind them. */
const PARTICLES = shortWords(
  new Set(
    'de da do dos das du di del della der den des van von zu zum zur ter ten la las los le al el bin ibn bint y e af av'.split(
      ' ',
    ),
  ),
);
/** Those of them that are articles and conjunctions as well (`Friedrich der Große`). */
const ARTICLES = shortWords(new Set('der das den des la las los le al el y e zu zum zur'.split(' ')));
/** Titles with which a name may start, without their full stop. */
export const PERSON_TITLES: readonly string[] =
  'Mr Mrs Ms Miss Mx Dr Prof Professor Herr Herrn Frau Hr Dhr Mevr Mme Mlle Madame Monsieur Sr Sra Srta Señor Señora Dra Signor Signora Sig Dott Docteur Senhor Senhora Mdm Smt Shri Rev Pani Don Doña'.split(
    ' ',
  );
/** One character a byte, as they are looked up. */
const TITLES = shortWords(new Set([...PERSON_TITLES, 'Sir'].map(loweredLatin1)));
const SUFFIXES = shortWords(new Set('jr sr ii iii iv phd md esq'.split(' ')));
const isOneWord = ({ words }: ShortWords, word: string): boolean =>
  words.has(Buffer.from(word.replace(/\.$/, '').toLowerCase()).toString('latin1').toLowerCase());
export const isTitle = (word: string): boolean => isOneWord(TITLES, word);
export const isParticle = (word: string): boolean => isOneWord(PARTICLES, word);
export const isSuffix = (word: string): boolean => isOneWord(SUFFIXES, word);
/** Most words of a name in a cell, titles, initials, particles and suffixes left out. */
const MOST_WORDS = 5;
/** Bytes of the longest title, in characters of one byte: others are none. */
const LONGEST_TITLE = 10;
const SPACE = 0x20;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
/** By byte, whether it may stand in a cell: letters, those beyond ASCII, and what stands between them. */
const CELL_BYTES = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b).fill(1, 0x80);
for (const mark of [SPACE, COMMA, HYPHEN, FULL_STOP, 0x27]) CELL_BYTES[mark] = 1;

/** The words of the value at hand: where each begins and ends. Reused, because a megabyte of a data set has thousands of names. */
const starts = new Int32Array(64);
const ends = new Int32Array(64);
let count = 0;

/** Finds the words of `bytes[start, end)` between spaces; false where there are none, or more than anybody's name has. */
function splitWords(bytes: Uint8Array, start: number, end: number): boolean {
  count = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] !== SPACE) continue;
    if (at > from) {
      if (count === starts.length) return false;
      starts[count] = from;
      ends[count++] = at;
    }
    from = at + 1;
  }
  return count > 0;
}

function bitsAt(bytes: Uint8Array, index: number): number {
  return nameBits(bytes, starts[index]!, ends[index]!);
}

/** A word that ends no name, and is none. */
function isThing(bits: number): boolean {
  return (bits & THING) !== 0 && (bits & (GIVEN | FAMILY)) === 0;
}

/** A letter, with a full stop perhaps. */
function isInitial(bytes: Uint8Array, index: number): boolean {
  const end = bytes[ends[index]! - 1] === FULL_STOP ? ends[index]! - 1 : ends[index]!;
  return end - starts[index]! === 1;
}

/** Short words, and the lengths that those with the same first letter have, as bits. */
interface ShortWords {
  readonly words: ReadonlySet<string>;
  readonly lengths: Uint16Array;
}

function shortWords(words: ReadonlySet<string>): ShortWords {
  const lengths = new Uint16Array(SAME_LETTER + 1);
  for (const word of words) lengths[word.charCodeAt(0) & SAME_LETTER]! |= 1 << word.length;
  return { words, lengths };
}

/** Whether the word, without a full stop at its end and in lower case, is one of `words`. Most are told by length and first letter. */
function isOneOf({ words, lengths }: ShortWords, bytes: Uint8Array, index: number): boolean {
  const start = starts[index]!;
  const end = bytes[ends[index]! - 1] === FULL_STOP ? ends[index]! - 1 : ends[index]!;
  if (end - start > LONGEST_TITLE || ((lengths[bytes[start]! & SAME_LETTER]! >> (end - start)) & 1) === 0) return false;
  return words.has(latin1(bytes, start, end).toLowerCase());
}

/**
 * A given name of the list and what follows it in capitals (`Maria L. Gómez`). `valid`: a family name of the list ends it, and not
 * both are everyday words; an unknown word ends it behind a given name that means nothing else (`Karim Xqzt`); or a mail address in
 * brackets follows. `unknown`: an unknown word behind what may be an article too, or words that are both (`Jordan Grant`). `invalid`: it
 * ends in a word that no name ends in, words in its middle are no names, an everyday word stands before an unknown one, or the form of
 * a company follows.
 */
export function personName(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  if (!splitWords(bytes, start, end)) return 'invalid';
  const first = nameBits(bytes, lastPart(bytes, starts[0]!, ends[0]!), ends[0]!);
  const last = bitsAt(bytes, count - 1);
  if ((first & GIVEN) === 0 || isThing(last)) return 'invalid';
  const limit = around?.end ?? bytes.length;
  if (isCompany(bytes, end, limit) || isNamesake(bytes, around?.start ?? 0, start)) return 'invalid';
  if (count > 1 && isBeforeMail(bytes, end, limit)) return 'valid';
  for (let i = 1; i < count - 1; i++) if (!isInner(bytes, i)) return 'invalid';
  const isEveryday = (first & EVERYDAY) !== 0;
  if ((last & FAMILY) === 0) return isEveryday ? 'invalid' : ofUnknownFamily(bytes, first);
  const isDoubtful = isEveryday && (first & THING) !== 0;
  return (isDoubtful || (isEveryday && (last & EVERYDAY) !== 0)) && count === 2 ? 'unknown' : 'valid';
}

/** Shortest word in bytes that is taken for a family name although no list has it. */
const SHORTEST_UNKNOWN = 3;

/** The verdict on the words at hand, of which the first is a given name and the last is in no list of family names. */
function ofUnknownFamily(bytes: Uint8Array, first: number): Verdict {
  const length = ends[count - 1]! - starts[count - 1]!;
  const isSure = count > 1 && (first & THING) === 0 && length >= SHORTEST_UNKNOWN && !(count > 2 && isOneOf(ARTICLES, bytes, 1));
  return isSure ? 'valid' : 'unknown';
}

/**
 * The same in capitals throughout (`AGNIESZKA PAWLAK`), as banks, airlines and authorities write. Headings and constants are written so as well:
 * neither word may be an everyday one, and an unknown family name needs a word beside it.
 */
export function personNameInCapitals(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  const verdict = personName(bytes, start, end, around);
  if (verdict === 'invalid') return 'invalid';
  const [first, last] = [bitsAt(bytes, 0), bitsAt(bytes, count - 1)];
  if (((first | last) & (EVERYDAY | THING)) !== 0) return 'invalid';
  const isListed = (last & FAMILY) !== 0 || isBeforeMail(bytes, end, around?.end ?? bytes.length);
  return isListed ? verdict : 'unknown';
}

/** Shortest word in capitals in bytes that is taken for a family name although no list has it: shorter ones are acronyms. */
const SHORTEST_SHOUTED = 5;

/**
 * `personName`, also with its family name in capitals (`Yann KERBRAT`), as in France and where forms are filled in. `invalid` where the word
 * in capitals is an everyday one or a thing, or short and in no list.
 */
export function writtenName(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  const verdict = personName(bytes, start, end, around);
  if (verdict === 'invalid' || !endsInCapital(bytes, end)) return verdict;
  const [first, last] = [bitsAt(bytes, 0), bitsAt(bytes, count - 1)];
  if (((first | last) & (EVERYDAY | THING)) !== 0) return 'invalid';
  return (last & FAMILY) === 0 && ends[count - 1]! - starts[count - 1]! < SHORTEST_SHOUTED ? 'invalid' : verdict;
}

/** Whether the last letter is a capital one, of ASCII or of two bytes. */
function endsInCapital(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1]!;
  if (last < 0x80) return last >= 0x41 && last <= 0x5a;
  const letter = utf8(bytes, end - 2, end);
  return letter !== letter.toLowerCase();
}

/** The legal form of a company behind a person's name (`Michel Mayer AG`), as it is written. */
const LEGAL_FORM =
  'AG|A/S|ASA|AB|DAC|SE|B\\.?V|E\\.?I\\.?R\\.?L|GbR|GmbH|Inc|KG|KGaA|LLC|LLP|L\\.L\\.C|Ltd|LTDA?|Ltda|N\\.?V|OHG|Oyj?|P\\.?L\\.?C|PLC|Pty|S\\.?A|S\\.?A\\.?S|SARL|S\\.?L|S\\.?L\\.?U|S\\.?p\\.?A|S\\.?R\\.?L|S\\.r\\.l|s\\.r\\.o|e\\.?V|e\\.?K';
/** Those who are in it with that person. */
const COMPANIONS = 'Asociad|Associ|Cia\\b|Cie\\b|Co\\b|Figli|Fils|Hijos|Partner|S\u00c3\u00b6hne|Soehne|Sons|Zonen';
/** One character a byte. */
const COMPANY = new RegExp(`^,? (?:(?:${LEGAL_FORM})(?![A-Za-z])|(?:&|et|und|and|y|e|en) (?:${COMPANIONS}))`);
const COMPANY_REACH = 16;

function isCompany(bytes: Uint8Array, end: number, limit: number): boolean {
  if (end >= limit || (bytes[end] !== SPACE && bytes[end] !== COMMA)) return false;
  return COMPANY.test(latin1(bytes, end, Math.min(limit, end + COMPANY_REACH)));
}

/**
 * What is called after people stands before their names: places and churches after saints (`São José dos Campos`), streets, airports, schools
 * and ships (`rue Victor Hugo`, `USS Carl Vinson`). One character a byte, with the space behind it.
 */
const NAMESAKES = new RegExp(
  `(?:^|[^A-Za-z\\x80-\\xff])(?:${[
    'San|Santa|Santo|Saint|Sainte|Sankt|Sant|St|Ste|St\\.|Ste\\.|S\u00c3\u00a3o',
    '[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Qq]uai|[Cc]alle|[Aa]venida|[Aa]vda\\.?|Av\\.|[Pp]aseo|[Pp]laza|[Rr]ua|[Tt]ravessa|[Ll]argo',
    'Via|Viale|Corso|Piazza|[Aa]eroporto|[Aa]eropuerto|[Aa]\u00c3\u00a9roport|[Ee]stadio|[Ee]st\u00c3\u00a1dio|[Ll]yc\u00c3\u00a9e|[Cc]oll\u00c3\u00a8ge|[Cc]olegio|[Ee]scola',
    'SS|USS|HMS|RMS|MV|USNS|HMAS|HMCS|USCGC',
  ].join('|')})[ -]$`,
);
const NAMESAKE_REACH = 14;

function isNamesake(bytes: Uint8Array, limit: number, start: number): boolean {
  const before = bytes[start - 1];
  if (start <= limit || (before !== SPACE && before !== HYPHEN)) return false;
  return NAMESAKES.test(latin1(bytes, Math.max(limit, start - NAMESAKE_REACH), start));
}

/** Longest part of a mail address before its `@` (RFC 5321). */
const LONGEST_LOCAL = 64;
const AT = 0x40;
const QUOTE = 0x22;
/** By byte, whether it may stand before the `@`. */
const LOCAL_BYTES = new Uint8Array(256).fill(1, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
for (const mark of '.+_-') LOCAL_BYTES[mark.charCodeAt(0)] = 1;

/** Whether a mail address in brackets follows (`<a@example.org>`), behind a quotation mark perhaps (`"Ada Byron" <ada@…>`), as in the headers of mails, in changelogs and lists of authors. */
function isBeforeMail(bytes: Uint8Array, end: number, limit: number): boolean {
  let at = end;
  if (bytes[at] === QUOTE) at++;
  const from = at;
  while (at < limit && at - from < 2 && bytes[at] === SPACE) at++;
  if (at === from || (bytes[at] !== 0x3c && bytes[at] !== 0x28)) return false;
  const start = ++at;
  while (at < limit && at - start < LONGEST_LOCAL && LOCAL_BYTES[bytes[at]!] === 1) at++;
  return at > start && at < limit && bytes[at] === AT;
}

/** Where the last part of a compound begins: by it the prefilter finds the word. */
function lastPart(bytes: Uint8Array, start: number, end: number): number {
  return afterLast(bytes, start, end, HYPHEN);
}

function isInner(bytes: Uint8Array, index: number): boolean {
  return isInitial(bytes, index) || isOneOf(PARTICLES, bytes, index) || (bitsAt(bytes, index) & (GIVEN | FAMILY)) !== 0;
}

/** A title and two or more capitalised words (`Frau Dr. Xenia Okonjo-Blau`). `invalid` where one of them is no part of a name. */
export function titledName(bytes: Uint8Array, start: number, end: number): Verdict {
  if (!splitWords(bytes, start, end)) return 'invalid';
  const first = titlesAt(bytes);
  if (count - first < 2) return 'invalid';
  for (let i = first; i < count; i++) if (isThing(bitsAt(bytes, i))) return 'invalid';
  return 'unknown';
}

/** Streets called after somebody (`Dr. J.F. Nassylaan`). One character a byte. */
const STREET_END = /(?:straat|laan|plein|stra(?:\xc3\x9f|ss)e|gasse|platz|allee)$/;

/** A title, initials and a family name (`Mr H Fairbrother`, `Hr W. de Groot`). `invalid` where it is no name's last word, or a street's. */
export function titledInitials(bytes: Uint8Array, start: number, end: number): Verdict {
  if (!splitWords(bytes, start, end)) return 'invalid';
  const first = titlesAt(bytes);
  if (first === 0 || count - first < 2 || isThing(bitsAt(bytes, count - 1))) return 'invalid';
  return STREET_END.test(latin1(bytes, starts[count - 1]!, end)) ? 'invalid' : 'unknown';
}

/** A title, a family name in capitals and a given name of the lists (`Dr KERBRAT Yann`), as in France. */
export function titledFamilyFirst(bytes: Uint8Array, start: number, end: number): Verdict {
  if (!splitWords(bytes, start, end)) return 'invalid';
  const first = titlesAt(bytes);
  if (first === 0 || count - first < 2 || isThing(bitsAt(bytes, first))) return 'invalid';
  const given = nameBits(bytes, lastPart(bytes, starts[first + 1]!, ends[first + 1]!), ends[first + 1]!);
  return (given & GIVEN) !== 0 ? 'unknown' : 'invalid';
}

/** What is addressed with a title and is an office, a product or a figure. In lower case, one character a byte. */
const NO_FAMILY = wordSet(
  [
    'president speaker chairman chairwoman chairperson chair secretary ambassador mayor minister commissioner chancellor premier governor moderator',
    'right wrong universe america world earth robot clean bean who strange strangelove pepper evil doom no big nice smith-and',
    'präsident präsidentin vorsitzender vorsitzende vorsitzenden kollege kollegin kollegen kanzler kanzlerin bundeskanzler bundeskanzlerin',
    'minister ministerin oberst oberbürgermeister oberbürgermeisterin wachtmeister ober oberkellner lehrer lehrerin bischof hauptmann feldwebel kapitän direktor direktorin wirt wirtin leutnant general rektor rektorin nachbar nachbarin bundesminister bundesministerin abgeordneter abgeordnete abgeordneten kommissar kommissarin doktor professor pfarrer',
    'bürgermeister bürgermeisterin staatssekretär staatssekretärin holle gott jesus und oder',
    'président présidente ministre rapporteur commissaire maire directeur directrice propre tout',
    'sindaco giudice portiere direttore direttrice nobody foo bar potato donut wizard interesting x y z',
    'presidente presidenta ministro ministra comisario diputado diputada alcalde director directora juez doctor doctora',
    'commissario onorevole deputato relatore voorzitter minister collega commissaris',
  ].join(' '),
);
/** Titles that are something else as often (`Sr. Analyst`, `MS`, `Miss Universe`): a list must know the family name behind them. */
const WEAK_TITLES = shortWords(
  new Set('sr sra srta ms miss mx sig hr prof professor dott don doña rev pani'.split(' ').map(loweredLatin1)),
);
/** Titles that are words, not shortened, so that no full stop follows. */
const WHOLE_TITLES = shortWords(
  new Set('miss professor herr herrn frau mme mlle madame monsieur señor señora signor signora'.split(' ').map(loweredLatin1)),
);
/** Those in a language that writes every noun with a capital. */
const GERMAN_TITLES = shortWords(new Set(['herr', 'herrn', 'frau']));
/** What stands before them where somebody is addressed or spoken of by name. */
const ADDRESSED =
  /(?:geehrter?|Geehrter?|Lieber?|liebe[rn]?|Hallo|Tag|Morgen|Abend|Moin|Servus|Patient|Patientin|[Mm]it|[Vv]on|[Ff]\u00c3\u00bcr|[Aa]n|[Dd]urch|[Bb]ei|[Zz]u|[Dd]ass|[Uu]nd|[Dd]ie|[Dd]er|[Ww]ar|[Hh]at|[Ii]st) $/;
const ADDRESSED_REACH = 12;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(latin1Text));
}

/** One character a byte. */
function latin1Text(word: string): string {
  return Buffer.from(word, 'utf8').toString('latin1');
}

/** In lower case as characters and, as `isOneOf` compares them, as bytes. */
function loweredLatin1(word: string): string {
  return latin1Text(word.toLowerCase()).toLowerCase();
}

/**
 * A title and a family name alone (`Mrs. Bodnar`, `Frau von Thurn`). `invalid` where the word is an office or a thing, an everyday word, or
 * goes on; where a street ends in the title (`Ocean Dr Miami`); and where no list has it behind a title that means other things too.
 */
export function titledFamilyName(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  if (!splitWords(bytes, start, end)) return 'invalid';
  const first = titlesAt(bytes);
  if (first === 0 || first === count) return 'invalid';
  const hasStop = bytes[ends[first - 1]! - 1] === FULL_STOP;
  if (hasStop && isOneOf(WHOLE_TITLES, bytes, first - 1)) return 'invalid';
  if (count - first > 1 && isOneOf(ARTICLES, bytes, first)) return 'invalid';
  const isWeak = isOneOf(WEAK_TITLES, bytes, first - 1) || isGermanNoun(bytes, first, start, around?.start ?? 0);
  const bits = bitsAt(bytes, count - 1);
  if ((bits & THING) !== 0 || ((bits & EVERYDAY) !== 0 && (isWeak || (bits & FAMILY) === 0))) return 'invalid';
  if ((bits & FAMILY) === 0 && (isWeak || ends[count - 1]! - starts[count - 1]! < SHORTEST_UNKNOWN)) return 'invalid';
  if (NO_FAMILY.has(loweredText(bytes, starts[count - 1]!, ends[count - 1]!))) return 'invalid';
  return goesOn(bytes, end, around?.end ?? bytes.length) || endsStreet(bytes, start, around?.start ?? 0) ? 'invalid' : 'unknown';
}

/** Whether what stands behind a German title may be any noun: one word, and nobody is addressed. */
function isGermanNoun(bytes: Uint8Array, first: number, start: number, limit: number): boolean {
  if (count - first > 1 || !isOneOf(GERMAN_TITLES, bytes, first - 1)) return false;
  if (bytes.subarray(starts[first]!, ends[first]!).includes(HYPHEN)) return false;
  return !ADDRESSED.test(latin1(bytes, Math.max(limit, start - ADDRESSED_REACH), start));
}

/** In lower case, one character a byte. */
function loweredText(bytes: Uint8Array, start: number, end: number): string {
  return latin1Text(utf8(bytes, start, end).toLowerCase());
}

/** Whether another word with a capital, or a number, follows. */
function goesOn(bytes: Uint8Array, end: number, limit: number): boolean {
  if (end + 1 >= limit || bytes[end] !== SPACE) return false;
  const next = bytes[end + 1]!;
  return (next >= 0x41 && next <= 0x5a) || (next >= 0x30 && next <= 0x39) || next === 0xc3;
}

/** Whether the word before has a capital or is a number: that of a street, or of another title. */
function endsStreet(bytes: Uint8Array, start: number, limit: number): boolean {
  let at = start - 1;
  if (at <= limit || bytes[at] !== SPACE) return false;
  for (at--; at > limit && bytes[at - 1] !== SPACE && bytes[at - 1]! > SPACE; at--);
  const byte = bytes[at]!;
  return ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39)) && LETTERS_END.test(latin1(bytes, at, start - 1));
}

/** A word, with nothing that ends a sentence behind it. */
const LETTERS_END = /^[A-Za-z0-9\x80-\xff]+$/;

/** How many titles stand in front. */
function titlesAt(bytes: Uint8Array): number {
  let first = 0;
  while (first < count && isOneOf(TITLES, bytes, first)) first++;
  return first;
}

/**
 * Finds the words of a cell that names are made of: titles in front, suffixes, initials and particles left out. None where the cell
 * holds what no name holds.
 */
function splitCell(bytes: Uint8Array, start: number, end: number): number {
  count = 0;
  let commas = 0;
  let isAscii = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (CELL_BYTES[byte] === 0) return 0;
    if (byte >= 0x80) isAscii = false;
    if (byte === COMMA && ++commas > 1) return 0;
  }
  if (!(isAscii || isLatinText(bytes, start, end)) || !splitWords(bytes, start, end)) return 0;
  const first = titlesAt(bytes);
  let kept = 0;
  for (let i = first; i < count; i++) {
    if (bytes[ends[i]! - 1] === COMMA) ends[i]!--;
    // A sign alone joins two companies, or a name and what it is about.
    if (ends[i]! - starts[i]! === 1 && bytes[starts[i]!] === HYPHEN) return 0;
    if (ends[i] === starts[i] || isInitial(bytes, i) || isOneOf(SUFFIXES, bytes, i) || isOneOf(PARTICLES, bytes, i)) continue;
    starts[kept] = starts[i]!;
    ends[kept++] = ends[i]!;
  }
  count = kept;
  return kept <= MOST_WORDS ? kept : 0;
}

/** Letters beyond ASCII are Latin ones, composed or not. */
function isLatinText(bytes: Uint8Array, start: number, end: number): boolean {
  const text = utf8(bytes, start, end);
  return /^[\p{Script=Latin}\p{M} .,'\u2019-]*$/u.test(text);
}

/**
 * A cell or field that is called a name, all of it: given and family name in either order and any case, with titles, initials and
 * particles. `valid`: both are in the lists. `unknown`: one is, and no everyday word, or all are everyday words.
 */
export function fullNameValue(bytes: Uint8Array, start: number, end: number): Verdict {
  if (splitCell(bytes, start, end) < 2) return 'invalid';
  let [names, sure, given, family, both] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const bits = bitsAt(bytes, i);
    if (isThing(bits)) return 'invalid';
    if ((bits & (GIVEN | FAMILY)) === 0) continue;
    names++;
    if ((bits & EVERYDAY) === 0) sure++;
    if (bits & GIVEN) given++;
    if (bits & FAMILY) family++;
    if ((bits & GIVEN) !== 0 && (bits & FAMILY) !== 0) both++;
  }
  if (sure === 0) return names > 1 ? 'unknown' : 'invalid';
  // Some word is a given name, and another one a family name.
  return given > 0 && family > 0 && given + family - both > 1 ? 'valid' : 'unknown';
}

/** A cell that is called a first or a last name: one to three names of the lists. `unknown` where they are everyday words. */
export function singleNameValue(bytes: Uint8Array, start: number, end: number): Verdict {
  if (splitCell(bytes, start, end) === 0 || count > 3) return 'invalid';
  let isSure = false;
  for (let i = 0; i < count; i++) {
    const bits = bitsAt(bytes, i);
    if ((bits & (GIVEN | FAMILY)) === 0) return 'invalid';
    if ((bits & EVERYDAY) === 0) isSure = true;
  }
  return isSure ? 'valid' : 'unknown';
}
