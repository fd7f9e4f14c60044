import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/sources/index.js';
import { listLines, makeTree, type Tree } from './tree.js';

let tree: Tree;
beforeEach(() => {
  tree = makeTree();
});
afterEach(() => tree.remove());

describe('order and names', () => {
  test('paths come in the order of their bytes, a folder as if its name ended in a slash', async () => {
    for (const name of ['a/z', 'a.txt', 'a-b/c', 'B', '.hidden/x', 'a/.dot', 'é', 'z']) tree.write(name);
    const lines = await listLines(tree);
    expect(lines).toEqual(['.hidden/x', 'B', 'a-b/c', 'a.txt', 'a/.dot', 'a/z', 'z', 'é']);
    expect(lines).toEqual([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  test('names are bytes: what is not UTF-8 is printed as \\xHH and carried in base64', async () => {
    const name = Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0x0a]);
    tree.write(name);
    const items = [];
    for (const record of await listFiles({ targets: [tree.root] })) if (record.kind === 'item') items.push(record.item);
    expect(items).toHaveLength(1);
    expect(items[0]!.path.endsWith('/a\\xFFé\n')).toBe(true);
    expect(Buffer.from(items[0]!.pathBase64!, 'base64').subarray(-5)).toEqual(name);
    expect(Buffer.from(items[0]!.locator, 'latin1').subarray(-5)).toEqual(name);
  });

  test('a target is a literal path, never a glob, and may be given as bytes', async () => {
    tree.write('app/[id]/page.tsx');
    tree.write('app/i/page.tsx');
    tree.write(Buffer.from([0x66, 0xfe]));
    expect(await listLines(tree, { targets: [tree.path('app/[id]/page.tsx')] })).toEqual(['app/[id]/page.tsx']);
    const bytes = Buffer.concat([Buffer.from(`${tree.root}/`), Buffer.from([0x66, 0xfe])]);
    expect(await listLines(tree, { targets: [bytes] })).toEqual(['f\\xFE']);
  });

  test('any set of targets gives every file once, in byte order', async () => {
    const names = ['a/b/c', 'a/b.txt', 'a/d', 'a.b', 'a!', 'b/a/x', 'b/z'];
    for (const name of names) tree.write(name);
    const targets = fc.uniqueArray(fc.constantFrom('.', 'a', 'a/b', 'a/b/c', 'a.b', 'b', 'b/a', 'a!', './a/../b', 'b/'), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(targets, async (chosen) => {
        const lines = await listLines(tree, { targets: chosen.map((name) => `${tree.root}/${name}`) });
        const expected = names.filter((name) => chosen.some((target) => covers(target, name)));
        expect(lines).toEqual(expected.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
      { numRuns: 60 },
    );
  });

  function covers(target: string, name: string): boolean {
    const plain = target === './a/../b' || target === 'b/' ? 'b' : target;
    return plain === '.' || name === plain || name.startsWith(`${plain}/`);
  }
});

describe('links and special files', () => {
  test('links inside a tree are counted and not followed; loops are harmless', async () => {
    tree.write('real/a');
    symlinkSync('..', tree.path('real/loop'));
    symlinkSync('real', tree.path('folder-link'));
    symlinkSync('nowhere', tree.path('broken'));
    expect(await listLines(tree)).toEqual([
      'skip:symlink broken',
      'skip:symlink folder-link',
      'real/a',
      'skip:symlink real/loop',
    ]);
  });

  test('a named link is followed, and its file is not examined twice', async () => {
    tree.write('real/a');
    tree.write('real/b');
    symlinkSync('real/a', tree.path('link'));
    expect(await listLines(tree, { targets: [tree.path('link')] })).toEqual(['link']);
    expect(await listLines(tree, { targets: [tree.path('link'), tree.path('real')] })).toEqual(['link', 'real/b']);
    expect(await listLines(tree, { targets: [tree.path('real/a'), tree.path('link')] })).toEqual(['link']);
  });

  test('hard links are two names of two items', async () => {
    tree.write('a');
    linkSync(tree.path('a'), tree.path('b'));
    expect(await listLines(tree)).toEqual(['a', 'b']);
  });

  test('a FIFO is skipped and does not block', async () => {
    tree.write('a');
    execFileSync('mkfifo', [tree.path('pipe')]);
    expect(await listLines(tree)).toEqual(['a', 'skip:special pipe']);
    expect(await listLines(tree, { targets: [tree.path('pipe')] })).toEqual([
      'skip:special pipe',
      'empty pipe: is a pipe, socket or device; give its content on standard input (-)',
    ]);
  });
});

describe('failures', () => {
  test('a missing target is a problem and the others are listed', async () => {
    tree.write('a');
    const lines = await listLines(tree, { targets: [tree.path('nowhere'), tree.path('a'), tree.path('a/below')] });
    expect(lines).toEqual([
      'a',
      'unreadable a/below: a part of the path is not a folder',
      'unreadable nowhere: no such file or folder',
    ]);
  });

  test('a target without files is a problem', async () => {
    mkdirSync(tree.path('hollow/inner'), { recursive: true });
    expect(await listLines(tree, { targets: [tree.path('hollow')] })).toEqual(['empty hollow/: holds no file to examine']);
  });

  test('a target whose files all belong to another target is not empty', async () => {
    tree.write('a/b');
    expect(await listLines(tree, { targets: [tree.path('a'), tree.path('a/b')] })).toEqual(['a/b']);
  });

  test('an unreadable folder is a problem and the walk goes on', () => {
    tree.write('closed/secret');
    tree.write('open/a');
    chmodSync(tree.root, 0o755);
    chmodSync(tree.path('closed'), 0o000);
    const script = tree.path('list.mjs');
    buildSync({
      stdin: {
        contents: `import { listFiles } from './src/sources/index.ts';
          for (const r of await listFiles({ targets: [process.argv[2]], exclude: ['list.mjs'] })) console.log([r.kind, r.code, r.detail].filter(Boolean).join(' '));`,
        resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile: script,
    });
    // Root reads everything: as root, another user lists.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, [script, '.'], { ...user, cwd: tree.root, encoding: 'utf8' });
    chmodSync(tree.path('closed'), 0o755);
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(['problem unreadable permission denied', 'skip', 'item']);
  });
});

describe('globs', () => {
  beforeEach(() => {
    for (const name of ['a.csv', 'b.txt', 'deep/c.csv', 'deep/.d.csv', 'node_modules/x/y.csv', 'été.csv']) tree.write(name);
  });

  test('include matches the path below the target, dot files too', async () => {
    expect((await listLines(tree, { include: ['**/*.csv'] })).filter((line) => !line.startsWith('skip'))).toEqual([
      'a.csv',
      'deep/.d.csv',
      'deep/c.csv',
      'node_modules/x/y.csv',
      'été.csv',
    ]);
  });

  test('an excluded folder is not entered and counted once', async () => {
    const lines = await listLines(tree, { exclude: ['node_modules/**', '*.txt'] });
    expect(lines).toEqual([
      'a.csv',
      'skip:excluded b.txt',
      'deep/.d.csv',
      'deep/c.csv',
      'skip:excluded node_modules/',
      'été.csv',
    ]);
  });

  test('a line end in a name is a character like any other', async () => {
    for (const name of ['a\nb.txt', 'c\rd.txt', 'e\u2028f.txt', 'g\nh/i.txt']) tree.write(name);
    const others = (line: string): boolean => /[\n\r\u2028]/.test(line);
    const all = ['a\nb.txt', 'c\rd.txt', 'e\u2028f.txt', 'g\nh/i.txt'];
    expect((await listLines(tree, { exclude: ['zzz'] })).filter(others)).toEqual(all);
    expect((await listLines(tree, { include: ['**/*.txt'] })).filter(others)).toEqual(all);
    expect((await listLines(tree, { exclude: ['a?b.txt', 'g\nh/**'] })).filter(others)).toEqual([
      'skip:excluded a\nb.txt',
      'c\rd.txt',
      'e\u2028f.txt',
      'skip:excluded g\nh/',
    ]);
  });

  test('a pattern that ends in a slash means the folder', async () => {
    expect(await listLines(tree, { exclude: ['node_modules/', 'deep/'] })).toEqual([
      'a.csv',
      'b.txt',
      'skip:excluded deep/',
      'skip:excluded node_modules/',
      'été.csv',
    ]);
  });

  test('a static pattern, braces and one character for one letter', async () => {
    const included = async (pattern: string): Promise<string[]> =>
      (await listLines(tree, { include: [pattern] })).filter((line) => !line.startsWith('skip'));
    expect(await included('deep/c.csv')).toEqual(['deep/c.csv']);
    expect(await included('{deep,node_modules}/**/[cy].csv')).toEqual(['deep/c.csv', 'node_modules/x/y.csv']);
    expect(await included('?t?.csv')).toEqual(['été.csv']);
  });

  test('globs that leave nothing make the target empty', async () => {
    const lines = await listLines(tree, { include: ['*.cvs'] });
    expect(lines.at(-1)).toMatch(/^empty .*: holds no file to examine$/);
    expect(lines.filter((line) => !line.startsWith('skip:excluded') && !line.startsWith('empty'))).toEqual([]);
  });

  test('a named file is matched by its own name', async () => {
    expect(await listLines(tree, { targets: [tree.path('a.csv'), tree.path('b.txt')], exclude: ['*.txt'] })).toEqual([
      'a.csv',
      'skip:excluded b.txt',
      'empty b.txt: holds no file to examine',
    ]);
  });

  test('the same names as fast-glob walking by itself', async () => {
    const { default: fastGlob } = await import('fast-glob');
    for (const pattern of [
      '**',
      '*',
      '**/*.csv',
      'deep/*',
      '**/c.*',
      '*/x/**',
      '{a,b}.*',
      '!(a).csv',
      '**/.*',
      'node_modules/x/*',
      'deep/c.csv',
      'node_modules/x/y.csv',
      '{deep,a}/*',
    ]) {
      const ours = (await listLines(tree, { include: [pattern] })).filter((line) => !/^(skip|empty)/.test(line));
      expect([pattern, ours]).toEqual([pattern, fastGlob.sync([pattern], { cwd: tree.root, dot: true }).sort()]);
    }
  });
});

test('files that the run writes are never examined', async () => {
  tree.write('report.json');
  tree.write('a');
  expect(await listLines(tree, { outputs: [tree.path('report.json'), tree.path('missing/r.json')] })).toEqual([
    'a',
    'skip:excluded report.json',
  ]);
});
