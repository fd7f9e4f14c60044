/** Text in old encodings, as Python writes it: told by its words, decoded, with rows, paths and places as in UTF-8. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, readHead } from '../../src/readers/index.js';
import { cuts } from './damage.js';
import { fileOf, read, readDocument, streamOf } from './support.js';

const FOLDER = new URL('../fixtures/encodings/', import.meta.url);
const names = [...new Set(fs.readdirSync(FOLDER).map((name) => name.slice(0, name.lastIndexOf('.'))))];
const fixture = (name: string): Buffer => fs.readFileSync(new URL(name, FOLDER));
function decode(name: string, bytes: Uint8Array): string {
  if (name === 'utf-32le') return String.fromCodePoint(...new Uint32Array(Uint8Array.from(bytes).buffer).subarray(1));
  const decoder = new TextDecoder(name);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

describe.each(names)('text in %s', (name) => {
  it('is told and decoded, in pieces of every size', async () => {
    const bytes = fixture(`${name}.txt`);
    const text = decode(name, bytes);
    expect(text).toContain('536-90-4399');
    const format = detectFormat(bytes, true, 'x.txt');
    expect(format).toMatchObject({ kind: 'text', encoding: name });
    if (format.kind !== 'text') return;
    for (const source of [fileOf(bytes), streamOf(bytes, 1), streamOf(bytes, 7)]) {
      const got = await readDocument(source, format);
      expect(got.text).toBe(text);
      const line = text.split('\n')[1]!;
      expect(got.at('536-90')).toMatchObject({ line: 2, column: line.indexOf('536-90') + 1 });
      expect(got.counts).toMatchObject({ bytesExamined: bytes.length, bytesDecoded: Buffer.byteLength(text) });
    }
  });

  it('is a table with its columns, and a document with its paths', async () => {
    const table = detectFormat(fixture(`${name}.csv`), true, 'x.csv');
    expect(table).toMatchObject({ kind: 'csv', encoding: name, header: ['id', 'word', 'ssn'] });
    if (table.kind !== 'csv') return;
    const rows = decode(name, fixture(`${name}.csv`))
      .split('\r\n')
      .slice(1, -1);
    const { values } = await read(fileOf(fixture(`${name}.csv`)), { format: table, places: true });
    const words = values.filter(({ names: [column], isName, text }) => column === 'word' && !isName && text.length > 3);
    expect(words.map(({ text }) => text)).toEqual(rows.map((row) => row.split(',')[1]).filter((word) => word!.length > 3));
    const json = detectFormat(fixture(`${name}.json`), true, 'x.json');
    expect(json).toEqual({ kind: 'json', encoding: name });
    if (json.kind !== 'json') return;
    const found = await read(fileOf(fixture(`${name}.json`)), { format: json, places: true });
    const records = JSON.parse(decode(name, fixture(`${name}.json`)).replace('\ufeff', '')) as { word: string }[];
    const longest = records.findIndex(({ word }) => word.length > 3);
    const inRecord = found.values.filter(({ location, isName }) => !isName && location?.jsonPath === `$[${longest}].word`);
    expect(inRecord.map(({ text }) => text)).toEqual([records[longest]!.word]);
  });

  it('that is cut is the same text up to there', async () => {
    const bytes = fixture(`${name}.txt`);
    for (const cut of cuts(bytes)) {
      const { text, error } = await readDocument(fileOf(cut), { kind: 'text', encoding: name as 'koi8-r' });
      expect(error).toBeUndefined();
      expect(decode(name, bytes).startsWith(text.slice(0, -1).replace(/\ufffd+$/, ''))).toBe(true);
    }
  });
});

describe('what is not sure', () => {
  const encodingOf = (bytes: Uint8Array) => detectFormat(bytes, true, 'x.txt');

  it('stays as it is', () => {
    const utf8 = { kind: 'text', encoding: 'utf-8' };
    // One word; UTF-8 with a few broken bytes; a code page of DOS; bytes of no language.
    expect(encodingOf(Buffer.from('only M\xfcller here\n', 'latin1'))).toMatchObject(utf8);
    expect(
      encodingOf(Buffer.concat([Buffer.from('Größe, Straße, Übung, Köln, Maß '.repeat(9)), Buffer.from([0xfc, 0x20])])),
    ).toMatchObject(utf8);
    const dos = Buffer.from('\x8f\xa0\xe1\xaf\xae\xe0\xe2 \xa3\xe0\xa0\xa6\xa4\xa0\xad\xa8\xad\xa0 '.repeat(10), 'latin1');
    expect(encodingOf(dos)).toMatchObject(utf8);
    expect(encodingOf(Buffer.from('key\xb6\xa7\xb9=\xbd\xbe value\xa8\xb4\xaf '.repeat(10), 'latin1'))).toMatchObject(utf8);
  });

  it('has its ASCII examined in place', async () => {
    const { text, counts } = await readDocument(fileOf(Buffer.from('M\xfcller 536-90-4399\n', 'latin1')), {
      kind: 'text',
      encoding: 'utf-8',
    });
    expect(text).toBe('M\0ller 536-90-4399\n');
    expect(counts).toMatchObject({ bytesExamined: 19, bytesDecoded: 19 });
  });

  it('is settled by the head alone', async () => {
    const late = Buffer.concat([Buffer.alloc(70_000, 'ascii words '), Buffer.from('Größe'.repeat(50), 'latin1')]);
    const head = await readHead(fileOf(late), 64 * 1024);
    expect(detectFormat(head.bytes, head.isWhole, 'x')).toMatchObject({ kind: 'text', encoding: 'utf-8' });
  });
});
