/**
 * Bytes of the catalogue's tables that stay in their file until they are needed, and are then read straight to where they are
 * needed. Most of what a start costs is touching memory for the first time, so empty pages are neither stored nor written, and of
 * the largest tables a page is read when a walk first comes there: ten files of source code need 150 of 3,400.
 */
import { openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../core/errors.js';

/** Unit in which memory is given out, and in which bytes are brought. Twin of `PAGE_BITS` in prefilter/assembly/walk.ts. */
export const PAGE_BYTES = 4096;

/** Bytes that lie elsewhere until they are asked for. */
export interface StoredBytes {
  readonly length: number;
  /** By page: 1 where all of it is zero, so that there is nothing to be brought. */
  readonly emptyPages: Uint8Array;
  /** @param target of that length, all zero */
  copyTo(target: Uint8Array): void;
  /**
   * Brings one page.
   * @param target as that of `copyTo`
   */
  copyPageTo(target: Uint8Array, page: number): void;
}

/** Where the pages of an array lie that are not empty: pairs of offset and length, ascending. */
export type Ranges = readonly (readonly [offset: number, length: number])[];

/** The pages of `bytes` that are not empty, neighbours joined. */
export function filledRanges(bytes: Uint8Array): Ranges {
  const ranges: [number, number][] = [];
  for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
    const page = bytes.subarray(at, at + PAGE_BYTES);
    if (page.every((byte) => byte === 0)) continue;
    const last = ranges.at(-1);
    if (last && last[0] + last[1] === at) last[1] += page.length;
    else ranges.push([at, page.length]);
  }
  return ranges;
}

export function filledParts(bytes: Uint8Array, ranges: Ranges): Uint8Array[] {
  return ranges.map(([offset, length]) => bytes.subarray(offset, offset + length));
}

/** A file that stays open, so that what is read later is of the same build as what was read first. */
export class TablesFile {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Undefined where there is no such file. */
  static open(file: URL): TablesFile | undefined {
    try {
      return new TablesFile(openSync(fileURLToPath(file), 'r'));
    } catch (error) {
      // Anything else is a broken installation and must be seen.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Fills `target` with the bytes from `position` on. @throws InternalError where the file ends before */
  read(target: Uint8Array, position: number): void {
    for (let filled = 0; filled < target.length; ) {
      const read = readSync(this.#descriptor, target, filled, target.length - filled, position + filled);
      if (read === 0) throw notWhole();
      filled += read;
    }
  }
}

/** @param at where in the file the parts begin */
export function storedBytes(file: TablesFile, at: number, length: number, ranges: Ranges): StoredBytes {
  return {
    length,
    get emptyPages() {
      const empty = new Uint8Array(Math.ceil(length / PAGE_BYTES)).fill(1);
      for (const [offset, bytes] of ranges) empty.fill(0, offset / PAGE_BYTES, Math.ceil((offset + bytes) / PAGE_BYTES));
      return empty;
    },
    copyTo(target) {
      let position = at;
      for (const part of filledParts(target, ranges)) {
        file.read(part, position);
        position += part.length;
      }
    },
    copyPageTo(target, page) {
      const start = page * PAGE_BYTES;
      let position = at;
      for (const [offset, bytes] of ranges) {
        if (start < offset) return;
        if (start < offset + bytes) {
          file.read(target.subarray(start, Math.min(start + PAGE_BYTES, offset + bytes)), position + start - offset);
          return;
        }
        position += bytes;
      }
    },
  };
}

function notWhole(): InternalError {
  return new InternalError('a file of this installation is not whole: catalogue.tables; install Clearset anew');
}
