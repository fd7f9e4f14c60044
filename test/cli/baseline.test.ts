import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIRTH_LINE, CLEAN, clearset, folderOf, PARQUET, records, SSN, SSN_LINE } from './command.js';

/** Synthetic: well-formed numbers of three others. */
const OTHERS = ['517-38-2946', '431-62-8057', '536-90-4398'] as const;
const FEW = ['--detectors', 'USA_SOCIAL_SECURITY_NUMBER,DATE_OF_BIRTH,CREDIT_CARD_NUMBER,EMAIL_ADDRESS'] as const;
const HEADER = '{"clearset":"baseline","version":1}';
const FILE = 'clearset.baseline';

function run(cwd: string, ...words: string[]) {
  return clearset([...words, ...FEW, '--exclude', '.git/**'], { cwd });
}

function create(cwd: string) {
  const made = run(cwd, 'baseline', 'create');
  expect(made.status, made.stderr).toBe(0);
  return made;
}

function scan(cwd: string, ...more: string[]) {
  return run(cwd, 'scan', '.', '--baseline', FILE, ...more);
}

/** The baseline's lines without the first. */
function entries(cwd: string): string[] {
  const [header, ...lines] = fs.readFileSync(path.join(cwd, FILE), 'utf8').trimEnd().split('\n');
  expect(header).toBe(HEADER);
  return lines;
}

function summary(text: string): Record<string, unknown> {
  return records(text, 'summary')[0]!;
}

describe('baseline create', () => {
  it('accepts what is there: entries by tag, and by number where a tag would give the value away', () => {
    const cwd = folderOf({ 'b.txt': SSN_LINE + SSN_LINE, 'a.txt': BIRTH_LINE });
    const { stdout, stderr } = create(cwd);
    expect(stdout).toBe('clearset.baseline: accepted 3 occurrences in 2 findings by 2 entries\n');
    expect(stderr).toContain('\nclearset.baseline merge=union text eol=lf\n');
    expect(entries(cwd)).toEqual([
      '{"path":"a.txt","detector":"DATE_OF_BIRTH","count":1}',
      expect.stringMatching(/^\{"path":"b.txt","detector":"USA_SOCIAL_SECURITY_NUMBER","tag":"[a-p]{4}"\}$/),
    ]);
    expect(fs.statSync(path.join(cwd, FILE)).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt', FILE]);
  });

  it('replaces no file unless it is told to, and writes where it is told to', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, [FILE]: 'mine' });
    const refused = run(cwd, 'baseline', 'create');
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('exists');
    expect(fs.readFileSync(path.join(cwd, FILE), 'utf8')).toBe('mine');
    expect(run(cwd, 'baseline', 'create', 'a.txt', '--output', 'new').status).toBe(0);
    expect(run(cwd, 'baseline', 'create', 'a.txt', '--force').status).toBe(0);
    expect(fs.readFileSync(path.join(cwd, 'new'), 'utf8')).toBe(fs.readFileSync(path.join(cwd, FILE), 'utf8'));
  });

  it('is no less for what could not be examined, and says so', () => {
    const made = run(folderOf({ 'a.txt': SSN_LINE, 'b.parquet': PARQUET }), 'baseline', 'create');
    expect(made.status).toBe(3);
    expect(made.stderr).toContain('problem: b.parquet: malformed');
    expect(made.stdout).toContain('accepted 1 occurrence');
  });
});

describe('scan with a baseline', () => {
  it('reports nothing that is accepted, wherever it has moved and however it is written, and says how much that is', () => {
    const cwd = folderOf({ 'a.txt': 'card 4111 1111 1111 1111 valid\ncard: 5555-5555-5555-4444\n', 'b.txt': SSN_LINE });
    run(cwd, 'baseline', 'create', '--min-confidence', 'low');
    fs.writeFileSync(path.join(cwd, 'a.txt'), `${CLEAN}\ncard: 5555 5555 5555 4444\n\n\n  card 4111111111111111\n`);
    const after = scan(cwd, '--min-confidence', 'low');
    expect(after.status).toBe(0);
    expect(after.stdout).toContain('Nothing found beyond the baseline.\n');
    expect(after.stdout).toContain('; 3 occurrences accepted by the baseline');
  });

  it('reports a value in place of an accepted one, and only that', () => {
    const cwd = folderOf({ 'a.txt': `SSN: ${SSN}\nSSN: ${OTHERS[0]}\n` });
    create(cwd);
    fs.writeFileSync(path.join(cwd, 'a.txt'), `SSN: ${SSN}\nSSN: ${OTHERS[1]}\n`);
    const { status, stdout } = scan(cwd, '--format', 'ndjson');
    expect(status).toBe(1);
    expect(records(stdout, 'occurrence')).toMatchObject([{ line: 2 }]);
    expect(records(stdout, 'finding')).toMatchObject([{ count: 1, distinct: 1 }]);
    expect(summary(stdout)).toMatchObject({ occurrences: 1, baselined: 1 });
    const json = JSON.parse(scan(cwd, '--format', 'json').stdout) as { summary: object };
    expect(json.summary).toMatchObject({ occurrences: 1, baselined: 1 });
  });

  it('reports an accepted value in another file', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE });
    create(cwd);
    fs.copyFileSync(path.join(cwd, 'a.txt'), path.join(cwd, 'b.txt'));
    const { status, stdout } = scan(cwd);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^b\.txt\n/);
  });

  it('reports all of what is accepted by number once it is exceeded', () => {
    const cwd = folderOf({ 'a.txt': BIRTH_LINE });
    create(cwd);
    fs.appendFileSync(path.join(cwd, 'a.txt'), 'date of birth: 1990-01-02\n');
    const { status, stdout } = scan(cwd, '--format', 'ndjson');
    expect(status).toBe(1);
    expect(records(stdout, 'finding')).toMatchObject([{ count: 2 }]);
    expect(summary(stdout)).toMatchObject({ baselined: 0 });
  });

  it('accepts beyond the places that are listed', () => {
    const cwd = folderOf({ 'a.txt': OTHERS.map((ssn) => `SSN: ${ssn}\n`).join('') });
    expect(run(cwd, 'baseline', 'create').stdout).toContain('by 3 entries');
    fs.appendFileSync(path.join(cwd, 'a.txt'), SSN_LINE);
    const { stdout } = scan(cwd, '--format', 'ndjson', '--max-locations', '1');
    expect(records(stdout, 'occurrence')).toMatchObject([{ line: 4 }]);
  });

  it('says in every summary that it accepts, also where that is nothing', () => {
    const cwd = folderOf({ 'a.txt': CLEAN });
    create(cwd);
    expect(summary(scan(cwd, '--format', 'ndjson').stdout).baselined).toBe(0);
    expect(summary(run(cwd, 'scan', '.', '--format', 'ndjson').stdout)).not.toHaveProperty('baselined');
  });

  it.each([
    ['is missing', {}, 'no such file'],
    ['is something else', { [FILE]: 'a: 1\n' }, 'not that of a baseline'],
    ['is damaged', { [FILE]: `${HEADER}\n{"path":"a","detector":"D","tag":"x 536-90-4399"}\n` }, 'line 2 is not an entry'],
  ])('that %s is wrong configuration', (_what, files, message) => {
    const { status, stdout, stderr } = scan(folderOf({ 'a.txt': SSN_LINE, ...files }));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('536');
  });

  it('finds names that hold values again, and keeps neither them nor what would give them away', () => {
    const names = [`p/${SSN}.txt`, `p/${OTHERS[0]}.txt`, 'p/to ada.lovelace@analytical.org'];
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, SSN_LINE])));
    create(cwd);
    const paths = entries(cwd).map((line) => (JSON.parse(line) as { path: string }).path);
    expect(new Set(paths).size).toBe(3);
    for (const name of paths) expect(name).toMatch(/^p\/(?:to )?[*.@-]+~[0-9a-f]{4}(?:\.txt)?$/);
    expect(summary(scan(cwd, '--format', 'ndjson').stdout)).toMatchObject({ occurrences: 0, baselined: 3 });
    fs.writeFileSync(path.join(cwd, `p/${OTHERS[1]}.txt`), SSN_LINE);
    expect(summary(scan(cwd, '--format', 'ndjson').stdout)).toMatchObject({ occurrences: 1, baselined: 3 });
  });
});

describe('baseline update, audit and prune', () => {
  it('add what is new, list it before, and forget what has gone', () => {
    const cwd = folderOf({ 'a.txt': `SSN: ${SSN}\nSSN: ${OTHERS[0]}\n`, 'gone.txt': SSN_LINE });
    create(cwd);
    fs.writeFileSync(path.join(cwd, 'a.txt'), `SSN: ${SSN}\nSSN: ${OTHERS[1]}\n`);
    fs.rmSync(path.join(cwd, 'gone.txt'));
    const audit = run(cwd, 'baseline', 'audit');
    expect(audit.stdout).toBe(
      'a.txt\n  USA_SOCIAL_SECURITY_NUMBER  2 entries, 1 occurrence accepted, 1 unused, 1 occurrence NEW\n\n' +
        'gone.txt\n  USA_SOCIAL_SECURITY_NUMBER  1 entry, 0 occurrences accepted, not wholly examined\n\n' +
        'clearset.baseline: 1 occurrence accepted by 3 entries; 1 unused; 1 occurrence new; 1 entry of what was not wholly examined\n',
    );
    const update = run(cwd, 'baseline', 'update');
    expect(update.stdout).toBe('clearset.baseline: accepted 1 new occurrence; 3 → 4 entries\n');
    expect(scan(cwd).status).toBe(0);
    const prune = run(cwd, 'baseline', 'prune');
    expect(prune.stdout).toBe('clearset.baseline: 2 entries removed or lowered; 2 entries left\n');
    expect(scan(cwd).status).toBe(0);
    const pruned = entries(cwd);
    run(cwd, 'baseline', 'create', '--force');
    expect(entries(cwd)).toEqual(pruned);
  });

  it('prune keeps what was not examined, or not wholly, and other detectors', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, 'b.txt': SSN_LINE, 'other/c.txt': SSN_LINE, 'd.txt': SSN_LINE });
    create(cwd);
    const before = entries(cwd);
    fs.writeFileSync(path.join(cwd, 'b.txt'), PARQUET);
    fs.writeFileSync(path.join(cwd, 'd.txt'), CLEAN);
    expect(clearset(['baseline', 'prune', '--detectors', 'DATE_OF_BIRTH'], { cwd }).stdout).toContain(': 0 entries removed');
    const { status, stdout } = run(cwd, 'baseline', 'prune', 'a.txt', 'b.txt', 'd.txt');
    expect([status, stdout]).toEqual([3, 'clearset.baseline: 1 entry removed or lowered; 3 entries left\n']);
    expect(entries(cwd)).toEqual(before.filter((line) => !line.includes('d.txt')));
  });

  it.each([
    [['baseline'], 'no action is named'],
    [['baseline', 'crate'], 'did you mean create?'],
    [['baseline', 'create', '-'], 'standard input has no name'],
    [['baseline', 'create', '--baseline', 'x'], 'create writes to --output FILE'],
    [['baseline', 'prune', '--output', 'x'], 'the others take --baseline FILE'],
    [['baseline', 'audit', '--force'], 'it is for create'],
  ])('%j is wrong usage', (words, message) => {
    const { status, stderr } = clearset(words, { cwd: folderOf({}) });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

it('the same baseline comes from one worker and two, and from the ranges of a large file', () => {
  const line = (i: number) => `row ${i} mail user${i % 700}@analytical.org, ${'x'.repeat(400)}\n`;
  const cwd = folderOf({ 'big.txt': Array.from({ length: 45_000 }, (_, i) => line(i)).join(''), 'small.txt': SSN_LINE });
  const made = ['1', '2'].map((jobs) => {
    const { stdout } = run(cwd, 'baseline', 'create', '--jobs', jobs, '--output', `b${jobs}`, '--include', '*.txt');
    expect(stdout).toContain('accepted 45,001 occurrences in 2 findings');
    return fs.readFileSync(path.join(cwd, `b${jobs}`), 'utf8');
  });
  expect(made[0]).toBe(made[1]);
  const scans = ['1', '2'].map((jobs) => clearset(['scan', '.', '--baseline', 'b1', '--jobs', jobs, ...FEW], { cwd }));
  for (const { status, stdout } of scans) {
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('45,001 occurrences accepted by the baseline');
  }
}, 60_000);

it('more different values than tags are kept for are accepted by number', () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `user${i}@analytical.org\n`).join('');
  const cwd = folderOf({ 'a.csv': `email\n${rows}` });
  expect(create(cwd).stdout).toContain('1 finding with more than 1,000 different values accepted by number');
  expect(entries(cwd)).toEqual(['{"path":"a.csv","detector":"EMAIL_ADDRESS","total":1500}']);
  expect(scan(cwd).status).toBe(0);
  fs.appendFileSync(path.join(cwd, 'a.csv'), 'one.more@analytical.org\n');
  expect(records(scan(cwd, '--format', 'ndjson').stdout, 'finding')).toMatchObject([{ count: 1501 }]);
});

describe('git', () => {
  const git = (cwd: string, ...words: string[]) => {
    const done = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], { cwd, encoding: 'utf8' });
    expect(done.status, done.stdout + done.stderr).toBe(0);
    return done.stdout;
  };
  const commit = (cwd: string, message: string) => {
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', message);
  };

  it('merges two branches that accept different things in one place, and each keeps what it accepted', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, 'z.txt': SSN_LINE });
    git(cwd, 'init', '-q', '-b', 'main');
    const attribute = /^clearset\.baseline .*$/m.exec(create(cwd).stderr)![0];
    fs.writeFileSync(path.join(cwd, '.gitattributes'), `${attribute}\n`);
    commit(cwd, 'base');
    for (const [branch, ssn] of [
      ['one', OTHERS[0]],
      ['two', OTHERS[1]],
    ] as const) {
      git(cwd, 'checkout', '-q', '-b', branch, 'main');
      fs.writeFileSync(path.join(cwd, `m-${branch}.txt`), `SSN: ${ssn}\n`);
      expect(run(cwd, 'baseline', 'update').stdout).toContain('accepted 1 new occurrence');
      commit(cwd, branch);
    }
    git(cwd, 'merge', '-q', '-m', 'merged', 'one');
    expect(entries(cwd)).toHaveLength(4);
    const { status, stdout } = scan(cwd, '--format', 'ndjson');
    expect(status).toBe(0);
    expect(summary(stdout)).toMatchObject({ baselined: 4 });
    const merged = entries(cwd);
    run(cwd, 'baseline', 'create', '--force');
    expect(entries(cwd)).toEqual(merged.toSorted());
  });

  it('merges two branches that each accept one more by number: together they accept both, and a third is reported', () => {
    const filler = 'nothing to see here\n'.repeat(20);
    const birth = (year: number) => `date of birth: ${year}-03-17\n`;
    const middle = `${filler}${birth(1984)}${filler}`;
    const cwd = folderOf({ 'a.txt': middle, '.gitattributes': 'clearset.baseline merge=union text eol=lf\n' });
    const commit = (text: string): void => {
      fs.writeFileSync(path.join(cwd, 'a.txt'), text);
      expect(run(cwd, 'baseline', fs.existsSync(path.join(cwd, FILE)) ? 'update' : 'create').status).toBe(0);
      git(cwd, 'add', '.');
      git(cwd, 'commit', '-q', '-m', 'x');
    };
    git(cwd, 'init', '-q', '-b', 'main');
    commit(middle);
    git(cwd, 'checkout', '-q', '-b', 'one');
    commit(birth(1985) + middle);
    git(cwd, 'checkout', '-q', 'main');
    commit(middle + birth(1986));
    git(cwd, 'merge', '-q', '-m', 'merged', 'one');
    expect(entries(cwd)).toHaveLength(3);
    expect(scan(cwd)).toMatchObject({ status: 0, stdout: expect.stringContaining('3 occurrences accepted') });
    fs.appendFileSync(path.join(cwd, 'a.txt'), birth(1987));
    expect(scan(cwd).status).toBe(1);
    fs.writeFileSync(path.join(cwd, 'a.txt'), middle);
    expect(run(cwd, 'baseline', 'prune').status).toBe(0);
    expect(entries(cwd)).toEqual([expect.stringContaining('"count":1}')]);
  });

  it('merges two branches that both begin a baseline', () => {
    const cwd = folderOf({ '.gitattributes': 'clearset.baseline merge=union text eol=lf\n' });
    git(cwd, 'init', '-q', '-b', 'main');
    commit(cwd, 'base');
    for (const [branch, ssn] of [
      ['one', OTHERS[0]],
      ['two', OTHERS[1]],
    ] as const) {
      git(cwd, 'checkout', '-q', '-b', branch, 'main');
      fs.writeFileSync(path.join(cwd, `${branch}.txt`), `SSN: ${ssn}\n`);
      create(cwd);
      commit(cwd, branch);
    }
    git(cwd, 'merge', '-q', '-m', 'merged', 'one');
    expect(scan(cwd).status).toBe(0);
    expect(run(cwd, 'baseline', 'update').stdout).toContain('2 → 2 entries');
    expect(entries(cwd)).toHaveLength(2);
  });
});
