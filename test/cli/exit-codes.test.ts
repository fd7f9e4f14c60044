import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CLEAN, clearset, FEW, folderOf, PARQUET, PNG, records, SSN_LINE, startClearset } from './command.js';

describe('exit code', () => {
  it('0: everything was examined and nothing was found; skips do not count', () => {
    const run = clearset(['scan', '.', ...FEW], { cwd: folderOf({ 'a.txt': CLEAN, 'logo.png': PNG }) });
    expect(run.stdout).toContain('Nothing found.');
    expect(run.stdout).toContain('skipped 1 (1 media)');
    expect(run.status).toBe(0);
  });

  it('1: findings', () => {
    const run = clearset(['scan', 'a.txt', ...FEW], { cwd: folderOf({ 'a.txt': SSN_LINE }) });
    expect(run.stdout).toContain('USA_SOCIAL_SECURITY_NUMBER');
    expect(run.status).toBe(1);
  });

  it('1: findings win over problems', () => {
    expect(clearset(['scan', '.', ...FEW], { cwd: folderOf({ 'a.txt': SSN_LINE, 'b.parquet': PARQUET }) }).status).toBe(1);
  });

  it('2: wrong usage', () => {
    const run = clearset(['scan']);
    expect(run.stderr).toMatch(/^clearset: nothing to scan/);
    expect(run.stdout).toBe('');
    expect(run.status).toBe(2);
  });

  it('3: no findings, but not everything was examined', () => {
    const run = clearset(['scan', '.', ...FEW], { cwd: folderOf({ 'a.txt': CLEAN, 'b.parquet': PARQUET }) });
    expect(run.stdout).toContain('NOT complete');
    expect(run.stdout).not.toContain('Nothing found.\n');
    expect(run.status).toBe(3);
  });

  it('3: a target that does not exist is a problem, and the others are scanned', () => {
    const run = clearset(['scan', 'missing', 'a.txt', '--format', 'ndjson', ...FEW], { cwd: folderOf({ 'a.txt': CLEAN }) });
    expect(records(run.stdout, 'problem')).toMatchObject([{ code: 'unreadable', path: 'missing' }]);
    expect(records(run.stdout, 'summary')).toMatchObject([{ items: 1, complete: false }]);
    expect(run.status).toBe(3);
  });

  it('130: interrupted; what was found is printed within a second and marked incomplete', async () => {
    // `+` comes before `-` in the order of bytes, so this file is done when standard input is waited for.
    const cwd = folderOf({ '+a.txt': SSN_LINE });
    const child = startClearset(['scan', '+a.txt', '-', '--format', 'ndjson', ...FEW], { cwd });
    const output = { text: '' };
    child.stdout!.on('data', (chunk) => {
      output.text += chunk;
    });
    // It has begun when it takes what is written there, and cannot end by itself, because standard input stays open.
    child.stdin!.write('x'.repeat(1 << 20));
    await once(child.stdin!, 'drain');
    const interruptedAt = performance.now();
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(performance.now() - interruptedAt).toBeLessThan(1000);
    expect(code).toBe(130);
    expect(records(output.text, 'finding')).toMatchObject([{ path: '+a.txt' }]);
    expect(records(output.text, 'summary')).toMatchObject([{ complete: false, interrupted: true }]);
  });
});
