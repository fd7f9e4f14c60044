/** Content with one odd byte in it, from end to end: none of it hides what stands behind. */
import { describe, expect, it } from 'vitest';
import { clearset, FEW, folderOf, records, SSN, SSN_LINE } from './command.js';

const scanned = (name: string, content: string) => {
  const { stdout, status } = clearset(['scan', name, '--format', 'ndjson', ...FEW], { cwd: folderOf({ [name]: content }) });
  return { occurrences: records(stdout, 'occurrence'), problems: records(stdout, 'problem'), status };
};

describe('a zero', () => {
  it.each(['a.csv', 'a.txt'])('in %s does not make it data', (name) => {
    const { occurrences, problems } = scanned(name, `id,ssn\n1\0,${SSN}\n`);
    expect(occurrences).toMatchObject([{ line: 2, preview: '***-**-****' }]);
    expect(problems).toEqual([]);
  });
});

describe('a quote that nothing closes', () => {
  it('leaves the rows behind it their columns', () => {
    const { occurrences, problems } = scanned('a.csv', `name,ssn\n"Ann,x\nBob,${SSN}\n`);
    expect(occurrences).toMatchObject([{ line: 3, column: 5, location: { row: 3, columnName: 'ssn' } }]);
    expect(problems).toEqual([]);
  });

  it('in the header leaves the others theirs', () => {
    const { occurrences } = scanned('a.csv', `"name,ssn\nAnn,x\nBob,${SSN}\n`);
    expect(occurrences).toMatchObject([{ line: 3, location: { row: 3, columnName: 'ssn' } }]);
  });
});

describe('carriage returns alone', () => {
  it('end the lines of a text', () => {
    const { occurrences } = scanned('a.txt', `one\rtwo\r${SSN_LINE.trim()}\r`);
    expect(occurrences).toMatchObject([{ line: 3, column: 6 }]);
  });

  it('end the records of a table, and its lines', () => {
    const { occurrences } = scanned('a.csv', `name,ssn\rAnn,x\rBob,${SSN}\r`);
    expect(occurrences).toMatchObject([{ line: 3, column: 5, location: { row: 3, columnName: 'ssn' } }]);
  });
});

it('a configuration that is named and not there is named as it was given', () => {
  for (const name of ['/nosuch.yaml', '/nosuch', 'gone/b.json']) {
    const { status, stderr } = clearset(['scan', 'a.txt', '--config', name], { cwd: folderOf({ 'a.txt': SSN_LINE }) });
    expect(stderr).toBe(`clearset: "${name}" cannot be read: there is no such file\n`);
    expect(status).toBe(2);
  }
});

it('a check that passes says how many encoded texts it did not look into', () => {
  const text = 'nothing but plain words in here, and more of them. '.repeat(40);
  const thrice = [1, 2, 3].reduce((inner) => Buffer.from(inner).toString('base64'), text);
  const cwd = folderOf({ 'a.txt': `x ${thrice} y\n` });
  const { stdout, status } = clearset(['check', '.', '--color', 'never'], { cwd });
  expect(stdout).toMatch(/^PASS {2}.*: none failed; 1 encoded text not looked into\n/);
  expect(status).toBe(0);
  expect(clearset(['check', '.', '--format', 'markdown'], { cwd }).stdout).toContain(
    'none failed; 1 encoded text not looked into',
  );
  expect(JSON.parse(clearset(['check', '.', '--format', 'json'], { cwd }).stdout)).toMatchObject({
    verdict: 'pass',
    summary: { undecoded: 1 },
  });
});
