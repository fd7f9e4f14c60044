/** Cells in block memory: every value once, whole or in pieces, with its names and its place, however small the blocks are. */
import { describe, expect, it } from 'vitest';
import { type Segment, spanIn, VALUE_CONTINUES, VALUE_IS_NAME } from '../../src/core/segment.js';
import { Cells, type Filled } from '../../src/readers/cells.js';
import type { ReadRequest } from '../../src/readers/types.js';
import { fileOf, makeMemory, newCounts } from './support.js';

const memory = makeMemory(64 * 1024);
const HALO = { left: 64, right: 96 };

interface Cell {
  readonly names: readonly string[];
  readonly value: string | Uint8Array;
  readonly row: number;
}

interface Found {
  names: readonly string[];
  text: string;
  row: number | undefined;
  isName: boolean;
}

/** The values as a scan sees them: of pieces only what their block owns. */
function collect(
  cells: readonly Cell[],
  options: Partial<ReadRequest> = {},
): { found: Found[]; segments: number; lines: string[] } {
  const request: ReadRequest = {
    source: fileOf(''),
    format: { kind: 'text', encoding: 'utf-8' },
    memory,
    halo: HALO,
    counts: newCounts(),
    ...options,
  };
  const sink = new Cells<number>({ request, shape: 'column', locate: (row, name) => ({ row, columnIndex: name }) });
  const found: Found[] = [];
  const lines: string[] = [];
  let segments = 0;
  let isInside = false;
  const take = (filled: Filled | undefined): void => {
    for (const segment of filled ?? []) {
      segments++;
      isInside = takeSegment(segment, found, lines, isInside);
    }
  };
  for (const { names, value, row } of cells) take(sink.put(sink.name(names), value, row));
  take(sink.flush());
  expect(sink.bytes).toBe(found.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
  return { found, segments, lines };
}

function takeSegment(segment: Segment, found: Found[], lines: string[], isInside: boolean): boolean {
  const { values, ownStart, ownEnd, length } = segment;
  let goesOn = false;
  for (let i = 0; i < values!.count; i++) {
    const flags = values!.flags[i]!;
    goesOn = (flags & VALUE_CONTINUES) !== 0;
    const start = isInside ? ownStart : values!.starts[i]!;
    const end = goesOn ? ownEnd : values!.ends[i]!;
    expect(end).toBeLessThanOrEqual(length);
    const text = Buffer.from(memory.bytes.subarray(start, end)).toString();
    const { line, column, location } = segment.locate(start, i);
    lines.push(`${line}:${column} ${spanIn(segment, { start, end, value: i }).start}`);
    if (isInside) found.at(-1)!.text += text;
    else {
      const names = segment.names!(values!.names[i]!);
      found.push({ names, text, row: location.row, isName: (flags & VALUE_IS_NAME) !== 0 });
    }
    isInside = goesOn;
  }
  return goesOn;
}

const plain = ({ names, text, row }: Found) => ({ names, value: text, row });

describe('cells', () => {
  const cells: Cell[] = Array.from({ length: 3000 }, (_, row) => ({
    names: row % 3 === 0 ? ['people', 'phone'] : ['ssn'],
    value: `${'é'.repeat(row % 7)}value ${row}`,
    row: row + 1,
  }));

  it.each([256, 1000, 4096, undefined])('are all given, with their names and places, in blocks of %s bytes', (blockBytes) => {
    const { found, segments } = collect(cells, blockBytes === undefined ? {} : { blockBytes });
    expect(found.map(plain)).toEqual(cells);
    expect(segments).toBeGreaterThan(blockBytes === 256 ? 50 : 0);
  });

  it('are the same from bytes and from text', () => {
    const bytes = cells.map((cell) => ({ ...cell, value: Buffer.from(cell.value as string) }));
    expect(collect(bytes).found).toEqual(collect(cells).found);
  });

  it('that are longer than a block come in pieces, cut between characters', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `${i}é\u{1f600}`).join('\n');
    const { found, segments, lines } = collect(
      [
        { names: ['a'], value: 'before', row: 1 },
        { names: ['b'], value: long, row: 2 },
        { names: ['c'], value: 'behind', row: 3 },
      ],
      { blockBytes: 512 },
    );
    expect(found.map(({ text }) => text)).toEqual(['before', long, 'behind']);
    expect(segments).toBeGreaterThan(30);
    // The place of each piece: newlines before it in the value, and its offset there.
    const bytes = Buffer.from(long);
    for (const line of lines.slice(1, -1)) {
      const [place, offset] = line.split(' ') as [string, string];
      const before = bytes.subarray(0, Number(offset)).toString().split('\n');
      expect(place).toBe(`${before.length}:${[...before.at(-1)!].length + 1}`);
    }
  });

  it('in which nothing can match are left out, unless all are asked for', () => {
    const short = ['', 'a', '12', 'abc'].map((value, row) => ({ names: ['x'], value, row }));
    expect(collect(short).found.map(({ text }) => text)).toEqual(['abc']);
    expect(collect(short, { everyValue: true }).found.map(({ text }) => text)).toEqual(['', 'a', '12', 'abc']);
  });

  it('that are no UTF-8 have zeros in place of it, and a cut character is not completed by the next cell', () => {
    const values = [Buffer.from([0x61, 0x62, 0x63, 0xc3]), Buffer.from([0xa9, 0x64, 0x65, 0x66])];
    const { found } = collect(values.map((value, row) => ({ names: ['x'], value, row })));
    expect(found.map(({ text }) => text)).toEqual(['abc\0', '\0def']);
  });

  it('find their places when whoever scans them leaves some out', () => {
    const request = { source: fileOf(''), format: { kind: 'text', encoding: 'utf-8' }, memory, halo: HALO, counts: newCounts() };
    const sink = new Cells<number>({ request: request as ReadRequest, shape: 'column', locate: (row) => ({ row }) });
    for (let row = 1; row <= 10; row++) sink.put(sink.name(['x']), `value ${row}`, row);
    const [segment] = [...sink.flush()];
    const { starts, ends, names } = segment!.values!;
    for (const [to, from] of [1, 4, 9].entries()) {
      starts[to] = starts[from]!;
      ends[to] = ends[from]!;
      names[to] = names[from]!;
    }
    expect([0, 1, 2].map((index) => segment!.locate(starts[index]! + 2, index))).toEqual(
      [2, 5, 10].map((row) => ({ line: 1, column: 3, location: { row } })),
    );
  });

  it('have names as values of their own', () => {
    const request = { source: fileOf(''), format: { kind: 'text', encoding: 'utf-8' }, memory, halo: HALO, counts: newCounts() };
    const sink = new Cells<number>({ request: request as ReadRequest, shape: 'column', locate: (row) => ({ row }) });
    sink.putName(sink.name(['people', '536-90-4399']), 0);
    const [segment] = [...sink.flush()];
    const found: Found[] = [];
    takeSegment(segment!, found, [], false);
    expect(found).toEqual([{ names: ['people', '536-90-4399'], text: '536-90-4399', row: 0, isName: true }]);
  });
});
