/** What the readers give of a file, in a form that other programs can be asked for: bytes of compressed files, members, cells. */
import { createHash } from 'node:crypto';
import { memorySource } from '../../dist/src/core/memory-source.js';
import { createEngine } from '../../dist/src/engine/index.js';
import { CODECS } from '../../dist/src/readers/compressed/codecs.js';
import { Budget, DEFAULT_UNPACK, decompress, openMembers, openReader } from '../../dist/src/readers/index.js';

const CODEC_NAMES = new Set(CODECS.map(({ name }) => name));
const { memory } = createEngine({ detectors: [] });

/** @returns the content, or undefined where the reader has a problem with it. @throws what is no problem of the file */
export async function contentOf(format, bytes) {
  try {
    if (CODEC_NAMES.has(format)) return await unpacked(format, bytes);
    return format === 'zip' || format === 'tar' ? await members(format, bytes) : await cells(format, bytes);
  } catch (error) {
    if (error?.name === 'ItemProblem') return undefined;
    throw error;
  }
}

async function unpacked(codec, bytes) {
  const hash = createHash('sha256');
  const source = decompress(memorySource(bytes), codec, new Budget(DEFAULT_UNPACK, bytes.length));
  for await (const piece of source.stream()) hash.update(piece);
  return hash.digest('hex');
}

/** Files by their names, as bytes in hexadecimal, and the hash of their content. */
async function members(archive, bytes) {
  const found = [];
  for await (const member of openMembers(archive, memorySource(bytes))) {
    if (member.kind !== 'file') continue;
    const hash = createHash('sha256');
    for await (const piece of member.stream()) hash.update(piece);
    found.push([Buffer.from(member.name).toString('hex'), hash.digest('hex')]);
  }
  return found;
}

/** Texts of each column that is not nested, in the order of its rows; missing ones are empty. */
async function cells(kind, bytes) {
  const columns = {};
  const counts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
  const read = await openReader({ kind });
  const request = {
    source: memorySource(bytes),
    format: { kind },
    memory,
    halo: { left: 64, right: 96 },
    counts,
    everyValue: true,
  };
  for await (const segment of read(request)) {
    const { starts, ends, names, flags, count } = segment.values ?? { count: 0 };
    for (let i = 0; i < count; i++) {
      const path = segment.names(names[i]);
      // A name, and what goes on in another block.
      if (flags[i] !== 0 || path.length !== 1 || segment.locate(starts[i], i).location.jsonPath?.includes('[')) continue;
      columns[path[0]] ??= [];
      columns[path[0]].push(Buffer.from(memory.bytes.subarray(starts[i], ends[i])).toString());
    }
  }
  return columns;
}
