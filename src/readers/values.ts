/**
 * The loop that tables and JSON share: fill a block, let the structure scan list its values, hand them out, keep what is not
 * finished. A block ends behind its last whole value; only a value that fills a block alone is given in pieces, with halo.
 */
import type { Location, NameList, Segment, ValueTable } from '../core/segment.js';
import { VALUE_CONTINUED, VALUE_CONTINUES, VALUE_ESCAPED, VALUE_IS_NAME } from '../core/segment.js';
import type { ByteSource } from '../core/source.js';
import { type Block, blockCapacity, openBlock } from './blocks.js';
import { decodeEscapes, type EscapeStyle, safeCuts } from './escapes.js';
import { trackLines } from './lines.js';
import { charactersBefore, NEWLINE } from './ranges.js';
import type { Structure } from './structure/structure.js';
import type { ReadRequest, Steps } from './types.js';

/** The value that a scan could not finish. */
export interface CutValue {
  /** Whether its first byte is behind the offset at which the scan must start again (a quote). */
  readonly quoted: boolean;
  readonly escaped: boolean;
  readonly isName: boolean;
  readonly name: number;
  /** Whether it may hold escapes, which must not be cut. */
  readonly escapes: boolean;
}

/** One kind of structure. Addresses are those of the WebAssembly memory. */
export interface Scanner {
  readonly shape: 'column' | 'record';
  readonly escapes: EscapeStyle;
  /** Scans [at, to); returns where the next scan must start. */
  scan(at: number, to: number, final: boolean, pieceAt: number): number;
  /** The value at which the last scan stopped. */
  cut(): CutValue;
  /** Takes the first piece of a value that is given in pieces. */
  beginLong(start: number, end: number, cut: CutValue): void;
  /** Makes the next scan begin inside that value, at `to`; the last one began at `from`, as in `scan`. */
  enter(from: number, to: number, pieceAt: number): void;
  save(copy: number): void;
  restore(copy: number): void;
  /** Another function where ids mean something else than before. */
  readonly names: (id: number) => NameList;
  /** To be called before a block: gives ids a new meaning where too few are left for one. */
  makeRoom?(): void;
  /** Where values before say what others are called: gives those of a block their names. `[from, to)` is what it owns. */
  callValues?(values: ValueTable, from: number, to: number): void;
  /** Place of the value at which the last scan stopped. */
  location(): Location;
  records(): number;
  degraded(): number;
  /** Of formats in which a quote that nothing closes is to be taken for a character like others: whether the scan stopped in a quoted value. */
  isQuoted?(): boolean;
  /** Address of a value that a quote opened and nothing closed up to the end, which the last scan reached; else 0. */
  openQuote?(): number;
  /** Goes back to the state `BEFORE`, in which the quote at that address is now such a character. */
  takePlain?(quoteAt: number): void;
}

const QUOTE = 0x22;
/** Bytes that are read at a time to find out whether a quote is ever closed. */
const PROBE_BYTES = 64 * 1024;

/** Bytes behind a quote that settle what it means. */
const LOOK_AHEAD = 2;

/** State of a scan before a block and behind it, for places that are looked up in between. */
export const BEFORE = 1;
const BEHIND = 2;

/** Reads `[start, end)` of the source as values. @throws ItemProblem */
export function* readValues(
  request: ReadRequest,
  range: { readonly start: number; readonly end: number },
  parts: { readonly structure: Structure; readonly scanner: Scanner; readonly newline?: number },
): Steps {
  const { source, memory, halo, counts } = request;
  const { structure, scanner, newline = NEWLINE } = parts;
  const at = memory.blockAt;
  const capacity = blockCapacity(request);
  const block = openBlock({ source, memory, capacity, ...range });
  const lines = trackLines(memory, structure, {
    newline,
    charactersBefore: () => (range.start > 0 ? charactersBefore(source, range.start, newline) : 0),
  });
  const spanSpace = source.storedBytes === undefined ? 'item' : 'member';
  let from = 0;
  let inside = false;
  let owned = 0;

  const settle = (to: number): void => {
    lines.count(to);
    owned += to - from;
    counts.bytesDecoded = owned;
    counts.bytesExamined = source.storedBytes ?? owned;
    counts.newlines = lines.newlines;
    counts.records = scanner.records();
    counts.degraded = scanner.degraded();
  };

  try {
    const filling = block.fill();
    if (filling) yield filling;
    owned = block.base - range.start;
    for (;;) {
      lines.moveTo(from);
      if (!inside) scanner.makeRoom?.();
      scanner.save(BEFORE);
      const scan = (): number => scanner.scan(at + from, at + block.length, block.ended, at) - at;
      let resume = scan();
      const quoteAt = unclosedQuote({ source, block, at, scanner, resume, isLong: resume <= from && !inside });
      if (quoteAt !== undefined) {
        scanner.takePlain!(at + quoteAt);
        resume = scan();
      }
      const isStuck = resume <= from && resume < block.length;
      if (isStuck) {
        const piece = takePiece({ block, scanner, from, resume, inside, halo });
        structure.starts[0] = piece.start;
        structure.ends[0] = piece.end;
        structure.names[0] = piece.cut.name;
        structure.flags[0] = piece.flags;
        const places = locator({ request, block, structure, scanner, lines, from, count: 1 });
        yield segment({ block, structure, scanner, places, spanSpace, from, to: piece.ownEnd, length: piece.end, count: 1 });
        places.end();
        settle(piece.ownEnd);
        scanner.enter(at + from, at + Math.min(piece.ownEnd + LOOK_AHEAD, block.length), at);
        inside = true;
        block.drop(piece.next);
        from = piece.ownEnd - piece.next;
      } else {
        const count = structure.wasm.count.value;
        if (count > 0) {
          const places = locator({ request, block, structure, scanner, lines, from, count });
          yield segment({ block, structure, scanner, places, spanSpace, from, to: resume, length: resume, count });
          places.end();
        } else scanner.callValues?.({ ...structure, count }, from, resume);
        settle(resume);
        if (block.ended && resume >= block.length) break;
        inside = false;
        block.drop(resume);
        from = 0;
      }
      const refilling = block.fill();
      if (refilling) yield refilling;
    }
    counts.bytesExamined = source.storedBytes ?? owned;
    block.finish();
  } finally {
    const closing = block.close();
    if (closing) yield closing;
  }
}

interface Stop {
  readonly source: ByteSource;
  readonly block: Block;
  /** Address of the block. */
  readonly at: number;
  readonly scanner: Scanner;
  /** Where the scan stopped. */
  readonly resume: number;
  /** That is the start of a value which does not fit the block. */
  readonly isLong: boolean;
}

/** Offset in the block of a quote that opens a value and that nothing closes, as far as the source can tell; it cannot where it is a stream. */
function unclosedQuote({ source, block, at, scanner, resume, isLong }: Stop): number | undefined {
  if (block.ended && resume >= block.length) {
    const address = scanner.openQuote?.() ?? 0;
    return address === 0 ? undefined : address - at;
  }
  if (!isLong || resume >= block.length || !scanner.isQuoted?.() || source.readAt === undefined) return undefined;
  return isClosed(source, block.base + resume + 1) ? undefined : resume;
}

/** Whether a quote stands at or behind `position` that is no pair. */
function isClosed(source: ByteSource, position: number): boolean {
  const bytes = Buffer.allocUnsafe(PROBE_BYTES);
  for (let at = position; ; ) {
    const piece = bytes.subarray(0, source.readAt!(bytes, at));
    if (piece.length === 0) return false;
    let found = piece.indexOf(QUOTE);
    while (found >= 0 && piece[found + 1] === QUOTE) found = piece.indexOf(QUOTE, found + 2);
    if (found < 0) at += piece.length;
    // The last byte of a piece may be the first of a pair: it is looked at again, as the first of the next piece.
    else if (found < piece.length - 1 || found === 0) return true;
    else at += found;
  }
}

interface PieceRequest {
  readonly block: Block;
  readonly scanner: Scanner;
  readonly from: number;
  readonly resume: number;
  readonly inside: boolean;
  readonly halo: { readonly left: number; readonly right: number };
}

/** Cuts a value that is longer than the block: its owned part ends a right halo before the block does. */
function takePiece({ block, scanner, from, resume, inside, halo }: PieceRequest) {
  const cut = scanner.cut();
  const start = inside ? 0 : resume + (cut.quoted ? 1 : 0);
  const { length } = block;
  const style = cut.escapes ? scanner.escapes : undefined;
  const safeFrom = inside ? 0 : start;
  const [next, ownEnd, end] = safeCuts(style, block.bytes, safeFrom, length, [
    Math.max(start, length - halo.right - halo.left),
    length - halo.right,
    length,
  ]) as [number, number, number];
  if (!inside) scanner.beginLong(start, end, cut);
  const flags =
    VALUE_CONTINUES | (inside ? VALUE_CONTINUED : 0) | (cut.escaped ? VALUE_ESCAPED : 0) | (cut.isName ? VALUE_IS_NAME : 0);
  // The next block begins with the halo; what of it was owned before is never owned again.
  return { cut, start, end, ownEnd: Math.max(ownEnd, from), next, flags };
}

interface SegmentParts {
  readonly block: Block;
  readonly structure: Structure;
  readonly scanner: Scanner;
  readonly places: Places;
  readonly spanSpace: Segment['spanSpace'];
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly count: number;
}

function segment({ block, structure, scanner, places, spanSpace, from, to, length, count }: SegmentParts): Segment {
  const { starts, ends, names, flags } = structure;
  const values: ValueTable = { count, starts, ends, names, flags };
  scanner.callValues?.(values, from, to);
  return {
    shape: scanner.shape,
    spanSpace,
    length,
    base: block.base,
    ownStart: from,
    ownEnd: to,
    isFirst: block.base === 0,
    isLast: block.ended && to === block.length,
    values,
    names: scanner.names,
    decode: (index, target, at, map) =>
      decodeEscapes(scanner.escapes, { bytes: block.bytes, start: starts[index]!, end: ends[index]!, target, at }, map),
    locate: places.locate,
  };
}

interface Places {
  locate: Segment['locate'];
  /** Puts the scan back behind the block. */
  end(): void;
}

interface LocatorParts {
  readonly request: ReadRequest;
  readonly block: Block;
  readonly structure: Structure;
  readonly scanner: Scanner;
  readonly lines: ReturnType<typeof trackLines>;
  readonly from: number;
  readonly count: number;
}

/**
 * Looks places up by scanning again, quietly, from the block's beginning up to the value's end: row, column and path are then
 * what the scan stands in. Goes on from the last place, since they come in ascending order.
 */
function locator({ request, structure, scanner, lines, from }: LocatorParts): Places {
  const at = request.memory.blockAt;
  let isMoved = false;
  let reached = from;
  let lastValue = -1;
  let location: Location = {};

  const find = (valueIndex: number): Location => {
    const end = structure.ends[valueIndex]!;
    structure.wasm.setQuiet(1);
    if (!isMoved) scanner.save(BEHIND);
    if (!isMoved || end <= reached) {
      scanner.restore(BEFORE);
      reached = from;
    }
    isMoved = true;
    const resume = scanner.scan(at + reached, at + end, false, at) - at;
    const found = scanner.location();
    if (resume < from) {
      // The value goes on from the block before: the scan has to begin inside it again.
      scanner.restore(BEFORE);
      reached = from;
    } else {
      reached = resume;
    }
    structure.wasm.setQuiet(0);
    return found;
  };

  return {
    locate(offset, valueIndex) {
      if (valueIndex !== lastValue) {
        location = find(valueIndex);
        lastValue = valueIndex;
      }
      return { ...lines.place(offset), location };
    },
    end() {
      if (isMoved) scanner.restore(BEHIND);
    },
  };
}
