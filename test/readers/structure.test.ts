/** The structure scan at its limits: tables that fill up before the block ends, and memory that is too small. */
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { openStructure } from '../../src/readers/structure/structure.js';
import { fileOf, makeMemory, read } from './support.js';

const SMALL_TABLE_BYTES = 512 * 1024;

describe('structure scan', () => {
  it.each([
    ['tables', { kind: 'csv', encoding: 'utf-8', delimiter: 44, header: ['one', 'two'] }, 'one,two\n', '123,"4""5"\n'],
    ['JSON lines', { kind: 'jsonl', encoding: 'utf-8' }, '', '{"key":["abc",123,"\\\\d"]}\n'],
  ] as const)('of %s cuts the block where the value table is full', async (_, format: ContentFormat, first, record) => {
    const text = first + record.repeat(20_000);
    const memory = makeMemory(1024 * 1024, SMALL_TABLE_BYTES);
    const blockBytes = 1024 * 1024;
    const wide = await read(fileOf(text), { format, blockBytes });
    const narrow = await read(fileOf(text), { format, blockBytes, memory });
    expect(openStructure(memory).starts.length).toBeLessThan(wide.values.length);
    expect(wide.segments).toBe(1);
    expect(narrow.segments).toBeGreaterThan(1);
    expect(narrow.values.length).toBe(wide.values.length);
    expect(narrow.values.every(({ start, text }, i) => start === wide.values[i]!.start && text === wide.values[i]!.text)).toBe(
      true,
    );
    expect(narrow.counts).toEqual(wide.counts);
  });

  it('refuses a region without room for its state', () => {
    expect(() => openStructure(makeMemory(4096, 65_536))).toThrow('too small');
  });

  it('counts a last block that is full of values to its end', async () => {
    const text = 'abc,'.repeat(300_000);
    const format: ContentFormat = { kind: 'csv', encoding: 'utf-8', delimiter: 44, header: null };
    const got = await read(fileOf(text), {
      format,
      memory: makeMemory(2 * 1024 * 1024, SMALL_TABLE_BYTES),
      blockBytes: 2 * 1024 * 1024,
    });
    expect(got.values).toHaveLength(300_000);
    expect(got.counts).toMatchObject({ records: 1, bytesExamined: 1_200_000 });
  });
});
