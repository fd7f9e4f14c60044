/** SQL: which values have which names, in dumps of every dialect, cut into blocks of every size, and damaged. */
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SqlFormat } from '../../src/core/format.js';
import { detectFormat } from '../../src/readers/detect.js';
import { fileOf, read, streamOf } from './support.js';

const FIXTURES = new URL('../fixtures/sql/', import.meta.url);
const STANDARD: SqlFormat = { kind: 'sql', encoding: 'utf-8', strings: 'quotes' };
const MYSQL: SqlFormat = { kind: 'sql', encoding: 'utf-8', strings: 'backslash' };
/** Such that statements and values of the tests fit, as they do in scans. */
const HALO = { left: 64, right: 2048 };

/** `names value` of each value. */
async function valuesIn(text: string | Uint8Array, format = STANDARD, blockBytes = 64 * 1024): Promise<string[]> {
  const { values, error } = await read(fileOf(text), { format, blockBytes, halo: HALO });
  if (error !== undefined) throw error;
  return values.map((value) => `${value.names.join('.')} ${value.text}`);
}

describe('values of statements', () => {
  it('of INSERT are called by its columns, or by those of the table', async () => {
    expect(await valuesIn("INSERT INTO a.people (id, ssn) VALUES (1, '536-90-4399'), (22, 'x''y');")).toEqual([
      'people.ssn 536-90-4399',
      "people.ssn x'y",
    ]);
    const create =
      "CREATE TABLE IF NOT EXISTS `people` (\n  `id` int(11) NOT NULL,\n  ssn char(11) DEFAULT 'a,b',\n  PRIMARY KEY (`id`)\n);\n";
    expect(await valuesIn(`${create}INSERT INTO \`people\` VALUES (100,'it\\'s, so'),(200,NULL);`, MYSQL)).toEqual([
      'people.id 100',
      "people.ssn it's, so",
      'people.id 200',
    ]);
    expect(await valuesIn("INSERT [dbo].[people] ([id], [ssn]) VALUES (N'abc', CAST(N'def' AS char(3)))\nGO\n")).toEqual([
      'people.id abc',
      'people.ssn def',
    ]);
    expect(await valuesIn("INSERT INTO t SET a = 'one', `b` = 'two';", MYSQL)).toEqual(['t.a one', 't.b two']);
    expect(
      await valuesIn("INSERT INTO t (a, b) VALUES ('one', ARRAY['two', 'three']::text[]) ON CONFLICT (a) DO NOTHING;"),
    ).toEqual(['t.a one', 't.b two', 't.b three']);
    expect(await valuesIn('REPLACE INTO t (a) VALUES ("it\\"s");', MYSQL)).toEqual(['t.a it"s']);
    expect(await valuesIn("INSERT ALL INTO t (a) VALUES ('one') INTO u (b) VALUES ('two') SELECT * FROM dual;")).toEqual([
      't.a one',
      'u.b two',
    ]);
  });

  it('of UPDATE are called by what they are assigned to or compared with', async () => {
    const text =
      "UPDATE users AS u SET u.ssn = '536-90-4399', \"phone\" = concat('+49', '30 123456') WHERE mail IN ('a@b.c', 'd@e.f') AND id = 12345\nDELETE FROM x WHERE y = 'none'";
    expect(await valuesIn(text)).toEqual([
      'users.ssn 536-90-4399',
      'users.phone +49',
      'users.phone 30 123456',
      'users.mail a@b.c',
      'users.mail d@e.f',
      'users.id 12345',
    ]);
  });

  it('of COPY are cells between tabs', async () => {
    const text =
      "COPY public.people (id, ssn, note) FROM stdin;\n123\t536-90-4399\ta\\tb\\\\\n456\t\\N\tlast\r\n\\.\nINSERT INTO t (a) VALUES ('one');\n";
    const { values } = await read(fileOf(text), { format: STANDARD, halo: HALO, places: true });
    expect(
      values.map(({ names, text: value, line, column, location }) => [names.join('.'), value, line, column, location]),
    ).toEqual([
      ['people.id', '123', 2, 1, { row: 1, columnName: 'people.id' }],
      ['people.ssn', '536-90-4399', 2, 5, { row: 1, columnName: 'people.ssn' }],
      ['people.note', 'a\tb\\', 2, 17, { row: 1, columnName: 'people.note' }],
      ['people.id', '456', 3, 1, { row: 2, columnName: 'people.id' }],
      ['people.note', 'last', 3, 8, { row: 2, columnName: 'people.note' }],
      ['t.a', 'one', 5, 28, { row: 1, columnName: 't.a' }],
    ]);
    expect(await valuesIn('COPY t (a) FROM stdin WITH (FORMAT csv);\nabc\n\\.\n')).toEqual([]);
  });

  it('are called by a cell that says so, too', async () => {
    expect(
      await valuesIn(
        "INSERT INTO wp_options (option_name, option_value) VALUES ('smtp_password', 'hunter2x'), ('ünlaut', 'abc');",
      ),
    ).toEqual([
      'wp_options.option_name smtp_password',
      'wp_options.option_value.smtp_password hunter2x',
      'wp_options.option_name ünlaut',
    ]);
    expect(await valuesIn("INSERT INTO person (name, phone) VALUES ('Ann', '12345')")).toEqual([
      'person.name Ann',
      'person.phone 12345',
    ]);
  });

  it('have no names where none are known, and are no values in comments, bodies and strings', async () => {
    const inner = "INSERT INTO t (a) VALUES ('inner');";
    for (const text of [
      "INSERT INTO t VALUES ('one');",
      "INSERT INTO t (a) SELECT 'one';",
      `-- ${inner}\n`,
      `/* ${inner} */`,
      `CREATE FUNCTION f() RETURNS void AS $body$ BEGIN ${inner} END $body$;`,
      `SELECT '${inner.replaceAll("'", "''")}';`,
    ]) {
      expect(await valuesIn(text)).toEqual([]);
      expect(await valuesIn(`${text}\n${inner}`)).toEqual(['t.a inner']);
    }
  });

  it('longer than what is looked at are text, and so is a comment', async () => {
    const long = 'y'.repeat(5000);
    for (const blockBytes of [256, 1000, 64 * 1024]) {
      const text = `/* ${long} */ INSERT INTO t (a, b) VALUES ('${long}', 'one'), ('two', '${long}''${long}');\n-- ${long}\nINSERT INTO t (a) VALUES ('three');`;
      expect(await valuesIn(text, STANDARD, blockBytes)).toEqual(['t.b one', 't.a two', 't.a three']);
    }
  });
});

const word = fc.constantFrom(
  'a',
  "it's",
  '(',
  ')',
  ';',
  ',',
  '--',
  '/*',
  '\\',
  '"',
  'ä€',
  '🙂',
  '\n',
  ' INSERT INTO t VALUES ',
  '$$',
  '536-90-4399',
  '\t',
  '`',
);
const cell = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -99999, max: 99999 }),
  fc.array(word, { maxLength: 6 }).map((words) => words.join('')),
);
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
type Cell = string | number | null;

const quoted = (value: string, hasBackslashes: boolean) =>
  `'${(hasBackslashes ? value.replaceAll('\\', '\\\\') : value).replaceAll("'", hasBackslashes ? "\\'" : "''")}'`;
const written = (value: Cell, hasBackslashes: boolean) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : quoted(value, hasBackslashes);
const copied = (value: Cell) =>
  value === null ? '\\N' : String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');

describe('any rows', () => {
  it.each([false, true])('are read as they were written, in blocks of any size (backslashes: %s)', async (hasBackslashes) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 256, max: 600 }), async (table, blockBytes) => {
        const lists = table.map((cells) => `(${cells.map((value) => written(value, hasBackslashes)).join(', ')})`).join(',\n');
        const copy = table.map((cells) => `${cells.map(copied).join('\t')}\n`).join('');
        const text = `INSERT INTO t (a, b, c) VALUES ${lists};\nCOPY u (a, b, c) FROM stdin;\n${copy}\\.\nUPDATE v SET a = 'end';`;
        const listed = (name: string) =>
          table.flatMap((cells) =>
            cells.flatMap((value, i) =>
              value === null || Buffer.byteLength(String(value)) < 3 ? [] : [`${name}.${'abc'[i]} ${value}`],
            ),
          );
        // What is escaped may be longer than what it stands for.
        const isKept = (value: string) => Buffer.byteLength(value.slice(4)) >= 3;
        const found = (await valuesIn(text, hasBackslashes ? MYSQL : STANDARD, blockBytes)).filter(isKept);
        expect(found).toEqual([...listed('t'), ...listed('u'), 'v.a end']);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a dump of SQLite', () => {
  const dump = fs.readFileSync(new URL('people.sql', FIXTURES));
  const cells = JSON.parse(fs.readFileSync(new URL('people.json', FIXTURES), 'utf8')) as Cell[][];

  it('gives what SQLite says is in it, wherever it is cut', async () => {
    const expected = cells.flatMap(([id, ssn, note, amount]) => [
      ...(Number(id) > 99 ? [`people.id ${id}`] : []),
      `people.social security ${ssn}`,
      ...(note !== null && Buffer.byteLength(String(note)) > 2 ? [`people.note ${note}`] : []),
      `people.amount ${amount}`,
    ]);
    for (const blockBytes of [256, 300, 777, 4096, 64 * 1024]) {
      const found = await valuesIn(dump, STANDARD, blockBytes);
      const isOfPeople = (value: string) =>
        value.startsWith('people.') && Buffer.byteLength(value.slice(value.indexOf(' ') + 1)) > 2;
      expect(found.filter(isOfPeople).map((value) => value.replace(/^(people\.amount .*?)0*$/, '$1'))).toEqual(
        expected.filter((value) => Buffer.byteLength(value.slice(value.indexOf(' ') + 1)) > 2),
      );
      expect(found.filter((value) => value.startsWith('settings.'))).toEqual([
        'settings.option_name smtp_password',
        'settings.option_value.smtp_password Tr0ub4dor&3x',
      ]);
    }
  });

  it('is examined to its last byte, damaged and cut anywhere', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 60; round++) {
      const damaged = Buffer.from(round < 20 ? dump.subarray(0, (dump.length * round) / 20) : dump);
      if (round >= 20) for (let i = 0; i < 20; i++) damaged[random(damaged.length)] = random(128);
      const [whole, pieces] = await Promise.all([
        read(fileOf(damaged), { format: MYSQL, halo: HALO, places: true }),
        read(streamOf(damaged, 700), { format: MYSQL, halo: HALO, blockBytes: 256 + random(500), places: true }),
      ]);
      expect(whole.counts.bytesExamined).toBe(damaged.length);
      expect(pieces.counts).toEqual(whole.counts);
      expect(pieces.values).toEqual(whole.values);
    }
  });
});

describe('what is SQL', () => {
  const format = (text: string, path: string) => {
    const found = detectFormat(Buffer.from(text), true, path);
    return found.kind === 'sql' ? found.strings : found.kind;
  };

  it('is told by its statements, and by its name where they say nothing', () => {
    const insert = "INSERT INTO t (a) VALUES ('x');\n";
    expect(format(insert, 'dump')).toBe('quotes');
    expect(format(`-- MySQL dump 10.13\n\n${insert}`, 'backup.txt')).toBe('backslash');
    expect(format('INSERT INTO `t` VALUES (1);', 'a.sql')).toBe('backslash');
    expect(format('-- PostgreSQL database dump\nSET standard_conforming_strings = on;', 'a.sql')).toBe('quotes');
    expect(format('anything', 'a.sql')).toBe('quotes');
    expect(format(`Use this:\n${insert}`, 'howto.txt')).toBe('text');
    expect(format('update: insert coins\n', 'a.txt')).toBe('text');
  });
});
