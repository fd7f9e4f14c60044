/**
 * A few bytes that stand for tens of millions of short values, or for as many places where nothing is: reading ends after a number of
 * steps, counted and not timed, whatever is behind.
 */
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { VALUE_IS_NAME } from '../../src/core/segment.js';
import { decimalBytesText } from '../../src/readers/decoded-text.js';
import { openReader } from '../../src/readers/index.js';
import { mostSteps, mostValueBytes, VALUE_STEPS } from '../../src/readers/most-values.js';
import { avroOf, long } from './avro-file.js';
import { fixture } from './columnar.js';
import { fileOf, makeMemory, newCounts } from './support.js';

/** Values by the name of their column, and with what reading ended. */
async function counted(bytes: Buffer, kind: 'parquet' | 'arrow' | 'avro', options: object = {}) {
  const format: ContentFormat = { kind };
  const counts = newCounts();
  const memory = makeMemory();
  const found = new Map<string, number>();
  const request = { source: fileOf(bytes), format, memory, halo: { left: 64, right: 96 }, counts, ...options };
  try {
    for await (const { values, names } of (await openReader(format))(request)) {
      for (let i = 0; i < values!.count; i++) {
        if ((values!.flags[i]! & VALUE_IS_NAME) !== 0) continue;
        const name = names!(values!.names[i]!).join('.');
        found.set(name, (found.get(name) ?? 0) + 1);
      }
    }
  } catch (error) {
    return { found: Object.fromEntries(found), counts, error };
  }
  return { found: Object.fromEntries(found), counts, error: undefined };
}

const TOO_MANY = (what: string) => ({
  code: 'limit',
  message: `${what} more values than are examined of a file of its size; the rest is not examined`,
});

describe('one short value, repeated 24 million times', () => {
  const most = (bytes: Buffer): number => mostSteps(bytes.length) / VALUE_STEPS;

  it('in Parquet ends with its column: those beside it are read', async () => {
    const bytes = fixture('parquet/repeated.parquet');
    const { found, error, counts } = await counted(bytes, 'parquet');
    expect(error).toMatchObject(TOO_MANY('a column has'));
    expect(found).toMatchObject({ before: 3, behind: 3 });
    expect(found.card).toBeGreaterThan(most(bytes) / 2);
    expect(found.card).toBeLessThan(most(bytes));
    expect(counts.bytesExamined).toBeLessThan(bytes.length);
  });

  it('in Parquet ends at the same value whatever the blocks', async () => {
    const bytes = fixture('parquet/repeated.parquet');
    const { found } = await counted(bytes, 'parquet');
    expect((await counted(bytes, 'parquet', { blockBytes: 20_011 })).found).toEqual(found);
  });

  it('in Arrow ends with its batch', async () => {
    const bytes = fixture('arrow/repeated.arrows');
    const { found, error, counts } = await counted(bytes, 'arrow');
    expect(error).toMatchObject(TOO_MANY('its columns have'));
    expect(found.card).toBeGreaterThan(most(bytes) / 2);
    expect(found.card).toBeLessThan(most(bytes));
    expect(counts.bytesExamined).toBeLessThan(bytes.length);
  });
});

it('a list of 100 million values of which nothing is stored is not gone through', async () => {
  const bytes = fixture('arrow/nothing.arrows');
  const { found, error } = await counted(bytes, 'arrow');
  expect(error).toMatchObject(TOO_MANY('its columns have'));
  expect(found).toEqual({});
});

describe('Avro', () => {
  /** Records of two fields, each a record of two: one byte at the end, and 2^60 places before it. */
  const doubling = (levels: number): object =>
    Array.from({ length: levels }).reduce<object>(
      (inner, _, level) => ({
        type: 'record',
        name: `R${level}`,
        fields: [
          { name: 'a', type: inner },
          { name: 'b', type: `R${level - 1}` },
        ],
      }),
      { type: 'record', name: 'R-1', fields: [{ name: 'nothing', type: 'null' }] },
    );

  it('of records that hold each other twice ends before it has gone through all of them', async () => {
    const text = JSON.stringify(doubling(40)).replaceAll('R-1', 'Q');
    const bytes = avroOf(JSON.parse(text) as object, Buffer.alloc(0), 1);
    const { error } = await counted(bytes, 'avro');
    expect(error).toMatchObject(TOO_MANY('its blocks have'));
  }, 60_000);

  it('whose bytes each stand for a long name ends when these are too much', async () => {
    const symbols = ['a'.repeat(1_000_000), 'b'];
    const rows = 20_000;
    const bytes = avroOf({ type: 'enum', name: 'E', symbols }, Buffer.alloc(rows), rows);
    const { error, counts } = await counted(bytes, 'avro');
    expect(error).toMatchObject({ code: 'limit', message: expect.stringContaining('its blocks unpack to more than a thousand') });
    expect(counts.bytesDecoded).toBeLessThanOrEqual(mostValueBytes(bytes.length));
  }, 60_000);

  it('of ordinary records is far from it', async () => {
    const union = (type: string): readonly string[] => ['null', type];
    const fields = Array.from({ length: 30 }, (_, i) => ({ name: `f${i}`, type: union('string') }));
    const row = Buffer.concat(fields.map(() => Buffer.concat([long(1), long(3), Buffer.from('abc')])));
    const rows = 20_000;
    const bytes = avroOf({ type: 'record', name: 'R', fields }, Buffer.concat(Array.from({ length: rows }, () => row)), rows);
    const { found, error } = await counted(bytes, 'avro');
    expect(error).toBeUndefined();
    expect(found.f29).toBe(rows);
  });
});

describe('a decimal of very many bytes', () => {
  it('is no number: it is text where it reads as such', () => {
    expect(decimalBytesText(Buffer.from('04d2', 'hex'), 2)).toBe('12.34');
    expect(decimalBytesText(Buffer.alloc(1024, 1), 0)).toMatch(/^\d{2000,}$/);
    const text = Buffer.from('a text '.repeat(200));
    expect(decimalBytesText(text, 2)).toBe(text);
    expect(decimalBytesText(Buffer.alloc(8_000_000, 0xff), 2)).toBeUndefined();
  });
});
