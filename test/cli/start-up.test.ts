/** What a start loads: little, and of the packages only those that the command line needs. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByYargs, splitPlain } from '../../cli/command-line.js';
import { scanCommand } from '../../cli/scan.js';
import { clearset, folderOf } from './command.js';

/** Modules that a run has loaded, as Node's own log names them. */
function loadedBy(args: readonly string[], cwd?: string): string[] {
  const { stderr } = clearset(args, { env: { NODE_DEBUG: 'esm,module' }, ...(cwd !== undefined && { cwd }) });
  const files = stderr.matchAll(/(?:Translating \w+ file:\/\/|load ")(\/[^\s"]+)/g);
  return [...new Set(Array.from(files, ([, file]) => file!))];
}

const packagesIn = (files: readonly string[]): string[] =>
  [
    ...new Set(files.map((file) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter((name) => name !== undefined)),
  ].sort();

describe('a start', () => {
  it('for the version loads the regex engine that it names, and not the catalogue', () => {
    const files = loadedBy(['--version']);
    const own = files.filter((file) => file.includes('/dist/'));
    expect(own).toContain(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)));
    expect(own.length).toBeLessThan(12);
    expect(own.map((file) => fs.readFileSync(file, 'utf8')).join('')).not.toContain('USA_SOCIAL_SECURITY_NUMBER');
    expect(packagesIn(files)).not.toEqual(expect.arrayContaining(['yargs', 'piscina', 'csv-parse', 'fast-glob']));
  });

  it('for a small scan loads no package for globs, workers or odd command lines, and few files', () => {
    const files = loadedBy(['scan', 'a.txt', '--format', 'json'], folderOf({ 'a.txt': 'nothing here\n' }));
    expect(files.filter((file) => file.includes('/dist/')).length).toBeLessThan(40);
    for (const name of ['yargs', 'piscina', 'fast-glob']) expect(packagesIn(files)).not.toContain(name);
  });
});

describe('a command line that is split without yargs', () => {
  const words = fc.constantFrom(
    ...['a', 'app/[id]', '-', '--', '007', '1e3', 'x=y', '--x', '-j', '-5', '--jobs=2', '--jobs=', '--jobs', '--no-progress'],
    ...[
      '--no-progress=true',
      '--include=*.csv',
      '--include=a b',
      '--include="q"',
      "--include='",
      '--reveal=yes',
      '--format=json',
    ],
    ...[
      '--strict-coverage',
      '--no-strict-coverage',
      '--max-locations=all',
      '--output=json=a.json',
      '--exclude=-',
      '--include=\n',
    ],
  );
  it('is split as yargs does it', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (line) => {
        const parsed = splitPlain(scanCommand, line);
        if (parsed === undefined) return;
        plain++;
        const { $0: _program, ...byYargs } = await splitByYargs(scanCommand, line);
        expect(parsed).toEqual(byYargs);
      }),
      { numRuns: 500 },
    );
    expect(plain).toBeGreaterThan(50);
  });
});
