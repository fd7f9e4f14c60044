/**
 * Bytes of the catalogue's tables that stay in their file until they are needed, and are then read straight to where they are
 * needed. Most of what a start costs is touching memory for the first time, so empty pages are neither stored nor written.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../core/errors.js';

/** Unit in which memory is given out. */
const PAGE_BYTES = 4096;

/** Bytes that lie elsewhere until they are asked for. */
export interface StoredBytes {
  readonly length: number;
  /** @param target of that length, all zero */
  copyTo(target: Uint8Array): void;
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

/** @param at where in the file the parts begin */
export function storedBytes(file: URL, at: number, length: number, ranges: Ranges): StoredBytes {
  return {
    length,
    copyTo(target) {
      const parts = filledParts(target, ranges);
      if (!readParts(file, at, parts)) throw notWhole();
    },
  };
}

/** Fills the parts one after the other with the bytes of a file; false where there is no such file. */
export function readParts(file: URL, from: number, parts: readonly Uint8Array[]): boolean {
  let opened: number;
  try {
    opened = openSync(fileURLToPath(file), 'r');
  } catch (error) {
    // Anything else is a broken installation and must be seen.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  try {
    let position = from;
    for (const part of parts) {
      for (let filled = 0; filled < part.length; ) {
        const read = readSync(opened, part, filled, part.length - filled, position);
        if (read === 0) throw notWhole();
        filled += read;
        position += read;
      }
    }
    return true;
  } finally {
    closeSync(opened);
  }
}

function notWhole(): InternalError {
  return new InternalError('a file of this installation is not whole: catalogue.tables; install Clearset anew');
}
