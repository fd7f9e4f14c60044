import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrderedWindow } from '../../src/scan/ordered.js';

async function collect<T>(window: OrderedWindow<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const value of window.entries()) taken.push(value);
  return taken;
}

test('whatever finishes first, the order of the beginning is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (finish) => {
      const window = new OrderedWindow<number>(10);
      const resolve: ((value: number) => void)[] = [];
      for (let i = 0; i < 5; i++) await window.push(new Promise((done) => resolve.push(done)));
      window.end();
      const taken = collect(window);
      for (const index of finish) {
        resolve[index]!(index);
        await Promise.resolve();
      }
      expect(await taken).toEqual([0, 1, 2, 3, 4]);
    }),
  );
});

test('no more is begun than the window holds until the first is taken', async () => {
  const window = new OrderedWindow<number>(2);
  let begun = 0;
  const begin = (async () => {
    for (; begun < 6; begun++) await window.push(Promise.resolve(begun));
    window.end();
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(1);
  expect(await collect(window)).toEqual([0, 1, 2, 3, 4, 5]);
  await begin;
});

test('a failure is met in its turn', async () => {
  const window = new OrderedWindow<number>(10);
  await window.push(Promise.resolve(1));
  await window.push(Promise.reject(new Error('second')));
  window.end();
  const entries = window.entries();
  expect(await entries.next()).toEqual({ done: false, value: 1 });
  await expect(entries.next()).rejects.toThrow('second');
});
