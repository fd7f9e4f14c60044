/** A part of make-archives.sh: brotli by Node, and Snappy's framing by its specification around blocks of hysnappy's compressor. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { snappyCompress } from 'hysnappy';

const [file, out] = process.argv.slice(2);
const data = fs.readFileSync(file);
fs.writeFileSync(path.join(out, 'people.csv.br'), brotliCompressSync(data));

function crc32c(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

function chunk(kind, body) {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(kind + body.length * 256);
  return Buffer.concat([head, body]);
}

const chunks = [chunk(0xff, Buffer.from('sNaPpY'))];
for (let at = 0, i = 0; at < data.length; at += 4000, i++) {
  const part = data.subarray(at, at + 4000);
  const crc = crc32c(part);
  const masked = Buffer.alloc(4);
  masked.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  if (i % 3 === 2) chunks.push(chunk(1, Buffer.concat([masked, part])), chunk(0xfe, Buffer.alloc(7)));
  else chunks.push(chunk(0, Buffer.concat([masked, snappyCompress(part)])));
}
fs.writeFileSync(path.join(out, 'people.csv.sz'), Buffer.concat(chunks));
