/**
 * Files of a few kilobytes that ask for gigabytes, for ever, or for all of the stack: each ends by its own limit, says so, keeps what came
 * before, and takes no more memory than any other file.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { overlappingZip } from '../../bench/fuzz/zip.mjs';
import { quine } from '../../corpus/generate/formats/quine.mjs';
import { FEW, folderOf, MAIN, records, SSN, SSN_LINE } from '../cli/command.js';
import { zipOf } from '../readers/office-support.js';
import { nestedForms, onePage } from '../readers/pdf-support.js';

const MIB = 2 ** 20;
const MOST_BYTES = 400e6;
const PEAK = fileURLToPath(new URL('../../bench/peak.mjs', import.meta.url));

/** Scans a file by the built command, and measures it. */
async function scan(name: string, content: Buffer) {
  const cwd = folderOf({ [name]: content });
  const child = spawn(process.execPath, ['--import', PEAK, MAIN, 'scan', name, '--format', 'ndjson', ...FEW], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const peak = text(child.stdio[3] as Readable);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
  return {
    status: status as number | null,
    stderr,
    peakBytes: Number(await peak) * 1024,
    found: records(stdout, 'occurrence').length,
    problems: records(stdout, 'problem').map(({ code, path, detail }) => ({ code, path, detail })),
    summary: records(stdout, 'summary')[0]!,
  };
}

/** A frame of blocks that each repeat one byte (RFC 8878, 3.1.1.2.2): four bytes give 128 KiB. @param head stored as it is, in front of them */
function zstdOf(blocks: number, head: Buffer = Buffer.alloc(0)): Buffer {
  const frame = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38])];
  if (head.length > 0) {
    const stored = Buffer.alloc(3);
    stored.writeUIntLE(head.length << 3, 0, 3);
    frame.push(stored, head);
  }
  for (let i = 0; i < blocks; i++) {
    const block = Buffer.alloc(4, 'a');
    block.writeUIntLE(((128 * 1024) << 3) | (1 << 1) | Number(i === blocks - 1), 0, 3);
    frame.push(block);
  }
  return Buffer.concat(frame);
}

/** A number as Avro writes it: zigzag, seven bits a byte. */
function avroLong(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value * 2; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) | 128);
  }
}

/** A text as the next record; the others are 30 MiB of one letter each, in a block of a kilobyte. */
function avroOf(first: string, blocks: number): Buffer {
  const textOf = (text: string): Buffer => Buffer.concat([avroLong(text.length), Buffer.from(text)]);
  const marker = Buffer.alloc(16, 'M');
  const block = (content: Buffer, records = 1): Buffer =>
    Buffer.concat([avroLong(records), avroLong(content.length), content, marker]);
  const schema = '{"type":"record","name":"r","fields":[{"name":"t","type":"string"}]}';
  const header = [avroLong(2), textOf('avro.schema'), textOf(schema), textOf('avro.codec'), textOf('zstandard'), avroLong(0)];
  const large = block(zstdOf(30 * 8, avroLong(30 * MIB)));
  return Buffer.concat([
    ...[Buffer.from('Obj\x01'), ...header, marker, block(zstdOf(8, Buffer.concat([textOf(first), avroLong(MIB)])), 2)],
    ...Array.from({ length: blocks }, () => large),
  ]);
}

/** Sixteen copies of what is inside, and so on. */
function nestedZips(levels: number): Buffer {
  let inner = Buffer.alloc(16 * MIB, 'a');
  let extension = 'txt';
  for (let level = 0; level < levels; level++) {
    const members = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`${i}.${extension}`, inner]));
    inner = zipOf({ 'first.txt': SSN_LINE, ...members });
    extension = 'zip';
  }
  return inner;
}

/** A workbook with one cell in its sheet and these shared strings. */
function workbook(sharedStrings: string): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/worksheets/a.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>SSN ${SSN}</t></is></c></row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${sharedStrings}</sst>`,
  });
}

/** Strings that compress by less than what is allowed. */
function manyStrings(bytes: number): string {
  const strings: string[] = [];
  for (let length = 0, i = 0; length < bytes; i++) {
    const one = `<si><t>${Math.imul(i, 0x9e3779b1) >>> 0} ${'some words that say nothing '.repeat(8)}</t></si>`;
    strings.push(one);
    length += one.length;
  }
  return strings.join('');
}

/** A document in a document, and so on, each with as much to hold as an embedded file may have. */
function nestedDocuments(levels: number): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  let inner: Buffer | undefined;
  for (let level = 0; level < levels; level++) {
    inner = zipOf({
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      'word/document.xml': `<w:document xmlns:w="w"><w:p><w:r><w:t>SSN ${SSN}</w:t></w:r></w:p></w:document>`,
      'word/embeddings/padding.txt': Buffer.alloc(60 * MIB, 'words '),
      ...(inner && { 'word/embeddings/inner.docx': inner }),
    });
  }
  return inner!;
}

interface Bomb {
  readonly name: string;
  readonly content: () => Buffer;
  /** Of each problem: where, and in which words. */
  readonly problems: readonly { readonly path: string; readonly code: string; readonly detail: RegExp }[];
  /** Values in front of the bomb that are found all the same. */
  readonly found: number;
}

const LIMIT = 'limit';
const BOMBS: Readonly<Record<string, Bomb>> = {
  gzip: {
    name: 'a.txt.gz',
    content: () => Buffer.concat([gzipSync(SSN_LINE), gzipSync(Buffer.alloc(400 * MIB, 'a'), { level: 9 })]),
    problems: [{ path: 'a.txt.gz', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ }],
    found: 1,
  },
  'gzip in gzip': {
    name: 'a.txt.gz.gz',
    content: () => gzipSync(gzipSync(Buffer.alloc(200 * MIB, 'a'))),
    problems: [{ path: 'a.txt.gz.gz', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ }],
    found: 0,
  },
  zstd: {
    name: 'a.txt.zst',
    content: () => zstdOf(8192),
    problems: [{ path: 'a.txt.zst', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ }],
    found: 0,
  },
  'blocks of an Avro file': {
    name: 'a.avro',
    content: () => avroOf(SSN_LINE, 80),
    problems: [{ path: 'a.avro', code: LIMIT, detail: /^its blocks unpack to more than a thousand times its size/ }],
    found: 1,
  },
  zip: {
    name: 'a.zip',
    content: () => overlappingZip(1000, Buffer.concat([Buffer.from(SSN_LINE), Buffer.alloc(10 * MIB, 'a')])),
    problems: [
      { path: 'a.zip', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ },
      { path: 'a.zip!6.txt', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ },
    ],
    found: 7,
  },
  'zip in zip': {
    name: 'a.zip',
    content: () => nestedZips(5),
    problems: [
      { path: 'a.zip', code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ },
      ...[1, 2, 3, 4].map((level) => ({
        path: `a.zip${'!0.zip'.repeat(level)}`,
        code: LIMIT,
        detail: /^more than 1,000 times its size comes out of it/,
      })),
      { path: `a.zip${'!0.zip'.repeat(4)}!3.txt`, code: LIMIT, detail: /^more than 1,000 times its size comes out of it/ },
    ],
    found: 5,
  },
  'an archive that holds itself': {
    name: 'quine.zip',
    content: quine,
    problems: [{ path: `quine.zip${'!quine.zip'.repeat(8)}`, code: LIMIT, detail: /^packed in more than 8 levels/ }],
    found: 0,
  },
  'XLSX of equal shared strings': {
    name: 'a.xlsx',
    content: () => workbook(`<si><t>${'x'.repeat(MIB)}</t></si>`.repeat(100)),
    problems: [{ path: 'a.xlsx', code: LIMIT, detail: /more than 250 times its size comes out of it/ }],
    found: 0,
  },
  'XLSX of too many shared strings': {
    name: 'a.xlsx',
    content: () => workbook(manyStrings(160 * MIB)),
    problems: [{ path: 'a.xlsx', code: LIMIT, detail: /shared strings/ }],
    found: 1,
  },
  'DOCX in DOCX': {
    name: 'a.docx',
    content: () => nestedDocuments(6),
    problems: [{ path: 'a.docx', code: LIMIT, detail: /more than 250 times its size comes out of it/ }],
    found: 2,
  },
  'PDF with a huge stream': {
    name: 'a.pdf',
    content: () => onePage('/Filter /FlateDecode', deflateSync(Buffer.alloc(300 * MIB, ' '), { level: 9 })),
    problems: [{ path: 'a.pdf', code: LIMIT, detail: /^a stream of the PDF is too large when it is decompressed/ }],
    found: 0,
  },
  'PDF of forms that draw forms': {
    name: 'a.pdf',
    content: () => nestedForms({ wide: 8, deep: 12, line: `SSN: ${SSN}` }),
    problems: [{ path: 'a.pdf', code: LIMIT, detail: /^PDF: page 2 takes more work than a file of its size may/ }],
    found: 1,
  },
};

describe('a bomb', () => {
  it.each(Object.entries(BOMBS))(
    'of %s ends by its limit',
    async (_, { name, content, problems, found }) => {
      const bytes = content();
      const got = await scan(name, bytes);
      expect(got.stderr).not.toContain('fault');
      expect(got.problems).toEqual(
        problems.map(({ path, code, detail }) => ({ path, code, detail: expect.stringMatching(detail) })),
      );
      expect(got.found).toBe(found);
      expect(got.status).toBe(found > 0 ? 1 : 3);
      expect(got.summary).toMatchObject({ bytesFound: bytes.length, complete: false });
      expect(got.summary['bytesExamined']).toBeLessThan(bytes.length);
      expect(got.peakBytes).toBeGreaterThan(30e6);
      expect(got.peakBytes).toBeLessThan(MOST_BYTES);
      // To make a bomb takes longer than to read it.
    },
    120_000,
  );
});

describe('what is nested 100,000 deep', () => {
  const DEEP = 100_000;
  it.each([
    ['a.json', `${'['.repeat(DEEP)}"SSN: ${SSN}"${']'.repeat(DEEP)}\n`],
    ['b.json', `${'{"a":'.repeat(DEEP)}"SSN: ${SSN}"${'}'.repeat(DEEP)}\n`],
    ['c.jsonl', `{"a": 1}\n${'['.repeat(DEEP)}"SSN: ${SSN}"${']'.repeat(DEEP)}\n{"a": 1}\n`],
    ['d.xml', `<?xml version="1.0"?>${'<a>'.repeat(DEEP)}SSN: ${SSN}${'</a>'.repeat(DEEP)}\n`],
    ['e.html', `<!doctype html>${'<div>'.repeat(DEEP)}SSN: ${SSN}${'</div>'.repeat(DEEP)}\n`],
  ])('%s is examined whole', async (name, content) => {
    const got = await scan(name, Buffer.from(content));
    expect(got.problems).toEqual([]);
    expect(got.found).toBe(1);
    expect(got.summary).toMatchObject({ bytesExamined: content.length, complete: true });
    expect(got.peakBytes).toBeLessThan(MOST_BYTES);
  });
});

it('the archive that holds itself is the one that other programs unpack to itself', () => {
  const bytes = fs.readFileSync(new URL('../fixtures/archives/quine.zip', import.meta.url));
  expect(quine()).toEqual(bytes);
});
