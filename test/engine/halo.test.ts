/** The halo is what a block needs and no byte more: a rival at its greatest distance, with its keyword at the greatest distance from it. */
import { expect, it } from 'vitest';
import type { Segment } from '../../src/core/segment.js';
import { createEngine } from '../../src/engine/index.js';
import { EDGE_RUN } from '../../src/engine/letters.js';
import type { Engine } from '../../src/engine/types.js';
import { sheet } from './sheets.js';
import { fullWidth } from './variants.js';

const WORD = 'keyword';
/** Thirty characters of four bytes: the greatest distance of a keyword. */
const FAR = '😀'.repeat(30);
/** A Latin letter of four bytes: beside a keyword, it makes it part of a longer word. */
const LETTER = '\u{1df00}';
/** A Cyrillic letter of four bytes, which ends a Latin word; without its last byte it would be a combining mark, which does not. */
const OTHER_LETTER = '\u{1e030}';
/** Behind a keyword: digits, and the last letter that is looked at, which makes the keyword part of a token. */
const TOKEN = `${'5'.repeat(EDGE_RUN)}x`;

/** `123-4` and `4-567` share a digit; the one with its keyword in reach wins. */
const engine = createEngine({
  detectors: [
    sheet('HEAD', {
      forms: [String.raw`\d{3}-\d`],
      falseAccept: 0.5,
      keywords: { mode: 'none', words: ['ahead'] },
    }),
    sheet('TAIL', { forms: [String.raw`\d-\d{3}`], falseAccept: 0.5, keywords: { mode: 'none', words: [WORD] } }),
  ],
});
const mirrored = createEngine({
  detectors: [
    sheet('HEAD', { forms: [String.raw`\d{3}-\d`], falseAccept: 0.5, keywords: { mode: 'none', words: [WORD] } }),
    sheet('TAIL', { forms: [String.raw`\d-\d{3}`], falseAccept: 0.4, keywords: { mode: 'none', words: ['ahead'] } }),
  ],
});

/** Hits of the block that owns `[ownStart, ownEnd)` and sees `left` and `right` bytes more. */
function hitsOf(of: Engine, text: Uint8Array, ownStart: number, ownEnd: number, left: number, right: number): string[] {
  const from = Math.max(0, ownStart - left);
  const to = Math.min(text.length, ownEnd + right);
  of.memory.bytes.fill(0);
  of.memory.bytes.set(text.subarray(from, to));
  const segment: Segment = {
    shape: 'text',
    spanSpace: 'item',
    length: to - from,
    base: from,
    ownStart: ownStart - from,
    ownEnd: ownEnd - from,
    isFirst: from === 0,
    isLast: to === text.length,
    locate: () => ({ line: 1, column: 1, location: {} }),
  };
  const hits: string[] = [];
  of.scan(segment, (hit) =>
    hits.push(`${of.detectors[hit.detector]!.id} ${hit.confidence} ${hit.start + from}-${hit.end + from}`),
  );
  return hits;
}

it('reaches to the right as far as a rival, its keyword and the letter behind it, to the byte', () => {
  const { left, right } = engine.halo;
  // The hit starts in the block's last byte; the rival begins in the hit's last byte.
  for (const [after, kept] of [
    ['', []],
    [OTHER_LETTER, []],
    [LETTER, ['HEAD low 10-15']],
  ] as const) {
    const text = Buffer.from(`${' '.repeat(10)}123-4-567${FAR}${WORD}${after} ${' '.repeat(400)}`);
    expect(hitsOf(engine, text, 0, 11, left, right)).toEqual(kept);
    expect(hitsOf(engine, text, 0, text.length, left, right).filter((hit) => hit.startsWith('HEAD'))).toEqual(kept);
  }
  // A value and a keyword in the widest characters: one byte less and the letter that makes the keyword part of a token is cut: the rival would get its keyword.
  const text = Buffer.from(`${' '.repeat(10)}${fullWidth(`123-4-567`)}${FAR}${fullWidth(WORD + TOKEN)}${' '.repeat(400)}`);
  expect(hitsOf(engine, text, 0, 11, left, right - 1)).not.toEqual(hitsOf(engine, text, 0, 11, left, right));
});

it('reaches to the left as far as a rival, its keyword and the letter before it, to the byte', () => {
  const { left, right } = mirrored.halo;
  for (const [before, kept] of [
    [' ', []],
    [LETTER, ['TAIL low']],
  ] as const) {
    const text = Buffer.from(`${' '.repeat(400)}${before}${WORD}${FAR}123-4-567 `);
    const start = text.indexOf('4-567');
    const seen = hitsOf(mirrored, text, start, text.length, left, right).map((hit) => hit.replace(/ \d+-\d+$/, ''));
    expect(seen).toEqual(kept);
  }
  // Without the backslash, its `n` would make a token of the digits and the keyword.
  const lineBreak = fullWidth(`\\n${'5'.repeat(EDGE_RUN)}${WORD}`);
  const text = Buffer.from(`${' '.repeat(400)}${lineBreak}${FAR}${fullWidth('123-4-567')} `);
  const start = text.indexOf(fullWidth('4-567'));
  expect(hitsOf(mirrored, text, start, text.length, left - 1, right)).not.toEqual(
    hitsOf(mirrored, text, start, text.length, left, right),
  );
});
