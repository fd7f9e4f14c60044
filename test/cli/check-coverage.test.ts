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

describe('a rule that tests nothing', () => {
  const check = (config: string, ...args: string[]) =>
    clearset(['check', 'd', ...args], {
      cwd: folderOf({ 'd/a.csv': 'id,ssn\n1,536-90-4399\n2,536-90-4398\n', 'clearset.config.yaml': config }),
    });

  it.each([
    [
      'excludeDetectors: [credentials]\npolicy: {rules: [{maxShare: 0.5}, {id: none, detectors: [credentials]}]}',
      'policy.rules[1].detectors',
      'none of its',
    ],
    [
      'detectors: [EMAIL_ADDRESS]\npolicy: {rules: [{detectors: [USA_SOCIAL_SECURITY_NUMBER]}]}',
      'policy.rules[0].detectors',
      'is enabled',
    ],
    ['policy: {rules: [{detectors: [DATE_OF_BIRTH], minSeverity: high}]}', 'policy.rules[0].detectors', 'severity high or above'],
    ['policy: {rules: [{detectors: []}]}', 'policy.rules[0].detectors', 'must have at least 1 entries'],
    ['policy: {rules: [{columns: []}]}', 'policy.rules[0].columns', 'must have at least 1 entries'],
  ])('is a mistake that names file and path: %s', (config, at, why) => {
    const { status, stdout, stderr } = check(config);
    expect([status, stdout]).toEqual([2, '']);
    for (const part of ['"clearset.config.yaml" cannot be used: ', at, why]) expect(stderr).toContain(part);
  });

  it('is none where a preset brings it, or some of its detectors run', () => {
    expect(check('detectors: [USA_SOCIAL_SECURITY_NUMBER]').status).toBe(1);
    expect(check('detectors: [USA_SOCIAL_SECURITY_NUMBER]\npolicy: {rules: [{detectors: [pii]}]}').status).toBe(1);
  });

  it('by the name of a column that there is not is told, and nothing fails by it', () => {
    const config = 'policy: {rules: [{id: mine, columns: [snn, i?], allowColumns: ["contact.*"], detectors: [EMAIL_ADDRESS]}]}';
    const { status, stdout } = check(config);
    expect(status).toBe(0);
    expect(stdout).toContain('No column is called as the policy says in mine: snn, contact.*\n');
    expect(check(config, '--format', 'markdown').stdout).toContain('in mine: snn, contact.');
    expect(JSON.parse(check(config, '--format', 'json').stdout).rules).toMatchObject([
      { id: 'mine', unseenColumns: ['snn', 'contact.*'] },
    ]);
    expect(check('policy: {rules: [{columns: [ssn]}]}').stdout).not.toContain('No column is called');
  });
});
