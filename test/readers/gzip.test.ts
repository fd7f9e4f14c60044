/** Gzip: what is inside is found and read like any other item, up to where it breaks. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import type { ByteSource } from '../../src/core/source.js';
import { Budget, DEFAULT_UNPACK, decompress, detectFormat, HEAD_BYTES, readHead } from '../../src/readers/index.js';
import { fileOf, read, streamOf } from './support.js';

/** The ratio of zeros is beyond what one item may have; here it is not asked for. */
const gunzip = (source: ByteSource): ByteSource =>
  decompress(source, 'gzip', new Budget({ ...DEFAULT_UNPACK, ratio: Number.POSITIVE_INFINITY }, source.byteLength));

const table = `name,card number\n${Array.from({ length: 20_000 }, (_, i) => `person ${i},4111 1111 1111 ${i}`).join('\n')}\n`;

/** Bytes that do not compress, from a stated seed. */
const noise = Buffer.concat(Array.from({ length: 4000 }, (_, i) => createHash('sha256').update(`noise ${i}`).digest())).toString(
  'hex',
);

async function contentOf(source: ByteSource): Promise<{ bytes: Buffer; error: unknown }> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of source.stream()) chunks.push(Uint8Array.from(chunk));
  } catch (error) {
    return { bytes: Buffer.concat(chunks), error };
  }
  return { bytes: Buffer.concat(chunks), error: undefined };
}

describe('gzip', () => {
  it('holds a table, found by its content and read with names', async () => {
    const packed = gzipSync(table);
    expect(detectFormat(packed.subarray(0, HEAD_BYTES), false, 'x.csv.gz')).toEqual({ kind: 'compressed', codec: 'gzip' });
    const head = await readHead(gunzip(streamOf(packed, 777)), HEAD_BYTES);
    const format = detectFormat(head.bytes, head.isWhole, 'x.csv.gz');
    expect(format).toMatchObject({ kind: 'csv', header: ['name', 'card number'] });
    if (format.kind !== 'csv') throw new Error('not a table');
    const got = await read(head.source, { format, places: true, blockBytes: 5000 });
    const plain = await read(fileOf(table), { format, places: true });
    expect(got.values).toEqual(plain.values);
    expect(got.counts).toEqual({ ...plain.counts, bytesExamined: packed.length });
  });

  it('of several members is one stream, in pieces of every size', async () => {
    const packed = Buffer.concat([gzipSync('first '), gzipSync(''), gzipSync('second')]);
    for (const size of [1, 7, 8, 9, 100_000]) {
      const { bytes, error } = await contentOf(gunzip(streamOf(packed, size)));
      expect(bytes.toString()).toBe('first second');
      expect(error).toBeUndefined();
    }
  });

  it('that breaks off gives what was read and then a problem', async () => {
    const packed = gzipSync(noise);
    const { bytes, error } = await contentOf(gunzip(streamOf(packed.subarray(0, packed.length / 2), 5000)));
    expect(bytes.length).toBeGreaterThan(noise.length * 0.45);
    expect(noise.startsWith(bytes.toString())).toBe(true);
    expect(error).toBeInstanceOf(ItemProblem);
    expect(error).toMatchObject({ code: 'malformed', message: 'gzip data ends early' });
  });

  it('with a wrong checksum gives all its data and then a problem', async () => {
    const packed = gzipSync('all of the text');
    packed[packed.length - 6]! ^= 1;
    const { bytes, error } = await contentOf(gunzip(fileOf(packed)));
    expect(bytes.toString()).toBe('all of the text');
    expect(error).toMatchObject({ code: 'malformed' });
  });

  it('followed by other bytes is a problem, followed by zeros (as on tapes) is not', async () => {
    const packed = gzipSync('text');
    expect((await contentOf(gunzip(fileOf(Buffer.concat([packed, Buffer.alloc(512)]))))).error).toBeUndefined();
    const { error } = await contentOf(gunzip(fileOf(Buffer.concat([packed, Buffer.from('something else')]))));
    expect(error).toMatchObject({ code: 'malformed' });
  });

  it.each([3, 2000, 200_000])('followed by other bytes gives all its data before the problem (%i bytes)', async (length) => {
    for (const behind of [1, 12, 100, 40_000]) {
      const packed = Buffer.concat([gzipSync(noise.slice(0, 100)), gzipSync(noise.slice(0, length)), Buffer.alloc(behind, 'G')]);
      const { bytes, error } = await contentOf(gunzip(fileOf(packed)));
      expect(bytes.toString()).toBe(noise.slice(0, 100) + noise.slice(0, length));
      expect(error).toMatchObject({ code: 'malformed' });
    }
  });

  it('that is damaged gives what stands before the damage, each byte once', async () => {
    const packed = gzipSync(noise);
    for (const share of [0.01, 0.3, 0.5, 0.99]) {
      const damaged = Buffer.from(packed);
      const at = Math.floor(packed.length * share);
      damaged.fill(0xff, at, at + 40);
      const consumed: number[] = [];
      const source = gunzip(fileOf(damaged));
      const { bytes, error } = await contentOf({
        ...source,
        async *stream() {
          for await (const piece of source.stream()) {
            consumed.push(source.storedBytes!);
            yield piece;
          }
        },
      });
      expect(error).toMatchObject({ code: 'malformed' });
      expect(bytes.length).toBeGreaterThan(noise.length * (share - 0.005));
      const same = Buffer.from(noise).subarray(0, Math.floor(noise.length * (share - 0.005)));
      expect(bytes.subarray(0, same.length).equals(same)).toBe(true);
      expect(consumed).toEqual(consumed.toSorted((a, b) => a - b));
      expect(source.storedBytes).toBeLessThanOrEqual(packed.length);
    }
  });

  it('inside gzip is opened to a depth of eight', async () => {
    let packed = Buffer.from('core');
    for (let i = 0; i < 8; i++) packed = gzipSync(packed);
    let source = streamOf(packed);
    for (let i = 0; i < 8; i++) source = (await readHead(gunzip(source), HEAD_BYTES)).source;
    expect((await contentOf(source)).bytes.toString()).toBe('core');
    expect(source.storedBytes).toBe(packed.length);
    expect(() => gunzip(source)).toThrow(ItemProblem);
  });

  it('bombs are read in flat memory', async () => {
    const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    let total = 0;
    let most = 0;
    const before = process.memoryUsage().rss;
    for await (const chunk of gunzip(fileOf(packed)).stream()) {
      total += chunk.length;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(total).toBe(200 * 1024 * 1024);
    expect(most).toBeLessThan(120 * 1024 * 1024);
  });

  it('left early closes what it reads', async () => {
    let closed = false;
    const source: ByteSource = {
      async *stream() {
        try {
          for (;;) yield gzipSync('again and again');
        } finally {
          closed = true;
        }
      },
      close() {},
    };
    for await (const chunk of gunzip(source).stream()) if (chunk.length > 0) break;
    expect(closed).toBe(true);
  });
});
