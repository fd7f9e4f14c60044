/**
 * Very many different names, paths and keys, in one item: what is found, the columns of findings and the profile are the same whatever the
 * workers, blocks and ranges, and as if each name stood alone.
 */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckOptions, check, type ItemResult, type ScanOptions, scan } from '../../dist/src/index.js';
import { runCheck } from '../../dist/src/scan/check.js';
import type { ScanLimits } from '../../dist/src/scan/options.js';
import { runScan } from '../../dist/src/scan/run.js';
import { folderOf } from '../cli/command.js';

/** Passes as a social security number, and is none without a name that says so. */
const SSN = '536904399';
const range = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('');
/** A number in letters: digits would make it data. */
const letters = (i: number): string => i.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);

/** Ways to read the same: in ranges of other sizes on two workers, and in other blocks. */
const WAYS: readonly (readonly [string, Partial<ScanLimits>, Partial<ScanOptions>])[] = [
  ['large ranges', { rangeBytes: 1_000_003 }, { jobs: 2 }],
  ['small ranges', { rangeBytes: 60_013, probeBytes: 400_000 }, { jobs: 2 }],
  ['small blocks', {}, { jobs: 1, blockBytes: 20_011 }],
];
const CUT = { inProcessBytes: 0, batchBytes: 1000, batchItems: 1, largeBytes: 40_000 };

async function scanned(events: AsyncIterable<{ kind: 'item'; result: ItemResult } | { kind: 'end' }>): Promise<ItemResult[]> {
  const results: ItemResult[] = [];
  for await (const event of events) if (event.kind === 'item') results.push(event.result);
  return results;
}

const FILES: Record<string, (count: number) => { text: string; found: number }> = {
  'called.jsonl': (count) => ({
    text: range(count, (i) => `{"name":"ssn ${letters(i)}","value":"${SSN}"}\n`),
    found: count,
  }),
  'called.json': (count) => ({
    text: `[${range(count, (i) => `{"env":{"type":"text","name":"ssn ${letters(i)}","value":${SSN}}},\n`)}0]`,
    found: count,
  }),
  'called.csv': (count) => ({ text: `setting,value\n${range(count, (i) => `ssn ${letters(i)},${SSN}\n`)}`, found: count }),
  'keyed.jsonl': (count) => ({
    text: range(count, (i) => `{"ssn":{"of ${letters(i)}":"${SSN}"},"all":"${i % 3 === 0 ? SSN : 'none'}"}\n`),
    found: count,
  }),
  'ids.jsonl': (count) => ({
    text: range(count, (i) => `{"users":{"u_${i}":{"ssn":"${SSN}","note":"${SSN}"}}}\n`),
    found: count,
  }),
  'ids.json': (count) => ({
    text: `{"ssn":{${range(count, (i) => `"u_${i}":{"x":"${SSN}"},\n`)}"last":"${SSN}"},"note":"${SSN}"}`,
    found: count + 1,
  }),
};

/** All that is said, by the file's name. */
function byName(results: readonly ItemResult[]): Record<string, ItemResult> {
  return Object.fromEntries(results.map((result) => [path.basename(result.path), result]));
}

describe.each([2_000, 70_000])('%i different names', (count) => {
  const made = Object.entries(FILES).map(([name, make]) => [name, make(count)] as const);
  let options: CheckOptions;
  beforeAll(() => {
    const folder = folderOf(Object.fromEntries(made.map(([name, { text }]) => [name, text])));
    options = { targets: [folder], detectors: ['USA_SOCIAL_SECURITY_NUMBER'] };
  });

  it('are all heeded, and findings are the same in every way', async () => {
    const listed: ScanOptions = { ...options, maxLocations: 30 };
    const whole = byName(await scanned(scan(listed)));
    for (const [name, { found }] of made) expect([name, whole[name]!.findings[0]?.count]).toEqual([name, found]);
    for (const [way, limits, more] of WAYS) {
      const cut = byName(await scanned(runScan({ ...listed, ...more }, { ...CUT, ...limits })));
      for (const [name] of made) expect(cut[name], `${way}: ${name}`).toEqual(whole[name]);
    }
  }, 240_000);

  it('have the same profile in every way', async () => {
    const whole = await checkedIn(check(options));
    // Of very many, one way: a profile of so many columns takes its time.
    for (const [way, limits, more] of count > 10_000 ? WAYS.slice(0, 1) : WAYS)
      expect(await checkedIn(runCheck({ ...options, ...more }, { ...CUT, ...limits })), way).toEqual(whole);
  }, 240_000);
});

async function checkedIn(run: Promise<object & { stats?: object }>): Promise<object> {
  const { stats: _, ...result } = await run;
  return result;
}

describe('a check tells the same columns apart', () => {
  const options = (name: string, text: string) => ({ targets: [folderOf({ [name]: text })], detectors: ['EMAIL_ADDRESS'] });
  const mail = (i: number): string => `p${i}@corp-${i % 9}.com`;

  it('where ids are folded in the whole and not in its parts', async () => {
    // In each part a dozen ids with so many fields each that not all of their columns are told apart.
    const fields = (id: number): string => range(120, (i) => `,"f${i}":"${i % 7 === 0 ? mail(id + i) : 'none'}"`).slice(1);
    const text = range(
      400,
      (i) => `{"users":{"u_${Math.floor(i / 8)}":{${fields(i)}}},"z":{"${2000 + Math.floor(i / 100)}":{${fields(i)}}}}\n`,
    );
    const given = options('a.jsonl', text);
    const whole = await checkedIn(check(given));
    expect((whole as { columns: { name: string }[] }).columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['users.u_*.f0', 'users.u_*.f119', 'z.2000.f7', 'z.2003.f119']),
    );
    for (const [way, limits, more] of WAYS)
      expect(await checkedIn(runCheck({ ...given, ...more }, { ...CUT, ...limits })), way).toEqual(whole);
  }, 120_000);

  it('where more of them have values than are kept in detail', async () => {
    const text = range(600, (i) => `{"n":{${range(40, (j) => `,"${letters(i * 7 + j * 3)}":"${mail(i + j)}"`).slice(1)}}}\n`);
    const given = options('a.jsonl', text);
    const whole = await checkedIn(check(given));
    expect((whole as { columns: object[] }).columns.length).toBe(1001);
    for (const [way, limits, more] of WAYS)
      expect(await checkedIn(runCheck({ ...given, ...more }, { ...CUT, ...limits })), way).toEqual(whole);
  }, 120_000);

  it('where the role of a message comes long after what is said', async () => {
    const many = range(40_000, (i) => `"${letters(i)}_${i}":"a text",`);
    const text = `[{"messages":[{"content":"${mail(1)}","meta":{${many}"x":"y"},"role":"user"}]},\n{"messages":[{"content":"${mail(2)}","more":{${range(150_000, (i) => `"k${letters(i)}":"no",`)}"x":"y"},"role":"user"}]}]`;
    const { columns } = await check(options('a.json', text));
    const spoken = columns.filter(({ name }) => name.startsWith('messages.content'));
    expect(spoken.map(({ name, values, identifiers }) => [name, values, identifiers[0]?.occurrences])).toEqual([
      ['messages.content (user)', 2, 2],
    ]);
  }, 120_000);
});
