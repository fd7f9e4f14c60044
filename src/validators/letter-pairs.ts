/** Tells words from random letters by their pairs: most pairs of letters never stand together in a word of a language. */

/**
 * By first letter, the letters that follow it often: 221 of the 676 pairs are 88 % of all pairs in English words (counted over the
 * distinct words of documentation that came with a Linux system).
 */
const FOLLOWERS = [
  'bcdgiklmnprstuvy',
  'aeilorsu',
  'acehiklortu',
  'adeilorsu',
  'abcdefgilmnprstvxy',
  'aefioru',
  'aehinorsu',
  'aeio',
  'abcdefglmnoprstvz',
  '',
  'aei',
  'adeilostuy',
  'aeimops',
  'acdefgiknostu',
  'bcdfglmnoprstuvw',
  'aehiloprtu',
  'u',
  'acdegilmnorstuy',
  'acehilopstuy',
  'acehiloprstuy',
  'abceilmnprst',
  'aei',
  'aei',
  'st',
  'p',
  'e',
];
/** A bit for each letter that follows often, by first letter. */
const often = FOLLOWERS.map((letters) => [...letters].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) - 97)), 0));

/** Fewer pairs tell nothing. */
const LEAST_PAIRS = 3;

/** Column of each byte in the table: letters in either case from 1 on, 0 for all others. */
const letters = new Uint8Array(256);
for (let letter = 0; letter < 26; letter++) letters[0x41 + letter] = letters[0x61 + letter] = letter + 1;
const FIRST_SMALL = 0x61;
const LAST_CAPITAL = 0x5a;

/**
 * Share of the pairs of neighbouring letters in `bytes[start, end)` that are common in words, 0 to 1; undefined for fewer than three
 * pairs. A change from lower to upper case begins a new word. Words and names have 0.8 and more, random letters about 0.3.
 */
export function wordShare(bytes: Uint8Array, start: number, end: number): number | undefined {
  let pairs = 0;
  let common = 0;
  for (let i = start + 1; i < end; i++) {
    const left = bytes[i - 1] as number;
    const right = bytes[i] as number;
    const first = letters[left] as number;
    const second = letters[right] as number;
    const beginsWord = left >= FIRST_SMALL && right <= LAST_CAPITAL;
    if (first === 0 || second === 0 || beginsWord) continue;
    pairs++;
    common += ((often[first - 1] as number) >> (second - 1)) & 1;
  }
  return pairs < LEAST_PAIRS ? undefined : common / pairs;
}
