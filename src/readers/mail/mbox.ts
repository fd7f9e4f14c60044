/** Takes the messages out of a mailbox file (RFC 4155) one after the other, so that only one of them is in memory. */
import type { ByteSource } from '../../core/source.js';
import { isSeparator } from '../detect-mail.js';

/** Longest line that is looked at to tell whether it separates messages. */
const LONGEST_SEPARATOR = 1024;
/** Bytes that are looked at again with the next chunk: such a line, and the empty one before it. */
const REST_BYTES: number = LONGEST_SEPARATOR + 4;
const SEPARATOR = Buffer.from('\nFrom ', 'latin1');
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A message as it is stored, without what the mailbox added. */
export interface StoredMessage {
  readonly bytes: Buffer;
  /** The line before it, with sender and time; empty for a message that is no part of a mailbox. */
  readonly envelope: string;
  /** There is more of it than may be held. */
  readonly isCut: boolean;
  /** Bytes of the source up to its end. */
  readonly end: number;
}

/** The source as one message. @param limit as for `messagesOf` */
export async function* oneMessage(source: ByteSource, limit: number): AsyncGenerator<StoredMessage, void, void> {
  const message = new Held(limit);
  let consumed = 0;
  for await (const chunk of source.stream()) {
    message.add(chunk);
    consumed += chunk.length;
  }
  yield { ...message.taken(consumed), envelope: '' };
}

/** @param limit most bytes of one message that are held; what goes beyond is passed over */
export async function* messagesOf(source: ByteSource, limit: number): AsyncGenerator<StoredMessage, void, void> {
  let message = new Held(limit);
  /** Bytes that may hold the beginning of a separator. */
  let rest = Buffer.alloc(0);
  let consumed = 0;
  for await (const chunk of source.stream()) {
    const data = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = data.indexOf(SEPARATOR); at >= 0; at = data.indexOf(SEPARATOR, at + 1)) {
      if (!isBehindEmptyLine(data, at) || !isSeparator(lineAt(data, at + 1))) continue;
      // Cut by the end of the chunk: it is looked at again with the next one.
      if (data.indexOf(NEWLINE, at + 1) < 0) continue;
      message.add(data.subarray(from, at + 1));
      consumed += at + 1 - from;
      yield message.taken(consumed);
      message = new Held(limit);
      from = at + 1;
    }
    const kept = Math.max(from, data.length - REST_BYTES);
    message.add(data.subarray(from, kept));
    consumed += kept - from;
    rest = Buffer.from(data.subarray(kept));
  }
  message.add(rest);
  consumed += rest.length;
  if (!message.isEmpty) yield message.taken(consumed);
}

function isBehindEmptyLine(data: Buffer, newline: number): boolean {
  const before = data[newline - 1] === RETURN ? newline - 2 : newline - 1;
  return data[before] === NEWLINE;
}

function lineAt(data: Buffer, start: number): string {
  const end = data.indexOf(NEWLINE, start);
  const to = end < 0 ? data.length : end;
  return to - start > LONGEST_SEPARATOR ? '' : data.toString('latin1', start, to);
}

/** A message while it is gathered. */
class Held {
  readonly #limit: number;
  readonly #pieces: Buffer[] = [];
  #length = 0;
  #isCut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(piece: Uint8Array): void {
    const room = this.#limit - this.#length;
    if (piece.length > room) this.#isCut = true;
    if (room <= 0) return;
    // A source may use its buffer again.
    const held = Buffer.from(piece.subarray(0, room));
    this.#pieces.push(held);
    this.#length += held.length;
  }

  taken(end: number): StoredMessage {
    const all = Buffer.concat(this.#pieces);
    this.#pieces.length = 0;
    const first = lineAt(all, 0);
    if (!isSeparator(first)) return { bytes: all, envelope: '', isCut: this.#isCut, end };
    const bytes = unquoted(all.subarray(first.length + 1));
    return { bytes, envelope: first.trimEnd(), isCut: this.#isCut, end };
  }
}

/** Lines of the text that began with `From ` got a `>` in front. */
function unquoted(bytes: Buffer): Buffer {
  if (!bytes.includes('>From ')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}
