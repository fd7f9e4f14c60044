/**
 * Bytes of a zip archive that belong to no member of its list: whoever unpacks it never sees them, and neither do we, so they are said to
 * be there. What programs put between members by intent is not meant: padding, checks behind a member, signatures of Android, and in
 * front of the first one the program that unpacks it.
 */
import type { Entry } from 'yauzl';
import { fillFrom } from '../../core/fill-from.js';
import { findMagic } from '../magic.js';
import type { PositionalSource } from '../positional.js';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** Stands behind a member whose lengths were not known before (APPNOTE 6.3.10, section 4.3.9), mostly with a signature. */
const DESCRIPTOR = 0x08074b50;
const MOST_DESCRIPTOR_BYTES = 24;
const HAS_DESCRIPTOR = 8;
/** Ends the block of signatures in front of the list ("APK Signature Scheme v2"). */
const ANDROID = Buffer.from('APK Sig Block 42', 'latin1');
/** Size of the pieces in which gaps are read. */
const PIECE_BYTES = 64 * 1024;
const SCRIPT = Buffer.from('#!', 'latin1');

/** Where the members of an archive lie. */
export class Extents {
  readonly #source: PositionalSource;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(source: PositionalSource) {
    this.#source = source;
  }

  /** Takes a member of the list; of one whose header is damaged, what the list says. @throws what the source throws */
  add(entry: Entry): void {
    const { relativeOffsetOfLocalHeader: start, compressedSize, uncompressedSize, crc32, generalPurposeBitFlag } = entry;
    const header = this.#read(start, LOCAL_HEADER_BYTES);
    const isThere = header.length === LOCAL_HEADER_BYTES && header.readUInt32LE(0) === LOCAL_HEADER;
    const named = isThere ? header.readUInt16LE(26) + header.readUInt16LE(28) : entry.fileNameLength + entry.extraFieldLength;
    const end = start + LOCAL_HEADER_BYTES + named + compressedSize;
    const hasDescriptor = (generalPurposeBitFlag & HAS_DESCRIPTOR) !== 0;
    this.#starts.push(start);
    this.#ends.push(hasDescriptor ? end + this.#descriptorBytes(end, crc32, uncompressedSize) : end);
  }

  /** Bytes before the list that are neither a member nor there by intent. @param listAt where the list begins @throws what the source throws */
  unlistedBytes(listAt: number): number {
    const order = this.#starts.map((_, index) => index).sort((a, b) => this.#starts[a]! - this.#starts[b]!);
    let bytes = 0;
    let at = 0;
    for (const index of order) {
      bytes += this.#unlistedIn(at, this.#starts[index]!, listAt);
      at = Math.max(at, this.#ends[index]!);
    }
    return bytes + this.#unlistedIn(at, listAt, listAt);
  }

  /** Lengths have four bytes, or eight where one of them needs that or the writer does not know. */
  #descriptorBytes(at: number, crc32: number, uncompressedSize: number): number {
    const bytes = this.#read(at, MOST_DESCRIPTOR_BYTES);
    for (const skip of [4, 0]) {
      if (bytes.length < skip + 12 || (skip === 4 && bytes.readUInt32LE(0) !== DESCRIPTOR)) continue;
      if (bytes.readUInt32LE(skip) !== crc32) continue;
      return skip + (bytes.readUInt32LE(skip + 8) === uncompressedSize ? 12 : 20);
    }
    return 0;
  }

  #unlistedIn(start: number, end: number, listAt: number): number {
    if (end <= start || this.#isEmpty(start, end) || (start === 0 && this.#isProgram(end))) return 0;
    if (end === listAt && this.#read(end - ANDROID.length, ANDROID.length).equals(ANDROID)) return 0;
    return end - start;
  }

  /** Zeros, or as tools of Android fill a gap: a header without a name before them. */
  #isEmpty(start: number, end: number): boolean {
    const header = this.#read(start, LOCAL_HEADER_BYTES);
    const isFiller =
      header.length === LOCAL_HEADER_BYTES &&
      header.readUInt32LE(0) === LOCAL_HEADER &&
      header.readUInt32LE(18) === 0 &&
      header.readUInt16LE(26) === 0;
    for (let at = isFiller ? start + LOCAL_HEADER_BYTES : start; at < end; at += PIECE_BYTES)
      if (this.#read(at, Math.min(PIECE_BYTES, end - at)).some((byte) => byte !== 0)) return false;
    return true;
  }

  /** What unpacks itself begins as a program, or as a script that is run. */
  #isProgram(end: number): boolean {
    const head = this.#read(0, Math.min(end, PIECE_BYTES));
    const magic = findMagic(head, false);
    return head.subarray(0, SCRIPT.length).equals(SCRIPT) || (magic !== undefined && 'skip' in magic && magic.skip === 'program');
  }

  #read(position: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, length));
    return bytes.subarray(0, fillFrom(this.#source, bytes, position));
  }
}
