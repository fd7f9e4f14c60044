/**
 * Documents as free text: the reader of a format gives pieces of text, each with its place (a page, a paragraph, a part of a mail).
 * They are joined to one stream, which the reader of text cuts into blocks; it knows nothing of any format.
 */
import type { Location, Segment } from '../core/segment.js';
import type { ByteSource } from '../core/source.js';
import { readText } from './plain-text.js';
import type { ReadRequest, Steps } from './types.js';

/** Text of a document that has one place. What must be matched as a whole (a paragraph, a line) is one piece. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
  /** The next piece goes on with it: no newline stands between them. */
  readonly continues?: true;
}

/** A document being read. */
export interface DocumentPieces {
  /** In the order of the document; what it throws is thrown behind what it gave before. */
  readonly pieces: AsyncIterable<Piece> | Iterable<Piece>;
  /** Stored bytes that are done with; all of them when there are no more pieces. */
  storedBytes(): number;
}

/** UTF-16 units that are turned into bytes at a time. */
const SLICE_UNITS = 64 * 1024;
/** Short pieces are handed on together. */
const CHUNK_BYTES = 64 * 1024;
const NEWLINE = '\n';

/**
 * Reads pieces as one text with a newline behind each, so that no value reaches from one into the next. Spans count in its UTF-8,
 * lines in what is read; empty pieces are passed over.
 * @throws what `pieces` throws, when everything before it was read
 */
export function* readPieces(request: ReadRequest, document: DocumentPieces): Steps {
  const places = new PiecePlaces();
  const format = { kind: 'text', encoding: 'utf-8', fields: 'beside' } as const;
  const { memory, halo, blockBytes, fieldNames, counts } = request;
  const source = sourceOf(document, places);
  const given = { ...(blockBytes !== undefined && { blockBytes }), ...(fieldNames !== undefined && { fieldNames }) };
  const steps = readText({ source, format, memory, halo, counts, ...given });
  let isDone = false;
  try {
    for (let step = steps.next(); !step.done; step = steps.next()) {
      yield step.value instanceof Promise ? step.value : located(step.value, places);
    }
    isDone = true;
  } finally {
    // Left early, the reader of text has its source to close.
    if (!isDone) {
      for (let step = steps.return(); !step.done; step = steps.next()) yield step.value;
    }
  }
}

/** The segment with the places of the pieces in it. */
function located(segment: Segment, places: PiecePlaces): Segment {
  places.forgetBefore(segment.base);
  return { ...placed(segment, places), ...(segment.named !== undefined && { named: placed(segment.named, places) }) };
}

function placed(segment: Segment, places: PiecePlaces): Segment {
  const { locate, base } = segment;
  return {
    ...segment,
    locate(offset, value) {
      const place = locate(offset, value);
      return { ...place, location: { ...places.at(base + offset), ...place.location } };
    },
  };
}

/** Where pieces begin in the stream: of those only that may still be asked for. */
class PiecePlaces {
  #starts: number[] = [];
  #locations: Location[] = [];

  add(start: number, location: Location): void {
    this.#starts.push(start);
    this.#locations.push(location);
  }

  at(offset: number): Location {
    return this.#locations[this.#indexAt(offset)] ?? {};
  }

  /** Keeps the piece in which the offset lies. */
  forgetBefore(offset: number): void {
    const index = this.#indexAt(offset);
    if (index <= 0) return;
    this.#starts = this.#starts.slice(index);
    this.#locations = this.#locations.slice(index);
  }

  /** Of the last piece that begins at or before the offset; -1 before the first. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function sourceOf(document: DocumentPieces, places: PiecePlaces): ByteSource {
  return {
    get storedBytes() {
      return document.storedBytes();
    },
    async *stream() {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      let filled = 0;
      let given = 0;
      let failure: { readonly error: unknown } | undefined;
      const parts = partsOf(document.pieces, (location) => places.add(given + filled, location));
      try {
        for await (const bytes of parts) {
          if (filled + bytes.length > CHUNK_BYTES) {
            given += filled;
            yield chunk.subarray(0, filled);
            filled = 0;
          }
          if (bytes.length > CHUNK_BYTES) {
            given += bytes.length;
            yield bytes;
          } else {
            bytes.copy(chunk, filled);
            filled += bytes.length;
          }
        }
      } catch (error) {
        // What is in the chunk came before.
        failure = { error };
      }
      if (filled > 0) yield chunk.subarray(0, filled);
      if (failure) throw failure.error;
    },
    close: () => undefined,
  };
}

/** The bytes of all pieces. @param begin told the place of a piece before its bytes are given */
async function* partsOf(
  pieces: DocumentPieces['pieces'],
  begin: (location: Location) => void,
): AsyncGenerator<Buffer, void, void> {
  let isOpen = false;
  for await (const { text, location, continues } of pieces) {
    const ending = continues || (text === '' && !isOpen) ? '' : NEWLINE;
    isOpen = continues === true && (isOpen || text !== '');
    if (text === '' && ending === '') continue;
    let isFirst = true;
    for (const slice of slicesOf(`${text}${ending}`)) {
      const bytes = Buffer.from(slice, 'utf8');
      if (isFirst) begin(location);
      isFirst = false;
      yield bytes;
    }
  }
}

/** A text in slices that cut no surrogate pair. */
function* slicesOf(text: string): Generator<string, void, void> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + SLICE_UNITS);
    if (to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to++;
    yield text.slice(from, to);
    from = to;
  }
}
