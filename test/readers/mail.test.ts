/** Mail and mailboxes as Python writes them: every field, body and attachment in its place, and what is left out named. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/readers/index.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { zipOf } from './office-support.js';
import { fileOf, readDocument, streamOf } from './support.js';

const SSN = '536-90-4399';
const IBAN = 'DE89 3704 0044 0532 0130 00';
const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/mail/${name}`, import.meta.url));
const mail = { kind: 'mail' } as const;
const mbox = { kind: 'mbox' } as const;

describe('a message', () => {
  it('is told by its header, whatever its name', () => {
    const kindOf = (text: string, path = 'x') => detectFormat(Buffer.from(text), true, path).kind;
    expect(kindOf(fixture('plain.eml').toString('latin1'))).toBe('mail');
    expect(kindOf(fixture('three.mbox').toString('latin1'))).toBe('mbox');
    expect(kindOf('Subject: note\n\ntext', 'note.eml')).toBe('mail');
    expect(kindOf('Subject: note\n\ntext', 'note.txt')).toBe('text');
    expect(kindOf('From: a\nTo: b\nSubject: c\n\ntext')).toBe('mail');
    expect(kindOf('From: a\nTo: b\nthis is no field\nSubject: c\n\ntext')).toBe('text');
    expect(kindOf('Host: a\nDate: b\nContent-Type: c\n\nan answer of a web server')).toBe('text');
    // A patch of git begins like a mailbox, and its lines are those of code.
    expect(kindOf(`From ${'0a'.repeat(20)} Mon Sep 17 00:00:00 2001\nFrom: a <b@c.de>\nDate: x\nSubject: y\n\ndiff`)).toBe(
      'text',
    );
  });

  it('gives its fields by name, encoded words decoded, and its body in its own character set', async () => {
    for (const source of [fileOf(fixture('plain.eml')), streamOf(fixture('plain.eml'), 100)]) {
      const { text, at, counts, error } = await readDocument(source, mail);
      expect(error).toBeUndefined();
      expect(text).toContain('From: Mária Löpez <maria.lopez@corp-mail.org>\n');
      expect(at('Grüße').location).toEqual({ part: 'Subject' });
      expect(at('maria.lopez').location).toEqual({ part: 'From' });
      expect(at(`SSN ${SSN}`).location).toEqual({});
      expect(text).toContain('Guten Tag Frau Löpez,\n');
      expect(text).toContain('lang '.repeat(40));
      expect(counts.bytesExamined).toBe(fixture('plain.eml').length);
    }
  });

  it('gives both bodies, what they share once, and its attachments in turn', async () => {
    const { text, at, error } = await readDocument(fileOf(fixture('full.eml')), mail);
    expect(text.split(IBAN)).toHaveLength(2);
    expect(at(IBAN).location).toEqual({});
    expect(at(SSN).location).toEqual({ part: 'html' });
    expect(at('943 476 5919').location).toEqual({ part: 'html' });
    expect(at('hidden.person@').location).toEqual({ part: 'html' });
    expect(text).not.toContain('color: red');
    expect(text).toContain(`name\nssn\nname: Maria\nssn: ${SSN}\n`);
    expect(at(`ssn: ${SSN}`).location).toEqual({ part: 'Gehälter.csv', row: 2 });
    expect(at('219-09-9999').location).toEqual({ part: 'message/rfc822' });
    expect(at('Forwarded').location).toEqual({ part: 'message/rfc822!Subject' });
    expect(at('457-55-5462').location).toEqual({ part: 'message/rfc822!note.txt' });
    // The picture is left out by intent; the other file is a problem, but only that.
    expect(error).toMatchObject({ code: 'unsupported', message: 'an attachment is not read: binary data' });
  });

  it('gives attached tables cell by cell, whatever their rows are like', async () => {
    const attached = (table: string) =>
      Buffer.from(
        `From: a\nSubject: b\nContent-Type: text/csv; name="t.csv"\nContent-Disposition: attachment; filename="t.csv"\nMIME-Version: 1.0\n\n${table}`,
      );
    const read = (table: string) => readDocument(fileOf(attached(table)), mail);
    const rows = Array.from({ length: 2000 }, (_, i) => `${i};"a ""b""\n;${i}";536-90-${1000 + i}`);
    const large = await read(`All staff\n\nid;note;Social security\n${rows.join('\n')}\n;;;more\n`);
    expect(large.error).toBeUndefined();
    expect(large.text).toContain('All staff\nid\nnote\nSocial security\nid: 0\nnote: a "b"\n;0\nSocial security: 536-90-1000\n');
    expect(large.at('Social security: 536-90-2999').location).toEqual({
      part: 't.csv',
      row: 2003,
    });
    expect(large.at('more\n').location).toEqual({ part: 't.csv', row: 2004 });
    // Without header; and what a quote that nothing closes would hide.
    const bare = await read(`1,a,${SSN}\n2,b,${SSN}\n`);
    expect(bare.text.endsWith(`1\na\n${SSN}\n2\nb\n${SSN}\n`)).toBe(true);
    const open = await read(`id,ssn\n${'1,536-90-4399\n'.repeat(3000)}2,"536-90-4398\n3,536-90-4397\n`);
    expect(open.text.split(SSN)).toHaveLength(3001);
    expect(open.text).toContain('2,"536-90-4398\n3,536-90-4397');
    expect(open.at('2,"536').location).toEqual({ part: 't.csv', row: 3002 });
  });

  it('of too many levels is read as far as eight', async () => {
    let content = `From: a@b.de\nSubject: deepest ${SSN}\n\nend\n`;
    for (let depth = 0; depth < 12; depth++) {
      content = `From: a@b.de\nSubject: level ${depth}\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n${content}`;
    }
    const { text, error } = await readDocument(fileOf(content), mail);
    expect(text).toContain('level 11');
    expect(text).not.toContain(SSN);
    expect(error).toMatchObject({ code: 'limit' });
  });
});

describe('a mailbox', () => {
  it('gives message after message, in pieces of every size', async () => {
    for (const size of [1, 7, 100, 10_000]) {
      const { text, at, counts, error } = await readDocument(streamOf(fixture('three.mbox'), size), mbox);
      expect(error).toBeUndefined();
      expect(at('sender1@corp-mail.org').location).toEqual({ recordIndex: 1, part: 'From' });
      expect(at('One: SSN').location).toEqual({ recordIndex: 0 });
      expect(at(IBAN).location).toEqual({ recordIndex: 1 });
      expect(text).toContain('\nFrom now on all is different.\nFrom the archive.\n');
      expect(at('943 476 5919').location).toEqual({ recordIndex: 2 });
      expect(text).toMatch(/Three: patient NHS number 943 476 5919\s+SSN 536-90-4399\n$/);
      expect(counts.bytesExamined).toBe(fixture('three.mbox').length);
    }
  });
});

it('each message of a mailbox may unpack by its own size', async () => {
  const docx = (word: string, parts: Readonly<Record<string, string>>): string =>
    zipOf({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      'word/document.xml': `<w:document xmlns:w="w"><w:p><w:r><w:t>${word}</w:t></w:r></w:p></w:document>`,
      ...parts,
    }).toString('base64');
  const message = (attachment: string): string =>
    `From a@b.example Thu Mar  2 10:00:00 2023\nFrom: a@b.example\nSubject: s\nMIME-Version: 1.0\nContent-Type: application/octet-stream; name="a.docx"\nContent-Disposition: attachment; filename="a.docx"\nContent-Transfer-Encoding: base64\n\n${attachment.replace(/.{76}/g, '$&\n')}\n\n`;
  // More than the 64 MiB that anything may unpack, and more than 250 times the first document.
  const long = `<a>${Array.from({ length: 5_500_000 }, (_, i) => `<b n="${i}"/>`).join('')}</a>`;
  expect(long.length).toBeGreaterThan(68 * 2 ** 20);
  const box = message(docx('first', {})) + message(docx('second', { 'word/people.xml': long })) + message(docx('third', {}));
  const { text, error } = await readDocument(fileOf(box), mbox);
  expect(error).toBeUndefined();
  for (const word of ['first', 'second', 'third']) expect(text).toContain(word);
});

describe('broken mail', () => {
  it('that is cut gives what is there; where parts are missing, it says so', async () => {
    for (const [name, format] of [
      ['full.eml', mail],
      ['three.mbox', mbox],
    ] as const) {
      const whole = await readDocument(fileOf(fixture(name)), format);
      const outcomes = [];
      for (const cut of cuts(fixture(name))) {
        const got = await readDocument(fileOf(cut), format);
        outcomes.push(outcomeOf(got));
        // All but the last line is as it was.
        const lines = got.text.split('\n').slice(0, -3);
        expect(lines.filter((line) => !whole.text.includes(line))).toEqual([]);
      }
      expect(new Set(outcomes)).toEqual(new Set(['read', 'malformed']));
      expect(outcomes.at(-1)).toBe('malformed');
    }
  });

  it('with changed bytes is read or is a problem', async () => {
    for (const [name, format] of [
      ['plain.eml', mail],
      ['full.eml', mail],
      ['three.mbox', mbox],
    ] as const) {
      for (const flipped of flips(fixture(name), 200, 1)) outcomeOf(await readDocument(fileOf(flipped), format));
    }
  });
});
