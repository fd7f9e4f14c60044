/** Arrow files of which the footer has to be asked: no schema at the front, dictionaries behind the batches. And types that few writers use. */
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import type { ByteSource } from '../../src/core/source.js';
import { cellsOf, fixture } from './columnar.js';
import { flipsOf } from './damage.js';
import { streamOf } from './support.js';

const ARROW = { kind: 'arrow' } as const;
const ssn = (serial: number): string => `536-10-${1000 + serial}`;
const ssns = (...serials: number[]): string[] => serials.map(ssn);
const day = (row: number): string => `1970-01-0${1 + row}`;

/** A source that gives parts only to who waits for them. */
function farOf(bytes: Uint8Array): ByteSource {
  const { stream } = memorySource(bytes);
  return { byteLength: bytes.length, stream, slice: (start, end) => Promise.resolve(bytes.slice(start, end)), close() {} };
}

const SOURCES: readonly (readonly [name: string, open: (bytes: Buffer) => ByteSource])[] = [
  ['a file', memorySource],
  ['far away', farOf],
  ['a stream of pieces of 1000 bytes', (bytes) => streamOf(bytes, 1000)],
  ['a stream of pieces of 7 bytes', (bytes) => streamOf(bytes, 7)],
];

async function byColumn(source: ByteSource | Buffer) {
  const { cells, ...rest } = await cellsOf(source, ARROW);
  const columns: Record<string, string[]> = {};
  for (const [, name, , text] of cells) {
    columns[name] ??= [];
    columns[name].push(text);
  }
  return { ...rest, columns };
}

const GROWN = {
  ssn: ssns(0, 1, 2, 3, 0, 3),
  seen: [0, 1, 2, 3, 0, 3].map(day),
  tags: [0, 1, 2, 3, 0, 3].flatMap((row) => ssns(100 + row, 200 + row)),
};

describe.each(SOURCES)('the reader of Arrow, of %s', (_, open) => {
  it.each(['javascript.arrow', 'javascript-lz4.arrow'])('reads %s, whose schema stands in the footer only', async (name) => {
    const bytes = fixture(`arrow/${name}`);
    const { columns, names, problem, bytesExamined, records } = await byColumn(open(bytes));
    expect([problem, columns, names]).toEqual([undefined, GROWN, ['ssn', 'seen', 'tags']]);
    expect([bytesExamined, records]).toEqual([bytes.length, 6]);
  });

  it('reads such a file whose first message is a batch, and the names of one without any', async () => {
    const plain = fixture('arrow/javascript-plain.arrow');
    expect(await byColumn(open(plain))).toMatchObject({ problem: undefined, columns: { ssn: ssns(0, 1) }, bytesExamined: 386 });
    const empty = fixture('arrow/javascript-empty.arrow');
    const { columns, names, problem, bytesExamined } = await byColumn(open(empty));
    expect([problem, columns, names, bytesExamined]).toEqual([undefined, {}, ['ssn', 'seen', 'tags'], empty.length]);
  });

  it('reads dictionaries that stand behind the batches, as polars writes them', async () => {
    const bytes = fixture('matrix/arrow/polars-categories.arrow');
    const late = await byColumn(open(bytes));
    const early = await byColumn(fixture('matrix/arrow/polars-categories.arrows'));
    expect([late.problem, late.bytesExamined, late.records]).toEqual([undefined, bytes.length, 10]);
    expect(Object.keys(late.columns).length).toBeGreaterThan(15);
    expect(late.columns).toEqual(early.columns);
  });

  it('says so where the footer is cut off', async () => {
    for (const name of ['arrow/javascript.arrow', 'arrow/javascript-plain.arrow', 'matrix/arrow/polars-categories.arrow']) {
      const bytes = fixture(name).subarray(0, -1);
      const { columns, problem, bytesExamined } = await byColumn(open(bytes));
      expect([columns, problem?.code]).toEqual([{}, 'malformed']);
      expect(problem?.message).toContain('has no footer');
      expect(bytesExamined).toBeLessThan(bytes.length);
    }
  });
});

describe('a dictionary', () => {
  it('grows, in a file, and is put in place of another, in a stream', async () => {
    expect(await byColumn(fixture('arrow/delta.arrow'))).toMatchObject({
      problem: undefined,
      columns: { ssn: ssns(0, 1, 0, 2, 3, 0, 5, 4, 1) },
    });
    expect(await byColumn(fixture('arrow/replaced.arrows'))).toMatchObject({
      problem: undefined,
      columns: { ssn: ssns(0, 1, 0, 10, 11, 11, 5, 4, 1) },
    });
  });

  it('that grows behind the first batch is whole for all of them', async () => {
    const bytes = fixture('arrow/delta.arrow');
    const [schema, first, , more, second, most, third] = messagesOf(bytes.subarray(8));
    const order = [schema!, third!, first!, second!, more!, most!];
    const places = new Map<unknown, number>();
    let at = 8;
    for (const message of order) {
      places.set(message, at);
      at += message.head.length + message.body.length;
    }
    const end = bytes.subarray(8 + bytes.subarray(8).indexOf(Buffer.from('ffffffff00000000', 'hex')));
    const block = firstBlock(end);
    for (const [i, message] of [first, more, most].entries()) end.writeBigInt64LE(BigInt(places.get(message)!), block + 24 * i);
    const moved = Buffer.concat([bytes.subarray(0, 8), ...order.flatMap(({ head, body }) => [head, body]), end]);
    expect(await byColumn(moved)).toMatchObject({ problem: undefined, columns: { ssn: ssns(5, 4, 1, 2, 3, 0) } });
  });

  it('that is put in place of another takes its memory: 300 MB of them one after another are read', {
    timeout: 60_000,
  }, async () => {
    const bytes = fixture('arrow/replaced.arrows');
    const [schema, dictionary, batch] = messagesOf(bytes);
    // The entries are made so long by a body of which nothing else is used.
    const body = Buffer.concat([dictionary!.body, Buffer.alloc(1 << 24)]);
    const head = Buffer.from(dictionary!.head);
    const at = head.indexOf(int64(dictionary!.body.length), 8);
    int64(body.length).copy(head, at);
    async function* stream() {
      yield schema!.head;
      for (let i = 0; i < 18; i++) yield* [head, body, batch!.head, batch!.body];
      yield Buffer.from('ffffffff00000000', 'hex');
    }
    const { columns, problem } = await byColumn({ stream, close() {} });
    expect([problem, columns['ssn']!.length]).toEqual([undefined, 18 * 3]);
  });
});

describe('a column', () => {
  it('of long lists, of entries that are lists and structs, or without type is read, and the one behind them', async () => {
    const { columns, names, problem } = await byColumn(fixture('arrow/kinds.arrow'));
    expect([problem, columns]).toEqual([
      undefined,
      {
        long_list: ssns(0, 1, 2),
        list_entry: ssns(10, 11, 12, 12),
        'struct_entry.inner': ssns(21, 20),
        missing_entry: ssns(30, 30),
        behind: ssns(40, 41, 42),
      },
    ]);
    expect(names).toContain('inner');
  });

  it.each([
    ['list-view', 'ListView'],
    ['run-end', 'RunEndEncoded'],
  ])('of a type that the library does not have makes %s.arrow unsupported', async (name, type) => {
    const { columns, problem } = await byColumn(fixture(`arrow/${name}.arrow`));
    expect([columns, problem?.code]).toEqual([{}, 'unsupported']);
    expect(problem?.message).toContain(type);
  });
});

describe('a footer that is not true', () => {
  const late = fixture('matrix/arrow/polars-categories.arrow');
  const plain = fixture('arrow/javascript-plain.arrow');

  it.each([
    ['reaches over the start', plain, 0x7fff_ffff],
    ['is of less than nothing', plain, -1],
    ['is empty', plain, 0],
    ['is one byte too short', plain, plain.readInt32LE(plain.length - 10) - 1],
  ])('%s', async (_, whole, length) => {
    const bytes = Buffer.from(whole);
    bytes.writeInt32LE(length, bytes.length - 10);
    const { columns, problem } = await byColumn(bytes);
    expect([columns, problem?.code]).toEqual([{}, 'malformed']);
  });

  it.each([
    ['outside of the file', 0, 1n << 40n],
    ['far outside', 0, (1n << 63n) - 1n],
    ['that is longer than the file', 16, 1n << 40n],
    ['that is shorter than nothing', 16, -8n],
    ['that reaches over the end', 16, BigInt(late.length - 500)],
  ])('names a dictionary %s', async (_, field, value) => {
    const bytes = Buffer.from(late);
    bytes.writeBigInt64LE(value, firstBlock(late) + field);
    const { problem } = await byColumn(bytes);
    expect(problem).toMatchObject({ code: 'malformed', message: 'the footer is damaged' });
  });

  it.each(SOURCES)('names a dictionary that came before, of %s', async (_, open) => {
    const bytes = Buffer.from(late);
    bytes.writeBigInt64LE(8n, firstBlock(late));
    const { problem } = await byColumn(open(bytes));
    expect(problem).toMatchObject({ code: 'malformed', message: 'a record batch is damaged' });
  });

  it('names a batch for a dictionary', async () => {
    const bytes = Buffer.from(late);
    const second = firstBlock(late, 3) + 24;
    bytes.copy(bytes, firstBlock(late), second, second + 24);
    const { problem } = await byColumn(bytes);
    expect(problem).toMatchObject({ code: 'malformed', message: 'the footer is damaged' });
  });

  it('names the same dictionary again and again', async () => {
    const bytes = Buffer.from(late);
    const at = firstBlock(late);
    const block = bytes.subarray(at, at + 24);
    const count = bytes.readUInt32LE(at - 4);
    // As long as half of the file, so that two would be more than there is.
    block.writeBigInt64LE(BigInt(Math.ceil(late.length / 2)), 16);
    for (let i = 1; i < count; i++) block.copy(bytes, at + 24 * i);
    const { columns, problem } = await byColumn(bytes);
    expect([columns, problem?.message]).toEqual([{}, 'the footer is damaged']);
    bytes.writeUInt32LE(0xffff_ffff, at - 4);
    expect((await byColumn(bytes)).problem?.message).toBe('the footer is damaged');
  });

  it.each(['arrow/javascript.arrow', 'matrix/arrow/polars-categories.arrow'])(
    '%s with a flipped bit is a problem, or differs in a few cells',
    { timeout: 60_000 },
    async (name) => {
      const whole = fixture(name);
      const { cells } = await cellsOf(whole, ARROW);
      const tail = whole.readInt32LE(whole.length - 10) + 10;
      const footers = [...flipsOf(whole.subarray(-tail), 150)].map(({ bytes }) =>
        Buffer.concat([whole.subarray(0, -tail), bytes]),
      );
      for (const bytes of [...footers, ...[...flipsOf(whole, 50)].map((flipped) => flipped.bytes)]) {
        const read = await cellsOf(bytes, ARROW);
        expect(['malformed', 'limit', 'unsupported', undefined]).toContain(read.problem?.code);
        expect(read.cells.length).toBeLessThan(2 * cells.length);
      }
    },
  );
});

/** Where the first of the footer's blocks of dictionaries stands, or in slot 3 of batches. */
function firstBlock(bytes: Buffer, field = 2): number {
  const end = bytes.length - 10;
  const root = end - bytes.readInt32LE(end);
  const table = root + bytes.readUInt32LE(root);
  const places = table - bytes.readInt32LE(table);
  const slot = table + bytes.readUInt16LE(places + 4 + 2 * field);
  return slot + bytes.readUInt32LE(slot) + 4;
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
}

/** Messages of a stream, by the bodies that its heads say. */
function messagesOf(bytes: Buffer): { readonly head: Buffer; readonly body: Buffer }[] {
  const messages: { head: Buffer; body: Buffer }[] = [];
  for (let at = 0; bytes.readInt32LE(at + 4) > 0; ) {
    const head = bytes.subarray(at, at + 8 + bytes.readInt32LE(at + 4));
    const table = 8 + head.readUInt32LE(8);
    const places = table - head.readInt32LE(table);
    const hasLength = head.readUInt16LE(places) > 10 && head.readUInt16LE(places + 10) > 0;
    const length = hasLength ? Number(head.readBigInt64LE(table + head.readUInt16LE(places + 10))) : 0;
    messages.push({ head, body: bytes.subarray(at + head.length, at + head.length + length) });
    at += head.length + length;
  }
  return messages;
}
