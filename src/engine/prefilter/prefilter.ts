/** Owns the WebAssembly memory and instance: block, scratch, tables, outputs. Made once per worker; nothing grows. */
import { readFileSync } from 'node:fs';
import { type BlockMemory, TABLE_BYTES } from '../../core/block.js';
import { PAGE_BYTES } from '../stored-bytes.js';
import type { Prepared } from './prepared.js';
import type { LayoutField } from './tables.js';

const PAGE = 65_536;
/** Candidates and keyword hits that one call may give before the host takes them. */
const CANDIDATES = 32_768;
const WORDS = 65_536;
/** Keywords around one match that RE2 has measured. */
const WORDS_ASIDE = 4096;
const SLACK = 256;

/** Tables of which a file holds the pages until a walk comes there. Twins of `FIT` and `WORDS` in assembly/walk.ts. */
const PAGED: readonly LayoutField[] = ['fitNext', 'wordNext'];

/** One bit for each byte of the block. */
const BITMAPS = [
  'shapeStarts',
  'literalStarts',
  'middleStarts',
  'digitPlaces',
  'wordPlaces',
  'letterStarts',
  'widePlaces',
  'personStarts',
  'placeStarts',
] as const;

export interface PrefilterExports {
  mark(base: number, length: number): void;
  /** Whether the bytes marked last are not all ASCII. */
  isWide(): number;
  /** Whether some of them may fold; where not, none does. */
  hasFolds(): number;
  walkText(base: number, length: number, from: number, to: number): number;
  walkValues(
    base: number,
    from: number,
    to: number,
    count: number,
    starts: number,
    ends: number,
    names: number,
    flags: number,
    skip: number,
    nameless: number,
  ): number;
  lookUpAside(base: number, unitStart: number, unitEnd: number, isShort: boolean, from: number, to: number): number;
  highestName(names: number, count: number): number;
  /** The first place in `[from, to)` at which a character folds (assembly/fold.ts), or `to`. */
  nextFold(base: number, from: number, to: number): number;
  /** Writes `[from, to)` folded to `target`; its length. `foldCount` is then the number of pairs in `folds`. */
  fold(base: number, from: number, to: number, target: number): number;
  foldCount(): number;
  flagFolds(
    base: number,
    length: number,
    count: number,
    starts: number,
    ends: number,
    flags: number,
    skip: number,
    flag: number,
  ): void;
  /** Writes the listed starts in `[from, to)` to the candidates' room, ascending, a number each (assembly/listed.ts); returns how many. */
  listStarts(from: number, to: number): number;
  /** Where the next call goes on. */
  listedTo(): number;
  candidateTotal(): number;
  wordTotal(): number;
  takeWalked(): number;
  takeFitted(): number;
  takeLooked(): number;
}

export interface Prefilter {
  readonly exports: PrefilterExports;
  readonly block: BlockMemory;
  /** Address of the scratch area for decoded values; as large as the block. */
  readonly scratchAt: number;
  readonly scratch: Uint8Array;
  /** Room for the table of decoded values; its `count` is the room. */
  readonly scratchTable: ValueColumns;
  /** Room for a decoded value that is to be folded, and its address. */
  readonly unfolded: Uint8Array;
  readonly unfoldedAt: number;
  /** Offsets behind each character that the last `fold` has folded: folded, raw. */
  readonly folds: Uint32Array;
  /** Whole memory. */
  readonly bytes: Uint8Array;
  /** start, end, set, value of each candidate. */
  readonly candidates: Uint32Array;
  /** start, end, keyword set of each keyword hit near candidates, and of the last look-up aside. */
  readonly words: Uint32Array;
  readonly wordsAside: Uint32Array;
  readonly nameGate: Uint8Array;
  readonly gateBytes: number;
}

/** A value table's columns in WebAssembly memory; only the first `count` entries hold. */
export interface ValueColumns {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly names: Uint32Array;
  readonly flags: Uint8Array;
}

/** @param capacity bytes of a block with its halo */
export function createPrefilter({ pieces, values }: Prepared, capacity: number): Prefilter {
  const plan = new Layout();
  const fields: Partial<Record<LayoutField, number>> = { ...values };
  for (const { field, content } of pieces) {
    if (PAGED.includes(field)) plan.align(PAGE_BYTES);
    fields[field] = plan.take(typeof content === 'number' ? content : content.length);
  }
  const bitmapBytes = (((capacity + SLACK) >> 6) << 3) + 64;
  for (const field of BITMAPS) fields[field] = plan.take(bitmapBytes);
  fields.candidates = plan.take(CANDIDATES * 16);
  fields.candidateCapacity = CANDIDATES;
  fields.words = plan.take(WORDS * 12);
  fields.wordCapacity = WORDS;
  fields.wordsAside = plan.take(WORDS_ASIDE * 12);
  fields.wordAsideCapacity = WORDS_ASIDE;
  plan.take(SLACK);
  const blockAt = plan.take(capacity + SLACK);
  plan.take(SLACK);
  const scratchAt = plan.take(capacity + SLACK);
  const scratchCapacity = Math.ceil(capacity / 4);
  const scratchColumns = [
    plan.take(scratchCapacity * 4),
    plan.take(scratchCapacity * 4),
    plan.take(scratchCapacity * 4),
  ] as const;
  const scratchFlags = plan.take(scratchCapacity);
  const unfoldedAt = plan.take(capacity + SLACK);
  // A character that folds has at least two bytes.
  const foldCapacity = capacity >> 1;
  fields.foldPairs = plan.take(foldCapacity * 8);
  const tablesAt = plan.take(TABLE_BYTES);

  const size = Math.ceil(plan.size / PAGE);
  const memory = new WebAssembly.Memory({ initial: size, maximum: size, shared: true });
  const bytes = new Uint8Array(memory.buffer);
  const pages = PAGED.map(
    () =>
      (_page: number): void =>
        undefined,
  );
  for (const { field, content } of pieces) {
    if (typeof content === 'number') continue;
    const at = fields[field]!;
    const target = bytes.subarray(at, at + content.length);
    const table = PAGED.indexOf(field);
    if (content instanceof Uint8Array) target.set(content);
    else if (table < 0) content.copyTo(target);
    else pages[table] = (page) => content.copyPageTo(target, page);
  }
  const exports = instantiate(memory, fields, (table, page) => pages[table]!(page));
  const u32 = (at: number, count: number): Uint32Array => new Uint32Array(memory.buffer, at, count);
  return {
    exports,
    block: { memory, blockAt, bytes: bytes.subarray(blockAt, blockAt + capacity), tablesAt, tableBytes: TABLE_BYTES },
    scratchAt,
    scratch: bytes.subarray(scratchAt, scratchAt + capacity),
    scratchTable: {
      count: scratchCapacity,
      starts: u32(scratchColumns[0], scratchCapacity),
      ends: u32(scratchColumns[1], scratchCapacity),
      names: u32(scratchColumns[2], scratchCapacity),
      flags: bytes.subarray(scratchFlags, scratchFlags + scratchCapacity),
    },
    unfolded: bytes.subarray(unfoldedAt, unfoldedAt + capacity),
    unfoldedAt,
    folds: u32(fields.foldPairs, foldCapacity * 2),
    bytes,
    candidates: u32(fields.candidates, CANDIDATES * 4),
    words: u32(fields.words, WORDS * 3),
    wordsAside: u32(fields.wordsAside, WORDS_ASIDE * 3),
    nameGate: bytes.subarray(fields.nameGate!),
    gateBytes: fields.gateBytes!,
  };
}

/** Hands out addresses, each a multiple of 64. The first 64 bytes stay unused, so that no address is 0. */
class Layout {
  size = 64;

  take(bytes: number): number {
    const at = this.size;
    this.size = (at + bytes + 63) & ~63;
    return at;
  }

  align(bytes: number): void {
    this.size = Math.ceil(this.size / bytes) * bytes;
  }
}

let compiled: WebAssembly.Module | undefined;

/** @param bring fills a page of one of the `PAGED` tables */
function instantiate(
  memory: WebAssembly.Memory,
  layout: Partial<Record<LayoutField, number>>,
  bring: (table: number, page: number) => void,
): PrefilterExports {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./prefilter.wasm', import.meta.url)));
  const instance = new WebAssembly.Instance(compiled, { env: { memory }, layout, tables: { bring } });
  return instance.exports as unknown as PrefilterExports;
}
