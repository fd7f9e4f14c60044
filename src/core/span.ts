/**
 * Units of position. Byte and character offsets are different brands, because RE2 gives bytes on a
 * Buffer and people count characters; mixing them shifts every place after the first non-ASCII letter.
 */

declare const unit: unique symbol;

/** A number of bytes from the start of a span space. */
export type ByteOffset = number & { readonly [unit]?: 'byte' };

/** Half-open range `[start, end)` in bytes. */
export interface ByteSpan {
  readonly start: ByteOffset;
  readonly end: ByteOffset;
}

/**
 * What a span counts in: `item` = bytes as stored; `member` = bytes of the stream after decompression or
 * transcoding to UTF-8; `value` = bytes of the one value that the location names.
 */
export type SpanSpace = 'item' | 'member' | 'value';
