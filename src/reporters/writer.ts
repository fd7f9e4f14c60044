/**
 * Where reports go: a stream, or a file that appears only when it is whole. Pieces are gathered into larger writes; a
 * slow reader holds the scan back; a reader that went away ends the report quietly; any other failure is an error.
 */

import fs from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { OutputError } from '../core/errors.js';

export interface Writer {
  /** True once the reader has gone (EPIPE); what is written then is dropped. */
  readonly isClosed: boolean;
  /** Returns a promise where the caller must wait before it goes on. @throws OutputError */
  write(text: string): Promise<void> | undefined;
  /** Writes what is left; a file gets its name. @throws OutputError */
  end(): Promise<void>;
  /** Removes an unfinished file. */
  discard(): void;
}

/** Characters gathered before they are written: large enough that calls do not count, small enough for a pipe to flow. */
const GATHER = 65_536;

/** A reader at the other end should not wait longer than this for what is gathered (ms). */
const FLUSH_AFTER = 200;

/** Pause before a full pipe is tried again (ms). */
const FULL_PIPE_WAIT = 5;

/** Writes to a stream that stays open (standard output). `name` is for error messages. */
export function streamWriter(stream: Writable, name: string): Writer {
  let gathered = '';
  let flushedAt = Date.now();
  let isClosed = false;
  // Errors arrive through the callback of each write; without a listener the same error would end the process.
  stream.on('error', () => undefined);
  const flush = async (): Promise<void> => {
    const text = gathered;
    gathered = '';
    flushedAt = Date.now();
    if (text === '' || isClosed) return;
    const error = await new Promise<Error | null | undefined>((resolve) => stream.write(text, resolve));
    if (!error) return;
    if (isPipeGone(error)) isClosed = true;
    else throw outputError(name, error);
  };
  return {
    get isClosed() {
      return isClosed;
    },
    write(text) {
      gathered += text;
      return gathered.length >= GATHER || Date.now() - flushedAt >= FLUSH_AFTER ? flush() : undefined;
    },
    end: flush,
    discard() {
      gathered = '';
    },
  };
}

/** How an output path is written. */
interface OpenFile {
  readonly fd: number;
  /** The process had it open before; it stays open. */
  readonly isInherited?: true;
  /** The unfinished file, to be renamed or removed; absent where the target is written directly. */
  readonly temporary?: string;
}

/**
 * Writes to a file. Regular files are made anew beside the target, readable by their owner only, and renamed at the
 * end: the target is never half-written, and a link in its place is replaced, not followed. Devices, pipes and names
 * under /dev and /proc are written directly.
 * @throws OutputError at once if the target cannot be written
 */
export function fileWriter(target: string): Writer & { readonly paths: readonly string[] } {
  const { fd, temporary, isInherited } = openTarget(target);
  let gathered: string[] = [];
  let size = 0;
  let isClosed = false;
  const flush = (): void => {
    const bytes = Buffer.from(gathered.join(''));
    gathered = [];
    size = 0;
    try {
      for (let at = 0; at < bytes.length && !isClosed; ) at += writeSome(fd, bytes, at);
    } catch (error) {
      if (!isPipeGone(error)) throw outputError(target, error);
      isClosed = true;
    }
  };
  return {
    /** The files that this writer owns: none of them belongs to the data. */
    paths: temporary === undefined ? [target] : [target, temporary],
    get isClosed() {
      return isClosed;
    },
    write(text) {
      gathered.push(text);
      size += text.length;
      if (size >= GATHER) flush();
      return undefined;
    },
    async end() {
      flush();
      try {
        if (temporary !== undefined) fs.fsyncSync(fd);
        if (!isInherited) fs.closeSync(fd);
        if (temporary !== undefined) fs.renameSync(temporary, target);
      } catch (error) {
        throw outputError(target, error);
      }
    },
    discard() {
      gathered = [];
      if (temporary !== undefined) fs.rmSync(temporary, { force: true });
    },
  };
}

/** Bytes written; 0 after a short wait where a pipe without blocking is full. */
function writeSome(fd: number, bytes: Uint8Array, at: number): number {
  try {
    return fs.writeSync(fd, bytes, at);
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_WAIT);
    return 0;
  }
}

/** Number of the open file that a name stands for. It is used as it is: a socket (`ssh`, a parent process) cannot be opened again. */
function inheritedFile(target: string): number | undefined {
  const name = /^\/dev\/(stdin|stdout|stderr|fd\/(\d+))$/.exec(path.resolve(target));
  if (name === null) return undefined;
  return name[2] === undefined ? ['stdin', 'stdout', 'stderr'].indexOf(name[1]!) : Number(name[2]);
}

function openTarget(target: string): OpenFile {
  try {
    const inherited = inheritedFile(target);
    if (inherited !== undefined) return { fd: inherited, isInherited: true };
    const existing = fs.statSync(target, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw new OutputError(`cannot write ${quoted(target)}: it is a folder; name a file`);
    const isSpecial = existing !== undefined && !existing.isFile();
    if (isSpecial || /^\/(?:dev|proc)\//.test(path.resolve(target))) return { fd: fs.openSync(target, fs.constants.O_WRONLY) };
    const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${globalThis.crypto.randomUUID()}.tmp`);
    const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
    return { fd: fs.openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600), temporary };
  } catch (error) {
    throw error instanceof OutputError ? error : outputError(target, error);
  }
}

/** The reader closed its end (EPIPE), or the stream was destroyed after that. */
function isPipeGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left; free some or choose another place',
  EDQUOT: 'the disk quota is used up; free some space or choose another place',
  EACCES: 'permission denied; choose a place that you may write to',
  EPERM: 'permission denied; choose a place that you may write to',
  EROFS: 'the file system is read-only; choose another place',
  ENOENT: 'its folder does not exist; create it first',
  ENOTDIR: 'a part of its path is not a folder',
  EIO: 'input/output error of the device',
};

function outputError(name: string, cause: unknown): OutputError {
  const code = codeOf(cause);
  return new OutputError(`cannot write ${quoted(name)}: ${REASONS[code] ?? `the system says ${code}`}`, { cause });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'an unknown error';
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
