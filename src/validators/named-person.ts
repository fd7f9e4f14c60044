/**
 * Names of people that no list has, under a header that can mean nothing else (`last_name`, `patient name`): what is written as names
 * are. What it does not prove: that it is one. Words that stand in such fields before anybody has filled them in are none.
 */
import { atFirstUse } from '../core/at-first-use.js';
import type { Verdict } from '../core/verdict.js';
import { latin1, utf8 } from './ascii.js';
import { bitsOfWord, THING } from './name-words.js';
import { isParticle, isSuffix, isTitle } from './person-name.js';

/** Longest name, in characters. */
const LONGEST = 60;
/** Most words of one part of a name (`María del Carmen`), and of a full one. */
const MOST_PART_WORDS = 4;
const MOST_WORDS = 7;
/** Characters of a name in Chinese, Japanese or Korean. */
const LONGEST_IDEOGRAPHIC = 10;

/** How names are written. */
const WRITING = atFirstUse(() => ({
  text: /^[\p{L}\p{M}][\p{L}\p{M} .,'\u2019\u02BC\u00B7-]*$/u,
  scripts: [
    /^[\p{Script=Latin}\p{M}\P{L}]*$/u,
    /^[\p{Script=Cyrillic}\p{M}\P{L}]*$/u,
    /^[\p{Script=Greek}\p{M}\P{L}]*$/u,
    /^[\p{Script=Arabic}\p{M}\P{L}]*$/u,
    /^[\p{Script=Hebrew}\p{M}\P{L}]*$/u,
    /^[\p{Script=Devanagari}\p{M}\P{L}]*$/u,
  ],
  ideographic: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u30fb ]+$/u,
  /** One letter, with a full stop perhaps. */
  initial: /^\p{L}\p{M}*\.?$/u,
  /** Degrees and titles before or behind a name: letters with full stops (`B.Eng.`, `Ph.D.`, `Lic.`), and words for Mr and Mrs. */
  degree:
    /^(?:(?:\p{L}{1,4}\.){1,3}(?:\p{L}{1,3}\.?)?|Ing|Mgr|Dipl|Lic|pani?|pana|pan\u00ed|p\u00e1n|sle\u010dna|Say\u0131n|Hr|Fru|Dhr|Mevr|\u043f\u0430\u043d[\u0456i]?|\u0433-\u043d|\u0433-\u0436\u0430|\u0413-\u043d|\u0413-\u0436\u0430|\u0413-\u0446\u0430)$/u,
  /** A capital first, and further ones behind a hyphen, an apostrophe or a prefix only (`MacDonald`, `O’Brien`), or nothing but capitals. */
  cased:
    /^(?:(?:(?:[dlo]['\u2019])?(?:Mac|Mc|De|Di|Da|Du|La|Le|Van|Von|Fitz)?\p{Lu}['\u2019]?\p{Lu}?[\p{Ll}\p{M}'\u2019]+(?:-\p{L}['\u2019]?\p{Lu}?[\p{Ll}\p{M}'\u2019]*)*)|[\p{Lu}\p{M}'\u2019-]{2,})\.?$/u,
}));

/** What stands in fields for names that are not filled in: in forms, schemas, translations and masked data. */
const PLACEHOLDERS = atFirstUse(
  () =>
    new Set(
      [
        'name names first last given family middle surname forename maiden nickname initial initials title suffix prefix firstname lastname',
        'fullname middlename username vorname nachname familienname prénom prenom nom nombre nombres apellido apellidos nome cognome sobrenome',
        'naam voornaam achternaam imię nazwisko namn förnamn efternamn navn fornavn etternavn nimi etunimi sukunimi jméno příjmení имя фамилия',
        'string text char varchar nvarchar varchar2 number integer object array boolean field column label value default any type schema',
        'required optional mandatory invalid valid missing empty blank none null nil nan undefined unknown unspecified other others various',
        'yes no true false test tester testing sample example dummy demo fake foo bar baz lorem ipsum redacted removed deleted hidden masked',
        'anonymous anonymised anonymized guest admin administrator user users customer client patient employee member person people contact',
        'enter your please type here must cannot error too short long only letters and or is the of for company organization organisation',
        'import export manual verified pending active inactive system automatic source available applicable not',
      ].flatMap((line) => line.split(' ')),
    ),
);

/** A given and a family name, at least, or in East Asian letters both together. Never `valid`. */
export function namedPerson(bytes: Uint8Array, start: number, end: number): Verdict {
  return isWrittenAsName(bytes, start, end, 2, MOST_WORDS) ? 'unknown' : 'invalid';
}

/** A given or a family name, also of several words. Never `valid`. */
export function namedPersonPart(bytes: Uint8Array, start: number, end: number): Verdict {
  return isWrittenAsName(bytes, start, end, 1, MOST_PART_WORDS) ? 'unknown' : 'invalid';
}

function isWrittenAsName(bytes: Uint8Array, start: number, end: number, least: number, most: number): boolean {
  const text = isAscii(bytes, start, end) ? latin1(bytes, start, end) : utf8Text(bytes, start, end);
  if (text.length > LONGEST) return false;
  if (WRITING().ideographic.test(text)) return text.length >= least && text.length <= LONGEST_IDEOGRAPHIC;
  if (text.indexOf(',') !== text.lastIndexOf(',')) return false;
  const words = text
    .replace(',', ' ')
    .split(' ')
    .filter((word) => word !== '');
  let [names, initials] = [0, 0];
  for (const word of words) {
    const kind = kindOf(word);
    if (kind === 'beside' || (words.length > 1 && kind.startsWith('degree'))) continue;
    if (kind === 'initial') initials++;
    else if (kind === 'name' || kind === 'degree or name') names++;
    else return false;
  }
  return names > 0 && names + initials >= least && words.length <= most;
}

/** Bytes of ASCII that names are written with; a letter comes first. */
const NAME_BYTES = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
const LETTER_BYTES = NAME_BYTES.slice();
for (const mark of " .,'-") NAME_BYTES[mark.charCodeAt(0)] = 1;

/** Whether it is a name's text and all is ASCII, which most names are: no expression has to be asked. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  if (LETTER_BYTES[bytes[start]!] === 0) return false;
  for (let at = start + 1; at < end; at++) if (NAME_BYTES[bytes[at]!] === 0) return false;
  return true;
}

/** The value composed; empty where it is no name's text, or of two scripts. */
function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  const text = utf8(bytes, start, end).normalize('NFC');
  const isOfOneScript = WRITING().ideographic.test(text) || WRITING().scripts.some((script) => script.test(text));
  return WRITING().text.test(text) && isOfOneScript ? text : '';
}

/** What a word is among the words of a name. A degree stands beside a name only, and some could be a name by themselves. */
type WordKind = 'beside' | 'initial' | 'degree' | 'degree or name' | 'name' | 'none';

/** Names come again and again in a data set, and to tell what a word is takes a dozen expressions and sets: the last ones are kept. */
const kinds = new Map<string, WordKind>();
const MOST_KEPT = 8192;

function kindOf(word: string): WordKind {
  const known = kinds.get(word);
  if (known !== undefined) return known;
  const kind = freshKindOf(word);
  if (kinds.size === MOST_KEPT) kinds.clear();
  kinds.set(word, kind);
  return kind;
}

function freshKindOf(word: string): WordKind {
  if (isTitle(word) || isSuffix(word) || isParticle(word)) return 'beside';
  if (WRITING().initial.test(word)) return 'initial';
  const isNamed = isName(word);
  if (WRITING().degree.test(word)) return isNamed ? 'degree or name' : 'degree';
  return isNamed ? 'name' : 'none';
}

function isName(word: string): boolean {
  const isCased = word.toLowerCase() !== word.toUpperCase();
  if (isCased && !WRITING().cased.test(word)) return false;
  if (PLACEHOLDERS().has(word.toLowerCase().replace('.', ''))) return false;
  return (bitsOfWord(word) & THING) === 0;
}
