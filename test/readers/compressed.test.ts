/** Every compression gives what other software packed, and of damaged data what lies before the damage; of none comes more than is allowed. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodecName } from '../../src/core/format.js';
import { ItemProblem } from '../../src/core/problem.js';
import type { ByteSource } from '../../src/core/source.js';
import { CODECS } from '../../src/readers/compressed/codecs.js';
import { Xxh32 } from '../../src/readers/compressed/xxh32.js';
import { Budget, DEFAULT_UNPACK, decompress, detectFormat } from '../../src/readers/index.js';
import { fileOf, streamOf } from './support.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/archives/${name}`, import.meta.url));
const people = gunzipSync(fixture('people.csv.gz'));

interface Got {
  readonly bytes: Buffer;
  readonly error: unknown;
  readonly storedBytes: number | undefined;
}

async function contentOf(source: ByteSource): Promise<Got> {
  const pieces: Uint8Array[] = [];
  let error: unknown;
  try {
    for await (const piece of source.stream()) pieces.push(Uint8Array.from(piece));
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: Buffer.concat(pieces), error, storedBytes: source.storedBytes };
}

function unpack(packed: Uint8Array, codec: CodecName, pieceBytes?: number): Promise<Got> {
  const source = pieceBytes === undefined ? fileOf(packed) : streamOf(packed, pieceBytes);
  return contentOf(decompress(source, codec, new Budget(DEFAULT_UNPACK, packed.length)));
}

/** Of each codec, what several of its writers and options made. */
const FILES: readonly (readonly [file: string, codec: CodecName])[] = [
  ['people.csv.gz', 'gzip'],
  ['members.csv.gz', 'gzip'],
  ['people.csv.zst', 'zstd'],
  ['plain.csv.zst', 'zstd'],
  ['frames.csv.zst', 'zstd'],
  ['people.csv.xz', 'xz'],
  ['streams.csv.xz', 'xz'],
  ['people.csv.bz2', 'bzip2'],
  ['streams.csv.bz2', 'bzip2'],
  ['people.csv.lz4', 'lz4'],
  ['linked.csv.lz4', 'lz4'],
  ['frames.csv.lz4', 'lz4'],
  ['people.csv.sz', 'snappy'],
  ['people.csv.br', 'brotli'],
];
/** Formats with a checksum of their content that is verified, so that no flipped byte goes unseen. */
const CHECKED = new Set([
  'people.csv.gz',
  'people.csv.zst',
  'frames.csv.zst',
  'people.csv.xz',
  'people.csv.bz2',
  'people.csv.lz4',
  'people.csv.sz',
]);

describe.each(FILES)('%s', (file, codec) => {
  const packed = fixture(file);

  it('is known by its first bytes and decompressed whole, in pieces of every size', async () => {
    expect(detectFormat(packed, true, file)).toEqual({ kind: 'compressed', codec });
    for (const size of [undefined, 1, 7, 1000, 100_000]) {
      const { bytes, error, storedBytes } = await unpack(packed, codec, size);
      expect(error).toBeUndefined();
      expect(bytes.equals(people)).toBe(true);
      expect(storedBytes).toBe(packed.length);
    }
  });

  it('cut anywhere gives a beginning and a problem', async () => {
    for (let i = 1; i <= 20; i++) {
      const length = Math.floor((packed.length * i) / 21);
      for (const size of [undefined, 500]) {
        const { bytes, error } = await unpack(packed.subarray(0, length), codec, size);
        expect(people.subarray(0, bytes.length).equals(bytes)).toBe(true);
        // Between two frames or streams there is nothing to see.
        if (error === undefined) expect(/frames|streams|members/.test(file)).toBe(true);
        else
          expect(error).toMatchObject({ name: 'ItemProblem', code: 'malformed', message: expect.stringMatching(/ends early/) });
      }
    }
  });

  it('with flipped bytes gives a problem, or the same content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = Buffer.from(packed);
        damaged[at]! ^= flip;
        const { bytes, error } = await unpack(damaged, codec);
        if (error === undefined && CHECKED.has(file)) expect(bytes.equals(people)).toBe(true);
        if (error !== undefined) expect(error).toBeInstanceOf(ItemProblem);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('followed by other bytes gives all of it, and a problem', async () => {
    const { bytes, error } = await unpack(Buffer.concat([packed, Buffer.from('something else')]), codec);
    expect(bytes.equals(people)).toBe(true);
    expect(error).toMatchObject({ code: 'malformed' });
  });
});

describe('damage', () => {
  it.each([
    ['gzip', 'people.csv.gz', 100],
    ['xz', 'people.csv.xz', 400],
  ] as const)('in %s leaves what lies before it, but for a few bytes', async (codec, file, lost) => {
    const damaged = Buffer.from(fixture(file));
    const at = Math.floor(damaged.length * 0.7);
    damaged.fill(0xff, at, at + 40);
    const { bytes, error } = await unpack(damaged, codec);
    expect(error).toMatchObject({ code: 'malformed' });
    const least = Math.floor(people.length * 0.7) - people.length * 0.05 - lost;
    expect(bytes.length).toBeGreaterThan(least);
    expect(bytes.subarray(0, Math.floor(least)).equals(people.subarray(0, Math.floor(least)))).toBe(true);
  });
});

describe('what is not read', () => {
  it('xz with a checksum that the decoder does not know is a problem, not silence', async () => {
    const { error } = await unpack(fixture('sha256.csv.xz'), 'xz');
    expect(error).toMatchObject({ name: 'ItemProblem' });
  });

  it('Zstandard that wants 2 GB of memory is a problem of limits', async () => {
    const huge = Buffer.concat([Buffer.from('28b52ffd0058a8', 'hex').subarray(0, 4), Buffer.from([0x00, 21 << 3, 1, 0, 0])]);
    const { error } = await unpack(huge, 'zstd');
    expect(error).toMatchObject({ code: 'limit' });
  });
});

describe('a budget', () => {
  const zeros = Buffer.alloc(2 ** 20);
  const bombs: readonly (readonly [CodecName, () => Buffer])[] = [
    ['gzip', () => gzipSync(Buffer.alloc(200 * 2 ** 20))],
    ['brotli', () => brotliCompressSync(Buffer.alloc(200 * 2 ** 20))],
    ['zstd', () => execFileSync('zstd', ['-qc', '--ultra', '-20'], { input: Buffer.alloc(200 * 2 ** 20), maxBuffer: 2 ** 24 })],
    ['bzip2', () => execFileSync('bzip2', ['-c'], { input: Buffer.alloc(200 * 2 ** 20), maxBuffer: 2 ** 24 })],
    ['xz', () => execFileSync('xz', ['-c', '-1'], { input: Buffer.alloc(200 * 2 ** 20), maxBuffer: 2 ** 24 })],
  ];

  it.each(bombs)('ends a bomb of %s soon behind 64 MiB, in little memory', async (codec, make) => {
    const packed = make();
    const budget = new Budget(DEFAULT_UNPACK, packed.length);
    const before = process.memoryUsage().rss;
    let most = 0;
    let total = 0;
    let error: unknown;
    try {
      for await (const piece of decompress(fileOf(packed), codec, budget).stream()) {
        total += piece.length;
        most = Math.max(most, process.memoryUsage().rss - before);
      }
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'limit', message: expect.stringMatching(/more than 1,000 times its size/) });
    expect(total).toBeLessThanOrEqual(Math.max(64 * 2 ** 20, 1000 * packed.length));
    expect(most).toBeLessThan(120 * 2 ** 20);
  });

  it('counts what comes of a stream whose length is not known', async () => {
    const packed = gzipSync(zeros);
    const budget = new Budget({ ...DEFAULT_UNPACK, bytes: 1000 }, undefined);
    const { error } = await contentOf(decompress(budget.watch(streamOf(packed)), 'gzip', budget));
    expect(error).toMatchObject({ code: 'limit', message: expect.stringMatching(/more than 1,000 bytes/) });
    // Its first piece; the rest is not asked for any more.
    expect(budget.arrived).toBe(1000);
    expect(budget.isSpent).toBe(true);
  });
});

describe('nesting', () => {
  it('of the same compression in itself is read, each in its turn', async () => {
    const inner = fixture('people.csv.xz');
    const outer = execFileSync('xz', ['-c'], { input: inner });
    const budget = new Budget(DEFAULT_UNPACK, outer.length);
    const { bytes, error } = await contentOf(decompress(decompress(fileOf(outer), 'xz', budget), 'xz', budget));
    expect(error).toBeUndefined();
    expect(bytes.equals(people)).toBe(true);
  });

  it('of two streams of bzip2 read in turns does not mix them', async () => {
    const budget = new Budget(DEFAULT_UNPACK, undefined);
    const [a, b] = [fixture('people.csv.bz2'), fixture('streams.csv.bz2')].map((packed) =>
      decompress(streamOf(packed, 100), 'bzip2', budget).stream()[Symbol.asyncIterator](),
    );
    const got: [Uint8Array[], Uint8Array[]] = [[], []];
    for (let isOver = false; !isOver; ) {
      const [one, other] = [await a!.next(), await b!.next()];
      if (!one.done) got[0].push(one.value);
      if (!other.done) got[1].push(other.value);
      isOver = one.done === true && other.done === true;
    }
    for (const pieces of got) expect(Buffer.concat(pieces).equals(people)).toBe(true);
  });
});

it('each codec has a name of its own, which loads', async () => {
  expect(new Set(CODECS.map(({ name }) => name)).size).toBe(CODECS.length);
  for (const { load } of CODECS) expect(typeof (await load())).toBe('function');
});

it('the checksum of LZ4 frames is XXH32, in pieces of every size', () => {
  // The vectors of the xxHash repository with seed 0: nothing, and the first 1, 14 and 222 bytes of its test buffer.
  const bytes = Buffer.alloc(222);
  for (let i = 0, generator = 2654435761n; i < bytes.length; i++) {
    bytes[i] = Number((generator >> 56n) & 0xffn);
    generator = BigInt.asUintN(64, generator * 11400714785074694797n);
  }
  for (const [length, sum] of [
    [0, 0x02cc5d05],
    [1, 0xcf65b03e],
    [14, 0x1208e7e2],
    [222, 0x5bd11dbd],
  ] as const)
    for (const size of [1, 5, 16, 1000]) {
      const hash = new Xxh32();
      for (let at = 0; at < length; at += size) hash.update(bytes.subarray(at, Math.min(length, at + size)));
      expect(hash.digest()).toBe(sum);
    }
});
