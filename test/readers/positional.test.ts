/** What can only be streamed is read by position all the same: in memory or from a file without a name, never beyond the limits. */
import fs from 'node:fs';
import os from 'node:os';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/core/source.js';
import { Budget, DEFAULT_UNPACK, decompress } from '../../src/readers/index.js';
import { type PositionalSource, positional } from '../../src/readers/positional.js';
import { fileOf, streamOf } from './support.js';

const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 31) & 0xff));

function openFiles(): number {
  return fs.readdirSync('/proc/self/fd').length;
}

async function streamed(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
}

function readBack(source: PositionalSource, position: number, length: number): Buffer {
  const target = Buffer.alloc(length);
  return target.subarray(0, source.readAt(target, position));
}

describe('a positional source', () => {
  it('is given back as it is', async () => {
    const source = fileOf(bytes);
    expect(await positional(source)).toBe(source);
  });

  it.each([
    ['memory', {}],
    ['a file', { memoryBytes: 10_000 }],
  ])('of a stream lies in %s and reads the same', async (_where, limits) => {
    const before = openFiles();
    const source = await positional(streamOf(bytes, 777), limits);
    expect(source.byteLength).toBe(bytes.length);
    for (const [position, length] of [
      [0, 10],
      [9_990, 20],
      [49_990, 100],
      [50_000, 1],
      [0, 60_000],
    ] as const)
      expect(readBack(source, position, length)).toEqual(bytes.subarray(position, position + length));
    expect(await streamed(source)).toEqual(bytes);
    expect(await streamed(source)).toEqual(bytes);
    // A file has no name from the beginning; other tests have folders of their own there.
    const kept = fs.readdirSync(os.tmpdir()).filter((name) => /^clearset-[0-9a-f]{32}$/.test(name));
    expect(kept).toEqual([]);
    expect(openFiles()).toBe(before + ('memoryBytes' in limits ? 1 : 0));
    source.close();
    source.close();
    expect(openFiles()).toBe(before);
  });

  it('beyond the limit is a problem, and leaves no file open', async () => {
    const before = openFiles();
    const limits = { memoryBytes: 1000, fileBytes: 20_000 };
    await expect(positional(streamOf(bytes, 777), limits)).rejects.toMatchObject({ name: 'ItemProblem', code: 'limit' });
    expect(openFiles()).toBe(before);
  });

  it('hands on what its stream throws', async () => {
    const failure = new Error('broken');
    await expect(positional(streamOf(bytes, 777, failure), { memoryBytes: 1000 })).rejects.toBe(failure);
  });

  it('of compressed bytes knows how many were stored', async () => {
    const packed = gzipSync(bytes);
    const source = await positional(decompress(streamOf(packed, 777), 'gzip', new Budget(DEFAULT_UNPACK, undefined)));
    expect(source).toMatchObject({ byteLength: bytes.length, storedBytes: packed.length });
  });

  it('copies pieces whose buffer is used again', async () => {
    const piece = new Uint8Array(4);
    const source = await positional({
      async *stream() {
        for (let i = 1; i <= 3; i++) yield piece.fill(i);
      },
      close() {},
    });
    expect([...readBack(source, 0, 12)]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]);
  });
});
