/** Writes zip archives (APPNOTE 6.3.10, 4.3) that no program would pack: deflated members, without times and attributes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** @param {readonly { name: Buffer, bytes: Buffer }[]} members */
export function zipOf(members) {
  const locals = [];
  const entries = [];
  let at = 0;
  for (const { name, bytes } of members) {
    const { local, facts } = localOf(name, bytes);
    entries.push(entryOf(name, facts, at));
    locals.push(local);
    at += local.length;
  }
  return Buffer.concat([...locals, listOf(entries, at)]);
}

/** An archive of which all members lie in the same place (David Fifield, "A better zip bomb"): `0.txt` and so on. */
export function overlappingZip(count, bytes) {
  const { local, facts } = localOf(Buffer.from('0.txt'), bytes);
  const entries = Array.from({ length: count }, (_, i) => entryOf(Buffer.from(`${i}.txt`), facts, 0));
  return Buffer.concat([local, listOf(entries, local.length)]);
}

function localOf(name, bytes) {
  const packed = deflateRawSync(bytes, { level: 9 });
  const facts = Buffer.alloc(22);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x800, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  return { local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, lengths(name), name, packed]), facts };
}

/** Of the name, and of nothing behind it. */
function lengths(name) {
  const both = Buffer.alloc(4);
  both.writeUInt16LE(name.length);
  return both;
}

function entryOf(name, facts, at) {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, lengths(name), place, name]);
}

function listOf(entries, at) {
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([list, end]);
}
