/**
 * What asks for more than a limit ends at the same place, with the same bytes of output, whatever the workers, ranges and blocks. A
 * budget that each range had for itself would be as many times as large as there are ranges.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { overlappingZip } from '../../bench/fuzz/zip.mjs';
import { quine } from '../../corpus/generate/formats/quine.mjs';
import { REPORT_FORMATS } from '../../dist/src/index.js';
import { mostValueBytes } from '../../dist/src/readers/most-values.js';
import { type Footer, readFooter } from '../../dist/src/readers/parquet/footer.js';
import { loadLibrary } from '../../dist/src/readers/parquet/library.js';
import { sharesOf } from '../../dist/src/readers/parquet/shares.js';
import type { RunOptions, ScanLimits } from '../../dist/src/scan/options.js';
import { runScan } from '../../dist/src/scan/run.js';
import { folderOf, records, SSN_LINE } from '../cli/command.js';
import { zipOf } from '../readers/office-support.js';

const MIB = 2 ** 20;
const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

async function footerOf(bytes: Buffer): Promise<Footer> {
  const steps = readFooter(await loadLibrary(), (start, end) => bytes.subarray(start, end), bytes.length, false);
  return steps.next().value as Footer;
}

/** Scans what is in a folder; gives the lines of `--format ndjson`. */
async function output(folder: string, options: Partial<RunOptions>, limits: Partial<ScanLimits> = {}): Promise<string> {
  const pieces: string[] = [];
  const context = { version: '0', detectors: new Map(), reveal: false, color: false };
  const report = REPORT_FORMATS.ndjson.open(context);
  const all = { targets: [folder], maxLocations: 100, ...options };
  for await (const event of runScan(all, limits)) {
    pieces.push(...(event.kind === 'item' ? report.item(event.result) : report.end(event.summary)));
  }
  return pieces.join('');
}

const problemsOf = (text: string, folder: string): readonly (readonly unknown[])[] =>
  records(text, 'problem').map(({ path: at, code, detail }) => [path.relative(folder, at as string), code, detail]);

describe('columns that unpack to too much', () => {
  const files = { 'bomb.parquet': fixture('parquet/bomb.parquet'), 'bomb.arrows': fixture('arrow/bomb.arrows') };
  const CUT = { inProcessBytes: 0, batchBytes: 1, largeBytes: 100 };
  let folder: string;
  let whole: string;
  beforeAll(async () => {
    folder = folderOf(files);
    whole = await output(folder, { jobs: 1 });
  }, 120_000);

  it('are examined up to there, and in Parquet so is all that is beside them', () => {
    expect(problemsOf(whole, folder)).toEqual([
      ['bomb.arrows', 'limit', 'its columns unpack to more than a thousand times its size; the rest is not examined'],
      ['bomb.parquet', 'limit', 'a column unpacks to more than a thousand times its size; the rest is not examined'],
    ]);
    const found = (name: string): string[] =>
      records(whole, 'occurrence')
        .filter(({ path: at, detector }) => path.basename(at as string) === name && detector === 'USA_SOCIAL_SECURITY_NUMBER')
        .map((record) => record['location'] as { rowGroup: number; row: number; columnName: string })
        .map(({ rowGroup, row, columnName }) => `${rowGroup} ${row} ${columnName}`);
    // Rows of the row groups and batches: the generator of the fixtures says them.
    const beside = (group: number, first: number, columns: readonly string[]): string[] =>
      columns.flatMap((name) =>
        (name === 'note' ? [first] : [first, first + 1, first + 2]).map((row) => `${group} ${row} ${name}`),
      );
    const starts = [1, 6001, 11_001, 18_001, 18_201];
    const parquet = starts.flatMap((first, group) => beside(group, first, ['before', 'note', 'behind']));
    // Of the short one, all: the last value of its long column, too.
    expect(found('bomb.parquet').sort()).toEqual([...parquet, '3 18200 note'].sort());
    // Batches end with the first that is too much.
    expect(found('bomb.arrows').sort()).toEqual(beside(0, 1, ['before', 'note']).sort());
  });

  it('give as many long values as fit, and no more', async () => {
    const longOnes = (name: string): number =>
      records(whole, 'finding').find(({ path: at, detector }) => {
        return path.basename(at as string) === name && String(detector).startsWith('CREDIT_CARD');
      })!.count as number;
    // In front of them in a row group: three numbers and forty texts, and the first of their own column.
    const before = 3 * 15 + 40 * 40 + 15;
    const { groups } = await footerOf(files['bomb.parquet']);
    const fitting = sharesOf(groups, mostValueBytes(files['bomb.parquet'].length)).map((share, index) =>
      Math.min(groups[index]!.rows - 2, Math.floor((share - before) / 65_536)),
    );
    expect(fitting[3]).toBe(198);
    expect(longOnes('bomb.parquet')).toBe(fitting.reduce((sum, count) => sum + count, 0));
    const most = 2 ** 30 + 1000 * files['bomb.arrows'].length;
    expect(longOnes('bomb.arrows')).toBeGreaterThanOrEqual(2 ** 30 / 65_536);
    expect(longOnes('bomb.arrows')).toBeLessThanOrEqual(most / 65_536);
  });

  it('count as not examined in the row groups and batches in which they are too much', async () => {
    const [summary] = records(whole, 'summary');
    const { bytesFound, bytesExamined } = summary as { bytesFound: number; bytesExamined: number };
    const stored = Object.values(files).reduce((sum, { length }) => sum + length, 0);
    expect(summary).toMatchObject({ complete: false, problems: 2, bytesFound: stored });
    // Of Parquet the long texts of four row groups of five.
    const { groups } = await footerOf(files['bomb.parquet']);
    const lost = groups.flatMap(({ index, chunks: [, note] }) => (index === 3 ? [] : [note!]));
    const [batches] = records(whole, 'problem') as { bytesExamined: number }[];
    const inArrow = files['bomb.arrows'].length - batches!.bytesExamined;
    expect(inArrow).toBeGreaterThan(1000);
    expect(bytesFound - bytesExamined - inArrow).toBe(lost.reduce((sum, { start, end }) => sum + end - start, 0));
  });

  it.each([
    { jobs: 1, rangeBytes: 1_000_000, blockBytes: 20_011 },
    { jobs: 2, rangeBytes: 1_000_000, blockBytes: 5000 },
    { jobs: 2, rangeBytes: 6011 },
    { jobs: 2, rangeBytes: 3000, blockBytes: 20_011 },
    { jobs: 4, rangeBytes: 100 },
  ])(
    'end at the same place with %o',
    async ({ rangeBytes, ...options }) => {
      expect((await output(folder, options, { ...CUT, rangeBytes })) === whole).toBe(true);
    },
    60_000,
  );

  it('are unpacked no further where nothing can match in them', async () => {
    const zeros = fixture('parquet/zeros.parquet');
    const [chunk] = (await footerOf(zeros)).groups[0]!.chunks;
    const text = await output(folderOf({ 'zeros.parquet': zeros }), {});
    expect(records(text, 'problem')).toMatchObject([
      { code: 'limit', bytesExamined: zeros.length - (chunk!.end - chunk!.start) },
    ]);
    expect(records(text, 'occurrence').map(({ location }) => location)).toMatchObject([{ row: 1 }, { row: 2 }, { row: 3 }]);
  }, 60_000);

  it('end at the same place where missing values are examined, too', async () => {
    const file = path.join(folder, 'bomb.parquet');
    const profiled = await output(file, { jobs: 1, profile: true });
    expect(records(profiled, 'problem')).toHaveLength(1);
    expect((await output(file, { jobs: 2, profile: true }, { ...CUT, rangeBytes: 3000 })) === profiled).toBe(true);
  }, 60_000);
});

describe('archives that unpack to too much', () => {
  const many = (count: number, length: number): Record<string, Buffer> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, Buffer.from(SSN_LINE.padEnd(length, 'a'))]));
  const files = {
    'bytes.zip': zipOf(many(30, MIB)),
    'members.zip': zipOf(many(60, 100)),
    'overlapping.zip': overlappingZip(100, Buffer.concat([Buffer.from(SSN_LINE), Buffer.alloc(MIB, 'a')])),
    'quine.zip': quine(),
    'ratio.txt.gz': Buffer.concat([gzipSync(SSN_LINE), gzipSync(Buffer.alloc(80 * MIB, 'a'), { level: 9 })]),
    'twice.gz.gz': gzipSync(gzipSync(Buffer.concat([Buffer.from(SSN_LINE), Buffer.alloc(30 * MIB, 'a')]))),
    'within.zip': zipOf({ 'a.zip': zipOf(many(9, MIB)), 'b.zip': zipOf(many(30, MIB)), 'c.txt': Buffer.from(SSN_LINE) }),
  };
  const unpack = { bytes: 20 * MIB, members: 50 };
  let folder: string;
  let whole: string;
  beforeAll(async () => {
    folder = folderOf(files);
    whole = await output(folder, { jobs: 1, unpack });
  }, 60_000);

  it('end with a problem each, and what came before is found', () => {
    const problems = problemsOf(whole, folder);
    for (const name of Object.keys(files)) {
      expect(
        problems.some(([at, code]) => String(at).startsWith(name) && code === 'limit'),
        name,
      ).toBe(true);
    }
    expect(records(whole, 'occurrence').length).toBeGreaterThan(80);
  });

  it.each([
    ['one worker, item by item', { jobs: 1 }, { batchItems: 1 }],
    ['two workers, item by item', { jobs: 2 }, { batchItems: 1 }],
    ['two workers, in batches', { jobs: 2 }, {}],
    ['four workers, each item large', { jobs: 4 }, { largeBytes: 1, rangeBytes: 10 }],
    ['two workers, small blocks', { jobs: 2, blockBytes: 20_011 }, { batchItems: 1 }],
  ])(
    '%s: the same place',
    async (_, options, limits) => {
      expect((await output(folder, { unpack, ...options }, { inProcessBytes: 0, ...limits })) === whole).toBe(true);
    },
    60_000,
  );
});
