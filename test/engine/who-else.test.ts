/**
 * Which detectors fire on each example when all are enabled, as a table that people read in a diff: a new sheet that
 * takes over another's values shows here. `npm run golden` rewrites it; a missing file is a failure.
 */
import fs from 'node:fs';
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createEngine } from '../../src/engine/index.js';
import { readExample } from './examples.js';
import { scanInput } from './segments.js';

const file = new URL('golden/who-else.txt', import.meta.url);

function table(): string {
  const engine = createEngine({ detectors: CATALOGUE });
  const lines: string[] = [];
  for (const sheet of CATALOGUE) {
    const examples = [...sheet.examples.match, ...sheet.examples.noMatch.map(([example]) => example)];
    for (const example of examples) {
      const { input, title } = readExample(example);
      const found = scanInput(engine, input).map((hit) => {
        const names = [hit.detector, ...hit.alternatives].map((index) => CATALOGUE[index]!.id).join(' = ');
        return `  ${hit.start}-${hit.end} ${hit.confidence} ${names}\n`;
      });
      lines.push(`${sheet.id} ${JSON.stringify(title)}\n`, ...found);
    }
  }
  return lines.join('');
}

it('fires as the golden table says', () => {
  const actual = table();
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
});
