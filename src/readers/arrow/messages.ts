/** The messages of Arrow's streams and files: schema, dictionaries and record batches, taken whole from front to back. */
import { ItemProblem } from '../../core/problem.js';
import { attempt } from '../attempt.js';
import type { Forward } from '../forward.js';
import type { Arrow } from './library.js';
import { checkMetadata } from './metadata.js';

export const FILE_MAGIC = 'ARROW1';
/** The magic number, filled up to eight bytes. */
export const FILE_HEAD_BYTES = 8;
/** Mark and length before each message; older writers have no mark. */
const PREFIX_BYTES = 8;
const CONTINUED = -1;
export const MOST_METADATA_BYTES = 16 * 1024 * 1024;
/** No message is as short: offset, table and its fields take more. */
const LEAST_METADATA_BYTES = 32;
/** A batch is held as a whole. pyarrow writes 64 Ki rows; what is longer than this was one table in memory. */
export const MOST_BODY_BYTES = 256 * 1024 * 1024;

export interface ArrowMessage {
  readonly kind: 'schema' | 'dictionary' | 'batch' | 'other';
  /** As it stands in the stream, with its body. */
  readonly bytes: readonly Uint8Array[];
  readonly bodyLength: number;
  readonly batch: BatchHeader | undefined;
  readonly dictionary: DictionaryHeader | undefined;
}

/** Which dictionary it is, and whether its entries come behind those that there are. */
export interface DictionaryHeader {
  readonly id: number;
  readonly isDelta: boolean;
}

/** What a batch says of itself; in numbers that the library takes as they are. */
export interface BatchHeader {
  readonly length: number;
  readonly nodes: readonly { readonly length: number }[];
  readonly buffers: readonly { readonly offset: number; readonly length: number }[];
}

/**
 * The next message, whole; what is wrong with it, where it cannot be had; `end` where the stream says so.
 * @param isFirst of a file, in which it may stand without mark and length
 */
export function* readMessage(
  arrow: Arrow,
  forward: Forward,
  isFirst: boolean,
): Generator<Promise<void>, ArrowMessage | ItemProblem | 'end', void> {
  const filling = forward.fill(PREFIX_BYTES);
  if (filling) yield filling;
  if (forward.ready < 4) {
    forward.finish();
    return new ItemProblem('malformed', 'ends before its end was written');
  }
  const first = int32(forward.peek(), 0);
  const isMarked = first === CONTINUED;
  const length = isMarked ? int32(forward.peek(), 4) : first;
  if (length === 0) return 'end';
  if (length < 0 || length > MOST_METADATA_BYTES) return new ItemProblem('malformed', 'a message is damaged');
  const isBare = isFirst && !isMarked && length < LEAST_METADATA_BYTES;
  const prefix = isMarked || isBare ? PREFIX_BYTES : 4;
  const head = isBare ? yield* bareMessage(forward) : yield* taken(forward, prefix + length);
  if (head === undefined) return new ItemProblem('malformed', 'ends inside a message');
  let message: Pick<ArrowMessage, 'kind' | 'bodyLength' | 'batch' | 'dictionary'>;
  try {
    message = attempt('a message is damaged', () => {
      const metadata = head.subarray(prefix);
      checkMetadata(metadata);
      const decoded = arrow.Message.decode(metadata);
      const { bodyLength, headerType } = decoded;
      const isDictionary = decoded.isDictionaryBatch();
      const header = isDictionary || decoded.isRecordBatch() ? decoded.header() : undefined;
      return {
        kind: kindOf(arrow, headerType),
        bodyLength,
        batch: header as BatchHeader | undefined,
        dictionary: isDictionary ? (header as unknown as DictionaryHeader) : undefined,
      };
    });
  } catch (error) {
    if (error instanceof ItemProblem) return error;
    throw error;
  }
  const { bodyLength } = message;
  if (!(bodyLength >= 0)) return new ItemProblem('malformed', 'a message is damaged');
  if (bodyLength > MOST_BODY_BYTES) {
    yield* skip(forward, bodyLength);
    return new ItemProblem('limit', 'a record batch of more than 256 MiB is not read');
  }
  const body = forward.fill(bodyLength);
  if (body) yield body;
  if (forward.ready < bodyLength) return new ItemProblem('malformed', 'ends inside a record batch');
  return { ...message, bytes: [head, forward.take(bodyLength)] };
}

function* taken(forward: Forward, length: number): Generator<Promise<void>, Uint8Array | undefined, void> {
  const filling = forward.fill(length);
  if (filling) yield filling;
  return forward.ready < length ? undefined : forward.take(length);
}

/**
 * The schema of a file as polars writes it: without mark and length, since readers of files find it in the footer too. It ends where the
 * mark of the next message stands. Given with mark and length, as streams have it.
 */
function* bareMessage(forward: Forward): Generator<Promise<void>, Uint8Array | undefined, void> {
  let at = 0;
  for (let wanted = 4096; wanted <= MOST_METADATA_BYTES; wanted *= 2) {
    const filling = forward.fill(wanted);
    if (filling) yield filling;
    const bytes = forward.peek();
    // Messages begin at multiples of eight bytes.
    for (; at + PREFIX_BYTES <= bytes.length; at += 8) {
      const next = int32(bytes, at + 4);
      if (int32(bytes, at) !== CONTINUED || next < 0 || next > MOST_METADATA_BYTES) continue;
      const prefix = Buffer.alloc(PREFIX_BYTES);
      prefix.writeInt32LE(CONTINUED, 0);
      prefix.writeInt32LE(at, 4);
      return Buffer.concat([prefix, forward.take(at)]);
    }
    if (bytes.length < wanted) return undefined;
  }
  return undefined;
}

function kindOf({ MessageHeader }: Arrow, header: number): ArrowMessage['kind'] {
  if (header === MessageHeader.Schema) return 'schema';
  if (header === MessageHeader.DictionaryBatch) return 'dictionary';
  return header === MessageHeader.RecordBatch ? 'batch' : 'other';
}

/** Passes over bytes, fewer where the source ends. */
function* skip(forward: Forward, length: number): Generator<Promise<void>, void, void> {
  for (let left = length; left > 0; ) {
    const filling = forward.fill(1);
    if (filling) yield filling;
    if (forward.ready === 0) return;
    left -= forward.take(Math.min(left, forward.ready)).length;
  }
}

/** Goes to the end. @returns the last `length` bytes of what was left, fewer where there were not as many */
export function* skipToEnd(forward: Forward, length: number): Generator<Promise<void>, Uint8Array, void> {
  for (;;) {
    const filling = forward.fill(length + 1);
    if (filling) yield filling;
    if (forward.ready <= length) return forward.take(forward.ready);
    forward.take(forward.ready - length);
  }
}

function int32(bytes: Uint8Array, at: number): number {
  return at + 4 > bytes.length ? CONTINUED : new DataView(bytes.buffer, bytes.byteOffset).getInt32(at, true);
}
