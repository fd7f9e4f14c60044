/**
 * Texts that are encoded in the values and texts of a segment: JSON in strings and cells, base64, percent-encoding, to a depth of
 * two. Whatever is decoded is bounded by its own length, never by what was decoded before it: so the work is at most a few times
 * the bytes, and neither blocks nor ranges nor workers change what is found.
 */
import type { BlockMemory } from '../core/block.js';
import {
  type Encoding,
  type NameList,
  type Segment,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_ESCAPED,
  VALUE_IS_NAME,
  type ValueTable,
} from '../core/segment.js';
import {
  AS_THEY_ARE,
  beginsAsText,
  type Decoded,
  decodeRun,
  nextSeed,
  type Origin,
  parameterName,
  type Run,
  runAt,
  type Span,
} from './encodings.js';
import { RUN_BYTES, VALUE_BYTES } from './nested-halo.js';
import { type JsonValue, jsonPathOf, jsonValues, OffsetMap } from './nested-json.js';
import { type StructureExports, structureOf } from './structure/structure.js';

/** How often what was decoded is decoded again. */
const DEPTH = 2;

const NO_TEXTS: readonly NestedText[] = [];
const QUOTE = 0x22;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const BRACE = 0x7b;
/** For each byte 1 where JSON can begin with it, or a string that holds some, escaped or not. */
const BEGINS_JSON = new Uint8Array(256);
for (const byte of [QUOTE, BRACKET, BACKSLASH, BRACE]) BEGINS_JSON[byte] = 1;
/** Nothing is encoded in less: `%XX`. */
const SHORTEST_RUN = 3;
const PIECE = VALUE_CONTINUED | VALUE_CONTINUES;
const NO_NAMES: NameList = [];

/** A text, or a value of JSON, that was decoded: `bytes[start, end)`. Made often, so all are made of the same fields at once. */
export interface NestedText {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** From offsets in `bytes` to offsets in the block. */
  readonly origin: Origin;
  /** Names of what it stands in, from the root. */
  readonly names: NameList;
  /** It is a key of JSON. */
  readonly isName: boolean;
  /** It is a value of JSON that was decoded, or stands in one. */
  readonly isInJson: boolean;
  /** What was decoded, from the outside in. */
  readonly encoding: readonly Encoding[];
  /** Index in the segment's values, or -1 in text. */
  readonly value: number;
  /** Field path in what was decoded; undefined where that is no JSON. Asked for only where it is listed. */
  readonly path: () => string | undefined;
}

const NOT_DECODED: readonly Encoding[] = [];
const noPath = (): undefined => undefined;

/** A text of the segment itself. */
function plainText(span: Pick<Span, 'bytes' | 'start' | 'end'>, origin: Origin, names: NameList, value: number): NestedText {
  const { bytes, start, end } = span;
  const path = noPath;
  return { bytes, start, end, origin, names, isName: false, isInJson: false, encoding: NOT_DECODED, value, path };
}

/** One a worker. */
export class NestedReader {
  /** Encoded texts of the item at hand that were not decoded: too long, or too deep. */
  undecoded = 0;
  readonly #memory: BlockMemory;
  readonly #wasm: StructureExports;
  readonly #lists = new WeakMap<NameList, WeakMap<NameList, NameList>>();
  #found: NestedText[] = [];

  constructor(memory: BlockMemory) {
    this.#memory = memory;
    this.#wasm = structureOf(memory).wasm;
  }

  /** What is encoded in a segment that lies in the memory, in no order. Some of it may begin outside of the owned part. */
  textsIn(segment: Segment): readonly NestedText[] {
    this.#found = [];
    if (segment.values === undefined) this.#takeText(segment);
    else this.#takeValues(segment, segment.values);
    return this.#found.length === 0 ? NO_TEXTS : this.#found;
  }

  #takeText({ ownStart, ownEnd, length }: Segment): void {
    const { bytes } = this.#memory;
    const text = plainText({ bytes, start: 0, end: length }, AS_THEY_ARE, NO_NAMES, -1);
    this.#takeBlockRuns(text, { start: ownStart, end: ownEnd }, false);
  }

  #takeValues(segment: Segment, { count, starts, ends, flags }: ValueTable): void {
    const { bytes } = this.#memory;
    let seed = this.#nextSeed(segment, segment.ownStart);
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const end = ends[i]!;
      const isLikeJson = BEGINS_JSON[bytes[start]!] === 1;
      if (end <= seed && !isLikeJson) continue;
      while (seed < start) seed = this.#nextSeed(segment, Math.max(seed + 1, start));
      if ((isLikeJson || seed < end) && (flags[i]! & VALUE_IS_NAME) === 0) this.#takeValue(segment, i);
    }
  }

  /** First place from `from` on at which base64 or percent-encoding may be. */
  #nextSeed({ length }: Segment, from: number): number {
    const at = this.#memory.blockAt;
    const seed = this.#wasm.nextEncoded(at + from, at + from, at + length, at + length);
    return seed === 0 ? Number.POSITIVE_INFINITY : seed - at;
  }

  #takeValue(segment: Segment, value: number): void {
    const { starts, ends, names: ids, flags } = segment.values!;
    const [start, end, flag] = [starts[value]!, ends[value]!, flags[value]!];
    const isEscaped = (flag & VALUE_ESCAPED) !== 0;
    const { bytes } = this.#memory;
    const names = segment.names?.(ids[value]!) ?? NO_NAMES;
    const text = plainText({ bytes, start, end }, AS_THEY_ARE, names, value);
    if ((flag & PIECE) !== 0 || end - start > VALUE_BYTES) {
      if ((flag & VALUE_CONTINUED) === 0 && (bytes[start] === BRACE || bytes[start] === BRACKET)) this.undecoded++;
      const own = { start: Math.max(start, segment.ownStart), end: Math.min(end, segment.ownEnd) };
      this.#takeBlockRuns(text, own, isEscaped);
    } else if (isEscaped) {
      const target = new Uint8Array(end - start);
      const map = new OffsetMap();
      const length = segment.decode!(value, target, 0, map);
      const rawOffset = (offset: number): number => map.rawOffset(offset);
      const origin = { start: rawOffset, end: rawOffset };
      this.#unwrap(plainText({ bytes: target, start: 0, end: length }, origin, names, value), 0);
    } else {
      this.#unwrap(text, 0);
    }
  }

  /** Runs of free text that have a part in the owned range. Those too long count where they begin. */
  #takeBlockRuns(text: NestedText, own: { readonly start: number; readonly end: number }, isEscaped: boolean): void {
    const at = this.#memory.blockAt;
    const span = { bytes: text.bytes, start: text.start, end: text.end, longest: RUN_BYTES };
    const to = at + wordEnd(span, own.end);
    for (let from = Math.max(span.start, own.start - RUN_BYTES); ; ) {
      const seed = this.#wasm.nextEncoded(at + span.start, at + from, to, at + span.end) - at;
      if (seed < 0) return;
      const run = withoutEscape(span, runAt(span, seed), isEscaped);
      from = Math.max(run.end, seed + 1);
      if (run.end <= own.start || run.start >= own.end) continue;
      if (!run.isTooLong) this.#takeRun(text, span, run, 0);
      else if (run.start >= own.start && beginsAsText(span.bytes, run)) this.undecoded++;
    }
  }

  /** Examines a text that was decoded `depth` times: as records where it is JSON. */
  #open(text: NestedText, depth: number): void {
    if (this.#takeJson(text, text.encoding, depth)) return;
    this.#found.push(text);
    this.#takeRuns(text, depth);
  }

  /** Decodes what is encoded in a text or value that is whole. */
  #unwrap(text: NestedText, depth: number): void {
    if (!this.#takeJson(text, undefined, depth + 1)) this.#takeRuns(text, depth);
  }

  /**
   * Whether a text is JSON; its values are then examined, unless that would be too deep.
   * @param encoding what was decoded; by default JSON is one more of it
   */
  #takeJson(text: NestedText, encoding: readonly Encoding[] | undefined, depth: number): boolean {
    const json = jsonIn(text);
    if (json === undefined) return false;
    const whole = text.bytes.subarray(json.start, json.end);
    const values = jsonValues(whole);
    if (values === undefined) return false;
    if (depth > DEPTH) {
      this.undecoded++;
      return true;
    }
    const reached = encoding ?? [...text.encoding, 'json'];
    for (const value of values) this.#takeJsonValue(text, reached, { at: json.start, whole, value, depth });
    return true;
  }

  #takeJsonValue(text: NestedText, encoding: readonly Encoding[], { at, whole, value, depth }: JsonPart): void {
    const { origin } = text;
    const { bytes, start, end, rawOffset, isName } = value;
    const nested: NestedText = {
      bytes,
      start,
      end,
      origin: {
        start: (offset) => origin.start(at + rawOffset(offset)),
        end: (offset) => origin.end(at + rawOffset(offset)),
      },
      names: this.#joined(text.names, value.names),
      isName,
      isInJson: true,
      encoding,
      value: text.value,
      path: () => joinPaths(text.path(), jsonPathOf(whole, value.index)),
    };
    this.#found.push(nested);
    if (!isName) this.#unwrap(nested, depth);
  }

  /** Names of a value in what has names of its own. The same list for the same two, so that whoever judges names does so once. */
  #joined(outer: NameList, inner: NameList): NameList {
    if (outer.length === 0) return inner;
    let lists = this.#lists.get(outer);
    if (lists === undefined) {
      lists = new WeakMap();
      this.#lists.set(outer, lists);
    }
    let list = lists.get(inner);
    if (list === undefined) {
      list = [...outer, ...inner];
      lists.set(inner, list);
    }
    return list;
  }

  #takeRuns(text: NestedText, depth: number): void {
    const { bytes, start, end } = text;
    if (end - start < SHORTEST_RUN) return;
    const span = { bytes, start, end, longest: VALUE_BYTES };
    for (let seed = nextSeed(span, start); seed >= 0; ) {
      const run = runAt(span, seed);
      this.#takeRun(text, span, run, depth);
      seed = nextSeed(span, Math.max(run.end, seed + 1));
    }
  }

  #takeRun(text: NestedText, span: Span, run: Run, depth: number): void {
    for (const decoded of decodeRun(span, run)) {
      if (depth === DEPTH) this.undecoded++;
      else this.#open(unpacked(text, span, run, decoded), depth + 1);
    }
  }
}

interface JsonPart {
  /** Where the JSON begins in the text. */
  readonly at: number;
  readonly whole: Uint8Array;
  readonly value: JsonValue;
  readonly depth: number;
}

function unpacked(text: NestedText, span: Span, run: Run, { bytes, origin }: Decoded): NestedText {
  const name = run.kind === 'percent' ? parameterName(span, run.start) : undefined;
  return {
    bytes,
    start: 0,
    end: bytes.length,
    origin: {
      start: (offset) => text.origin.start(origin.start(offset)),
      end: (offset) => text.origin.end(origin.end(offset)),
    },
    names: name === undefined ? text.names : [...text.names, name],
    isName: false,
    isInJson: text.isInJson,
    encoding: [...text.encoding, run.kind],
    value: text.value,
    path: text.path,
  };
}

/** Where the word at `at` ends: a run that begins before it may be told by what stands behind it. */
function wordEnd({ bytes, end, longest }: Span, at: number): number {
  let to = at;
  while (to < end && to - at < longest && bytes[to]! > 0x20 && bytes[to]! < 0x7f) to++;
  return to;
}

/** In raw text with escapes, the letter behind a backslash is none of the run's (`\n`, `\u00e9`). */
function withoutEscape({ bytes, start: floor }: Span, run: Run, isEscaped: boolean): Run {
  if (!isEscaped || run.start <= floor || bytes[run.start - 1] !== BACKSLASH) return run;
  return { ...run, start: run.start + (bytes[run.start] === LETTER_U ? 5 : 1) };
}

/** The JSON that a text is, without the space around it: an object, a list, or a string that may hold one. */
function jsonIn({ bytes, start: from, end: to }: NestedText): { readonly start: number; readonly end: number } | undefined {
  let [start, end] = [from, to];
  while (start < end && isSpace(bytes[start]!)) start++;
  while (end > start && isSpace(bytes[end - 1]!)) end--;
  const [first, last] = [bytes[start], bytes[end - 1]];
  const isPair =
    (first === BRACE && last === BRACE + 2) || (first === BRACKET && last === BRACKET + 2) || (first === QUOTE && last === QUOTE);
  if (!isPair || end - start < 2 || end - start > VALUE_BYTES) return undefined;
  if (first !== QUOTE) return { start, end };
  const second = bytes[start + 1];
  return second === BRACE || second === BRACKET || second === BACKSLASH ? { start, end } : undefined;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function joinPaths(outer: string | undefined, inner: string | undefined): string | undefined {
  return outer === undefined || inner === undefined ? (outer ?? inner) : outer + inner.slice(1);
}
