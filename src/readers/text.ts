/** Blocks of text: whole characters, with halo on both sides. A range owns the characters whose first byte lies in it. */
import type { TextEncoding } from '../core/format.js';
import type { Segment } from '../core/segment.js';
import { blockCapacity, openBlock } from './blocks.js';
import { trackLines } from './lines.js';
import { charactersBefore, NEWLINE } from './ranges.js';
import { openStructure } from './structure/structure.js';
import { decoded } from './transcode.js';
import type { ReadRequest, Steps } from './types.js';
import { characterStart, characterStartBefore } from './utf8.js';

/** Longest character in UTF-8. */
const CHARACTER_BYTES = 4;

/** The blocks of a text. @param complete adds what is known of a block beside its text */
export function* textSegments(
  request: ReadRequest,
  { encoding, newline = NEWLINE }: { readonly encoding: TextEncoding; readonly newline?: number },
  complete: (segment: Segment) => Segment,
): Steps {
  const { memory, halo, counts } = request;
  const source = decoded(request.source, encoding).bytes;
  const start = request.range?.start ?? 0;
  const end = request.range?.end ?? Number.POSITIVE_INFINITY;
  const readStart = Math.max(0, start - halo.left - CHARACTER_BYTES);
  const capacity = blockCapacity(request);
  const block = openBlock({ source, memory, capacity, start: readStart, end: end + halo.right + CHARACTER_BYTES });
  const lines = trackLines(memory, openStructure(memory), {
    newline,
    charactersBefore: () => (start > 0 ? charactersBefore(source, start, newline) : 0),
  });
  const spanSpace = source.storedBytes === undefined ? 'item' : 'member';
  let isFirst = readStart === 0;
  let owned = 0;

  try {
    const filling = block.fill();
    if (filling) yield filling;
    if (!isFirst) block.drop(characterStart(block.bytes, 0, block.length));
    let from = characterStart(block.bytes, Math.min(Math.max(0, start - block.base), block.length), block.length);
    if (start === 0) owned = block.base;
    for (;;) {
      const limit = end - block.base;
      const isLastBlock = block.ended || block.length - halo.right >= limit;
      const wanted = Math.min(block.ended ? block.length : block.length - halo.right, limit);
      const to = ownedEnd(block.bytes, { from, wanted, limit, length: block.length });
      lines.moveTo(from);
      if (to > from) {
        yield complete({
          shape: 'text',
          spanSpace,
          length: block.length,
          base: block.base,
          ownStart: from,
          ownEnd: to,
          isFirst,
          isLast: block.atEnd,
          locate: (offset) => ({ ...lines.place(offset), location: {} }),
        });
        lines.count(to);
        owned += to - from;
      }
      counts.bytesDecoded = owned;
      counts.bytesExamined = source.storedBytes ?? owned;
      counts.newlines = lines.newlines;
      if (isLastBlock) break;
      const next = characterStartBefore(block.bytes, 0, Math.max(0, to - halo.left));
      isFirst &&= next === 0;
      block.drop(next);
      from = to - next;
      const refilling = block.fill();
      if (refilling) yield refilling;
    }
    block.finish();
  } finally {
    const closing = block.close();
    if (closing) yield closing;
  }
}

interface Owned {
  readonly from: number;
  readonly wanted: number;
  readonly limit: number;
  readonly length: number;
}

/** Where the owned part ends: a character that the end of the range cuts is owned, one that the end of the block cuts is not. */
function ownedEnd(bytes: Uint8Array, { from, wanted, limit, length }: Owned): number {
  if (wanted >= length) return length;
  return wanted === limit ? characterStart(bytes, wanted, length) : characterStartBefore(bytes, from, wanted);
}
