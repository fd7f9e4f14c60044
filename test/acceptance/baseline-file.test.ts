/** A baseline lies in the repository that is scanned: whatever it holds, nothing is found in it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { Baseline } from '../../src/policy/baseline.js';
import { formatBaseline, parseBaseline } from '../../src/policy/baseline-file.js';
import { runScan } from '../../src/scan/run.js';
import { seededRandom } from '../detectors/random-shape.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-baseline-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Names that hold no value by themselves, but would beside the name of a detector. */
const PATHS = ['cvv.txt', 'social security/card.csv', 'p/***-**-****~3091.csv', 'iban/123456789.txt', 'passport.json'];

it('gives no findings, whatever tags, numbers and names stand in it', async () => {
  const random = seededRandom(20_261_121);
  const digits = (length: number, base: number) => Array.from({ length }, () => random(base).toString(base)).join('');
  const baseline = new Baseline();
  for (const { id } of CATALOGUE) {
    for (const path of PATHS) {
      // As many as fit into what is examined without a worker.
      for (let i = 0; i < 14; i++) {
        baseline.accept(path, id, { tag: digits(4, 16) });
        // Decimal digits only: as hex they would be card numbers now and then.
        baseline.accept(path, id, { tag: digits(16, i < 7 ? 10 : 16) });
      }
      baseline.accept(path, id, { count: 100 + random(900), total: 1000 + random(999_999_999) });
    }
  }
  // A card number and a security code, as a tag would write them.
  baseline.accept('cards', 'CREDIT_CARD_NUMBER', { tag: '4111111111111111' });
  const file = path.join(folder, 'clearset.baseline');
  const text = formatBaseline(baseline);
  fs.writeFileSync(file, text);
  expect(formatBaseline(parseBaseline(text, file))).toBe(text);
  const found: unknown[] = [];
  for await (const event of runScan({ targets: [file], jobs: 1 })) {
    if (event.kind === 'item') found.push(...event.result.findings, ...event.result.problems);
  }
  expect(found).toEqual([]);
});
