/** Builds folders for tests and removes them: every test works in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type FsListOptions, listFiles } from '../../src/sources/index.js';

export interface Tree {
  readonly root: string;
  /** Writes a file below the root, its folders too. A Buffer name may hold any byte. */
  write(name: string | Buffer, content?: string | Uint8Array): void;
  path(name: string): string;
  remove(): void;
}

export function makeTree(): Tree {
  const root = mkdtempSync(join(tmpdir(), 'clearset-test-'));
  return {
    root,
    write(name, content = 'x') {
      if (typeof name === 'string') mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(typeof name === 'string' ? join(root, name) : Buffer.concat([Buffer.from(`${root}/`), name]), content);
    },
    path: (name) => join(root, name),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What listing gives, one line a record: `path`, `skip:kind path` or `code path: detail`; paths relative to the tree. */
export async function listLines(
  tree: Tree,
  options: Omit<FsListOptions, 'targets'> & { targets?: (string | Uint8Array)[] } = {},
): Promise<string[]> {
  const lines: string[] = [];
  const prefix = `${relative(process.cwd(), tree.root)}/`;
  const short = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  for (const record of await listFiles({ targets: [tree.root], ...options })) {
    if (record.kind === 'item') lines.push(short(record.item.path));
    else if (record.kind === 'skip') lines.push(`skip:${record.skip} ${short(record.path.path)}`);
    else lines.push(`${record.code} ${short(record.path.path)}: ${record.detail}`);
  }
  return lines;
}
