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

  it('looks for identifiers of its own', () => {
    const cwd = folderOf({
      '.git/HEAD': '',
      [NAME]:
        'customIdentifiers:\n  - {id: STAFF_NUMBER, name: Staff, pattern: "ST[0-9]{5}", keywords: [staff], severity: {1: low, 2: high}}\n',
      'data/a.txt': 'staff ST12345, then ST54321; and far from the word, so that it is none, stands ST11111\n',
      'data/b.csv': 'name,staff\nA,ST00001\nB,ST00002\n',
      'data/c.jsonl': '{"staffNo":"ST12345"}\n{"other":"ST12345"}\n',
    });
    const run = clearset(['scan', 'data', '--format', 'json'], { cwd });
    const { findings } = JSON.parse(run.stdout);
    const counts = findings.map((one: { path: string; count: number; severity: string }) => [one.path, one.count, one.severity]);
    expect([run.status, counts]).toEqual([
      1,
      [
        ['data/a.txt', 2, 'high'],
        ['data/b.csv', 2, 'high'],
        ['data/c.jsonl', 1, 'low'],
      ],
    ]);
    expect(run.stdout).not.toContain('ST12345');
    const only = clearset(['check', 'data', '--detectors', 'STAFF_NUMBER', '--jobs', '2'], { cwd });
    // The default policy lets no column be identifiers for the most part.
    expect([only.status, only.stdout.includes('STAFF_NUMBER')]).toEqual([1, true]);
    for (const format of ['table', 'sarif', 'markdown', 'ndjson'])
      expect(clearset(['scan', 'data', '--format', format], { cwd }).stdout).toContain('STAFF_NUMBER');
  });

  it.each([
    ['(?<=a)b', 'is refused by RE2, which has no look-around and no back-references, or is not well-formed'],
    ['a(?=b)', 'is refused by RE2'],
    ['(a', 'is refused by RE2'],
    ['a*', 'matches empty text; say what must be there'],
    ['^abc', 'holds ^, but a value is found wherever it stands'],
    ['abc\\\\b', 'holds \\b, but'],
  ])('2: an identifier of its own with the pattern %s', (pattern, reason) => {
    const cwd = folderWith(`customIdentifiers: [{id: ABC, pattern: "a"}, {id: DEF, pattern: "${pattern}"}]\n`);
    const run = clearset(['scan', 'data'], { cwd });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`clearset: "${NAME}" cannot be used: customIdentifiers[1].pattern ${reason}`);
  });

  it('leaves out values that allow lists name, and says how many there were', () => {
    const cwd = folderOf({
      '.git/HEAD': '',
      [NAME]:
        'detectors: [EMAIL_ADDRESS]\nallowLists:\n  - file: lists/mails.txt\n  - values: ["C@Example.org"]\n  - pattern: "[a-z]+@intern[.]example[.]org"\n',
      'lists/mails.txt': '\uFEFFA@example.org\r\n\r\n  b@example.org \n',
      'data/a.txt':
        'a@example.org b@EXAMPLE.org c@example.org d@example.org x@intern.example.org aa@example.org x9@intern.example.org\n',
      'data/b.csv': 'mail\na@example.org\nb@example.org\n',
    });
    const run = clearset(['scan', 'data', '--format', 'json', '--min-confidence', 'low', '--reveal', 'force'], { cwd });
    const { findings, summary } = JSON.parse(run.stdout);
    expect(
      findings.map(({ path, occurrences }: { path: string; occurrences: { value: string }[] }) => [
        path,
        occurrences.map(({ value }) => value),
      ]),
    ).toEqual([['data/a.txt', ['d@example.org', 'aa@example.org', 'x9@intern.example.org']]]);
    expect(summary).toMatchObject({ occurrences: 3, allowed: 6, items: 2 });
    for (const jobs of ['1', '2'])
      expect(clearset(['scan', 'data', '--min-confidence', 'low', '--jobs', jobs], { cwd }).stdout).toContain(
        '6 occurrences taken out by allow lists',
      );
    const check = clearset(['check', 'data', '--min-confidence', 'low', '--format', 'json'], { cwd });
    expect(JSON.parse(check.stdout).summary).toMatchObject({ occurrences: 3, allowed: 6 });
  });

  it.each([
    ['file: gone.txt', 'allowLists[0].file: "gone.txt" cannot be read: there is no such file'],
    ['file: data', 'allowLists[0].file: "data" cannot be read: it is a folder'],
    ['file: empty.txt', 'allowLists[0].file: "empty.txt" has no entry'],
    ['file: latin.txt', 'allowLists[0].file: "latin.txt" is not UTF-8'],
    ['file: long.txt', 'allowLists[0].file: "long.txt" has an entry of more than 1000 characters in line 2'],
    ['pattern: "(?=a)"', 'allowLists[0].pattern is refused by RE2'],
    ['values: []', 'allowLists[0].values must have at least 1 entries'],
    ['{}', 'allowLists[0] must have one of file, values and pattern'],
    ['{values: [a], pattern: b}', 'allowLists[0] must have one of file, values and pattern'],
    ['path: a', 'unknown key "allowLists[0].path"'],
  ])('2: the allow list %s', (list, reason) => {
    const cwd = folderOf({
      [NAME]: `allowLists: [${list.startsWith('{') ? list : `{${list}}`}]\n`,
      'empty.txt': ' \n\n',
      'long.txt': `a\n${'x'.repeat(1001)}`,
      'data/a.txt': SSN_LINE,
      '.git/HEAD': '',
    });
    fs.writeFileSync(path.join(cwd, 'latin.txt'), Buffer.from([0x4d, 0xfc]));
    const run = clearset(['scan', 'data'], { cwd });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`clearset: "${NAME}" cannot be used: ${reason}`);
  });

  it('2: an identifier of its own that is called like another', () => {
    const run = clearset(['scan', 'data'], { cwd: folderWith('customIdentifiers: [{id: EMAIL_ADDRESS, pattern: a}]\n') });
    expect([run.status, run.stderr]).toEqual([
      2,
      `clearset: "${NAME}" cannot be used: customIdentifiers[0].id "EMAIL_ADDRESS" is that of another detector\n`,
    ]);
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
