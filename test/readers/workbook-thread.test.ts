/** The package for old workbooks on its thread: what never comes back costs that workbook a problem, and nothing else. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CFB } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { takeThread, WorkbookThread } from '../../src/readers/office/workbook-thread.js';
import { clearset } from '../cli/command.js';
import { fileOf, read } from './support.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const ENDLESS = fixture('fuzzed/endless-list.xlsb');
const TOO_MUCH = { code: 'limit', message: 'the workbook needs more memory than it is given' };

async function valuesOf(thread: WorkbookThread, bytes: Uint8Array) {
  let [values, error] = [0, undefined as unknown];
  try {
    for await (const part of thread.read(Uint8Array.from(bytes), false)) values += part.values.length;
  } catch (thrown) {
    error = thrown;
  }
  return { values, error };
}

describe('a workbook that asks for memory without end', () => {
  it('is a problem of limits, and the next one is read', async () => {
    for (let turn = 0; turn < 2; turn++) {
      const { values, error } = await read(fileOf(ENDLESS), { format: { kind: 'xlsb' } });
      expect([values, error]).toEqual([[], expect.objectContaining(TOO_MUCH)]);
      const whole = await read(fileOf(fixture('office/sheetjs.xlsb')), { format: { kind: 'xlsb' } });
      expect(whole.error).toBeUndefined();
      expect(whole.values.length).toBeGreaterThan(10);
    }
  });
});

describe('a workbook of twelve megabytes', () => {
  it("takes no more of the thread's memory than its cells do", async () => {
    const file = CFB.read(fixture('office/xlwt.xls'), { type: 'buffer' });
    CFB.utils.cfb_add(file, '/Pictures', Buffer.alloc(12 << 20, 'picture'));
    const { values, error } = await valuesOf(new WorkbookThread({ heapMib: 32 }), CFB.write(file, { type: 'buffer' }) as Buffer);
    expect(error).toBeUndefined();
    expect(values).toBe((await valuesOf(takeThread(), fixture('office/xlwt.xls'))).values);
  });
});

describe('a thread', () => {
  const threadOf = (name: string, mostMs = 60_000) =>
    new WorkbookThread({ file: new URL(`threads/${name}.mjs`, import.meta.url), heapMib: 32, mostMs });

  it('that does not answer is given up', async () => {
    const { error } = await valuesOf(threadOf('silent', 200), ENDLESS);
    expect(error).toMatchObject({ name: 'ItemProblem', code: 'timeout', message: 'no progress for 0.2 s' });
  });

  it('that is full is a problem of limits', async () => {
    expect((await valuesOf(threadOf('hungry'), ENDLESS)).error).toMatchObject({ name: 'ItemProblem', ...TOO_MUCH });
  });

  it('that ends is a fault', async () => {
    expect((await valuesOf(threadOf('ended'), ENDLESS)).error).toMatchObject({ name: 'Error' });
  });

  it('is taken again where it read its workbook to the end, and only there', async () => {
    const [first, second] = [takeThread(), takeThread()];
    expect(first).not.toBe(second);
    const whole = await valuesOf(first, fixture('office/sheetjs.xlsb'));
    expect(whole.error).toBeUndefined();
    first.release();
    const third = takeThread();
    expect(third).toBe(first);
    for await (const part of third.read(Uint8Array.from(fixture('office/sheetjs.xlsb')), false)) {
      expect(part.values.length).toBeGreaterThan(0);
      break;
    }
    third.release();
    expect(takeThread()).not.toBe(first);
    expect(await valuesOf(second, fixture('office/sheetjs.xlsb'))).toEqual(whole);
  });
});

describe('the command', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-endless-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('goes on behind such a workbook, alone and in an archive', { timeout: 120_000 }, () => {
    fs.writeFileSync(path.join(folder, 'a.xlsb'), ENDLESS);
    fs.writeFileSync(path.join(folder, 'b.csv'), 'ssn\n536-90-4399\n');
    execFileSync('tar', ['-cf', 'c.tar', 'a.xlsb', 'b.csv'], { cwd: folder });
    for (const [targets, status, items] of [
      [['a.xlsb'], 3, 1],
      [['.'], 1, 4],
    ] as const) {
      const { stdout, status: code } = clearset(['scan', ...targets, '--format', 'ndjson'], { cwd: folder });
      const records = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const problems = records.filter(({ kind }) => kind === 'problem');
      expect(new Set(problems.map(({ detail }) => detail))).toEqual(new Set([TOO_MUCH.message]));
      expect(problems.map(({ path: name }) => name)).toEqual(items === 1 ? ['a.xlsb'] : ['a.xlsb', 'c.tar!a.xlsb']);
      const found = records.filter(({ kind }) => kind === 'finding').map(({ path: name }) => name);
      expect(found).toEqual(items === 1 ? [] : ['b.csv', 'c.tar!b.csv']);
      expect(records.at(-1)).toMatchObject({ kind: 'summary', complete: false });
      expect(code).toBe(status);
    }
  });
});
