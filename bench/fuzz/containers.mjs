/**
 * Files with others packed in them: a change to the bytes as they are stored is mostly caught by a checksum, and what reads the content is
 * never tried. So the content is broken and packed again, with checksums and lengths that are right.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { memorySource } from '../../dist/src/core/memory-source.js';
import { openZip } from '../../dist/src/readers/archives/zip.js';

/** Members of a zip archive that can be read, as `{ name, bytes }`. */
export async function zipMembers(bytes) {
  const members = [];
  for await (const member of (await openZip(memorySource(bytes))).members()) {
    if (member.kind !== 'file' || member.isEncrypted) continue;
    const pieces = [];
    try {
      for await (const piece of member.stream()) pieces.push(Buffer.from(piece));
    } catch (error) {
      if (error.code === 'unsupported') continue;
      throw error;
    }
    members.push({ name: Buffer.from(member.name), bytes: Buffer.concat(pieces) });
  }
  return members;
}

/** A stream of a PDF that is compressed with deflate, in the file's latin1 text. */
const STREAM = /(stream\r?\n)([\s\S]*?)(\r?\nendstream)/g;

/** A PDF with one of its streams changed by `change` and compressed again; objects behind it move, as they do when a file is edited. */
export function changeStream(pdf, random, change) {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(STREAM)].flatMap((found) => {
    const inflated = tryInflate(Buffer.from(found[2], 'latin1'));
    return inflated === undefined ? [] : [{ at: found.index + found[1].length, length: found[2].length, inflated }];
  });
  if (streams.length === 0) return pdf;
  const { at, length, inflated } = random.pick(streams);
  const packed = deflateSync(change(inflated)).toString('latin1');
  return Buffer.from(text.slice(0, at) + packed + text.slice(at + length), 'latin1');
}

/** Undefined for what is no stream of zlib: other filters, and streams under a password. */
function tryInflate(bytes) {
  try {
    const inflated = inflateSync(bytes);
    return inflated.length === 0 ? undefined : inflated;
  } catch (error) {
    if (!String(error.code).startsWith('Z_')) throw error;
    return undefined;
  }
}
