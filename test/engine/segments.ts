/** Puts text and values into an engine's memory as readers do, and collects its hits in the reference's terms. */
import { type Segment, VALUE_ESCAPED, VALUE_IS_NAME } from '../../src/core/segment.js';
import type { ReferenceHit, ReferenceInput, ReferenceValue } from '../../src/engine/reference.js';
import type { Engine, Hit } from '../../src/engine/types.js';
import { writtenBytes } from '../../src/engine/written.js';

/** What is compared: spans are raw, so that escapes are part of the law. */
export type Comparable = Pick<
  ReferenceHit,
  'detector' | 'form' | 'start' | 'end' | 'value' | 'validated' | 'doubt' | 'confidence' | 'keyword' | 'alternatives'
> & { readonly text: string };

const decoder = new TextDecoder();

const noPlace = () => ({ line: 1, column: 1, location: {} });

function collect(engine: Engine, segment: Segment, shift: number, into: Comparable[]): void {
  engine.scan(segment, (hit: Hit) => {
    const { detector, form, validated, doubt, confidence, keyword, value } = hit;
    into.push({
      detector,
      form,
      start: hit.start + shift,
      end: hit.end + shift,
      value,
      validated,
      doubt,
      confidence,
      keyword,
      alternatives: [...hit.alternatives],
      text: decoder.decode(writtenBytes(engine.memory, segment, hit)),
    });
  });
}

/**
 * Scans a text in blocks that own `cuts[i]` to `cuts[i + 1]`; without cuts, in one. Every block has the engine's halo on both
 * sides, as far as the text goes.
 */
export function scanText(engine: Engine, text: Uint8Array, cuts: readonly number[] = []): Comparable[] {
  const hits: Comparable[] = [];
  const edges = [0, ...cuts, text.length];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [ownStart, ownEnd] = [edges[i]!, edges[i + 1]!];
    const from = Math.max(0, ownStart - engine.halo.left);
    const to = Math.min(text.length, ownEnd + engine.halo.right);
    engine.memory.bytes.set(text.subarray(from, to));
    const segment: Segment = {
      shape: 'text',
      spanSpace: 'item',
      length: to - from,
      base: from,
      ownStart: ownStart - from,
      ownEnd: ownEnd - from,
      isFirst: from === 0,
      isLast: to === text.length,
      locate: noPlace,
    };
    collect(engine, segment, from, hits);
  }
  return hits;
}

/** A value as it stands in a block: raw bytes, and the raw offset of each decoded one. */
export interface RawValue {
  readonly raw: Uint8Array;
  readonly decoded: Uint8Array;
  /** Pairs of decoded and raw offset: the first, and one behind each escape. */
  readonly map: readonly (readonly [decoded: number, raw: number])[];
  readonly names: readonly string[];
  readonly isName: boolean;
}

/** Escapes some characters of a text as JSON does. `escapes` says which. */
export function escapeValue(
  text: string,
  names: readonly string[],
  isName: boolean,
  escapes: (character: string) => boolean,
): RawValue {
  const encoder = new TextEncoder();
  const map: [number, number][] = [[0, 0]];
  let raw = '';
  let decoded = '';
  for (const character of text) {
    decoded += character;
    if (character.length === 1 && escapes(character)) {
      raw += `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      map.push([Buffer.byteLength(decoded), Buffer.byteLength(raw)]);
    } else {
      raw += character;
    }
  }
  return { raw: encoder.encode(raw), decoded: encoder.encode(decoded), map, names, isName };
}

/** The raw offset that a decoded offset stands for: the last pair at or before it, then byte by byte. */
export function rawOffset(value: RawValue, decoded: number): number {
  const [from, raw] = value.map.findLast(([at]) => at <= decoded)!;
  return raw + decoded - from;
}

/** The values without escapes for the reference: a header cell has no names in reach, a key those of the path above it. */
export function forReference(values: readonly RawValue[], shape: 'column' | 'record'): ReferenceValue[] {
  return values.map(({ decoded, names, isName }) => ({ bytes: decoded, names: isName && shape === 'column' ? [] : names }));
}

/** The columns of a value table, in the part of block memory that is the reader's. */
function tablesIn(engine: Engine, count: number) {
  const { memory, tablesAt, tableBytes } = engine.memory;
  if (count * 13 > tableBytes) throw new RangeError('more values than the tables hold');
  const column = (index: number) => new Uint32Array(memory.buffer, tablesAt + index * count * 4, count);
  return {
    starts: column(0),
    ends: column(1),
    ids: column(2),
    flags: new Uint8Array(memory.buffer, tablesAt + 12 * count, count),
  };
}

/** Scans values that stand in one block, quoted and with commas between, spans relative to each raw value. */
export function scanValues(engine: Engine, values: readonly RawValue[], shape: 'column' | 'record'): Comparable[] {
  const { starts, ends, ids, flags } = tablesIn(engine, values.length);
  const known: (readonly string[])[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    engine.memory.bytes[at++] = 0x22;
    starts[index] = at;
    engine.memory.bytes.set(value.raw, at);
    at += value.raw.length;
    ends[index] = at;
    engine.memory.bytes.set([0x22, 0x2c], at);
    at += 2;
    let id = known.indexOf(value.names);
    if (id < 0) id = known.push(value.names) - 1;
    ids[index] = id;
    flags[index] = (value.map.length > 1 ? VALUE_ESCAPED : 0) | (value.isName ? VALUE_IS_NAME : 0);
  }
  const segment: Segment = {
    shape,
    spanSpace: 'item',
    length: at,
    base: 0,
    ownStart: 0,
    ownEnd: at,
    isFirst: true,
    isLast: true,
    values: { count: values.length, starts, ends, names: ids, flags },
    names: (id) => known[id]!,
    decode(index, target, to, map) {
      const value = values[index]!;
      target.set(value.decoded, to);
      for (const [decoded, raw] of value.map) map.push(decoded, starts[index]! + raw);
      return value.decoded.length;
    },
    locate: noPlace,
  };
  const hits: Comparable[] = [];
  collect(engine, segment, 0, hits);
  return hits.map((hit) => ({ ...hit, start: hit.start - starts[hit.value]!, end: hit.end - starts[hit.value]! }));
}

/** The reference's hits in the same terms. */
export function comparable(
  hits: readonly ReferenceHit[],
  bytesOf: (value: number) => Uint8Array,
  raw?: readonly RawValue[],
): Comparable[] {
  return hits.map(({ detector, form, start, end, value, validated, doubt, confidence, keyword, alternatives }) => ({
    detector,
    form,
    start: raw === undefined ? start : rawOffset(raw[value]!, start),
    end: raw === undefined ? end : rawOffset(raw[value]!, end),
    value,
    validated,
    doubt,
    confidence,
    keyword,
    alternatives: [...alternatives],
    text: decoder.decode(bytesOf(value).subarray(start, end)),
  }));
}

/** Scans what the reference scans: one text, or values without escapes. */
export function scanInput(engine: Engine, input: ReferenceInput): Comparable[] {
  if ('text' in input) return scanText(engine, input.text);
  const values = input.values.map(({ bytes, names }) => escapeValue(decoder.decode(bytes), names, false, () => false));
  return scanValues(engine, values, 'column');
}
