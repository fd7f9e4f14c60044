/** The synthetic values of corpus/values: one file for each detector, with enough of them, and where they come from. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { compileForms, hitEnd } from '../detectors/plain-match.js';

const VALUES = new URL('../../corpus/values/', import.meta.url);
const LEAST_VALUES = 60;

/** Comment lines and values of a file. */
function readValues(detector: string): { head: readonly string[]; values: readonly string[] } {
  const lines = fs
    .readFileSync(new URL(`${detector}.txt`, VALUES), 'utf8')
    .split('\n')
    .slice(0, -1);
  return { head: lines.filter((line) => line.startsWith('#')), values: lines.filter((line) => !line.startsWith('#')) };
}

describe('the values of the corpus', () => {
  it('are there for every detector', () => {
    const files = fs.readdirSync(VALUES).map((name) => name.replace('.txt', ''));
    expect(CATALOGUE.map((sheet) => sheet.id).filter((id) => !files.includes(id))).toEqual([]);
  });

  it('are enough, distinct, and say where they come from', () => {
    for (const name of fs.readdirSync(VALUES)) {
      const id = name.replace('.txt', '');
      const { head, values } = readValues(id);
      expect(new Set(values).size, id).toBe(values.length);
      expect(values.length, id).toBeGreaterThanOrEqual(LEAST_VALUES);
      expect(head.map((line) => /^# (.*?):/.exec(line)?.[1])).toEqual([id, 'basis', 'oracle']);
    }
  });

  // Hexadecimal bodies have less entropy than letters and digits: a sheet that forgets it refuses some of them.
  it.each(['SLACK_TOKEN', 'GITLAB_TOKEN', 'FLUTTERWAVE_SECRET_KEY', 'LANGSMITH_API_KEY', 'SHOPIFY_TOKEN', 'PULUMI_TOKEN'])(
    'are all taken by a form of %s',
    (id) => {
      const forms = compileForms(CATALOGUE.find((sheet) => sheet.id === id)!);
      const refused = readValues(id).values.filter((value) => {
        const bytes = Buffer.from(value);
        return !forms.some((form) => hitEnd(form, bytes, 0) === bytes.length);
      });
      expect(refused).toEqual([]);
    },
  );
});
