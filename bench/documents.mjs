/**
 * Readers of documents beside the libraries under them: one process each on the same file, in turn (`beside.mjs` says how). Files are made by
 * rule in `bench/data`; the PDF has to be given, since only other programs write one that is like those of people.
 *
 * node bench/documents.mjs [--pdf FILE]
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, DATA, pieces, plainRead, RUN, readHere } from './beside.mjs';

const SELF = fileURLToPath(import.meta.url);
const RUNS = Number(process.env.RUNS ?? 3);

const LIBRARIES = {
  async unpdf(file) {
    const { extractText } = await import('unpdf');
    const { text } = await extractText(new Uint8Array(fs.readFileSync(file)), { mergePages: true });
    return Buffer.byteLength(text);
  },
  async 'postal-mime'(file) {
    const { default: PostalMime } = await import('postal-mime');
    const { text, attachments } = await PostalMime.parse(fs.readFileSync(file));
    return text.length + attachments.reduce((sum, { content }) => sum + content.byteLength, 0);
  },
  /** A mailbox in its messages, whole in memory. */
  async 'split + postal-mime'(file) {
    const { default: PostalMime } = await import('postal-mime');
    let length = 0;
    for (const message of fs.readFileSync(file, 'latin1').split(/^(?=From \S+ \w{3} )/m)) {
      length += (await PostalMime.parse(Buffer.from(message, 'latin1'))).text.length;
    }
    return length;
  },
  async TextDecoder(file) {
    const decoder = new TextDecoder('windows-1251');
    let length = 0;
    for await (const chunk of pieces(file)) length += Buffer.from(decoder.decode(chunk, { stream: true })).length;
    return length;
  },
  async 'JSON.parse'(file) {
    return JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))).length;
  },
  'plain read': plainRead,
};

/** Files by rule, with the library that reads them. */
function made() {
  const words = 'the account of the customer was opened on a day in spring and holds what is left of the sum '.repeat(8);
  const header = (i) =>
    `From: Person ${i} <person.${i}@corp-mail.org>\nTo: team@corp-mail.org\nSubject: note ${i}\nMessage-ID: <${i}@corp-mail.org>\nMIME-Version: 1.0\nDate: Thu, 02 Jan 2025 10:20:30 +0000\n`;
  const attachment = `${Buffer.alloc(20e6, words).toString('base64').replace(/.{76}/g, '$&\n')}\n`;
  const big = `${header(1)}Content-Type: multipart/mixed; boundary=xyz\n\n--xyz\nContent-Type: text/plain\n\n${words}\n--xyz\nContent-Type: application/octet-stream; name=a.txt\nContent-Disposition: attachment; filename=a.txt\nContent-Transfer-Encoding: base64\n\n${attachment}--xyz--\n`;
  const message = (i) =>
    `From person@corp-mail.org Thu Jan  2 10:20:30 2025\n${header(i)}Content-Type: text/plain\n\n${words}\n\n`;
  const rtf = (i) => `\\pard\\plain {\\b Row ${i}} ${words}\\par\n`;
  const picture = Buffer.alloc(300e3, 7).toString('base64');
  const cell = (i) => ({
    cell_type: 'code',
    source: [words, `x = ${i}`],
    outputs: [{ output_type: 'display_data', data: { 'image/png': picture } }],
  });
  return {
    [write('one.eml', () => [big])]: 'postal-mime',
    [write('many.mbox', () => lines(20e3, message))]: 'split + postal-mime',
    [write('text.rtf', () => ['{\\rtf1\\ansi ', ...lines(15e3, rtf), '}'])]: 'plain read',
    [write('cyrillic.txt', () =>
      lines(40e3, () =>
        Buffer.from(
          '\xcf\xe0\xf1\xef\xee\xf0\xf2 \xe3\xf0\xe0\xe6\xe4\xe0\xed\xe8\xed\xe0 \xed\xee\xec\xe5\xf0 \xe8 \xf1\xe5\xf0\xe8\xff\n'.repeat(
            10,
          ),
          'latin1',
        ),
      ),
    )]: 'TextDecoder',
    [write('pictures.ipynb', () => [
      '{"cells": [',
      JSON.stringify(cell(0)),
      ...lines(60, (i) => `,${JSON.stringify(cell(i + 1))}`),
      '], "nbformat": 4}',
    ])]: 'JSON.parse',
  };
}

function* lines(count, line) {
  for (let i = 0; i < count; i++) yield line(i);
}

function write(name, parts) {
  const file = path.join(DATA, name);
  if (fs.existsSync(file)) return file;
  const fd = fs.openSync(file, 'w');
  for (const part of parts()) fs.writeSync(fd, part);
  fs.closeSync(fd);
  return file;
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === RUN) await readHere(LIBRARIES, ...rest);
else {
  fs.mkdirSync(DATA, { recursive: true });
  const given = mode === '--pdf' ? [{ library: 'unpdf', file: rest[0] }] : [];
  await compare(SELF, [...given, ...Object.entries(made()).map(([file, library]) => ({ library, file }))], RUNS);
}
