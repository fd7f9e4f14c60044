/** RTF: paragraphs and rows as LibreOffice writes them, and by hand what it does not write. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { fileOf, readDocument, streamOf } from './support.js';

const SSN = '536-90-4399';
const rtf = { kind: 'rtf' } as const;
const fixture = fs.readFileSync(new URL('../fixtures/rtf/libreoffice.rtf', import.meta.url));

async function read(body: string): Promise<Awaited<ReturnType<typeof readDocument>>> {
  return readDocument(fileOf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1')), rtf);
}

describe('RTF', () => {
  it('is told by its first bytes', () => {
    expect(detectFormat(fixture, true, 'x')).toEqual(rtf);
  });

  it('of LibreOffice gives paragraphs and rows, in pieces of every size', async () => {
    for (const source of [fileOf(fixture), streamOf(fixture, 1), streamOf(fixture, 7), streamOf(fixture, 1000)]) {
      const { text, at, counts, error } = await readDocument(source, rtf);
      expect(error).toBeUndefined();
      expect(text.split('\n').slice(0, 6)).toEqual([
        'Payroll of Vantrell Mossbridge',
        'Staff list',
        'Contact: maria.lopez@corp-mail.org, account IBAN DE89 3704 0044 0532 0130 00.',
        'Привет, Größe, 漢字, “quoted” – dash, emoji 😀.',
        'Name\tSSN\tPhone',
        `Maria Lopez\t${SSN}\t202-555-0143`,
      ]);
      expect(text).toContain('Backslash \\ and braces {}.\n');
      expect(at('Payroll').location).toEqual({ paragraph: 1, part: 'properties' });
      expect(at('Staff list').location).toEqual({ paragraph: 1 });
      expect(at(SSN).location).toEqual({ paragraph: 5 });
      expect(counts.bytesExamined).toBe(fixture.length);
    }
  });

  it('decodes bytes by the font, the code page of the document, and what it falls back to', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}}';
    const { text } = await read(
      `${fonts}\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2 {\\f0 Gr\\'fc\\'dfe} \\'e4\\'e0 \\f2 \\'93\\'fa\\'96\\'7b\\par`,
    );
    expect(text).toBe('Привет Grüße да 日本\n');
    expect((await read("\\u26085?\\u26412? {\\uc2\\u-10179\\'3f\\'3f\\u-8704\\'3f\\'3f}\\uc0\\u228x")).text).toBe('日本 😀äx\n');
    expect((await readDocument(fileOf(Buffer.from("{\\rtf1\\ansicpg1251 \\'cf\\'f0}")), rtf)).text).toBe('Пр\n');
  });

  it('keeps numbers whole over formats, fonts and optional hyphens', async () => {
    expect((await read('SSN 536{\\b -90}-\\i 43\\i0 99, 4111\\~1111, 212\\_555')).text).toBe(
      `SSN ${SSN}, 4111\u00a01111, 212-555\n`,
    );
    expect((await read('pass\\-word')).text).toBe('password\n');
  });

  it('reads headers, footnotes, comments, fields and properties in their parts, and nothing of tables and pictures', async () => {
    const { text, at, error } = await read(
      [
        '{\\fonttbl{\\f0 Nobody;}}{\\stylesheet{\\s0 Normal;}}{\\*\\unknown 111-11-1111}',
        '{\\info{\\title Report}{\\author Maria Lopez}}{\\header page head\\par}',
        'body{\\footnote note 943 476 5919} goes on {\\field{\\*\\fldinst HYPERLINK "mailto:x@corp-mail.org"}{\\fldrslt link}}\\par',
        `{\\*\\annotation SSN ${SSN}}{\\pict\\pngblip 89504e47}{\\bin5 }}}}}}after\\par`,
      ].join('\n'),
    );
    expect(error).toBeUndefined();
    expect(at('Report').location).toEqual({ paragraph: 1, part: 'properties' });
    expect(text).toContain('Report\nMaria Lopez\n');
    expect(at('page head').location).toEqual({ paragraph: 1, part: 'header' });
    expect(at('943 476 5919').location).toEqual({ paragraph: 1, part: 'footnote' });
    expect(at('x@corp-mail.org').location).toEqual({ paragraph: 1, part: 'field' });
    expect(at(SSN).location).toEqual({ paragraph: 2, part: 'annotation' });
    expect(at('after').location).toEqual({ paragraph: 2 });
    for (const hidden of ['Nobody', 'Normal', '111-11', '8950']) expect(text).not.toContain(hidden);
  });

  it('names embedded objects, which are not read', async () => {
    const { text, error } = await read('before{\\object\\objemb{\\*\\objdata 0105000002}{\\result shown}} after');
    expect(text).toContain('shown');
    expect(error).toMatchObject({ code: 'unsupported', message: 'an embedded object is not read' });
  });

  it('of 100,000 levels is a problem', async () => {
    const { text, error } = await read(`first\\par ${'{'.repeat(100_000)}`);
    expect(text).toBe('first\n');
    expect(error).toMatchObject({ code: 'limit' });
  });
});

describe('broken RTF', () => {
  it('that is cut is malformed, and all before the cut is read', async () => {
    const whole = await readDocument(fileOf(fixture), rtf);
    for (const cut of cuts(fixture)) {
      const got = await readDocument(fileOf(cut), rtf);
      expect(outcomeOf(got)).toBe('malformed');
      const lines = got.text.split('\n').slice(0, -2);
      expect(lines).toEqual(whole.text.split('\n').slice(0, lines.length));
    }
  });

  it('with changed bytes is read or is a problem', async () => {
    for (const flipped of flips(fixture, 200, 1)) outcomeOf(await readDocument(fileOf(flipped), rtf));
  });
});
