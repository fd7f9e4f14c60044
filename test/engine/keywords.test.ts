/** The keyword table against its definition: whatever folds to a letter of a keyword is that letter to the engine, too. */
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { stepOf } from '../../src/engine/automaton.js';
import { buildKeywordTable } from '../../src/engine/keywords.js';
import { foldWord, traitsOf } from '../../src/engine/letters.js';

const [sheet] = CATALOGUE;

/** Letters of the catalogue's keywords, each with its first marks up to all of them, as folded text. */
function lettersInUse(): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const word of CATALOGUE.flatMap(({ keywords }) => keywords.words)) {
    const folded = foldWord(word);
    for (let at = 0; at < folded.length; at++) {
      let end = at + 1;
      while (folded[end] !== undefined && traitsOf(folded[end]!).isMark) end++;
      for (let to = at + 1; to <= end; to++) letters.add(String.fromCodePoint(...folded.slice(at, to)));
    }
  }
  return letters;
}

/** Whether the table of one keyword accepts the text. */
function accepts(word: string, text: string): boolean {
  const { automaton } = buildKeywordTable([{ ...sheet!, keywords: { mode: 'none', words: [word] } }]);
  let state = automaton.roots[0]!;
  for (const byte of Buffer.from(text)) {
    state = stepOf(automaton, state, byte);
    if (state === 0) return false;
  }
  return state >= automaton.firstAccept;
}

it('takes every code point that folds to a letter of a keyword for that letter', () => {
  const letters = lettersInUse();
  const missed: string[] = [];
  // The basic plane without Hangul syllables and surrogates; beyond it are no such code points but of ideographs.
  for (let code = 0x80; code < 0x10000; code++) {
    if (code === 0xac00) code = 0xe000;
    const own = traitsOf(code).folded;
    const text = String.fromCodePoint(...own);
    if (!letters.has(text)) continue;
    if (!accepts(`x${text}`, `x${String.fromCodePoint(code)}`)) missed.push(`${code.toString(16)} for ${text}`);
  }
  expect(missed).toEqual([]);
});

it.each([
  ['άδεια οδήγησης', 'ΆΔΕΙΑ ΟΔΉΓΗΣΗΣ'],
  ['άδεια οδήγησης', 'Άδεια οδήγησης'.normalize('NFD')],
  ['αδεια οδηγησης', 'ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ'],
])('finds %s in %s', (word, text) => {
  expect(accepts(word, text)).toBe(true);
});
