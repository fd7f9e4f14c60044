/** Runs the built command as a user does, in folders made for each test. */
import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const MAIN = fileURLToPath(new URL('../../dist/cli/launcher.cjs', import.meta.url));

if (!fs.existsSync(MAIN)) throw new Error('these tests run the built command: npm run build comes first');

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment of a user at a terminal: what CI and colour variables do is tested on purpose only. */
function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { CI, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLEARSET_RE2, VITEST, ...rest } = process.env;
  return { ...rest, ...more };
}

export function clearset(args: readonly string[], { cwd, input, env }: RunOptions = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input: input ?? '',
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

const started: ChildProcess[] = [];
// A test that failed leaves nothing behind. Not after each test: those that run at the same time need theirs.
afterAll(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

export function startClearset(args: readonly string[], { cwd, env }: RunOptions = {}): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: environment(env), stdio: ['pipe', 'pipe', 'pipe'] });
  started.push(child);
  return child;
}

/** Names of the files that a process has open, as the system says. They come and go while they are listed. */
export function openFiles(child: ChildProcess): string[] {
  const nameOf = (fd: string): string[] => {
    try {
      return [fs.readlinkSync(`/proc/${child.pid}/fd/${fd}`)];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  };
  return child.exitCode === null ? fs.readdirSync(`/proc/${child.pid}/fd`).flatMap(nameOf) : [];
}

/** What a command that has ended left behind. */
export interface Ended {
  /** Exit code, or null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface StartOptions extends RunOptions {
  /** Run as `nobody` where the tests run as root, who may read everything. */
  readonly isUnprivileged?: boolean;
}

/** Runs beside others, so that a test may start several at once. */
export async function run(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  const { cwd, input, env, isUnprivileged } = options;
  const nobody = isUnprivileged && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: environment(env), stdio: 'pipe', ...nobody });
  // A command that fails early does not read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr };
}

/** Runs a line of shell in which `clearset` is the command. */
export function shell(line: string, { cwd, env }: RunOptions = {}): SpawnSyncReturns<string> {
  const script = `clearset() { "${process.execPath}" "${MAIN}" "$@"; }\n${line}`;
  return spawnSync('bash', ['-c', script], { cwd, env: environment(env), encoding: 'utf8' });
}

/** Objects of NDJSON, optionally of one kind. */
export function records(text: string, kind?: string): Record<string, unknown>[] {
  const all = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return kind === undefined ? all : all.filter((record) => record.kind === kind);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Enough detectors for these tests; with few of them the engine starts at once. */
export const FEW = ['--detectors', 'USA_SOCIAL_SECURITY_NUMBER,DATE_OF_BIRTH'] as const;

/** Synthetic: a number that was never issued but is well-formed, severity high. */
export const SSN = '536-90-4399';
export const SSN_LINE = `SSN: ${SSN}\n`;
/** Synthetic; one in an item is of severity low, two are medium. */
export const BIRTH_LINE = 'date of birth: 1984-03-17\n';
/** What nothing is found in. */
export const CLEAN = 'nothing to see here\n';
/** Parquet begins and ends so, but there is no footer in it: a problem. */
export const PARQUET = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 1), Buffer.from('PAR1')]);
/** An image, skipped by intent. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
