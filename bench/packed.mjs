/**
 * Compression and archives: what Clearset's sources give, beside the library under each on the same bytes, in turns. Rates are of
 * decompressed bytes. Wants the commands zstd, xz, bzip2, lz4, tar and zip. `node bench/packed.mjs [MB]`
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants, createBrotliDecompress, createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { compressors } from 'hyparquet-compressors';
import { snappyCompress } from 'hysnappy';
import lz4 from 'lz4js';
import bzip2 from 'unbzip2-stream';
import xz from 'xz-decompress';
import { Budget, DEFAULT_UNPACK, decompress, openMembers } from '../dist/src/readers/index.js';
import { openFile } from '../dist/src/sources/fs-open.js';

const MEGABYTES = Number(process.argv[2] ?? 32);
const TURNS = 3;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-packed-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

/** Records with words that repeat and values that do not, as data sets have them. */
function records(bytes) {
  const lines = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const hash = createHash('sha256').update(`record ${i}`).digest('hex');
    const line = `{"id":${i},"user":"${hash.slice(0, 12)}","text":"the caller asked about order ${hash.slice(12, 20)} and was told to wait","score":${i % 97}}\n`;
    lines.push(line);
    size += line.length;
  }
  return Buffer.from(lines.join(''));
}

const plain = path.join(folder, 'records.jsonl');
const data = records(MEGABYTES * 1e6);
fs.writeFileSync(plain, data);
const packed = (name, command, ...args) => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, execFileSync(command, args, { cwd: folder, maxBuffer: 2 ** 30 }));
  return file;
};

function crc32c(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

/** Chunks of Snappy's framing, with their blocks apart. */
function snappyFile() {
  const blocks = [];
  const parts = [Buffer.from('ff060000734e61507059', 'hex')];
  for (let at = 0; at < data.length; at += 65536) {
    const part = data.subarray(at, at + 65536);
    const block = snappyCompress(part);
    blocks.push([block, part.length]);
    const head = Buffer.alloc(8);
    head.writeUIntLE(block.length + 4, 1, 3);
    const crc = crc32c(part);
    head.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0, 4);
    parts.push(head, block);
  }
  fs.writeFileSync(path.join(folder, 'a.sz'), Buffer.concat(parts));
  return { file: path.join(folder, 'a.sz'), blocks };
}

const piecesOf = async function* (file) {
  yield* fs.createReadStream(file, { highWaterMark: 1 << 18 });
};
const count = async (pieces) => {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
};
/** unbzip2-stream is an old stream, without an iterator. */
const countEvents = (file) =>
  new Promise((resolve, reject) => {
    let bytes = 0;
    fs.createReadStream(file)
      .pipe(bzip2())
      .on('data', (piece) => {
        bytes += piece.length;
      })
      .on('error', reject)
      .on('end', () => resolve(bytes));
  });
const ours = (file, codec) => {
  const source = openFile({ source: 'fs', locator: file, path: file });
  return count(decompress(source, codec, new Budget(DEFAULT_UNPACK, source.byteLength)).stream()).finally(() => source.close());
};
const members = async (file, archive) => {
  const source = openFile({ source: 'fs', locator: file, path: file });
  let bytes = 0;
  for await (const member of openMembers(archive, source)) bytes += member.kind === 'file' ? await count(member.stream()) : 0;
  source.close();
  return bytes;
};

const snappy = snappyFile();
fs.writeFileSync(path.join(folder, 'a.br'), brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
packed('a.tar', 'tar', '-cf', '-', 'records.jsonl');
const CASES = [
  ['gzip', 'zlib', packed('a.gz', 'gzip', '-c', plain), (file) => count(fs.createReadStream(file).pipe(createGunzip()))],
  [
    'zstd',
    'fzstd',
    packed('a.zst', 'zstd', '-qc', plain),
    async (file) => {
      let bytes = 0;
      const decoder = new Decompress((piece) => {
        bytes += piece.length;
      });
      for await (const piece of piecesOf(file)) decoder.push(piece);
      return bytes;
    },
  ],
  [
    'xz',
    'xz-decompress',
    packed('a.xz', 'xz', '-1', '-c', plain),
    (file) => count(new xz.XzReadableStream(ReadableStream.from(piecesOf(file)))),
  ],
  ['bzip2', 'unbzip2-stream', packed('a.bz2', 'bzip2', '-c', plain), countEvents],
  [
    'lz4',
    'lz4js',
    packed('a.lz4', 'lz4', '-qc', '-B4', plain),
    (file) => lz4.decompress(fs.readFileSync(file), data.length).length,
  ],
  [
    'snappy',
    'hysnappy, no checksums',
    snappy.file,
    () => snappy.blocks.reduce((sum, [block, length]) => sum + compressors.SNAPPY(block, length).length, 0),
  ],
  ['brotli', 'zlib', path.join(folder, 'a.br'), (file) => count(fs.createReadStream(file).pipe(createBrotliDecompress()))],
];

const rate = async (work) => {
  const start = process.hrtime.bigint();
  const bytes = await work();
  if (bytes !== data.length) throw new Error(`expected ${data.length} bytes, got ${bytes}`);
  return bytes / 1e6 / (Number(process.hrtime.bigint() - start) / 1e9);
};
const median = (rates) => rates.toSorted((a, b) => a - b)[rates.length >> 1];

console.log(`${(data.length / 1e6).toFixed(0)} MB of records, ${TURNS} turns, median; MB/s of decompressed bytes`);
console.log('codec   Clearset  library  ratio  spread of Clearset');
for (const [codec, library, file, plainly] of CASES) {
  const [mine, theirs] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    mine.push(await rate(() => ours(file, codec)));
    theirs.push(await rate(() => plainly(file)));
  }
  const [a, b] = [median(mine), median(theirs)];
  const spread = `${Math.min(...mine).toFixed(0)}-${Math.max(...mine).toFixed(0)}`;
  console.log(
    `${codec.padEnd(7)} ${a.toFixed(0).padStart(8)} ${b.toFixed(0).padStart(8)} ${(a / b).toFixed(2).padStart(6)}  ${spread} (${library})`,
  );
}
execFileSync('zip', ['-q', 'a.zip', 'records.jsonl'], { cwd: folder });
for (const archive of ['zip', 'tar']) {
  const rates = [];
  for (let turn = 0; turn < TURNS; turn++) rates.push(await rate(() => members(path.join(folder, `a.${archive}`), archive)));
  console.log(`${archive.padEnd(7)} ${median(rates).toFixed(0).padStart(8)}`);
}
console.log(
  `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB, the data itself ${(data.length / 2 ** 20).toFixed(0)} MiB`,
);
