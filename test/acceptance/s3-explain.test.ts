/** `clearset explain s3://…` as users run it, against a server in this process. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, type Ended, FEW, folderOf, records, run, SSN, SSN_LINE } from '../cli/command.js';
import { AWS_ENV, type S3Server, startS3 } from '../sources/s3-server.js';

const CSV = `name,ssn\nAnn,${SSN}\nBob,536-90-4398\n`;

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
  await server.put('data', {
    'a.txt': CLEAN,
    'b.csv': CSV,
    'b.csv.old': SSN_LINE,
    'c.csv': CSV,
    'ssn:1:1': SSN_LINE,
    [`${SSN}.txt`]: SSN_LINE,
  });
});
afterAll(() => server.stop());
beforeEach(() => server.reset());

function command(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run([name, '--endpoint-url', server.url, ...FEW, ...args], { env: { ...AWS_ENV, ...env } });
}
const explain = (...args: readonly string[]): Promise<Ended> => command('explain', args);

const asked = () => server.requests.map(({ key, isListing }) => (isListing ? '(list)' : key));
const NOTHING = 'Nothing was examined.\n';

describe('a place in an object', () => {
  it('is explained as in a file, for which the object is read twice', async () => {
    const { status, stdout, stderr } = await explain('s3://data/b.csv:2:5');
    expect([status, stderr]).toEqual([0, '']);
    const local = await run(['explain', ...FEW, 'b.csv:2:5'], { cwd: folderOf({ 'b.csv': CSV }) });
    const withoutPath = (text: string): string => text.replace(/^ {2}fingerprint .*\n/m, '').replace('s3://data/', '');
    expect(withoutPath(stdout)).toBe(withoutPath(local.stdout));
    expect(stdout).toMatch(/^s3:\/\/data\/b\.csv:2:5 is reported as USA_SOCIAL_SECURITY_NUMBER\n/);
    expect(asked()).toEqual(['(list)', 'b.csv', 'b.csv']);
  });

  it('is looked for in the object with this key, not in others that begin so', async () => {
    expect((await explain('s3://data/b.csv:1:6')).stdout).toBe(
      'Nothing is found at s3://data/b.csv:1:6 or elsewhere on that line.\n',
    );
    expect(asked()).toEqual(['(list)', 'b.csv']);
    for (const target of ['s3://data/b', 's3://data', 's3://data/'])
      expect(await explain(`${target}:1:6`)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: 'clearset: a place is in one object, and no object has this key; name it whole\n',
      });
  });

  it('is at the last two numbers of a key that ends with numbers', async () => {
    expect((await explain('s3://data/ssn:1:1:1:6')).stdout).toMatch(/^s3:\/\/data\/ssn:1:1:1:6 is reported as/);
  });

  it('that cannot be examined is a problem, said in our words', async () => {
    expect(await explain('s3://data/none:1:1')).toMatchObject({
      status: 3,
      stdout: NOTHING,
      stderr: 'clearset: s3://data/none: no object to examine begins so\n',
    });
    expect(await explain('s3://no-such-bucket/a:1:1')).toMatchObject({
      status: 3,
      stdout: NOTHING,
      stderr: 'clearset: s3://no-such-bucket/a: no such bucket\n',
    });
    server.fault = ({ key }) => (key === 'b.csv' ? { status: 403, code: 'AccessDenied' } : undefined);
    const refused = await explain('s3://data/b.csv:2:5');
    expect(refused).toMatchObject({ status: 3, stderr: 'clearset: s3://data/b.csv: access denied\n' });
    expect(refused.stdout + refused.stderr).not.toContain('secret of the server');
  });

  it('in an object that is replaced between the two requests is not explained from two contents', async () => {
    server.fault = async ({ key, before }) => {
      if (key === 'c.csv' && before === 1) await server.put('data', { 'c.csv': `${CSV}more\n` });
      return undefined;
    };
    expect(await explain('s3://data/c.csv:2:5')).toMatchObject({
      status: 3,
      stdout: expect.stringMatching(/^Nothing is found at .*, in the part that was examined\.\n$/),
      stderr: 'clearset: s3://data/c.csv: was replaced after it was listed\n',
    });
  });

  it('has its key masked as reports mask it, also where there is none', async () => {
    const { stdout } = await explain(`s3://data/${SSN}.txt:1:6`);
    expect(stdout).toMatch(/^s3:\/\/data\/\*\*\*-\*\*-\*\*\*\*~[0-9a-f]{8}\.txt:1:6 is reported as/);
    const missing = await explain(`s3://data/${SSN}.csv:1:6`);
    expect(missing.stderr).toMatch(/^clearset: s3:\/\/data\/\*\*\*-\*\*-\*\*\*\*~[0-9a-f]{8}\.csv: no object/);
    for (const text of [stdout, missing.stdout, missing.stderr]) expect(text).not.toContain(SSN);
  });
});

describe('a fingerprint', () => {
  it('is looked for in all objects below a prefix, up to the one that has it', async () => {
    const { stdout } = await command('scan', ['s3://data/', '--format', 'ndjson']);
    const bob = records(stdout, 'occurrence').find(({ path, line }) => path === 's3://data/b.csv' && line === 3)!;
    server.reset();
    const explained = await explain('--fingerprint', String(bob.fingerprint), 's3://data/');
    expect(explained.stdout).toMatch(/^s3:\/\/data\/b\.csv:3:5 is reported as USA_SOCIAL_SECURITY_NUMBER\n/);
    expect(explained.stdout).toContain(String(bob.fingerprint));
    expect(asked()).toEqual(['(list)', `${SSN}.txt`, 'a.txt', 'b.csv', 'b.csv']);
    const none = await explain('--fingerprint', String(bob.fingerprint), 's3://data/c');
    expect(none).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No place that is listed has this fingerprint;/) });
  });
});

it('buckets are reached as by a scan: by profile and region, and refused are endpoints that are none', async () => {
  const folder = folderOf({
    credentials: '[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = y\n',
    config: '[profile other]\nregion = eu-central-1\n',
  });
  const env = { AWS_SHARED_CREDENTIALS_FILE: `${folder}/credentials`, AWS_CONFIG_FILE: `${folder}/config` };
  await command('explain', ['s3://data/a.txt:1:1', '--profile', 'other', '--region', 'eu-west-3'], env);
  expect(asked()).toEqual(['(list)', 'a.txt']);
  for (const { credential } of server.requests) expect(credential).toMatch(/^AKIAOTHER\/\d+\/eu-west-3\//);
  const wrong = await run(['explain', 's3://data/a.txt:1:1', '--endpoint-url', 'http://name:password@x'], { env: AWS_ENV });
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringMatching(/^clearset: the endpoint must be an address/) });
});
