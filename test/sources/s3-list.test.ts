import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import { type Globs, type Listed, listObjects, loadFilter, parseS3Target, type S3Connection } from '../../src/sources/index.js';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Buckets by name, their keys with sizes (default 1); pages of two keys. */
function connectionTo(buckets: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = [];
  const listPage: S3Connection['listPage'] = async (bucket, prefix, from) => {
    asked.push(`${bucket} ${prefix} ${from ?? ''}`);
    const keys = buckets[bucket];
    if (keys === undefined) throw new ItemProblem('unreadable', 'no such bucket');
    const all = keys.filter((key) => key.startsWith(prefix)).sort(byBytes);
    const at = Number(from ?? 0);
    const entries = all.slice(at, at + 2).map((key) => {
      return {
        key: encodeURIComponent(key).replaceAll('%20', '+'),
        byteLength: key.endsWith('/') ? 0 : 1,
        version: '"1"',
        isArchived: false,
      };
    });
    return { entries, isEncoded: true, next: at + 2 < all.length ? String(at + 2) : undefined };
  };
  return { asked, connection: { listPage } as S3Connection };
}

/** What listing gives, one line a record, without scheme and bucket `box`. */
async function lines(keys: readonly string[], targets: readonly string[], globs: Globs = {}): Promise<string[]> {
  const { connection } = connectionTo({ box: keys });
  const found: Listed[] = [];
  for await (const page of listObjects(targets.map(parseS3Target), connection, await loadFilter(globs))) found.push(...page);
  const short = (path: string): string => path.replace('s3://box/', '');
  return found.map((record) => {
    if (record.kind === 'item') return short(record.item.path);
    return `${record.kind === 'skip' ? record.skip : record.code} ${short(record.path.path)}`;
  });
}

describe('targets', () => {
  const keys = ['raw/', 'raw/a.csv', 'raw/b.txt', 'raw/deep/c.csv', 'raw-old/d.csv', 'markers/', 'x.txt'];

  test.each<[readonly string[], readonly string[]]>([
    [['s3://box'], ['raw-old/d.csv', 'raw/a.csv', 'raw/b.txt', 'raw/deep/c.csv', 'x.txt']],
    [['s3://box/raw/'], ['raw/a.csv', 'raw/b.txt', 'raw/deep/c.csv']],
    [['s3://box/raw'], ['raw-old/d.csv', 'raw/a.csv', 'raw/b.txt', 'raw/deep/c.csv']],
    [['s3://box/raw/a.csv'], ['raw/a.csv']],
    [
      ['s3://box/raw/', 's3://box/raw/deep', 's3://box/raw/a.csv', 's3://box/raw/'],
      ['raw/a.csv', 'raw/b.txt', 'raw/deep/c.csv'],
    ],
    [
      ['s3://box/x', 's3://box/raw/deep/'],
      ['raw/deep/c.csv', 'x.txt'],
    ],
    [
      ['s3://box/none', 's3://box/markers/'],
      ['empty markers/', 'empty none'],
    ],
    [
      ['s3://box/raw/', 's3://box/raw/b', 's3://box/raw/c', 's3://box/raw/c/d'],
      ['raw/a.csv', 'raw/b.txt', 'empty raw/c/d', 'raw/deep/c.csv'],
    ],
  ])('%j', async (targets, expected) => {
    expect(await lines(keys, targets)).toEqual(expected);
  });

  test.each<[readonly string[], Globs, readonly string[]]>([
    [
      ['s3://box'],
      { include: ['*.csv'] },
      [
        'excluded raw-old/d.csv',
        'excluded raw/a.csv',
        'excluded raw/b.txt',
        'excluded raw/deep/c.csv',
        'excluded x.txt',
        'empty ',
      ],
    ],
    [
      ['s3://box/raw/'],
      { include: ['**/*.csv'], exclude: ['deep/'] },
      ['raw/a.csv', 'excluded raw/b.txt', 'excluded raw/deep/c.csv'],
    ],
    [
      ['s3://box/raw'],
      { include: ['*.csv'] },
      ['excluded raw-old/d.csv', 'raw/a.csv', 'excluded raw/b.txt', 'excluded raw/deep/c.csv'],
    ],
    [['s3://box/raw/', 's3://box/raw/deep/'], { include: ['*.csv'] }, ['raw/a.csv', 'excluded raw/b.txt', 'raw/deep/c.csv']],
    [['s3://box/raw/b.txt'], { include: ['*.txt'] }, ['raw/b.txt']],
  ])('%j with globs %j', async (targets, globs, expected) => {
    expect(await lines(keys, targets, globs)).toEqual(expected);
  });

  test('names that mean something else in paths of folders are names', async () => {
    const odd = ['../x.csv', './y.csv', 'a//b.csv', '/c.csv', 'a/../d.csv', 'line\nend/e.csv', 'a b+c%20.csv', '.', '..', '//'];
    const csv = odd.filter((key) => key.endsWith('.csv')).sort(byBytes);
    const chosen = (await lines(odd, ['s3://box'], { include: ['**/*.csv'] })).filter((line) => !line.startsWith('excluded'));
    expect(chosen).toEqual(csv);
  });

  test('any set of them gives every object once, in the order of bytes', async () => {
    const names = ['a', 'a/', 'a/b', 'a/b/c', 'a/d', 'a.b', 'a!', 'b/a/x', 'b/z', '\uffee', '🙂', 'é/1', 'e'];
    const prefixes = fc.uniqueArray(fc.constantFrom('', 'a', 'a/', 'a/b', 'a/b/', 'a.', 'b', 'b/', 'é', '🙂', '\uffee', 'zz'), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(prefixes, async (chosen) => {
        const found = await lines(
          names,
          chosen.map((prefix) => `s3://box/${prefix}`),
        );
        const covered = names.filter((key) => key !== 'a/' && chosen.some((prefix) => key.startsWith(prefix)));
        expect(found.filter((line) => !line.startsWith('empty '))).toEqual(covered.sort(byBytes));
        const empty = chosen.filter((prefix) => !covered.some((key) => key.startsWith(prefix)));
        expect(found.filter((line) => line.startsWith('empty ')).sort()).toEqual(empty.map((prefix) => `empty ${prefix}`).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('pages', () => {
  test('are asked for as they are needed, one ahead', async () => {
    const { asked, connection } = connectionTo({ b: Array.from({ length: 100 }, (_, i) => `k${i}`) });
    const pages = listObjects([{ bucket: 'b', prefix: '' }], connection, undefined);
    await pages.next();
    expect(asked).toEqual(['b  ', 'b  2']);
    await pages.next();
    expect(asked).toHaveLength(3);
    await pages.return();
  });

  test('of a bucket that cannot be listed are a problem, and the others go on', async () => {
    const { connection } = connectionTo({ c: ['x'] });
    const found: Listed[] = [];
    const targets = [
      { bucket: 'c', prefix: '' },
      { bucket: 'b', prefix: 'p' },
    ];
    for await (const page of listObjects(targets, connection, undefined)) found.push(...page);
    expect(found).toMatchObject([
      { kind: 'problem', path: { path: 's3://b/p' }, code: 'unreadable', detail: 'no such bucket' },
      { kind: 'item', item: { source: 's3', path: 's3://c/x', locator: 'c/x', byteLength: 1, version: '"1"' } },
    ]);
  });

  test('with a key that is not UTF-8 name it as a problem', async () => {
    const entry = { key: 'a%FF+b', byteLength: 1, version: undefined, isArchived: false };
    const connection = {
      listPage: async () => ({ entries: [entry], isEncoded: true, next: undefined }),
    } as unknown as S3Connection;
    const found: Listed[] = [];
    for await (const page of listObjects([{ bucket: 'b', prefix: '' }], connection, undefined)) found.push(...page);
    expect(found).toEqual([
      { kind: 'problem', path: { path: 's3://b/a%FF+b' }, code: 'unsupported', detail: 'its name is not UTF-8' },
    ]);
  });
});
