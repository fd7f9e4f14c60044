/**
 * JSON that stands in a value: read by the scan of JSON files, in a small memory of its own, because the block at hand and its
 * tables are still in use.
 */
import type { BlockMemory } from '../core/block.js';
import { memorySource } from '../core/memory-source.js';
import type { NameList, Segment } from '../core/segment.js';
import { VALUE_ESCAPED, VALUE_IS_NAME } from '../core/segment.js';
import { decodeEscapes, JSON_ESCAPES } from './escapes.js';
import { pathNames, readJson } from './json.js';
import { VALUE_BYTES } from './nested-halo.js';
import { openStructure, type Structure } from './structure/structure.js';
import type { ReadCounts, Steps } from './types.js';

/** Room behind it, for a reader that looks ahead. */
const SLACK = 1024;
/** For names and for the values of the longest text. */
const TABLE_BYTES = 2.5 * 1024 * 1024;
const PAGE = 65_536;
/** Bytes behind a text that the scan may read. */
const READ_AHEAD = 128;
/** Paths, and values that siblings name, that are kept from one text to the next. */
const MOST_KEPT_NAMES = 1024;

/** A string, number or key, in bytes of its own where it was escaped. */
export interface JsonValue {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Raw offset in the JSON text of an offset in `bytes`. */
  readonly rawOffset: (offset: number) => number;
  readonly names: NameList;
  readonly isName: boolean;
  /** Its number, for `jsonPathOf`. */
  readonly index: number;
}

/** What one scan after the other uses: texts are short, and to set up a reader for each takes longer than to scan it. */
interface Scan {
  readonly memory: BlockMemory;
  readonly structure: Structure;
  readonly everything: Uint8Array;
  namesOf: (id: number) => NameList;
}

let scan: Scan | undefined;

/** The values of a JSON text in ascending order, or undefined where it is no JSON. */
export function jsonValues(text: Uint8Array): JsonValue[] | undefined {
  scan ??= newScan();
  const { memory, structure, everything } = scan;
  const { wasm } = structure;
  // The same paths come again and again.
  if (wasm.nodeCount() > MOST_KEPT_NAMES) {
    wasm.clearNames();
    scan.namesOf = pathNames(wasm, everything);
  }
  memory.bytes.set(text);
  memory.bytes.fill(0, text.length, text.length + READ_AHEAD);
  wasm.jsonBegin(0);
  const values: JsonValue[] = [];
  const at = memory.blockAt;
  for (let from = 0; from < text.length; ) {
    if (!wasm.hasRoom()) {
      wasm.jsonRenew();
      scan.namesOf = pathNames(wasm, everything);
    }
    const to = wasm.jsonScan(at + from, at + text.length, 1, at) - at;
    // A value that does not end.
    if (to <= from) return undefined;
    takeValues(scan, text, values);
    from = to;
  }
  return wasm.jsonDegraded.value > 0 || wasm.jsonRecords.value !== 1 ? undefined : values;
}

/** Path of a value of a JSON text. The text is read again: only for values that are listed. */
export function jsonPathOf(text: Uint8Array, index: number): string | undefined {
  let before = 0;
  const counts: ReadCounts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
  for (const segment of segmentsOf(text, counts)) {
    const { count, starts } = segment.values!;
    if (index < before + count) return segment.locate(starts[index - before]!, index - before).location.jsonPath;
    before += count;
  }
  return undefined;
}

function* segmentsOf(text: Uint8Array, counts: ReadCounts): Generator<Segment, void, void> {
  scan ??= newScan();
  // The reader forgets the names of before.
  scan.namesOf = pathNames(scan.structure.wasm, scan.everything);
  const steps: Steps = readJson({
    source: memorySource(text),
    format: { kind: 'json', encoding: 'utf-8' },
    memory: scan.memory,
    halo: { left: 0, right: 0 },
    counts,
  });
  // Bytes that are there are never waited for.
  for (const step of steps) if (!(step instanceof Promise)) yield step;
}

function takeValues({ memory, structure, namesOf }: Scan, text: Uint8Array, values: JsonValue[]): void {
  const { starts, ends, names, flags, wasm } = structure;
  const count = wasm.count.value;
  for (let i = 0; i < count; i++) {
    const [start, end, flag] = [starts[i]!, ends[i]!, flags[i]!];
    const own = { names: namesOf(names[i]!), isName: (flag & VALUE_IS_NAME) !== 0, index: values.length };
    if ((flag & VALUE_ESCAPED) === 0) {
      values.push({ bytes: text, start, end, rawOffset: asItIs, ...own });
      continue;
    }
    const target = new Uint8Array(end - start);
    const map = new OffsetMap();
    const length = decodeEscapes(JSON_ESCAPES, { bytes: memory.bytes, start, end, target, at: 0 }, map);
    values.push({ bytes: target, start: 0, end: length, rawOffset: (offset) => map.rawOffset(offset), ...own });
  }
}

const asItIs = (offset: number): number => offset;

/** Byte map of a decoded value, as `Segment.decode` writes it. */
export class OffsetMap {
  readonly #decoded: number[] = [];
  readonly #raw: number[] = [];
  push(decoded: number, raw: number): void {
    this.#decoded.push(decoded);
    this.#raw.push(raw);
  }

  rawOffset(offset: number): number {
    let low = 0;
    let high = this.#decoded.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#decoded[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#raw[low]! + offset - this.#decoded[low]!;
  }
}

function newScan(): Scan {
  const memory = newMemory();
  const structure = openStructure(memory);
  const everything = new Uint8Array(memory.memory.buffer);
  return { memory, structure, everything, namesOf: pathNames(structure.wasm, everything) };
}

function newMemory(): BlockMemory {
  const blockAt = 64;
  const length = VALUE_BYTES + SLACK;
  const tablesAt = (blockAt + length + 128 + 63) & ~63;
  const pages = Math.ceil((tablesAt + TABLE_BYTES) / PAGE);
  const wasm = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  return { memory: wasm, blockAt, bytes: new Uint8Array(wasm.buffer, blockAt, length), tablesAt, tableBytes: TABLE_BYTES };
}
