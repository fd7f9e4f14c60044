/**
 * Where readers and engine meet. A reader describes bytes that lie in block memory; the engine finds values in them.
 * Readers know columns and paths but no keywords; the engine knows keywords but no format.
 */
import type { ByteSpan, SpanSpace } from './span.js';

/**
 * `text`: one free text, cut into blocks with halo. `column`: cells of a table. `record`: values with a field path.
 * In the last two, the unit of matching is the value, listed in `values`.
 */
export type SegmentShape = 'text' | 'column' | 'record';

/**
 * Column name, or the names of all elements on a field path from the root, as decoded text. Empty if there is none. What else a value
 * is called (`"name": "DB_PASSWORD"` beside its `"value"`) comes behind them: it is context, and no part of the place.
 */
export interface NameList extends ReadonlyArray<string> {
  /** The names without what else the value is called; undefined where they are all there is. */
  readonly place?: readonly string[];
}

/** The names of a place with what else the value there is called, the name that counts most last. */
export function withAside(place: readonly string[], aside: readonly string[]): NameList {
  return aside.length === 0 ? place : Object.assign([...place, ...aside], { place });
}

/** The names of the place alone. */
export function placeNames(names: NameList): readonly string[] {
  return names.place ?? names;
}

/** The value has escapes and is matched as `decode` gives it, with spans mapped back. */
export const VALUE_ESCAPED = 1;
/** The value goes on from the block before: its start here is not the value's start. */
export const VALUE_CONTINUED = 2;
/** The value goes on in the next block: its end here is not the value's end. */
export const VALUE_CONTINUES = 4;
/** The value is a name itself. A header cell has no names in reach; a JSON key has those of the path above it. */
export const VALUE_IS_NAME = 8;
/** The value holds a character that folds (fold.ts). Set by the engine, which matches such values as they are folded. */
export const VALUE_FOLDS = 16;

/** Most name ids at a time: where an item needs more, `Segment.names` becomes another function, for which ids begin anew. */
export const MOST_NAMES = 131_072;

/** The value stands in a text beside its name: what its column says of it takes nothing away that the text gives. Only in `named`. */
export const VALUE_IS_FIELD = 32;

/** The values of a block in ascending order, as columns of equal length; only the first `count` entries hold. */
export interface ValueTable {
  readonly count: number;
  /** Block offset of the value's first byte (inside its quotes). */
  readonly starts: Uint32Array;
  /** Block offset one past the value's last byte. */
  readonly ends: Uint32Array;
  /**
   * Id for `Segment.names`. Ids are dense, start at 0, stay below `MOST_NAMES` and keep their meaning as long as `names` is the same
   * function. Several may have one place, where values of it are called differently.
   */
  readonly names: Uint32Array;
  /** Bits `VALUE_…`. */
  readonly flags: Uint8Array;
}

/** A piece of an item, ready to be scanned. Valid until the reader is asked for the next one. */
export interface Segment {
  readonly shape: SegmentShape;
  readonly spanSpace: SpanSpace;
  /** Bytes of the block with its halo, `bytes[0, length)` of the block memory. Always valid UTF-8 but for a character cut at either end. */
  readonly length: number;
  /** Offset of `bytes[0]` in the span space; where that is the value, in all values that were read since the item or a range of it could begin. */
  readonly base: number;
  /** Offset of `bytes[0]` in the value, where the block holds a piece of one and spans count in it. Default 0. */
  readonly pieceAt?: number;
  /** Hits that start in `[ownStart, ownEnd)` belong to this block; the rest of it is halo. */
  readonly ownStart: number;
  readonly ownEnd: number;
  /** Whether `bytes[0]` is the beginning of the text, and `bytes[length]` its end (boundaries pass there). */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Present if and only if `shape` is not `text`. Every value starts in the owned range or is a continued one. */
  readonly values?: ValueTable;
  /** Names of an id in `values.names`. The same array instance for the same id; another function where ids have another meaning. */
  names?(id: number): NameList;
  /**
   * Writes the decoded bytes of `values` entry `index` to `target` from `at` and the byte map to `map`:
   * pairs (decoded offset from `at`, raw block offset) in ascending order, the first for decoded offset 0, and one more behind
   * each escape; between two entries both sides advance byte by byte. Invalid escapes are copied as they stand.
   * Decoded text never holds invalid UTF-8.
   */
  decode?(index: number, target: Uint8Array, at: number, map: DecodeMap): number;
  /**
   * Only of a text: values in it that have names, as a segment over the same bytes with the same owned range. Both are examined,
   * and what both find is reported once.
   */
  readonly named?: Segment;
  /** Only of `named`: its values are examined under their names alone, as cells of a table are; else as text, too. */
  readonly isSole?: boolean;
  /** Only of `named`: all values are `VALUE_IS_FIELD`, few and far between, and are better taken out one by one than found among all bytes. */
  readonly isSparse?: boolean;
  /** Place of a block offset for people. Called only for occurrences that are listed, in ascending order of offset within a segment. */
  locate(offset: number, valueIndex: number): Place;
}

/** Span of what lies at `[start, end)` of a segment's block, in value `value` of it. */
export function spanIn(
  { spanSpace, base, pieceAt = 0, values }: Segment,
  { start, end, value }: { readonly start: number; readonly end: number; readonly value: number },
): ByteSpan {
  const shift = spanSpace === 'value' && values !== undefined ? pieceAt - values.starts[value]! : base;
  return { start: shift + start, end: shift + end };
}

/** Byte map of one decoded value; `length` counts pairs. Grown by the decoder through `push`. */
export interface DecodeMap {
  push(decoded: number, raw: number): void;
}

/** Where an occurrence stands, beside its span. `line` and `column` from 1; column in characters. */
export interface Place {
  /** Newlines before the place plus 1, counted from the start of the range that is scanned. */
  readonly line: number;
  readonly column: number;
  readonly location: Location;
}

/**
 * How text can be written as other text: `json` is JSON that is a string or cell itself, `number` an identifier that was stored as a number and
 * lost the zeros in front.
 */
export type Encoding = 'base64' | 'percent' | 'json' | 'number';

/** Structured place; only what the format has. `row` from 1 (a header is row 1), `recordIndex` from 0. */
export interface Location {
  /** Name of the sheet of a workbook. */
  readonly sheet?: string;
  /** A cell's address in its sheet: `B7`. */
  readonly cell?: string;
  readonly row?: number;
  readonly columnName?: string;
  /** Column number from 1. */
  readonly columnIndex?: number;
  readonly jsonPath?: string;
  readonly recordIndex?: number;
  /** Page of a document, from 1. */
  readonly page?: number;
  /** Paragraph of a document, from 1. */
  readonly paragraph?: number;
  /** Part of a document or mail that is not its plain text: `subject`, `annotation`, the name of an attachment. */
  readonly part?: string;
  readonly member?: string;
  /** Row group of a Parquet file, batch of an Arrow file, from 0. */
  readonly rowGroup?: number;
  /** What was decoded to reach the value, from the outside in; present where something was. The other fields name what is encoded. */
  readonly encoding?: readonly Encoding[];
  /** Field path in what was decoded, where that is JSON. */
  readonly innerPath?: string;
}
