/** What the tests of readers share: block memory, sources over bytes, and values as a reader gave them, put together again. */
import { type BlockMemory, TABLE_BYTES } from '../../src/core/block.js';
import type { FieldNames } from '../../src/core/field-names.js';
import type { ByteRange, ContentFormat } from '../../src/core/format.js';
import { memorySource } from '../../src/core/memory-source.js';
import type { Location, Segment } from '../../src/core/segment.js';
import { placeNames, VALUE_CONTINUED, VALUE_CONTINUES, VALUE_ESCAPED, VALUE_IS_NAME } from '../../src/core/segment.js';
import type { ByteSource } from '../../src/core/source.js';
import { openReader } from '../../src/readers/index.js';
import type { ReadCounts, ReadRequest } from '../../src/readers/types.js';

const PAGE = 65536;

/** Block memory with room for `blockBytes` and 16 KiB of halo. */
export function makeMemory(blockBytes = 1024 * 1024, tableBytes = TABLE_BYTES): BlockMemory {
  const blockAt = 1024;
  const length = blockBytes + 16 * 1024;
  const tablesAt = Math.ceil((blockAt + length + 128) / 64) * 64;
  const pages = Math.ceil((tablesAt + tableBytes) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  return { memory, blockAt, bytes: new Uint8Array(memory.buffer, blockAt, length), tablesAt, tableBytes };
}

/** A source with `readAt`. */
export function fileOf(content: string | Uint8Array): ByteSource {
  return memorySource(typeof content === 'string' ? Buffer.from(content) : content);
}

/** A source that can only be streamed, in pieces of `pieceBytes`; throws `failure` behind the last. */
export function streamOf(content: string | Uint8Array, pieceBytes = 1000, failure?: Error): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    async *stream() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield Uint8Array.from(bytes.subarray(at, at + pieceBytes));
      if (failure) throw failure;
    },
    close() {},
  };
}

export interface ReadOptions {
  readonly format: ContentFormat;
  readonly blockBytes?: number;
  readonly range?: ByteRange;
  readonly memory?: BlockMemory;
  readonly halo?: { readonly left: number; readonly right: number };
  /** Also ask for the place of each value. */
  readonly places?: boolean;
  /** Also list values in which nothing can match. */
  readonly everyValue?: boolean;
  readonly fieldNames?: FieldNames;
}

export interface FoundValue {
  start: number;
  end: number;
  names: readonly string[];
  /** Those of them that are the place. */
  place: readonly string[];
  isName: boolean;
  escaped: boolean;
  text: string;
  line?: number;
  column?: number;
  location?: Location;
}

export interface ReadResult {
  readonly values: FoundValue[];
  readonly counts: ReadCounts;
  readonly segments: number;
  readonly error?: unknown;
}

export function newCounts(): ReadCounts {
  return { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
}

const shared = makeMemory();

/** Reads a source and gives its values, of a text those with names; a value that came in pieces is put together again, halo by halo. */
export async function read(source: ByteSource, options: ReadOptions): Promise<ReadResult> {
  const values: FoundValue[] = [];
  const counts = newCounts();
  const memory = options.memory ?? shared;
  const request: ReadRequest = {
    source,
    format: options.format,
    memory,
    halo: options.halo ?? { left: 64, right: 96 },
    counts,
    ...(options.range && { range: options.range }),
    ...(options.blockBytes && { blockBytes: options.blockBytes }),
    ...(options.everyValue && { everyValue: true }),
    ...(options.fieldNames && { fieldNames: options.fieldNames }),
  };
  let segments = 0;
  try {
    const reader = await openReader(options.format);
    for await (const segment of reader(request)) {
      segments++;
      const valued = segment.named ?? segment;
      if (valued.values !== undefined) takeValues({ segment: valued, memory, values, places: options.places === true });
    }
  } catch (error) {
    return { values, counts, segments, error };
  }
  return { values, counts, segments };
}

interface Taking {
  readonly segment: Segment;
  readonly memory: BlockMemory;
  readonly values: FoundValue[];
  readonly places: boolean;
}

function takeValues({ segment, memory, values, places }: Taking): void {
  const { starts, ends, names, flags, count } = segment.values!;
  for (let i = 0; i < count; i++) {
    const flag = flags[i]!;
    const isContinued = (flag & VALUE_CONTINUED) !== 0;
    if (!isContinued && (starts[i]! < segment.ownStart || starts[i]! > segment.ownEnd))
      throw new Error('a value starts outside its block');
    if (ends[i]! > segment.length) throw new Error('a value ends outside its block');
    // Of a value in pieces, only the owned part counts: the rest is halo.
    const start = isContinued ? segment.ownStart : starts[i]!;
    const end = flag & VALUE_CONTINUES ? segment.ownEnd : ends[i]!;
    const text = textOf(segment, memory, i, start, end);
    if (isContinued) {
      const whole = values.at(-1)!;
      whole.end = segment.base + end;
      whole.text += text;
      whole.escaped ||= (flag & VALUE_ESCAPED) !== 0;
      continue;
    }
    const value: FoundValue = {
      start: segment.base + start,
      end: segment.base + end,
      names: [...segment.names!(names[i]!)],
      place: placeNames(segment.names!(names[i]!)),
      isName: (flag & VALUE_IS_NAME) !== 0,
      escaped: (flag & VALUE_ESCAPED) !== 0,
      text,
    };
    if (places) Object.assign(value, segment.locate(start, i));
    values.push(value);
  }
}

/** Decoded text of the raw part [start, end) of a value, by its byte map. */
function textOf(segment: Segment, memory: BlockMemory, index: number, start: number, end: number): string {
  const { flags, starts, ends } = segment.values!;
  if (!(flags[index]! & VALUE_ESCAPED)) return Buffer.from(memory.bytes.subarray(start, end)).toString();
  const pairs: [number, number][] = [];
  const target = Buffer.alloc(ends[index]! - starts[index]! + 8);
  const length = segment.decode!(index, target, 4, { push: (decoded, raw) => pairs.push([decoded, raw]) });
  const toDecoded = (raw: number): number => {
    let found = pairs[0]!;
    for (const pair of pairs) if (pair[1] <= raw) found = pair;
    return Math.min(length, found[0] + raw - found[1]);
  };
  return target.toString('utf8', 4 + toDecoded(start), 4 + toDecoded(end));
}

export interface ReadDocument {
  /** All of the text that was read. */
  readonly text: string;
  /** The place of the first occurrence of a text, with its span. @throws where it is not there */
  at(found: string): {
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
    readonly location: Location;
  };
  readonly counts: ReadCounts;
  readonly error?: unknown;
}

/** Reads a document as its reader gives it, in blocks as small as they may be unless said otherwise. */
export async function readDocument(source: ByteSource, format: ContentFormat, blockBytes = 4096): Promise<ReadDocument> {
  const counts = newCounts();
  const pieces: Buffer[] = [];
  const places: { start: number; end: number; place(offset: number): ReturnType<Segment['locate']> }[] = [];
  let error: unknown;
  const reader = await openReader(format);
  try {
    const request: ReadRequest = { source, format, memory: shared, halo: { left: 64, right: 96 }, counts, blockBytes };
    for await (const segment of reader(request)) {
      pieces.push(Buffer.from(shared.bytes.subarray(segment.ownStart, segment.ownEnd)));
      // Places can be asked for only while the segment is there.
      const known = new Map<number, ReturnType<Segment['locate']>>();
      for (let at = segment.ownStart; at < segment.ownEnd; at++) known.set(segment.base + at, segment.locate(at, -1));
      const place = (offset: number) => known.get(offset)!;
      places.push({ start: segment.base + segment.ownStart, end: segment.base + segment.ownEnd, place });
    }
  } catch (thrown) {
    error = thrown;
  }
  const bytes = Buffer.concat(pieces);
  return {
    text: bytes.toString(),
    at(found) {
      const start = bytes.indexOf(found);
      if (start < 0) throw new Error('what is looked for was not read');
      const { place } = places.find((one) => start >= one.start && start < one.end)!;
      return { start, end: start + Buffer.byteLength(found), ...place(start) };
    },
    counts,
    error,
  };
}
