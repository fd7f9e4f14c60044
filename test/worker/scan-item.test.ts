/** Many small files must cost no promise each: what is there is read and scanned at once, and a stream is still waited for. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { ItemRef } from '../../src/core/source.js';
import type { DetectorAggregate, HeldHits } from '../../src/worker/aggregate.js';
import { signalControl } from '../../src/worker/control.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-scan-item-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const scanner = new ItemScanner(resolveSettings({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'] }));
const cards = new ItemScanner(resolveSettings({ detectors: ['CREDIT_CARD_NUMBER_(NO_KEYWORD)'] }));
const control = signalControl(undefined);
const cutAt = (rangeBytes: number) => ({ rangeBytes, from: 0, probeBytes: Number.POSITIVE_INFINITY });

function itemOf(name: string, content: string | Buffer): ItemRef {
  const locator = path.join(folder, name);
  fs.writeFileSync(locator, content);
  return { source: 'fs', locator, path: name };
}

it('a range whose places are listed by others counts, and lists none', async () => {
  const item = itemOf('b.txt', 'ssn 536-90-4399\n'.repeat(3));
  const { format, stamp, ranges } = (await scanner.probe(item, cutAt(20)))!;
  const examine = (listedInFull: readonly string[]) =>
    scanner.scanRange({ item, format, stamp, range: ranges[1]!, listedInFull }, control);
  const [told, untold] = [await examine(['USA_SOCIAL_SECURITY_NUMBER']), await examine([])];
  const [{ listed: none, ...counts }] = [...told.detectors.values()] as [DetectorAggregate];
  const [{ listed, ...same }] = [...untold.detectors.values()] as [DetectorAggregate];
  expect(none).toEqual([]);
  expect(listed.length).toBe(same.count);
  expect(counts).toEqual(same);
});

it('so does one whose places of a column are listed by others, until the column is judged', async () => {
  // Their check alone speaks for numbers in a column that says nothing of them.
  const rows = Array.from({ length: 30 }, (_, i) => `${i},${['4539702756326115', '4539702756326116'][i % 2]}\n`);
  const item = itemOf('held.csv', `id,amount\n${rows.join('')}`);
  const { format, stamp, ranges } = (await cards.probe(item, cutAt(200)))!;
  const range = ranges[1]!;
  const untold = await cards.scanRange({ item, format, stamp, range }, control);
  const [[id, { held }]] = [...untold.detectors] as [[string, DetectorAggregate]];
  const [[key, { listed, ...same }]] = [...held] as [[number, HeldHits]];
  expect(listed.length).toBe(same.count);
  expect(listed.length).toBeGreaterThan(1);
  for (const full of [{ heldInFull: [[id, key] as const] }, { listedInFull: [id] }]) {
    const told = await cards.scanRange({ item, format, stamp, range, ...full }, control);
    expect(told.detectors.get(id)!.held.get(key)).toEqual({ ...same, listed: [] });
  }
  const other = await cards.scanRange({ item, format, stamp, range, heldInFull: [[id, key + 1]] }, control);
  expect(other).toEqual(untold);
});

it('a range says that the scan was stopped in it, which a limit of its own is not', async () => {
  const item = itemOf('c.txt', 'ssn 536-90-4399\n'.repeat(3));
  const { format, stamp, ranges } = (await scanner.probe(item, cutAt(20)))!;
  const examine = (isStopped: boolean) =>
    scanner.scanRange({ item, format, stamp, range: ranges[1]! }, { isStopped: () => isStopped, beat: () => undefined });
  expect(await examine(true)).toMatchObject({ isStopped: true, problem: { code: 'limit' } });
  expect(await examine(false)).not.toHaveProperty('isStopped');
  const bomb = itemOf('a.parquet', fs.readFileSync(new URL('../fixtures/parquet/bomb.parquet', import.meta.url)));
  const cuts = (await scanner.probe(bomb, cutAt(20)))!;
  const first = await scanner.scanRange({ item: bomb, ...cuts, range: cuts.ranges[0]! }, control);
  expect(first).toMatchObject({ problem: { code: 'limit' } });
  expect(first).not.toHaveProperty('isStopped');
});

describe('a small file', () => {
  it.each([
    ['text', 'a.txt', 'ssn 536-90-4399\n'],
    ['a table', 'a.csv', 'name,ssn\nx,536-90-4399\n'],
    ['JSON lines', 'a.jsonl', '{"ssn":"536-90-4399"}\n{"ssn":null}\n'],
    ['a JSON document', 'a.json', '{\n "ssn": "536-90-4399"\n}\n'],
  ])('of %s is scanned at once when its reader is loaded', async (_kind, name, content) => {
    const item = itemOf(name, content);
    const first = await scanner.scan(item, control);
    const second = scanner.scan(item, control);
    expect(second).not.toBeInstanceOf(Promise);
    expect(second).toEqual(first);
    expect(first.findings.map(({ detector, count }) => [detector, count])).toEqual([['USA_SOCIAL_SECURITY_NUMBER', 1]]);
    expect(first.bytesExamined).toBe(content.length);
  });

  it('that is compressed is waited for, and closed', async () => {
    const before = fs.readdirSync('/proc/self/fd').length;
    const answer = scanner.scan(itemOf('a.txt.gz', gzipSync('ssn 536-90-4399\n')), control);
    expect(answer).toBeInstanceOf(Promise);
    expect((await answer).findings).toHaveLength(1);
    expect(fs.readdirSync('/proc/self/fd').length).toBe(before);
  });

  it('that is cut short, left out or gone says so at once', () => {
    const gone: ItemRef = { source: 'fs', locator: path.join(folder, 'gone'), path: 'gone' };
    const results = [itemOf('a.png', Buffer.from('89504e470d0a1a0a00', 'hex')), itemOf('a.bin', Buffer.alloc(64, 1)), gone].map(
      (item) => scanner.scan(item, control),
    );
    expect(results).toMatchObject([
      { skipped: 'media', problems: [] },
      { problems: [{ code: 'unsupported' }] },
      { problems: [{ code: 'unreadable' }] },
    ]);
  });
});
