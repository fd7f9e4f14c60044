/** Owns the WebAssembly memory and instance: block, scratch, tables, outputs. Made once per worker; nothing grows. */
import { readFileSync } from 'node:fs';
import type { BlockMemory } from '../../core/block.js';
import type { Program } from '../compile.js';
import { type FormSets, HEADER_FIELDS, type HeaderField, programPieces } from './tables.js';

const PAGE = 65_536;
/** Candidates and keyword hits that one call may give before the host takes them. */
const CANDIDATES = 32_768;
const WORDS = 65_536;
/** Readers' structure tables: a block of two-byte values has one entry of 13 bytes for each three bytes. */
const TABLE_BYTES_PER_BLOCK_BYTE = 8;
const SLACK = 256;

export interface PrefilterExports {
  configure(header: number): void;
  mark(base: number, length: number): void;
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
  ): number;
  lookUpWords(base: number, start: number, end: number): void;
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
  /** Scratch value table: entries of 4 × u32-or-u8 columns, one an escaped value. */
  readonly scratchTable: ScratchTable;
  /** Whole memory. */
  readonly bytes: Uint8Array;
  /** start, end, set, value of each candidate. */
  readonly candidates: Uint32Array;
  /** start, end, keyword set of each keyword hit. */
  readonly words: Uint32Array;
  readonly nameGate: Uint8Array;
  readonly gateBytes: number;
}

export interface ScratchTable {
  readonly capacity: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly namesAt: number;
  readonly flagsAt: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly names: Uint32Array;
}

/** @param capacity bytes of a block with its halo */
export function createPrefilter(program: Program, forms: FormSets, gates: Int32Array, capacity: number): Prefilter {
  const { pieces, values } = programPieces(program, forms, gates);
  const plan = new Layout();
  const headerAt = plan.take(HEADER_FIELDS.length * 4);
  const fields: Partial<Record<HeaderField, number>> = { ...values };
  for (const piece of pieces)
    fields[piece.field] = plan.take(typeof piece.content === 'number' ? piece.content : piece.content.length);
  const bitmapBytes = (((capacity + SLACK) >> 6) << 3) + 64;
  for (const field of ['shapeStarts', 'middleStarts', 'letterStarts'] as const) fields[field] = plan.take(bitmapBytes);
  fields.candidates = plan.take(CANDIDATES * 16);
  fields.candidateCapacity = CANDIDATES;
  fields.words = plan.take(WORDS * 12);
  fields.wordCapacity = WORDS;
  plan.take(SLACK);
  const blockAt = plan.take(capacity + SLACK);
  plan.take(SLACK);
  const scratchAt = plan.take(capacity + SLACK);
  const scratchCapacity = Math.ceil(capacity / 4);
  const startsAt = plan.take(scratchCapacity * 4);
  const endsAt = plan.take(scratchCapacity * 4);
  const namesAt = plan.take(scratchCapacity * 4);
  const flagsAt = plan.take(scratchCapacity);
  const tableBytes = capacity * TABLE_BYTES_PER_BLOCK_BYTE;
  const tablesAt = plan.take(tableBytes);

  const pages = Math.ceil(plan.size / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const bytes = new Uint8Array(memory.buffer);
  for (const piece of pieces) if (typeof piece.content !== 'number') bytes.set(piece.content, fields[piece.field]!);
  const header = new Uint32Array(memory.buffer, headerAt, HEADER_FIELDS.length);
  HEADER_FIELDS.forEach((field, i) => {
    header[i] = fields[field]!;
  });
  const exports = instantiate(memory);
  exports.configure(headerAt);
  const u32 = (at: number, count: number): Uint32Array => new Uint32Array(memory.buffer, at, count);
  return {
    exports,
    block: { memory, blockAt, bytes: bytes.subarray(blockAt, blockAt + capacity), tablesAt, tableBytes },
    scratchAt,
    scratch: bytes.subarray(scratchAt, scratchAt + capacity),
    scratchTable: {
      capacity: scratchCapacity,
      startsAt,
      endsAt,
      namesAt,
      flagsAt,
      starts: u32(startsAt, scratchCapacity),
      ends: u32(endsAt, scratchCapacity),
      names: u32(namesAt, scratchCapacity),
    },
    bytes,
    candidates: u32(fields.candidates, CANDIDATES * 4),
    words: u32(fields.words, WORDS * 3),
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
}

let compiled: WebAssembly.Module | undefined;

function instantiate(memory: WebAssembly.Memory): PrefilterExports {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./prefilter.wasm', import.meta.url)));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as PrefilterExports;
}
