/** The gate finds keywords in names with the keyword table; `names.ts` compares every word at every place. Same answers. */
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { buildKeywordTable, ownKeywords } from '../../src/engine/keywords.js';
import { NameGate } from '../../src/engine/name-gate.js';
import { keywordsInNames } from '../../src/engine/names.js';
import { spell } from './grammar.js';
import { createRandom } from './random.js';
import { sheet } from './sheets.js';

const listed = CATALOGUE.flatMap(({ keywords }) => keywords.words);
const own = [
  'ssn',
  'SSN',
  'social security',
  'passport',
  'pass port no',
  'carte',
  'número',
  'n°',
  '番号',
  'คน',
  'карта',
  'ss#',
  'a b c',
  'straße',
  'Ålborg',
];
const glue = ['', '_', '-', ' ', '.', 'x', 'X', '1', 'é', 'e\u0301', '\u0301', 'Ж', '番', 'Value', 'my', '__'];

it('gives the same keyword for every list of names', () => {
  const random = createRandom(77);
  const words = [...own, ...listed];
  const sheets = Array.from({ length: 40 }, (_, index) =>
    sheet(`S${index}`, {
      forms: ['x'],
      keywords: {
        mode: 'none',
        words: [...new Set(Array.from({ length: 6 }, () => random.pick(random.chance(0.5) ? own : words)))],
      },
    }),
  );
  const gate = new NameGate(ownKeywords(buildKeywordTable(sheets), sheets));
  let found = 0;
  for (let times = 0; times < 600; times++) {
    const names = Array.from({ length: 1 + random.integer(3) }, () => {
      const parts = Array.from(
        { length: 1 + random.integer(3) },
        () => random.pick(glue) + spell(random, random.pick(random.pick(sheets).keywords.words)),
      );
      return parts.join('') + random.pick(glue);
    });
    const context = gate.contextOf(names);
    for (const [index, { keywords }] of sheets.entries()) {
      const expected = keywords.words[keywordsInNames(names, keywords.words)[0] ?? -1];
      if (expected !== undefined) found++;
      if (context.get(index) !== expected)
        expect([names, context.get(index)], JSON.stringify(keywords.words)).toEqual([names, expected]);
    }
  }
  expect(found).toBeGreaterThan(600);
});
