/** SQLite as another build of SQLite writes it: every cell of every ordinary table; a schema does no harm; damage costs what it hits. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import initSqlite from '@sqlite.org/sqlite-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import type { ByteSource, ItemRef } from '../../src/core/source.js';
import { detectFormat } from '../../src/readers/index.js';
import { openFile } from '../../src/sources/fs.js';
import { fixture } from './columnar.js';
import { cutsOf, flipsOf, randomOf } from './damage.js';
import { fileOf, type ReadOptions, read, streamOf } from './support.js';

const SQLITE = { kind: 'sqlite' } as const;
type Cell = readonly [table: string, column: string, row: number, text: string];
const TRUTH = JSON.parse(fixture('sqlite/truth.json').toString()) as Readonly<Record<string, readonly Cell[]>>;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-sqlite-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function databaseOf(content: Uint8Array | ByteSource, options: Partial<ReadOptions> = {}) {
  const source = content instanceof Uint8Array ? fileOf(content) : content;
  const { values, counts, error } = await read(source, { format: SQLITE, places: true, ...options });
  source.close();
  if (error !== undefined && !(error instanceof ItemProblem)) throw error;
  const inTables = values.filter(({ names }) => names.length > 0);
  const cells = inTables
    .filter(({ isName }) => !isName)
    .map(({ names, text, location }): Cell => [names[0]!, names[1]!, location!.row!, text]);
  const names = inTables.filter(({ isName }) => isName).map(({ text }) => text);
  const schema = values.filter((value) => value.names.length === 0).map(({ text }) => text);
  return { cells, names, schema, counts, problem: error, places: values.map(({ location }) => location!) };
}

function sorted(cells: readonly Cell[]): string[] {
  return cells.map((cell) => JSON.stringify(cell)).sort();
}

function itemAt(name: string): ItemRef {
  return { source: 'fs', locator: path.join(folder, name), path: name };
}

/** A database that the library itself wrote. */
async function written(...statements: readonly string[]): Promise<Uint8Array> {
  const sqlite = await initSqlite();
  const db = new sqlite.oo1.DB(':memory:');
  for (const statement of statements) db.exec(statement);
  const bytes = sqlite.capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}

describe('the reader of SQLite', () => {
  it.each(['tables.db', 'large-pages.db', 'checkpointed.db', 'hostile.db'])('gives every cell of %s', async (name) => {
    const bytes = fixture(`sqlite/${name}`);
    expect(detectFormat(bytes.subarray(0, 65_536), false, 'a.bin')).toEqual(SQLITE);
    const { cells, problem, counts } = await databaseOf(bytes);
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(sorted(TRUTH[name]!));
    expect(counts.bytesExamined).toBe(bytes.length);
  });

  it('gives names of columns, the statements of the schema, and places', async () => {
    const { names, schema, places, counts } = await databaseOf(fixture('sqlite/tables.db'));
    expect(names).toEqual(expect.arrayContaining(['ssn_number', 'a "b"', 'select']));
    expect(schema).toEqual(expect.arrayContaining([expect.stringContaining('CREATE TRIGGER watch')]));
    expect(places).toContainEqual({ row: 2, columnName: 'people.ssn', columnIndex: 3 });
    expect(places).toContainEqual({ row: 1, columnName: 'odd "name" [x] `y` 表.a "b"', columnIndex: 2 });
    expect(places).toContainEqual({ row: 1, columnName: 'made.kept', columnIndex: 2 });
    expect(counts.records).toBeGreaterThan(190);
  });

  it('gives the same in small blocks, and from a stream of small pieces', async () => {
    const bytes = fixture('sqlite/tables.db');
    const expected = sorted(TRUTH['tables.db']!);
    expect(sorted((await databaseOf(bytes, { blockBytes: 256 })).cells)).toEqual(expected);
    expect(sorted((await databaseOf(streamOf(bytes, 1000))).cells)).toEqual(expected);
  });

  it('gives as many rows as there are where none holds anything', async () => {
    const bytes = await written('CREATE TABLE t (a, b)', 'INSERT INTO t SELECT NULL, 1 FROM (VALUES (1), (2), (3))');
    const { cells, counts, problem } = await databaseOf(bytes);
    expect([cells, counts.records, problem]).toEqual([[], 3, undefined]);
  });
});

describe('a database that somebody writes to', () => {
  it('is read with what waits in its log, and nothing is made or changed beside it', async () => {
    for (const name of ['live.db', 'live.db-wal']) fs.writeFileSync(path.join(folder, name), fixture(`sqlite/${name}`));
    const before = fs.readdirSync(folder);
    const { cells, problem } = await databaseOf(openFile(itemAt('live.db')));
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(sorted(TRUTH['live.db']!));
    expect(cells.some(([table]) => table === 'fresh')).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(before);
    for (const name of ['live.db', 'live.db-wal'])
      expect(fs.readFileSync(path.join(folder, name)).equals(fixture(`sqlite/${name}`))).toBe(true);
  });

  it('is read by the name of a link with the log of what it leads to', async () => {
    fs.symlinkSync('live.db', path.join(folder, 'link.db'));
    const { cells } = await databaseOf(openFile({ ...itemAt('link.db'), isNamed: true }));
    expect(sorted(cells)).toEqual(sorted(TRUTH['live.db']!));
  });

  it('is read as it is where its log cannot be had', async () => {
    const { cells, problem } = await databaseOf(fixture('sqlite/live.db'));
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(sorted(TRUTH['checkpointed.db']!));
  });

  it('has a log that is a problem by itself, and an index of it that holds nothing', () => {
    const log = fixture('sqlite/live.db-wal').subarray(0, 4096);
    expect(detectFormat(log, true, 'live.db-wal')).toEqual({ kind: 'unsupported', what: 'SQLite write-ahead log by itself' });
    const index = Buffer.alloc(4096, '18e22d000000000001', 'hex');
    expect(detectFormat(index, true, 'live.db-shm')).toEqual({ kind: 'skip', skip: 'binary' });
  });
});

describe('a database that is not read', () => {
  it('is encrypted', async () => {
    const bytes = Buffer.from(fixture('sqlite/tables.db'));
    const random = randomOf(7);
    for (let at = 100; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256);
    bytes[100] = 0x77;
    bytes[20] = 80;
    const { problem, cells, counts } = await databaseOf(bytes);
    expect([problem?.code, cells.length, counts.bytesExamined]).toEqual(['encrypted', 0, 0]);
  });

  it('is in UTF-16', async () => {
    const { problem } = await databaseOf(fixture('sqlite/utf16.db'));
    expect([problem?.code, problem?.message]).toEqual(['unsupported', 'SQLite in UTF-16 is not read']);
  });
});

describe('limits', () => {
  it('leave out a value that is too long, and nothing else', async () => {
    const bytes = await written(
      'CREATE TABLE t (a TEXT, b BLOB, c TEXT)',
      "INSERT INTO t VALUES ('first row', NULL, 'of three')",
      "INSERT INTO t VALUES ('second row', zeroblob(34000000), 'long')",
      "INSERT INTO t VALUES ('third row', 'short', NULL)",
    );
    const { cells, problem, counts } = await databaseOf(bytes);
    expect([problem?.code, problem?.message]).toEqual(['limit', 'a value of more than 32 MiB is not read']);
    expect(cells.map((cell) => cell.at(-1))).toEqual(['first row', 'of three', 'second row', 'long', 'third row', 'short']);
    expect(counts.records).toBe(3);
    expect(counts.bytesExamined).toBeLessThan(100_000);
  });

  it('end a table whose pages are used again and again', async () => {
    const bytes = Buffer.from(fixture('sqlite/tables.db'));
    const pageSize = 512;
    // Pages 2 and 3 are inner ones of 70 places each, that of 2 all leading to 3, those of 3 to 4, and so on: 70 to the sixth leaves.
    for (let page = 2; page < 8; page++) {
      const at = (page - 1) * pageSize;
      bytes.fill(0, at, at + pageSize);
      bytes[at] = 5;
      bytes.writeUInt16BE(70, at + 3);
      bytes.writeUInt16BE(pageSize - 70 * 5, at + 5);
      bytes.writeUInt32BE(page + 1, at + 8);
      for (let i = 0; i < 70; i++) {
        const cell = pageSize - (i + 1) * 5;
        bytes.writeUInt16BE(cell, at + 12 + 2 * i);
        bytes.writeUInt32BE(page + 1, at + cell);
        bytes[at + cell + 4] = 1;
      }
    }
    bytes.copy(bytes, 7 * pageSize, leafOf(bytes, pageSize), leafOf(bytes, pageSize) + pageSize);
    const { problem, counts } = await databaseOf(bytes);
    expect([problem?.code, problem?.message]).toEqual(['malformed', 'has more rows than its bytes can hold']);
    expect(counts.records).toBeLessThan(bytes.length);
  });
});

/** Where a leaf of a table with rows begins. */
function leafOf(bytes: Buffer, pageSize: number): number {
  for (let at = 8 * pageSize; at < bytes.length; at += pageSize)
    if (bytes[at] === 13 && bytes.readUInt16BE(at + 3) > 2) return at;
  throw new Error('there is none');
}

describe('a damaged file', () => {
  const bytes = fixture('sqlite/tables.db');
  const known = new Set(sorted(TRUTH['tables.db']!));

  it('gives what lies before the cut', async () => {
    let most = 0;
    for (const { bytes: cut } of cutsOf(bytes, 40)) {
      const { cells, problem, counts } = await databaseOf(cut);
      expect(sorted(cells).every((cell) => known.has(cell))).toBe(true);
      expect(problem?.code).toBe('malformed');
      expect(counts.bytesExamined).toBeLessThanOrEqual(cut.length);
      expect(cells.length).toBeGreaterThanOrEqual(most);
      most = cells.length;
    }
    expect(most).toBeGreaterThan(known.size / 2);
  });

  it('with a flipped bit is a problem, or differs in a few cells', async () => {
    let lost = 0;
    for (const { bytes: flipped } of flipsOf(bytes, 200)) {
      const { cells, problem } = await databaseOf(flipped);
      expect(['malformed', 'limit', undefined]).toContain(problem?.code);
      expect(cells.length).toBeLessThan(2 * known.size);
      if (problem !== undefined) lost++;
    }
    expect(lost).toBeGreaterThan(0);
  }, 60_000);
});
