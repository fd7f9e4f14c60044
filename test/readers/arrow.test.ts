/** Arrow as pyarrow writes it: files and streams, compressed or not, give the same cells; damage costs what stands behind it. */
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';
import { cellsOf, fixture, sorted, TRUTH } from './columnar.js';
import { cutsOf, flipsOf } from './damage.js';
import { streamOf } from './support.js';

const ARROW = { kind: 'arrow' } as const;
const expected = sorted(TRUTH);
const known = new Set(expected);

describe('the reader of Arrow', () => {
  it.each(['plain.arrow', 'plain.arrows', 'lz4.arrow', 'lz4.arrows', 'zstd.arrow', 'zstd.arrows'])(
    'gives every cell of %s',
    async (name) => {
      const bytes = fixture(`arrow/${name}`);
      expect(detectFormat(bytes.subarray(0, 65_536), true, 'a.bin')).toEqual(ARROW);
      const { cells, names, problem, bytesExamined, records } = await cellsOf(bytes, ARROW);
      expect(problem).toBeUndefined();
      expect(sorted(cells)).toEqual(expected);
      expect(names).toEqual(expect.arrayContaining(['ssn', 'people', 'street']));
      expect([bytesExamined, records]).toEqual([bytes.length, 240]);
    },
  );

  it('reads dictionaries, as Feather has them', async () => {
    const { cells, problem } = await cellsOf(fixture('arrow/dictionary.feather'), ARROW);
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(sorted(TRUTH.filter(([, name]) => ['name', 'ssn', 'email'].includes(name))));
  });

  it('reads views, short ones and those that lie beside the array', async () => {
    const { cells, problem } = await cellsOf(fixture('arrow/views.arrow'), ARROW);
    expect(problem).toBeUndefined();
    const texts = cells.map((cell) => cell.at(-1));
    expect(texts).toContain('536-90-4307');
    expect(texts).toContain('a longer text that does not fit into the view itself 20');
    expect(cells.length).toBe(41);
  });

  it.each([100_000, 1000, 7])('reads files whose schema has no mark and length, in pieces of %s bytes', async (piece) => {
    // As polars writes them: what pyarrow wrote, without the eight bytes before the schema.
    const whole = fixture('arrow/zstd.arrow');
    const bare = Buffer.concat([whole.subarray(0, 8), whole.subarray(16)]);
    const { cells, problem, bytesExamined, records } = await cellsOf(streamOf(bare, piece), ARROW);
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(expected);
    expect([bytesExamined, records]).toEqual([bare.length, 240]);
  });

  it('says so where such a schema is followed by nothing', async () => {
    const bare = Buffer.concat([fixture('arrow/zstd.arrow').subarray(0, 8), fixture('arrow/zstd.arrow').subarray(16, 800)]);
    for (const source of [bare, streamOf(bare, 100), Buffer.concat([bare, Buffer.alloc(100_000, 1)])]) {
      const { cells, problem } = await cellsOf(source, ARROW);
      expect([cells, problem?.code]).toEqual([[], 'malformed']);
    }
  });

  it('gives the same in small blocks, and from a stream of small pieces', async () => {
    const bytes = fixture('arrow/lz4.arrow');
    expect(sorted((await cellsOf(bytes, ARROW, { blockBytes: 256 })).cells)).toEqual(expected);
    expect(sorted((await cellsOf(streamOf(bytes, 1000), ARROW)).cells)).toEqual(expected);
  });
});

describe('a damaged file', () => {
  it.each(['plain.arrow', 'lz4.arrows'])('%s gives the batches before the cut', async (name) => {
    let most = 0;
    for (const { bytes } of cutsOf(fixture(`arrow/${name}`), 20)) {
      const { cells, problem } = await cellsOf(bytes, ARROW);
      expect(cells.every((cell) => known.has(JSON.stringify(cell)))).toBe(true);
      // A file that is cut has no footer, though all its batches may be there.
      if (cells.length < expected.length || name.endsWith('.arrow')) expect(problem?.code).toBe('malformed');
      expect(cells.length).toBeGreaterThanOrEqual(most);
      most = cells.length;
    }
    expect(most).toBeGreaterThan(expected.length / 3);
  });

  it('gives what stands before the damage in a batch in its place, and what follows in theirs', async () => {
    const bytes = Buffer.from(fixture('arrow/plain.arrow'));
    // Where the lists of the first batch end, of none, one and two tags in turn: the fourth row's ends nowhere.
    const at = bytes.indexOf(Buffer.from(Int32Array.of(0, 0, 1, 3, 3, 4, 6).buffer));
    expect(at).toBeGreaterThan(0);
    bytes.fill(0x7f, at + 16, at + 20);
    const { cells, problem, records } = await cellsOf(bytes, ARROW);
    expect(problem?.code).toBe('malformed');
    expect(cells.filter((cell) => !known.has(JSON.stringify(cell)))).toEqual([]);
    expect(records).toBe(240);
    const rowsOf = (name: string): number[] => cells.filter((cell) => cell[1] === name).map(([row]) => row);
    expect(new Set(rowsOf('email')).size).toBe(240);
    expect(rowsOf('tags').slice(0, 3)).toEqual([2, 3, 101]);
  });

  it.each(['plain.arrow', 'lz4.arrows', 'zstd.arrow', 'dictionary.feather'])(
    '%s with a flipped bit is a problem, or differs in a few cells',
    async (name) => {
      for (const { bytes } of flipsOf(fixture(`arrow/${name}`), 20)) {
        const { problem, cells } = await cellsOf(bytes, ARROW);
        expect(['malformed', 'limit', undefined]).toContain(problem?.code);
        expect(cells.length).toBeLessThan(2 * expected.length);
      }
    },
    60_000,
  );
});
