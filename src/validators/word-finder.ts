/** Finds one of several words anywhere in a value, in one pass over its bytes: without a string, and without a pattern engine. */

/** Bits of a column number: 26 letters and five other characters, and column 0 for what no word holds. */
const COLUMN_BITS = 5;
/** State where a word was found; nothing leads out of it. */
const FOUND = 1;

/**
 * A check whether any of `words` (printable ASCII; at most 31 different characters and 250 characters in all) stands in
 * `bytes[start, end)`, in upper or lower case or mixed. The automaton of Aho and Corasick: one table look-up a byte. It is made
 * when it is first asked, since most scans never do; then it throws a RangeError where there is no room for the words.
 */
export function wordFinder(words: readonly string[]): (bytes: Uint8Array, start: number, end: number) => boolean {
  let columns: Uint8Array | undefined;
  let next: Uint8Array | undefined;
  return (bytes, start, end) => {
    columns ??= columnsOf(words);
    next ??= transitions(words, prefixesOf(words), columns);
    let state = 0;
    for (let i = start; i < end; i++) state = next[(state << COLUMN_BITS) | columns[bytes[i]!]!]!;
    return state === FOUND;
  };
}

/** Column of each byte in the table; both cases of a letter have the same. */
function columnsOf(words: readonly string[]): Uint8Array {
  const columns = new Uint8Array(256);
  const characters = new Set(words.join('').toLowerCase());
  if (characters.size >= 1 << COLUMN_BITS) throw new RangeError('Too many different characters for one word finder');
  for (const character of characters) {
    const byte = character.charCodeAt(0);
    const other = character.toUpperCase().charCodeAt(0);
    columns[byte] = columns[other] = 1 + [...characters].indexOf(character);
  }
  return columns;
}

/** States by the text they stand for, numbered from 2, behind the start and `FOUND`. */
function prefixesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const prefixes = new Map<string, number>([['', 0]]);
  for (const word of words) {
    for (let n = 1; n < word.length; n++) {
      const prefix = word.toLowerCase().slice(0, n);
      if (!prefixes.has(prefix)) prefixes.set(prefix, prefixes.size + 1);
    }
  }
  if (prefixes.size > 250) throw new RangeError('Too many words for one word finder');
  return prefixes;
}

/**
 * Next state by state and column. State 0 is the start; a state stands for the longest end of the text that begins a word. Short
 * prefixes first: where none goes on, the row of the longest one that ends this one is there already.
 */
function transitions(words: readonly string[], prefixes: ReadonlyMap<string, number>, columns: Uint8Array): Uint8Array {
  const next = new Uint8Array((prefixes.size + 1) << COLUMN_BITS).fill(FOUND, FOUND << COLUMN_BITS, (FOUND + 1) << COLUMN_BITS);
  const longer = longerOnes(words, prefixes);
  /** By state: the longest prefix that ends it and is shorter. */
  const ends = new Uint8Array(prefixes.size + 1);
  for (const [prefix, state] of [...prefixes].sort(([a], [b]) => a.length - b.length)) {
    const row = state << COLUMN_BITS;
    if (state !== 0) next.copyWithin(row, ends[state]! << COLUMN_BITS, (ends[state]! + 1) << COLUMN_BITS);
    for (const [character, goesOn] of longer.get(prefix) ?? []) {
      const column = row | columns[character.charCodeAt(0)]!;
      ends[goesOn] = state === 0 ? 0 : next[column]!;
      if (next[column] !== FOUND) next[column] = goesOn;
    }
  }
  return next;
}

/** The states one character on from each prefix; `FOUND` where that ends a word. */
function longerOnes(
  words: readonly string[],
  prefixes: ReadonlyMap<string, number>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const longer = new Map<string, Map<string, number>>();
  const add = (text: string, state: number): void => {
    const prefix = text.slice(0, -1);
    const ways = longer.get(prefix) ?? new Map<string, number>();
    longer.set(prefix, ways.set(text.at(-1)!, state));
  };
  for (const [text, state] of prefixes) if (text !== '') add(text, state);
  for (const word of words) add(word.toLowerCase(), FOUND);
  return longer;
}
