/** Text in blocks and ranges: every byte is owned once, with its halo, in whole characters, in every encoding. */
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFormat, TextEncoding } from '../../src/core/format.js';
import { ItemProblem } from '../../src/core/problem.js';
import type { Segment } from '../../src/core/segment.js';
import type { ByteSource } from '../../src/core/source.js';
import { openReader } from '../../src/readers/index.js';
import type { ReadRequest } from '../../src/readers/types.js';
import { fileOf, makeMemory, newCounts, streamOf } from './support.js';

const memory = makeMemory();
const halo = { left: 40, right: 70 };

interface Piece extends Segment {
  readonly bytes: Buffer;
}

async function readPieces(
  source: ByteSource,
  options: Partial<ReadRequest> & { encoding?: TextEncoding; newline?: number } = {},
) {
  const { encoding = 'utf-8', newline, ...rest } = options;
  const format: ContentFormat = { kind: 'text', encoding, ...(newline !== undefined && { newline }) };
  const counts = newCounts();
  const pieces: Piece[] = [];
  const places: { line: number; column: number; at: number }[] = [];
  let error: unknown;
  const reader = await openReader(format);
  try {
    for await (const segment of reader({ source, format, memory, halo, counts, ...rest })) {
      pieces.push({ ...segment, bytes: Buffer.from(memory.bytes.subarray(0, segment.length)) });
      for (let at = segment.ownStart; at < segment.ownEnd; at++) {
        if (memory.bytes[at] !== 0x23) continue;
        const { line, column } = segment.locate(at, -1);
        places.push({ line, column, at: segment.base + at });
      }
    }
  } catch (thrown) {
    error = thrown;
  }
  const owned = Buffer.concat(pieces.map((piece) => piece.bytes.subarray(piece.ownStart, piece.ownEnd)));
  return { pieces, places, counts, owned, error };
}

/** Line and column of each `#`, counted the slow way. */
function placesOf(text: string) {
  const found: { line: number; column: number }[] = [];
  text.split('\n').forEach((line, i) => {
    Array.from(line).forEach((character, column) => {
      if (character === '#') found.push({ line: i + 1, column: column + 1 });
    });
  });
  return found;
}

const text = fc
  .array(fc.constantFrom('a', 'word ', '#', '\n', '\r\n', 'é', '日本', '\u{1f600}', 'x'.repeat(300), '\u0000'), {
    maxLength: 300,
  })
  .map((parts) => parts.join(''));
const block = fc.integer({ min: 256, max: 3000 });

describe('text', () => {
  it('is owned once, byte for byte, with its halo, in blocks of every size', async () => {
    await fc.assert(
      fc.asyncProperty(text, block, fc.boolean(), async (content, blockBytes, isStreamed) => {
        const bytes = Buffer.from(content);
        const got = await readPieces(isStreamed ? streamOf(bytes, 333) : fileOf(bytes), { blockBytes });
        expect(got.owned).toEqual(bytes);
        let position = 0;
        for (const piece of got.pieces) {
          expect(piece.base + piece.ownStart).toBe(position);
          position = piece.base + piece.ownEnd;
          expect(isUtf8(piece.bytes)).toBe(true);
          expect(piece.bytes).toEqual(bytes.subarray(piece.base, piece.base + piece.length));
          expect(piece.base).toBeLessThanOrEqual(Math.max(0, piece.base + piece.ownStart - halo.left));
          expect(piece.base + piece.length).toBeGreaterThanOrEqual(Math.min(bytes.length, position + halo.right - 3));
          expect(piece.isFirst).toBe(piece.base === 0);
          // A block that the end of the content just fills can't know it: it owns up to its halo, and one more follows.
          if (piece.isLast) expect(piece.base + piece.length).toBe(bytes.length);
          else expect(piece.base + piece.ownEnd + halo.right).toBeLessThanOrEqual(bytes.length);
        }
        expect(got.pieces.at(-1)?.isLast ?? true).toBe(true);
        expect(got.places.map(({ line, column }) => ({ line, column }))).toEqual(placesOf(content));
        expect(got.counts).toMatchObject({
          bytesExamined: bytes.length,
          bytesDecoded: bytes.length,
          newlines: content.split('\n').length - 1,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in ranges: each owns its characters, and the lines add up', async () => {
    await fc.assert(
      fc.asyncProperty(text, block, fc.array(fc.nat(), { maxLength: 4 }), async (content, blockBytes, cuts) => {
        const bytes = Buffer.from(content);
        const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const owned: Buffer[] = [];
        const places: { line: number; column: number }[] = [];
        let newlines = 0;
        for (let i = 0; i + 1 < edges.length; i++) {
          const range = { start: edges[i]!, end: edges[i + 1]! };
          const got = await readPieces(fileOf(bytes), { blockBytes, range });
          owned.push(got.owned);
          for (const { line, column } of got.places) places.push({ line: line + newlines, column });
          newlines += got.counts.newlines;
        }
        expect(Buffer.concat(owned)).toEqual(bytes);
        expect(places).toEqual(placesOf(content));
      }),
      { numRuns: 150 },
    );
  });

  it('whose lines end with a carriage return alone has places on those lines, whole, in blocks and in ranges', async () => {
    await fc.assert(
      fc.asyncProperty(text, block, fc.nat(), async (mixed, blockBytes, cut) => {
        const content = mixed.replace(/\r?\n/g, '\n');
        const bytes = Buffer.from(content.replaceAll('\n', '\r'));
        const whole = await readPieces(fileOf(bytes), { blockBytes, newline: 0x0d });
        expect(whole.places.map(({ line, column }) => ({ line, column }))).toEqual(placesOf(content));
        const at = cut % (bytes.length + 1);
        const first = await readPieces(fileOf(bytes), { blockBytes, newline: 0x0d, range: { start: 0, end: at } });
        const second = await readPieces(fileOf(bytes), { blockBytes, newline: 0x0d, range: { start: at, end: bytes.length } });
        const behind = second.places.map(({ line, column }) => ({ line: line + first.counts.newlines, column }));
        expect([...first.places.map(({ line, column }) => ({ line, column })), ...behind]).toEqual(placesOf(content));
      }),
      { numRuns: 100 },
    );
  });

  it('that is not UTF-8 has 0x00 in place of each bad byte, the same in blocks of every size', async () => {
    const bytes = fc.array(
      fc.oneof(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe0, 0x80, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0x80, 0xf4, 0xff), fc.nat(255)),
      { maxLength: 2000 },
    );
    await fc.assert(
      fc.asyncProperty(bytes, block, async (content, blockBytes) => {
        const raw = Buffer.from(content);
        const got = await readPieces(fileOf(raw), { blockBytes });
        const start = raw.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0;
        expect(got.owned).toEqual(repaired(raw).subarray(start));
        expect(got.counts.bytesExamined).toBe(raw.length);
      }),
      { numRuns: 300 },
    );
  });

  /** TextDecoder marks each bad sequence with one U+FFFD; where it does, our bytes are zero. */
  function repaired(raw: Buffer): Buffer {
    const result = Buffer.from(raw);
    for (let at = 0; at < raw.length; ) {
      const length = [1, 2, 3, 4].find((size) => at + size <= raw.length && isUtf8(raw.subarray(at, at + size)));
      if (!length) result[at] = 0;
      at += length ?? 1;
    }
    return result;
  }

  it('in UTF-16 is examined as UTF-8 and counts in decoded bytes', async () => {
    const content = 'naïve # 日本 \u{1f600}\n'.repeat(400);
    const wide = Buffer.from(content, 'utf16le');
    for (const [encoding, bytes] of [
      ['utf-16le', wide],
      ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
      ['utf-16be', Buffer.from(wide).swap16()],
      ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
    ] as const) {
      const got = await readPieces(streamOf(bytes, 1001), { encoding, blockBytes: 300 });
      expect(got.owned.toString()).toBe(content);
      expect(got.pieces.every((piece) => piece.spanSpace === 'member')).toBe(true);
      expect(got.counts).toMatchObject({ bytesExamined: bytes.length, bytesDecoded: Buffer.byteLength(content) });
      expect(got.places.map(({ line, column }) => ({ line, column }))).toEqual(placesOf(content));
    }
  });

  it('begins behind a byte order mark, which is counted', async () => {
    const got = await readPieces(fileOf('\ufeffab#'));
    expect(got.owned.toString()).toBe('ab#');
    expect(got.pieces[0]).toMatchObject({ base: 3, isFirst: true, isLast: true, spanSpace: 'item' });
    expect(got.places).toEqual([{ line: 1, column: 3, at: 5 }]);
    expect(got.counts.bytesExamined).toBe(6);
  });

  it('whose source fails is examined up to the failure, which is thrown then', async () => {
    const failure = new ItemProblem('unreadable', 'the disk is gone');
    const got = await readPieces(streamOf('text '.repeat(1000), 100, failure), { blockBytes: 500 });
    expect(got.owned.length).toBe(5000);
    expect(got.error).toBe(failure);
    expect(got.counts.bytesExamined).toBe(5000);
  });

  it('that is empty gives nothing', async () => {
    const got = await readPieces(fileOf(''));
    expect(got.pieces).toEqual([]);
    expect(got.counts.bytesExamined).toBe(0);
  });
});
