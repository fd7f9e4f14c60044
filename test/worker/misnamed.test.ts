/** A name that says another format than the bytes is reported, whatever becomes of the item; aliases and texts of all kinds are not. */
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ItemFormat } from '../../src/core/format.js';
import { memorySource } from '../../src/core/memory-source.js';
import type { ItemResult } from '../../src/core/result.js';
import { misnamed } from '../../src/readers/misnamed.js';
import { createCoverage } from '../../src/scan/coverage.js';
import { withMembers } from '../../src/scan/members.js';
import { signalControl } from '../../src/worker/control.js';
import { MemberTally } from '../../src/worker/members.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';
import { zipOf } from '../readers/office-support.js';
import { streamOf } from '../readers/support.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const PARQUET = fixture('parquet/plain.parquet');
const FONT = Buffer.from('0001000000', 'hex');
const PICTURE = fs.readFileSync(new URL('../../corpus/sample/binary/pixel.png', import.meta.url));
const TEXT = Buffer.from('some words, and an SSN 536-90-4399\n');

const scanner = new ItemScanner(resolveSettings({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'] }));

async function scan(name: string, bytes: Uint8Array, source = memorySource(bytes)): Promise<ItemResult> {
  return scanner.scanSource({ source: 'memory', locator: '', path: name }, source, signalControl(undefined));
}

describe('what an item is, against its name', () => {
  it.each([
    ['a.csv', zipOf({ 'a.txt': TEXT }), 'csv', 'zip'],
    ['a.png', TEXT, 'png', 'text'],
    ['a.json', PARQUET, 'json', 'parquet'],
    ['A.CSV', PICTURE, 'csv', 'media'],
    ['a.pdf', TEXT, 'pdf', 'text'],
    ['a.txt', gzipSync(TEXT), 'txt', 'gzip'],
    ['a.csv.gz', gzipSync(PICTURE), 'csv', 'media'],
    ['a.gz', TEXT, 'gz', 'text'],
    ['a.tar', gzipSync(TEXT), 'tar', 'gzip'],
  ])('%s', async (name, bytes, extension, content) => {
    expect((await scan(name, bytes)).misnamed).toEqual({ extension, content });
    expect((await scan(name, bytes, streamOf(bytes))).misnamed).toEqual({ extension, content });
  });

  it.each([
    ['a.txt', Buffer.from('name,ssn\nAnn,536-90-4399\nBen,536-90-4310\n')],
    ['a.log', Buffer.from('{"a": 1}\n{"a": 2}\n')],
    ['a.csv.gz', gzipSync(TEXT)],
    ['a.tgz', gzipSync(TEXT)],
    ['a.jar', zipOf({ 'a.txt': TEXT })],
    ['a.docx', zipOf({ 'a.txt': TEXT })],
    ['a.png', PICTURE],
    ['a.jpg', PICTURE],
    ['a', PICTURE],
    ['a.unknown', PARQUET],
    ['a.db', TEXT],
    ['a.png', Buffer.alloc(0)],
    ['csv.d/a', PARQUET],
  ])('%s is what it says, or says nothing', async (name, bytes) => {
    expect((await scan(name, bytes)).misnamed).toBeUndefined();
  });

  const kind = (value: string): ItemFormat => ({ kind: value }) as ItemFormat;
  it('tells documents that are zip archives from one another, and takes a compound file for an encrypted one', () => {
    expect(misnamed('a.docx', kind('xlsx'), false)).toEqual({ extension: 'docx', content: 'xlsx' });
    expect(misnamed('a.zip', kind('xlsx'), false)).toBeUndefined();
    expect(misnamed('a.xlsx', kind('xls'), false)).toBeUndefined();
    expect(misnamed('a.xls', kind('xlsx'), false)).toEqual({ extension: 'xls', content: 'xlsx' });
    expect(misnamed('a.csv', { kind: 'unsupported', what: 'binary data' }, false)).toBeUndefined();
    expect(misnamed('a.csv', { kind: 'skip', skip: 'binary' }, false)).toBeUndefined();
  });
});

describe('members of archives', () => {
  it('are named one by one, skipped ones too, and each counts once', async () => {
    const bytes = zipOf({ 'a.csv': PICTURE, 'b.png': TEXT, 'c.txt': TEXT, 'd.png': PICTURE, 'e.ttf': FONT });
    const results = [...withMembers(await scan('a.zip', bytes))];
    const wrong = results.filter((result) => result.misnamed !== undefined);
    expect(wrong.map((result) => [result.path, result.misnamed?.content])).toEqual([
      ['a.zip!a.csv', 'media'],
      ['a.zip!b.png', 'text'],
    ]);
    const coverage = createCoverage(false);
    for (const [index, result] of results.entries()) coverage.add(result, index === 0);
    expect(coverage.totals()).toMatchObject({ misnamed: 2, skipped: { media: 2, font: 1 }, members: 2 });
  });

  it('that are too many to be named are counted', () => {
    const tally = new MemberTally(new Map(), undefined);
    const clean = { bytesFound: 1, bytesExamined: 1, degraded: 0, findings: [], problems: [], isMember: true } as const;
    const wrong = { misnamed: { extension: 'csv', content: 'media' } };
    for (let i = 0; i < 20_005; i++) tally.add({ path: `a!${i}`, ...clean, ...wrong, ...(i % 2 && { skipped: 'media' }) }, 1);
    const members = tally.finish();
    expect([members.results.length, members.misnamed]).toEqual([20_000, 5]);
    const coverage = createCoverage(false);
    for (const result of withMembers({ ...clean, path: 'a', members })) coverage.add(result, true);
    expect(coverage.totals().misnamed).toBe(20_005);
  });
});

describe('an item that ends inside the signature that its name says', () => {
  it.each([
    ['a.gz', '1f8b'],
    ['a.csv.gz', '1f'],
    ['a.zip', '504b03'],
    ['a.jar', '50'],
    ['a.docx', '504b'],
    ['a.parquet', '50415231'],
    ['a.pdf', '25504446'],
    ['a.avro', '4f626a'],
    ['a.zst', '28b5'],
    ['a.xz', 'fd377a58'],
    ['a.bz2', '425a6839'],
    ['a.rtf', '7b5c72'],
  ])('%s of %s is malformed', async (name, hex) => {
    const result = await scan(name, Buffer.from(hex, 'hex'));
    expect(result.problems.map(({ code }) => code)).toEqual(['malformed']);
    expect(result.misnamed).toBeUndefined();
  });

  it.each([
    ['a.txt', '50415231'],
    ['a.csv', '25504446'],
    ['a', '7b5c72'],
    ['a.pdf', '2550444720'],
  ])('%s of %s is the text that it is', async (name, hex) => {
    const result = await scan(name, Buffer.from(hex, 'hex'));
    expect([result.problems, result.bytesExamined]).toEqual([[], hex.length / 2]);
  });
});
