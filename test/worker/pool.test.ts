import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { WorkerPool } from '../../src/worker/pool.js';
import { resolveSettings } from '../../src/worker/settings.js';

const WORKER = new URL('./fixtures/scripted-worker.mjs', import.meta.url);

test('keeps no answer once it is given', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const pool = await WorkerPool.create({
    settings: resolveSettings({}),
    threads: 1,
    workerFile: WORKER,
    stallMs: 60_000,
    heapMib: 48,
  });
  try {
    const answer = async (): Promise<WeakRef<object>> => {
      const outcome = await pool.run({ kind: 'items', items: [{ source: 'fs', locator: 'a', path: 'a' }] });
      if (outcome.kind !== 'reply') throw new Error(outcome.kind);
      return new WeakRef(outcome.reply);
    };
    const given = [await answer(), await answer(), await answer()];
    await answer();
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
    expect(given.map((kept) => kept.deref())).toEqual([undefined, undefined, undefined]);
  } finally {
    await pool.close();
  }
});
