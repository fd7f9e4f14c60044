/**
 * A database as its library sees it: the file's bytes, never written, with a header that asks for no file beside it that is not
 * there. What was looked at is noted page by page, since the library reads a file in any order.
 */
import { fillFrom } from '../../core/fill-from.js';
import { ItemProblem } from '../../core/problem.js';
import type { ByteSource } from '../../core/source.js';
import type { PositionalSource } from '../positional.js';

/** Database file format, section 1.3: the header, and behind it the first page of the schema. */
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
/** 2 where changes go to a write-ahead log, for writers and for readers. */
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;
/** Bytes of each page that SQLite leaves to others: where pages are encrypted, what it takes to decrypt them. */
const RESERVED_AT = 20;
const CHANGES_AT = 24;
const PAGE_COUNT_AT = 28;
const ENCODING_AT = 56;
/** For which number of changes the count of pages holds. */
const COUNTED_AT = 92;
/** Kinds of B-tree pages: inner and leaf, of indexes and of tables. */
const PAGE_KINDS: readonly number[] = [2, 5, 10, 13];
const UTF8 = 1;
const ROLLBACK = 1;
const LOG = 2;
const SMALLEST_PAGE = 512;
const LARGEST_PAGE = 65_536;
/** A log without a frame is its header only. */
const LOG_HEADER_BYTES = 32;

/** Bytes that the library asks for by position; nothing in them stands for zeros. */
export interface LibraryFile {
  readonly byteLength: number;
  /** Fills `target`, behind the end with zeros; returns the bytes that there are, -1 where they are missing. @throws ItemProblem */
  read(target: Uint8Array, position: number): number;
}

export class DatabaseFile implements LibraryFile {
  /** As the header says, where more pages belong to it than there are: then those that are there can be read. */
  readonly byteLength: number;
  /** Changes that wait beside it, where there are some. */
  readonly log: LibraryFile | undefined;
  readonly #source: PositionalSource;
  readonly #pageSize: number;
  readonly #wholePages: number;
  readonly #seen: Uint8Array;

  /** @throws ItemProblem `malformed`, `encrypted`, `unsupported` */
  constructor(source: PositionalSource, log: ByteSource | undefined) {
    const bytes = Buffer.alloc(HEADER_BYTES + 1);
    if (readInto(source, bytes, 0) < bytes.length) throw new ItemProblem('malformed', 'ends inside its header');
    const size = bytes.readUInt16BE(PAGE_SIZE_AT);
    const pageSize = size === 1 ? LARGEST_PAGE : size;
    const isPower = (pageSize & (pageSize - 1)) === 0;
    if (pageSize < SMALLEST_PAGE || !isPower) throw new ItemProblem('malformed', 'the header is damaged');
    if (!PAGE_KINDS.includes(bytes[HEADER_BYTES]!) && bytes[RESERVED_AT]! > 0)
      throw new ItemProblem('encrypted', 'the database is encrypted');
    if (bytes.readUInt32BE(ENCODING_AT) > UTF8) throw new ItemProblem('unsupported', 'SQLite in UTF-16 is not read');
    const isCounted = bytes.readUInt32BE(CHANGES_AT) === bytes.readUInt32BE(COUNTED_AT);
    const pages = isCounted ? bytes.readUInt32BE(PAGE_COUNT_AT) : 0;
    this.byteLength = Math.max(source.byteLength, pages * pageSize);
    this.#source = source;
    this.#pageSize = pageSize;
    this.#wholePages = Math.floor(source.byteLength / pageSize);
    this.#seen = new Uint8Array(Math.ceil(source.byteLength / pageSize / 8));
    if (bytes[READ_VERSION_AT] === LOG && log?.readAt !== undefined && (log.byteLength ?? 0) > LOG_HEADER_BYTES) {
      const placed = log as PositionalSource;
      this.log = { byteLength: placed.byteLength, read: (target, position) => readInto(placed, target, position) };
    }
  }

  read(target: Uint8Array, position: number): number {
    // A page that is cut is none: its rows lie at its end, and zeros in their place would be read as such.
    const isMissing = position + target.length > this.#wholePages * this.#pageSize && position < this.byteLength;
    if (isMissing) return -1;
    const length = readInto(this.#source, target, position);
    for (let at = position; at < position + length; at += this.#pageSize) {
      const page = Math.floor(at / this.#pageSize);
      this.#seen[page >> 3]! |= 1 << (page & 7);
    }
    if (this.log === undefined) {
      for (const at of [WRITE_VERSION_AT, READ_VERSION_AT]) {
        if (at >= position && at < position + length) target[at - position] = Math.min(target[at - position]!, ROLLBACK);
      }
    }
    return length;
  }

  /** Bytes of the pages that were read. */
  get bytesSeen(): number {
    let pages = 0;
    for (const bits of this.#seen) for (let left = bits; left !== 0; left &= left - 1) pages++;
    return Math.min(pages * this.#pageSize, this.#source.byteLength);
  }
}

/** @returns the bytes that there are; the rest is zeros */
function readInto(source: PositionalSource, target: Uint8Array, position: number): number {
  const filled = fillFrom(source, target, position);
  target.fill(0, filled);
  return filled;
}
