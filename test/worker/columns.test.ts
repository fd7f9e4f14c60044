/** What columns say of their hits is the same however an item is cut, also where there are more columns than are judged. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import type { ItemResult } from '../../src/core/result.js';
import type { ItemRef } from '../../src/core/source.js';
import { firstUnjudged, MOST_JUDGED, verdictOf } from '../../src/worker/columns.js';
import { signalControl } from '../../src/worker/control.js';
import { explainItem } from '../../src/worker/explain-item.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';
import { comparable, inRanges } from './in-ranges.js';

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

describe('what becomes of hits', () => {
  it.each([
    ['check', 20, 9, 'low'],
    ['check', 20, 10, undefined],
    ['check', 19, 9, undefined],
    ['list', 20, 3, 'low'],
    ['list', 20, 4, undefined],
    ['list', 19, 0, undefined],
    ['party', 1000, 1, undefined],
    ['stray', 1000, 49, 'low'],
    ['stray', 1000, 50, undefined],
    ['stray', 19, 0, undefined],
    ['likeness', 20, 5, undefined],
    ['likeness', 20, 6, 'medium'],
    ['likeness', 19, 9, undefined],
    ['likeness', 19, 10, 'medium'],
    ['likeness', 6, 3, 'medium'],
    ['likeness', 5, 5, undefined],
  ] as const)('%s of %d with %d', (doubt, tried, passed, verdict) => {
    expect(verdictOf(doubt, { tried, passed })).toBe(verdict);
  });
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
    for (const rangeBytes of [700, 3001])
      expect(
        comparable(await inRanges(item, { settings: settingsOf(options), scanner: scannerOf(options) }, rangeBytes)),
      ).toEqual(expected);
  });
});

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
    column: { doubt: 'check', tried: 60, passed: 7, verdict: 'low' },
    finding: undefined,
  });
  expect(explanation!.occurrence.confidence).toBe('low');
});

describe('names', () => {
  const NAME = { detectors: ['NAME'] };
  const towns = ['Ostrava', 'Gdynia', 'Linz', 'Oulu', 'Brno', 'Graz', 'Uppsala', 'Bad Ischl'];
  const people = ['Maria Lopez', 'Zbyszko Qorri', 'John Smith', 'Emma Johnson', 'Xqzt Vlodimer', 'Anna Schmidt', 'Peter Xqztson'];
  const table = (header: string, values: readonly string[], rows: number, first = header): string =>
    `id,${first}\n${Array.from({ length: rows }, (_, i) => `${i},${values[i % values.length]!}\n`).join('')}`;
  const found = async (content: string, options: Options = {}): Promise<readonly string[]> => {
    const { findings } = await whole(itemOf('names.csv', content), { ...NAME, reveal: true, ...options });
    const occurrences = findings.flatMap((finding) => finding.occurrences);
    return [...new Set(occurrences.map(({ value }) => value!))];
  };

  it('of a column of towns are low', async () => {
    expect(await found(table('name', [...towns, 'Juana Diaz'], 45))).toEqual([]);
    expect(await found(table('city', [...towns, ...towns, ...towns, 'Juana Diaz'], 100))).toEqual([]);
    expect(await found(table('name', ['Juana Diaz'], 1))).toEqual(['Juana Diaz']);
    expect(await found(table('name', [...towns, 'Juana Diaz'], 45), { minConfidence: 'low' })).toContain('Juana Diaz');
  });

  it('of people that no list has count where lists have enough of the others', async () => {
    expect(await found(table('name', people, 42))).toEqual(people);
    expect(await found(table('name', people, 7))).toEqual(people);
    expect(await found(table('player', people, 42))).toEqual(people);
    expect(await found(table('name', ['Zbyszko Qorri', 'Maria Lopez', 'Xqzt Vlodimer'], 3))).toEqual(['Maria Lopez']);
    expect(await found(table('name', [...people, ...towns, ...towns, ...towns], 31))).not.toContain('Zbyszko Qorri');
  });

  it('of parties are not doubted', async () => {
    expect(await found(table('cust_nm', [...towns, ...towns, 'Maria Lopez'], 34))).toContain('Maria Lopez');
  });

  it('below a header that can be nothing else are not doubted', async () => {
    const values = [...towns, ...towns, ...towns, 'Maria Lopez'];
    expect(await found(table('customer_name', values, 50))).toContain('Maria Lopez');
  });

  describe.each([
    ['from medium up', {}],
    ['from low up', { minConfidence: 'low' }],
    ['three places', { maxLocations: 3 }],
    ['profile', { profile: true, maxLocations: 0 }],
  ] as const)('%s', (_title, options) => {
    it.each([
      ['people', people],
      ['towns', [...towns, ...towns, 'Maria Lopez']],
    ])('%s: the same however they are cut', async (name, values) => {
      const item = itemOf(`${name}.csv`, table('name', values, 200, 'name'));
      const all = { ...NAME, ...options };
      const expected = comparable(await whole(item, all));
      for (const blockBytes of [4096, 5003]) expect(comparable(await whole(item, { ...all, blockBytes }))).toEqual(expected);
      for (const rangeBytes of [500, 1301])
        expect(comparable(await inRanges(item, { settings: settingsOf(all), scanner: scannerOf(all) }, rangeBytes))).toEqual(
          expected,
        );
    });
  });

  it('an explanation says what the column says', async () => {
    const settings = settingsOf({ ...NAME, minConfidence: 'low' });
    const scanner = new ItemScanner(settings);
    const explain = async (content: string, line: number) => {
      const item = itemOf('explained.csv', content);
      const wanted = { kind: 'place', line, column: 4 } as const;
      return (await explainItem(scanner, settings, { item, member: undefined }, wanted, signalControl(undefined))).explanation!;
    };
    const fallen = await explain(table('name', [...towns, 'Juana Diaz'], 45), 10);
    expect(fallen).toMatchObject({ column: { doubt: 'list', tried: 45, verdict: 'low' }, occurrence: { confidence: 'low' } });
    const risen = await explain(table('name', people, 42), 3);
    expect(risen).toMatchObject({
      column: { doubt: 'likeness', tried: 42, verdict: 'medium' },
      occurrence: { confidence: 'medium' },
    });
  });
});
