/** Standard output is the same byte for byte, whatever the workers, blocks, ranges, runs and regex engines. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemResult, type ScanOptions, scan } from '../../dist/src/index.js';
import { runScan } from '../../dist/src/scan/run.js';
import { folderOf, records, run } from '../cli/command.js';
import { csvOf, dataSet, jsonlOf, plainCell, textOf } from './data-set.js';

const FILES = dataSet();

let cwd: string;
beforeAll(() => {
  cwd = folderOf(FILES);
});

/** What a scan through the library gives for each file of the folder, and for the whole. */
async function results(events: AsyncIterable<{ kind: 'item'; result: ItemResult } | { kind: 'end'; summary: object }>) {
  const byPath = new Map<string, string>();
  for await (const event of events) {
    if (event.kind === 'item') byPath.set(path.basename(event.result.path), JSON.stringify(event.result));
    else byPath.set('', JSON.stringify(event.summary));
  }
  return byPath;
}

const options = (more: Partial<ScanOptions> = {}): ScanOptions => ({
  targets: [cwd],
  maxLocations: Number.POSITIVE_INFINITY,
  ...more,
});

function expectEqual(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  for (const [name, text] of expected) expect(actual.get(name) === text, `${name} differs`).toBe(true);
}

describe('through the library, all places listed', () => {
  let whole: ReadonlyMap<string, string>;
  beforeAll(async () => {
    whole = await results(scan(options()));
  }, 60_000);

  it('values are found in every file', () => {
    expect(JSON.parse(whole.get('')!).occurrences).toBeGreaterThan(10_000);
    for (const name of Object.keys(FILES)) expect(JSON.parse(whole.get(name)!).findings.length, name).toBeGreaterThan(15);
  });

  it.each([4096, 20_011, 65_536])('blocks of %i bytes', async (blockBytes) => {
    expectEqual(await results(scan(options({ blockBytes }))), whole);
  });

  it.each([30_011, 100_003])('ranges of about %i bytes on two workers', async (rangeBytes) => {
    const limits = { inProcessBytes: 0, batchBytes: 50_000, batchItems: 2, largeBytes: 40_000, rangeBytes };
    expectEqual(await results(runScan(options({ jobs: 2 }), limits)), whole);
  });

  it('small blocks in small ranges, with the other regex engine', async () => {
    const limits = { inProcessBytes: 0, largeBytes: 40_000, rangeBytes: 50_021, probeBytes: 120_000 };
    expectEqual(await results(runScan(options({ jobs: 2, blockBytes: 4096, regex: 'js' }), limits)), whole);
  });
});

describe('through the command, with files that are large enough to be cut', () => {
  /** The reports of a run in all formats; texts of many megabytes are told apart by their hash. */
  const reports = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const folder = folderOf({});
    const outputs = ['json', 'table'].flatMap((format) => ['--output', `${format}=${path.join(folder, format)}`]);
    const { status, stdout } = await run(['scan', '.', '--format', 'ndjson', ...outputs, ...args], { cwd, env });
    expect(status).toBe(1);
    const texts = [stdout, ...['json', 'table'].map((format) => fs.readFileSync(path.join(folder, format), 'utf8'))];
    return { stdout, hashes: texts.map((text) => createHash('sha256').update(text).digest('hex')) };
  };
  let expected: readonly string[];

  beforeAll(async () => {
    // Ranges are 16 MiB: each of these is cut once, with quiet lines around the cut and values before and behind it.
    const pad = (line: string): string => line.repeat(Math.ceil((16.2 * (1 << 20)) / line.length));
    const filler = 'lorem ipsum dolor sit amet, '.repeat(40);
    const cells = `1,${filler.replaceAll(',', '')}${',x'.repeat(43)}\r\n`;
    fs.writeFileSync(path.join(cwd, 'large.log'), `${textOf('start', 500)}\n${pad(`${filler}\n`)}${textOf('end', 500)}`);
    fs.writeFileSync(
      path.join(cwd, 'large.jsonl'),
      jsonlOf('start', 20) + pad(`${JSON.stringify({ filler })}\n`) + jsonlOf('end', 20),
    );
    fs.writeFileSync(path.join(cwd, 'large.csv'), csvOf('start', 20, plainCell) + pad(cells) + csvOf('end', 20, plainCell));
    const { stdout, hashes } = await reports(['--jobs', '1']);
    expect(records(stdout, 'summary')).toMatchObject([{ complete: true, problems: 0 }]);
    for (const name of ['large.log', 'large.jsonl', 'large.csv']) {
      const lines = records(stdout, 'occurrence').flatMap((record) => (record.path === name ? [record.line as number] : []));
      expect([Math.min(...lines) < 50, Math.max(...lines) > 10_000], name).toEqual([true, true]);
    }
    expected = hashes;
  }, 120_000);

  it.each([
    ['two workers', ['--jobs', '2'], {}],
    ['four workers', ['--jobs', '4'], {}],
    ['re2js', ['--jobs', '2'], { CLEARSET_RE2: 'js' }],
    ['re2, and a second run', ['--jobs', '2'], { CLEARSET_RE2: 'native' }],
  ])('%s', async (_, args, env) => {
    expect((await reports(args, env)).hashes).toEqual(expected);
  });
});
