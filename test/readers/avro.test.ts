/** Avro as fastavro writes it: every codec gives the same cells, and damage costs its block. */
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';
import { avroOf, long } from './avro-file.js';
import { cellsOf, fixture, sorted, TRUTH, type TruthCell } from './columnar.js';
import { cutsOf, flipsOf } from './damage.js';
import { streamOf } from './support.js';

const AVRO = { kind: 'avro' } as const;

/** In Avro, a map is an object; and numbers of a record count from 0, as `cellsOf` knows. */
function inAvro(cells: readonly TruthCell[]): TruthCell[] {
  return cells
    .filter(([, name]) => name !== 'attributes.key')
    .map(([row, name, path, text]) =>
      name === 'attributes.value' ? [row, `attributes.k${row - 1}`, `$.attributes.k${row - 1}`, text] : [row, name, path, text],
    );
}

const expected = sorted(inAvro(TRUTH));
const known = new Set(expected);

describe('the reader of Avro', () => {
  it.each(['null', 'deflate', 'snappy', 'zstandard', 'bzip2', 'xz'])('gives every cell of %s', async (name) => {
    const bytes = fixture(`avro/${name}.avro`);
    expect(detectFormat(bytes.subarray(0, 65_536), true, 'a.bin')).toEqual(AVRO);
    const { cells, names, problem, bytesExamined, records } = await cellsOf(bytes, AVRO);
    expect(problem).toBeUndefined();
    expect(sorted(cells)).toEqual(expected);
    expect(names).toEqual(expect.arrayContaining(['ssn', 'people', 'street', 'k101']));
    expect([bytesExamined, records]).toEqual([bytes.length, 240]);
  });

  it('gives the same in small blocks, and from a stream of small pieces', async () => {
    const bytes = fixture('avro/deflate.avro');
    expect(sorted((await cellsOf(bytes, AVRO, { blockBytes: 256 })).cells)).toEqual(expected);
    const streamed = await cellsOf(streamOf(bytes, 100), AVRO);
    expect(sorted(streamed.cells)).toEqual(expected);
    expect(streamed.bytesExamined).toBe(bytes.length);
  });

  it('names no codec that it does not know, and reads nothing of it', async () => {
    const bytes = Buffer.from(fixture('avro/bzip2.avro'));
    bytes.write('bzip3', bytes.indexOf('bzip2'));
    const { cells, problem, bytesExamined } = await cellsOf(bytes, AVRO);
    expect(cells).toEqual([]);
    expect([problem?.code, problem?.message]).toEqual([
      'unsupported',
      'Avro that is compressed with a codec of its own is not read',
    ]);
    expect(bytesExamined).toBeLessThan(4000);
  });

  it('says that a block holds more than its number of records', async () => {
    const bytes = Buffer.from(fixture('avro/null.avro'));
    const marker = Buffer.from('0123456789abcdef');
    const start = bytes.indexOf(marker) + marker.length;
    const [low, high] = [bytes[start]!, bytes[start + 1]!];
    const records = ((low & 127) | (low > 127 ? (high & 127) << 7 : 0)) / 2;
    expect(records).toBeGreaterThan(1);
    // One fewer, in as many bytes.
    bytes[start] = low - 2;
    const { cells, problem, bytesExamined } = await cellsOf(bytes, AVRO);
    expect(problem?.code).toBe('malformed');
    expect(bytesExamined).toBeLessThan(bytes.length);
    expect(cells.length).toBeGreaterThan(expected.length / 2);
  });

  it.each(['bzip2', 'xz'])('passes over a block of %s from which too much comes', async (codec) => {
    const bytes = fixture(`avro/${codec}.avro`);
    const packed = fixture(`avro/bomb.${codec === 'xz' ? 'xz' : 'bz2'}`);
    // The first block, of one record, is 65 MiB of zeros; the others are as they were.
    const marker = Buffer.from('0123456789abcdef');
    const start = bytes.indexOf(marker) + marker.length;
    const bomb = Buffer.concat([
      bytes.subarray(0, start),
      Buffer.from([2]),
      long(packed.length),
      packed,
      marker,
      bytes.subarray(start),
    ]);
    const { cells, problem, bytesExamined } = await cellsOf(bomb, AVRO);
    expect([problem?.code, problem?.message]).toEqual(['limit', 'a block of more than 32 MiB is not read']);
    expect(sorted(cells)).toEqual(expected);
    expect(bytesExamined).toBeLessThanOrEqual(bomb.length - packed.length);
  });
});

describe('names that Avro does not allow', () => {
  const string = (text: string): Buffer => Buffer.concat([long(text.length), Buffer.from(text)]);
  const schema = {
    type: 'record',
    name: '',
    fields: [
      { name: 'order id', type: 'string' },
      { name: 'größe.cm', type: { type: 'enum', name: 'a-size', symbols: ['extra large', 'small'], default: 'none' } },
      { name: '_x_6f', type: 'a-size', default: 5 },
      { name: '', type: { type: 'record', name: 'in.some-where.Inner', fields: [{ name: 'other', type: 'string' }] } },
    ],
  };
  const block = Buffer.concat([string('first'), long(0), long(1), string('inner')]);

  it('are read as they stand in the file', async () => {
    const bytes = avroOf(schema, block, 1);
    const { cells, names, problem, bytesExamined } = await cellsOf(bytes, AVRO);
    expect(problem).toBeUndefined();
    expect(cells.map(([, name, , text]) => [name, text])).toEqual([
      ['order id', 'first'],
      ['größe.cm', 'extra large'],
      ['_x_6f', 'small'],
      ['.other', 'inner'],
    ]);
    expect(names).toEqual(expect.arrayContaining(['order id', 'größe.cm', '_x_6f', 'other']));
    expect(bytesExamined).toBe(bytes.length);
  });

  it('do not make a schema right that is wrong', async () => {
    for (const fields of [[{ type: 'string' }], [{ name: 'a' }], [{ name: 'a', type: 'unheard of' }], [null]]) {
      const { problem } = await cellsOf(avroOf({ type: 'record', name: 'R', fields }, block, 1), AVRO);
      expect(problem?.code).toBe('malformed');
    }
  });
});

describe('a damaged file', () => {
  it('gives what lies before the cut', async () => {
    const bytes = fixture('avro/null.avro');
    let most = 0;
    for (const { at, bytes: cut } of cutsOf(bytes, 20)) {
      const { cells, problem } = await cellsOf(cut, AVRO);
      // At the beginning there is no header, and between two blocks nothing is missing.
      expect(problem?.code ?? 'malformed').toBe('malformed');
      if (at < 1500) expect(problem?.code).toBe('malformed');
      const found = sorted(cells);
      expect(found.every((cell) => known.has(cell))).toBe(true);
      expect(found.length).toBeGreaterThanOrEqual(most);
      most = found.length;
    }
    expect(most).toBeGreaterThan(expected.length / 2);
  });

  it('gives the blocks before and behind the damaged one', async () => {
    const bytes = Buffer.from(fixture('avro/deflate.avro'));
    bytes.fill(0xff, 6000, 6100);
    const { cells, problem, bytesExamined } = await cellsOf(bytes, AVRO);
    expect(problem?.code).toBe('malformed');
    expect(bytesExamined).toBeLessThan(bytes.length);
    const names = cells.filter(([, name]) => name === 'name').map(([, , , text]) => text.split(' ').at(-1));
    expect(names).toContain('0');
    expect(names).toContain('239');
    expect(names.length).toBeLessThan(240);
  });

  it.each(['null', 'deflate', 'snappy', 'zstandard', 'bzip2', 'xz'])(
    '%s with a flipped bit is a problem, or differs in a few cells',
    async (name) => {
      const bytes = fixture(`avro/${name}.avro`);
      for (const { bytes: flipped } of flipsOf(bytes, 20)) {
        const { problem, cells } = await cellsOf(flipped, AVRO);
        expect(['malformed', 'unsupported', 'limit', undefined]).toContain(problem?.code);
        expect(cells.length).toBeLessThan(2 * expected.length);
      }
    },
    60_000,
  );
});
