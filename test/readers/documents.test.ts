/** Pieces of text as one document: every piece is read whole, in its place, however the document is cut into blocks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import type { Location } from '../../src/core/segment.js';
import { attachmentPieces } from '../../src/readers/attachments.js';
import { textParts } from '../../src/readers/decoder.js';
import { type DocumentPieces, type Piece, readPieces } from '../../src/readers/documents.js';
import { Omissions } from '../../src/readers/omissions.js';
import { asReader } from '../../src/readers/steps.js';
import { fileOf, makeMemory, newCounts } from './support.js';

const memory = makeMemory();
const halo = { left: 40, right: 70 };

async function readAll(pieces: DocumentPieces['pieces'], { storedBytes = () => 0, blockBytes = 512 * 1024 } = {}) {
  const counts = newCounts();
  const owned: Buffer[] = [];
  /** Of each `#`. */
  const places: { at: number; line: number; column: number; location: Location }[] = [];
  const reader = asReader((request) => readPieces(request, { pieces, storedBytes }));
  let error: unknown;
  try {
    const request = {
      source: fileOf(''),
      format: { kind: 'text', encoding: 'utf-8' },
      memory,
      halo,
      counts,
      blockBytes,
    } as const;
    for await (const segment of reader(request)) {
      expect(segment).toMatchObject({ shape: 'text', spanSpace: 'member' });
      owned.push(Buffer.from(memory.bytes.subarray(segment.ownStart, segment.ownEnd)));
      for (let at = segment.ownStart; at < segment.ownEnd; at++) {
        if (memory.bytes[at] === 0x23) places.push({ at: segment.base + at, ...segment.locate(at, -1) });
      }
    }
  } catch (thrown) {
    error = thrown;
  }
  return { bytes: Buffer.concat(owned), places, counts, error };
}

async function* later(pieces: readonly Piece[], failure?: Error): AsyncGenerator<Piece, void, void> {
  yield* pieces;
  if (failure) throw failure;
}

const text = fc
  .array(fc.constantFrom('a', 'word ', '#', '\n', 'é', '日本', '\u{1f600}', 'x'.repeat(300)), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('pieces', () => {
  it('are one text, a line or more each, with the place of their piece, in blocks of every size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 30 }), fc.integer({ min: 256, max: 3000 }), async (texts, blockBytes) => {
        const pieces = texts.map((one, index) => ({ text: one, location: { page: index + 1 } }));
        const { bytes, places, error } = await readAll(later(pieces), { blockBytes });
        const filled = pieces.filter((piece) => piece.text !== '');
        const whole = filled.map((piece) => `${piece.text}\n`).join('');
        expect(error).toBeUndefined();
        expect(bytes.toString()).toBe(whole);
        const pages = filled.flatMap((piece) => Array.from(piece.text.matchAll(/#/g), () => piece.location.page));
        expect(places.map(({ location }) => location.page)).toEqual(pages);
        const lines = whole.split('\n').flatMap((line, i) => Array.from(line.matchAll(/#/g), () => i + 1));
        expect(places.map(({ line }) => line)).toEqual(lines);
      }),
      { numRuns: 100 },
    );
  });

  it('longer than a block, or than what is encoded at a time, keep their characters and their place', async () => {
    const long = '\u{1f600}'.repeat(200_000);
    const pieces = [
      { text: `a${long}#`, location: { page: 1 } },
      { text: '#', location: { part: 'last' } },
    ];
    const { bytes, places } = await readAll(pieces, { blockBytes: 4096 });
    expect(bytes.toString()).toBe(`a${long}#\n#\n`);
    expect(places.map(({ location }) => location)).toEqual([{ page: 1 }, { part: 'last' }]);
  });

  it('many and short, all keep their places', async () => {
    const pieces = Array.from({ length: 50_000 }, (_, i) => ({ text: `# ${i}`, location: { paragraph: i + 1 } }));
    const { places } = await readAll(pieces, { blockBytes: 1000 });
    expect(places.map(({ location }) => location.paragraph)).toEqual(pieces.map(({ location }) => location.paragraph));
  });

  it('before a failure are read, and the stored bytes say how far', async () => {
    let done = 0;
    const pieces = async function* (): AsyncGenerator<Piece, void, void> {
      done = 100;
      yield { text: 'first', location: { page: 1 } };
      done = 250;
      yield { text: 'second #', location: { page: 2 } };
      throw new ItemProblem('malformed', 'the rest is damaged');
    };
    const { bytes, places, counts, error } = await readAll(pieces(), { storedBytes: () => done });
    expect(bytes.toString()).toBe('first\nsecond #\n');
    expect(places.map(({ location }) => location)).toEqual([{ page: 2 }]);
    expect(error).toMatchObject({ code: 'malformed', message: 'the rest is damaged' });
    expect(counts).toMatchObject({ bytesExamined: 250, bytesDecoded: 15 });
  });

  it('are left when the reader is left', async () => {
    let isLeft = false;
    const endless = async function* (): AsyncGenerator<Piece, void, void> {
      try {
        for (;;) yield { text: 'x'.repeat(1000), location: {} };
      } finally {
        isLeft = true;
      }
    };
    const reader = asReader((request) => readPieces(request, { pieces: endless(), storedBytes: () => 0 }));
    const format = { kind: 'text', encoding: 'utf-8' } as const;
    for await (const _segment of reader({ source: fileOf(''), format, memory, halo, counts: newCounts() })) break;
    expect(isLeft).toBe(true);
  });
});

describe('an attached text of some megabytes', () => {
  const long = `SSN ${'x'.repeat(2 ** 20 - 8)} 536-90-4399 ${'é'.repeat(2 ** 20)}`;
  const texts = [
    'short',
    'ends with a newline\n',
    `${'many lines and each of them short\n'.repeat(100_000)}and a last one`,
    long,
    `first\n${long}\nlast\n`,
  ];

  it('is read in parts, and is the same text', async () => {
    for (const one of texts) {
      const bytes = Buffer.from(one);
      const parts = [...textParts('utf-8', bytes)];
      expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThan(2 ** 21);
      expect(parts.map(({ text, continues }) => `${text}${continues ? '' : '\n'}`).join('')).toBe(`${one}\n`);
      const read = await readAll(attachmentPieces({ name: 'a.txt', bytes }, new Omissions(0)));
      expect(read.bytes.toString()).toBe(one.endsWith('\n') ? one : `${one}\n`);
    }
  });
});

describe('what was left out', () => {
  it('is one problem: the gravest code, every detail once, in a fixed order', () => {
    const omissions = new Omissions(0);
    expect(() => omissions.throwIfAny()).not.toThrow();
    omissions.add('unsupported', 'page 3 is an image');
    omissions.add('malformed', 'page 2 is damaged');
    omissions.add('unsupported', 'page 3 is an image');
    expect(() => omissions.throwIfAny()).toThrow(
      expect.objectContaining({ code: 'malformed', message: 'page 2 is damaged; page 3 is an image' }),
    );
  });
});
