/**
 * Hits in what a segment holds in other writing: what the reader decoded is put in the place of the block for a moment, and
 * scanned as values with the names of what they stand in.
 */

import { hitCopy } from '../core/hit-copy.js';
import { CONFIDENCES } from '../core/result.js';
import { type NameList, type Segment, VALUE_IS_NAME } from '../core/segment.js';
import type { Engine, Hit } from '../engine/types.js';
import { NestedReader, type NestedText } from '../readers/nested.js';
import { LostZeros } from './lost-zeros.js';

/** Texts that are scanned at a time, and their bytes; one text always fits. */
const MOST_TEXTS = 4096;
const MOST_BYTES = 128 * 1024;
/** Zeros between the bytes and the tables behind them. */
const GAP = 256;
/** Bytes of an entry in all four columns of the table. */
const ENTRY_BYTES = 13;

/** A hit in decoded text. Its `start` and `end` are those of what it is written as, in the block. */
export interface NestedHit extends Hit {
  readonly text: NestedText;
}

/** One a worker. */
export class NestedValues {
  readonly #engine: Engine;
  readonly #reader: NestedReader;
  readonly #zeros: LostZeros;
  /** What lay in block memory where texts are scanned. */
  readonly #aside = new Uint8Array(MOST_BYTES + GAP + 4 + MOST_TEXTS * ENTRY_BYTES);
  /** Texts on their way into the block, where some of them still lie. */
  readonly #staged = new Uint8Array(MOST_BYTES + GAP + 4);

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#reader = new NestedReader(engine.memory);
    this.#zeros = new LostZeros(engine);
  }

  /** Encoded texts of the item at hand that were not decoded. */
  get undecoded(): number {
    return this.#reader.undecoded;
  }

  /** Forgets the item before. */
  reset(): void {
    this.#reader.undecoded = 0;
  }

  /**
   * Hits that begin in the owned part of a segment, in ascending order of (start, end, detector id). The block is as it was
   * when this returns.
   * @param onBeaten called for each hit that lost to another one in the same text
   */
  hitsIn(segment: Segment, onBeaten?: (hit: NestedHit) => void): readonly NestedHit[] {
    const hits: NestedHit[] = [];
    const restored = this.#zeros.textsIn(segment);
    this.#scanAll(this.#reader.textsIn(segment), segment, (hit) => hits.push(hit), onBeaten);
    this.#scanAll(restored, segment, (hit) => {
      if (this.#zeros.accepts(hit, hit.text)) hits.push(hit);
    });
    const { detectors } = this.#engine;
    return hits.sort(
      (a, b) => a.start - b.start || a.end - b.end || (detectors[a.detector]!.id < detectors[b.detector]!.id ? -1 : 1),
    );
  }

  /** The hits of a segment and those in its texts, as `mergeHits` says. */
  merge(plain: readonly Hit[], nested: readonly NestedHit[]): Hit[] {
    return mergeHits(plain, nested);
  }

  /** In batches. */
  #scanAll(
    texts: readonly NestedText[],
    segment: Segment,
    onHit: (hit: NestedHit) => void,
    onBeaten?: (hit: NestedHit) => void,
  ): void {
    for (let from = 0; from < texts.length; ) {
      const to = this.#batchEnd(texts, from);
      this.#scan(texts.slice(from, to), segment, onHit, onBeaten);
      from = to;
    }
  }

  #batchEnd(texts: readonly NestedText[], from: number): number {
    let bytes = 0;
    let to = from;
    while (to < texts.length && to - from < MOST_TEXTS) {
      bytes += texts[to]!.end - texts[to]!.start + 1;
      if (bytes > MOST_BYTES) break;
      to++;
    }
    return to;
  }

  #scan(
    texts: readonly NestedText[],
    segment: Segment,
    onHit: (hit: NestedHit) => void,
    onBeaten: ((hit: NestedHit) => void) | undefined,
  ): void {
    const { memory } = this.#engine;
    const kept: Hit[] = [];
    const beaten: Hit[] = [];
    const { length, used } = this.#lay(texts);
    const { starts, ends, names, flags } = this.#table(texts.length, used);
    const lists: NameList[] = [];
    const ids = new Map<NameList, number>();
    for (let i = 0, at = 0; i < texts.length; i++) {
      const text = texts[i]!;
      let id = ids.get(text.names);
      if (id === undefined) {
        id = lists.push(text.names) - 1;
        ids.set(text.names, id);
      }
      starts[i] = at;
      at += text.end - text.start;
      ends[i] = at++;
      names[i] = id;
      flags[i] = text.isName ? VALUE_IS_NAME : 0;
    }
    const units = new Map<number, Uint8Array>();
    this.#engine.scan(
      {
        shape: 'record',
        spanSpace: 'value',
        length,
        base: 0,
        ownStart: 0,
        ownEnd: length,
        isFirst: true,
        isLast: true,
        values: { count: texts.length, starts, ends, names, flags },
        names: (id) => lists[id] ?? [],
        locate: () => ({ line: 1, column: 1, location: {} }),
      },
      (hit) => kept.push(copyOf(hit, starts, units)),
      onBeaten && ((hit) => beaten.push(copyOf(hit, starts, units))),
    );
    // Where hits stand is read from the block.
    memory.bytes.set(this.#aside.subarray(0, used + texts.length * ENTRY_BYTES));
    const report = (hits: readonly Hit[], onNested: ((hit: NestedHit) => void) | undefined): void => {
      for (const hit of hits) {
        const nested = nestedHit(hit, texts[hit.value]!);
        if (nested.start >= segment.ownStart && nested.start < segment.ownEnd) onNested?.(nested);
      }
    };
    report(kept, onHit);
    report(beaten, onBeaten);
  }

  /**
   * Puts the texts one after the other where the block begins, a zero behind each, and what lay there aside.
   * @returns their bytes, and where the table begins
   */
  #lay(texts: readonly NestedText[]): { length: number; used: number } {
    const block = this.#engine.memory.bytes;
    const staged = this.#staged;
    let length = 0;
    // Byte by byte: most are short, and calls would take longer.
    for (const { bytes, start, end } of texts) {
      for (let at = start; at < end; at++) staged[length++] = bytes[at]!;
      staged[length++] = 0;
    }
    const used = (length + GAP + 3) & ~3;
    staged.fill(0, length, used);
    this.#aside.set(block.subarray(0, used + texts.length * ENTRY_BYTES));
    block.set(staged.subarray(0, used));
    return { length, used };
  }

  /** Columns of a value table at an offset in the block. */
  #table(count: number, offset: number) {
    const { memory: block } = this.#engine;
    const at = block.blockAt + offset;
    const column = (index: number): Uint32Array => new Uint32Array(block.memory.buffer, at + index * 4 * count, count);
    const flags = new Uint8Array(block.memory.buffer, at + 3 * 4 * count, count);
    return { starts: column(0), ends: column(1), names: column(2), flags };
  }
}

/** A hit that stays as it is when the block is put back; its span is that in its value. */
function copyOf(hit: Hit, starts: Uint32Array, units: Map<number, Uint8Array>): Hit {
  const from = starts[hit.value]!;
  return { ...hitCopy(hit, units), start: hit.start - from, end: hit.end - from };
}

/** A hit in a text, as one in the block. */
function nestedHit(hit: Hit, text: NestedText): NestedHit {
  return {
    ...hit,
    value: text.value,
    start: text.origin.start(text.start + hit.start),
    end: text.origin.end(text.start + hit.end),
    isNested: true,
    // No column speaks for what is in its values.
    doubt: undefined,
    text,
  };
}

/**
 * The hits of a segment and those in what it holds in other writing, in one order. One value is reported once: of overlapping hits
 * of one detector, and of hits of any detectors that read the very same bytes, the surer one stays, and among equals the one that
 * says most of the place: that with the longest field path, else the one that took least decoding. Hits of different detectors that only
 * overlap both stay: a token, and what is written in it.
 */
function mergeHits(plain: readonly Hit[], nested: readonly NestedHit[]): Hit[] {
  const all = [...plain, ...nested].sort((a, b) => a.start - b.start || a.end - b.end);
  const lost = new Set<Hit>();
  let widest = 0;
  for (const hit of all) widest = Math.max(widest, hit.end - hit.start);
  for (const [i, hit] of all.entries()) {
    for (let j = i - 1; j >= 0 && all[j]!.start + widest > hit.start; j--) {
      const other = all[j]!;
      if (depthOf(hit) + depthOf(other) === 0) continue;
      if (other.end <= hit.start || !isSameValue(hit, other)) continue;
      lost.add(compareRank(hit, other) < 0 ? other : hit);
    }
  }
  return all.filter((hit) => !lost.has(hit));
}

function isSameValue(a: Hit, b: Hit): boolean {
  // A number as it stands and with the zeros that it may have lost are two readings of one value.
  if (a.detector === b.detector || isRestored(a) || isRestored(b)) return true;
  return a.start === b.start && a.end === b.end && a.to - a.at === b.to - b.at;
}

/** Below 0 where `a` is to be kept rather than `b`. What a number is as it stands, it is, whatever else it may have been. */
function compareRank(a: Hit, b: Hit): number {
  if (isRestored(a) !== isRestored(b) && (isRestored(a) ? b : a).confidence !== 'low') return isRestored(a) ? 1 : -1;
  return (
    CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence) ||
    Number(isInJson(b)) - Number(isInJson(a)) ||
    (isInJson(a) ? depthOf(b) - depthOf(a) : depthOf(a) - depthOf(b))
  );
}

function isRestored(hit: Hit): boolean {
  return 'text' in hit && (hit as NestedHit).text.encoding.includes('number');
}

function isInJson(hit: Hit): boolean {
  return 'text' in hit && (hit as NestedHit).text.isInJson;
}

function depthOf(hit: Hit): number {
  return 'text' in hit ? (hit as NestedHit).text.encoding.length : 0;
}
