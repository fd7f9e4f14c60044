/** Reads broken files one after the other in a process of its own, within a time and with its memory watched. */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Time in ms that a worker has to start. */
const START_MS = 60_000;

export class Reader {
  #child;
  #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-fuzz-'));
  #limitMs;
  #mostBytes;

  /**
   * @param {number} limitMs time for one file, after which the process is killed
   * @param {number} mostBytes memory for one file, with the process that reads it
   */
  constructor(limitMs, mostBytes) {
    this.#limitMs = limitMs;
    this.#mostBytes = mostBytes;
  }

  /**
   * @param {import('./cases.mjs').Case} one
   * @returns {Promise<{ kind: string, detail: string, ms: number, peakBytes: number | undefined }>} `peakBytes` of this file alone, where the
   * system can tell
   */
  async read({ file, bytes }) {
    const locator = path.join(this.#folder, file);
    fs.writeFileSync(locator, bytes);
    const item = { source: 'fs', locator, path: file, byteLength: bytes.length };
    try {
      const outcome = await this.#ask(item);
      if (outcome.kind !== 'hung' && !(outcome.peakBytes > this.#mostBytes)) return outcome;
      // What the files before left in memory, and a slow moment of the machine, are not this file's: it is read once more, alone.
      this.#end();
      const again = await this.#ask(item);
      this.#end();
      return again.peakBytes > this.#mostBytes ? { ...again, kind: 'memory', detail: `${again.peakBytes} bytes` } : again;
    } finally {
      fs.rmSync(locator);
    }
  }

  close() {
    this.#end();
    fs.rmSync(this.#folder, { recursive: true });
  }

  async #ask(item) {
    const child = await this.#start();
    const canTell = forgetPeak(child.pid);
    child.send(item);
    const { isLast = false, ...outcome } = await answerOf(child, this.#limitMs);
    const peakBytes = canTell && child.exitCode === null ? peakOf(child.pid) : undefined;
    if (isLast) this.#end();
    return { ...outcome, peakBytes };
  }

  async #start() {
    if (this.#child === undefined) {
      this.#child = fork(new URL('reader-process.mjs', import.meta.url), {
        execArgv: [],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const { kind, detail } = await answerOf(this.#child, START_MS);
      if (kind !== 'ready') throw new Error(`the process that reads does not start: ${kind} ${detail}`);
    }
    return this.#child;
  }

  #end() {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

/** The next message of a process, or how it ended; `hung` where neither comes in time. */
function answerOf(child, limitMs) {
  return new Promise((resolve) => {
    const done = (answer) => {
      clearTimeout(timer);
      child.off('message', done);
      child.off('exit', onExit);
      resolve(answer);
    };
    const onExit = (code, signal) => done({ kind: 'crash', detail: `the process ended: ${signal ?? code}`, ms: 0, isLast: true });
    const timer = setTimeout(() => done({ kind: 'hung', detail: '', ms: limitMs, isLast: true }), limitMs);
    child.on('message', done);
    child.on('exit', onExit);
  });
}

/** Starts the count of a process's peak memory anew (Linux, proc(5)). @returns whether the system can */
function forgetPeak(pid) {
  try {
    fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EINVAL', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
}

/** Peak resident memory in bytes. */
function peakOf(pid) {
  const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kib === undefined ? undefined : Number(kib) * 1024;
}
