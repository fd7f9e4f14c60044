import { describe, expect, it } from 'vitest';
import type { ItemRef } from '../../src/core/source.js';
import { joinRanges } from '../../src/scan/aggregate.js';
import { emptyAggregate, emptyDetectorAggregate, type RangeAggregate } from '../../src/worker/aggregate.js';
import { cap } from '../../src/worker/distinct.js';

const item: ItemRef = { source: 'fs', locator: 'a.txt', path: 'a.txt' };
const cuts = {
  format: { kind: 'text', encoding: 'utf-8' },
  stamp: '',
  byteLength: 30,
  ranges: [0, 10, 20].map((start) => ({ start, end: start + 10 })),
} as const;

/** A range of ten lines with one hit in its fifth. */
function range(more: Partial<RangeAggregate> = {}): RangeAggregate {
  const found = { ...emptyDetectorAggregate(), count: 1 };
  const occurrence = {
    confidence: 'low',
    spanSpace: 'item',
    span: { start: 0, end: 1 },
    line: 5,
    column: 1,
    location: {},
  } as const;
  found.listed.push({
    occurrence: { ...occurrence, preview: '*', length: 1, validated: false, alternatives: [] },
    tag: undefined,
  });
  return { ...emptyAggregate(), bytesExamined: 10, newlines: 10, detectors: new Map([['X', found]]), ...more };
}

const join = (answers: readonly (RangeAggregate | undefined)[]) =>
  joinRanges(item, cuts, cuts.ranges, { width: 2, maxLocations: 10, detectors: 3 }, ({ range: { start } }) =>
    Promise.resolve(answers[start / 10]),
  );

const linesOf = (aggregate: RangeAggregate) => aggregate.detectors.get('X')?.listed.map(({ occurrence }) => occurrence.line);

describe('ranges that are joined', () => {
  it('end with the error where the next ones cannot be found', async () => {
    const ranges = async function* () {
      yield cuts.ranges[0];
      throw new Error('no workers');
    };
    const joined = joinRanges(item, cuts, ranges(), { width: 2, maxLocations: 10, detectors: 3 }, () => Promise.resolve(range()));
    await expect(joined).rejects.toThrow('no workers');
  });

  it('count lines from the start of the item', async () => {
    const whole = await join([range(), range(), range()]);
    expect(linesOf(whole)).toEqual([5, 15, 25]);
    expect(whole.problem).toBeUndefined();
  });

  it('list no more places than are shown: those that begin later are told so', async () => {
    const told: (readonly string[])[] = [];
    const whole = await joinRanges(
      item,
      cuts,
      cuts.ranges,
      { width: 1, maxLocations: 1, detectors: 3 },
      async ({ listedInFull }) => {
        told.push(listedInFull);
        return range();
      },
    );
    expect(told[0]).toEqual([]);
    expect(told.at(-1)).toEqual(['X']);
    expect(linesOf(whole)).toEqual([5]);
    expect(whole.detectors.get('X')?.count).toBe(3);
  });

  it('list no more places of a column that is not judged yet than are shown', async () => {
    const { listed, held: _, ...counts } = range().detectors.get('X')!;
    const waiting = (): RangeAggregate => {
      const one = range();
      one.detectors.get('X')!.held.set(7, { ...counts, listed: [...listed], shared: 0 });
      return one;
    };
    const told: unknown[] = [];
    await joinRanges(item, cuts, cuts.ranges, { width: 1, maxLocations: 1, detectors: 3 }, async ({ heldInFull }) => {
      told.push(heldInFull);
      return waiting();
    });
    expect([told[0], told.at(-1)]).toEqual([[], [['X', 7]]]);
  });

  it('count no more distinct values than are counted: those that begin later are told so', async () => {
    const capped = range();
    cap(capped.detectors.get('X')!.distinct);
    const told: (readonly string[])[] = [];
    const whole = await joinRanges(
      item,
      cuts,
      cuts.ranges,
      { width: 1, maxLocations: 10, detectors: 3 },
      async ({ countedInFull, range: { start } }) => {
        told.push(countedInFull);
        return start === 0 ? capped : range();
      },
    );
    expect([told[0], told.at(-1)]).toEqual([[], ['X']]);
    expect(whole.detectors.get('X')?.distinct.isCapped).toBe(true);
  });

  it('are examined side by side from the first on where not many places can be listed', async () => {
    const ranges = Array.from({ length: 8 }, (_, i) => ({ start: i * 10, end: i * 10 + 10 }));
    let running = 0;
    let highest = 0;
    const breadth = { width: 4, maxLocations: 1, detectors: 200 };
    await joinRanges(item, cuts, ranges, breadth, async () => {
      highest = Math.max(highest, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return range();
    });
    expect(highest).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['few places', 1, 3],
    ['very many places', 30_000, 1],
  ])('are examined side by side but for the first, where they list %s', async (_, places, most) => {
    const ranges = Array.from({ length: 8 }, (_, i) => ({ start: i * 10, end: i * 10 + 10 }));
    let running = 0;
    let highest = 0;
    const begun: number[] = [];
    await joinRanges(item, cuts, ranges, { width: 4, maxLocations: 1e9, detectors: 3 }, async ({ range: { start } }) => {
      begun.push(start);
      running++;
      if (start > 0) highest = Math.max(highest, running);
      else expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      const answer = range();
      const { listed } = answer.detectors.get('X')!;
      while (listed.length < places) listed.push(listed[0]!);
      return answer;
    });
    expect(begun).toEqual(ranges.map(({ start }) => start));
    if (most === 1) expect(highest).toBe(1);
    else expect(highest).toBeGreaterThanOrEqual(most);
  });

  it.each([
    ['was not begun', undefined, [5], 10],
    [
      'was stopped half way',
      range({ newlines: 6, bytesExamined: 6, problem: { code: 'limit', detail: 'stopped', bytesExamined: 6 }, isStopped: true }),
      [5, 15],
      16,
    ],
  ])('end where one %s: what follows has no known lines', async (_, second, lines, bytes) => {
    const part = await join([range(), second, range()]);
    expect(linesOf(part)).toEqual(lines);
    expect(part.bytesExamined).toBe(bytes);
    expect(part.problem).toMatchObject({ code: 'limit' });
  });

  it('go on behind one of which something is too much to be read', async () => {
    const problem = { code: 'limit', detail: 'a page is too long', bytesExamined: 6 } as const;
    const all = await join([range(), range({ bytesExamined: 6, problem }), range()]);
    expect(linesOf(all)).toEqual([5, 15, 25]);
    expect(all.bytesExamined).toBe(26);
    expect(all.problem).toEqual(problem);
  });
});
