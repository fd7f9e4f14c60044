/** A check says exactly what was planted, column by column, and the same whatever the workers, blocks, ranges and shards. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { chats, compare, customers, documents, type Truth } from '../../bench/check-data.mjs';
import { type CheckOptions, type CheckResult, check } from '../../dist/src/index.js';
import { runCheck } from '../../dist/src/scan/check.js';
import type { ScanLimits } from '../../dist/src/scan/options.js';
import { clearset, folderOf, PARQUET, run, SSN } from '../cli/command.js';

const made = { chats: chats('chats', 3000), customers: customers('customers', 1500), documents: documents('documents', 300) };
const files: Record<string, string> = Object.fromEntries([...made.documents.files].map(([name, text]) => [`docs/${name}`, text]));
files['chats.jsonl'] = [...made.chats.lines].join('');
files['customers.csv'] = [...made.customers.lines].join('');

let cwd: string;
beforeAll(() => {
  cwd = folderOf(files);
});

const at = (name: string) => path.join(cwd, name);
const checkOf = (name: string, more: Partial<CheckOptions> = {}) => check({ targets: [at(name)], ...more });
const columnOf = ({ columns }: CheckResult, name: string) => columns.find((column) => column.name === name)!;
const failuresOf = ({ rules }: CheckResult) =>
  rules.flatMap(({ id, failures }) =>
    failures.map(({ detector, scope }) => `${id} ${detector} ${scope.kind === 'column' ? scope.name : scope.kind}`),
  );

describe('a check of', () => {
  it.each([
    ['chats.jsonl', () => made.chats.truth],
    ['customers.csv', () => made.customers.truth],
    ['docs', () => made.documents.truth],
  ] as [string, () => Truth][])('%s finds every planted value in its column, and nothing else', async (name, truth) => {
    const { planted, ...rest } = compare(truth(), (await checkOf(name)).columns);
    expect(planted).toBeGreaterThan(10);
    expect(rest).toEqual({ matched: planted, wrong: [], extra: [] });
  });

  it('customers knows the types of its columns', async () => {
    const types = Object.fromEntries((await checkOf('customers.csv')).columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      id: 'integer',
      balance: 'decimal',
      signed_up: 'date',
      active: 'boolean',
      ssn: 'identifier',
      iban: 'identifier',
      phone_number: 'identifier',
      city: 'text',
      remarks: 'free text',
    });
  });

  it('chats knows roles, also where they stand behind what was said', async () => {
    const result = await checkOf('chats.jsonl');
    const names = result.columns.map(({ name }) => name).filter((name) => name.startsWith('messages.content'));
    expect(names).toEqual(['messages.content (assistant)', 'messages.content (system)', 'messages.content (user)']);
    expect(failuresOf(result)).toContain('no-severe-identifiers USA_SOCIAL_SECURITY_NUMBER messages.content (user)');
  });
});

describe('the result is the same', () => {
  const withoutTimes = async (run: Promise<CheckResult & { stats: object }>) => {
    const { stats: _, ...result } = await run;
    return JSON.stringify(result);
  };
  let whole: string;
  beforeAll(async () => {
    whole = await withoutTimes(check({ targets: [cwd] }));
  });

  it.each([4096, 20_011, 65_536])('in blocks of %i bytes', async (blockBytes) => {
    expect((await withoutTimes(check({ targets: [cwd], blockBytes }))) === whole).toBe(true);
  });

  it.each([
    ['ranges', { rangeBytes: 30_011 }, {}],
    ['small ranges that are found in steps', { rangeBytes: 9_001, probeBytes: 50_000 }, { blockBytes: 4096 }],
  ] as [string, Partial<ScanLimits>, Partial<CheckOptions>][])('in %s on two workers', async (_, limits, more) => {
    const all = { inProcessBytes: 0, batchBytes: 50_000, batchItems: 2, largeBytes: 40_000, ...limits };
    expect((await withoutTimes(runCheck({ targets: [cwd], jobs: 2, ...more }, all))) === whole).toBe(true);
  });
});

describe('records keyed by ids', () => {
  const user = (id: string, i: number) => `"${id}":{"email":"p${i}@corp-${i % 9}.com","note":"number ${i}"}`;
  const line = (i: number) =>
    `{"users":{${user(`u_${i % 700}`, i)},${user(`u_${(i * 31) % 700}x`, i)}},"year":{"2024":{"sum":${i}}}}\n`;
  const lines = Array.from({ length: 2000 }, (_, i) => line(i)).join('');
  const few = `{"users":{${[1, 2, 3].map((id) => user(`u_${id}`, id)).join()}}}`;
  const many = `{"users":{${Array.from({ length: 50 }, (_, i) => user(`u_${1000 + i}`, i)).join()}}}`;

  it('are one column for each field, in every way of reading them', async () => {
    const folder = folderOf({ 'a.jsonl': lines.replaceAll(/u_(\d+)x/g, 'u_$1'), 'b.json': few, 'c.json': many });
    const { stats: _, ...whole } = await check({ targets: [folder] });
    expect(whole.columns.map(({ name, values, items }) => [name, values, items])).toEqual([
      ['users.u_*.email', 4053, 3],
      ['users.u_*.note', 4053, 3],
      ['year.2024.sum', 2000, 1],
    ]);
    expect(failuresOf(whole as CheckResult)).toEqual(['no-identifier-columns EMAIL_ADDRESS users.u_*.email']);
    const place = columnOf(whole as CheckResult, 'users.u_*.email').identifiers[0]!.places[0]!;
    expect(place).toMatchObject({ line: 1, location: { jsonPath: '$.users.u_0.email' } });
    const limits = { inProcessBytes: 0, batchBytes: 5_000, batchItems: 1, largeBytes: 20_000, rangeBytes: 9_001 };
    const { stats: __, ...inRanges } = await runCheck({ targets: [folder], jobs: 2 }, limits);
    expect(JSON.stringify(inRanges)).toBe(JSON.stringify(whole));
  });

  it('that are few, or keys that are none, stay as they are', async () => {
    const { columns } = await check({ targets: [folderOf({ 'a.json': few, 'b.jsonl': lines.replaceAll(/u_\d+"/g, 'main"') })] });
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['users.u_1.email', 'users.u_3.note', 'users.main.email', 'users.u_31x.email']));
  });
});

it('shards are one data set: columns are added up, distinct values are counted once', async () => {
  const [head, ...rows] = files['customers.csv']!.trimEnd().split('\n');
  const cut = rows.length >> 1;
  const shard = (part: readonly string[]) => `${[head, ...part].join('\n')}\n`;
  const folder = folderOf({
    'a.csv': shard(rows.slice(0, cut)),
    'b.csv.gz': gzipSync(shard([...rows.slice(cut), ...rows.slice(0, 100)])),
  });
  const [whole, shards] = [await checkOf('customers.csv'), await check({ targets: [folder] })];
  for (const { name, values, identifiers } of whole.columns) {
    const column = columnOf(shards, name);
    expect([name, column.values, column.items]).toEqual([name, values + 100, 2]);
    expect(column.identifiers.map(({ detector, distinct }) => [detector, distinct]).sort()).toEqual(
      identifiers.map(({ detector, distinct }) => [detector, distinct]).sort(),
    );
  }
  expect(columnOf(shards, 'ssn').identifiers[0]!.places.every((place) => place.path!.endsWith('a.csv'))).toBe(true);
});

describe('values', () => {
  it('that are empty, null, short or boolean are counted, and the engine finds what it finds without them', async () => {
    const folder = folderOf({
      'a.csv': `a,b,ssn\n1,,${SSN}\n,"",\n22,x,\n`,
      'a.jsonl': '{"a":null,"b":true,"c":"","d":7}\n{"a":"null","b":false}\n',
    });
    const { columns } = await check({ targets: [folder] });
    expect(columns.map(({ family, name, type, values, empty }) => [family, name, type, values, empty])).toEqual([
      ['table', 'a', 'integer', 3, 1],
      ['table', 'b', 'text', 3, 2],
      ['table', 'ssn', 'identifier', 3, 2],
      ['records', 'a', 'text', 2, 1],
      ['records', 'b', 'boolean', 2, 0],
      ['records', 'c', 'empty', 1, 1],
      ['records', 'd', 'integer', 1, 0],
    ]);
    expect(columns[2]!.identifiers).toMatchObject([
      { occurrences: 1, values: 1, share: 1, places: [{ line: 2, location: { row: 2 } }] },
    ]);
  });

  it('of a role that is no known one do not become names: a person may stand there', async () => {
    const line = {
      messages: [
        { role: SSN, content: 'hello my dear old friend' },
        { role: 'USER', content: 'good morning to all of you' },
      ],
    };
    const { columns } = await check({ targets: [folderOf({ 'a.jsonl': `${JSON.stringify(line)}\n` })] });
    expect(columns.map(({ name }) => name)).toEqual([
      'messages.content (other role)',
      'messages.content (user)',
      'messages.role',
    ]);
  });

  it('of many columns are bounded: the first thousand by name are told apart, the rest is one', async () => {
    const names = Array.from({ length: 1200 }, (_, i) => `ssn_${String(i).padStart(4, '0')}`);
    const csv = `${names.join(',')}\n${names.map(() => SSN).join(',')}\n`;
    const { columns } = await check({ targets: [folderOf({ 'a.csv': csv, 'b.csv': csv })] });
    expect(columns).toHaveLength(1001);
    expect(columns.at(-1)).toMatchObject({ isRest: true, values: 400, identifiers: [{ occurrences: 400 }] });
    expect(columns[0]!.identifiers[0]).toMatchObject({ distinct: 1, distinctIsLowerBound: false, occurrences: 2 });
    expect(columns[999]!.identifiers[0]).toMatchObject({ distinct: 1, distinctIsLowerBound: true, places: [] });
  });
});

describe('the command', () => {
  const CLEAN_CSV = 'name,colour\nanna,red\nbert,blue\n';

  it('0: all rules are met', () => {
    const { status, stdout } = clearset(['check', '.'], { cwd: folderOf({ 'a.csv': CLEAN_CSV }) });
    expect(stdout).toMatch(/^PASS {2}policy training-data, 3 rules: none failed\n/);
    expect(status).toBe(0);
  });

  it('1: a rule failed, with the column, the amount and the first place; nothing of the value is shown', () => {
    const { status, stdout } = clearset(['check', 'a.csv'], { cwd: folderOf({ 'a.csv': `name,ssn\nanna,${SSN}\n` }) });
    expect(stdout).toMatch(/^FAIL/);
    expect(stdout).toContain('USA_SOCIAL_SECURITY_NUMBER  column ssn  100 % of values, allowed 0.01 %  a.csv 2:6  ***-**-****');
    expect(stdout).not.toContain('4399');
    expect(status).toBe(1);
  });

  it('2: unknown policy, format or option', () => {
    for (const args of [['--policy', 'trainingdata'], ['--format', 'ndjson'], ['--reveal'], []])
      expect(clearset(['check', ...args], {}).status).toBe(2);
  });

  it('3: no rule failed, but not everything was examined', () => {
    const { status, stdout } = clearset(['check', '.'], { cwd: folderOf({ 'a.csv': CLEAN_CSV, 'b.parquet': PARQUET }) });
    expect(stdout).toMatch(/^INCOMPLETE {2}.*not everything was examined\n/);
    expect(stdout).toContain('NOT complete');
    expect(status).toBe(3);
    const empty = clearset(['check', '.'], { cwd: folderOf({}) });
    expect([empty.status, empty.stdout.startsWith('INCOMPLETE')]).toEqual([3, true]);
  });

  it('writes the same JSON with one worker and two, to standard output and to files, and reads standard input', async () => {
    const folder = folderOf({});
    const report = path.join(folder, 'r.json');
    const args = ['check', '.', '--format', 'json', '--output', `json=${report}`];
    const runs = [await run([...args, '--jobs', '1'], { cwd }), await run([...args, '--jobs', '2'], { cwd })];
    expect(runs.map(({ status }) => status)).toEqual([1, 1]);
    expect(runs[0]!.stdout).toBe(runs[1]!.stdout);
    expect(fs.readFileSync(report, 'utf8')).toBe(runs[0]!.stdout);
    const piped = clearset(['check', '-', '--format', 'json'], { input: files['customers.csv']! });
    const columns = JSON.parse(piped.stdout).columns;
    expect(compare(made.customers.truth, columns)).toMatchObject({ wrong: [], extra: [] });
  });
});
