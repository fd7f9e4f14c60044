import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/core/version.js';
import { CLEAN, clearset, folderOf } from './command.js';

describe('wrong usage says what was meant', () => {
  it.each([
    [[], /no command is named/],
    [['sacn', 'x'], /unknown command "sacn"; did you mean scan\?/],
    [['--format', 'json', 'scan', 'x'], /"--format" stands before the command/],
    [['scan', 'x', '--formt', 'json'], /unknown option "--formt"; did you mean --format\?/],
    [['scan', 'x', '--zzz'], /unknown option "--zzz"; clearset scan --help lists/],
    [['scan', 'x', '-q'], /unknown option "-q"/],
    [['scan', 'x', '--progress'], /unknown option "--progress"; did you mean --no-progress\?/],
    [['scan', 'x', '--format'], /--format needs a value/],
    [['scan', 'x', '--format='], /--format needs a value/],
    [['scan', 'x', '--format', 'jsno'], /--format cannot be "jsno".*did you mean json\?/],
    [['scan', 'x', '--format', 'json', '--format', 'table'], /--format is given more than once/],
    [['scan', 'x', '--no-progress=yes'], /--no-progress/],
    [['scan', 'x', '--fail-on', 'critical'], /--fail-on cannot be "critical": choose low, medium, high, none/],
    [['scan', 'x', '--jobs', '0'], /--jobs cannot be "0"/],
    [['scan', 'x', '--jobs', 'two'], /--jobs cannot be "two"/],
    [['scan', 'x', '--max-locations', '-1'], /--max-locations/],
    [['scan', 'x', '--detectors', 'USA_SOCIAL_SECURITY_NUMBR'], /did you mean USA_SOCIAL_SECURITY_NUMBER\?/],
    [['scan', 'x', '--output', 'report.json'], /is not FORMAT=FILE/],
    [['scan', 'x', '--output', 'jsn=report.json'], /did you mean json\?/],
    [['scan', 'x', '--output', 'json=missing/report.json'], /its folder does not exist/],
    [['scan', 'x', '--files-from', 'missing'], /no such file/],
    [['scan', '-', '--files-from', '-'], /cannot be both/],
    [['scan', ''], /empty name/],
    [['detectors', 'shwo', 'X'], /did you mean show\?/],
    [['detectors', 'show'], /needs the id/],
    [['detectors', 'show', 'USA_PASPORT_NUMBER'], /did you mean USA_PASSPORT_NUMBER\?/],
    [['doctor', 'x'], /takes no arguments/],
  ])('%j', (args, message) => {
    const run = clearset(args, { cwd: folderOf({ x: CLEAN }) });
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stdout).toBe('');
    expect(run.status).toBe(2);
  });

  it('prints what was typed harmlessly', () => {
    const run = clearset(['scan', 'x', '--output', 'json=\u001b[2J\u202e/\u009b/r.json'], { cwd: folderOf({ x: CLEAN }) });
    expect(run.stderr).toMatch(/^clearset: cannot write "\\u001b\[2J\\u\{202E\}\/\\x9B\/r\.json"/);
    expect(run.status).toBe(2);
  });

  it('refuses an engine that does not exist', () => {
    expect(clearset(['--version'], { env: { CLEARSET_RE2: 'pcre' } })).toMatchObject({ status: 2 });
  });
});

describe('help', () => {
  it.each([[['--help']], [['-h']], [['help']]])('%j lists commands and exit codes', (args) => {
    const run = clearset(args);
    for (const word of ['scan', 'detectors', 'doctor', 'Exit codes', '130', 'Examples']) expect(run.stdout).toContain(word);
    expect(run.status).toBe(0);
  });

  it('of scan names every flag in its group, and fits the width', () => {
    const { stdout, status } = clearset(['scan', '--help']);
    for (const flag of [
      '--include',
      '--exclude',
      '--files-from',
      '--detectors',
      '--exclude-detectors',
      '--min-confidence',
      '--format',
      '--output',
      '--fail-on',
      '--strict-coverage',
      '--max-locations',
      '--preview',
      '--reveal',
      '--color',
      '--jobs',
      '--stats',
      '--no-progress',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${flag}[ [\n]`, 'm'));
    }
    for (const group of ['What to scan', 'What to look for', 'Report', 'Run', 'Examples', 'Exit codes'])
      expect(stdout).toMatch(new RegExp(`^${group}$`, 'm'));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(status).toBe(0);
  });

  it.each(['detectors', 'doctor', 'explain', 'completion'])('of %s', (name) => {
    const run = clearset([name, '--help']);
    expect(run.stdout).toContain(`Usage: clearset ${name}`);
    expect(run.status).toBe(0);
  });
});

it('--version names the version and the regex engine', () => {
  expect(clearset(['--version'], { env: { CLEARSET_RE2: 'native' } }).stdout).toBe(
    `clearset ${VERSION} (regex engine: re2, native)\n`,
  );
  expect(clearset(['--version'], { env: { CLEARSET_RE2: 'js' } }).stdout).toBe(`clearset ${VERSION} (regex engine: re2js)\n`);
});
