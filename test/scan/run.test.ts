import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemResult } from '../../src/core/result.js';
import type { ScanEvent, ScanLimits, ScanOptions } from '../../src/scan/options.js';
import { runScan } from '../../src/scan/run.js';
import { makeTree, type Tree } from '../sources/tree.js';

// A synthetic number in a range that is issued, and a published test card.
const SSN = '536-90-4399';
const CARD = '4111 1111 1111 1111';
const WORKER = new URL('../../dist/src/worker/entry.js', import.meta.url);
const IN_PROCESS: Partial<ScanLimits> = { inProcessBytes: Number.POSITIVE_INFINITY };

let tree: Tree;
beforeEach(() => {
  tree = makeTree();
});
afterEach(() => tree.remove());

async function scan(options: Partial<ScanOptions> = {}, limits: Partial<ScanLimits> = IN_PROCESS) {
  const results: ItemResult[] = [];
  let end: (ScanEvent & { kind: 'end' }) | undefined;
  const detectors = ['USA_SOCIAL_SECURITY_NUMBER', 'CREDIT_CARD_NUMBER', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)'];
  for await (const event of runScan({ targets: [tree.root], detectors, minConfidence: 'low', ...options }, limits)) {
    if (event.kind === 'item') results.push(event.result);
    else end = event;
  }
  const prefix = `${relative(process.cwd(), tree.root)}/`;
  const short = results.map((result) => ({ ...result, path: result.path.slice(prefix.length) }));
  return { results: short, one: short[0]!, ...end! };
}

describe('results of an item', () => {
  test('occurrences, finding and coverage', async () => {
    tree.write('a.txt', `first line\nher ssn: ${SSN} and again ssn ${SSN}\n`);
    const { one, summary } = await scan();
    expect(one.findings).toHaveLength(1);
    expect(one.findings[0]).toMatchObject({
      detector: 'USA_SOCIAL_SECURITY_NUMBER',
      count: 2,
      distinct: 1,
      distinctIsLowerBound: false,
      severity: 'high',
    });
    expect(one.findings[0]!.occurrences[0]).toMatchObject({
      spanSpace: 'item',
      span: { start: 20, end: 31 },
      line: 2,
      column: 10,
      preview: '***-**-****',
      length: 11,
      keyword: 'ssn',
    });
    const prints = one.findings[0]!.occurrences.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
    expect(summary).toMatchObject({ items: 1, occurrences: 2, findings: 1, problems: 0, complete: true, interrupted: false });
    expect(summary.bytesExamined).toBe(summary.bytesFound);
  });

  test('no raw value crosses unless it is asked for', async () => {
    tree.write('a.txt', `ssn ${SSN}`);
    expect(JSON.stringify(await scan())).not.toContain(SSN);
    expect(JSON.stringify(await scan({ preview: 'last4' }))).not.toContain(SSN);
    const [occurrence] = (await scan({ preview: 'last4' })).one.findings[0]!.occurrences;
    expect(occurrence!.preview).toBe('***-**-4399');
    expect(occurrence!.fingerprint).toBeUndefined();
    expect((await scan({ reveal: true })).one.findings[0]!.occurrences[0]!.value).toBe(SSN);
  });

  test('the first locations are listed, all are counted', async () => {
    tree.write('a.txt', `ssn ${SSN}\n`.repeat(50));
    const listed = async (maxLocations: number): Promise<number[]> => {
      const [finding] = (await scan({ maxLocations })).one.findings;
      return [finding!.count, finding!.occurrences.length, finding!.occurrences.at(-1)?.line ?? 0];
    };
    expect(await listed(3)).toEqual([50, 3, 3]);
    expect(await listed(0)).toEqual([50, 0, 0]);
    expect(await listed(Number.POSITIVE_INFINITY)).toEqual([50, 50, 50]);
  });

  test('columns carry their share of the values', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${i}00,${i < 4 ? `536-90-${4390 + i}` : 'none given'}`);
    tree.write('a.csv', `id,ssn\n${rows.join('\n')}\n`);
    const [finding] = (await scan()).one.findings;
    expect(finding).toMatchObject({ count: 4, distinct: 4, columns: [{ columnName: 'ssn', share: 0.4 }] });
    expect(finding!.occurrences[1]!.location).toMatchObject({ row: 3, columnName: 'ssn' });
  });

  test('compressed items are read through, also when nested', async () => {
    tree.write('a.txt.gz.gz', gzipSync(gzipSync(`ssn ${SSN}`)));
    const { one, summary } = await scan();
    expect(one.findings[0]).toMatchObject({ count: 1 });
    expect(one.findings[0]!.occurrences[0]!.spanSpace).toBe('member');
    expect(summary.bytesExamined).toBe(summary.bytesFound);
  });

  test('content that is left out by intent is counted, content that cannot be read yet is a problem', async () => {
    tree.write('a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    tree.write('b.orc', Buffer.from('ORC\u0015\u0004'));
    const { results, summary } = await scan();
    expect(results.map(({ skipped, problems }) => skipped ?? problems[0]?.code)).toEqual(['media', 'unsupported']);
    expect(summary).toMatchObject({ items: 1, skipped: { media: 1 }, problems: 1, complete: false, bytesExamined: 0 });
  });
});

describe('names that are sensitive themselves', () => {
  test('paths, columns and keys are masked in what is printed, with a tag that keeps them apart', async () => {
    tree.write(`ssn ${SSN}.txt`, `ssn ${SSN}`);
    tree.write('b.json', JSON.stringify({ [`ssn ${SSN}`]: { ssn: SSN } }));
    const { results } = await scan();
    const [json, text] = results;
    expect(text!.printPath).toMatch(/ssn \*{3}-\*{2}-\*{4}~[0-9a-f]{8}\.txt$/);
    expect(JSON.stringify(json!.findings)).not.toContain(SSN);
    // Reports that never show a value need it where others reveal them.
    expect((await scan({ reveal: true })).results[1]!.printPath).toBe(text!.printPath);
  });

  test('also where the item could not be examined', async () => {
    const { results } = await scan({ targets: [tree.path(`ssn ${SSN}`)] });
    expect(results[0]!.printPath).toMatch(/ssn \*{3}-\*{2}-\*{4}~[0-9a-f]{8}$/);
  });
});

describe('targets and options', () => {
  test('a missing target is a problem of its own and no item', async () => {
    tree.write('a.txt', 'nothing here');
    const { summary } = await scan({ targets: [tree.path('a.txt'), tree.path('nowhere')] });
    expect(summary).toMatchObject({ items: 1, problems: 1, complete: false });
  });

  test.each([
    [{ targets: [] }, /nothing to scan/],
    [{ jobs: 0 }, /jobs/],
    [{ detectors: ['NO_SUCH'] }, /NO_SUCH/],
    [{ include: [''] }, /pattern is empty/],
    [{ blockBytes: 10 }, /block size/],
  ])('wrong use is an error: %o', async (options, message) => {
    await expect(scan(options)).rejects.toThrow(message);
  });

  test('confidence below the least is not counted', async () => {
    tree.write('a.txt', `ssn ${SSN}`);
    const { confidence } = (await scan()).one.findings[0]!;
    expect(confidence).not.toBe('high');
    expect((await scan({ minConfidence: 'high' })).one.findings).toEqual([]);
  });

  test('progress ends at the total', async () => {
    tree.write('a.txt', 'x'.repeat(100));
    tree.write('b.txt', 'y'.repeat(50));
    const seen: unknown[] = [];
    await scan({ onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ bytes: 150, items: 2, totalBytes: 150 });
  });

  test('whoever stops listening ends the scan', async () => {
    for (let i = 0; i < 2000; i++) tree.write(`${i}`);
    for await (const event of runScan({ targets: [tree.root], detectors: ['CREDIT_CARD_NUMBER'] }, IN_PROCESS)) {
      expect(event.kind).toBe('item');
      break;
    }
  });
});

describe('the same input gives the same output', () => {
  test('on the main thread, on workers, in batches and in ranges', async () => {
    expect(existsSync(WORKER), 'run "npm run build" first').toBe(true);
    tree.write('a.txt', Array.from({ length: 900 }, (_, i) => `line ${i}: é ssn 536-90-${4000 + (i % 700)}`).join('\n'));
    tree.write(
      'b.csv',
      `id,ssn,card\n${Array.from({ length: 700 }, (_, i) => `${i},536-90-${4000 + i},${i % 3 ? CARD : ''}`).join('\n')}\n`,
    );
    tree.write(
      'c.jsonl',
      Array.from({ length: 500 }, (_, i) => JSON.stringify({ i, user: { ssn: `536-90-${4000 + i}` } })).join('\n'),
    );
    tree.write('d/e.json', JSON.stringify({ list: [{ ssn: SSN }, { card: CARD }] }, null, 1));
    for (let i = 0; i < 20; i++) tree.write(`f/${i}`, i % 3 ? 'quiet' : `ssn ${SSN}`);
    const expected = await scan({ jobs: 1 });
    const small = { inProcessBytes: 0, batchBytes: 2000, batchItems: 3, largeBytes: 5000, rangeBytes: 3001, workerFile: WORKER };
    for (const [jobs, limits] of [
      [1, small],
      [2, small],
      [2, { ...small, rangeBytes: 20_011 }],
    ] as const) {
      const { results, summary, stats } = await scan({ jobs }, limits);
      expect(stats.workers).toBe(jobs);
      expect(results).toEqual(expected.results);
      expect(summary).toEqual(expected.summary);
    }
  });

  test('whatever the size of blocks', async () => {
    tree.write('a.txt', Array.from({ length: 3000 }, (_, i) => `line ${i}: é ssn 536-90-${4000 + (i % 700)}`).join('\n'));
    const expected = await scan();
    for (const blockBytes of [4096, 5001, 65_536]) expect((await scan({ blockBytes })).results).toEqual(expected.results);
  });
});
