/**
 * Where a zip archive ends: yauzl wants its last record at the very end of the file, but what was signed, padded or sent through other
 * hands often goes on behind it.
 */
import { fillFrom } from '../../core/fill-from.js';
import type { PositionalSource } from '../positional.js';

/** Signature of the last record, and its bytes without the comment (APPNOTE 6.3.10, section 4.3.16). */
const SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const RECORD_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
/** What may stand behind the archive for it to be found. */
const MOST_BEHIND_BYTES = 64 * 1024;

export interface ZipEnd {
  /** Bytes of the archive, all of which are the file's first. */
  readonly byteLength: number;
  /** Where its last record begins: right behind the list of members, or what tells more of that. */
  readonly recordAt: number;
  /** Whether what stands behind it says nothing: zeros and line ends. */
  readonly isEmptyBehind: boolean;
}

/** The end of the last archive that the file holds; undefined where there is none. @throws ItemProblem what the source throws */
export function findZipEnd(source: PositionalSource): ZipEnd | undefined {
  const tail = readTail(source, RECORD_BYTES + MOST_COMMENT_BYTES + MOST_BEHIND_BYTES);
  const tailAt = source.byteLength - tail.length;
  for (let at = tail.lastIndexOf(SIGNATURE); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(SIGNATURE, at - 1)) {
    if (at + RECORD_BYTES > tail.length) continue;
    const end = at + RECORD_BYTES + tail.readUInt16LE(at + 20);
    const listBytes = tail.readUInt32LE(at + 12);
    const listAt = tail.readUInt32LE(at + 16);
    // Numbers of more than 32 bits stand in a record before this one.
    const isPlaced = listAt === 0xffff_ffff || listBytes === 0xffff_ffff || listAt + listBytes <= tailAt + at;
    if (end > tail.length || !isPlaced) continue;
    return {
      byteLength: tailAt + end,
      recordAt: tailAt + at,
      isEmptyBehind: tail.subarray(end).every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d),
    };
  }
  return undefined;
}

function readTail(source: PositionalSource, most: number): Buffer {
  const tail = Buffer.alloc(Math.min(most, source.byteLength));
  return tail.subarray(0, fillFrom(source, tail, source.byteLength - tail.length));
}
