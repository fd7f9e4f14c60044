/** Standard input, pipes that close early, full devices, names of all kinds. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, clearset, FEW, folderOf, records, SSN_LINE, shell } from './command.js';

describe('standard input', () => {
  it('is scanned for the target -', () => {
    const run = clearset(['scan', '-', '--format', 'ndjson', ...FEW], { input: SSN_LINE });
    expect(records(run.stdout, 'occurrence')).toMatchObject([{ path: '-', line: 1, column: 6 }]);
    expect(run.status).toBe(1);
  });

  it('may be empty', () => {
    expect(clearset(['scan', '-', ...FEW], { input: '' }).status).toBe(0);
  });
});

describe('a reader that goes away', () => {
  const cwd = folderOf({ 'a.txt': Array.from({ length: 1000 }, (_, i) => `SSN: 536-90-${4001 + i}\n`).join('') });

  it('ends the scan quietly', () => {
    const run = shell(`clearset scan a.txt --format ndjson ${FEW.join(' ')} | head -n 1; echo "\${PIPESTATUS[0]}"`, { cwd });
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(run.stdout).toMatch(/\n1\n$/);
    expect(run.stderr).not.toMatch(/EPIPE|Error|at /);
  });

  it('does not cut a report that goes to a file', () => {
    shell(`clearset scan a.txt --format ndjson --output json=whole.json ${FEW.join(' ')} | true`, { cwd });
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'whole.json'), 'utf8')).findings[0].occurrences).toHaveLength(1000);
  });

  it('of help is no error', () => {
    expect(shell(`clearset scan --help | true; echo "\${PIPESTATUS[0]}"`).stdout).toBe('0\n');
  });
});

it.each(['table', 'json', 'ndjson'])('a full device under standard output is an error (%s)', (format) => {
  const run = shell(`clearset scan a.txt --format ${format} ${FEW.join(' ')} > /dev/full`, { cwd: folderOf({ 'a.txt': CLEAN }) });
  expect(run.stderr).toBe('clearset: cannot write "standard output": no space is left; free some or choose another place\n');
  expect(run.status).toBe(2);
});

describe('names', () => {
  it('that look like options, numbers or globs are names', () => {
    const files = { '-x': SSN_LINE, '--format': SSN_LINE, '007': SSN_LINE, '1e3': SSN_LINE, 'app/[id]/*.txt': SSN_LINE };
    const cwd = folderOf({ ...files, 'app/i/a.txt': SSN_LINE });
    const { stdout } = clearset(['scan', '007', '1e3', 'app/[id]/*.txt', '--format', 'ndjson', ...FEW, '--', '-x', '--format'], {
      cwd,
    });
    expect(records(stdout, 'finding').map((record) => record.path)).toEqual(['--format', '-x', '007', '1e3', 'app/[id]/*.txt']);
  });

  it('that would move the cursor or break a line are printed harmlessly', () => {
    const cwd = folderOf({ 'a\u001b[2J\n\u202eb.txt': SSN_LINE });
    for (const format of ['table', 'json', 'ndjson']) {
      const { stdout } = clearset(['scan', '.', '--format', format, ...FEW], { cwd });
      for (const character of ['\u001b', '\u202e']) expect(stdout).not.toContain(character);
      expect(stdout).toContain('[2J');
    }
  });

  it('that hold a value are masked, with a tag', () => {
    const cwd = folderOf({ '536-90-4398.txt': SSN_LINE, 'SSN 536-90-4399.txt': SSN_LINE });
    const { stdout } = clearset(['scan', '.', '--format', 'ndjson', ...FEW], { cwd });
    expect(stdout).not.toContain('4399');
    expect(records(stdout, 'finding').at(-1)).toMatchObject({
      path: expect.stringMatching(/^SSN \*\*\*-\*\*-\*\*\*\*~[0-9a-f]{8}\.txt$/),
    });
  });

  it('that are not UTF-8 are shown with \\xHH and carried in base64', () => {
    const cwd = folderOf({});
    const name = Buffer.from([0x61, 0xff, 0x62]);
    fs.writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), name]), SSN_LINE);
    const expected = { path: 'a\\xFFb', pathBase64: name.toString('base64') };
    expect(records(clearset(['scan', '.', '--format', 'ndjson', ...FEW], { cwd }).stdout, 'finding')).toMatchObject([expected]);
    const named = clearset(['scan', '--files-from', '-', '--format', 'ndjson', ...FEW], { cwd, input: name });
    expect(records(named.stdout, 'finding')).toMatchObject([expected]);
  });
});
