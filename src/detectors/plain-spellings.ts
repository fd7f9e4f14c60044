/**
 * Keywords in plain letters: columns, fields and old systems write `numero_de_telefono`, `fodselsdato` and `geburtstag_schluessel`
 * where people write accents. Each sheet gets the plain spellings of its words, so that no sheet has to list them.
 */

/** Short words turn into others: `né le` (born on) into `ne le`, `tél` into what it is already. */
const SHORTEST = 7;
/** Letters that are no ASCII letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
/** As German and the Nordic languages write them where they must do without. */
const PAIRS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const MARKS = /[\u0300-\u036f]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The words, and behind them the plain spellings that they lack. The same list where there are none. */
export function withPlainSpellings(words: readonly string[]): readonly string[] {
  // Nearly all words are plain.
  if (!words.some((word) => BEYOND_ASCII.test(word))) return words;
  const all = new Set(words);
  for (const word of words) for (const spelling of plainSpellings(word)) all.add(spelling);
  return all.size === words.length ? words : [...all];
}

function plainSpellings(word: string): readonly string[] {
  if (!BEYOND_ASCII.test(word)) return [];
  const composed = word.normalize('NFC').toLowerCase();
  return [LETTERS, PAIRS]
    .map((letters) => spelledBy(letters, composed))
    .filter((text) => text !== undefined && text.replace(/[^a-z]/g, '').length >= SHORTEST) as string[];
}

/** Spellings of letters by alphabet, as they are met: a thousand words have a hundred letters. */
const known = new Map<Readonly<Record<string, string>>, Map<string, string | undefined>>([
  [LETTERS, new Map()],
  [PAIRS, new Map()],
]);

/** The word in ASCII, or undefined where a letter has no such spelling. */
function spelledBy(letters: Readonly<Record<string, string>>, word: string): string | undefined {
  const ofLetters = known.get(letters)!;
  let text = '';
  for (const letter of word) {
    if (letter < '\x80') {
      text += letter;
      continue;
    }
    if (!ofLetters.has(letter)) ofLetters.set(letter, spellingOf(letters, letter));
    const spelling = ofLetters.get(letter);
    if (spelling === undefined) return undefined;
    text += spelling;
  }
  return text;
}

function spellingOf(letters: Readonly<Record<string, string>>, letter: string): string | undefined {
  const spelling = letters[letter] ?? LETTERS[letter] ?? letter.normalize('NFD').replace(MARKS, '');
  return BEYOND_ASCII.test(spelling) ? undefined : spelling;
}
