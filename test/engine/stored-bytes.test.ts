/** The catalogue's tables, read page by page: what a walk finds there is what the build has written. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { InternalError } from '../../src/core/errors.js';
import { filledParts, filledRanges, PAGE_BYTES, storedBytes, TablesFile } from '../../src/engine/stored-bytes.js';

/** Five pages and a piece of a sixth; the first, third and fourth are empty. */
const BYTES = Uint8Array.from({ length: 5 * PAGE_BYTES + 100 }, (_, i) =>
  [0, 2, 3].includes(Math.floor(i / PAGE_BYTES)) ? 0 : 1 + (i % 251),
);
const IN_FRONT = 77;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-tables-'));
const name = path.join(folder, 'a.tables');
const ranges = filledRanges(BYTES);
fs.writeFileSync(name, Buffer.concat([Buffer.alloc(IN_FRONT, 9), ...filledParts(BYTES, ranges)]));

afterAll(() => fs.rmSync(folder, { recursive: true }));

function open(): TablesFile {
  return TablesFile.open(pathToFileURL(name))!;
}

describe('stored bytes', () => {
  it('leave empty pages out of the file', () => {
    expect(fs.statSync(name).size).toBe(IN_FRONT + 2 * PAGE_BYTES + 100);
  });

  it('say which pages are empty', () => {
    expect([...storedBytes(open(), IN_FRONT, BYTES.length, ranges).emptyPages]).toEqual([1, 0, 1, 1, 0, 0]);
  });

  it('are brought whole', () => {
    const target = new Uint8Array(BYTES.length);
    storedBytes(open(), IN_FRONT, BYTES.length, ranges).copyTo(target);
    expect(target).toEqual(BYTES);
  });

  it('are brought page by page, in any order, and an empty page brings nothing', () => {
    const target = new Uint8Array(BYTES.length);
    const stored = storedBytes(open(), IN_FRONT, BYTES.length, ranges);
    for (const page of [5, 1, 0, 3]) stored.copyPageTo(target, page);
    const expected = BYTES.slice();
    expected.fill(0, 4 * PAGE_BYTES, 5 * PAGE_BYTES);
    expect(target).toEqual(expected);
  });

  it('are said to be not whole where the file ends before them', () => {
    const stored = storedBytes(open(), IN_FRONT + 1, BYTES.length, ranges);
    expect(() => stored.copyPageTo(new Uint8Array(BYTES.length), 5)).toThrow(InternalError);
  });

  it('of a file that is not there are none', () => {
    expect(TablesFile.open(pathToFileURL(path.join(folder, 'none')))).toBeUndefined();
  });
});
