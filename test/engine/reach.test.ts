/**
 * How far keywords are looked for in a text: so many characters, however many bytes each has, on both sides of each start. Blocks with
 * few characters outside ASCII are looked through no further than these reach; that must never lose a keyword.
 */
import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { createRandom, type Random } from './random.js';
import { scanText } from './segments.js';
import { sheet } from './sheets.js';

/** In ASCII, with a byte outside it only at the end, and with some at the beginning. */
const WORDS = ['account', 'national identity numéro', 'úč', 'αριθμός', 'bank account number of the person', 'id'];
const SHEETS = [
  sheet('HELD', { forms: [String.raw`\d{3}-\d{4}`], keywords: { mode: 'required', words: WORDS } }),
  sheet('FAR', { forms: [String.raw`\d{5}`], keywords: { mode: 'required', distance: 40, words: ['account', 'úč'] } }),
  sheet('FREE', { forms: [String.raw`\d{3}-\d{2}`, 'ab_[a-z]{4}'], keywords: { mode: 'none', words: WORDS } }),
];
const VALUES = ['123-4567', '12345', '123-45', 'ab_wxyz'];
/** Characters of one to four bytes that are no letters beside a word. */
const FILLERS = ['.', ' ', '«', '—', '😀'];
const TEXTS = 300;

const engine = createEngine({ detectors: SHEETS });
const reference = createReference(SHEETS, loadRegex('auto'));

/** Mostly runs of one character, long enough that keywords are now in reach and now not. */
function makeText(random: Random): string {
  let text = '';
  for (let i = 0; i < 40; i++) {
    const filler = random.chance(0.6) ? '.' : random.pick(FILLERS);
    text += ` ${random.chance(0.5) ? random.pick(VALUES) : random.pick(WORDS)} ${filler.repeat(random.integer(36))}`;
  }
  return text;
}

it('finds the keywords that the reference finds, where characters of one and of more bytes stand side by side', () => {
  let inContext = 0;
  for (let seed = 1; seed <= TEXTS; seed++) {
    const text = Buffer.from(makeText(createRandom(seed)));
    const comparable = ({ detector, start, end, confidence, keyword }: ReturnType<typeof scanText>[number]) =>
      `${SHEETS[detector]!.id} ${start}-${end} ${confidence} ${keyword}`;
    const found = scanText(engine, text);
    expect(found.map(comparable), `seed ${seed}`).toEqual(reference.scan({ text }).map(comparable));
    inContext += found.filter(({ keyword }) => keyword !== undefined).length;
  }
  expect(inContext).toBeGreaterThan(1000);
});
