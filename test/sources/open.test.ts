import { spawnSync } from 'node:child_process';
import { appendFileSync, renameSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import type { ByteSource, ItemRef } from '../../src/core/source.js';
import { openItem } from '../../src/sources/index.js';
import { openStdin } from '../../src/sources/stdin.js';
import { makeTree, type Tree } from './tree.js';

let tree: Tree;
beforeEach(() => {
  tree = makeTree();
});
afterEach(() => tree.remove());

const ref = (path: string, named = false): ItemRef => ({
  source: 'fs',
  locator: path,
  path,
  ...(named ? { isNamed: true } : {}),
});

async function readAll(source: ByteSource): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) pieces.push(piece);
  return Buffer.concat(pieces).toString('latin1');
}

function problemOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ItemProblem) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('files', () => {
  test('positional reads and the stream give the same bytes', async () => {
    const content = Buffer.alloc(700_000, 'abcdefg');
    tree.write('a', content);
    const source = openItem(ref(tree.path('a')));
    expect(source.byteLength).toBe(content.length);
    const target = new Uint8Array(10);
    expect(source.readAt!(target, 5)).toBe(10);
    expect(Buffer.from(target).toString()).toBe('fgabcdefga');
    expect(source.readAt!(target, content.length - 3)).toBe(3);
    expect(source.readAt!(target, content.length)).toBe(0);
    expect(await readAll(source)).toBe(content.toString('latin1'));
    source.verify!();
    source.close();
  });

  test('what happens to a file while it is read is noticed', () => {
    const changes: [string, (path: string) => void, string][] = [
      ['grew', (path) => appendFileSync(path, 'more'), 'changed: grew while it was read'],
      ['shrank', (path) => truncateSync(path, 3), 'changed: shrank while it was read'],
      ['removed', (path) => unlinkSync(path), 'changed: was removed or replaced while it was read'],
      ['replaced', (path) => renameSync(replacement(path), path), 'changed: was removed or replaced while it was read'],
    ];
    for (const [name, change, expected] of changes) {
      tree.write(name, 'content');
      const source = openItem(ref(tree.path(name)));
      change(tree.path(name));
      const target = new Uint8Array(100);
      expect(source.readAt!(target, 0)).toBe(name === 'shrank' ? 3 : 7);
      expect(problemOf(() => source.verify!())).toBe(expected);
      source.close();
    }
  });

  function replacement(path: string): string {
    writeFileSync(`${path}.new`, 'content');
    return `${path}.new`;
  }

  test('a link is followed only where it was named', async () => {
    tree.write('a', 'content');
    symlinkSync('a', tree.path('link'));
    expect(problemOf(() => openItem(ref(tree.path('link'))))).toBe('changed: became a symbolic link after it was listed');
    const source = openItem(ref(tree.path('link'), true));
    expect(await readAll(source)).toBe('content');
    source.verify!();
    source.close();
  });

  test('a file that became a folder or a FIFO does not block', () => {
    expect(problemOf(() => openItem(ref(tree.root)))).toBe('changed: is no longer a regular file');
    spawnSync('mkfifo', [tree.path('pipe')]);
    expect(problemOf(() => openItem(ref(tree.path('pipe'))))).toBe('changed: is no longer a regular file');
  });

  test('a missing file is unreadable, in our own words', () => {
    expect(problemOf(() => openItem(ref(tree.path('nowhere'))))).toBe('unreadable: no such file or folder');
  });

  test('a file that says it is empty and is not is read as a stream', async () => {
    const source = openItem(ref('/proc/self/status'));
    expect(source.byteLength).toBeUndefined();
    expect(await readAll(source)).toContain('Name:');
    source.close();
  });
});

describe('standard input', () => {
  test('passes pieces on and has no length', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('ab');
      yield Buffer.from('c');
    }
    const source = openStdin(input());
    expect(source.byteLength).toBeUndefined();
    expect(source.readAt).toBeUndefined();
    expect(await readAll(source)).toBe('abc');
  });

  test('a failing input is a problem of the item', async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('ab');
      throw Object.assign(new Error('read EIO'), { code: 'EIO' });
    }
    await expect(readAll(openStdin(input()))).rejects.toMatchObject({ name: 'ItemProblem', code: 'unreadable' });
  });
});
