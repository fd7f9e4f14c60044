import { describe, expect, it } from 'vitest';
import { clearset, folderOf, PARQUET, PNG, records, SSN } from './command.js';

const TEXT = `hello\nSSN: ${SSN} card 4111 1111 1111 1111 x\nend\n`;
const folder = () => folderOf({ 'a.txt': TEXT, 'b/c.csv': `name,ssn\nAnn,${SSN}\nBob,536-90-4398\n` });

/** The text of a step. */
function step(stdout: string, label: string): string {
  const lines = stdout.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`  ${label.padEnd(13)}`));
  const end = lines.findIndex((line, i) => i > start && !line.startsWith(' '.repeat(15)));
  return lines
    .slice(start, end)
    .map((line) => line.slice(15))
    .join('\n');
}

it('uses the configuration: identifiers of its own, allow lists, the least confidence', () => {
  const cwd = folderOf({
    '.git/HEAD': '',
    'clearset.config.yaml':
      'customIdentifiers: [{id: STAFF, name: Staff number, pattern: "ST[0-9]{5}", keywords: [staff]}]\nallowLists: [{values: [st54321]}]\n',
    'data/a.txt': 'staff ST12345 or ST54321\n',
  });
  const own = clearset(['explain', 'data/a.txt:1:8'], { cwd });
  expect([own.status, own.stderr]).toEqual([0, '']);
  expect(own.stdout).toContain('data/a.txt:1:7 is reported as STAFF\n');
  expect(own.stdout).toContain('Staff number (pii)');
  expect(own.stdout).toContain('"staff"');
  const allowed = clearset(['explain', 'data/a.txt:1:18'], { cwd });
  expect(allowed.stdout).toContain('is not reported: an allow list takes it out. It is found as STAFF\n');
});

it('explains a value in other writing, by any column of what it is written as', () => {
  const run = Buffer.from(JSON.stringify({ user: { ssn: SSN } })).toString('base64');
  const cwd = folderOf({ 'a.txt': `x ${run} y\n` });
  for (const column of [23, 38]) {
    const { stdout, status } = clearset(['explain', `a.txt:1:${column}`], { cwd });
    expect([status, stdout.slice(0, stdout.indexOf('\n'))]).toEqual([0, 'a.txt:1:23 is reported as USA_SOCIAL_SECURITY_NUMBER']);
    expect(step(stdout, 'place')).toBe('in base64, field $.user.ssn of it');
    expect(step(stdout, 'value')).toBe('***-**-****  (11 characters)');
    expect(step(stdout, 'context')).toMatch(/^keyword "ssn" in the name of its column or field/);
    expect([stdout.includes(SSN), stdout.includes(run.slice(0, 12))]).toEqual([false, false]);
  }
});

describe('explain', () => {
  it('says step by step why an occurrence is reported, and how to allow it', () => {
    const { stdout, stderr, status } = clearset(['explain', 'a.txt:2:6'], { cwd: folder() });
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toMatch(/^a\.txt:2:6 is reported as USA_SOCIAL_SECURITY_NUMBER\n/);
    expect(step(stdout, 'value')).toBe('***-**-****  (11 characters)');
    expect(step(stdout, 'form')).toMatch(/^1 of 5: /);
    expect(step(stdout, 'boundary')).toBe('not inside a longer number: before it a space, after it a space');
    expect(step(stdout, 'check')).toMatch(/^ssnAreaGroupSerial says unknown: /);
    expect(step(stdout, 'context')).toBe(
      'keyword "ssn" 2 characters before it; one counts within 30 characters and is not required',
    );
    expect(step(stdout, 'confidence')).toBe('medium: the keyword alone speaks for it; with both it would be high');
    expect(step(stdout, 'rivals')).toBe('none');
    expect(step(stdout, 'severity')).toBe('high: 1 occurrence in this item (high from 1), 1 distinct');
    for (const way of [
      '--exclude-detectors USA_SOCIAL_SECURITY_NUMBER',
      '--min-confidence high',
      'clearset:allow[USA_SOCIAL_SECURITY_NUMBER]',
    ])
      expect(stdout).toContain(way);
    expect(stdout).not.toContain('4399');
  });

  it('takes any column of the value, and counts columns in characters', () => {
    const cwd = folderOf({ 'ü.txt': `ééé ssn ${SSN} ssn` });
    for (const column of [9, 12, 19])
      expect(clearset(['explain', `ü.txt:1:${column}`], { cwd }).stdout).toMatch(/^ü\.txt:1:9 is reported/);
    for (const column of [8, 20]) expect(clearset(['explain', `ü.txt:1:${column}`], { cwd }).stdout).toMatch(/^Nothing is found/);
  });

  it('finds by fingerprint what a scan has named, below a folder', () => {
    const cwd = folder();
    const [ann, bob] = records(clearset(['scan', 'b', '--format', 'ndjson'], { cwd }).stdout, 'occurrence');
    expect(bob).toMatchObject({ line: 3, column: 5 });
    for (const { fingerprint, line } of [ann!, bob!]) {
      const { stdout, status } = clearset(['explain', '--fingerprint', String(fingerprint), '.'], { cwd });
      expect(stdout).toMatch(new RegExp(`^b/c\\.csv:${line}:5 is reported as`));
      expect(step(stdout, 'fingerprint')).toBe(fingerprint);
      expect(step(stdout, 'place')).toBe(`row ${line}, column "ssn"`);
      expect(step(stdout, 'context')).toMatch(/^keyword "ssn" in the name of its column or field/);
      expect(status).toBe(0);
    }
    const none = clearset(['explain', `--fingerprint=${'0'.repeat(32)}`, '.'], { cwd });
    expect([none.stdout, none.status]).toEqual([
      'No place that is listed has this fingerprint; --max-locations all looks through all of them.\n',
      0,
    ]);
  });

  it('says why something is not reported', () => {
    const { stdout } = clearset(['explain', 'a.txt:2:30'], { cwd: folder() });
    expect(stdout).toMatch(/^a\.txt:2:23 is not reported: its confidence is below medium\. It is found as CREDIT_CARD_NUMBER\n/);
    expect(step(stdout, 'check')).toContain('a published test value');
    expect(step(stdout, 'confidence')).toBe('low: known to be a test value or reserved, which decides');
    expect(clearset(['explain', 'a.txt:2:30', '--min-confidence', 'low'], { cwd: folder() }).stdout).toMatch(
      /:23 is reported as/,
    );
  });

  it('names the nearest occurrences where nothing is', () => {
    const cwd = folder();
    expect(clearset(['explain', 'a.txt:2:1'], { cwd }).stdout).toBe(
      'Nothing is found at a.txt:2:1. Nearest on that line:\n' +
        '  2:6  USA_SOCIAL_SECURITY_NUMBER, 11 characters, confidence medium\n' +
        '  2:23  CREDIT_CARD_NUMBER, 19 characters, confidence low, not reported\n',
    );
    expect(clearset(['explain', 'a.txt:1:1'], { cwd }).stdout).toBe('Nothing is found at a.txt:1:1 or elsewhere on that line.\n');
  });

  it('names the rivals that lost and those that fit as well', () => {
    const cwd = folderOf({ 'a.txt': 'Passport number: 533401372\n', 'b.txt': 'swipe: ;4798643261622430=28051011234567890?\n' });
    expect(step(clearset(['explain', 'a.txt:1:18'], { cwd }).stdout, 'rivals')).toContain('USA_PASSPORT_NUMBER fits as well');
    expect(step(clearset(['explain', 'b.txt:1:8'], { cwd }).stdout, 'rivals')).toBe(
      'CREDIT_CARD_NUMBER_(NO_KEYWORD) lost: lower confidence (confidence medium)',
    );
  });

  it('shows the value only with --reveal, and masks names as reports do', () => {
    const cwd = folderOf({ [`${SSN}.csv`]: `ssn ${SSN},x\n${SSN},y\n${SSN},z\n` });
    const args = ['explain', `${SSN}.csv:2:1`];
    expect(clearset(args, { cwd }).stdout).not.toContain('4399');
    expect(step(clearset([...args, '--reveal'], { cwd }).stdout, 'value')).toBe(`${SSN}  (11 characters)`);
    expect(clearset([...args, '--reveal'], { cwd, env: { CI: '1' } }).status).toBe(2);
    expect(clearset(['explain', `${SSN}.txt:1:1`], { cwd }).stderr).toMatch(/^clearset: \*{3}-\*{2}-\*{4}~[0-9a-f]{8}\.txt: /);
  });

  it('exits with 3 where the item cannot be examined', () => {
    const cwd = folderOf({ 'a.parquet': PARQUET, 'a.png': PNG });
    expect(clearset(['explain', 'a.parquet:1:1'], { cwd })).toMatchObject({
      status: 3,
      stderr: 'clearset: a.parquet: the footer is damaged\n',
    });
    expect(clearset(['explain', 'missing:1:1'], { cwd })).toMatchObject({ status: 3, stdout: 'Nothing was examined.\n' });
    expect(clearset(['explain', 'a.png:1:1'], { cwd })).toMatchObject({
      status: 0,
      stdout: 'Nothing was examined: left out by intent (media).\n',
    });
  });

  it.each([
    [['explain'], /nothing to explain/],
    [['explain', 'a.txt'], /"a.txt" is no PATH:LINE:COLUMN/],
    [['explain', 'a.txt:0:1'], /"a.txt:0:1" is no PATH:LINE:COLUMN/],
    [['explain', 'a.txt:1:1', 'b'], /unexpected word "b"/],
    [['explain', '--', '-:1:1'], /can be read only once/],
    [['explain', '.:1:1'], /names a folder/],
    [['explain', '--fingerprint', 'abc', '.'], /32 hex digits/],
    [['explain', '--fingerprint', '0'.repeat(32)], /needs the file, folder or bucket/],
  ])('%j is wrong usage', (args, message) => {
    const run = clearset(args, { cwd: folder() });
    expect(run.stderr).toMatch(message);
    expect(run.status).toBe(2);
  });
});
