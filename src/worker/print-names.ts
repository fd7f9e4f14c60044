/**
 * Names that will be printed (paths, columns, keys) may be sensitive themselves: `536-90-4399.pdf`. They are scanned as
 * values, and what a detector of severity `high` finds in them is masked, with a tag by which masked names stay apart.
 */
import { nameTag } from '../core/fingerprint.js';
import { previewOf } from '../core/mask.js';
import type { Location, NameList, Segment } from '../core/segment.js';
import type { Engine, Hit } from '../engine/types.js';
import { atLeast, severityFor } from './aggregate.js';

/** Names are compared and printed up to this many characters. */
const NAME_LENGTH = 1000;
/** Bytes of names that are scanned at a time, and the most that one name takes. */
const SCAN_BYTES = 64 * 1024;
/** Names that are scanned at a time. */
const SCAN_NAMES = 1024;

/** Name of a column, or of a field by the names on the path to it. */
export function columnNameOf(names: NameList, isRecord: boolean): string {
  const name = isRecord ? names.join('.') : names[0]!;
  return name.length > NAME_LENGTH ? name.slice(0, NAME_LENGTH) : name;
}

/** The names that a location shows. A field path is scanned as a whole: it may end in a key that is a value. */
export function namesIn({ columnName, jsonPath, member }: Location): string[] {
  return [columnName, jsonPath, member].filter((name) => name !== undefined);
}

/** A location whose names are printable. */
export function maskLocation(location: Location, printable: ReadonlyMap<string, string>): Location {
  const { columnName, jsonPath, member } = location;
  return {
    ...location,
    ...(columnName !== undefined && { columnName: printable.get(columnName) ?? columnName }),
    ...(jsonPath !== undefined && { jsonPath: printable.get(jsonPath) ?? jsonPath }),
    ...(member !== undefined && { member: printable.get(member) ?? member }),
  };
}

export class NamePrinter {
  readonly #engine: Engine;
  readonly #isOff: boolean;

  /** @param reveal nothing is masked */
  constructor(engine: Engine, reveal: boolean) {
    this.#engine = engine;
    this.#isOff = reveal;
  }

  /** Printable form of those names that have to be masked. Overwrites the engine's block memory. */
  print(names: Iterable<string>): ReadonlyMap<string, string> {
    const printable = new Map<string, string>();
    if (this.#isOff) return printable;
    const room = Math.min(SCAN_BYTES, this.#engine.memory.bytes.length);
    let batch: { name: string; bytes: Uint8Array }[] = [];
    let used = 0;
    for (const name of new Set(names)) {
      const bytes = Buffer.from(name, 'utf8').subarray(0, room - 1);
      if (used + bytes.length + 1 > room || batch.length === SCAN_NAMES) {
        this.#scan(batch, printable);
        batch = [];
        used = 0;
      }
      batch.push({ name, bytes });
      used += bytes.length + 1;
    }
    this.#scan(batch, printable);
    return printable;
  }

  /** Scans names as values of one segment, one line each. */
  #scan(batch: readonly { name: string; bytes: Uint8Array }[], printable: Map<string, string>): void {
    if (batch.length === 0) return;
    const { starts, ends, names, flags } = this.#tables(batch.length);
    let at = 0;
    for (const [index, { bytes }] of batch.entries()) {
      this.#engine.memory.bytes.set(bytes, at);
      starts[index] = at;
      ends[index] = at + bytes.length;
      at += bytes.length;
      this.#engine.memory.bytes[at++] = 0x0a;
    }
    const segment: Segment = {
      shape: 'record',
      spanSpace: 'value',
      length: at,
      base: 0,
      ownStart: 0,
      ownEnd: at,
      isFirst: true,
      isLast: true,
      values: { count: batch.length, starts, ends, names, flags },
      names: () => [],
      locate: () => ({ line: 1, column: 1, location: {} }),
    };
    const hits = new Map<number, { start: number; end: number }[]>();
    this.#engine.scan(segment, (hit) => {
      if (!this.#isSensitive(hit)) return;
      const spans = hits.get(hit.value) ?? [];
      const start = starts[hit.value]!;
      spans.push({ start: hit.start - start, end: hit.end - start });
      hits.set(hit.value, spans);
    });
    for (const [value, spans] of hits) {
      const { name, bytes } = batch[value]!;
      printable.set(name, mask(name, bytes, spans));
    }
  }

  /** Columns of a value table; like a reader's, they lie in the region for tables. */
  #tables(count: number): { starts: Uint32Array; ends: Uint32Array; names: Uint32Array; flags: Uint8Array } {
    const { memory, tablesAt } = this.#engine.memory;
    const column = (index: number): Uint32Array => new Uint32Array(memory.buffer, tablesAt + index * 4 * SCAN_NAMES, count);
    const flags = new Uint8Array(memory.buffer, tablesAt + 3 * 4 * SCAN_NAMES, count).fill(0);
    return { starts: column(0), ends: column(1), names: column(2).fill(0), flags };
  }

  #isSensitive(hit: Hit): boolean {
    return atLeast(hit.confidence, 'medium') && severityFor(this.#engine.detectors[hit.detector]!, 1) === 'high';
  }
}

/** The name with the shape of each value in place of it, and after the first the name's tag. */
function mask(name: string, bytes: Uint8Array, spans: readonly { start: number; end: number }[]): string {
  let text = '';
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    text += Buffer.from(bytes.subarray(done, start)).toString('utf8') + previewOf(bytes, start, end);
    if (done === 0) text += `~${nameTag(name)}`;
    done = end;
  }
  return text + Buffer.from(bytes.subarray(done)).toString('utf8');
}
