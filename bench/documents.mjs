/**
 * Readers of documents beside the libraries under them: one process each on the same file, in turn, by processor time and peak memory. Files are made by
 * rule in `bench/data`; the PDF has to be given, since only other programs write one that is like those of people.
 *
 * node bench/documents.mjs [--pdf FILE]
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const DATA = fileURLToPath(new URL('data/', import.meta.url));
const RUNS = Number(process.env.RUNS ?? 3);

/** Reads one file in this process; prints milliseconds of processor time, bytes of text and peak memory in KiB. */
async function run(reader, file) {
  const read = reader === 'reader' ? await openFile(file) : () => LIBRARIES[reader](file);
  const started = process.cpuUsage();
  const bytes = await read();
  const { user, system } = process.cpuUsage(started);
  const result = { ms: (user + system) / 1000, bytes, peak: process.resourceUsage().maxRSS };
  fs.writeSync(1, JSON.stringify(result));
}

/** What is the engine's is made before the time counts. */
async function openFile(file) {
  const { memory, halo } = (await import('./measure.mjs')).newEngine();
  const { detectFormat, openReader, readHead } = await import('../dist/src/readers/index.js');
  const fd = fs.openSync(file, 'r');
  const source = {
    byteLength: fs.fstatSync(fd).size,
    readAt: (target, position) => fs.readSync(fd, target, 0, target.length, position),
    stream: () => fs.createReadStream(file, { highWaterMark: 1024 * 1024 }),
    close() {},
  };
  const head = await readHead(source, 64 * 1024);
  const format = detectFormat(head.bytes, head.isWhole, file);
  const counts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
  const read = await openReader(format);
  return async () => {
    for await (const _segment of read({ source, format, memory, halo: { left: halo.left, right: 70_000 }, counts }));
    return counts.bytesDecoded;
  };
}

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
    for await (const chunk of fs.createReadStream(file, { highWaterMark: 1024 * 1024 }))
      length += Buffer.from(decoder.decode(chunk, { stream: true })).length;
    return length;
  },
  async 'JSON.parse'(file) {
    return JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))).length;
  },
  async 'plain read'(file) {
    let length = 0;
    for await (const chunk of fs.createReadStream(file, { highWaterMark: 1024 * 1024 })) length += chunk.length;
    return length;
  },
};

function compare(pdf) {
  fs.mkdirSync(DATA, { recursive: true });
  const cases = [
    ...(pdf === undefined ? [] : [['unpdf', pdf]]),
    ...Object.entries(made()).map(([file, library]) => [library, file]),
  ];
  console.log('| file | MB | library | library MB/s | reader MB/s | library ÷ reader time | library peak MB | reader peak MB |');
  console.log('| --- | --: | --- | --: | --: | --: | --: | --: |');
  for (const [library, file] of cases) {
    const size = fs.statSync(file).size / 1e6;
    const runs = Array.from({ length: RUNS }, () => [child(library, file), child('reader', file)]);
    const [plain, ours] = [0, 1].map((i) => runs.map((one) => one[i]).toSorted((a, b) => a.ms - b.ms)[Math.floor(RUNS / 2)]);
    const rate = ({ ms }) => (size / (ms / 1000)).toFixed(1);
    const peak = ({ peak }) => Math.round((peak * 1024) / 1e6);
    const ratio = (plain.ms / ours.ms).toFixed(2);
    console.log(
      `| ${path.basename(file)} | ${size.toFixed(1)} | ${library} | ${rate(plain)} | ${rate(ours)} | ${ratio} | ${peak(plain)} | ${peak(ours)} |`,
    );
  }
}

function child(reader, file) {
  return JSON.parse(execFileSync(process.execPath, [SELF, '--run', reader, file], { encoding: 'utf8' }));
}

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
if (mode === '--run') await run(...rest);
else compare(mode === '--pdf' ? rest[0] : undefined);
