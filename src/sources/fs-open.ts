/**
 * Opens a listed file: without following a link that took its place, without blocking on a FIFO, and noticing when the
 * file changes while it is read. What is read is what was there when it was opened.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { toSystemPath } from './names.js';
import { describeSystemError, systemErrorCode } from './system-error.js';

/** Bytes a piece of a stream: enough to make the cost of a call disappear. */
const STREAM_BYTES = 1 << 18;

/** @throws ItemProblem `unreadable` where it cannot be opened, `changed` where it is no longer what was listed */
export function openFile(item: ItemRef): ByteSource {
  const path = toSystemPath(item.locator);
  const follow = item.isNamed ? 0 : constants.O_NOFOLLOW;
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY | follow);
  } catch (error) {
    const isLinkNow = follow !== 0 && systemErrorCode(error) === 'ELOOP';
    if (isLinkNow) throw new ItemProblem('changed', 'became a symbolic link after it was listed');
    throw new ItemProblem('unreadable', describeSystemError(error));
  }
  const stats = attempt(descriptor, () => fstatSync(descriptor));
  if (!stats.isFile()) {
    closeSync(descriptor);
    throw new ItemProblem('changed', 'is no longer a regular file');
  }
  // Files of /proc and the like say that they are empty and are not: they can only be read as they come.
  if (stats.size === 0 && attempt(descriptor, () => readSync(descriptor, new Uint8Array(1), 0, 1, 0)) > 0) {
    return new UnsizedFile(descriptor);
  }
  return new SizedFile(descriptor, stats, item);
}

class SizedFile implements ByteSource {
  readonly byteLength: number;
  readonly #descriptor: number;
  readonly #stats: Stats;
  readonly #item: ItemRef;

  constructor(descriptor: number, stats: Stats, item: ItemRef) {
    this.#descriptor = descriptor;
    this.#stats = stats;
    this.#item = item;
    this.byteLength = stats.size;
  }

  /** Device, file, size and time of the last change of content. */
  get stamp(): string {
    const { dev, ino, size, mtimeMs } = this.#stats;
    return `${dev}:${ino}:${size}:${mtimeMs}`;
  }

  readAt(target: Uint8Array, position: number): number {
    const room = Math.min(target.length, this.byteLength - position);
    let filled = 0;
    while (filled < room) {
      const read = readBytes(this.#descriptor, target, filled, room - filled, position + filled);
      if (read === 0) break;
      filled += read;
    }
    return filled;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    for (let position = 0; ; ) {
      const piece = new Uint8Array(Math.min(STREAM_BYTES, this.byteLength - position));
      const read = piece.length === 0 ? 0 : this.readAt(piece, position);
      if (read === 0) return;
      yield piece.subarray(0, read);
      position += read;
    }
  }

  /** Beside the file that a link leads to, as whoever writes both names it. */
  beside(suffix: string): ByteSource | undefined {
    const { isNamed, ...item } = this.#item;
    let locator: string;
    try {
      const path = toSystemPath(item.locator);
      locator = (isNamed ? realpathSync(path, 'buffer').toString('latin1') : item.locator) + suffix;
      if (lstatSync(toSystemPath(locator), { throwIfNoEntry: false }) === undefined) return undefined;
    } catch (error) {
      throw new ItemProblem('unreadable', describeSystemError(error));
    }
    return openFile({ ...item, locator });
  }

  /** Asks the open file and not its name, which is cheaper: a file that lost its name has one link less. */
  verify(): void {
    const before = this.#stats;
    let now: Stats;
    try {
      now = fstatSync(this.#descriptor);
    } catch (error) {
      throw new ItemProblem('unreadable', describeSystemError(error));
    }
    if (now.nlink < before.nlink) throw new ItemProblem('changed', 'was removed or replaced while it was read');
    if (now.size < before.size) throw new ItemProblem('changed', 'shrank while it was read');
    if (now.size > before.size) throw new ItemProblem('changed', 'grew while it was read');
    if (now.mtimeMs !== before.mtimeMs) throw new ItemProblem('changed', 'was written to while it was read');
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A regular file that does not know its size. */
class UnsizedFile implements ByteSource {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      const piece = new Uint8Array(STREAM_BYTES);
      const read = readBytes(this.#descriptor, piece, 0, piece.length, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function readBytes(descriptor: number, target: Uint8Array, at: number, length: number, position: number | null): number {
  try {
    return readSync(descriptor, target, at, length, position);
  } catch (error) {
    throw new ItemProblem('unreadable', describeSystemError(error));
  }
}

/** Runs a file function on an open file and closes it where that fails. */
function attempt<T>(descriptor: number, action: () => T): T {
  try {
    return action();
  } catch (error) {
    closeSync(descriptor);
    throw new ItemProblem('unreadable', describeSystemError(error));
  }
}
