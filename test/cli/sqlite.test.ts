/** SQLite from the file to the report: a database that somebody writes to, the columns of a check, members of archives. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { clearset, folderOf } from './command.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/sqlite/${name}`, import.meta.url));

function recordsOf(stdout: string) {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a SQLite database', () => {
  it('is reported with the rows of its log, by table, column and row, and left as it is', () => {
    const files = { 'live.db': fixture('live.db'), 'live.db-wal': fixture('live.db-wal') };
    const cwd = folderOf(files);
    const { stdout, status } = clearset(
      ['scan', 'live.db', '--format', 'ndjson', '--detectors', 'EMAIL_ADDRESS', '--fail-on', 'none', '--min-confidence', 'low'],
      { cwd },
    );
    const records = recordsOf(stdout);
    const [first] = records.filter(({ kind }) => kind === 'occurrence');
    expect(first).toMatchObject({
      path: 'live.db',
      spanSpace: 'value',
      location: { row: 1, columnName: 'fresh.email', columnIndex: 1 },
    });
    expect(records.find(({ kind }) => kind === 'finding')).toMatchObject({
      count: 30,
      columns: [{ columnName: 'fresh.email', share: 1 }],
    });
    expect(records.at(-1)).toMatchObject({ complete: true, problems: 0, bytesExamined: files['live.db'].length });
    expect(status).toBe(0);
    expect(fs.readdirSync(cwd).sort()).toEqual(['live.db', 'live.db-wal']);
    for (const [name, bytes] of Object.entries(files)) expect(fs.readFileSync(path.join(cwd, name)).equals(bytes)).toBe(true);
  });

  it('has the same findings compressed', () => {
    const cwd = folderOf({ 'a.db': fixture('tables.db'), 'a.db.gz': gzipSync(fixture('tables.db')) });
    const findings = recordsOf(clearset(['scan', '.', '--format', 'ndjson'], { cwd }).stdout).filter(
      ({ kind }) => kind === 'finding',
    );
    const of = (name: string) => findings.filter((finding) => finding.path === name).map((finding) => ({ ...finding, path: '' }));
    expect(of('a.db').map(({ detector }) => detector)).toContain('USA_SOCIAL_SECURITY_NUMBER');
    expect(of('a.db.gz')).toEqual(of('a.db'));
  });

  it('gives the columns of a check', () => {
    const cwd = folderOf({ 'a.db': fixture('tables.db') });
    const { stdout } = clearset(['check', 'a.db', '--format', 'json'], { cwd });
    expect(stdout).toContain('"people.ssn"');
    expect(stdout).not.toContain('536-10-1001');
  });
});
