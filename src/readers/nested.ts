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
import { openStructure, type StructureExports } from './structure/structure.js';

/** How often what was decoded is decoded again. */
const DEPTH = 2;

const NO_TEXTS: readonly NestedText[] = [];
const QUOTE = 0x22;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const BRACE = 0x7b;

/** A text, or a value of JSON, that was decoded: `bytes[start, end)`. */
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
  readonly encoding: readonly Encoding[];
  /** Index in the segment's values, or -1 in text. */
  readonly value: number;
  /** It is a value of JSON that was decoded. */
  readonly isInJson: boolean;
  /** Field path in what was decoded; undefined where that is no JSON. Asked for only where it is listed. */
  path(): string | undefined;
}

/** What a text has of its own before anything is decoded. */
const PLAIN = {
  origin: AS_THEY_ARE,
  names: [],
  isName: false,
  encoding: [],
  value: -1,
  isInJson: false,
  path: () => undefined,
} as const satisfies Partial<NestedText>;

/** One a worker. */
export class NestedReader {
  /** Encoded texts of the item at hand that were not decoded: too long, or too deep. */
  undecoded = 0;
  readonly #memory: BlockMemory;
  readonly #wasm: StructureExports;
  #found: NestedText[] = [];

  constructor(memory: BlockMemory) {
    this.#memory = memory;
    this.#wasm = openStructure(memory).wasm;
  }

  /** What is encoded in a segment that lies in the memory, in no order. Some of it may begin outside of the owned part. */
  textsIn(segment: Segment): readonly NestedText[] {
    this.#found = [];
    if (segment.values === undefined) this.#takeText(segment);
    else this.#takeValues(segment, segment.values);
    return this.#found.length === 0 ? NO_TEXTS : this.#found;
  }

  #takeText({ ownStart, ownEnd, length }: Segment): void {
    const span = { bytes: this.#memory.bytes, start: 0, end: length, longest: RUN_BYTES };
    this.#takeBlockRuns(span, { start: ownStart, end: ownEnd }, { ...PLAIN, ...span });
  }

  #takeValues(segment: Segment, { count, starts, ends, flags }: ValueTable): void {
    const { bytes } = this.#memory;
    let seed = this.#nextSeed(segment, segment.ownStart);
    for (let i = 0; i < count; i++) {
      const end = ends[i]!;
      const first = bytes[starts[i]!]!;
      const isLikeJson = first === BRACE || first === BRACKET || first === BACKSLASH || first === QUOTE;
      if (end <= seed && !isLikeJson) continue;
      while (seed < starts[i]!) seed = this.#nextSeed(segment, Math.max(seed + 1, starts[i]!));
      if ((flags[i]! & VALUE_IS_NAME) === 0 && (isLikeJson || seed < end)) this.#takeValue(segment, i);
    }
  }

  /** First place from `from` on at which base64 or percent-encoding may be. */
  #nextSeed({ length }: Segment, from: number): number {
    const at = this.#memory.blockAt;
    const seed = this.#wasm.nextEncoded(at + from, at + from, at + length, at + length);
    return seed === 0 ? Number.POSITIVE_INFINITY : seed - at;
  }

  #takeValue(segment: Segment, value: number): void {
    const { starts, ends, names, flags } = segment.values!;
    const [start, end, flag] = [starts[value]!, ends[value]!, flags[value]!];
    const isEscaped = (flag & VALUE_ESCAPED) !== 0;
    const { bytes } = this.#memory;
    const text = { ...PLAIN, bytes, start, end, names: segment.names?.(names[value]!) ?? [], value };
    if ((flag & (VALUE_CONTINUED | VALUE_CONTINUES)) !== 0 || end - start > VALUE_BYTES) {
      const first = bytes[start];
      if ((flag & VALUE_CONTINUED) === 0 && (first === BRACE || first === BRACKET)) this.undecoded++;
      const own = { start: Math.max(start, segment.ownStart), end: Math.min(end, segment.ownEnd) };
      this.#takeBlockRuns({ bytes, start, end, longest: RUN_BYTES }, own, text, isEscaped);
    } else if (isEscaped) {
      const target = new Uint8Array(end - start);
      const map = new OffsetMap();
      const length = segment.decode!(value, target, 0, map);
      const rawOffset = (offset: number): number => map.rawOffset(offset);
      this.#unwrap({ ...text, bytes: target, start: 0, end: length, origin: { start: rawOffset, end: rawOffset } }, 0);
    } else {
      this.#unwrap(text, 0);
    }
  }

  /** Runs of free text that have a part in the owned range. Those too long count where they begin. */
  #takeBlockRuns(span: Span, own: { readonly start: number; readonly end: number }, text: NestedText, isEscaped = false): void {
    const at = this.#memory.blockAt;
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
    if (this.#takeJson(text, depth)) return;
    this.#found.push(text);
    this.#takeRuns(text, depth);
  }

  /** Decodes what is encoded in a text or value that is whole. */
  #unwrap(text: NestedText, depth: number): void {
    const isTaken = this.#takeJson({ ...text, encoding: [...text.encoding, 'json'] }, depth + 1);
    if (!isTaken) this.#takeRuns(text, depth);
  }

  /** Whether a text is JSON; its values are then examined, unless that would be too deep. */
  #takeJson(text: NestedText, depth: number): boolean {
    const json = jsonIn(text);
    if (json === undefined) return false;
    const whole = text.bytes.subarray(json.start, json.end);
    const values = jsonValues(whole);
    if (values === undefined) return false;
    if (depth > DEPTH) this.undecoded++;
    else for (const value of values) this.#takeJsonValue(text, json.start, whole, value, depth);
    return true;
  }

  #takeJsonValue(text: NestedText, at: number, whole: Uint8Array, value: JsonValue, depth: number): void {
    const { origin } = text;
    const nested: NestedText = {
      ...text,
      bytes: value.bytes,
      start: value.start,
      end: value.end,
      origin: {
        start: (offset) => origin.start(at + value.rawOffset(offset)),
        end: (offset) => origin.end(at + value.rawOffset(offset)),
      },
      names: [...text.names, ...value.names],
      isName: value.isName,
      isInJson: true,
      path: () => joinPaths(text.path(), jsonPathOf(whole, value.index)),
    };
    this.#found.push(nested);
    if (!value.isName) this.#unwrap(nested, depth);
  }

  #takeRuns(text: NestedText, depth: number): void {
    const span = { bytes: text.bytes, start: text.start, end: text.end, longest: VALUE_BYTES };
    for (let seed = nextSeed(span, span.start); seed >= 0; ) {
      const run = runAt(span, seed);
      this.#takeRun(text, span, run, depth);
      seed = nextSeed(span, Math.max(run.end, seed + 1));
    }
  }

  #takeRun(text: NestedText, span: Span, run: Run, depth: number): void {
    const name = run.kind === 'percent' ? parameterName(span, run.start) : undefined;
    for (const { bytes, origin } of decodeRun(span, run)) {
      if (depth === DEPTH) {
        this.undecoded++;
        continue;
      }
      const nested: NestedText = {
        ...text,
        bytes,
        start: 0,
        end: bytes.length,
        origin: {
          start: (offset) => text.origin.start(origin.start(offset)),
          end: (offset) => text.origin.end(origin.end(offset)),
        },
        names: name === undefined ? text.names : [...text.names, name],
        encoding: [...text.encoding, run.kind],
      };
      this.#open(nested, depth + 1);
    }
  }
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
