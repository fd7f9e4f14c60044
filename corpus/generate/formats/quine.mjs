/**
 * A part of make-archives.sh: a zip archive whose one member is the archive itself, so that whoever unpacks what is packed never ends. The
 * construction is that of Russ Cox, "Zip Files All The Way Down" (2010): a program of two instructions that prints itself, written in deflate
 * (RFC 1951). `L n` prints the n bytes that follow (a stored block), `R n` prints the last n bytes once more (a block of copies).
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/** An empty stored block: it ends at a full byte wherever it begins. */
const EMPTY = [0, 0, 0xff, 0xff];

function literal(count) {
  const op = Buffer.alloc(5);
  op.writeUInt16LE(count, 1);
  op.writeUInt16LE(~count & 0xffff, 3);
  return op;
}

class Bits {
  #bits = [];
  /** Low bit first. */
  number(value, count) {
    for (let i = 0; i < count; i++) this.#bits.push((value >> i) & 1);
  }
  /** Huffman codes go high bit first. */
  code(value, count) {
    for (let i = count - 1; i >= 0; i--) this.#bits.push((value >> i) & 1);
  }
  get isAligned() {
    return this.#bits.length % 8 === 0;
  }
  bytes() {
    const out = Buffer.alloc(Math.ceil(this.#bits.length / 8));
    for (const [i, bit] of this.#bits.entries()) out[i >> 3] |= bit << (i & 7);
    return out;
  }
}

/** Code and extra bits of a length (RFC 1951, 3.2.5), for lengths below 115. */
function lengthCode(length) {
  if (length <= 10) return { code: 254 + length, extra: 0, bits: 0 };
  const bits = Math.floor(Math.log2(length - 3)) - 2;
  const step = (length - 3) >> bits;
  return { code: 257 + 4 * bits + step, extra: (length - 3) & ((1 << bits) - 1), bits };
}

/** The same of a distance of at least 5. */
function distanceCode(distance) {
  const bits = Math.floor(Math.log2(distance - 1)) - 1;
  return { code: 2 * bits + ((distance - 1) >> bits), extra: (distance - 1) & ((1 << bits) - 1), bits };
}

/** Prints the last `count` bytes again, in copies of these lengths. */
function repeat(count, lengths) {
  if (lengths.reduce((sum, length) => sum + length) !== count) throw new Error('the copies are not what is to be repeated');
  const bits = new Bits();
  bits.number(0b010, 3);
  for (const one of lengths) {
    const length = lengthCode(one);
    bits.code(length.code - 256, 7);
    bits.number(length.extra, length.bits);
    const distance = distanceCode(count);
    bits.code(distance.code, 5);
    bits.number(distance.extra, distance.bits);
  }
  bits.code(0, 7);
  if (bits.isAligned) return bits.bytes();
  bits.number(0, 3);
  return Buffer.concat([bits.bytes(), Buffer.from(EMPTY)]);
}

/** The archive with this checksum of its member, right or wrong. */
function archive(name, checksum, minute) {
  const facts = (sizes) => {
    const part = Buffer.alloc(26);
    part.writeUInt16LE(20, 0);
    part.writeUInt16LE(8, 4);
    part.writeUInt16LE(minute << 5, 6);
    part.writeUInt16LE(0x21, 8);
    part.writeUInt32LE(checksum, 10);
    part.writeUInt32LE(sizes.packed, 14);
    part.writeUInt32LE(sizes.whole, 18);
    part.writeUInt16LE(name.length, 22);
    return part;
  };
  let sizes = { packed: 0, whole: 0, list: 0 };
  for (;;) {
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts(sizes), Buffer.from(name)]);
    const place = Buffer.alloc(14);
    const list = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts(sizes), place, Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(sizes.list, 16);
    // A last, empty block ends the program; the rest is the archive's.
    const tail = Buffer.concat([Buffer.from([1, ...EMPTY]), list, end]);

    const first = literal(head.length + 5);
    const again = repeat(head.length + 5, [10, head.length - 5]);
    const four = literal(20);
    const back = repeat(20, [10, 10]);
    if (again.length !== 10 || back.length !== 5) throw new Error('the instructions do not have the lengths on which this rests');
    const nothing = literal(0);
    let last = repeat(tail.length + 10, [44, tail.length - 34]);
    last = repeat(tail.length + last.length, [44, tail.length + last.length - 44]);
    const lastLiteral = literal(tail.length + last.length);
    const program = [
      ...[first, head, first, again],
      // Behind by `again`: printed, and with what printed it once more.
      ...[literal(10), again, four, literal(10), again, four, back],
      // Behind by `back`; from here to the last two instructions what is printed is ahead.
      ...[four, back, four, back, four, back],
      ...[four, back, nothing, nothing, lastLiteral, back, nothing, nothing],
      ...[lastLiteral, last, tail, last],
    ];
    const bytes = Buffer.concat([head, ...program, tail]);
    const found = { packed: bytes.length - head.length - tail.length + 5, whole: bytes.length, list: bytes.length - list.length - end.length };
    if (JSON.stringify(found) === JSON.stringify(sizes)) return bytes;
    sizes = found;
  }
}

/** The checksum that the archive has when it stands in it: a CRC is affine in the bits of what it is taken of. Undefined where there is none. */
function fixpoint(checksumOf) {
  const base = checksumOf(0);
  // Rows of (A + 1) x = base; bit 32 is the right side.
  const columns = Array.from({ length: 32 }, (_, bit) => (checksumOf((1 << bit) >>> 0) ^ base ^ (1 << bit)) >>> 0);
  const rows = Array.from({ length: 32 }, (_, bit) =>
    columns.reduce((row, column, i) => row | (BigInt((column >>> bit) & 1) << BigInt(i)), BigInt((base >>> bit) & 1) << 32n),
  );
  for (let bit = 0; bit < 32; bit++) {
    const mask = 1n << BigInt(bit);
    const pivot = rows.findIndex((row, i) => i >= bit && (row & mask) !== 0n);
    if (pivot < 0) return undefined;
    [rows[bit], rows[pivot]] = [rows[pivot], rows[bit]];
    for (let i = 0; i < 32; i++) if (i !== bit && (rows[i] & mask) !== 0n) rows[i] ^= rows[bit];
  }
  return rows.reduce((sum, row, bit) => (sum | Number((row >> 32n) & 1n) << bit) >>> 0, 0);
}

export function quine() {
  for (let minute = 0; minute < 60; minute++) {
    const checksum = fixpoint((one) => crc32(archive('quine.zip', one, minute)));
    if (checksum !== undefined) return archive('quine.zip', checksum, minute);
  }
  throw new Error('no time gives an archive with a checksum');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) fs.writeFileSync(path.join(process.argv[2], 'quine.zip'), quine());
