/** Targets, folders and outputs that cannot be used as they are named: what is said of them, and the exit code. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CLEAN, FEW, folderOf, openFiles, records, run, SSN_LINE, shell, startClearset } from '../cli/command.js';

const NDJSON = ['--format', 'ndjson', ...FEW] as const;

/** A new folder whose path holds the byte 0xFF needs names as bytes. */
const bytesIn = (folder: string, ...name: (string | number)[]): Buffer =>
  Buffer.concat([
    Buffer.from(`${folder}/`),
    ...name.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))),
  ]);

describe.concurrent('a target', () => {
  it('that does not exist, twice, beside one that does', async () => {
    const cwd = folderOf({ 'a.txt': CLEAN });
    const { status, stdout } = await run(['scan', 'gone', 'a.txt', 'gone', 'a.txt/b', ...FEW], { cwd });
    expect(stdout).toContain(
      '2 problems: unreadable (check that it exists and that you may read it)\n' +
        '  a.txt/b: a part of the path is not a folder\n  gone: no such file or folder\n',
    );
    expect(stdout).toContain('Examined 20 B of 20 B in 1 item; 2 problems: NOT complete');
    expect(status).toBe(3);
  });

  it('that may not be read, as file and as folder, in the tree and by name', async () => {
    const cwd = folderOf({ 'a.txt': CLEAN, 'secret.txt': SSN_LINE, 'locked/b.txt': SSN_LINE });
    fs.chmodSync(cwd, 0o755);
    for (const name of ['secret.txt', 'locked']) fs.chmodSync(path.join(cwd, name), 0);
    const [tree, named] = await Promise.all([
      run(['scan', '.', ...NDJSON], { cwd, isUnprivileged: true }),
      run(['scan', 'secret.txt', 'locked', 'locked/b.txt', ...NDJSON], { cwd, isUnprivileged: true }),
    ]);
    fs.chmodSync(path.join(cwd, 'locked'), 0o755);
    const said = (stdout: string) => records(stdout, 'problem').map(({ path: name, detail }) => `${name}: ${detail}`);
    expect(said(tree.stdout)).toEqual(['locked/: permission denied', 'secret.txt: permission denied']);
    expect(said(named.stdout)).toEqual([
      'locked/: permission denied',
      'locked/b.txt: permission denied',
      'secret.txt: permission denied',
    ]);
    expect(records(tree.stdout, 'summary')).toMatchObject([{ bytesExamined: CLEAN.length, complete: false }]);
    expect([tree.status, named.status]).toEqual([3, 3]);
  });

  it('that may be listed but not entered costs its files and nothing else', async () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, 'listed/b.txt': SSN_LINE, 'z.txt': CLEAN });
    fs.chmodSync(cwd, 0o755);
    fs.chmodSync(path.join(cwd, 'listed'), 0o744);
    const { status, stdout, stderr } = await run(['scan', '.', ...NDJSON], { cwd, isUnprivileged: true });
    fs.chmodSync(path.join(cwd, 'listed'), 0o755);
    expect(stderr).not.toContain('unexpected');
    expect(records(stdout, 'problem')).toMatchObject([{ path: 'listed/b.txt', detail: 'permission denied' }]);
    expect(records(stdout, 'finding')).toMatchObject([{ path: 'a.txt' }]);
    expect(status).toBe(1);
  });

  it('named twice, by other spellings and below another target, is examined once', async () => {
    const cwd = folderOf({ 'd/a.txt': SSN_LINE });
    fs.symlinkSync('d', path.join(cwd, 'link'));
    const { status, stdout } = await run(
      ['scan', 'd/a.txt', './d/../d/a.txt', path.join(cwd, 'd/a.txt'), 'd', 'link', ...NDJSON],
      { cwd },
    );
    expect(records(stdout, 'finding')).toMatchObject([{ path: 'd/a.txt', count: 1 }]);
    expect(records(stdout, 'summary')).toMatchObject([{ items: 1, bytesFound: SSN_LINE.length }]);
    expect(status).toBe(1);
  });

  it('that is an empty folder is a problem, not clean', async () => {
    const cwd = folderOf({ 'a.txt': CLEAN });
    fs.mkdirSync(path.join(cwd, 'void'));
    const { status, stdout } = await run(['scan', 'void', ...FEW], { cwd });
    expect(stdout).toContain(
      '1 problem: empty (no item came from this target; check its name, --include and --exclude)\n  void/: holds no file',
    );
    expect(stdout).toContain('Nothing was examined.');
    expect(status).toBe(3);
  });

  it('whose files are all excluded is a problem, too', async () => {
    const { status, stdout } = await run(['scan', '.', '--exclude', '**', ...NDJSON], { cwd: folderOf({ 'a.txt': SSN_LINE }) });
    expect(records(stdout)).toMatchObject([
      { kind: 'problem', code: 'empty', path: './' },
      { kind: 'summary', items: 0, skipped: { excluded: 1 } },
    ]);
    expect(status).toBe(3);
  });

  it('with a NUL in its name cannot exist, and says so', async () => {
    const { status, stdout } = await run(['scan', '--files-from', '-', ...NDJSON], {
      cwd: folderOf({}),
      input: 'a\0' + 'gone\0',
    });
    expect(records(stdout, 'problem').map(({ path: name }) => name)).toEqual(['a', 'gone']);
    expect(status).toBe(3);
  });
});

describe.concurrent('in the tree', () => {
  it('link loops and links out of it are counted and not followed', async () => {
    const cwd = folderOf({ 'd/a.txt': CLEAN });
    for (const [to, name] of [
      ['.', 'd/self'],
      ['..', 'd/up'],
      ['two', 'one'],
      ['one', 'two'],
      ['/etc', 'etc'],
    ] as const)
      fs.symlinkSync(to, path.join(cwd, name));
    const { status, stdout } = await run(['scan', '.', ...NDJSON], { cwd });
    expect(records(stdout)).toMatchObject([{ items: 1, skipped: { symlink: 5 }, complete: true }]);
    expect(status).toBe(0);
    const named = await run(['scan', 'one', ...NDJSON], { cwd });
    expect(records(named.stdout, 'problem')).toMatchObject([{ code: 'unreadable', detail: 'too many symbolic links' }]);
    expect(named.status).toBe(3);
  });

  it('a FIFO and a device are never waited for', async () => {
    const cwd = folderOf({ 'a.txt': CLEAN });
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    const [tree, named] = await Promise.all([
      run(['scan', '.', ...NDJSON], { cwd }),
      run(['scan', 'pipe', '/dev/zero', ...NDJSON], { cwd }),
    ]);
    expect(records(tree.stdout)).toMatchObject([{ items: 1, skipped: { special: 1 }, complete: true }]);
    expect(tree.status).toBe(0);
    expect(records(named.stdout, 'problem')).toMatchObject([{ code: 'empty' }, { code: 'empty' }]);
    expect(named.status).toBe(3);
  });

  it('names with newlines, bytes outside UTF-8 and leading dashes are examined and printed on one line', async () => {
    const cwd = folderOf({ 'new\nline.txt': SSN_LINE, '-dash.txt': SSN_LINE, '--reveal': SSN_LINE });
    fs.mkdirSync(bytesIn(cwd, 'd', 0xff));
    fs.writeFileSync(bytesIn(cwd, 'd', 0xff, '/a', 0xfe, 'é.txt'), SSN_LINE);
    const [report, table] = await Promise.all([
      run(['scan', '.', ...NDJSON], { cwd }),
      run(['scan', ...FEW, '--', '.'], { cwd }),
    ]);
    const names = ['--reveal', '-dash.txt', 'd\\xFF/a\\xFEé.txt', 'new\\x0Aline.txt'];
    expect(records(report.stdout, 'finding').map(({ path: name }) => name)).toEqual(names);
    expect(records(report.stdout, 'finding')[2]).toMatchObject({
      pathBase64: bytesIn(cwd, 'd', 0xff, '/a', 0xfe, 'é.txt')
        .subarray(cwd.length + 1)
        .toString('base64'),
    });
    for (const name of names) expect(table.stdout.split('\n')).toContain(name);
    expect([report.status, table.status]).toEqual([1, 1]);
  });

  it('a path of more than 4,096 bytes is a problem, and its neighbours are examined', async () => {
    const cwd = folderOf({ 'z.txt': SSN_LINE });
    // Made from within, folder by folder: the whole path is longer than the system takes.
    const name = 'd'.repeat(200);
    execFileSync(
      'bash',
      ['-c', `for i in $(seq 25); do mkdir ${name} && cd -P ${name}; done; echo 'SSN: 536-90-4399' > deep.txt`],
      { cwd },
    );
    const { status, stdout } = await run(['scan', '.', ...NDJSON], { cwd });
    // Node cannot remove what it cannot name.
    execFileSync('rm', ['-rf', name], { cwd });
    expect(records(stdout, 'problem')).toMatchObject([{ code: 'unreadable', detail: 'name too long' }]);
    expect(records(stdout, 'finding')).toMatchObject([{ path: 'z.txt' }]);
    expect(status).toBe(1);
  });

  it('a folder that is removed during the walk is a problem or is gone, never a crash', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`${String(i >> 4).padStart(3, '0')}/${i}.txt`, SSN_LINE]),
    );
    const cwd = folderOf(files);
    const child = startClearset(['scan', '.', ...NDJSON], { cwd });
    const ended = once(child, 'close');
    const stdout = text(child.stdout!);
    child.stderr!.resume();
    for (let i = 24; i >= 0; i--) {
      fs.rmSync(path.join(cwd, String(i).padStart(3, '0')), { recursive: true });
      await setTimeout(40);
    }
    const [status] = await ended;
    const [summary] = records(await stdout, 'summary');
    const problems = records(await stdout, 'problem');
    for (const { code, detail } of problems) {
      expect(['unreadable', 'changed', 'empty']).toContain(code);
      expect(detail).toMatch(/^(no such file or folder|was removed or replaced while it was read|holds no file to examine)$/);
    }
    expect(status).toBe(records(await stdout, 'finding').length > 0 ? 1 : 3);
    expect(summary!.complete).toBe(problems.length === 0);
  });
});

it('a file that shrinks while it is read is a problem, with what was found before', async () => {
  const cwd = folderOf({ 'a.txt': SSN_LINE + 'lorem ipsum dolor\n'.repeat(10_000) });
  const name = path.join(cwd, 'a.txt');
  // A hole takes no place on the disk and seconds to read.
  fs.truncateSync(name, 4e9);
  const child = startClearset(['scan', 'a.txt', '--jobs', '1', ...NDJSON], { cwd });
  const ended = once(child, 'close');
  const stdout = text(child.stdout!);
  child.stderr!.resume();
  while (child.exitCode === null && !openFiles(child).includes(name)) await setTimeout(5);
  await setTimeout(50);
  fs.truncateSync(name, SSN_LINE.length);
  const [status] = await ended;
  expect(records(await stdout, 'problem')).toMatchObject([{ code: 'changed', detail: 'shrank while it was read' }]);
  expect(records(await stdout, 'finding')).toMatchObject([{ count: 1 }]);
  expect(records(await stdout, 'summary')).toMatchObject([{ complete: false }]);
  expect(status).toBe(1);
});

describe.concurrent('a report', () => {
  it.each([
    ['json=/dev/full', '"/dev/full": no space is left'],
    ['json=folder', '"folder": it is a folder; name a file'],
    ['json=missing/r.json', '"missing/r.json": its folder does not exist'],
    ['json=a.txt/r.json', '"a.txt/r.json": a part of its path is not a folder'],
  ])('to %s fails with 2 and one line', async (output, message) => {
    const cwd = folderOf({ 'a.txt': SSN_LINE, 'folder/b.txt': SSN_LINE });
    const { status, stderr } = await run(['scan', '.', '--output', output, ...NDJSON], { cwd });
    expect(stderr).toContain(`clearset: cannot write ${message}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
    expect(fs.readdirSync(cwd).sort()).toEqual(['a.txt', 'folder']);
  });

  it('where one may not write fails with 2 before anything is read', async () => {
    const cwd = folderOf({ 'a.txt': SSN_LINE });
    fs.chmodSync(cwd, 0o555);
    const { status, stdout, stderr } = await run(['scan', 'a.txt', '--output', 'json=r.json', ...NDJSON], {
      cwd,
      isUnprivileged: true,
    });
    fs.chmodSync(cwd, 0o755);
    expect(stderr).toBe('clearset: cannot write "r.json": permission denied; choose a place that you may write to\n');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('to a pipe that is closed after one line ends quietly', () => {
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, SSN_LINE.repeat(200)])));
    for (const format of ['table', 'json', 'ndjson']) {
      const piped = shell(`clearset scan . --format ${format} ${FEW.join(' ')} | head -n 1; echo "\${PIPESTATUS[0]}"`, { cwd });
      expect(piped.stdout.trimEnd().split('\n')).toHaveLength(2);
      expect(piped.stdout).toMatch(/\n1\n$/);
      expect(piped.stderr).not.toMatch(/EPIPE|Error|unexpected/);
    }
  });
});

it.concurrent.each([
  [
    ['--detectors', 'NO_SUCH_THING'],
    'no detector, category, country, regulation or set is called "NO_SUCH_THING"; clearset detectors lists them all',
  ],
  [['--no-such-flag'], 'unknown option "--no-such-flag"'],
  [['--detectors', 'pii', '--exclude-detectors', 'pii'], 'no detector is left'],
])('wrong use %j ends with 2 before anything is read', async (args, message) => {
  const { status, stdout, stderr } = await run(['scan', '.', ...args], { cwd: folderOf({ 'a.txt': SSN_LINE }) });
  expect(stderr).toContain(`clearset: ${message}`);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});
