/** What a check must not pass over in silence: data read as something else, rules that test nothing, nothing examined at all. */
import { describe, expect, it } from 'vitest';
import { CLEAN, clearset, folderOf } from './command.js';

describe('check of a table without extension', () => {
  // Numbers without hyphens are known by their column alone. Synthetic.
  const rows = Array.from({ length: 300 }, (_, i) => `${i},53690${4001 + i},note ${i}`);
  it.each([
    ['short', '1,536904002'],
    ['long', '1,536904002,note,more'],
  ])('with a %s row near its beginning finds what the columns name', (_, ragged) => {
    const table = `id,ssn,note\n${rows.with(1, ragged).join('\n')}\n`;
    for (const [target, input, cwd] of [
      ['-', table, undefined],
      ['x.data', '', folderOf({ 'x.data': table })],
    ] as const) {
      const run = clearset(['check', target, '--format', 'json'], { input, ...(cwd && { cwd }) });
      expect(run.status).toBe(1);
      const { verdict, columns } = JSON.parse(run.stdout);
      expect(verdict).toBe('fail');
      expect(columns).toContainEqual(
        expect.objectContaining({
          name: 'ssn',
          values: 300,
          identifiers: [expect.objectContaining({ detector: 'USA_SOCIAL_SECURITY_NUMBER', occurrences: 300 })],
        }),
      );
    }
  });
});

it.each(['d', 'd/a.txt'])('neither scan nor check calls it clean that all of %s is excluded', (target) => {
  const cwd = folderOf({ 'd/a.txt': CLEAN, 'clearset.config.yaml': 'exclude: ["**"]\n' });
  expect(clearset(['scan', target], { cwd })).toMatchObject({
    status: 3,
    stdout: expect.stringContaining('Nothing was examined.'),
  });
  const check = clearset(['check', target], { cwd });
  expect(check).toMatchObject({ status: 3, stdout: expect.stringMatching(/^INCOMPLETE .*: nothing was examined/) });
});
