/** `clearset scan s3://…` as users run it, against a server in this process. */
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import { safeText } from '../../src/core/safe-text.js';
import { CLEAN, type Ended, FEW, folderOf, PARQUET, PNG, records, run, SSN, SSN_LINE, startClearset } from '../cli/command.js';
import { ACCESS_KEY, AWS_ENV, type S3Server, SECRET_KEY, startS3 } from '../sources/s3-server.js';
import { csvOf, dataSet, plainCell, textOf } from './data-set.js';

let server: S3Server;
beforeAll(async () => {
  server = await startS3();
});
afterAll(() => server.stop());
beforeEach(() => server.reset());

interface Where {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs the command on this server; reports are NDJSON. */
function scan(args: readonly string[], { env, ...where }: Where = {}): Promise<Ended> {
  const all = ['scan', '--endpoint-url', server.url, '--format', 'ndjson', ...args];
  return run(all, { env: { ...AWS_ENV, ...env }, ...where });
}

const gets = () => server.requests.filter(({ isListing }) => !isListing);
const problems = ({ stdout }: Ended) => records(stdout, 'problem').map(({ path: name, code, detail }) => [name, code, detail]);
const found = ({ stdout }: Ended) => records(stdout, 'finding').map((record) => record.path);

describe('objects are scanned as the files they are', () => {
  /** A tree of 2,000 files: a few in every format and full of values, and many small ones. */
  function tree(): Record<string, string | Buffer> {
    const random = new Random('tree');
    const files: Record<string, string | Buffer> = { 'image.png': PNG, 'table.parquet': PARQUET, 'none.txt': '' };
    for (const [name, content] of Object.entries(dataSet())) files[`set/${name}`] = content;
    for (let i = Object.keys(files).length; i < 2000; i++) {
      const [extension, content] = random.pick([
        () => ['txt', textOf(`t${i}`, 3)],
        () => ['csv', csvOf(`c${i}`, 1, plainCell)],
        () => ['txt', `${SSN_LINE}${i}\n`],
        () => ['txt', CLEAN.repeat(i)],
        () => ['log', `${CLEAN}${i}\n`],
      ])() as [string, string];
      files[`${random.pick(['a', 'a-b', 'a.b', 'a/b', 'é', 'z 1'])}/${i}.${extension}`] = content;
    }
    return files;
  }

  /** A report without what depends on the path. */
  const comparable = (text: string, prefix: string): string =>
    text.replaceAll(`"path":"${prefix}`, '"path":"').replace(/,"fingerprint":"[^"]+"/g, '');

  it('2,000 of them', async () => {
    const files = tree();
    await server.put('tree', files);
    const cwd = folderOf(files);
    const stats = path.join(folderOf({}), 'stats.json');
    const local = await run(['scan', '.', '--format', 'ndjson'], { cwd });
    const remote = await scan(['s3://tree', '--jobs', '2', '--stats', stats]);
    expect(remote.status).toBe(local.status);
    expect(comparable(remote.stdout, 's3://tree/')).toBe(comparable(local.stdout, ''));
    // Two pages, and each object but the empty one once.
    const { requests, bytesRead, summary } = JSON.parse(fs.readFileSync(stats, 'utf8'));
    expect([requests, server.requests.length]).toEqual([2001, 2001]);
    expect(bytesRead).toBe(Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0));
    expect(summary.items).toBe(1999);
    expect(records(local.stdout, 'finding').length).toBeGreaterThan(1500);
  });

  it('asked for before their turn comes, eight at a time', async () => {
    await server.put('ahead', Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}`, CLEAN])));
    let [now, most] = [0, 0];
    server.fault = async ({ isListing }) => {
      most = Math.max(most, isListing ? 0 : ++now);
      await delay(isListing ? 0 : 20);
      now -= isListing ? 0 : 1;
      return undefined;
    };
    const report = await scan(['s3://ahead', ...FEW]);
    expect(records(report.stdout, 'summary')).toMatchObject([{ items: 40, problems: 0 }]);
    expect(most).toBe(8);
    expect(gets()).toHaveLength(40);
  });

  it('larger than what is read at a time, and made of parts', async () => {
    const content = Array.from({ length: 110_000 }, (_, i) =>
      i % 1000 === 7 ? SSN_LINE : `line ${i} of a large file with nothing in it that anyone would look for\n`,
    ).join('');
    await server.put('parts', { 'small.txt': CLEAN });
    const Bucket = 'parts';
    const Key = 'large.txt';
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const bytes = Buffer.from(content);
    const Parts: { ETag: string; PartNumber: number }[] = [];
    for (let at = 0, PartNumber = 1; at < bytes.length; at += 5 << 20, PartNumber++) {
      const Body = bytes.subarray(at, at + (5 << 20));
      const { ETag } = await server.client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
      Parts.push({ ETag: ETag!, PartNumber });
    }
    await server.client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    expect(Parts.length).toBeGreaterThan(1);
    const args = ['--max-locations', 'all', ...FEW];
    const local = await run(['scan', '.', '--format', 'ndjson', ...args], {
      cwd: folderOf({ 'small.txt': CLEAN, 'large.txt': content }),
    });
    const remote = await scan(['s3://parts/', ...args]);
    expect(comparable(remote.stdout, 's3://parts/')).toBe(comparable(local.stdout, ''));
    expect(gets()).toHaveLength(2);
  });

  it('in pages, each object once', async () => {
    const names = Array.from({ length: 2500 }, (_, i) => `k/${String(i).padStart(5, '0')}`);
    const chosen = names.filter((name) => name.endsWith('00'));
    await server.put('pages', Object.fromEntries(names.map((name) => [name, SSN_LINE])));
    const report = await scan(['s3://pages/k/', '--include', '*00', ...FEW]);
    expect(records(report.stdout, 'summary')).toMatchObject([
      { items: 25, skipped: { excluded: 2475 }, occurrences: 25, complete: true },
    ]);
    expect(found(report)).toEqual(chosen.map((name) => `s3://pages/${name}`));
    expect(server.requests.filter(({ isListing }) => isListing)).toHaveLength(3);
    // What the globs leave out is not asked for.
    expect(
      gets()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(chosen);
  });

  it('whatever their keys are called', async () => {
    const keys = [
      ...[
        '../x',
        'a//b',
        '/start',
        '.',
        './y',
        'a/../../b',
        'with space',
        'plus+sign',
        'per%2Fcent',
        '%',
        '100%25',
        'a=b&c=d?e#f',
      ],
      ...[
        'tab\there',
        'line\nend',
        'return\rend',
        'bell\u0007',
        'quote"<&>\'',
        'é',
        'e\u0301',
        '世界/🙂',
        '\u202Egnp.exe',
        '\\back',
        '*[a]?',
      ],
      ...[`long/${'x'.repeat(900)}`, 'trailing /', '..', 'a;b:c@d$e,f(g)!h~i'],
    ];
    await server.put('odd', Object.fromEntries(keys.map((key) => [key, SSN_LINE])));
    const report = await scan(['s3://odd', ...FEW]);
    expect(problems(report)).toEqual([]);
    const bytes = (key: string) => Buffer.from(key);
    const sorted = [...keys].sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
    expect(found(report)).toEqual(sorted.map((key) => safeText(`s3://odd/${key}`)));
    // What is printed for people moves no cursor and turns no text around.
    const table = await run(['scan', 's3://odd', '--endpoint-url', server.url, ...FEW], { env: AWS_ENV });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(table.stdout.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f\u202e]/);
    for (const glob of ['**', '**/*'])
      expect(found(await scan(['s3://odd', '--include', glob, ...FEW]))).toHaveLength(keys.length);
  });
});

describe('targets', () => {
  beforeAll(() =>
    server.put('data', {
      'raw/': '',
      'raw/a.csv': SSN_LINE,
      'raw/b.txt': SSN_LINE,
      'raw/deep/c.csv': SSN_LINE,
      'raw-old/d.csv': SSN_LINE,
      'markers/': '',
      'nothing.txt': '',
    }),
  );

  it('that name no object are problems; empty objects are none, and are not asked for', async () => {
    const report = await scan([
      's3://data/none',
      's3://data/markers/',
      's3://data/nothing.txt',
      's3://data/raw/',
      's3://data/raw/x/',
    ]);
    expect(problems(report)).toEqual([
      ['s3://data/markers/', 'empty', 'no object to examine begins so'],
      ['s3://data/none', 'empty', 'no object to examine begins so'],
      ['s3://data/raw/x/', 'empty', 'no object to examine begins so'],
    ]);
    expect(records(report.stdout, 'summary')).toMatchObject([{ items: 4 }]);
    expect(gets().map(({ key }) => key)).not.toContain('nothing.txt');
  });

  it('of all sources come in the order of their paths', async () => {
    const cwd = folderOf({
      'a.txt': SSN_LINE,
      's3:x': SSN_LINE,
      'zz.txt': SSN_LINE,
      's3:/data/raw': SSN_LINE,
      's3:/zz': SSN_LINE,
    });
    const targets = ['s3://data/raw/', 'zz.txt', '-', './s3:', 's3:x', 'a.txt'];
    const expected = [
      '-',
      'a.txt',
      's3://data/raw/a.csv',
      's3://data/raw/b.txt',
      's3://data/raw/deep/c.csv',
      's3:/data/raw',
      's3:/zz',
      's3:x',
      'zz.txt',
    ];
    const sorted = [...expected].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(found(await scan([...targets, ...FEW], { cwd, input: SSN_LINE }))).toEqual(sorted);
    const list = folderOf({ list: targets.filter((name) => name !== '-').join('\n') });
    const fromList = await scan(['--files-from', path.join(list, 'list'), '-', ...FEW], { cwd, input: SSN_LINE });
    expect(found(fromList)).toEqual(sorted);
  });

  it('that are none are refused, and so are endpoints', async () => {
    for (const args of [['s3://evil@host/x'], ['s3://data', '--endpoint-url', 'http://name:password@x']]) {
      const { status, stdout, stderr } = await run(['scan', ...args], { env: AWS_ENV });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^clearset: (a target is not s3:|the endpoint must be an address)/);
      expect(stderr).not.toContain('password@');
    }
  });
});

describe('what fails', () => {
  const content = textOf('faults', 120);
  beforeAll(() =>
    server.put(
      'faults',
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${String(i).padStart(2, '0')}.txt`, `${i}\n${content}`])),
    ),
  );

  it('and recovers costs nothing and counts nothing twice', async () => {
    const whole = await scan(['s3://faults', '--jobs', '1']);
    const random = new Random('cuts');
    server.reset();
    server.fault = ({ before, isListing }) => {
      if (isListing) return before === 0 ? { status: 503, code: 'SlowDown' } : undefined;
      if (before > 2) return undefined;
      return random.pick([
        () => ({ cutAfter: random.int(content.length) }),
        () => ({ cutAfter: 0 }),
        () => ({ cutAfter: random.int(content.length), ignoresRange: true }),
        () => ({ status: 503 }),
        () => ({ status: 500, code: 'InternalError' }),
        () => ({ delayMs: 20, pieceBytes: 4000 }),
        () => undefined,
      ])();
    };
    const stats = path.join(folderOf({}), 'stats.json');
    const broken = await scan(['s3://faults', '--jobs', '1', '--stats', stats]);
    expect(broken.stdout).toBe(whole.stdout);
    expect(server.requests.length).toBeGreaterThan(60);
    expect(server.requests.some(({ range }) => range !== undefined)).toBe(true);
    expect(JSON.parse(fs.readFileSync(stats, 'utf8')).requests).toBe(server.requests.length);
  });

  it('for good is a problem of that object alone', async () => {
    server.fault = ({ key, range }) => {
      if (key === '01.txt') return { cutAfter: range === undefined ? 3000 : 0 };
      if (key === '02.txt') return { status: 403, code: 'AccessDenied' };
      if (key === '03.txt') return { status: 404, code: 'NoSuchKey' };
      if (key === '04.txt') return { status: 412, code: 'PreconditionFailed' };
      if (key === '05.txt') return { status: 403, code: 'InvalidObjectState' };
      if (key === '06.txt') return { status: 418, code: SSN };
      if (key === '07.txt') return { status: 503, code: 'SlowDown' };
      return undefined;
    };
    const report = await scan(['s3://faults']);
    expect(problems(report)).toEqual([
      ['s3://faults/01.txt', 'unreadable', 'the connection broke again and again'],
      ['s3://faults/02.txt', 'unreadable', 'access denied'],
      ['s3://faults/03.txt', 'changed', 'was removed after it was listed'],
      ['s3://faults/04.txt', 'changed', 'was replaced after it was listed'],
      ['s3://faults/05.txt', 'unreadable', 'is archived; restore it first'],
      ['s3://faults/06.txt', 'unreadable', 'the server refuses to give it (HTTP 418)'],
      ['s3://faults/07.txt', 'unreadable', 'the server is overloaded'],
    ]);
    expect(records(report.stdout, 'problem')[0]).toMatchObject({ bytesExamined: 3000 });
    expect(records(report.stdout, 'summary')).toMatchObject([{ items: 30, problems: 7, complete: false }]);
    expect(report.stdout + report.stderr).not.toContain('secret of the server');
    expect(found(report)).toContain('s3://faults/01.txt');
  });

  it('an object that is replaced while it is read is a problem, and no byte of the new one is examined', async () => {
    await server.put('moving', { 'a.txt': `${content}\n`, 'b.txt': CLEAN });
    server.fault = async ({ key, before }) => {
      if (key !== 'a.txt') return undefined;
      if (before > 0) await server.put('moving', { 'a.txt': `${SSN_LINE.repeat(500)}` });
      return { cutAfter: 3000 };
    };
    const report = await scan(['s3://moving']);
    expect(problems(report)).toEqual([['s3://moving/a.txt', 'changed', 'was replaced after it was listed']]);
    expect(records(report.stdout, 'problem')[0]).toMatchObject({ bytesExamined: 3000 });
  });

  it('archived objects are problems with their size, and are not asked for', async () => {
    await server.put('cold', { 'a.txt': SSN_LINE, 'b.txt': SSN_LINE, 'c.txt': SSN_LINE });
    server.storageClasses.set('a.txt', 'GLACIER').set('b.txt', 'DEEP_ARCHIVE').set('c.txt', 'GLACIER_IR');
    const report = await scan(['s3://cold']);
    server.storageClasses.clear();
    expect(problems(report).map(([name, code]) => [name, code])).toEqual([
      ['s3://cold/a.txt', 'unreadable'],
      ['s3://cold/b.txt', 'unreadable'],
    ]);
    expect(records(report.stdout, 'summary')).toMatchObject([{ items: 3, bytesFound: 3 * SSN_LINE.length }]);
    expect(gets().map(({ key }) => key)).toEqual(['c.txt']);
  });

  it('buckets that cannot be listed are problems', async () => {
    await server.put('closed', { 'a.txt': CLEAN });
    await server.put('half', Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [String(i).padStart(4, '0'), ''])));
    server.fault = ({ isListing, before }) => (isListing && before === 1 ? { status: 403, code: 'AccessDenied' } : undefined);
    const half = await scan(['s3://half']);
    expect(problems(half)).toEqual([['s3://half/', 'unreadable', 'access denied']]);
    expect(records(half.stdout, 'summary')).toMatchObject([{ items: 1000, complete: false }]);
    server.fault = () => ({ status: 403, code: 'AccessDenied' });
    expect(problems(await scan(['s3://closed/x', 's3://closed/x/y']))).toEqual([
      ['s3://closed/x', 'unreadable', 'access denied'],
    ]);
    server.reset();
    const missing = await scan(['s3://no-such-bucket', 's3://closed']);
    expect(problems(missing)).toEqual([['s3://no-such-bucket/', 'unreadable', 'no such bucket']]);
    expect(missing.status).toBe(3);
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...anonymous } = AWS_ENV;
    const keyless = await run(['scan', 's3://closed', '--endpoint-url', server.url, '--format', 'ndjson'], { env: anonymous });
    expect(problems(keyless)).toEqual([['s3://closed/', 'unreadable', 'no AWS credentials were found, or they cannot be used']]);
    const nobody = await run(['scan', 's3://closed', '--endpoint-url', 'http://127.0.0.1:1', '--format', 'ndjson'], {
      env: AWS_ENV,
    });
    expect(problems(nobody)).toEqual([['s3://closed/', 'unreadable', 'the server refuses the connection']]);
    const nowhere = await run(['scan', 's3://closed', '--format', 'ndjson'], { env: AWS_ENV });
    expect(problems(nowhere)).toEqual([['s3://closed/', 'unreadable', 'no AWS region is set; name it with --region']]);
  });
});

describe('an interrupt ends a scan within a second', () => {
  const large = 'lorem ipsum '.repeat(500_000);
  beforeAll(async () => {
    await server.put('slow', { 'a.txt': SSN_LINE, 'b.txt': CLEAN, 'c.txt': SSN_LINE });
    await server.put('slow-large', { '0.txt': SSN_LINE, '1.txt': large, '2.txt': large });
  });

  it.each([
    ['a listing hangs', 'slow', ({ isListing }: { isListing: boolean }) => isListing, 0],
    ['a request hangs', 'slow', ({ key }: { key: string }) => key === 'b.txt', 1],
    ['a request of a worker hangs', 'slow-large', ({ key }: { key: string }) => key === '2.txt', 1],
  ])('while %s', async (_, bucket, isStuck, count) => {
    let stuckAt = 0;
    server.fault = (asked) => {
      if (!isStuck(asked)) return undefined;
      stuckAt ||= performance.now();
      return { hangs: true };
    };
    const child = startClearset(
      ['scan', `s3://${bucket}`, '--endpoint-url', server.url, '--format', 'ndjson', '--jobs', '2', ...FEW],
      { env: AWS_ENV },
    );
    let stdout = '';
    child.stdout!.on('data', (piece) => {
      stdout += piece;
    });
    const ended = once(child, 'close');
    while (stuckAt === 0) await delay(10);
    await delay(600);
    expect(child.exitCode).toBeNull();
    const sentAt = performance.now();
    child.kill('SIGINT');
    const [status] = await ended;
    expect(performance.now() - sentAt).toBeLessThan(1000);
    expect(status).toBe(130);
    expect(records(stdout, 'summary')).toMatchObject([{ interrupted: true, complete: false }]);
    expect(records(stdout, 'finding')).toHaveLength(count);
  });
});

describe('credentials and connections', () => {
  beforeAll(() => server.put('keys', { [`ssn ${SSN}.txt`]: SSN_LINE, 'b.txt': CLEAN }));

  it('come from the environment, or from the profile that is named', async () => {
    const folder = folderOf({
      credentials: `[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = x\n[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = y\n`,
      config: '[profile other]\nregion = eu-central-1\n',
    });
    const env = { AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'), AWS_CONFIG_FILE: path.join(folder, 'config') };
    const signedBy = async (args: readonly string[]): Promise<string[]> => {
      server.reset();
      const report = await scan(['s3://keys', ...args, ...FEW], { env });
      expect(report.stderr).not.toContain('@aws-sdk');
      const used = server.requests.map(({ credential }) =>
        credential!
          .split('/')
          .filter((_, i) => i === 0 || i === 2)
          .join(' '),
      );
      return [...new Set(used)];
    };
    expect(await signedBy([])).toEqual([`${ACCESS_KEY} us-east-1`]);
    expect(await signedBy(['--region', 'eu-west-3'])).toEqual([`${ACCESS_KEY} eu-west-3`]);
    expect(await signedBy(['--profile', 'other'])).toEqual(['AKIAOTHER eu-central-1']);
  });

  it('and names that are values are not printed', async () => {
    const out = path.join(folderOf({}), 'report.json');
    for (const args of [[], ['--jobs', '2', '--stats', `${out}.stats`, '--output', `json=${out}`], ['--format', 'table']]) {
      const { stdout, stderr } = await run(['scan', 's3://keys', 's3://none', '--endpoint-url', server.url, ...args], {
        env: { ...AWS_ENV, NODE_DEBUG: 'clearset' },
      });
      const files = fs.existsSync(out) ? fs.readFileSync(out, 'utf8') + fs.readFileSync(`${out}.stats`, 'utf8') : '';
      for (const secret of [ACCESS_KEY, SECRET_KEY, SSN]) expect(stdout + stderr + files).not.toContain(secret);
      expect(stdout).toContain('s3://keys/ssn ***-**-****~');
    }
  });

  it('go to the endpoint and nowhere else, whatever proxies are named', async () => {
    let visits = 0;
    const proxy = http.createServer((_, response) => {
      visits++;
      response.end();
    });
    proxy.on('connect', (_, socket) => {
      visits++;
      socket.destroy();
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const env = { HTTP_PROXY: address, HTTPS_PROXY: address, http_proxy: address, https_proxy: address, ALL_PROXY: address };
    const report = await scan(['s3://keys', ...FEW], { env });
    proxy.close();
    expect(records(report.stdout, 'finding')).toHaveLength(1);
    expect(visits).toBe(0);
  });
});
