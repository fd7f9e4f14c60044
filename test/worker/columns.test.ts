/** What columns say of their hits is the same however an item is cut, also where there are more columns than are judged. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import type { ItemResult } from '../../src/core/result.js';
import type { ItemRef } from '../../src/core/source.js';
import { rangedResult } from '../../src/scan/aggregate.js';
import { appendRange, emptyAggregate } from '../../src/worker/aggregate.js';
import { firstUnjudged, isDoubtful, MOST_JUDGED } from '../../src/worker/columns.js';
import { signalControl } from '../../src/worker/control.js';
import { explainItem } from '../../src/worker/explain-item.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const DETECTORS = ['CREDIT_CARD_NUMBER', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-columns-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const random = new Random(31_415);

function passesLuhn(digits: string): boolean {
  const doubled = [...digits].reverse().map((digit, i) => Number(digit) * (1 + (i % 2)));
  return doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** Sixteen digits of a card network's range; synthetic. */
function numberThat(passes: boolean): string {
  for (;;) {
    const digits = `4${random.digits(15)}`;
    if (passesLuhn(digits) === passes) return digits;
  }
}

function itemOf(name: string, content: string): ItemRef {
  const locator = path.join(folder, name);
  fs.writeFileSync(locator, content);
  return { source: 'fs', locator, path: name };
}

type Options = Parameters<typeof resolveSettings>[0];

const settingsOf = (options: Options) => resolveSettings({ detectors: DETECTORS, ...options });

const scanners = new Map<string, ItemScanner>();

/** Engines take a while to make. */
function scannerOf(options: Options): ItemScanner {
  const key = JSON.stringify(options);
  const scanner = scanners.get(key) ?? new ItemScanner(settingsOf(options));
  scanners.set(key, scanner);
  return scanner;
}

const whole = async (item: ItemRef, options: Options): Promise<ItemResult> =>
  await scannerOf(options).scan(item, signalControl(undefined));

/** The result of an item that is cut into ranges of about so many bytes. */
async function inRanges(item: ItemRef, options: Options, rangeBytes: number): Promise<ItemResult> {
  const settings = settingsOf(options);
  const scanner = scannerOf(options);
  const cuts = (await scanner.probe(item, { rangeBytes, probeBytes: Number.POSITIVE_INFINITY, from: 0 }))!;
  expect(cuts.ranges.length).toBeGreaterThan(1);
  const total = emptyAggregate();
  for (const range of cuts.ranges) {
    const { format, stamp } = cuts;
    appendRange(total, await scanner.scanRange({ item, format, stamp, range }, signalControl(undefined)), settings.maxLocations);
  }
  return rangedResult(item, cuts, total, settings);
}

const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Many fields of order numbers, in every record others, so that ranges and blocks meet them in another order. */
const wide = itemOf(
  'wide.jsonl',
  lines(
    Array.from({ length: 300 }, (_, row) =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`order${(row * 7 + i * 13) % (2 * MOST_JUDGED)}`, numberThat(row % 4 === 1)]),
      ),
    ),
  ),
);
/** A test card and a number that passes in one value; in few records, so that some ranges have none. */
const both = itemOf(
  'both.jsonl',
  lines(
    Array.from({ length: 60 }, (_, row) => ({
      note: row % 9 === 0 ? `4111111111111111 and ${numberThat(true)}, ${numberThat(true)}` : numberThat(false),
      other: `${numberThat(row % 3 === 0)} is written`,
    })),
  ),
);

it('fewer than half of twenty or more', () => {
  expect([19, 20].map((tried) => isDoubtful({ tried, passed: 9 }))).toEqual([false, true]);
  expect([9, 10].map((passed) => isDoubtful({ tried: 20, passed }))).toEqual([true, false]);
});

it('the columns that are judged are told by their keys, not by their order', () => {
  const keys = Array.from({ length: MOST_JUDGED + 2 }, (_, i) => i * 10);
  expect(firstUnjudged(keys)).toBe(10 * MOST_JUDGED);
  expect(firstUnjudged(keys.toReversed())).toBe(10 * MOST_JUDGED);
  expect(firstUnjudged(keys.slice(0, MOST_JUDGED))).toBeUndefined();
});

describe.each([
  ['from medium up', {}],
  ['from low up', { minConfidence: 'low' }],
  ['three places', { minConfidence: 'low', maxLocations: 3 }],
  ['tags', { tags: true }],
  ['profile', { profile: true, maxLocations: 0 }],
] as const)('%s', (_title, options) => {
  it.each([
    ['more columns than are judged', wide],
    ['values with hits of both kinds', both],
  ])('%s', async (_name, item) => {
    const expected = comparable(await whole(item, options));
    for (const blockBytes of [4096, 5003]) expect(comparable(await whole(item, { ...options, blockBytes }))).toEqual(expected);
    for (const rangeBytes of [700, 3001]) expect(comparable(await inRanges(item, options, rangeBytes))).toEqual(expected);
  });
});

/** Everything but the tables of hashes, whose order says nothing. */
function comparable(result: ItemResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => {
      if (key === 'slots') return undefined;
      return value instanceof Map ? [...(value as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
    }),
  );
}

it('of more columns than are judged, the others are reported as they are', async () => {
  const [finding] = (await whole(wide, {})).findings;
  expect(finding?.columns).toHaveLength(MOST_JUDGED);
  expect((await whole(wide, { minConfidence: 'low' })).findings[0]?.columns).toHaveLength(100);
});

it('a value with hits of both kinds counts once for its column', async () => {
  const result = await whole(both, { minConfidence: 'low' });
  const note = result.findings[0]!.columns.find(({ columnName }) => columnName === 'note');
  expect(note).toEqual({ columnName: 'note', count: 7, share: Math.round((7 / 60) * 10_000) / 10_000 });
  const { profile } = await whole(both, { minConfidence: 'low', profile: true });
  expect([...profile!.columns.get('note')!.hits.values()][0]).toMatchObject({ values: 7, occurrences: 21 });
});

it('an explanation says what the column says', async () => {
  const settings = settingsOf({});
  const scanner = new ItemScanner(settings);
  const wanted = { kind: 'place', line: 1, column: 40 } as const;
  const { explanation } = await explainItem(
    scanner,
    settings,
    { item: both, member: undefined },
    wanted,
    signalControl(undefined),
  );
  expect(explanation).toMatchObject({
    isReported: false,
    isDoubtful: true,
    column: { tried: 60, passed: 7 },
    finding: undefined,
  });
  expect(explanation!.occurrence.confidence).toBe('low');
});
