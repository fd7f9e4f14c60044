/** Office documents from the file to the report: places in every format, names masked, problems with their code. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clearset, folderOf } from './command.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/office/${name}`, import.meta.url));

function scan(names: readonly string[], ...args: string[]) {
  const cwd = folderOf(Object.fromEntries(names.map((name) => [name, fixture(name)])));
  const run = clearset(['scan', '.', '--detectors', 'USA_SOCIAL_SECURITY_NUMBER', ...args], { cwd });
  return { cwd, ...run };
}

describe('an Office document', () => {
  it('is reported with sheet and cell, or paragraph and part', () => {
    const { stdout, status } = scan(['libreoffice.xlsx', 'word.docx'], '--format', 'ndjson');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [first] = lines.filter(({ kind, path }) => kind === 'occurrence' && path === 'libreoffice.xlsx');
    expect(first).toMatchObject({ spanSpace: 'value', span: { start: 0, end: 11 }, preview: '***-**-****', keyword: 'ssn' });
    expect(JSON.stringify(first.location)).toBe('{"sheet":"Staff","cell":"B4","row":4,"columnName":"ssn","columnIndex":2}');
    const places = lines
      .filter(({ kind, path }) => kind === 'occurrence' && path === 'word.docx')
      .map(({ location }) => location);
    expect(places[0]).toEqual({ paragraph: 1 });
    expect(places.at(-1)).toMatchObject({ sheet: 'Rich', cell: 'B3', part: 'word/embeddings/Sheet1.xlsx' });
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', complete: true, problems: 0 });
    expect(status).toBe(1);
  });

  it('shows its places in tables and SARIF, without the value that is the name of a sheet', () => {
    for (const format of ['table', 'markdown', 'sarif', 'json']) {
      const { stdout } = scan(['openpyxl.xlsx'], '--format', format, '--max-locations', 'all');
      expect(stdout).toMatch(format === 'json' ? /"sheet": ?"SSN \*{3}-\*\*-\*{4}~/ : /USA_SOCIAL_SECURITY_NUMBER/);
      expect(stdout).not.toContain('536-90-4399');
    }
  });

  it('is explained by its place', () => {
    const { cwd } = scan(['xlwt.xls']);
    const { stdout, status } = clearset(['explain', 'xlwt.xls:1:1', '--detectors', 'USA_SOCIAL_SECURITY_NUMBER'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/place +sheet "Staff", cell B2, row 2, column "ssn"/);
  });

  it('that cannot be read is a problem, and the exit code says so', () => {
    const { stderr, stdout, status } = scan(['password.docx', 'libreoffice.doc'], '--format', 'ndjson');
    expect(stdout).toContain('"code":"encrypted","path":"password.docx","detail":"the document needs a password"');
    expect(stdout).toContain('"code":"unsupported","path":"libreoffice.doc"');
    expect(stderr).not.toMatch(/Error|node_modules/);
    expect(status).toBe(3);
  });
});
