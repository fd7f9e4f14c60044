/** What of the budget of a Parquet file each row group has, and that what is too much in one column is left out alone. */
import { describe, expect, it } from 'vitest';
import { ItemProblem } from '../../src/core/problem.js';
import { mostValueBytes } from '../../src/readers/most-values.js';
import { type Footer, type Group, readFooter } from '../../src/readers/parquet/footer.js';
import { loadLibrary } from '../../src/readers/parquet/library.js';
import { pagesOf } from '../../src/readers/parquet/pages.js';
import { sharesOf } from '../../src/readers/parquet/shares.js';
import { Window } from '../../src/readers/parquet/window.js';
import { cellsOf, fixture, TRUTH } from './columnar.js';

const PARQUET = { kind: 'parquet' } as const;
const BYTES = fixture('parquet/pages.parquet');

async function footerOf(bytes: Buffer): Promise<Footer> {
  const steps = readFooter(await loadLibrary(), (start, end) => bytes.subarray(start, end), bytes.length, false);
  return steps.next().value as Footer;
}

/** Row groups of one column each, of so many values and stored bytes. */
async function groupsOf(...sizes: readonly (readonly [values: number, bytes: number])[]): Promise<Group[]> {
  const [group] = (await footerOf(BYTES)).groups;
  const chunk = group!.chunks.find(({ leaf }) => leaf.kind === 'text')!;
  return sizes.map(([values, bytes]) => ({
    ...group!,
    chunks: [{ ...chunk, values, start: 100, end: 100 + bytes, isEmpty: false }],
  }));
}

describe('shares of row groups', () => {
  it('together are what the file may give, of one alone all of it', async () => {
    const { groups } = await footerOf(BYTES);
    const shares = sharesOf(groups, mostValueBytes(BYTES.length));
    expect(shares).toHaveLength(3);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(mostValueBytes(BYTES.length), 0);
    expect(sharesOf(await groupsOf([5, 100]), mostValueBytes(1e6))).toEqual([mostValueBytes(1e6)]);
  });

  it('are one half by values, one half by stored bytes', async () => {
    const most = mostValueBytes(1e6);
    expect(sharesOf(await groupsOf([3, 300], [1, 300], [0, 0]), mostValueBytes(1e6))).toEqual([
      most * (3 / 8 + 1 / 4),
      most * (1 / 8 + 1 / 4),
      0,
    ]);
  });

  it('of one that says it has all values leave half to the others', async () => {
    const [liar, other] = sharesOf(await groupsOf([Number.MAX_SAFE_INTEGER, 10], [1000, 990]), mostValueBytes(1e6));
    expect(liar).toBeLessThan(mostValueBytes(1e6) * 0.51);
    expect(other).toBeGreaterThan(mostValueBytes(1e6) * 0.49);
  });

  it('are nothing where nothing is read: columns of missing values, encrypted ones, none', async () => {
    const [group] = await groupsOf([10, 100]);
    const [chunk] = group!.chunks;
    const without = (change: object): Group => ({ ...group!, chunks: [{ ...chunk!, ...change }] });
    const problem = new ItemProblem('encrypted', 'a column is encrypted');
    expect(sharesOf([without({ isEmpty: true }), without({ problem }), group!], mostValueBytes(0))).toEqual([
      0,
      0,
      mostValueBytes(0),
    ]);
    expect(sharesOf([without({ isEmpty: true })], 1)).toEqual([0]);
    expect(sharesOf([], 1)).toEqual([]);
  });
});

it('what comes out of a page is told before it does, and of texts that share their beginnings what they are without', async () => {
  const bytes = fixture('parquet/delta.parquet');
  const library = await loadLibrary();
  const part = (start: number, end: number): Uint8Array => bytes.subarray(start, end);
  const footer = await footerOf(bytes);
  const chunk = footer.groups[0]!.chunks.find(({ leaf }) => leaf.names.join('.') === 'email')!;
  const told: number[] = [];
  let length = 0;
  for (const page of pagesOf(library, chunk, new Window(part), (size) => told.push(size))) {
    if (!(page instanceof Promise)) for (const text of page.values as Uint8Array[]) length += text.length;
  }
  expect(told).toHaveLength(2);
  expect(told[1]).toBe(length);
  expect(told[0]).toBeLessThan(length);
  const refuse = (): never => {
    throw new ItemProblem('limit', 'too much');
  };
  const never = { ...library, decompressPage: (): never => expect.unreachable('was unpacked') };
  expect(() => [...pagesOf(never, chunk, new Window(part), refuse)]).toThrow('too much');
});

it('a page that is too long costs its column in its row group only', async () => {
  const { groups } = await footerOf(BYTES);
  const chunk = groups[0]!.chunks.find(({ leaf }) => leaf.kind === 'text')!;
  const changed = Buffer.from(BYTES);
  // A page's header in Thrift's compact protocol: a dictionary, 2 GiB, of no stored bytes.
  changed.set([0x15, 4, 0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f, 0x15, 0, 0], chunk.start);
  const { cells, problem, bytesExamined, records } = await cellsOf(changed, PARQUET);
  expect(problem).toMatchObject({ code: 'limit', message: 'a page of more than 128 MiB is not read' });
  const lost = TRUTH.filter(([row, name]) => name === chunk.leaf.names.join('.') && row <= 100);
  expect(lost.length).toBe(100);
  expect(cells.length).toBe(TRUTH.length - lost.length);
  expect(bytesExamined).toBe(BYTES.length - (chunk.end - chunk.start));
  expect(records).toBe(240);
});
