/** Text documents and presentations as LibreOffice and python-docx write them, and what neither of them writes. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, zipFormat } from '../../src/readers/index.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { zipOf } from './office-support.js';
import { fileOf, readDocument, streamOf } from './support.js';

const SSN = '536-90-4399';
const IBAN = 'DE89 3704 0044 0532 0130 00';
const NHS = '943 476 5919';
const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/office/${name}`, import.meta.url));
const kindOf = (name: string) => ({ kind: name.replace(/^.*\./, '') as 'docx' | 'odt' | 'pptx' | 'odp' });
const readName = (name: string) => readDocument(fileOf(fixture(name)), kindOf(name));

describe('what a zip archive holds', () => {
  it.each([
    'excel.xlsx',
    'libreoffice.xlsx',
    'openpyxl.xlsx',
    'word.docx',
    'libreoffice.odt',
    'libreoffice.ods',
    'libreoffice.pptx',
    'libreoffice.odp',
  ])('%s is told by its list of members, whatever its name', async (name) => {
    const bytes = fixture(name);
    const kind = kindOf(name);
    expect(await zipFormat(fileOf(bytes), { kind: 'archive', archive: 'zip' })).toEqual(kind);
    // Of a stream only the first bytes are known.
    expect(detectFormat(bytes, true, 'file')).toEqual(kind);
  });

  it('is no document where only the names of folders are those of one', async () => {
    const bytes = fixture('archive.zip');
    const guess = detectFormat(bytes, true, 'a.docx');
    expect(guess).toEqual({ kind: 'docx' });
    expect(await zipFormat(fileOf(bytes), guess)).toEqual({ kind: 'archive', archive: 'zip' });
    // Without a list of members the guess is all there is; the reader says what is wrong.
    expect(await zipFormat(fileOf(bytes.subarray(0, 100)), guess)).toEqual(guess);
  });

  it('is a document where its types stand last, behind a large part', async () => {
    const types =
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const bytes = zipOf({ 'media/image.bin': crypto.getRandomValues(new Uint8Array(60_000)), '[Content_Types].xml': types });
    expect(await zipFormat(fileOf(bytes), { kind: 'archive', archive: 'zip' })).toEqual({ kind: 'docx' });
  });
});

describe.each(['libreoffice.docx', 'libreoffice.odt'])('%s', (name) => {
  it('gives paragraphs whose runs are joined, with their numbers', async () => {
    const { text, at, error, counts } = await readName(name);
    expect(error).toBeUndefined();
    expect(counts.bytesExamined).toBe(fixture(name).length);
    expect(text).toContain(`The SSN is ${SSN}, as said.\n`);
    const { paragraph, part } = at(SSN).location;
    expect([typeof paragraph, part]).toEqual(['number', undefined]);
    expect(at('The end.').location.paragraph).toBeGreaterThan(80);
  });

  it('gives the cells of tables with their header', async () => {
    const { text } = await readName(name);
    expect(text).toContain('\nCustomer\nSocial security number\nCustomer: Customer 1\nSocial security number: 536904301\n');
    expect(text).toContain('\nSocial security number: 536904340\nThe end.\n');
  });

  it('gives headers, footers, notes, comments, links, deleted text and properties in parts of their own', async () => {
    const { at, text } = await readName(name);
    const isWord = name.endsWith('.docx');
    expect(at('Header: IBAN GB82').location).toMatchObject({ part: isWord ? 'header' : 'header or footer' });
    expect(at('Footer: call').location).toMatchObject({ part: isWord ? 'footer' : 'header or footer' });
    expect(at(NHS).location).toMatchObject({ part: isWord ? 'footnotes' : 'note' });
    expect(at(`account ${IBAN}`).location).toMatchObject({ part: isWord ? 'comments' : 'comment' });
    expect(at('Ann Comment').location).toMatchObject({ part: 'author' });
    expect(at('hidden.person@corp-mail.org').location).toMatchObject({ part: 'links' });
    expect(at('219-09-9999').location).toMatchObject({ part: 'deleted' });
    expect(at('Maria Lopez').location).toEqual({ part: 'properties' });
    expect(text).toContain('A note and more.');
  });
});

describe('DOCX', () => {
  it('of python-docx has values that are split over runs', async () => {
    const { at, text, error } = await readName('python-docx.docx');
    expect(error).toBeUndefined();
    expect(at(SSN).location).toEqual({ paragraph: 1 });
    expect(text).toContain(`Name: Person 2\nIBAN: ${IBAN}\n`);
  });

  it('has text of special characters, revisions, fields, boxes, comments and embedded workbooks', async () => {
    const { at, text, error, counts } = await readName('word.docx');
    expect(error).toBeUndefined();
    expect(counts.bytesExamined).toBe(fixture('word.docx').length);
    expect(text).toContain(`SSN ${SSN}\n`);
    expect(text).toContain('a\tb\nc\n');
    // What was deleted, with the rest of the word that it stood in.
    expect(text).toContain('Number 219-09-8888 ends\n219-09-9999\n');
    expect(at('219-09-9999').location).toEqual({ paragraph: 2, part: 'deleted' });
    for (const author of ['Del Etor', 'Ann Insert', 'Ann Comment']) expect(at(author).location).toMatchObject({ part: 'author' });
    expect(at('hidden.person@').location).toEqual({ paragraph: 3, part: 'links' });
    expect(at('field.person@').location).toEqual({ paragraph: 3, part: 'links' });
    // A text box stands in the file twice, for old programs too.
    expect(text.split(`Boxed ${NHS}`)).toHaveLength(2);
    expect(at('card 4111111111111111').location).toMatchObject({ part: 'description' });
    expect(text).toContain('around the box');
    expect(at(`account ${IBAN}`).location).toEqual({ paragraph: 1, part: 'comments' });
    expect(at('457-55-5462').location).toEqual({ part: 'customXml/item1.xml' });
    expect(at('social security number: 001-23-4567').location).toMatchObject({
      sheet: 'Rich',
      cell: 'B3',
      part: 'word/embeddings/Sheet1.xlsx',
    });
    expect(text).not.toContain('not read');
    expect(text.split('4111111111111111')).toHaveLength(2);
  });

  it('is the same from a stream, and in large blocks', async () => {
    const { text } = await readName('word.docx');
    const streamed = await readDocument(streamOf(fixture('word.docx'), 100), { kind: 'docx' }, 100_000);
    expect(streamed.text).toBe(text);
    expect(streamed.counts.bytesExamined).toBe(fixture('word.docx').length);
  });

  it('in itself, without end, ends at eight levels', async () => {
    let bytes: Uint8Array = fixture('word.docx');
    for (let depth = 0; depth < 12; depth++) {
      const main = '<w:document><w:p><w:t>level</w:t></w:p></w:document>';
      const types = '<Types><Override ContentType="x.wordprocessingml.document.main+xml"/></Types>';
      bytes = zipOf({ '[Content_Types].xml': types, 'word/document.xml': main, 'word/embeddings/inner.docx': bytes });
    }
    const { text, error } = await readDocument(fileOf(bytes), { kind: 'docx' });
    expect(text.match(/level/g)).toHaveLength(8);
    expect(error).toMatchObject({ code: 'limit' });
  });
});

describe.each(['libreoffice.pptx', 'libreoffice.odp'])('%s', (name) => {
  it('gives slides in their order, with their notes', async () => {
    const { at, error, counts } = await readName(name);
    expect(error).toBeUndefined();
    expect(counts.bytesExamined).toBe(fixture(name).length);
    expect(at(`Title with SSN ${SSN}`).location).toMatchObject({ page: 1 });
    expect(at(`Notes: account ${IBAN}`).location).toMatchObject({ page: 1 });
    expect(at(`Patient NHS number ${NHS}`).location).toMatchObject({ page: 2 });
    expect(at('Maria Lopez').location).toEqual({ part: 'properties' });
  });
});

describe('a mail', () => {
  it('has documents attached, each read as it is', async () => {
    const attach = (name: string) =>
      `--x\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${fixture(name).toString('base64')}\n`;
    const mail = `From: a@b.de\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n${attach('python-docx.docx')}${attach('xlwt.xls')}${attach('password.docx')}--x--\n`;
    const { at, text, error } = await readDocument(fileOf(mail), { kind: 'mail' });
    expect(at(SSN).location).toEqual({ paragraph: 1, part: 'python-docx.docx' });
    expect(text).toContain('ssn: 536-90-4301');
    expect(error).toMatchObject({ code: 'encrypted', message: 'in an attachment, the document needs a password' });
  });
});

describe('a damaged document', () => {
  it('has one part that is damaged, and the others are read, as is what lies before the damage', async () => {
    const { text, error, counts } = await readDocument(
      fileOf(
        zipOf({
          'word/document.xml':
            '<w:d><w:p><w:t>first</w:t></w:p><w:tbl><w:tr><w:tc><w:p><w:t>536-90-4399</w:t></w:p></w:tc></w:tr><w:p><w:r><w:t>last words</w:r>',
          'docProps/core.xml': '<c><creator>Maria Lopez</creator></c>',
        }),
      ),
      { kind: 'docx' },
    );
    expect(text).toBe(`first\n${SSN}\nlast words\ncreator: Maria Lopez\n`);
    expect(error).toMatchObject({ code: 'malformed', message: 'the text is damaged XML' });
    expect(counts.bytesExamined).toBeGreaterThan(0);
  });

  it.each(['libreoffice.docx', 'libreoffice.odt', 'libreoffice.pptx'])('%s, cut, is a problem', async (name) => {
    for (const cut of cuts(fixture(name))) expect(outcomeOf(await readDocument(fileOf(cut), kindOf(name)))).toBe('malformed');
  });

  it.each(['word.docx', 'libreoffice.docx', 'libreoffice.odt', 'libreoffice.pptx'])(
    '%s, with changed bytes, says so or has what it had',
    async (name) => {
      const whole = (await readName(name)).text.split('\n').filter((line) => /\d{3}/.test(line));
      for (const flipped of flips(fixture(name), 200, 1)) {
        const { text, error } = await readDocument(fileOf(flipped), kindOf(name), 64 * 1024);
        const outcome = outcomeOf({ error });
        if (outcome !== 'read') expect(['malformed', 'unsupported', 'encrypted', 'limit']).toContain(outcome);
        else expect(whole.filter((line) => !text.includes(line))).toEqual([]);
      }
    },
  );
});
