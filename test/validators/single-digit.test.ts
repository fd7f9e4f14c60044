/**
 * "Finds every single wrong digit", for all validators whose standard promises it, and the places where a standard does
 * not, with the reason. The numbers are those of the corpus and of the oracle's table, none made by a validator.
 */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_CHECK_DIGITS } from './oracles/no-check-digits.js';
import type { Promised } from './oracles/promised.js';
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

/** Validators of numbers that have several lengths, or none that the validator knows. */
const SEVERAL_LENGTHS: Readonly<Record<string, string>> = {
  'argentina-sube': 'Luhn of any length; the form knows the length',
  'australia-medicare': 'the place on the card may follow',
  'australia-tfn': 'eight or nine digits',
  'chile-rut': 'seven or eight digits',
  'colombia-nit': 'eight to ten digits',
  'germany-document': 'the check digit may be left out',
  'guatemala-nit': 'up to nine digits',
  'hong-kong-id': 'one letter or two',
  luhn: 'any length',
  'magnetic-stripe': 'data of any length',
  'medical-device-udi': 'data of any length',
  'nz-ird': 'eight or nine digits',
  'paraguay-ruc': 'five to nine digits',
  'payment-card': 'Luhn of any length; the form knows the length',
  'spain-naf': 'eleven or twelve digits',
  'uruguay-ci': 'seven or eight digits',
};

/** Whether some number of the row, with a character less or a digit more, is valid, asked when the right number has just been read. */
function hasSeveralLengths({ validator, numbers, part = (text) => text }: Promised): boolean {
  const right = numbersOf(numbers)
    .map(part)
    .filter((text) => verdictOf(validator, text) === 'valid');
  return right.some((text) => {
    const digits = [...'0123456789'];
    const others = [text.slice(1), text.slice(0, -1), ...digits.flatMap((digit) => [text + digit, digit + text])];
    return others.some((other) => verdictOf(validator, text) === 'valid' && verdictOf(validator, other) === 'valid');
  });
}

describe('a character too few or a digit too many', () => {
  it('is found by all but those whose numbers have several lengths', () => {
    const several = [...new Set(PROMISES.filter(hasSeveralLengths).map((row) => row.file))];
    expect(several.sort()).toEqual(Object.keys(SEVERAL_LENGTHS).sort());
  });
});

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
        if (['invalid', 'unknown'].includes(verdictOf(row.validator, wrong))) continue;
        const at = [...text].findIndex((character, i) => character !== wrong[i]);
        if (row.except?.when(text, at, wrong)) excepted++;
        else missed.push(`${text} → ${wrong}`);
      }
    }
    expect(missed).toEqual([]);
    if (row.except !== undefined) expect(excepted, `gone: ${row.except.because}`).toBeGreaterThan(0);
  });
});
