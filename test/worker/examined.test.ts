/** What is said of very many columns is the same in whatever parts their values are counted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appendRange,
  emptyAggregate,
  emptyDetectorAggregate,
  type RangeAggregate,
  settleColumns,
} from '../../src/worker/aggregate.js';
import { addColumnHits, addExamined, examinedKey, limitColumns, MOST_EXAMINED, MOST_HIT } from '../../src/worker/examined.js';

const REPORTED = { minConfidence: 'medium', maxLocations: 10 } as const;

interface Value {
  readonly name: string;
  readonly isHit: boolean;
}

function rangeOf(values: readonly Value[]): RangeAggregate {
  const aggregate = emptyAggregate();
  const found = { ...emptyDetectorAggregate(), count: 1 };
  aggregate.detectors.set('TEST', found);
  for (const { name, isHit } of values) {
    const key = examinedKey([name]);
    addExamined(aggregate.examined, key, 1);
    if (isHit) addColumnHits(found.columns, key, { name, count: 1 });
  }
  limitColumns(aggregate, true);
  return aggregate;
}

function settled(parts: readonly (readonly Value[])[]) {
  const total = emptyAggregate();
  for (const part of parts) appendRange(total, rangeOf(part), REPORTED);
  settleColumns(total, REPORTED);
  const sorted = <T>(map: ReadonlyMap<number, T>) => [...map].sort(([a], [b]) => a - b);
  return { examined: sorted(total.examined), columns: sorted(total.detectors.get('TEST')!.columns) };
}

test('the columns that are told apart do not depend on where values are cut', () => {
  const count = MOST_EXAMINED + 9000;
  const nameOf = (i: number): string => (i % 50 === 0 ? `column ${String.fromCharCode(97 + (i % 26))}` : `u_${i}`);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 6 }), (seed, partCount) => {
      const values = Array.from({ length: count }, (_, i) => ({ name: nameOf((i * 7919 + seed) % count), isHit: i % 3 === 0 }));
      const size = Math.ceil(count / partCount);
      const parts = Array.from({ length: partCount }, (_, i) => values.slice(i * size, (i + 1) * size));
      const whole = settled([values]);
      expect(settled(parts)).toEqual(whole);
      expect([whole.examined.length, whole.columns.length]).toEqual([MOST_EXAMINED, MOST_HIT]);
      // Names that are no ids are never left out for names that are.
      const plain = new Set(values.filter(({ name, isHit }) => isHit && !name.includes('_')).map(({ name }) => name));
      const told = new Set(whole.columns.map(([, { name }]) => name));
      expect([...plain].filter((name) => !told.has(name))).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test('names that are written alike and told apart are one', () => {
  expect(examinedKey(['a', 'b'])).not.toBe(examinedKey(['a.b']));
  expect(examinedKey(['a', 'b'])).toBe(examinedKey(Object.assign(['a', 'b', 'aside'], { place: ['a', 'b'] })));
  expect(examinedKey([])).toBeNaN();
});
