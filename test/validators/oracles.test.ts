/**
 * Validators against oracles: python3-stdnum by a table of its verdicts, npm's stdnum where the tables of national
 * numbers make an exception. A difference that is not listed fails, and so does one that is listed and gone.
 */
import fs from 'node:fs';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { judge } from './national-number.js';
import { EUROPEAN_NUMBERS } from './national-numbers-europe.js';
import { NEIGHBOURING_NUMBERS } from './national-numbers-neighbours.js';
import { OVERSEAS_NUMBERS } from './national-numbers-overseas.js';
import { WORLD_NUMBERS } from './national-numbers-world.js';
import { NPM_DISAGREEMENTS, PYTHON_DISAGREEMENTS } from './oracles/disagreements.js';
import { ORACLE_ROWS } from './oracles/rows.js';
import { randomTexts, unpack } from './oracles/strings.js';
import { digitChanges, verdictOf } from './verdicts.js';

interface Table {
  readonly oracle: string;
  readonly randomTexts: number;
  /** `errors` are the verdicts on each one-digit error of each valid number, `random` those on random texts. */
  readonly rows: readonly { name: string; shape: string; valid: readonly string[]; errors: string; random: string }[];
}

const table = JSON.parse(fs.readFileSync(new URL('oracles/python-stdnum.json', import.meta.url), 'utf8')) as Table;

describe(`python3-stdnum (${table.oracle})`, () => {
  it('has a validator for each row, and disagreements of rows alone', () => {
    const names = table.rows.map((row) => row.name);
    expect(Object.keys(ORACLE_ROWS).sort()).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(Object.keys(PYTHON_DISAGREEMENTS)));
  });

  it.each(table.rows.map((row, number) => [row.name, row, number] as const))('%s', (name, row, number) => {
    const { validator, means } = ORACLE_ROWS[name]!;
    const errors = row.valid.flatMap(digitChanges);
    const texts = randomTexts(number, row.shape, table.randomTexts);
    const verdicts = [...row.valid.map(() => true), ...unpack(row.errors, errors.length), ...unpack(row.random, texts.length)];
    const listed = PYTHON_DISAGREEMENTS[name] ?? [];
    const met = new Set<unknown>();
    const unlisted: string[] = [];
    [...row.valid, ...errors, ...texts].forEach((text, i) => {
      const verdict = verdictOf(validator, text);
      const accepts = means === 'possible' ? verdict !== 'invalid' : verdict === 'valid';
      if (accepts === verdicts[i]) return;
      const known = listed.find(({ oracle, when }) => (oracle === 'accepts') === verdicts[i] && when(text));
      if (known === undefined)
        unlisted.push(`${text}: the oracle ${verdicts[i] ? 'accepts' : 'refuses'}, the validator says ${verdict}`);
      met.add(known);
    });
    expect(unlisted).toEqual([]);
    for (const disagreement of listed) expect(met, `gone: ${disagreement.because}`).toContain(disagreement);
  });
});

describe('stdnum of npm', () => {
  const excepted = [...EUROPEAN_NUMBERS, ...NEIGHBOURING_NUMBERS, ...WORLD_NUMBERS, ...OVERSEAS_NUMBERS].filter(
    (row) => row.differs !== undefined,
  );

  it('has a settled reason for each exception', () => {
    expect(Object.keys(NPM_DISAGREEMENTS).sort()).toEqual(excepted.map((row) => row.name).sort());
  });

  it.each(excepted.map((row) => [row.name, row] as const))('%s still differs', (name, row) => {
    const { example } = NPM_DISAGREEMENTS[name]!;
    expect(row.differs!(example)).toBe(true);
    expect(row.agrees(judge(row.validator, example))).not.toBe(row.oracle(stdnum, example));
  });
});
