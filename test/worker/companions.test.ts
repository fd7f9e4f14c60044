/** Fields that count only beside the one that goes with them: which do, in which formats, and the same however an item is cut. */

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ItemResult } from '../../src/core/result.js';
import type { ItemRef } from '../../src/core/source.js';
import { COMPANIONS } from '../../src/detectors/companions.js';
import type { FormSpec } from '../../src/detectors/define.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { MOST_JUDGED } from '../../src/worker/columns.js';
import { askedKey, companionKeys } from '../../src/worker/companions.js';
import { signalControl } from '../../src/worker/control.js';
import { explainItem } from '../../src/worker/explain-item.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';
import { comparable, inRanges } from './in-ranges.js';

const DETECTORS = ['BANK_ACCOUNT_NUMBER', 'UK_BANK_ACCOUNT_NUMBER', 'LATITUDE_LONGITUDE'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-companions-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

type Options = Parameters<typeof resolveSettings>[0];

const settingsOf = (options: Options) => resolveSettings({ detectors: DETECTORS, reveal: true, ...options });
const scanners = new Map<string, ItemScanner>();

function scannerOf(options: Options): ItemScanner {
  const key = JSON.stringify(options);
  const scanner = scanners.get(key) ?? new ItemScanner(settingsOf(options));
  scanners.set(key, scanner);
  return scanner;
}

function itemOf(name: string, content: string): ItemRef {
  const locator = path.join(folder, name);
  fs.writeFileSync(locator, content);
  return { source: 'fs', locator, path: name };
}

const whole = async (item: ItemRef, options: Options = {}): Promise<ItemResult> =>
  await scannerOf(options).scan(item, signalControl(undefined));

/** What is found, as `DETECTOR value`. */
async function found(name: string, content: string, options: Options = {}): Promise<readonly string[]> {
  const { findings } = await whole(itemOf(name, content), options);
  return findings.flatMap(({ detector, occurrences }) => occurrences.map(({ value }) => `${detector} ${value}`));
}

const US = 'BANK_ACCOUNT_NUMBER';
const UK = 'UK_BANK_ACCOUNT_NUMBER';
const PLACE = 'LATITUDE_LONGITUDE';

it('every detector that asks has a form that does, of the same words', () => {
  const asking = CATALOGUE.flatMap(({ id, forms }) => {
    const own = forms.filter((form): form is FormSpec => typeof form !== 'string' && form.doubt === 'companion');
    return own.length === 0 ? [] : [[id, own.map(({ whole: words }) => words)] as const];
  });
  const declared = Object.entries(COMPANIONS).map(([id, kinds]) => [id, kinds.map(({ words }) => words)] as const);
  expect(new Map(asking)).toEqual(new Map(declared));
});

describe('accounts', () => {
  it.each([
    ['routing', 'account', '322075593', '4839201', US],
    ['routing_number', 'account_number', '322075593', '48392017', US],
    ['ABA', 'Acct #', '322075593', '483920', US],
    ['bsb', 'acc_no', '062-000', '4392817', US],
    ['IFSC Code', 'accountNo', 'HDFC0001234', '50100234', US],
    ['transitNumber', 'accountNumber', '12345', '5012345', US],
    ['bank_name', 'account', 'First Bank', '4839201', US],
    ['swift_code', 'account', 'CHASUS33', '4839201756', US],
    ['sort_code', 'account_number', '20-45-45', '43928175', UK],
    ['SortCode', 'Account', '204545', '43928175', UK],
  ])('beside %s, %s is one', async (code, account, codeValue, value, detector) => {
    expect(await found('a.csv', `name,${code},${account}\nAnn,${codeValue},${value}\n`)).toEqual([`${detector} ${value}`]);
    expect(await found('a.csv', `${account},${code}\n${value},${codeValue}\n`)).toEqual([`${detector} ${value}`]);
    const record = { customer: { [account]: value, [code]: codeValue } };
    expect(await found('a.json', JSON.stringify(record))).toEqual([`${detector} ${value}`]);
    expect(await found('a.jsonl', `${JSON.stringify(record)}\n{"id":1}\n`)).toEqual([`${detector} ${value}`]);
  });

  it.each([
    ['email', 'account'],
    ['transaction', 'account_number'],
    ['abacus', 'account'],
    ['bankruptcy', 'account'],
    ['routing', 'accountant'],
    ['sort_order', 'account'],
    ['blood bank', 'account'],
  ])('beside %s, %s is none', async (other, account) => {
    expect(await found('a.csv', `${other},${account}\n12345,43928175\n`)).toEqual([]);
  });

  it('are none beside a code of another record', async () => {
    expect(await found('a.json', '{"payer":{"account":"43928175"},"payee":{"routing":"322075593"}}')).toEqual([]);
  });

  it('are of confidence low without one', async () => {
    expect(await found('a.csv', 'id,account\n1,4392817\n', { minConfidence: 'low' })).toEqual([`${US} 4392817`]);
  });

  it('beside labels in a text', async () => {
    expect(await found('a.txt', 'Account: 43928175\nSort code: 20-45-45\n')).toEqual([`${UK} 43928175`]);
    expect(await found('a.txt', 'Account: 43928175\nOrder: 20-45-45\n')).toEqual([]);
  });
});

describe('places', () => {
  const both = [`${PLACE} 51.507351`, `${PLACE} -0.127758`];

  it.each([
    ['lat', 'lon'],
    ['Latitude', 'Longitude'],
    ['LAT', 'LONG'],
    ['start_lat', 'start_lng'],
    ['lat_1', 'lon_1'],
    ['Latitude (deg)', 'Longitude (deg)'],
    ['stoplatitude', 'stoplongitude'],
  ])('%s and %s of somebody', async (latitude, longitude) => {
    const place = { [latitude]: 51.507351, [longitude]: -0.127758 };
    expect(await found('a.csv', `user_id,${latitude},${longitude}\n1017,51.507351,-0.127758\n`)).toEqual(both);
    expect(await found('a.json', JSON.stringify({ where: { ...place, email: 'a@b.org' } }))).toEqual(both);
    expect(await found('a.json', JSON.stringify({ device_id: 'a7-0042', location: { geo: place } }))).toEqual(both);
    // Of a town, an airport, a shop.
    expect(await found('a.csv', `name,phone,${latitude},${longitude}\nBonn,1017,51.507351,-0.127758\n`)).toEqual([]);
    expect(await found('a.json', JSON.stringify({ user_id: 1017, station: place }))).toEqual([]);
  });

  it.each([
    ['pickup_latitude', 'pickup_longitude'],
    ['GPSLatitude', 'GPSLongitude'],
    ['home_lat', 'home_lng'],
    ['userLat', 'userLon'],
  ])('%s and %s by themselves', async (latitude, longitude) => {
    expect(await found('a.csv', `id,${latitude},${longitude}\n1,51.507351,-0.127758\n`)).toEqual(both);
  });

  it.each([
    ['latency', 'longest'],
    ['flat', 'along'],
  ])('not %s and %s', async (one, other) => {
    expect(await found('a.csv', `user,${one},${other}\n1017,51.507351,-0.127758\n`)).toEqual([]);
  });

  it.each(['90.507351', '51.50', '51', '0.0000', '151.507351', '51.507351e0'])('no latitude is %s', async (value) => {
    expect(await found('a.csv', `email,lat,lon\na@b.org,${value},\n`)).toEqual([]);
  });
});

it('what a label may say goes with them', () => {
  for (const { labels, beside } of Object.values(COMPANIONS).flat())
    for (const label of labels) expect(beside.test(label.replace(/\W+/g, ' ').trim()), label).toBe(true);
});

it('asks and answers by the same key', () => {
  const keys = companionKeys(['trip', 'user']).map(({ key }) => key);
  expect(keys).toEqual([askedKey(PLACE, ['trip', 'start_lat']), askedKey(PLACE, ['trip', 'geo', 'start_lng'])]);
  expect(keys).not.toContain(askedKey(PLACE, ['walk', 'start_lat']));
  expect(askedKey(PLACE, [])).toBeNaN();
  expect(askedKey('EMAIL_ADDRESS', ['lat'])).toBeNaN();
});

/** Of each pair one field is in one record and one in another, far from it; some have no partner. */
const scattered = itemOf(
  'scattered.jsonl',
  Array.from({ length: 3 * MOST_JUDGED }, (_, row) => {
    const pair = row >> 1;
    const holder = (row % 2 === 0 ? pair : pair * 11) % (MOST_JUDGED + 20);
    const field =
      row % 2 === 0
        ? { account: `${4392817 + row}`, lat: 51.507351 }
        : { routing: '322075593', lng: 13.404954, email: 'a@b.org' };
    return `${JSON.stringify({ [`holder${String.fromCharCode(97 + (holder % 26))}${'x'.repeat(holder % 5)}`]: field, row })}\n`;
  }).join(''),
);
/** More pairs than are judged. */
const wide = itemOf(
  'wide.jsonl',
  Array.from(
    { length: 200 },
    (_, row) => `${JSON.stringify({ [`h${row % 90}`]: { lat: 51.507351, lng: 13.404954, ip: '10.0.0.1' } })}\n`,
  ).join(''),
);

describe.each([
  ['from medium up', {}],
  ['from low up', { minConfidence: 'low' }],
  ['three places', { maxLocations: 3 }],
  ['profile', { profile: true, maxLocations: 0 }],
] as const)('the same however they are cut, %s', (_title, options) => {
  it.each([
    ['scattered', scattered],
    ['wide', wide],
  ])('%s', async (_name, item) => {
    const expected = comparable(await whole(item, options));
    for (const blockBytes of [4096, 5003]) expect(comparable(await whole(item, { ...options, blockBytes }))).toEqual(expected);
    for (const rangeBytes of [700, 3001])
      expect(
        comparable(await inRanges(item, { settings: settingsOf(options), scanner: scannerOf(options) }, rangeBytes)),
      ).toEqual(expected);
  });
});

it('finds partners in other records, and judges no more than so many pairs', async () => {
  expect((await whole(scattered)).findings.map(({ detector }) => detector)).toEqual([US, PLACE]);
  const { findings } = await whole(wide);
  expect(findings[0]!.columns.length).toBeGreaterThan(MOST_JUDGED / 4);
  expect(findings[0]!.columns.length).toBeLessThanOrEqual(MOST_JUDGED);
});

it('an explanation says what the field beside it says', async () => {
  const settings = settingsOf({ minConfidence: 'low' });
  const explain = async (content: string) => {
    const item = itemOf('explained.csv', content);
    const wanted = { kind: 'place', line: 2, column: 1 } as const;
    const target = { item, member: undefined };
    return (await explainItem(new ItemScanner(settings), settings, target, wanted, signalControl(undefined))).explanation!;
  };
  const risen = await explain('account,routing\n4392817,322075593\n');
  expect(risen).toMatchObject({ column: { doubt: 'companion', verdict: 'medium' }, occurrence: { confidence: 'medium' } });
  const left = await explain('account,order\n4392817,322075593\n');
  expect(left).toMatchObject({ column: { doubt: 'companion', verdict: undefined }, occurrence: { confidence: 'low' } });
});

describe('the first look at a name', () => {
  it('passes over none that goes with a field', () => {
    const kinds = Object.values(COMPANIONS).flat();
    const words = kinds.flatMap(({ beside, labels }) => [...(beside.source.match(/[a-z]{2,}(?: [a-z]+)*/g) ?? []), ...labels]);
    const asked = [...new Set(words)].filter((word) => kinds.some(({ beside }) => beside.test(word)));
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((word) => companionKeys([word]).length === 0)).toEqual([]);
  });
});
