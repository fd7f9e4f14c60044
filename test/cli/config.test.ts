/** What a configuration changes for `scan` and `check`: flags win over it, and one inside the data counts for nothing. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearset, folderOf, SSN_LINE } from './command.js';

const NAME = 'clearset.config.yaml';
const folderWith = (config: string) =>
  folderOf({ '.git/HEAD': '', [NAME]: config, 'data/a.txt': SSN_LINE, 'data/b.log': SSN_LINE });

describe('scan', () => {
  it.each([
    ['failOn: none', [], 0],
    ['failOn: none', ['--fail-on', 'low'], 1],
    ['detectors: [credentials]', [], 0],
    ['detectors: [credentials]', ['--detectors', 'pii'], 1],
    ['excludeDetectors: [pii]', [], 0],
    ['include: ["*.md"]', [], 3],
    ['exclude: ["*"]', ['--exclude', '*.log'], 1],
    ['minConfidence: high', [], 0],
    ['minConfidence: high', ['--min-confidence', 'low'], 1],
  ] as const)('with %s and %j gives %i', (config, args, status) => {
    expect(clearset(['scan', 'data', ...args], { cwd: folderWith(config) }).status).toBe(status);
  });

  it('does not use a configuration that lies in what is scanned, says so, and uses it when it is named', () => {
    const cwd = folderWith('failOn: none\n');
    const run = clearset(['scan', '.', '--exclude', '.git/**'], { cwd });
    expect(run.stderr).toContain(`clearset: ${NAME} lies in what is examined and is not used; --config ${NAME} uses it\n`);
    expect(run.status).toBe(1);
    const named = clearset(['scan', '.', '--config', NAME], { cwd });
    expect([named.status, named.stderr.includes('lies in')]).toEqual([0, false]);
  });

  it('2: a configuration that is wrong, or not there', () => {
    const wrong = clearset(['scan', 'data'], { cwd: folderWith('failon: none\n') });
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      `clearset: "${NAME}" cannot be used: unknown key "failon"; did you mean failOn?\n`,
    ]);
    expect(clearset(['scan', 'data', '--config', 'gone.yaml'], { cwd: folderWith('') }).status).toBe(2);
    expect(clearset(['scan', 'data'], { cwd: folderWith('detectors: [nothing-such]') }).status).toBe(2);
  });
});

describe('a baseline of the configuration', () => {
  it('lies beside it, is used by scan and check, and is said to be used', () => {
    const cwd = folderWith('baseline: accepted/known\n');
    fs.mkdirSync(path.join(cwd, 'accepted'));
    const scan = (...args: string[]) => clearset(['scan', 'data', ...args], { cwd });
    expect(scan().stderr).toContain('accepted/known');
    expect(scan().status).toBe(2);
    expect(clearset(['baseline', 'create', 'data', '--output', 'accepted/known'], { cwd }).status).toBe(0);
    expect(scan().stdout).toContain('2 occurrences accepted by the baseline');
    expect(scan().status).toBe(0);
    expect(clearset(['check', 'data'], { cwd }).stdout).toContain('2 occurrences accepted by the baseline');
    fs.writeFileSync(path.join(cwd, 'data/a.txt'), SSN_LINE.replace('4399', '4398'));
    expect(scan().status).toBe(1);
  });
});

describe('check', () => {
  const RULES = 'policy:\n  rules:\n    - id: few-ssn\n      detectors: [USA_SOCIAL_SECURITY_NUMBER]\n      maxOccurrences: 2\n';
  it('judges by the rules of the configuration, unless a policy is named', () => {
    const cwd = folderWith(RULES);
    const own = clearset(['check', 'data'], { cwd });
    expect([own.status, own.stdout.split('\n')[0]]).toEqual([0, 'PASS  policy config, 1 rule: none failed']);
    expect(clearset(['check', 'data', '--policy', 'strict'], { cwd }).status).toBe(1);
    expect(clearset(['check', path.join(cwd, 'data')], { cwd: folderOf({}) }).status).toBe(1);
    const twice = clearset(['check', 'data'], { cwd: folderWith(RULES.replace('2', '1')) });
    expect(twice.stdout).toContain('few-ssn: at most 1 per data set of USA_SOCIAL_SECURITY_NUMBER\n');
    expect(twice.stdout).toContain('data set  2 occurrences, allowed 1  data/a.txt 1:6  ***-**-****\n');
    expect(twice.status).toBe(1);
  });

  it('says which detectors of the policy did not run', () => {
    const { stdout } = clearset(['check', 'data', '--detectors', 'phi'], { cwd: folderWith('') });
    expect(stdout).toMatch(/Not all detectors ran that the policy asks for: \d+ detectors less in no-credentials, /);
  });
});
