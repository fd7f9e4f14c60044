/**
 * Runs git so that it runs nothing of the repository's: no hook, no filter, no external diff, no text conversion, no file
 * monitor, no pager; and so that it neither asks, nor fetches, nor writes.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { SourceError } from '../core/errors.js';

/** A folder in which there are no hooks. */
export const NO_HOOKS = '/dev/null';

/** What a repository's own configuration could have git run or reach. Paths are names, never patterns. */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', `core.hooksPath=${NO_HOOKS}`],
  ...['-c', 'protocol.allow=never'],
  // Of a subfolder, all is listed that is staged.
  ...['-c', 'diff.relative=false'],
];

/**
 * `diff` as data: two flags keep commands out that the repository's configuration and attributes name. The last one stands for `diff.orderFile`,
 * which git cannot do without once it is set, and an empty setting does not undo.
 */
export const DIFF = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '-O/dev/null'] as const;

/** git as a child process that reads what it is written. What it prints on standard error is left unread: it quotes names and content. */
export function startGit(args: readonly string[], cwd: string | undefined): ChildProcessByStdio<Writable, Readable, null> {
  return spawn('git', [...SAFE, ...args], { cwd, env: gitEnvironment(), stdio: ['pipe', 'pipe', 'ignore'] });
}

function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...{ GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
    // What is committed and pushed is the object itself, not what stands in for it in this clone.
    GIT_NO_REPLACE_OBJECTS: '1',
  };
}

/**
 * What git prints.
 * @throws SourceError where git is missing or fails
 */
export async function runGit(args: readonly string[], cwd: string | undefined): Promise<Buffer> {
  // It reads nothing, and a pipe to it would cost half a millisecond.
  const child = spawn('git', [...SAFE, ...args], { cwd, env: gitEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  let status: unknown;
  try {
    [status] = await once(child, 'close');
  } catch (error) {
    throw new SourceError('git cannot be run; it must be installed and on the PATH', { cause: error });
  }
  if (status !== 0) throw new SourceError(failure(args.find((arg) => !arg.startsWith('-')) ?? '', status));
  return Buffer.concat(pieces);
}

function failure(command: string, status: unknown): string {
  const hint = 'is this folder in a git repository that git trusts? "git status" tells more';
  return `git ${command} failed${typeof status === 'number' ? ` with exit code ${status}` : ''}; ${hint}`;
}
