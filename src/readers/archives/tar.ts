/** Tar archives (POSIX.1-2001, GNU and the older ustar), from start to end; members of those that can be read anywhere, at any time. */
import { fillFrom } from '../../core/fill-from.js';
import { ItemProblem } from '../../core/problem.js';
import type { ByteSource } from '../../core/source.js';
import { ByteReader } from '../byte-reader.js';
import { isPositional, type PositionalSource } from '../positional.js';
import { decodeHeader, decodePax, type TarHeader } from './tar-header.js';
import type { Member, Members } from './types.js';

const BLOCK_BYTES = 512;
/** Longest header that says a name or other facts of the next member. */
const MOST_HEADER_BYTES = 1024 * 1024;
/** Members that are read at one go. */
const SHORT_BYTES = 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
/** In GNU's header of a sparse file: whether blocks with more of its map follow, and in each of these. */
const SPARSE_GOES_ON_AT = 482;
const SPARSE_BLOCK_GOES_ON_AT = 504;

const SLASH = 0x2f;
/** What entries are, by their letter; files too where their name ends with a slash are folders. */
const KINDS: Readonly<Record<string, Member['kind']>> = {
  ' ': 'file',
  '0': 'file',
  '7': 'file',
  '1': 'symlink',
  '2': 'symlink',
  '3': 'special',
  '4': 'special',
  '5': 'folder',
  '6': 'special',
};

/** What a header says of the entry behind it. */
interface Facts {
  readonly name?: Uint8Array;
  readonly size?: number;
  readonly isSparse?: true;
}

/**
 * Members in the order in which they stand. Where the source is positional, they may be read at any time.
 * @throws ItemProblem `malformed` where a header is damaged or the archive ends early
 */
export async function* tarMembers(source: ByteSource): Members {
  const reader = isPositional(source) ? new PlacedReader(source) : new ByteReader(source.stream());
  try {
    yield* new TarReader(source, reader).members();
  } finally {
    await reader.close();
  }
}

type BlockReader = Pick<ByteReader, 'take' | 'some' | 'skip' | 'close' | 'position'>;

/** Passes over members without reading them. */
class PlacedReader implements BlockReader {
  readonly #source: PositionalSource;
  position = 0;

  constructor(source: PositionalSource) {
    this.#source = source;
  }

  async take(length: number): Promise<Uint8Array> {
    const bytes = readFrom(this.#source, this.position, length);
    this.position += bytes.length;
    return bytes;
  }

  some(most: number): Promise<Uint8Array> {
    return this.take(Math.min(most, PIECE_BYTES));
  }

  async skip(length: number): Promise<number> {
    const skipped = Math.max(0, Math.min(length, this.#source.byteLength - this.position));
    this.position += skipped;
    return skipped;
  }

  async close(): Promise<void> {}
}

class TarReader {
  readonly #source: ByteSource;
  readonly #reader: BlockReader;
  #facts: Facts = {};
  /** Facts of all members that follow. */
  #common: Facts = {};
  #isEnded = false;

  constructor(source: ByteSource, reader: BlockReader) {
    this.#source = source;
    this.#reader = reader;
  }

  async *members(): Members {
    for (;;) {
      const block = Buffer.from(await this.#reader.take(BLOCK_BYTES));
      if (block.length < BLOCK_BYTES) {
        // Cut between two members it looks whole, but for the zeros that end it.
        if (this.#isEnded) return;
        throw new ItemProblem('malformed', 'tar archive ends early');
      }
      const header = this.#decode(block);
      if (header === null) {
        this.#isEnded = true;
        continue;
      }
      if (/[LKxg]/.test(header.type)) await this.#take(header);
      else yield* this.#member(header, block);
    }
  }

  /** @throws ItemProblem */
  #decode(block: Buffer): TarHeader | null {
    const header = decodeHeader(block);
    if (header === 'damaged') throw new ItemProblem('malformed', this.#wrong());
    return header;
  }

  #wrong(): string {
    return this.#isEnded ? 'tar archive is followed by something else' : 'tar archive has a damaged header';
  }

  /** Takes what a header says of the next one. @throws ItemProblem */
  async #take({ type, size }: TarHeader): Promise<void> {
    if (size > MOST_HEADER_BYTES) throw new ItemProblem('limit', 'tar archive with a header of more than 1 MiB');
    const bytes = Buffer.from(await this.#reader.take(size));
    if (bytes.length < size) throw new ItemProblem('malformed', 'tar archive ends early');
    await this.#reader.skip(padding(size));
    if (type === 'L') this.#facts = { ...this.#facts, name: bytes.subarray(0, endOfText(bytes)) };
    else if (type === 'x') this.#facts = { ...this.#facts, ...this.#paxFacts(bytes) };
    else if (type === 'g') this.#common = this.#paxFacts(bytes);
  }

  #paxFacts(bytes: Buffer): Facts {
    const pax = decodePax(bytes);
    const name = pax?.get('GNU.sparse.name') ?? pax?.get('path');
    const stated = pax?.get('size');
    const size = stated && Number(stated.toString('latin1'));
    if (pax === undefined || (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)))
      throw new ItemProblem('malformed', this.#wrong());
    return {
      ...(name !== undefined && { name }),
      ...(size !== undefined && { size }),
      ...([...pax.keys()].some((key) => key.startsWith('GNU.sparse.')) && { isSparse: true }),
    };
  }

  async *#member({ type, ...header }: TarHeader, block: Uint8Array): Members {
    const facts = { ...this.#common, ...this.#facts };
    this.#facts = {};
    const name = facts.name ?? header.name;
    // Links say no length that follows; so do others that hold nothing.
    const size = /[1-6]/.test(type) ? 0 : (facts.size ?? header.size);
    const isSparse = facts.isSparse === true || type === 'S';
    if (type === 'S' && block[SPARSE_GOES_ON_AT] !== 0) await this.#skipSparseMap();
    const start = this.#reader.position;
    const member = isPositional(this.#source) ? this.#placed(start, size) : this.#streamed(size);
    const kind = name.at(-1) === SLASH ? 'folder' : (KINDS[type] ?? 'file');
    const shown = isSparse ? refused('sparse files') : /[ 0-7]/.test(type) ? member : refused('entries of this kind');
    // The label of a volume, and what else has no bytes, is no member.
    if (KINDS[type] !== undefined || size > 0) yield { name, kind, byteLength: size, packedBytes: size, ...shown };
    const left = size + padding(size) - (this.#reader.position - start);
    if ((await this.#reader.skip(left)) < left - padding(size)) throw new ItemProblem('malformed', 'tar archive ends early');
  }

  /** A member that can be read while the archive stands at it. */
  #streamed(size: number): Pick<Member, 'bytes' | 'stream'> {
    const reader = this.#reader;
    return {
      bytes: () => undefined,
      async *stream() {
        for (let left = size; left > 0; ) {
          const piece = await reader.some(left);
          if (piece.length === 0) throw new ItemProblem('malformed', 'its tar archive ends early');
          left -= piece.length;
          yield piece;
        }
      },
    };
  }

  /** A member of an archive that can be read anywhere. */
  #placed(start: number, size: number): Pick<Member, 'bytes' | 'stream'> {
    const source = this.#source as PositionalSource;
    const read = (at: number, length: number): Uint8Array => readFrom(source, start + at, length);
    return {
      bytes: () => {
        if (size > SHORT_BYTES) return undefined;
        const bytes = read(0, size);
        return bytes.length === size ? bytes : undefined;
      },
      async *stream() {
        for (let at = 0; at < size; ) {
          const piece = read(at, Math.min(PIECE_BYTES, size - at));
          if (piece.length === 0) throw new ItemProblem('malformed', 'its tar archive ends early');
          at += piece.length;
          yield piece;
        }
      },
    };
  }

  /** @throws ItemProblem */
  async #skipSparseMap(): Promise<void> {
    for (let goesOn = true; goesOn; ) {
      const block = await this.#reader.take(BLOCK_BYTES);
      if (block.length < BLOCK_BYTES) throw new ItemProblem('malformed', 'tar archive ends early');
      goesOn = block[SPARSE_BLOCK_GOES_ON_AT] !== 0;
    }
  }
}

/** A member that cannot be read. */
function refused(what: string): Pick<Member, 'bytes' | 'stream'> {
  const problem = new ItemProblem('unsupported', `${what} in tar archives are not read yet`);
  return {
    bytes: () => {
      throw problem;
    },
    // biome-ignore lint/correctness/useYield: there is nothing to give
    async *stream() {
      throw problem;
    },
  };
}

/** @throws ItemProblem */
function readFrom(source: PositionalSource, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, fillFrom(source, bytes, position));
}

/** Bytes up to the next block. */
function padding(size: number): number {
  return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

function endOfText(bytes: Uint8Array): number {
  const zero = bytes.indexOf(0);
  return zero < 0 ? bytes.length : zero;
}
