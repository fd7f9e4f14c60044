/** Runs the examples as their readers would, through the package's own name. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SSN, SSN_LINE } from './cli/command.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = 'corpus/sample';

function run(name: string, args: readonly string[] = [], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join('examples', name), ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { status, stderr, lines: stdout.split('\n').filter((line) => line !== '') };
}

describe('examples', () => {
  it('are all run here', () => {
    expect(fs.readdirSync(path.join(ROOT, 'examples')).sort()).toEqual([
      'check-before-upload.mjs',
      'mask-text.mjs',
      'own-detector.mjs',
      'scan-folder.mjs',
    ]);
  });

  it('scan-folder prints findings, and what is wrong with a file', () => {
    const { status, lines } = run('scan-folder.mjs', [`${SAMPLE}/secrets`, `${SAMPLE}/binary`]);
    expect(lines).toContain(`${SAMPLE}/secrets/settings.ini:3 high GITHUB_TOKEN 1`);
    expect(lines).toContain(`${SAMPLE}/binary/report.pdf malformed: PDF: the document cannot be read`);
    expect(lines.at(-1)).toMatch(/^\d+ findings in \d+ items, NOT complete$/);
    expect(status).toBe(0);
  });

  it('scan-folder tells a wrong call from what goes wrong inside', () => {
    expect(run('scan-folder.mjs')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^usage: /) });
  });

  it('check-before-upload lets clean data go, and nothing else', () => {
    const clean = run('check-before-upload.mjs', [`${SAMPLE}/clean`]);
    expect([clean.status, clean.lines.at(-1)]).toEqual([0, expect.stringMatching(/^pass after (\d+) of \1 bytes$/)]);
    const people = run('check-before-upload.mjs', [`${SAMPLE}/people`]);
    expect(people.lines).toContain('FAIL no-cards: 1 failures');
    expect([people.status, people.lines.at(-1)]).toEqual([1, expect.stringMatching(/^fail after/)]);
    expect(run('check-before-upload.mjs', [`${SAMPLE}/binary`])).toMatchObject({ status: 1 });
  });

  it('mask-text covers what was found, and passes nothing on that was not examined', () => {
    const { status, lines } = run('mask-text.mjs', [], `before ${SSN_LINE}after\n`);
    expect([status, lines]).toEqual([0, [`before ${SSN_LINE.replace(SSN, '*'.repeat(SSN.length)).trimEnd()}`, 'after']]);
    const broken = run('mask-text.mjs', [], '%PDF-1.7\n');
    expect([broken.status, broken.lines]).toEqual([3, []]);
    expect(broken.stderr).toContain('PDF');
  });

  it('own-detector finds the numbers with a right check digit', () => {
    const { status, lines } = run('own-detector.mjs');
    expect([status, lines]).toEqual([
      0,
      ['bytes 9 to 18: high, near "employee", check passed', 'bytes 28 to 37: high, near "employee", check passed'],
    ]);
  });
});
