import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineDetector } from '../../src/detectors/define.js';
import {
  appendRange,
  emptyAggregate,
  emptyDetectorAggregate,
  finishFindings,
  type RangeAggregate,
  severityFor,
} from '../../src/worker/aggregate.js';
import { addDistinct, DISTINCT_LIMIT } from '../../src/worker/distinct.js';

const sheet = defineDetector({
  id: 'TEST',
  name: 'test',
  category: 'pii',
  countries: [],
  regulations: [],
  severity: { 1: 'low', 2: 'medium', 100: 'high' },
  forms: [],
  boundary: 'digit',
  falseAccept: 1,
  keywords: { mode: 'none', words: [] },
  examples: { match: [], noMatch: [] },
  references: [],
});
const sheets = new Map([['TEST', sheet]]);

interface Range {
  readonly values: readonly number[];
  readonly newlines: number;
  readonly records: number;
}

function aggregateOf({ values, newlines, records }: Range): RangeAggregate {
  const aggregate = { ...emptyAggregate(), newlines, records, bytesExamined: 100 };
  aggregate.examined.set(1, values.length + 1);
  if (values.length === 0) return aggregate;
  const found = emptyDetectorAggregate();
  aggregate.detectors.set('TEST', found);
  for (const value of values) {
    found.count++;
    found.confidence = 'medium';
    addDistinct(found.distinct, value);
    found.columns.set(1, { name: 'c', count: (found.columns.get(1)?.count ?? 0) + 1 });
    found.listed.push({
      tag: String(value),
      occurrence: {
        confidence: 'medium',
        spanSpace: 'item',
        span: { start: 0, end: 1 },
        line: 1,
        column: 1,
        location: { row: 1, recordIndex: 0 },
        preview: '*',
        length: 1,
        validated: false,
        alternatives: [],
      },
    });
  }
  return aggregate;
}

const ranges = fc.array(fc.record({ values: fc.array(fc.nat(5), { maxLength: 4 }), newlines: fc.nat(9), records: fc.nat(9) }), {
  minLength: 3,
  maxLength: 6,
});

function join(parts: readonly RangeAggregate[], maxLocations: number): RangeAggregate {
  const total = emptyAggregate();
  for (const part of parts) appendRange(total, part, maxLocations);
  return total;
}

/** Without the order in which hashes lie in their table, which says nothing. */
function comparable(aggregate: RangeAggregate): object {
  const detectors = [...aggregate.detectors].map(([id, found]) => {
    const { count, isCapped, slots } = found.distinct;
    return [id, { ...found, distinct: { count, isCapped, hashes: slots.filter((entry) => entry !== 0).sort() } }] as const;
  });
  return { ...aggregate, detectors: new Map(detectors) };
}

describe('ranges', () => {
  test('merge associatively', () => {
    fc.assert(
      fc.property(ranges, fc.nat(6), (input, maxLocations) => {
        const flat = join(input.map(aggregateOf), maxLocations);
        const left = join(
          [join(input.slice(0, 2).map(aggregateOf), maxLocations), ...input.slice(2).map(aggregateOf)],
          maxLocations,
        );
        const right = join([aggregateOf(input[0]!), join(input.slice(1).map(aggregateOf), maxLocations)], maxLocations);
        expect(comparable(left)).toEqual(comparable(flat));
        expect(comparable(right)).toEqual(comparable(flat));
      }),
    );
  });

  test('lines and rows of later ranges go on from those before', () => {
    const parts = [
      { values: [1], newlines: 3, records: 2 },
      { values: [], newlines: 10, records: 5 },
      { values: [1], newlines: 1, records: 1 },
    ];
    const [finding] = finishFindings(join(parts.map(aggregateOf), 10), 'p', sheets);
    expect(finding!.occurrences.map(({ line, location }) => [line, location.row, location.recordIndex])).toEqual([
      [1, 1, 0],
      [14, 8, 7],
    ]);
    expect(finding!.columns).toEqual([{ columnName: 'c', count: 2, share: 0.4 }]);
  });

  test('masked locations go on like those that they stand for', () => {
    const next = aggregateOf({ values: [1], newlines: 1, records: 1 });
    const { listed } = next.detectors.get('TEST')!;
    const { occurrence } = listed[0]!;
    listed[0] = { tag: '1', occurrence: { ...occurrence, maskedLocation: { row: 1, columnName: '****' } } };
    const total = aggregateOf({ values: [], newlines: 3, records: 7 });
    appendRange(total, next, 10);
    const [place] = total.detectors.get('TEST')!.listed;
    expect(place!.occurrence).toMatchObject({ location: { row: 8 }, maskedLocation: { row: 8, columnName: '****' } });
  });

  test('equal values have fingerprints that differ by their number, in whatever range they stand', () => {
    const inOne = finishFindings(aggregateOf({ values: [7, 7, 8], newlines: 0, records: 0 }), 'p', sheets);
    const parts = [[7], [7, 8]].map((values) => aggregateOf({ values, newlines: 0, records: 0 }));
    const inTwo = finishFindings(join(parts, 10), 'p', sheets);
    const prints = inOne[0]!.occurrences.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(inTwo[0]!.occurrences.map(({ fingerprint }) => fingerprint)).toEqual(prints);
  });
});

describe('distinct values', () => {
  const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

  test.each([
    ['exactly the limit', numbers(0, DISTINCT_LIMIT), false],
    ['one more', numbers(0, DISTINCT_LIMIT + 1), true],
  ])('%s', (_name, values, isLowerBound) => {
    const half = values.length >> 1;
    const whole = aggregateOf({ values, newlines: 0, records: 0 });
    const parts = join(
      [values.slice(0, half), values.slice(half)].map((part) => aggregateOf({ values: part, newlines: 0, records: 0 })),
      5,
    );
    for (const aggregate of [whole, parts]) {
      const [finding] = finishFindings(aggregate, 'p', sheets);
      expect(finding).toMatchObject({ count: values.length, distinct: DISTINCT_LIMIT, distinctIsLowerBound: isLowerBound });
    }
  });
});

test('severity is that of the greatest number reached', () => {
  expect([1, 2, 99, 100, 5000].map((count) => severityFor(sheet, count))).toEqual(['low', 'medium', 'medium', 'high', 'high']);
});
