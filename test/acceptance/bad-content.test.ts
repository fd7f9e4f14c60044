/** Content that is broken, cut short or strange: what the command says of it, and with which exit code it ends. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CLEAN, FEW, folderOf, PNG, records, run, SSN, SSN_LINE } from '../cli/command.js';

/** Scans the files and gives the records of the report. */
async function scanned(files: Readonly<Record<string, string | Buffer>>, args: readonly string[] = FEW) {
  const { status, stdout, stderr } = await run(['scan', '.', '--format', 'ndjson', ...args], { cwd: folderOf(files) });
  const [summary] = records(stdout, 'summary');
  return { status, stderr, summary, found: records(stdout, 'occurrence'), problems: records(stdout, 'problem') };
}

/** Many lines with a number each, which compress badly enough to be cut in the middle. */
const LINES = Array.from({ length: 5000 }, (_, i) => `${Math.imul(i, 0x9e3779b1) >>> 0} SSN: 536-90-${4000 + (i % 1000)}\n`).join(
  '',
);

describe.concurrent('compressed content', () => {
  it('that ends early is examined up to there, and is a problem', async () => {
    const whole = gzipSync(LINES);
    const { status, found, problems, summary } = await scanned({ 'a.log.gz': whole.subarray(0, whole.length >> 1) }, [
      ...FEW,
      '--max-locations',
      'all',
    ]);
    expect(status).toBe(1);
    expect(found.length).toBeGreaterThan(1000);
    expect(problems).toMatchObject([{ code: 'malformed', path: 'a.log.gz', detail: 'gzip data ends early' }]);
    expect(summary).toMatchObject({ complete: false, problems: 1 });
  });

  it('that ends early without findings is never called clean', async () => {
    const whole = gzipSync(LINES.replaceAll('SSN', 'row'));
    const cwd = folderOf({ 'a.log.gz': whole.subarray(0, whole.length >> 1) });
    const { status, stdout } = await run(['scan', 'a.log.gz', ...FEW], { cwd });
    expect(status).toBe(3);
    expect(stdout).toContain(
      '1 problem: malformed (it ends early or is damaged; get a whole copy and scan it again)\n  a.log.gz: gzip data ends early',
    );
    expect(stdout).toContain('Nothing found in the part that was examined.');
    expect(stdout).toContain('NOT complete');
  });

  it('that is damaged in the middle, has a wrong checksum or something behind it is a problem', async () => {
    const damaged = Buffer.from(gzipSync(LINES));
    damaged.fill(0xff, damaged.length >> 1, (damaged.length >> 1) + 64);
    const wrongSum = Buffer.from(gzipSync(SSN_LINE));
    wrongSum[wrongSum.length - 8]! ^= 1;
    const { status, found, problems } = await scanned({
      'damaged.gz': damaged,
      'sum.gz': wrongSum,
      'tail.gz': Buffer.concat([gzipSync(SSN_LINE), Buffer.from('more')]),
    });
    expect(status).toBe(1);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'malformed damaged.gz',
      'malformed sum.gz',
      'malformed tail.gz',
    ]);
    for (const name of ['sum.gz', 'tail.gz']) expect(found.filter((record) => record.path === name)).toHaveLength(1);
  });

  it('that is only a header is a problem, not an empty file', async () => {
    const { status, problems } = await scanned({ 'a.gz': gzipSync(SSN_LINE).subarray(0, 10) });
    expect(status).toBe(3);
    expect(problems).toMatchObject([{ code: 'malformed', path: 'a.gz' }]);
  });
});

describe.concurrent('text', () => {
  it('of one line of 64 MB is read in constant memory', async () => {
    const cwd = folderOf({});
    const name = path.join(cwd, 'long.txt');
    const file = fs.openSync(name, 'w');
    const piece = 'lorem ipsum dolor sit amet '.repeat(40_000);
    for (let bytes = 0; bytes < 64e6; bytes += piece.length) fs.writeSync(file, piece);
    fs.writeSync(file, `SSN: ${SSN}`);
    fs.closeSync(file);
    const size = fs.statSync(name).size;
    const { status, stdout } = await run(
      ['scan', 'long.txt', '--format', 'ndjson', '--jobs', '2', '--stats', 'stats.json', ...FEW],
      { cwd },
    );
    expect(status).toBe(1);
    expect(records(stdout, 'occurrence')).toMatchObject([
      { line: 1, column: size - SSN.length + 1, span: { start: size - SSN.length, end: size } },
    ]);
    expect(records(stdout, 'summary')).toMatchObject([{ bytesExamined: size, complete: true }]);
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'stats.json'), 'utf8')).peakMemoryBytes).toBeLessThan(400e6);
  });

  it('with NUL bytes is still text, and a value beside one is found', async () => {
    const { status, found, problems } = await scanned({ 'a.txt': `${'log entry\n'.repeat(200)}SSN: \0${SSN}\0\n` });
    expect(status).toBe(1);
    expect(found).toMatchObject([{ line: 201, column: 7 }]);
    expect(problems).toEqual([]);
  });

  it('that is mostly NUL bytes is binary data: a problem that says so', async () => {
    const { status, problems } = await scanned({ 'a.bin': Buffer.concat([Buffer.alloc(5000), Buffer.from(SSN_LINE)]) });
    expect(status).toBe(3);
    expect(problems).toMatchObject([{ code: 'unsupported', detail: 'binary data is not read yet' }]);
  });

  it('with invalid UTF-8 is examined, with places as they are in the file', async () => {
    const broken = Buffer.concat([
      // One word tells no old encoding.
      Buffer.from('caf\xe9 ', 'latin1'),
      Buffer.from(`SSN: ${SSN}`),
      Buffer.from([0xff, 0xc3, 0x0a]),
    ]);
    const { status, found, problems } = await scanned({ 'a.txt': broken });
    expect(status).toBe(1);
    const start = broken.indexOf(SSN);
    expect(found).toMatchObject([{ span: { start, end: start + SSN.length } }]);
    expect(problems).toEqual([]);
  });

  it('of no bytes is an item with nothing in it', async () => {
    const { status, summary } = await scanned({ zero: '' });
    expect(status).toBe(0);
    expect(summary).toMatchObject({ items: 1, bytesFound: 0, bytesExamined: 0, complete: true });
  });
});

describe('records', () => {
  it('that do not parse are examined all the same', async () => {
    const files = {
      'document ends early.json': `{"a": [{"ssn": "${SSN}"}, {"ssn": "536-90-4398`,
      'document with an error.json': `{"list": [{"ssn": "${SSN}"}, oops {"ssn": "536-90-4398"}]}\n`,
      'line with an error.jsonl': `{"ssn": "${SSN}"}\n{"ssn": "536-90-4398", oops\n{"a": 1}\n`,
      'open quote.csv': `id,ssn\n1,${SSN}\n2,"536-90-4398`,
      'ragged rows.csv': `id,ssn\n1,${SSN}\n2\n3,536-90-4398,x,ssn y\n`,
    };
    const { status, found, summary, problems } = await scanned(files);
    expect(status).toBe(1);
    for (const name of Object.keys(files))
      expect(
        found.filter(({ path }) => path === name),
        name,
      ).toHaveLength(2);
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ bytesExamined: Object.values(files).join('').length, complete: true });
  });

  it.concurrent.each([
    ['in the first row', `ssn,name\n"${SSN},bob\n${`${SSN},al\n`.repeat(100)}`, 101],
    ['late', `id,ssn\n${`1,${SSN}\n`.repeat(50)}2,"open\n${`3,${SSN}\n`.repeat(50)}`, 100],
    ['before more than a block', `id,ssn\n1,${SSN}\n2,"open\n${`3,${SSN}\n`.repeat(300_000)}`, 300_001],
  ])('a quote that is never closed hides nothing behind it: %s', async (_, content, count) => {
    const cwd = folderOf({ 'a.csv': content });
    const { status, stdout } = await run(['scan', 'a.csv', '--format', 'ndjson', ...FEW], { cwd });
    expect(records(stdout, 'problem')).toEqual([]);
    expect(records(stdout, 'summary')).toMatchObject([{ degraded: 1, complete: true, bytesExamined: content.length }]);
    expect(records(stdout, 'finding')).toMatchObject([{ count, columns: [{ columnName: 'ssn' }] }]);
    expect(status).toBe(1);
  });

  it.concurrent.each([
    ['a.json', `{"list": [{"a": 1}, oops {"b": 2}]}\n`],
    ['c.jsonl', `{"a": 1}\n{"a": 2, oops\n{"a": 1}\n`],
    ['d.csv', `id,name\n1,x\n2,"open`],
  ])('%s that does not parse is counted as degraded, and is no problem', async (name, content) => {
    const { status, summary } = await scanned({ [name]: content });
    expect(status).toBe(0);
    expect(summary).toMatchObject({ degraded: 1, problems: 0, complete: true });
  });
});

it('only skipped files are said to be skipped, not to be clean', async () => {
  const { status, stdout } = await run(['scan', '.', ...FEW], { cwd: folderOf({ 'a.png': PNG, 'b.png': PNG }) });
  expect(stdout).toBe('Nothing was examined.\nExamined 0 B of 140 B in 0 items; skipped 2 (2 media)\n');
  expect(status).toBe(0);
});

it('a huge number of findings is counted exactly, listed up to the limit, in bounded memory', async () => {
  const cwd = folderOf({ 'many.txt': 'SSN 536-90-4399\n'.repeat(400_000) });
  const { status, stdout } = await run(['scan', 'many.txt', '--format', 'ndjson', '--stats', 'stats.json', ...FEW], { cwd });
  expect(status).toBe(1);
  expect(records(stdout, 'occurrence')).toHaveLength(1000);
  expect(records(stdout, 'finding')).toMatchObject([{ count: 400_000, distinct: 1 }]);
  expect(JSON.parse(fs.readFileSync(path.join(cwd, 'stats.json'), 'utf8')).peakMemoryBytes).toBeLessThan(300e6);
});

it('clean content stays clean', async () => {
  expect(await scanned({ 'a.txt': CLEAN })).toMatchObject({ status: 0, found: [], problems: [] });
});
