import { expect, it } from 'vitest';
import type { Occurrence } from '../../src/core/result.js';
import type { Location } from '../../src/core/segment.js';
import { compareOccurrences } from '../../src/reporters/report.js';

interface Spot {
  readonly at: readonly [start: number, end: number];
  readonly detector?: string;
  readonly location?: Location;
  readonly spanSpace?: 'item' | 'value';
  readonly offset?: number;
  readonly line?: number;
  readonly column?: number;
}

function occurrence({ at, detector = 'A', location = {}, spanSpace = 'item', offset, line = 1, column = 1 }: Spot): Occurrence {
  const span = { start: at[0], end: at[1] };
  return {
    detector,
    confidence: 'low',
    spanSpace,
    span,
    ...(offset !== undefined && { offset }),
    line,
    column,
    location,
    preview: '',
    length: 1,
    validated: false,
    alternatives: [],
  };
}

it.each<[string, Spot, Spot]>([
  ['start', { at: [9, 20] }, { at: [10, 12] }],
  ['end', { at: [10, 12] }, { at: [10, 20] }],
  ['detector', { at: [10, 12], detector: 'A' }, { at: [10, 12], detector: 'B' }],
  ['row before span', { at: [50, 60], location: { row: 2 } }, { at: [10, 12], location: { row: 10 } }],
  ['record before span', { at: [50, 60], location: { recordIndex: 2 } }, { at: [10, 12], location: { recordIndex: 10 } }],
  ['member before row', { at: [50, 60], location: { member: 'a', row: 9 } }, { at: [10, 12], location: { member: 'b', row: 1 } }],
  ['sheet before row', { at: [50, 60], location: { sheet: 'a', row: 9 } }, { at: [10, 12], location: { sheet: 'b', row: 1 } }],
  [
    'what is read first where spans count in values',
    { at: [0, 1], spanSpace: 'value', offset: 5, location: { rowGroup: 0, row: 9 } },
    { at: [0, 1], spanSpace: 'value', offset: 20, location: { rowGroup: 0, row: 1 } },
  ],
  [
    'row group before that',
    { at: [0, 1], spanSpace: 'value', offset: 20, location: { rowGroup: 0, row: 9 } },
    { at: [0, 1], spanSpace: 'value', offset: 5, location: { rowGroup: 1, row: 10 } },
  ],
  [
    'line where spans count in values',
    { at: [50, 60], spanSpace: 'value', line: 1 },
    { at: [10, 12], spanSpace: 'value', line: 2 },
  ],
  ['column where spans count in values', { at: [50, 60], spanSpace: 'value' }, { at: [10, 12], spanSpace: 'value', column: 2 }],
])('%s decides', (_, earlier, later) => {
  const [a, b] = [occurrence(earlier), occurrence(later)];
  expect(compareOccurrences(a, b)).toBeLessThan(0);
  expect(compareOccurrences(b, a)).toBeGreaterThan(0);
  expect(compareOccurrences(a, a)).toBe(0);
});
