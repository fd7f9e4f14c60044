/**
 * Zip archives (APPNOTE 6.3.10), also those of more than 4 GiB: the list of members by yauzl, their bytes by zlib. What the list says
 * of a member is held against what comes out: its length and its checksum. Names are never used as names of files.
 */

import type { Entry, ZipFile } from 'yauzl';
import { zlib } from '../../core/builtin.js';
import { fillFrom } from '../../core/fill-from.js';
import { ItemProblem } from '../../core/problem.js';
import { Damage, type Packed, Shortage } from '../compressed/types.js';
import { unpackWith } from '../compressed/zlib-stream.js';
import type { PositionalSource } from '../positional.js';
import type { Member } from './types.js';
import { findZipEnd } from './zip-end.js';
import { Extents } from './zip-gaps.js';

/** Methods by which members are stored. */
const STORED = 0;
const DEFLATED = 8;
/** Method of members of WinZip's encryption, whose flag says so too. */
const AES = 99;
/** Members that are read at one go: one of a few kilobytes costs no stream. */
const SHORT_PACKED_BYTES = 256 * 1024;
const SHORT_BYTES = 1024 * 1024;
/** Size of the pieces in which members are read. */
const PIECE_BYTES = 64 * 1024;
/** File types in the upper half of the attributes, where the archive was made on Unix. */
const UNIX = 3;
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const SLASH = 0x2f;
/** Longest path on the usual systems: what is longer leads nowhere, and is no link's target. */
const MOST_TARGET_BYTES = 4096;
/** Signatures of a member in the list, and of what may stand between the list and the last record. */
const LISTED = 0x02014b50;
const BEHIND_LIST: ReadonlySet<number> = new Set([0x06064b50, 0x05054b50]);
/** The number of members has 16 bits: some writers count on from 0 where it is not enough. */
const COUNTED = 0x1_0000;
/** What yauzl says of a list of members that is encrypted as a whole. */
const STRONG_ENCRYPTION = 'strong encryption is not supported';

const inflateRaw = unpackWith({ create: (options) => zlib().createInflateRaw(options), trailerBytes: 0 });

/** A member of a zip archive; `stream` and `bytes` may be called at any time and again, as long as the source is open. */
export interface ZipMember extends Member {
  readonly isEncrypted: boolean;
}

export interface ZipArchive {
  /** Members as the archive states their number. */
  readonly memberCount: number;
  /**
   * In the order of the list of members, also those beyond the number that the archive states.
   * @throws ItemProblem `malformed` where the list is damaged, longer than stated or not followed by the archive's end, or bytes follow
   * that, `encrypted`
   */
  members(): AsyncGenerator<ZipMember, void, void>;
}

/**
 * Opens an archive; closing the source is left to the caller.
 * @throws ItemProblem `malformed` where it has no list of members, which stands at its end
 */
export async function openZip(source: PositionalSource): Promise<ZipArchive> {
  const { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } = await import('yauzl');
  /** A problem of the source itself, which yauzl hands on as any error. */
  let failure: ItemProblem | undefined;

  class Reader extends RandomAccessReader {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null) => void,
    ): void {
      const target = buffer.subarray(offset, offset + length);
      try {
        if (fillFrom(source, target, position) < length) throw new ItemProblem('malformed', 'zip archive ends early');
      } catch (error) {
        if (error instanceof ItemProblem) failure ??= error;
        callback(error as Error);
        return;
      }
      callback(null);
    }

    override close(callback: (error: Error | null) => void): void {
      callback(null);
    }
  }

  const problemOf = (error: unknown, detail: string): ItemProblem => {
    if (failure !== undefined) return failure;
    const isEncrypted = error instanceof Error && error.message === STRONG_ENCRYPTION;
    if (isEncrypted) return new ItemProblem('encrypted', 'its list of members is encrypted');
    return new ItemProblem('malformed', detail, { cause: error });
  };

  const end = findZipEnd(source);
  const behind = end === undefined ? 0 : source.byteLength - end.byteLength;
  let file: ZipFile;
  try {
    // Names are decoded below: yauzl would refuse an archive for one name, and nothing is written by these.
    const options = { autoClose: false, decodeStrings: false, strictFileNames: true } as const;
    file = await fromRandomAccessReaderPromise(new Reader(), source.byteLength - behind, options);
  } catch (error) {
    throw problemOf(error, 'zip archive whose list of members is missing or damaged');
  }

  return {
    memberCount: file.entryCount,
    async *members() {
      const stated = file.entryCount;
      const listAt = cursorOf(file);
      const extents = new Extents(source);
      for (;;) {
        // One wrong bit would hide members that all others see.
        if (file.entriesRead === file.entryCount && signatureAt(source, cursorOf(file)) === LISTED) file.entryCount++;
        const entry = await nextEntry(file).catch((error: unknown) => {
          throw problemOf(error, 'zip archive whose list of members is damaged');
        });
        if (entry === undefined) break;
        extents.add(entry);
        const { generalPurposeBitFlag, extraFields, fileNameRaw } = entry;
        const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
        // What says that it is UTF-8 and is not, is kept byte by byte.
        const isExact = (generalPurposeBitFlag & 0x800) !== 0;
        yield new ZippedMember(source, file, entry, isExact ? fileNameRaw : Buffer.from(name, 'utf8'));
      }
      if ((file.entriesRead - stated) % COUNTED !== 0)
        throw new ItemProblem('malformed', 'zip archive whose list holds more members than it says');
      if (cursorOf(file) !== end?.recordAt && !BEHIND_LIST.has(signatureAt(source, cursorOf(file))))
        throw new ItemProblem(
          'malformed',
          'zip archive whose list of members ends before the archive; what is between was not examined',
        );
      if (behind > 0 && !end!.isEmptyBehind)
        throw new ItemProblem(
          'malformed',
          `goes on for ${behind} bytes behind the end of the zip archive, which were not examined`,
        );
      const unlisted = extents.unlistedBytes(listAt);
      if (unlisted > 0)
        throw new ItemProblem(
          'malformed',
          `${unlisted} bytes of the zip archive belong to no member of its list; they were not examined`,
        );
    },
  };
}

/** Where in the file the list goes on. */
function cursorOf({ readEntryCursor }: ZipFile): number {
  // Declared as a truth value; it counts bytes.
  return readEntryCursor as unknown as number;
}

/** Four bytes as a number; 0 where there are none. @throws what the source throws */
function signatureAt(source: PositionalSource, position: number): number {
  const bytes = Buffer.alloc(4);
  return fillFrom(source, bytes, position) < 4 ? 0 : bytes.readUInt32LE(0);
}

/** The next entry of the list; undefined behind the last. */
function nextEntry(file: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      file.off('entry', onEntry);
      file.off('end', onEnd);
      file.off('error', onError);
    };
    const onEntry = (entry: Entry): void => {
      done();
      resolve(entry);
    };
    const onEnd = (): void => {
      done();
      resolve(undefined);
    };
    const onError = (error: unknown): void => {
      done();
      reject(error);
    };
    file.on('entry', onEntry);
    file.on('end', onEnd);
    file.on('error', onError);
    file.readEntry();
  });
}

class ZippedMember implements ZipMember {
  readonly name: Uint8Array;
  readonly kind: Member['kind'];
  readonly byteLength: number;
  readonly packedBytes: number;
  readonly isEncrypted: boolean;
  readonly #source: PositionalSource;
  readonly #file: ZipFile;
  readonly #entry: Entry;

  constructor(source: PositionalSource, file: ZipFile, entry: Entry, name: Uint8Array) {
    this.name = name;
    this.kind = kindOf(entry, name);
    this.byteLength = entry.uncompressedSize;
    this.packedBytes = entry.compressedSize;
    this.isEncrypted = entry.isEncrypted() || entry.compressionMethod === AES;
    this.#source = source;
    this.#file = file;
    this.#entry = entry;
  }

  bytes(): Uint8Array | undefined {
    const { compressedSize, uncompressedSize, compressionMethod, crc32 } = this.#entry;
    this.#refuse();
    if (compressedSize > SHORT_PACKED_BYTES || uncompressedSize > SHORT_BYTES) return undefined;
    const packed = this.#read(this.#dataAt(), compressedSize);
    let bytes: Uint8Array = packed;
    if (compressionMethod === DEFLATED) {
      try {
        bytes = zlib().inflateRawSync(packed, { maxOutputLength: uncompressedSize + 1 });
      } catch {
        // The stream gives what lies before the damage, and says what is wrong.
        return undefined;
      }
    }
    return bytes.length === uncompressedSize && zlib().crc32(bytes) === crc32 ? bytes : undefined;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    this.#refuse();
    const { uncompressedSize, compressionMethod, crc32 } = this.#entry;
    const pieces = this.#packed();
    let length = 0;
    let checksum = 0;
    try {
      for await (const piece of compressionMethod === STORED ? pieces.pieces() : inflateRaw(pieces)) {
        const fitting = piece.subarray(0, uncompressedSize - length);
        length += fitting.length;
        checksum = zlib().crc32(fitting, checksum);
        if (fitting.length > 0) yield fitting;
        if (fitting.length < piece.length) throw new ItemProblem('malformed', 'is longer than its zip archive says');
      }
    } catch (error) {
      if (error instanceof Damage) throw new ItemProblem('malformed', 'its data in the zip archive is damaged');
      if (error instanceof Shortage) throw new ItemProblem('malformed', 'its data in the zip archive ends early');
      throw error;
    }
    if (length < uncompressedSize) throw new ItemProblem('malformed', 'is shorter than its zip archive says');
    if (checksum !== crc32) throw new ItemProblem('malformed', 'its checksum in the zip archive is not that of its bytes');
  }

  /** @throws ItemProblem where it cannot be read at all */
  #refuse(): void {
    if (this.isEncrypted) throw new ItemProblem('encrypted', 'is encrypted');
    const { compressionMethod } = this.#entry;
    if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
      throw new ItemProblem('unsupported', `zip archives with compression method ${compressionMethod} are not read yet`);
  }

  #packed(): Packed {
    const { compressedSize } = this.#entry;
    const start = this.#dataAt();
    const read = (position: number, length: number): Uint8Array => this.#read(position, length);
    return {
      async *pieces() {
        for (let at = 0; at < compressedSize; at += PIECE_BYTES)
          yield read(start + at, Math.min(PIECE_BYTES, compressedSize - at));
      },
      isRepeatable: true,
      consumed: () => undefined,
    };
  }

  /** Where its data begins: behind a header that has lengths of its own. @throws ItemProblem */
  #dataAt(): number {
    let at: number | undefined;
    // Answered at once, since the reader does so.
    this.#file.readLocalFileHeader(this.#entry, { minimal: true }, (error, header) => {
      if (!error) at = header.fileDataStart;
    });
    if (at === undefined) throw new ItemProblem('malformed', 'is not where the list of its zip archive says');
    return at;
  }

  /** @throws ItemProblem */
  #read(position: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    if (fillFrom(this.#source, bytes, position) < length)
      throw new ItemProblem('malformed', 'its data in the zip archive ends early');
    return bytes;
  }
}

/**
 * Folders end with a slash and hold nothing, links are short and told by their type; everything else is unpacked as a file by whoever
 * unpacks it, whatever its type.
 */
function kindOf({ versionMadeBy, externalFileAttributes, uncompressedSize }: Entry, name: Uint8Array): Member['kind'] {
  if (name.at(-1) === SLASH && uncompressedSize === 0) return 'folder';
  const type = versionMadeBy >> 8 === UNIX ? (externalFileAttributes >>> 16) & TYPE_MASK : 0;
  return type === SYMBOLIC_LINK && uncompressedSize <= MOST_TARGET_BYTES ? 'symlink' : 'file';
}
