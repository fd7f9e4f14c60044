/** Archives as users meet them: scanned, checked, explained, accepted, staged, in buckets and on standard input, each member by its name. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearset, type Ended, FEW, folderOf, records, run } from '../cli/command.js';
import { repository } from '../cli/repository.js';
import { AWS_ENV, type S3Server, startS3 } from '../sources/s3-server.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/archives/', import.meta.url));
const fixture = (name: string): Buffer => fs.readFileSync(path.join(FIXTURES, name));
const SSN = 'USA_SOCIAL_SECURITY_NUMBER';

const folder = folderOf({
  'a.zip': fixture('people.zip'),
  'b.tar.gz': fixture('nested.tar.gz'),
  'shards/000.tar.zst': fixture('people.tar.zst'),
  'shards/001.csv.bz2': fixture('people.csv.bz2'),
});
const paths = ['a.zip!data/people.csv', 'b.tar.gz!inner/b.zip!people.csv', 'shards/000.tar.zst!people.csv', 'shards/001.csv.bz2'];

const findings = ({ stdout }: Pick<Ended, 'stdout'>) =>
  records(stdout, 'finding').map((finding) => [finding.path, finding.count]);

describe('a scan', () => {
  it('reports members by name in the order of paths, whatever the workers', () => {
    const one = clearset(['scan', '.', ...FEW, '--format', 'ndjson', '--jobs', '1'], { cwd: folder });
    expect(one.status).toBe(1);
    expect(findings(one)).toEqual(paths.map((name) => [name, 200]));
    expect(records(one.stdout, 'summary')[0]).toMatchObject({ items: 4, members: 5, occurrences: 800, complete: true });
    const two = clearset(['scan', '.', ...FEW, '--format', 'ndjson', '--jobs', '2'], { cwd: folder });
    expect(two.stdout).toBe(one.stdout);
  });

  it('says how many members there were, in every format', () => {
    const { stdout } = clearset(['scan', 'a.zip', ...FEW], { cwd: folder });
    expect(stdout).toMatch(/^a\.zip!data\/people\.csv\n {2}high {2}USA_SOCIAL_SECURITY_NUMBER {2}200 /);
    expect(stdout).toMatch(/Examined (\S+ \S+) of \1 in 1 item with 3 members\n/);
    for (const format of ['json', 'sarif', 'markdown']) {
      const report = clearset(['scan', 'a.zip', ...FEW, '--format', format], { cwd: folder }).stdout;
      expect(report.replaceAll('&#33;', '!')).toContain('a.zip!data/people.csv');
    }
    const json = JSON.parse(clearset(['scan', 'a.zip', ...FEW, '--format', 'json'], { cwd: folder }).stdout);
    expect(json.summary).toMatchObject({ items: 1, members: 3 });
  });

  it('says what is not read in an archive, and is not complete then', () => {
    const { status, stdout } = clearset(['scan', '.', ...FEW], { cwd: folderOf({ 'e.zip': fixture('encrypted.zip') }) });
    expect(status).toBe(3);
    expect(stdout).toMatch(/1 problem: encrypted \(.*\)\n {2}e\.zip!people\.csv: is encrypted\n/);
    expect(stdout).toMatch(/Examined 0 B of .*NOT complete/);
  });

  it('leaves archives out by their own names, and never some of their members', () => {
    const one = clearset(['scan', '.', ...FEW, '--format', 'ndjson', '--exclude', '**/people.csv'], { cwd: folder });
    expect(findings(one).map(([name]) => name)).toEqual(paths);
    const other = clearset(['scan', '.', ...FEW, '--format', 'ndjson', '--exclude', '*.zip', '--exclude', 'shards/**'], {
      cwd: folder,
    });
    expect(findings(other).map(([name]) => name)).toEqual([paths[1]]);
  });

  it('takes its limits from the configuration', () => {
    const cwd = folderOf({ 'clearset.config.yaml': 'unpack:\n  depth: 2\n', 'data/b.tar.gz': fixture('nested.tar.gz') });
    const { status, stdout } = clearset(['scan', 'data', ...FEW], { cwd });
    expect(status).toBe(3);
    expect(stdout).toContain('data/b.tar.gz!inner/b.zip: packed in more than 2 levels');
    const wrong = clearset(['scan', 'data'], {
      cwd: folderOf({ 'clearset.config.yaml': 'unpack:\n  depth: 0\n', 'data/a': 'a' }),
    });
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('unpack.depth must be at least 1') });
  });

  it('of standard input is the same', () => {
    for (const name of ['people.zip', 'nested.tar.gz', 'people.tar.zst']) {
      const piped = clearset(['scan', '-', ...FEW, '--format', 'ndjson'], { input: fixture(name) });
      expect(records(piped.stdout, 'summary')[0]).toMatchObject({
        occurrences: 200,
        bytesFound: fixture(name).length,
        bytesExamined: fixture(name).length,
        complete: true,
      });
      expect(findings(piped)[0]![0]).toMatch(/^-!.*people\.csv$/);
    }
  });
});

describe('other commands', () => {
  it('check takes members for shards', () => {
    const { status, stdout } = clearset(['check', '.', '--format', 'json', ...FEW], { cwd: folder });
    expect(status).toBe(1);
    const { columns } = JSON.parse(stdout);
    expect(columns.find(({ name }: { name: string }) => name === 'ssn')).toMatchObject({
      items: 4,
      values: 800,
      identifiers: [{ detector: SSN, occurrences: 800, share: 1 }],
    });
    // The short text in the zip, in which nothing is.
    expect(columns.filter(({ family }: { family: string }) => family === 'documents')).toMatchObject([{ values: 1, items: 1 }]);
  });

  it('explain takes a place in a member, and a fingerprint', () => {
    for (const name of paths.slice(0, 3)) {
      const place = clearset(['explain', ...FEW, `${name}:2:12`], { cwd: folder });
      expect(place).toMatchObject({ status: 0, stderr: '' });
      expect(place.stdout).toContain(`${name}:2:`);
      expect(place.stdout).toContain(`is reported as ${SSN}`);
      const [, fingerprint] = /fingerprint +([0-9a-f]{32})/.exec(place.stdout)!;
      const known = clearset(['explain', ...FEW, '--fingerprint', fingerprint!, '.'], { cwd: folder });
      expect(known.stdout).toBe(place.stdout);
    }
    expect(clearset(['explain', ...FEW, 'a.zip!readme.txt:1:1'], { cwd: folder }).stdout).toBe(
      'Nothing is found at a.zip!readme.txt:1:1 or elsewhere on that line.\n',
    );
    expect(clearset(['explain', ...FEW, 'no!such:1:1'], { cwd: folder })).toMatchObject({ status: 3 });
    const literal = folderOf({ 'a!b.txt': 'SSN: 536-90-4399\n' });
    expect(clearset(['explain', ...FEW, 'a!b.txt:1:6'], { cwd: literal }).stdout).toContain('is reported as');
  });

  it('a baseline accepts members by name, and forgets what is gone from them', () => {
    const cwd = folderOf({ 'a.zip': fixture('people.zip'), 'b.tar.gz': fixture('nested.tar.gz') });
    expect(clearset(['baseline', 'create', '.', ...FEW], { cwd }).status).toBe(0);
    expect(fs.readFileSync(path.join(cwd, 'clearset.baseline'), 'utf8')).toContain('a.zip!data/people.csv');
    const again = clearset(['scan', 'a.zip', 'b.tar.gz', ...FEW, '--baseline', 'clearset.baseline'], { cwd });
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('400 occurrences accepted by the baseline') });
    fs.writeFileSync(path.join(cwd, 'a.zip'), fixture('nested.tar.gz'));
    expect(clearset(['baseline', 'prune', 'b.tar.gz', ...FEW], { cwd }).stdout).toMatch(/ 0 entries removed/);
    expect(clearset(['baseline', 'prune', 'a.zip', ...FEW], { cwd }).stdout).not.toMatch(/ 0 entries removed/);
    expect(fs.readFileSync(path.join(cwd, 'clearset.baseline'), 'utf8')).not.toContain('a.zip!data');
  });

  it('the hook looks into archives that are staged', () => {
    const repo = repository();
    repo.stage('data/a.zip', fixture('people.zip'));
    const { status, stdout } = repo.hook();
    expect(status).toBe(1);
    expect(stdout).toContain('data/a.zip!data/people.csv');
    repo.git('commit', '-q', '-m', 'all', '--no-verify');
    // Another archive under that name is another file, all of it.
    repo.stage('data/a.zip', fixture('stored.zip'));
    expect(repo.hook().stdout).toContain('data/a.zip!people.csv');
  });
});

describe('a bucket', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3();
    await server.put('data', { 'x/a.zip': fixture('people.zip'), 'x/b.tar.gz': fixture('nested.tar.gz') });
  });
  afterAll(() => server.stop());

  it('holds archives that are read as files are', async () => {
    const scanned = await run(['scan', 's3://data/', '--endpoint-url', server.url, ...FEW, '--format', 'ndjson'], {
      env: AWS_ENV,
    });
    expect(findings(scanned)).toEqual([
      ['s3://data/x/a.zip!data/people.csv', 200],
      ['s3://data/x/b.tar.gz!inner/b.zip!people.csv', 200],
    ]);
    expect(records(scanned.stdout, 'summary')[0]).toMatchObject({ items: 2, complete: true });
    const place = 's3://data/x/a.zip!data/people.csv:2:12';
    const explained = await run(['explain', '--endpoint-url', server.url, ...FEW, place], { env: AWS_ENV });
    expect(explained).toMatchObject({ status: 0, stdout: expect.stringContaining('is reported as') });
  });
});
