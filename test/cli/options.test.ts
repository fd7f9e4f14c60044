/** One block a flag of `clearset scan`. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { BIRTH_LINE, CLEAN, clearset, FEW, folderOf, MAIN, PARQUET, PNG, records, SSN, SSN_LINE, shell } from './command.js';

const one = () => folderOf({ 'a.txt': SSN_LINE });
const paths = (stdout: string) => records(stdout, 'finding').map((record) => record.path);

describe('--format', () => {
  it('table is the default and says where and what', () => {
    const run = clearset(['scan', 'a.txt', ...FEW], { cwd: one() });
    expect(run.stdout).toBe(
      'a.txt\n  high  USA_SOCIAL_SECURITY_NUMBER  1  1 distinct    1:6  ***-**-****\n\n' +
        'Found 1 occurrence in 1 finding by severity: 1 high\nExamined 17 B of 17 B in 1 item\n',
    );
    expect(run.stderr).toMatch(/^clearset \S+: .* s, .*\/s; regex engine: re2/);
  });

  it('ndjson is ordered by the bytes of paths, with nothing of the value in it', () => {
    const files = { 'b.txt': SSN_LINE, 'a/z.txt': SSN_LINE, 'a-b.txt': SSN_LINE, 'é.txt': SSN_LINE, 'Z.txt': SSN_LINE };
    const { stdout, stderr } = clearset(['scan', '.', '--format', 'ndjson', ...FEW], { cwd: folderOf(files) });
    expect(paths(stdout)).toEqual(['Z.txt', 'a-b.txt', 'a/z.txt', 'b.txt', 'é.txt']);
    expect(stdout).not.toContain('4399');
    expect(stderr).toContain('Examined 85 B of 85 B in 5 items');
  });

  it('json is one document', () => {
    const document = JSON.parse(clearset(['scan', 'a.txt', '--format', 'json', ...FEW], { cwd: one() }).stdout);
    expect(document.findings).toMatchObject([
      { detector: 'USA_SOCIAL_SECURITY_NUMBER', path: 'a.txt', count: 1, occurrences: [{ line: 1, column: 6 }] },
    ]);
    expect(document.summary).toMatchObject({ items: 1, complete: true });
  });

  it('sarif and markdown show neither values nor names that hold one, even with --reveal', () => {
    const cwd = folderOf({
      [`${SSN}.txt`]: SSN_LINE,
      'a.csv': `ssn ${SSN},x\n${SSN},y\n536-90-4398,z\n`,
      'b.json': `{"ssn": {"${SSN}": "ssn 536-90-4397"}}`,
    });
    for (const options of [[], ['--reveal'], ['--reveal', '--max-locations', '1']]) {
      const files = ['--output', 'sarif=r.sarif', '--output', 'markdown=r.md'];
      const run = clearset(['scan', '.', ...FEW, ...files, ...options], { cwd });
      expect(run.stdout.includes('439')).toBe(options.length > 0);
      const [sarif, markdown] = ['r.sarif', 'r.md'].map((name) => fs.readFileSync(path.join(cwd, name), 'utf8'));
      for (const report of [sarif!, markdown!]) expect(report).not.toMatch(/536|439/);
      const { results } = JSON.parse(sarif!).runs[0];
      const uris = results.map((result: Result) => result.locations![0]!.physicalLocation!.artifactLocation!.uri);
      expect(new Set(uris)).toEqual(new Set([expect.stringMatching(/^\*{3}-\*{2}-\*{4}~[0-9a-f]{8}\.txt$/), 'a.csv', 'b.json']));
    }
  });

  it('sarif is the same whatever the engine', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE + BIRTH_LINE });
    const [native, js] = ['native', 'js'].map((engine) =>
      clearset(['scan', 'a.txt', ...FEW, '--format', 'sarif'], { cwd, env: { CLEARSET_RE2: engine } }),
    );
    expect(js!.stdout).toBe(native!.stdout);
    const [run] = JSON.parse(js!.stdout).runs;
    expect(run.results.map(({ ruleId }: Result) => ruleId)).toEqual(['USA_SOCIAL_SECURITY_NUMBER', 'DATE_OF_BIRTH']);
    expect(run.tool.driver.properties).toEqual({ rules: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });
});

describe('--output', () => {
  it('writes several reports beside standard output, for the owner only, and does not change the exit code', () => {
    const cwd = one();
    const run = clearset(['scan', 'a.txt', '--output', 'json=r.json', '--output', 'ndjson=r.ndjson', ...FEW], { cwd });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('USA_SOCIAL_SECURITY_NUMBER');
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'r.json'), 'utf8')).findings).toHaveLength(1);
    expect(records(fs.readFileSync(path.join(cwd, 'r.ndjson'), 'utf8'), 'summary')).toHaveLength(1);
    expect(fs.statSync(path.join(cwd, 'r.json')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(cwd).sort()).toEqual(['a.txt', 'r.json', 'r.ndjson']);
  });

  it('changes nothing in the table, whose scan alone lists no more places than it shows', () => {
    const cwd = folderOf({});
    const sample = fileURLToPath(new URL('../../corpus/sample', import.meta.url));
    const alone = clearset(['scan', sample], { cwd });
    expect(alone.stdout.length).toBeGreaterThan(2000);
    expect(clearset(['scan', sample, '--output', 'json=r.json'], { cwd }).stdout).toBe(alone.stdout);
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'r.json'), 'utf8')).findings[0].occurrences[0]).toHaveProperty(
      'fingerprint',
    );
  });

  it('is not scanned by the run that writes it', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, 'report.json': SSN_LINE });
    const { stdout } = clearset(['scan', '.', '--format', 'ndjson', '--output', 'json=report.json', ...FEW], { cwd });
    expect(paths(stdout)).toEqual(['a.txt']);
    expect(records(stdout, 'summary')).toMatchObject([{ items: 1 }]);
  });

  it.each([
    ['--output', 'json=data/a.txt'],
    ['--output', 'json=data/../link'],
    ['--stats', 'data/a.txt'],
  ])('does not replace what is to be scanned: %s %s', (...args) => {
    const cwd = folderOf({ 'data/a.txt': SSN_LINE });
    fs.symlinkSync('data/a.txt', path.join(cwd, 'link'));
    const run = clearset(['scan', 'data/a.txt', ...args, ...FEW], { cwd });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('would be overwritten');
    expect(fs.readFileSync(path.join(cwd, 'data/a.txt'), 'utf8')).toBe(SSN_LINE);
  });

  it('never writes through a link', () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, precious: 'precious' });
    fs.symlinkSync('precious', path.join(cwd, 'r.json'));
    clearset(['scan', 'a.txt', '--output', 'json=r.json', ...FEW], { cwd });
    expect(fs.readFileSync(path.join(cwd, 'precious'), 'utf8')).toBe('precious');
    expect(fs.lstatSync(path.join(cwd, 'r.json')).isSymbolicLink()).toBe(false);
  });

  it('fails with 2 on a full device, and leaves no half report elsewhere', () => {
    const cwd = one();
    const run = clearset(['scan', 'a.txt', '--output', 'json=/dev/full', '--output', 'ndjson=r.ndjson', ...FEW], { cwd });
    expect(run.stderr).toMatch(/cannot write "\/dev\/full": no space is left/);
    expect(run.status).toBe(2);
    expect(fs.readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('writes to /dev/stderr', () => {
    const run = clearset(['scan', 'a.txt', '--output', 'ndjson=/dev/stderr', ...FEW], { cwd: one() });
    expect(run.stderr).toContain('{"kind":"summary"');
  });
});

describe('--fail-on', () => {
  it.each([
    ['low', 1],
    ['medium', 1],
    ['high', 0],
    ['none', 0],
  ])('%s with a finding of severity medium gives %d', (threshold, status) => {
    const cwd = folderOf({ 'a.txt': BIRTH_LINE + BIRTH_LINE.replace('17', '18') });
    const run = clearset(['scan', 'a.txt', '--fail-on', threshold, ...FEW], { cwd });
    expect(run.stdout).toContain('medium  DATE_OF_BIRTH');
    expect(run.status).toBe(status);
  });

  it('none does not hide problems', () => {
    const run = clearset(['scan', '.', '--fail-on', 'none', ...FEW], {
      cwd: folderOf({ 'a.txt': SSN_LINE, 'b.parquet': PARQUET }),
    });
    expect(run.status).toBe(3);
  });
});

it('--min-confidence hides what is less sure, and findings count from there', () => {
  const cwd = one();
  expect(clearset(['scan', 'a.txt', '--min-confidence', 'medium', ...FEW], { cwd }).status).toBe(1);
  expect(clearset(['scan', 'a.txt', '--min-confidence', 'high', ...FEW], { cwd }).status).toBe(0);
});

describe('--detectors and --exclude-detectors', () => {
  const cwd = folderOf({ 'a.txt': SSN_LINE + BIRTH_LINE });
  it.each([
    [['--detectors', 'usa_social_security_number'], ['USA_SOCIAL_SECURITY_NUMBER']],
    [
      ['--detectors', 'DATE_OF_BIRTH,USA_SOCIAL_SECURITY_NUMBER'],
      ['DATE_OF_BIRTH', 'USA_SOCIAL_SECURITY_NUMBER'],
    ],
    [
      ['--detectors', 'DATE_OF_BIRTH', '--detectors', 'USA_SOCIAL_SECURITY_NUMBER'],
      ['DATE_OF_BIRTH', 'USA_SOCIAL_SECURITY_NUMBER'],
    ],
    [['--detectors', 'US', '--exclude-detectors', 'financial'], ['USA_SOCIAL_SECURITY_NUMBER']],
    [[...FEW, '--exclude-detectors', 'DATE_OF_BIRTH'], ['USA_SOCIAL_SECURITY_NUMBER']],
  ])('%j', (args, expected) => {
    const { stdout } = clearset(['scan', 'a.txt', '--format', 'ndjson', ...args], { cwd });
    expect(records(stdout, 'finding').map((record) => record.detector)).toEqual(expected);
  });
});

describe('--include and --exclude', () => {
  const cwd = folderOf({ 'a.txt': SSN_LINE, 'b.csv': SSN_LINE, 'c/d.txt': SSN_LINE, 'c/[id]/e.txt': SSN_LINE });
  it.each([
    [
      ['--include', '**/*.txt'],
      ['a.txt', 'c/[id]/e.txt', 'c/d.txt'],
    ],
    [
      ['--exclude', 'c/**'],
      ['a.txt', 'b.csv'],
    ],
    [['--include', '**/*.txt', '--exclude', 'c/**'], ['a.txt']],
    [['--exclude', 'a.txt', '--exclude', '**/{d,e}.txt'], ['b.csv']],
  ])('%j', (args, expected) => {
    const { stdout } = clearset(['scan', '.', '--format', 'ndjson', ...args, ...FEW], { cwd });
    expect(paths(stdout)).toEqual(expected);
  });

  it('what is excluded is counted', () => {
    const { stdout } = clearset(['scan', '.', '--format', 'ndjson', '--exclude', '*.csv', ...FEW], { cwd });
    expect(records(stdout, 'summary')).toMatchObject([{ skipped: { excluded: 1 } }]);
  });
});

describe('--files-from', () => {
  const cwd = folderOf({
    'a.txt': SSN_LINE,
    'b c.txt': SSN_LINE,
    'new\nline.txt': SSN_LINE,
    list: 'a.txt\nb c.txt\n\n',
    nul: 'a.txt\0new\nline.txt\0',
  });
  it.each([
    ['list', ['a.txt', 'b c.txt']],
    ['nul', ['a.txt', 'new\\x0Aline.txt']],
  ])('%s', (list, expected) => {
    expect(paths(clearset(['scan', '--files-from', list, '--format', 'ndjson', ...FEW], { cwd }).stdout)).toEqual(expected);
  });

  it('- reads the list from standard input, beside other targets', () => {
    const { stdout } = clearset(['scan', 'a.txt', '--files-from', '-', '--format', 'ndjson', ...FEW], {
      cwd,
      input: 'b c.txt\na.txt',
    });
    expect(paths(stdout)).toEqual(['a.txt', 'b c.txt']);
  });
});

describe('--max-locations', () => {
  const cwd = folderOf({ 'a.txt': Array.from({ length: 1200 }, (_, i) => `SSN: 536-90-${String(4001 + i)}\n`).join('') });
  it.each([
    [[], 1000],
    [['--max-locations', '2'], 2],
    [['--max-locations', '0'], 0],
    [['--max-locations', 'all'], 1200],
  ])('%j', (args, listed) => {
    const { stdout } = clearset(['scan', 'a.txt', '--format', 'ndjson', ...args, ...FEW], { cwd });
    expect(records(stdout, 'occurrence')).toHaveLength(listed);
    expect(records(stdout, 'finding')).toMatchObject([{ count: 1200, distinct: 1200 }]);
  });
});

describe('--preview', () => {
  it('last4 shows four and drops the fingerprint', () => {
    const [occurrence] = records(
      clearset(['scan', 'a.txt', '--format', 'ndjson', '--preview', 'last4', ...FEW], { cwd: one() }).stdout,
    );
    expect(occurrence).toMatchObject({ preview: '***-**-4399' });
    expect(occurrence).not.toHaveProperty('fingerprint');
  });

  it('shape, the default, shows none and has one', () => {
    const [occurrence] = records(clearset(['scan', 'a.txt', '--format', 'ndjson', ...FEW], { cwd: one() }).stdout);
    expect(occurrence).toMatchObject({ preview: '***-**-****', fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(occurrence).not.toHaveProperty('value');
  });
});

describe('--reveal', () => {
  const args = (reveal: string) => ['scan', reveal, 'a.txt', '--format', 'ndjson', ...FEW];
  it('adds the value, and takes no word after it for its own', () => {
    expect(records(clearset(args('--reveal'), { cwd: one() }).stdout)[0]).toMatchObject({ value: SSN });
  });

  it('is refused in CI before anything is read', () => {
    const run = clearset(args('--reveal'), { cwd: one(), env: { CI: 'true' } });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('--reveal=force');
  });

  it.each([
    ['--reveal=force', 'true'],
    ['--reveal', 'false'],
    ['--reveal', ''],
  ])('%s with CI=%s reveals', (reveal, CI) => {
    expect(records(clearset(args(reveal), { cwd: one(), env: { CI } }).stdout)[0]).toMatchObject({ value: SSN });
  });
});

it('--strict-coverage makes skipped items count', () => {
  const cwd = folderOf({ 'a.txt': CLEAN, 'logo.png': PNG });
  expect(clearset(['scan', '.', ...FEW], { cwd }).status).toBe(0);
  expect(clearset(['scan', '.', '--strict-coverage', ...FEW], { cwd }).status).toBe(3);
  const check = (...more: string[]) => clearset(['check', '.', ...more, ...FEW], { cwd });
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^PASS /) });
  expect(check('--strict-coverage')).toMatchObject({ status: 3, stdout: expect.stringMatching(/^INCOMPLETE /) });
});

it('--stats writes times and counters as JSON', () => {
  const cwd = one();
  clearset(['scan', 'a.txt', '--stats', 'stats.json', ...FEW], { cwd });
  const stats = JSON.parse(fs.readFileSync(path.join(cwd, 'stats.json'), 'utf8'));
  expect(stats).toMatchObject({ regexEngine: 'native', workers: 0, summary: { items: 1 }, counters: { kept: 1 } });
  expect(stats.seconds).toBeGreaterThan(0);
  expect(stats.peakMemoryBytes).toBeGreaterThan(1e6);
});

it.runIf(process.platform === 'linux')('--stats tells the memory of the program, not of what started it', () => {
  const cwd = one();
  // A started process begins as a copy of the one that starts it, and `maxRSS` keeps that.
  const large = Buffer.alloc(400e6, 1);
  clearset(['scan', 'a.txt', '--stats', 'stats.json', ...FEW], { cwd });
  expect(large.at(-1)).toBe(1);
  expect(JSON.parse(fs.readFileSync(path.join(cwd, 'stats.json'), 'utf8')).peakMemoryBytes).toBeLessThan(300e6);
});

it('--color decides about colours; without it, the environment', () => {
  const cwd = one();
  const colours = (args: string[], env = {}) =>
    clearset(['scan', 'a.txt', ...args, ...FEW], { cwd, env }).stdout.includes('\u001b[');
  expect(colours([])).toBe(false);
  expect(colours(['--color', 'always'])).toBe(true);
  expect(colours([], { FORCE_COLOR: '1' })).toBe(true);
  expect(colours(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
});

describe('--jobs', () => {
  const line = `${'lorem ipsum dolor '.repeat(200)}\n`;
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${i}.txt`, line.repeat(300) + SSN_LINE.replace('4399', String(4400 + i))]),
  );
  it('never changes a byte of the result', () => {
    const cwd = folderOf(files);
    const [single, double] = ['1', '2'].map(
      (jobs) => clearset(['scan', '.', '--jobs', jobs, '--format', 'ndjson', ...FEW], { cwd }).stdout,
    );
    expect(records(single!, 'finding')).toHaveLength(12);
    expect(double).toBe(single);
  });
});

describe('the progress line', () => {
  it('is shown on a terminal only, and not with --no-progress', () => {
    const cwd = folderOf({ 'a.txt': `${'lorem ipsum '.repeat(1000)}\n`.repeat(1500) });
    const terminal = (args: string) =>
      shell(`script -qec "'${process.execPath}' '${MAIN}' scan a.txt ${FEW.join(' ')} ${args}" /dev/null`, { cwd }).stdout;
    expect(clearset(['scan', 'a.txt', ...FEW], { cwd }).stderr).not.toContain('\r');
    expect(terminal('')).toContain('\u001b[K');
    expect(terminal('--no-progress')).not.toContain('\u001b[K');
  });
});
