/** Loads the structure scan (WebAssembly) on a block memory, one instance per memory, and gives its exports their types. */
import { readFileSync } from 'node:fs';
import type { BlockMemory } from '../../core/block.js';
import { InternalError } from '../../core/errors.js';
import { LABEL_ENDS_BYTES } from '../../core/label-ends.js';
import { siblingKind } from '../siblings.js';

interface Global {
  readonly value: number;
}

/** Addresses count from the memory's start; offsets in tables from the block's. */
export interface StructureExports {
  lay(at: number, bytes: number, blockAt: number): number;
  /** Number of bytes `newline` in `[from, to)`. */
  newlines(from: number, to: number, newline: number): number;
  /** Address behind the last one that `newlines` saw, 0 if there was none. */
  readonly lineStart: Global;
  characters(from: number, to: number): number;
  /**
   * Address of the next colon in `[from, to)`, of ASCII or the wide one, that may end a label, or `to`: by `labelEnds`, and by up to `back`
   * bytes before it, down to `floor`, and those behind it up to `limit`.
   */
  nextLabel(floor: number, from: number, to: number, limit: number, back: number): number;
  labelEndsAt(): number;
  valuesAt(): number;
  readonly count: Global;
  /** A quiet scan leaves the value table as it is. */
  setQuiet(on: number): void;
  /** Bytes of the shortest value that is listed; with 0, `true`, `false` and `null` are, too. */
  setShortest(bytes: number): void;

  csvBegin(delimiter: number, newline: number, columns: number, header: number): void;
  csvScan(at: number, to: number, final: number, pieceAt: number): number;
  csvEnter(): void;
  csvSave(copy: number): void;
  csvRestore(copy: number): void;
  readonly csvRow: Global;
  readonly csvColumn: Global;
  readonly csvDegraded: Global;
  readonly csvCell: Global;
  readonly csvCellEscaped: Global;
  /** Behind a final scan: address of a cell that a quote opened and nothing closed, 1 where it began in an earlier block; 0 for none. */
  readonly csvOpen: Global;
  /** The next scan takes the quote at that address for a character like others. */
  csvTakePlain(at: number): void;

  jsonBegin(lines: number): void;
  jsonScan(at: number, to: number, final: number, pieceAt: number): number;
  jsonEnter(): void;
  jsonSave(copy: number): void;
  jsonRestore(copy: number): void;
  jsonLongKey(start: number, end: number): void;
  jsonCutName(): number;
  readonly jsonCut: Global;
  readonly jsonCutIsKey: Global;
  readonly jsonCutEscaped: Global;
  readonly jsonDepth: Global;
  readonly jsonRecords: Global;
  readonly jsonInRecord: Global;
  readonly jsonDegraded: Global;

  levelIsObject(level: number): number;
  levelIndex(level: number): number;
  levelNode(level: number): number;
  /** Forgets all ids but those on the path, which get new ones. To be called between two scans, with no value given in pieces. */
  jsonRenew(): void;
  /** Address of the next run of at least 24 letters of base64, or of a `%XX`, that begins before `to`; 0 if there is none. */
  nextEncoded(floor: number, from: number, to: number, limit: number): number;
  /** Where that run ends; one behind the percent sign. */
  readonly encodedEnd: Global;

  clearNames(): void;
  /** Whether there is room for one more id. A scan that needs one where there is none stops before its value or key. */
  hasRoom(): number;
  /** Ids given since `clearNames` or `jsonRenew`, that of the root included. */
  nodeCount(): number;
  nodeParent(id: number): number;
  nodeName(id: number): number;
  nodeLength(id: number): number;
  /** Kind of the name at a path's end. @see siblingKind */
  nodeKind(id: number): number;
  /**
   * Of a value that its siblings name, below the node of its path: 1 a type, 2 a title, 3 a name, 4 several of them, each ended by the byte
   * of its number. 0 for all others.
   */
  nodeCalledBy(id: number): number;
}

/** The scan on one block memory, with the columns of its value table. */
export interface Structure {
  readonly wasm: StructureExports;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly names: Uint32Array;
  readonly flags: Uint8Array;
  /** The ends of names that `nextLabel` looks for. @see mayEndLabel */
  readonly labelEnds: Uint8Array;
}

/** Nothing can match in fewer bytes. */
const SHORTEST = 3;

/** Keys of which is known what they say of their siblings. */
const MOST_KINDS = 1000;

let compiled: WebAssembly.Module | undefined;
const instances = new WeakMap<BlockMemory, Structure>();

/**
 * The scan on `memory`.
 * @param everyValue whether values are listed in which nothing can match: short ones, `true`, `false` and `null`
 * @throws InternalError if the tables' region is too small
 */
export function openStructure(memory: BlockMemory, everyValue = false): Structure {
  const structure = structureOf(memory);
  structure.wasm.setShortest(everyValue ? 0 : SHORTEST);
  return structure;
}

/** The scan of a memory as its reader has opened it: for who looks into the same block beside the reader. */
export function structureOf(memory: BlockMemory): Structure {
  return instances.get(memory) ?? newStructure(memory);
}

function newStructure(memory: BlockMemory): Structure {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./structure.wasm', import.meta.url)));
  const everything = new Uint8Array(memory.memory.buffer);
  // Asked once for each path, and the paths of a hundred thousand ids end with the same few keys.
  const kinds = new Map<string, number>();
  const kindAt = (at: number, length: number): number => {
    const key = Buffer.from(everything.buffer, at, length).toString('latin1');
    const known = kinds.get(key);
    if (known !== undefined) return known;
    if (kinds.size >= MOST_KINDS) kinds.clear();
    const kind = siblingKind(key);
    kinds.set(key, kind);
    return kind;
  };
  const instance = new WebAssembly.Instance(compiled, { env: { memory: memory.memory, siblingKind: kindAt } });
  const wasm = instance.exports as unknown as StructureExports;
  const capacity = wasm.lay(memory.tablesAt, memory.tableBytes, memory.blockAt);
  if (capacity < 256) throw new InternalError('the region for structure tables is too small');
  const { buffer } = memory.memory;
  const at = wasm.valuesAt();
  const structure = {
    wasm,
    starts: new Uint32Array(buffer, at, capacity),
    ends: new Uint32Array(buffer, at + capacity * 4, capacity),
    names: new Uint32Array(buffer, at + capacity * 8, capacity),
    flags: new Uint8Array(buffer, at + capacity * 12, capacity),
    labelEnds: new Uint8Array(buffer, wasm.labelEndsAt(), LABEL_ENDS_BYTES),
  };
  instances.set(memory, structure);
  return structure;
}
