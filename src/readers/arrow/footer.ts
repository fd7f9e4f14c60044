/**
 * What the end of an Arrow file says: its schema, and where its dictionaries are. It is asked where a batch comes without them: apache-arrow of
 * JavaScript writes the schema nowhere else, and polars writes dictionaries behind all batches. Nothing of it is trusted.
 */
import { memorySource } from '../../core/memory-source.js';
import { ItemProblem } from '../../core/problem.js';
import type { ByteSource } from '../../core/source.js';
import { attempt } from '../attempt.js';
import { awaited } from '../awaited.js';
import { Forward } from '../forward.js';
import { partsOf, type ReadPart, readPart } from '../parts.js';
import { type PositionalSource, positional } from '../positional.js';
import type { Arrow } from './library.js';
import { type ArrowMessage, FILE_HEAD_BYTES, FILE_MAGIC, MOST_BODY_BYTES, MOST_METADATA_BYTES, readMessage } from './messages.js';
import { type FooterParts, footerParts } from './metadata.js';

/** Length of the footer and magic number, of six bytes. */
const TRAILER_BYTES = 10;
/** Read at once from the end: most footers are shorter. */
const TAIL_BYTES = 16 * 1024;

/** What of a file can be read by its place: all of it, or what was put aside of a stream. */
interface Placed {
  readonly read: ReadPart;
  readonly start: number;
  readonly end: number;
}

export class FileEnd {
  readonly #source: ByteSource;
  #aside: PositionalSource | undefined;
  #placed: Placed | undefined;
  #parts: FooterParts | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * Makes the footer readable. What can only be streamed is put aside from `message` on, which was taken last and began at `start`.
   * @returns what to read on from: where that is not `forward`, from the message's beginning
   * @throws ItemProblem `malformed` where there is no footer or it is damaged, `limit`, and what the stream throws
   */
  *open(forward: Forward, message: ArrowMessage | 'end', start: number): Generator<Promise<void>, Forward, void> {
    if (this.#parts !== undefined) return forward;
    const { byteLength, readAt, slice } = this.#source;
    let next = forward;
    if (byteLength !== undefined && (readAt !== undefined || slice !== undefined)) {
      this.#placed = { read: partsOf(this.#source), start: 0, end: byteLength };
    } else {
      const aside = yield* awaited(positional(restOf(forward, message)));
      this.#aside = aside;
      const read = partsOf(aside);
      this.#placed = { read: (from, to) => read(from - start, to - start), start, end: start + aside.byteLength };
      next = new Forward({ stream: () => aside.stream(), close() {} });
      next.position = start;
    }
    this.#parts = yield* readFooter(this.#placed);
    return next;
  }

  /** As a message without body. To be called after `open`. */
  get schema(): ArrowMessage {
    return { kind: 'schema', bytes: [this.#parts!.schema], batch: undefined, dictionary: undefined, bodyLength: 0 };
  }

  /** The dictionaries that begin behind `position`, which is not before the `start` of `open`. @throws ItemProblem `malformed`, `limit` */
  *dictionaries(arrow: Arrow, position: number): Generator<Promise<void>, ArrowMessage[], void> {
    const { read, end } = this.#placed!;
    const messages: ArrowMessage[] = [];
    const blocks = this.#parts!.dictionaries.filter(({ offset }) => offset > position);
    // More of them than fit in the file share their bytes, which would let a small file ask for any amount of memory.
    const isInside = blocks.every((block) => block.metadataBytes >= 0 && block.bodyBytes >= 0);
    const total = blocks.reduce((sum, { metadataBytes, bodyBytes }) => sum + metadataBytes + bodyBytes, 0);
    if (!(isInside && total <= end - position)) throw new ItemProblem('malformed', 'the footer is damaged');
    if (total > MOST_BODY_BYTES) throw tooLongDictionaries();
    for (const { offset, metadataBytes, bodyBytes } of blocks) {
      const to = offset + metadataBytes + bodyBytes;
      if (to > end) throw new ItemProblem('malformed', 'the footer is damaged');
      const block = new Forward(memorySource(yield* readPart(read, offset, to)));
      const message = yield* readMessage(arrow, block, false);
      if (message instanceof ItemProblem) throw message;
      if (message === 'end' || message.kind !== 'dictionary') throw new ItemProblem('malformed', 'the footer is damaged');
      messages.push(message);
    }
    return messages;
  }

  close(): void {
    this.#aside?.close();
  }
}

export function tooLongDictionaries(): ItemProblem {
  return new ItemProblem('limit', 'dictionaries of more than 256 MiB are not read');
}

/** What was not read yet of a source, and the message that was read last. */
function restOf(forward: Forward, message: ArrowMessage | 'end'): ByteSource {
  return {
    async *stream() {
      if (message !== 'end') yield* message.bytes;
      for (;;) {
        await forward.fill(1);
        if (forward.ready === 0) break;
        yield forward.take(forward.ready);
      }
      forward.finish();
    },
    close() {},
  };
}

function* readFooter({ read, start, end }: Placed): Generator<Promise<void>, FooterParts, void> {
  let bytes = yield* readPart(read, Math.max(start, end - TAIL_BYTES), end);
  const trailer = Buffer.from(bytes.subarray(-TRAILER_BYTES));
  if (trailer.length < TRAILER_BYTES || trailer.toString('latin1', 4) !== FILE_MAGIC)
    throw new ItemProblem(
      'malformed',
      'has no footer, where its schema or dictionaries are found: it is cut off or was not finished',
    );
  const length = trailer.readInt32LE(0);
  const from = end - TRAILER_BYTES - length;
  if (length < 0 || from < Math.max(start, FILE_HEAD_BYTES)) throw new ItemProblem('malformed', 'the footer is damaged');
  if (length > MOST_METADATA_BYTES) throw new ItemProblem('limit', 'a footer of more than 16 MiB is not read');
  if (length + TRAILER_BYTES > bytes.length) bytes = yield* readPart(read, from, end);
  const footer = bytes.subarray(bytes.length - TRAILER_BYTES - length, bytes.length - TRAILER_BYTES);
  return attempt('the footer is damaged', () => footerParts(footer));
}
