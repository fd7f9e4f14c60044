/**
 * Where a part of an item may begin that is read apart: behind a newline, so that lines, records and columns of places are whole
 * in each part; in a table, behind one that ends a record and not inside a quoted cell; in Parquet, at a row group.
 */
import type { BlockMemory } from '../core/block.js';
import type { ContentFormat, TableFormat } from '../core/format.js';
import type { ByteSource } from '../core/source.js';
import { NEWLINE, recordEnd, TABLE_HEAD_BYTES } from './ranges.js';
import { openStructure, type StructureExports } from './structure/structure.js';

const QUOTE = 0x22;
/** A line or record longer than this is not looked through: the cut is left out. */
const LONGEST_LINE = 1 << 20;
const BOM = Buffer.from('\ufeff');

/** The first place at or behind a position, which must not go back, where a part may begin; undefined where none is near. */
export type CutAt = (position: number) => number | undefined;

/**
 * @param memory is written to, so no segment in it may be in use
 * @param from where to begin: 0 or a place where a part may begin
 */
export function openCuts(format: ContentFormat, source: ByteSource, memory: BlockMemory, from = 0): CutAt {
  if (format.kind === 'csv') return new TableCuts(format, source, memory, from).cutAt;
  const newline = (format.kind === 'text' ? format.newline : undefined) ?? NEWLINE;
  return (position) => behindNewline(source, position, newline);
}

/** As `openCuts`, also of formats whose reader has to be loaded. @throws ItemProblem */
export async function findCuts(format: ContentFormat, source: ByteSource, memory: BlockMemory, from = 0): Promise<CutAt> {
  if (format.kind === 'parquet') return (await import('./parquet/cuts.js')).openGroupCuts(source);
  return openCuts(format, source, memory, from);
}

function behindNewline(source: ByteSource, position: number, newline: number): number | undefined {
  // From one byte before: a newline there makes `position` itself a cut.
  let at = Math.max(0, position - 1);
  for (let size = 4096; at < position + LONGEST_LINE; size *= 4) {
    const window = new Uint8Array(size);
    const read = source.readAt!(window, at);
    if (read === 0) return undefined;
    const found = window.subarray(0, read).indexOf(newline);
    if (found >= 0) return at + found + 1;
    at += read;
  }
  return undefined;
}

/**
 * Follows a table from its start, because only that tells what a quote means. Bytes without a quote are passed over; the others
 * go through the structure scan that the reader uses, so that both agree whatever the quotes are like.
 */
class TableCuts {
  readonly #source: ByteSource;
  readonly #memory: BlockMemory;
  readonly #wasm: StructureExports;
  readonly #newline: number;
  /** Start of the first record that is followed. */
  readonly #first: number;
  /** Where the scan goes on: the start of a cell. */
  #at: number;
  /** A cell does not fit the memory: nothing is known from there on. */
  #isLost = false;

  constructor(format: TableFormat, source: ByteSource, memory: BlockMemory, from: number) {
    this.#source = source;
    this.#memory = memory;
    this.#wasm = openStructure(memory).wasm;
    const head = memory.bytes.subarray(0, source.readAt!(memory.bytes.subarray(0, TABLE_HEAD_BYTES), 0));
    this.#newline = recordEnd(head);
    this.#first = from > 0 ? from : BOM.equals(head.subarray(0, BOM.length)) ? BOM.length : 0;
    this.#at = this.#first;
    this.#wasm.csvBegin(format.delimiter, this.#newline, 0, 0);
  }

  readonly cutAt: CutAt = (position) => {
    this.#wasm.setQuiet(1);
    try {
      // A newline inside quotes ends no record. Steps grow, because a cell that is not finished is scanned anew.
      for (let step = 1; step <= LONGEST_LINE; step *= 2) {
        const end = behindNewline(this.#source, position + step - 1, this.#newline);
        if (end === undefined) return undefined;
        this.#scanTo(end);
        if (this.#isLost) return undefined;
        if (this.#isAtRecord && this.#at >= position && this.#at > this.#first) return this.#at;
      }
      return undefined;
    } finally {
      this.#wasm.setQuiet(0);
    }
  };

  get #isAtRecord(): boolean {
    return this.#wasm.csvColumn.value === 0;
  }

  /** Scans up to `end`. Where a cell goes on there, the scan stands at its start. */
  #scanTo(end: number): void {
    const { bytes, blockAt } = this.#memory;
    for (let isDone = this.#at >= end; !isDone; ) {
      const length = this.#source.readAt!(bytes.subarray(0, Math.min(bytes.length, end - this.#at)), this.#at);
      isDone = length === 0 || this.#at + length >= end;
      const passed = this.#pass(bytes.subarray(0, length)) ?? this.#wasm.csvScan(blockAt, blockAt + length, 0, blockAt) - blockAt;
      this.#at += passed;
      if (passed > 0 || isDone) continue;
      this.#isLost = true;
      return;
    }
  }

  /** Whole records at the beginning of bytes without a quote, as their length; undefined where there are none, or quotes. */
  #pass(window: Uint8Array): number | undefined {
    if (!this.#isAtRecord || hasByte(window, QUOTE)) return undefined;
    const last = window.lastIndexOf(this.#newline);
    return last < 0 ? undefined : last + 1;
  }
}

/** Looks as memchr does; `includes` of a typed array takes 0.7 ms a MB, nearly as long as a worker takes to scan it. */
function hasByte({ buffer, byteOffset, byteLength }: Uint8Array, byte: number): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes(byte);
}
