/**
 * "Finds every single wrong digit", for all validators whose standard promises it, and the places where a standard does
 * not, with the reason. The numbers are those of the corpus and of the oracle's table, none made by a validator.
 */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_CHECK_DIGITS } from './oracles/no-check-digits.js';
import { EUROPEAN_PROMISES } from './oracles/promises-europe.js';
import { WORLD_PROMISES } from './oracles/promises-world.js';
import { digitChanges, verdictOf } from './verdicts.js';

const PROMISES = [...EUROPEAN_PROMISES, ...WORLD_PROMISES];
const VALIDATORS = new URL('../../src/validators/', import.meta.url);
const CORPUS = new URL('../../corpus/values/', import.meta.url);
const table = JSON.parse(fs.readFileSync(new URL('oracles/python-stdnum.json', import.meta.url), 'utf8')) as {
  rows: readonly { name: string; valid: readonly string[] }[];
};

/** Numbers of a row of the oracle's table, or of a detector's file in the corpus. */
function numbersOf(name: string): readonly string[] {
  const row = table.rows.find((candidate) => candidate.name === name);
  if (row !== undefined) return row.valid;
  const lines = fs.readFileSync(new URL(`${name}.txt`, CORPUS), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

describe('a single wrong digit', () => {
  it('has every validator listed, with check digits or without', () => {
    const files = fs.readdirSync(VALIDATORS, { withFileTypes: true }).filter((entry) => entry.isFile());
    const listed = [...new Set(PROMISES.map((row) => row.file)), ...Object.keys(NO_CHECK_DIGITS)];
    expect(listed.sort()).toEqual(files.map((entry) => entry.name.replace('.ts', '')).sort());
  });

  it.each(PROMISES.map((row) => [`${row.file}, ${row.numbers}`, row] as const))('%s', (_name, row) => {
    const numbers = numbersOf(row.numbers)
      .map(row.part ?? ((text) => text))
      .filter((text) => verdictOf(row.validator, text) === 'valid');
    expect(numbers.length).toBeGreaterThan(9);
    const missed: string[] = [];
    let excepted = 0;
    for (const text of numbers) {
      for (const wrong of digitChanges(text)) {
        if (verdictOf(row.validator, wrong) !== 'valid') continue;
        const at = [...text].findIndex((character, i) => character !== wrong[i]);
        if (row.except?.when(text, at, wrong)) excepted++;
        else missed.push(`${text} → ${wrong}`);
      }
    }
    expect(missed).toEqual([]);
    if (row.except !== undefined) expect(excepted, `gone: ${row.except.because}`).toBeGreaterThan(0);
  });
});
