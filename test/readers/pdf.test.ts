/** PDF as LibreOffice, Ghostscript, qpdf and reportlab write it: text by page, what stands beside it, and what cannot be read. */
import fs from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { documentOf, nestedForms, onePage, streamed } from './pdf-support.js';
import { fileOf, readDocument, streamOf } from './support.js';

const SSN = '536-90-4399';
const IBAN = 'DE89 3704 0044 0532 0130 00';
const pdf = { kind: 'pdf' } as const;
const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/pdf/${name}.pdf`, import.meta.url));

/** A document of an empty page, with files attached to it. */
const withAttached = (files: readonly Buffer[]): Buffer =>
  documentOf([
    `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${files.map((_, i) => `(f${i}) ${4 + 2 * i} 0 R`).join(' ')}] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>',
    ...files.flatMap((file, i) => [
      `<< /Type /Filespec /F (f${i}.pdf) /UF (f${i}.pdf) /EF << /F ${5 + 2 * i} 0 R >> >>`,
      streamed('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(file)),
    ]),
  ]);

const drawn = (lines: readonly string[]): Buffer =>
  Buffer.from(`BT /F1 12 Tf 14 TL 20 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`);

describe('PDF', () => {
  it('is told by its first bytes', () => {
    expect(detectFormat(fixture('groff'), true, 'x')).toEqual(pdf);
  });

  it('of LibreOffice gives its pages, with the rows of tables in one line', async () => {
    for (const name of ['libreoffice', 'linearized']) {
      for (const source of [fileOf(fixture(name)), streamOf(fixture(name), 5000)]) {
        const { text, at, counts, error } = await readDocument(source, pdf);
        expect(error).toBeUndefined();
        expect(at('Payroll of').location).toEqual({ part: 'properties' });
        expect(at('maria.lopez@corp-mail.org').location).toEqual({ page: 1 });
        expect(text).toContain('Привет, Größe');
        expect(text).toContain(`Maria Lopez ${SSN} 202-555-0143\n`);
        expect(at('943 476 5919').location).toEqual({ page: 2 });
        expect(counts.bytesExamined).toBe(fixture(name).length);
      }
    }
  });

  it('of groff gives numbers as a whole where a line ends within them', async () => {
    const { text, at, error } = await readDocument(fileOf(fixture('groff')), pdf);
    expect(error).toBeUndefined();
    expect(text).toContain(`with SSN ${SSN} somewhere`);
    expect(at(`Maria Lopez ${IBAN}`).location).toEqual({ page: 1 });
    const { text: libreoffice } = await readDocument(fileOf(fixture('libreoffice')), pdf);
    expect(libreoffice).toContain(`account IBAN ${IBAN}.\n`);
  });

  it('joins what is broken behind a digit in a full line, and leaves columns of numbers alone', async () => {
    const lines = [
      'a line of words that is full, and so the account 4111 1111',
      '2222 3333',
      '',
      '2019',
      '2020',
      'SSN 536-90-',
      '4399',
    ];
    const { text } = await readDocument(fileOf(onePage('', drawn(lines))), pdf);
    expect(text).toContain('account 4111 1111 2222 3333\n2019\n2020\nSSN 536-90-4399\n');
  });

  it('gives fields, comments, links, outline and properties, and names pages that are images', async () => {
    const { text, at, error } = await readDocument(fileOf(fixture('reportlab')), pdf);
    expect(at('943 476 5919').location).toEqual({ part: 'properties' });
    expect(at('219-09-9999').location).toEqual({ part: 'properties' });
    expect(at(`ssn: ${SSN}`).location).toEqual({ page: 1, part: 'annotations' });
    expect(at('202-555-0143').location).toEqual({ page: 1, part: 'annotations' });
    expect(at('hidden.person@').location).toEqual({ page: 1, part: 'annotations' });
    expect(at('SSN 457-55-5462').location).toEqual({ page: 2 });
    expect(at('DE89370400440532013000').location).toEqual({ page: 2 });
    expect(at('Last page').location).toEqual({ page: 6 });
    expect(text).not.toContain('D:2000');
    // Page 4 is empty.
    expect(error).toMatchObject({ code: 'unsupported', message: 'image only, and their text is not read: 2 pages (3, 5)' });
  });

  it('that needs a password is a problem, and one that only asks printers for one is read', async () => {
    const locked = await readDocument(fileOf(fixture('password')), pdf);
    expect(locked.error).toMatchObject({ code: 'encrypted', message: 'the PDF needs a password' });
    expect(locked.text).toBe('');
    const { text, error } = await readDocument(fileOf(fixture('owner-password')), pdf);
    expect(error).toBeUndefined();
    expect(text).toContain(SSN);
  });

  it('whose stream is damaged says so', async () => {
    const data = deflateSync(drawn(Array.from({ length: 500 }, (_, i) => `line ${i}`)));
    data.fill(0xff, data.length / 2, data.length / 2 + 8);
    const { text, error } = await readDocument(fileOf(onePage('/Filter /FlateDecode', data)), pdf);
    expect(text).toContain('line 1\n');
    expect(error).toMatchObject({ code: 'malformed', message: "1 of the PDF's streams is damaged" });
  });

  it('whose stream is a bomb is not read, whatever the stream says it is', async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 2 ** 20, ' '), { level: 9 });
    for (const dictionary of [
      '/Filter /FlateDecode',
      '/Fl#61ter /FlateDecode',
      '/Filter /FlateDecode /Subtype /Image /Width 9 /Height 9',
    ]) {
      const { error } = await readDocument(fileOf(onePage(dictionary, bomb)), pdf);
      expect(error).toMatchObject({ code: 'limit' });
    }
  });
});

describe('a PDF that asks for too much', () => {
  it('is not looked through for pages that are not there', async () => {
    const file = onePage('', drawn([`SSN ${SSN}`])).toString('latin1');
    const far = await readDocument(fileOf(Buffer.from(file.replace('/Count 1 ', '/Count 9999999'), 'latin1')), pdf);
    expect(far.text).toContain(SSN);
    expect(outcomeOf(far)).toBe('malformed');
    const missing = file.replace('[3 0 R]', `[3 0 R ${'99 0 R '.repeat(300)}3 0 R]`).replace('/Count 1 ', '/Count 302 ');
    const { text, error } = await readDocument(fileOf(Buffer.from(missing, 'latin1')), pdf);
    expect(text).toContain(SSN);
    expect(error).toMatchObject({ code: 'malformed' });
    expect((error as Error).message).toContain('not everything of page 2 can be read');
  });

  it('is cut where a page has more text than a page can hold', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `1 0 0 1 20 ${700 - (i % 50) * 14} Tm (${i}) Tj`);
    const page = onePage('', Buffer.from(`BT /F1 12 Tf ${lines.join('\n')} ET`));
    const { text, error } = await readDocument(fileOf(page), pdf);
    expect(text).toContain('\n20000\n');
    expect(text).not.toContain('\n59999\n');
    expect(error).toMatchObject({ code: 'limit' });
  });
});

describe('a PDF whose forms draw forms', () => {
  it('is read up to the page that asks for too much, with text on it or without', async () => {
    for (const line of [`SSN ${SSN}`, '']) {
      const file = nestedForms({ wide: 8, deep: 12, line });
      expect(file.length).toBeLessThan(64 * 1024);
      const { text, error, counts } = await readDocument(fileOf(file), pdf);
      expect(text.includes(`page 1 ${line}`)).toBe(line !== '');
      expect(error).toMatchObject({ code: 'limit' });
      expect((error as Error).message).toContain(
        'PDF: page 2 takes more work than a file of its size may; from there on it is not read',
      );
      expect(counts.bytesExamined).toBeGreaterThan(0);
      expect(counts.bytesExamined).toBeLessThan(file.length);
    }
  });

  it('is read whole where there are few enough', async () => {
    const file = nestedForms({ wide: 4, deep: 4, line: `SSN ${SSN}` });
    const { at, error, counts } = await readDocument(fileOf(file), pdf);
    expect(error).toBeUndefined();
    expect(at('page 2 SSN').location).toEqual({ page: 2 });
    expect(counts.bytesExamined).toBe(file.length);
  });

  it('shares what it may do with the documents that are attached to it', async () => {
    const bomb = nestedForms({ wide: 8, deep: 12, line: '' });
    const many = withAttached([onePage('', drawn([`SSN ${SSN}`])), bomb, bomb, onePage('', drawn(['the last one']))]);
    const { text, error } = await readDocument(fileOf(many), pdf);
    expect(text).toContain(SSN);
    expect(text).not.toContain('the last one');
    expect(error).toMatchObject({ code: 'limit' });
  });

  it('in one another is read up to eight levels', async () => {
    let file = onePage('', drawn([`innermost ${SSN}`]));
    for (let i = 0; i < 8; i++) file = withAttached([file, onePage('', drawn([`level ${8 - i}`]))]);
    const whole = await readDocument(fileOf(file), pdf);
    expect(whole.error).toBeUndefined();
    expect(whole.text).toContain(`innermost ${SSN}`);
    const deeper = await readDocument(fileOf(withAttached([file])), pdf);
    expect(deeper.text).toContain('level 7');
    expect(deeper.text).not.toContain('innermost');
    expect(deeper.error).toMatchObject({ code: 'limit', message: 'attachments are nested more than 8 times' });
  });
});

describe('broken PDF', () => {
  it('that is cut is malformed, and what is found of it is read', async () => {
    let found = 0;
    for (const name of ['libreoffice', 'groff', 'reportlab', 'linearized']) {
      const whole = await readDocument(fileOf(fixture(name)), pdf);
      for (const cut of cuts(fixture(name))) {
        const got = await readDocument(fileOf(cut), pdf);
        expect(outcomeOf(got)).toBe('malformed');
        if (got.text !== '') found++;
        expect(got.text.split('\n').filter((line) => !whole.text.includes(line))).toEqual([]);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('with changed bytes is a problem or is read', async () => {
    for (const [seed, name] of ['libreoffice', 'groff', 'reportlab'].entries()) {
      for (const flipped of flips(fixture(name), 70, seed + 1)) outcomeOf(await readDocument(fileOf(flipped), pdf));
    }
  }, 300_000);
});
