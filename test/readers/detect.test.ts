/** Formats by content: a table of heads, and what each is. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';

const prose =
  'The quick brown fox, it is said, jumps over the lazy dog.\nAnother line; with some marks, and a word.\n\nA third one.\n';
const csv = 'id,name,email\n1,Ann,ann@example.com\n2,Bob,bob@example.com\n3,Cid,cid@example.com\n';
const wide = (text: string) => Buffer.from(text, 'utf16le');

/** Without the fields of text, which fields.test.ts is about. */
function detect(content: string | Uint8Array, path = 'file', whole = true) {
  const { fields: _, ...format } = {
    fields: undefined,
    ...detectFormat(typeof content === 'string' ? Buffer.from(content) : content, whole, path),
  };
  return format;
}

describe('detectFormat', () => {
  it.each([
    ['', 'empty.csv', { kind: 'text', encoding: 'utf-8' }],
    [prose, 'a', { kind: 'text', encoding: 'utf-8' }],
    [prose, 'a.csv.txt', { kind: 'text', encoding: 'utf-8' }],
    ['{"a":1}\n', 'a', { kind: 'json', encoding: 'utf-8' }],
    ['{"a":1}\n', 'a.jsonl', { kind: 'jsonl', encoding: 'utf-8' }],
    ['{"a":1}\n{"a":2}\n', 'a.json', { kind: 'jsonl', encoding: 'utf-8' }],
    ['{"a":1}\n{"a":2\n{"a":3}\n{"a":4}\n{"a":5}\n{"a":6}\n', 'a', { kind: 'jsonl', encoding: 'utf-8' }],
    ['{\n  "a": [1, 2,\n {"b": "c"}]\n}\n', 'a', { kind: 'json', encoding: 'utf-8' }],
    ['[{"a": 1},\n {"a": 2}]', 'a.csv', { kind: 'json', encoding: 'utf-8' }],
    ['{"a": oops', 'a.json', { kind: 'json', encoding: 'utf-8' }],
    ['{"a": oops', 'a.txt', { kind: 'text', encoding: 'utf-8' }],
    ['[section]\nkey = value\n', 'a.ini', { kind: 'ini', encoding: 'utf-8' }],
    ['[1] A footnote, with text.\n', 'a', { kind: 'text', encoding: 'utf-8' }],
    ['{{ template }}\ntext\n', 'a', { kind: 'text', encoding: 'utf-8' }],
    ['%PDF-1.7\n%more', 'a.txt', { kind: 'pdf' }],
    ['MZ is a word, and so is BM\n', 'a.txt', { kind: 'text', encoding: 'utf-8' }],
    ['PAR1 golf\n', 'a.txt', { kind: 'text', encoding: 'utf-8' }],
    ['GIF89a is a format\n', 'a', { kind: 'text', encoding: 'utf-8' }],
    ['let a = 1;\nlet b = 2;\nlet c = 3;\nlet d = 4;\n', 'noextension', { kind: 'text', encoding: 'utf-8' }],
    ['\ufefftext\n', 'a', { kind: 'text', encoding: 'utf-8' }],
  ])('%j named %s', (content, path, format) => {
    expect(detect(content, path)).toEqual(format);
  });

  it('text with few zeros, each alone, is text; more of them, or side by side, are data', () => {
    const text = { kind: 'text', encoding: 'utf-8' };
    const table = { kind: 'csv', delimiter: 44, header: ['id', 'name', 'email'] };
    expect(detect(csv.replace('Bob', 'B\0b'), 'a.csv')).toMatchObject(table);
    expect(detect(`${prose}\0`)).toEqual(text);
    expect(detect(prose.replaceAll('.', '\0'))).toEqual(text);
    expect(detect(prose.replaceAll(',', '\0').replaceAll('.', '\0'))).toEqual({ kind: 'unsupported', what: 'binary data' });
    expect(detect(prose.replace('.', '\0\0'))).toEqual({ kind: 'unsupported', what: 'binary data' });
    expect(detect('\0\x01\x02 and some text behind them, as long as a line')).toEqual({
      kind: 'unsupported',
      what: 'binary data',
    });
    expect(detect(wide('ab'))).toEqual({ kind: 'text', encoding: 'utf-16le' });
    expect(detect(wide(prose).swap16())).toEqual({ kind: 'text', encoding: 'utf-16be' });
  });

  it('text whose lines end with a carriage return alone says so', () => {
    const old = prose.replaceAll('\n', '\r');
    expect(detect(old)).toEqual({ kind: 'text', encoding: 'utf-8', newline: 0x0d });
    expect(detect(wide(old))).toEqual({ kind: 'text', encoding: 'utf-16le', newline: 0x0d });
    expect(detect(prose.replaceAll('\n', '\r\n'))).toEqual({ kind: 'text', encoding: 'utf-8' });
    expect(detect(`${old}\n`)).toEqual({ kind: 'text', encoding: 'utf-8' });
  });

  it('documents that the head cuts are JSON, lines with a first whole one JSON lines', () => {
    expect(detect(`{"text": "${'long '.repeat(100)}`, 'a', false)).toMatchObject({ kind: 'json' });
    expect(detect(`{"text": "${'long '.repeat(100)}`, 'a.jsonl', false)).toMatchObject({ kind: 'jsonl' });
    expect(detect('{"a": "b"}\n{"a": "cut', 'a', false)).toMatchObject({ kind: 'jsonl' });
    expect(detect('[\n{"a": "b"},\n{"a": tru', 'a', false)).toMatchObject({ kind: 'json' });
  });

  it.each([
    ['89504e470d0a1a0a0000000d', { kind: 'skip', skip: 'media' }],
    ['ffd8ffe000104a464946', { kind: 'skip', skip: 'media' }],
    ['000000206674797069736f6d00000200', { kind: 'skip', skip: 'media' }],
    ['774f46320001000000', { kind: 'skip', skip: 'font' }],
    ['7f454c46020101000000', { kind: 'skip', skip: 'program' }],
    ['4d5a90000300000004000000ffff', { kind: 'skip', skip: 'program' }],
    ['0061736d01000000', { kind: 'skip', skip: 'program' }],
    ['a70d0d0a00000000e8c1f065', { kind: 'skip', skip: 'program' }],
    ['1f8b0800000000000003', { kind: 'compressed', codec: 'gzip' }],
    ['5041523115041500', { kind: 'parquet' }],
    ['504b0304140000000800', { kind: 'archive', archive: 'zip' }],
    ['4f626a0104146176726f', { kind: 'avro' }],
    ['28b52ffd04580100', { kind: 'compressed', codec: 'zstd' }],
    ['53514c69746520666f726d6174203300', { kind: 'sqlite' }],
    ['80049523000000000000008c', { kind: 'unsupported', what: 'Python pickle' }],
    ['934e554d505901007600', { kind: 'unsupported', what: 'NumPy array' }],
    ['894844460d0a1a0a00', { kind: 'unsupported', what: 'HDF5' }],
    ['00010203040506070809', { kind: 'unsupported', what: 'binary data' }],
    ['fffe0000410000004200', { kind: 'text', encoding: 'utf-32le' }],
  ])('bytes %s', (hex, format) => {
    expect(detect(Buffer.from(hex, 'hex'))).toEqual(format);
  });

  it('guesses what a ZIP archive is from its first members', () => {
    const local = (name: string) => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(26), Buffer.from(name)]);
    expect(detect(Buffer.concat([local('[Content_Types].xml'), local('word/document.xml')]))).toEqual({ kind: 'docx' });
    expect(detect(Buffer.concat([local('xl/workbook.xml'), local('_rels/.rels')]))).toEqual({ kind: 'xlsx' });
    expect(detect(local('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))).toEqual({ kind: 'ods' });
    expect(detect(local('word/list.txt'))).toEqual({ kind: 'archive', archive: 'zip' });
    expect(detect(local('archive/data.pkl'))).toEqual({ kind: 'unsupported', what: 'PyTorch model' });
  });

  it('finds encodings, with and without byte order mark', () => {
    const be = (text: string) => wide(text).swap16();
    expect(detect(Buffer.concat([Buffer.from([0xff, 0xfe]), wide('日本')]))).toEqual({ kind: 'text', encoding: 'utf-16le' });
    expect(detect(Buffer.concat([Buffer.from([0xfe, 0xff]), be('日本')]))).toEqual({ kind: 'text', encoding: 'utf-16be' });
    expect(detect(wide(prose))).toEqual({ kind: 'text', encoding: 'utf-16le' });
    expect(detect(be(prose))).toEqual({ kind: 'text', encoding: 'utf-16be' });
    expect(detect(wide(csv))).toMatchObject({ kind: 'csv', encoding: 'utf-16le', header: ['id', 'name', 'email'] });
    expect(detect(wide('{"a":1}\r\n{"a":2}'))).toEqual({ kind: 'jsonl', encoding: 'utf-16le' });
    expect(detect(Buffer.from('Größe und Maß, ganz alt\n', 'latin1'))).toEqual({ kind: 'text', encoding: 'utf-8' });
    expect(detect(Buffer.from('日本語'.repeat(10)).subarray(0, -1), 'a', false)).toEqual({ kind: 'text', encoding: 'utf-8' });
  });

  it.each([
    ['comma', csv, 'a', 44, ['id', 'name', 'email']],
    ['comma with other extension', csv, 'a.txt', 44, ['id', 'name', 'email']],
    ['tab', csv.replaceAll(',', '\t'), 'a', 9, ['id', 'name', 'email']],
    ['semicolon named csv', csv.replaceAll(',', ';'), 'a.csv', 59, ['id', 'name', 'email']],
    ['pipe', csv.replaceAll(',', '|'), 'a', 124, ['id', 'name', 'email']],
    ['carriage returns', csv.replaceAll('\n', '\r\n'), 'a', 44, ['id', 'name', 'email']],
    ['quotes and quoted newlines', 'a,b,c\n"x, y","line\nline","q""q"\n1,2,3\n4,5,6\n', 'a', 44, ['a', 'b', 'c']],
    ['commas in semicolon cells', 'name;amount;date\nann;1,5;x\nbob;2,5;y\ncid;3,5;z\n', 'a', 59, ['name', 'amount', 'date']],
    ['one column', 'email\nann@example.com\nbob@example.com\n', 'a.csv', 44, ['email']],
    ['ragged rows', 'a,b,c\nx,y,z\nx,y\nx,y,z\n', 'a.csv', 44, ['a', 'b', 'c']],
    ['no header: an address', 'ann@example.com,x,Paris\nbob@example.com,y,Rome\ncid@example.com,z,Bonn\n', 'a.csv', 44, null],
    ['no header: long digits', 'Ann,536904399,Paris\nBob,536904398,Rome\n', 'a.csv', 44, null],
    ['no header: numbers', '1,2,3\n4,5,6\n7,8,9\n', 'a.csv', 44, null],
    ['years in the header', 'country,2019,2020\nFR,x,y\nDE,z,w\n', 'a.csv', 44, ['country', '2019', '2020']],
    ['words only', 'name,city\nAnn,Paris\nBob,Rome\n', 'a.csv', 44, ['name', 'city']],
    ['gzip inside', csv, 'a.csv.gz', 44, ['id', 'name', 'email']],
    ['open quote in the head', 'a,b,c\nx,y,z\nx,y,z\nx,y,z\n"open,\n', 'a', 44, ['a', 'b', 'c']],
    ['open quote in the header', 'a,"b,c\nx,y,z\nx,y,z\nx,y,z\n', 'a.csv', 44, ['a', '"b', 'c']],
    ['open quote behind the header', 'a,b,c\nx,"y,z\nx,y,z\nx,y,z\n', 'a.csv', 44, ['a', 'b', 'c']],
  ])('table: %s', (_, content, path, delimiter, header) => {
    expect(detect(content, path)).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter, header });
  });

  it.each([
    ['a title and an empty line', 'Staff of 2024\n\nid,name,email\n1,ann,a\n2,bob,b\n', 'a.csv', 44, ['id', 'name', 'email'], 2],
    ['comments', '# made by x, y\n# more\nid,name\nann,x\nbob,y\n', 'a.csv', 44, ['id', 'name'], 2],
    ['empty lines', '\n\nid,name\nann,x\nbob,y\n', 'a.csv', 44, ['id', 'name'], 2],
    ['the delimiter, for Excel', 'sep=;\r\nid;sum\r\nann;1,5\r\nbob;2,5\r\n', 'a.csv', 59, ['id', 'sum'], 1],
    ['a comment over one column', '# list\nemail\nann@example.com\n', 'a.csv', 44, ['email'], 1],
    ['a comment that is the header', '#id,name\n100001,x\n100002,y\n', 'a.csv', 44, ['#id', 'name'], undefined],
    ['a comment before one that is the header', '# x\n#id,name\n100001,x\n100002,y\n', 'a.csv', 44, ['#id', 'name'], 1],
  ])('table below %s', (_, content, path, delimiter, header, headerRow) => {
    expect(detect(content, path)).toEqual({
      kind: 'csv',
      encoding: 'utf-8',
      delimiter,
      header,
      ...(headerRow !== undefined && { headerRow }),
    });
  });

  it('amounts with a decimal comma make no columns of a table with semicolons, whatever its name', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `Kunde ${i};DE${i};${i},50`).join('\n');
    expect(detect(`Kunde;IBAN;Betrag\n${rows}\n`, 'kunden.csv')).toMatchObject({
      delimiter: 59,
      header: ['Kunde', 'IBAN', 'Betrag'],
    });
  });

  it('lines with one name before a colon are text, though one comma stands in each', () => {
    const pairs = (label: string) => Array.from({ length: 40 }, (_, i) => `${label}52.52${i},13.40${i}\n`).join('');
    expect(detect(pairs('coordinates: '), 'places.txt')).toMatchObject({ kind: 'text' });
    expect(detect(pairs(''), 'places.txt')).toMatchObject({ kind: 'csv' });
    expect(detect(pairs('coordinates: '), 'places.csv')).toMatchObject({ kind: 'csv' });
  });

  it.each([',', '\t', ';', '|'])(
    'a short or long row leaves a table with named columns one, without an extension (%j)',
    (delimiter) => {
      const table = (header: string[], rows: string[][]) => [header, ...rows].map((row) => `${row.join(delimiter)}\n`).join('');
      const rows = Array.from({ length: 40 }, (_, i) => [`${i}`, `Ann${i}`, `note ${i}`]);
      const header = ['id', 'first name', 'note'];
      const expected = { kind: 'csv', delimiter: delimiter.charCodeAt(0), header };
      for (const path of ['-', 'x', 'x.data']) {
        expect(detect(table(header, rows.with(1, ['1', 'Ann1'])), path)).toMatchObject(expected);
        expect(detect(table(header, rows.with(2, ['2', 'Ann2', 'note', 'more'])), path)).toMatchObject(expected);
        expect(detect(table(header, rows.with(3, ['3']).with(20, ['4', '5', '6', '7', '8'])), path)).toMatchObject(expected);
      }
      const pairs = rows.map((row) => row.slice(1)).with(5, ['Ann5']);
      expect(detect(table(['name', 'note'], pairs), 'x')).toMatchObject({ kind: 'csv', header: ['name', 'note'] });
      // As R writes it: no name above the column of row names.
      expect(
        detect(
          table(
            header,
            rows.map((row, i) => [`r${i}`, ...row]),
          ),
          'x',
        ),
      ).toMatchObject({ kind: 'csv' });
    },
  );

  it('uneven rows are text where no header names the columns, or many are uneven', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},Ann${i},note ${i}`).with(7, '7,Ann7');
    const text = (header: string, lines = rows) => detect([header, ...lines, ''].join('\n'), 'x').kind;
    expect(text('id,name,note')).toBe('csv');
    for (const header of ['id,name,id', 'id,,note', 'well, he said, no', 'a = 1,b = 2,c = 3', 'f(x),g(y),h(z);', '1,Ann,note'])
      expect([header, text(header)]).toEqual([header, 'text']);
    expect(text('id,name,a note that is a whole sentence')).toBe('text');
    expect(text('id,name,note', rows.slice(0, 8))).toBe('text');
    expect(
      text(
        'id,name,note',
        rows.map((row, i) => (i % 8 === 0 ? `${row},more` : row)),
      ),
    ).toBe('text');
  });

  it('is not led astray by an extension, nor by regular punctuation of source', () => {
    expect(detect(gzipSync('x'), 'a.csv')).toEqual({ kind: 'compressed', codec: 'gzip' });
    expect(detect('f(a, b, c)\ng(a, b, c)\nh(a, b, c)\n'.repeat(5), 'a.py')).toEqual({ kind: 'text', encoding: 'utf-8' });
    expect(detect(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.json')).toEqual({ kind: 'skip', skip: 'media' });
  });
});
