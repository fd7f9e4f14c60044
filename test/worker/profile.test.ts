/** A profile depends on the values alone: not on the blocks in which they were read, and not on the order of role and content. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import type { ProfileTally } from '../../src/core/profile.js';
import type { ItemRef } from '../../src/core/source.js';
import { signalControl } from '../../src/worker/control.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-profile-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const BLOCKS = [undefined, 256, 300, 1000, 4096] as const;
const scanners = new Map(
  BLOCKS.map((blockBytes) => {
    const size = blockBytes === undefined ? {} : { blockBytes };
    return [blockBytes, new ItemScanner(resolveSettings({ detectors: ['USA_SOCIAL_SECURITY_NUMBER'], profile: true, ...size }))];
  }),
);

async function profileOf(name: string, content: string, blockBytes?: number): Promise<ProfileTally> {
  const locator = path.join(folder, name);
  fs.writeFileSync(locator, content);
  const item: ItemRef = { source: 'fs', locator, path: name };
  return (await scanners.get(blockBytes)!.scan(item, signalControl(undefined))).profile!;
}

/** Everything but the tables of hashes, whose order says nothing. */
function plain({ columns }: ProfileTally) {
  return [...columns]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { values, empty, kinds, hits }]) => ({
      name,
      values,
      empty,
      kinds,
      hits: [...hits].map(([id, { distinct, ...counts }]) => ({ id, distinct: distinct!.count, ...counts })),
    }));
}

/** Value and column counts by column: `values, hit values, occurrences, distinct`. */
const counts = (profile: ProfileTally) =>
  Object.fromEntries(
    plain(profile).map(({ name, values, hits: [hit] }) => [
      name,
      [values, hit?.values ?? 0, hit?.occurrences ?? 0, hit?.distinct ?? 0],
    ]),
  );

const SSNS = ['536-90-4399', '212-09-7654', '219-46-8127'];
const ssn = (index: number) => `my ssn ${SSNS[index % 3]}`;
const filler = 'nothing to see in here '.repeat(30);

describe.each(BLOCKS)('in blocks of %s bytes', (blockBytes) => {
  it('two hits in one value count once for its share, also in a value that is longer than a block', async () => {
    const long = `${ssn(0)} ${filler} ${ssn(1)} ${filler} ${ssn(0)}`;
    const csv = `id,note\n1,${long}\n2,${ssn(0)} and ${ssn(2)}\n3,${filler}\n`;
    expect(counts(await profileOf('a.csv', csv, blockBytes))).toEqual({ id: [3, 0, 0, 0], note: [3, 2, 5, 3] });
  });

  it('what is said belongs to its role, wherever the role stands', async () => {
    const messages = [
      { content: `${ssn(0)} ${filler} ${ssn(1)}`, name: 'x', role: 'user' },
      { role: 'assistant', content: filler },
      { content: ssn(2), extra: { more: ssn(0) }, role: 'assistant' },
      { content: ssn(1) },
      { content: [{ type: 'text', text: `${filler} ${ssn(0)}` }], role: 'user' },
    ];
    const jsonl = `${JSON.stringify({ messages })}\n${JSON.stringify({ id: ssn(1), messages: [{ content: 'hi', role: 'tool' }] })}\n`;
    for (const text of [jsonl, JSON.stringify({ messages }, null, 2)]) {
      const found = counts(await profileOf('a.jsonl', text, blockBytes));
      expect(found).toMatchObject({
        'messages.content': [1, 1, 1, 1],
        'messages.content (user)': [1, 1, 2, 2],
        'messages.content (assistant)': [2, 1, 1, 1],
        'messages.content.text (user)': [1, 1, 1, 1],
        'messages.extra.more (assistant)': [1, 1, 1, 1],
        'messages.name (user)': [1, 0, 0, 0],
      });
    }
  });

  it('a message begins with its object, wherever a block ends', async () => {
    const messages = Array.from({ length: 600 }, (_, i) => ({
      content: `${'x'.repeat(i % 41)} ${ssn(i)}`,
      role: i % 2 ? 'user' : 'tool',
    }));
    expect(counts(await profileOf('b.jsonl', `${JSON.stringify({ messages })}\n`, blockBytes))).toMatchObject({
      'messages.content (tool)': [300, 300, 300, 3],
      'messages.content (user)': [300, 300, 300, 3],
      'messages.role': [600, 0, 0, 0],
    });
  });

  it('the same values are looked at for their kind', async () => {
    const random = new Random('kinds');
    const cell = () => random.pick(['12', '1.5', 'abc', '2024-01-02', 'a-1', '', 'true', 'five words make a text']);
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},${cell()},${i % 900 === 0 ? ssn(i / 900) : cell()}`);
    const csv = `n,a,ssn\n${rows.join('\n')}\n`;
    expect(csv.length).toBeGreaterThan(2 * 256 * 1024);
    expect(plain(await profileOf('b.csv', csv, blockBytes))).toEqual(plain(await profileOf('b.csv', csv)));
  });
});
