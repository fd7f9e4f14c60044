/** What needs a package that is not installed is a problem that names the package, and the rest of the scan goes on. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { clearset } from './command.js';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Makes Node say of these packages that it cannot find them. */
function without(packages: readonly string[]): string {
  const hook = `export const resolve = async (name, context, next) => {
    if (!${JSON.stringify(packages)}.includes(name)) return next(name, context);
    throw Object.assign(new Error('not installed'), { code: 'ERR_MODULE_NOT_FOUND' });
  };`;
  const start = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
  return `data:text/javascript,${encodeURIComponent(start)}`;
}

it.each([
  ['sqlite/tables.db', '@sqlite.org/sqlite-wasm', /npm install @sqlite\.org\/sqlite-wasm@/],
  ['arrow/plain.arrow', 'apache-arrow', /npm install apache-arrow@21/],
  ['office/xlwt.xls', '@e965/xlsx', /npm install @e965\/xlsx/],
])('%s without %s', (file, name, expected) => {
  const env = { NODE_OPTIONS: `--import=${without([name])}` };
  const { stdout, status } = clearset(['scan', 'sql/people.sql', file, '--format', 'ndjson'], { cwd: FIXTURES, env });
  const records = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [problem, ...others] = records.filter(({ kind }) => kind === 'problem');
  expect(others).toEqual([]);
  expect([problem.code, problem.path, problem.bytesExamined]).toEqual(['unsupported', file, 0]);
  expect(problem.detail).toMatch(expected);
  expect(records.at(-1)).toMatchObject({ kind: 'summary', items: 2, complete: false });
  expect(status).toBe(1);
});
