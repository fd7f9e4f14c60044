/**
 * Streets as most of Europe writes them, the number of the house last (`Hauptstraße 12`, `Via Roma 10`, `ul. Długa 14/6`), where they stand
 * before a code and a town. The word for a street tells such a line from other words and numbers; which words count is chosen so that none
 * of them ends or begins everyday words (`Spring 12` is no Ring). What it does not prove: that there is such a street.
 */
import { atFirstUse } from '../core/at-first-use.js';
import type { Surroundings, Verdict } from '../core/verdict.js';
import { utf8 } from './ascii.js';
import { isTownWord } from './place-and-postcode.js';

/** Bytes before the code in which street and number stand. */
const REACH = 64;

/** Ends of one word, of German, Dutch and the Nordic languages. */
const ENDS =
  'stra(?:ß|ss)e|str\\.|weg|allee|platz|gasse|damm|chaussee|promenade|STRASSE|STR\\.|WEG|laan|straat|gracht|plein|dijk|singel|vägen|gatan|gata|vej|veien|katu';
/** Words of their own before the name. Those that other languages have too (`via`) count with a capital only. */
const BEGINNINGS =
  '[Vv]iale|Via|VIA|[Cc]orso|[Pp]iazza(?:le)?|[Vv]icolo|[Cc]alle|CALLE|C/|[Aa]venida|Avda\\.?|Av\\.|[Pp]laza|[Pp]aseo|[Cc]arrer|[Rr]ua|RUA|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Uu]l\\.|UL\\.|[Uu]lica|[Aa]l\\.|[Aa]leja|[Oo]s\\.|[Pp]l\\.';
const NAME = String.raw`[^\d\n#=<>{}()|;:]{2,40}?`;
/** In raw text, letters beyond ASCII are escaped for the packed program. A number, a letter or flat behind it, and the end of the line or a comma. */
const NUMBER = String.raw`,? (?:n[.\u00ba\u00b0]{1,2} ?)?\d{1,4}(?!\d)[^\n#=<>{}|;:]{0,24}(?:,|\r?\n)[ \t]{0,8}$`;
const STREET = atFirstUse(
  () => new RegExp(String.raw`(?:\p{Lu}[\p{L}.'\u2019-]*(?:${ENDS})|(?<!\p{L})(?:${BEGINNINGS}) ?${NAME})${NUMBER}`, 'u'),
);

/** A code and a town behind such a street. `valid` where the street is there: only an address has all that. */
export function townBehindStreet(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  if (!isTownWord(bytes, start, end)) return 'invalid';
  // Alone, the street is taken for granted, and proves nothing.
  if (around === undefined) return 'unknown';
  return STREET().test(utf8(bytes, Math.max(around.start, start - REACH), start)) ? 'valid' : 'invalid';
}
