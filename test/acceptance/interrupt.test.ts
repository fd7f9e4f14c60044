/** Ctrl-C: the scan ends within a second with what was found so far, says that it is not complete, and exits with 130. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CLEAN, FEW, folderOf, records, SSN_LINE, startClearset } from '../cli/command.js';

/** The most that may pass between the signal and the end, in ms. */
const AT_ONCE = 1000;

/** Sends the signal when it is due, and gives what the command leaves behind. */
async function interrupted(child: ChildProcess, isDue: () => Promise<unknown>, signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]!.on('data', (piece) => {
      written[name] += piece;
    });
  }
  const ended = once(child, 'close');
  child.stdin!.on('error', () => undefined);
  await isDue();
  expect(child.exitCode, 'still scanning').toBeNull();
  const sentAt = performance.now();
  child.kill(signal);
  const [status] = await ended;
  return { status, ms: performance.now() - sentAt, ...written };
}

/** Two lines, the first with a value. */
const PAIR = `${SSN_LINE}${'lorem ipsum '.repeat(13)}\n`;

/** Files that take long to examine and little place: one that is cut into ranges, under many names. */
function manyLarge(): string {
  const cwd = folderOf({ '0.txt': PAIR.repeat(97_000) });
  for (let i = 1; i < 80; i++) fs.linkSync(path.join(cwd, '0.txt'), path.join(cwd, `${i}.txt`));
  return cwd;
}

describe('an interrupt ends the scan at once', () => {
  const cwd = manyLarge();
  it.each([
    ['1', 'SIGINT'],
    ['2', 'SIGINT'],
    ['4', 'SIGTERM'],
  ] as const)('with %s workers on files in ranges (%s)', { retry: 2 }, async (jobs, signal) => {
    const report = path.join(folderOf({}), 'r.json');
    const child = startClearset(['scan', '.', '--jobs', jobs, '--format', 'ndjson', '--output', `json=${report}`, ...FEW], {
      cwd,
    });
    const run = await interrupted(child, () => once(child.stdout!, 'data'), signal);
    expect(run.status).toBe(130);
    expect(run.ms).toBeLessThan(AT_ONCE);
    expect(records(run.stdout, 'finding').length).toBeGreaterThan(0);
    expect(records(run.stdout, 'problem').at(-1)).toMatchObject({
      code: 'limit',
      detail: 'the scan was interrupted while this was examined',
    });
    expect(records(run.stdout, 'summary')).toMatchObject([{ complete: false, interrupted: true }]);
    expect(run.stderr).toContain('interrupted: NOT complete');
    // Lines of what is listed are right even where a range in front was cut short.
    for (const { line, span } of records(run.stdout, 'occurrence') as { line: number; span: { start: number } }[]) {
      expect(span.start).toBe(((line - 1) / 2) * PAIR.length + 5);
    }
    expect(JSON.parse(fs.readFileSync(report, 'utf8')).summary).toMatchObject({ complete: false, interrupted: true });
  });

  it('in the process itself, while standard input flows', { retry: 2 }, async () => {
    const child = startClearset(['scan', '-', '--format', 'ndjson', ...FEW]);
    let sent = 0;
    const flow = (): void => {
      while (child.stdin!.write(SSN_LINE.repeat(1000))) sent++;
      sent++;
      child.stdin!.once('drain', flow);
    };
    flow();
    const run = await interrupted(child, async () => {
      while (sent < 200) await setTimeout(5);
    });
    expect(run.status).toBe(130);
    expect(run.ms).toBeLessThan(AT_ONCE);
    expect(records(run.stdout, 'finding')).toMatchObject([{ path: '-' }]);
    expect(records(run.stdout, 'summary')).toMatchObject([{ complete: false, interrupted: true }]);
  });

  it('while standard input is waited for, in words for people', { retry: 2 }, async () => {
    const child = startClearset(['scan', '+.txt', '-', ...FEW], { cwd: folderOf({ '+.txt': CLEAN }) });
    const run = await interrupted(child, async () => {
      child.stdin!.write('x'.repeat(1 << 20));
      await once(child.stdin!, 'drain');
    });
    expect(run.status).toBe(130);
    expect(run.ms).toBeLessThan(AT_ONCE);
    expect(run.stdout).toContain('Nothing found in the part that was examined.');
    expect(run.stdout).toContain('interrupted: NOT complete');
  });
});
