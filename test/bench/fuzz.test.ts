/** The fuzzer: the same files from the same seed, what breaks a promise found out, and a short run over all readers. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CUTS, FLIPS, randomCase, systematicCases } from '../../bench/fuzz/cases.mjs';
import { zipMembers } from '../../bench/fuzz/containers.mjs';
import { MUTATIONS, mutate } from '../../bench/fuzz/mutations.mjs';
import { outcomeOf } from '../../bench/fuzz/outcome.mjs';
import { readSeeds } from '../../bench/fuzz/seeds.mjs';
import { Random } from '../../bench/random.mjs';
import { FORMATS } from '../../src/readers/formats.js';

const FUZZ = fileURLToPath(new URL('../../bench/fuzz.mjs', import.meta.url));
const DIGITS = Buffer.from('0123456789'.repeat(50));

describe('mutations', () => {
  it.each(Object.entries(MUTATIONS))('%s gives other bytes, and the same ones from the same seed', (name, change) => {
    const made = (seed: string): Buffer => change(DIGITS, new Random(seed), Buffer.from('another file'));
    const outcomes = Array.from({ length: 20 }, (_, i) => made(`${name} ${i}`));
    expect(outcomes).toEqual(Array.from({ length: 20 }, (_, i) => made(`${name} ${i}`)));
    expect(outcomes.filter((bytes) => !bytes.equals(DIGITS)).length).toBeGreaterThan(10);
    expect(DIGITS.toString()).toBe('0123456789'.repeat(50));
  });

  it('take files of one byte', () => {
    for (let i = 0; i < 500; i++) mutate(Buffer.from('x'), new Random(`one ${i}`), Buffer.from('y'));
  });
});

describe('cases', () => {
  it('are of every format, and follow from the seed', async () => {
    const formats = await readSeeds();
    for (const { kind } of FORMATS) expect(formats.has(kind)).toBe(true);
    const some = new Map([['csv', formats.get('csv')!.slice(0, 2)]]);
    const all = [...systematicCases(some, 'a')];
    expect(all).toHaveLength(2 * (CUTS + FLIPS));
    expect([...systematicCases(some, 'a')]).toEqual(all);
    expect([...systematicCases(some, 'b')]).not.toEqual(all);
    const files = formats.get('xlsx')!;
    const random = (index: number) => randomCase({ format: 'xlsx', files, seed: 'a', index });
    expect(random(3)).toEqual(random(3));
    // Half of them are archives that hold together, with one broken part.
    const inner = Array.from({ length: 20 }, (_, index) => random(index)).filter(({ how }) => how.startsWith('member:'));
    expect(inner.length).toBeGreaterThan(3);
    for (const { bytes } of inner) expect((await zipMembers(bytes)).length).toBeGreaterThan(3);
  });
});

describe('an outcome', () => {
  const item = { path: 'a', bytesFound: 9, bytesExamined: 9, degraded: 0, findings: [], problems: [] };
  const problem = (code: string) => ({ code, detail: '', bytesExamined: 0 });
  const of = (result: object) => outcomeOf({ kind: 'items', clean: new Float64Array([-1]), others: [{ ...item, ...result }] });

  it('is clean, skipped, a problem, or a broken promise', () => {
    expect(outcomeOf({ kind: 'items', clean: new Float64Array([9]), others: [] })).toEqual({ kind: 'clean', detail: '' });
    expect(of({})).toEqual({ kind: 'clean', detail: '' });
    expect(of({ skipped: 'media', bytesExamined: 0 })).toEqual({ kind: 'skipped', detail: 'media' });
    expect(of({ problems: [problem('limit'), problem('malformed')] })).toEqual({ kind: 'problem', detail: 'malformed' });
    const members = { clean: 0, empty: 0, cleanBytes: 0, skipped: {}, results: [{ ...item, problems: [problem('encrypted')] }] };
    expect(of({ members })).toEqual({ kind: 'problem', detail: 'encrypted' });
    for (const broken of [
      { bytesExamined: 8 },
      { bytesExamined: 10 },
      { bytesExamined: Number.NaN },
      { problems: [problem('unreadable')] },
      { problems: [problem('malformed')], bytesExamined: -1 },
    ])
      expect(of(broken).kind).toBe('wrong');
    expect(outcomeOf({ kind: 'uncut' }).kind).toBe('wrong');
  });
});

describe('a run', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [FUZZ, ...args], { encoding: 'utf8' });
  /** Without times and memory. */
  const counts = (table: string): string[] =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.trim().split(/\s+/).slice(0, -2).join(' '));

  it('of a few files of each format ends without a failure', () => {
    const { status, stdout, stderr } = run('--seed', 'ci', '--cases', '20');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(counts(stdout).length).toBeGreaterThan(FORMATS.length);
  }, 300_000);

  it('is the same from the same seed, and kills what hangs', () => {
    const args = ['--seed', 'x', '--cases', '15', '--format', 'csv', '--format', 'zip'];
    const first = run(...args);
    expect(counts(first.stdout)).toEqual(counts(run(...args).stdout));
    // No file is read in so short a time: that is what a hang looks like.
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-fuzz-test-'));
    const file = path.join(folder, 'slow.txt');
    fs.writeFileSync(file, 'SSN 536-90-4399 a@b.example\n'.repeat(2_000_000));
    const hung = run('--file', file, '--limit-ms', '20', '--out', folder);
    expect(fs.readdirSync(folder)).toHaveLength(2);
    fs.rmSync(folder, { recursive: true });
    expect(hung.status).toBe(1);
    expect(hung.stderr).toMatch(/^hung /);
  }, 300_000);

  it('refuses a format that is not there', () => {
    expect(run('--format', 'nothing')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--format nothing: there are'),
    });
  });
});
