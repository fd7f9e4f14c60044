/** Zstandard, also where Node has no decoder of its own: checksums and lengths are verified, and what lies before damage is given. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import zlib, { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBlockCodecs } from '../../src/readers/block-codecs.js';
import { Damage, Shortage, TooLarge, type Unpack } from '../../src/readers/compressed/types.js';
import { unpackFrames, unpackZstd } from '../../src/readers/compressed/zstd.js';
import { loadZstd, type ZstdLibrary } from '../../src/readers/zstd-frame.js';
import { isOneZstdFrame, mostDecoded, zstdFrameHead, zstdParts } from '../../src/readers/zstd-layout.js';

const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/archives/${name}`, import.meta.url));
const people = gunzipSync(fixture('people.csv.gz'));
const CHECKSUM_BYTES = 4;

/** `zstd` says the length of the content only where it knows it. */
function zstd(content: string | Buffer, ...flags: string[]): Buffer {
  const size = flags.includes('--no-content-size') ? [] : [`--stream-size=${Buffer.byteLength(content)}`];
  return execFileSync('zstd', ['-qc', ...size, ...flags], { input: content, maxBuffer: 2 ** 28 });
}

async function unpackBy(decode: Unpack, packed: Uint8Array, pieceBytes = packed.length) {
  const pieces: Uint8Array[] = [];
  let [consumed, error] = [0, undefined as unknown];
  const given = {
    async *pieces() {
      for (let at = 0; at < packed.length; at += pieceBytes) yield packed.subarray(at, at + pieceBytes);
    },
    isRepeatable: false,
    consumed: (bytes: number) => {
      consumed = bytes;
    },
  };
  try {
    for await (const piece of decode(given)) pieces.push(Uint8Array.from(piece));
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: Buffer.concat(pieces), error, consumed };
}

function changed(bytes: Buffer, at: number, by = 1): Buffer {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at]! ^= by;
  return copy;
}

let library: ZstdLibrary;
beforeAll(async () => {
  library = await loadZstd();
});

describe.each([
  ['the library', unpackFrames],
  ['Node from 22.15 on, the library before', unpackZstd],
] as const)('a stream, decoded by %s,', (_by, decode) => {
  const unpack = (packed: Uint8Array, pieceBytes?: number) => unpackBy(decode, packed, pieceBytes);

  it('with another checksum gives all of its content, and is damaged', async () => {
    for (let bit = 0; bit < 8 * CHECKSUM_BYTES; bit++) {
      const { bytes, error } = await unpack(changed(fixture('people.csv.zst'), -1 - (bit >> 3), 1 << (bit & 7)));
      expect(bytes.equals(people)).toBe(true);
      expect(error).toBeInstanceOf(Damage);
    }
  });

  it('of plain blocks with one changed byte is damaged, whichever it is', async () => {
    const content = Buffer.from('ssn 536-90-4399 of somebody, 5 times 7');
    const packed = zstd(content);
    const [begin, end] = [packed.length - CHECKSUM_BYTES - content.length, packed.length - CHECKSUM_BYTES];
    expect(packed.subarray(begin, end).equals(content)).toBe(true);
    for (let at = begin; at < end; at++) expect((await unpack(changed(packed, at))).error).toBeInstanceOf(Damage);
  });

  it('without a checksum is read as before', async () => {
    const packed = zstd('ssn 536-90-4399 of somebody', '--no-check');
    expect(await unpack(packed)).toEqual({ bytes: Buffer.from('ssn 536-90-4399 of somebody'), consumed: packed.length });
    const at = packed.indexOf('536');
    expect((await unpack(changed(packed, at))).bytes.toString()).toBe('ssn 436-90-4399 of somebody');
  });

  it('whose checksum is cut ends early', async () => {
    const { bytes, error } = await unpack(fixture('people.csv.zst').subarray(0, -1));
    expect(bytes.equals(people)).toBe(true);
    expect(error).toBeInstanceOf(Shortage);
  });

  it('that says another length than it has is damaged', async () => {
    const packed = zstd('7 of nine', '--no-check');
    const { contentBytes } = zstdFrameHead(packed.subarray(4));
    expect(contentBytes).toBe(9);
    const { bytes, error } = await unpack(changed(packed, 5, 3));
    // Node's own says so before it gives the last block.
    expect(bytes.toString()).toBe(decode === unpackZstd && 'zstdDecompressSync' in zlib ? '' : '7 of nine');
    expect(error).toBeInstanceOf(Damage);
  });

  it('of several frames verifies each, and passes over what is to be passed over', async () => {
    const skipped = Buffer.concat([Buffer.from('502a4d1803000000', 'hex'), Buffer.from('abc')]);
    const [one, two] = [zstd('one frame of words, '), zstd('another frame of words')];
    const whole = Buffer.concat([skipped, one, skipped, two, skipped]);
    for (const size of [1, 7, whole.length]) {
      const { bytes, error, consumed } = await unpack(whole, size);
      expect([bytes.toString(), error, consumed]).toEqual([
        'one frame of words, another frame of words',
        undefined,
        whole.length,
      ]);
    }
    const first = await unpack(Buffer.concat([changed(one, -1), two]));
    expect([first.bytes.toString(), first.error]).toEqual(['one frame of words, ', expect.any(Damage)]);
    const second = await unpack(Buffer.concat([one, changed(two, -1)]));
    expect([second.bytes.toString(), second.error]).toEqual(['one frame of words, another frame of words', expect.any(Damage)]);
  });

  it('of frames shorter than the decoder waits for loses nothing', async () => {
    for (const content of ['', '7', '536904', '5555555555', 'a'.repeat(3000)])
      for (const flags of [[], ['--no-check'], ['--no-content-size'], ['--no-check', '--no-content-size']]) {
        const packed = Buffer.concat([zstd(content, ...flags), zstd('|', ...flags)]);
        const { bytes, error } = await unpack(packed);
        expect([bytes.toString(), error]).toEqual([`${content}|`, undefined]);
      }
  });

  it('that wants more memory than 128 MiB is not begun', async () => {
    const { bytes, error } = await unpack(Buffer.from('28b52ffd00b8010000', 'hex'));
    expect([bytes.length, error]).toEqual([0, expect.any(TooLarge)]);
  });
});

describe('bytes at hand', () => {
  const lines = Buffer.from(Array.from({ length: 30_000 }, (_, i) => `${i * 7919}: a line of its own\n`).join(''));

  it('come out whole, whatever their frames say of themselves', () => {
    for (const flags of [[], ['--no-check'], ['--no-content-size'], ['--no-check', '--no-content-size'], ['-19', '--long=27']]) {
      const packed = zstd(lines, ...flags);
      expect(Buffer.from(library.decompress(packed, lines.length)).equals(lines)).toBe(true);
      expect(Buffer.from(library.decompress(packed, lines.length + 1000)).equals(lines)).toBe(true);
      expect(mostDecoded(packed)).toBeGreaterThanOrEqual(lines.length);
      expect(mostDecoded(packed)).toBeLessThan(lines.length + 128 * 1024);
    }
  });

  it('may be several frames', () => {
    const two = Buffer.concat([zstd(lines), zstd('and more')]);
    expect(mostDecoded(two)).toBe(lines.length + 8);
    expect(
      Buffer.from(library.decompress(two, lines.length + 8))
        .subarray(lines.length)
        .toString(),
    ).toBe('and more');
  });

  it('are refused where a checksum or a length is another, or more comes out, or something follows', () => {
    const packed = zstd(lines);
    const size = lines.length;
    for (const [bytes, most] of [
      [changed(packed, -1), size],
      [packed, size - 1],
      [packed.subarray(0, -1), size],
      [packed.subarray(0, 40), size],
      [Buffer.concat([packed, Buffer.from('more bytes')]), size],
      [Buffer.from('28b52ffd00b8010000', 'hex'), size],
    ] as const)
      expect(() => library.decompress(bytes, most)).toThrow(RangeError);
  });
});

it('codecs of blocks take several frames', async () => {
  const { ZSTD } = await loadBlockCodecs();
  const [one, two] = [zstd('one frame of words, '), zstd('another')];
  expect(Buffer.from(ZSTD(Buffer.concat([one, two]), 27)).toString()).toBe('one frame of words, another');
  expect(Buffer.from(ZSTD(one, 20)).toString()).toBe('one frame of words, ');
  expect(
    [one, Buffer.concat([one, two]), one.subarray(0, -1), Buffer.concat([one, Buffer.from('x')])].map(isOneZstdFrame),
  ).toEqual([true, false, false, false]);
});

it('parts of frames have their places', () => {
  const kinds = [...zstdParts(fixture('frames.csv.zst'))].map(({ kind }) => kind);
  expect(kinds).toEqual(['frame', 'block', 'end', 'frame', 'block', 'end']);
});
