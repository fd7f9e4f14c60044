import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemResult } from '../../src/core/result.js';
import type { ScanEvent, ScanLimits } from '../../src/scan/options.js';
import { runScan } from '../../src/scan/run.js';
import { makeTree, type Tree } from '../sources/tree.js';

const WORKER = new URL('../worker/fixtures/scripted-worker.mjs', import.meta.url);

let tree: Tree;
beforeEach(() => {
  tree = makeTree();
  mkdirSync(join(tree.root, 'd'));
});
afterEach(() => tree.remove());

/** Scans `count` items, one of them with a name that makes the worker fail; workers from the first byte on. */
async function scanWith(bad: string, options: { signal?: AbortSignal; limits?: Partial<ScanLimits>; jobs?: number } = {}) {
  for (let i = 0; i < 40; i++) writeFileSync(tree.path(`d/${String(i).padStart(2, '0')}`), 'x');
  writeFileSync(tree.path(`d/20-${bad}`), 'x');
  const results: ItemResult[] = [];
  let end: (ScanEvent & { kind: 'end' }) | undefined;
  const limits: Partial<ScanLimits> = {
    inProcessBytes: 0,
    batchItems: 8,
    stallMs: 60_000,
    heapMib: 48,
    workerFile: WORKER,
    ...options.limits,
  };
  const scan = runScan(
    {
      targets: [tree.root],
      jobs: options.jobs ?? 2,
      detectors: ['USA_SOCIAL_SECURITY_NUMBER'],
      ...(options.signal && { signal: options.signal }),
    },
    limits,
  );
  for await (const event of scan) {
    if (event.kind === 'item') results.push(event.result);
    else end = event;
  }
  return {
    results,
    summary: end!.summary,
    problems: results.flatMap(({ path, problems }) => problems.map((problem) => ({ name: path.split('/').at(-1), ...problem }))),
  };
}

describe('a lost worker costs one item', () => {
  test.each([
    ['crash', 'the worker that examined this ended'],
    ['throw', 'examining this failed unexpectedly: a fault in Clearset'],
    ['memory', 'the worker that examined this ran out of memory'],
  ])('%s', async (bad, detail) => {
    const { results, summary, problems } = await scanWith(bad);
    expect(problems).toEqual([{ name: `20-${bad}`, code: 'worker-lost', detail, bytesExamined: 0 }]);
    expect(results).toHaveLength(41);
    expect(results.map(({ path }) => path)).toEqual(results.map(({ path }) => path).sort());
    expect(summary).toMatchObject({
      items: 41,
      bytesFound: 41,
      bytesExamined: 40,
      problems: 1,
      complete: false,
      interrupted: false,
    });
  });

  test('a stuck item is given up', async () => {
    const { results, problems } = await scanWith('hang', { limits: { stallMs: 300 } });
    expect(problems).toEqual([{ name: '20-hang', code: 'timeout', detail: 'no progress for 0.3 s', bytesExamined: 0 }]);
    expect(results).toHaveLength(41);
  });

  test('several in one batch and in neighbouring ones, with one worker', async () => {
    writeFileSync(tree.path('d/21-crash'), 'x');
    writeFileSync(tree.path('d/39-throw'), 'x');
    const { results, problems } = await scanWith('crash', { jobs: 1 });
    expect(problems.map(({ name, code }) => `${name} ${code}`)).toEqual([
      '20-crash worker-lost',
      '21-crash worker-lost',
      '39-throw worker-lost',
    ]);
    expect(results).toHaveLength(43);
  });

  test('workers that cannot start end the scan with an error instead of waiting for ever', async () => {
    await expect(scanWith('x', { limits: { workerFile: new URL('./nowhere.mjs', WORKER) } })).rejects.toMatchObject({
      code: 'internal',
    });
  });
});

describe('abort', () => {
  /** Aborts when the item is begun; resolves with the time from there to the end of the scan in ms. */
  async function abortAt(bad: string) {
    const controller = new AbortController();
    const channel = new BroadcastChannel('scripted-worker');
    let abortedAt = 0;
    channel.onmessage = (event) => {
      if (!String((event as MessageEvent<string>).data).includes(bad)) return;
      abortedAt = performance.now();
      controller.abort();
    };
    try {
      return { ...(await scanWith(bad, { signal: controller.signal, jobs: 1 })), ms: performance.now() - abortedAt };
    } finally {
      channel.close();
    }
  }

  test('ends with what was found so far', async () => {
    const { results, summary, ms } = await abortAt('hold');
    expect(summary).toMatchObject({ interrupted: true, complete: false });
    expect(results).toHaveLength(22);
    expect(results.at(-1)!.path).toMatch(/20-hold$/);
    expect(ms).toBeLessThan(1000);
  });

  test('ends within a second though a worker does not answer', async () => {
    const { results, summary, ms } = await abortAt('hang');
    expect(summary.interrupted).toBe(true);
    expect(results).toHaveLength(16);
    expect(ms).toBeLessThan(1000);
  });

  test('a scan that is aborted before it begins examines nothing', async () => {
    const { results, summary } = await scanWith('x', { signal: AbortSignal.abort() });
    expect(results).toEqual([]);
    expect(summary).toMatchObject({ items: 0, interrupted: true, complete: false });
  });
});
