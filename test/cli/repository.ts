/** Git repositories for tests, made by the real git and independent of its user's configuration. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { clearset, folderOf } from './command.js';

/** No configuration but the repository's own; a name and address for commits. */
export const GIT_ENV: Readonly<Record<string, string>> = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

export interface Repository {
  readonly folder: string;
  /** Runs git; fails the test where git fails. */
  git(...args: string[]): string;
  write(name: string, content: string | Buffer): void;
  /** Writes and stages. */
  stage(name: string, content: string | Buffer): void;
  /** `clearset hook` in the root or a folder below it. */
  hook(args?: readonly string[], options?: { cwd?: string; input?: string | Buffer; env?: Record<string, string> }): Ended;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function repository(): Repository {
  const folder = folderOf({});
  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: folder,
      env: { ...process.env, ...GIT_ENV },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const write = (name: string, content: string | Buffer): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  };
  git('init', '-q', '-b', 'main');
  return {
    folder,
    git,
    write,
    stage(name, content) {
      write(name, content);
      git('add', '--', name);
    },
    hook: (args = [], { cwd = '', input, env } = {}) =>
      clearset(['hook', ...args], {
        cwd: path.join(folder, cwd),
        env: { ...GIT_ENV, ...env },
        ...(input !== undefined && { input }),
      }),
  };
}
