/**
 * Reads objects of S3: the version that was listed and no other, from start to end, also over connections that break. A
 * request takes longer than most objects, so those of the next few are begun while one is examined.
 */
import { timers } from '../core/builtin.js';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import type { S3Body, S3Connection, S3Counts } from './s3-client.js';
import { ARCHIVED } from './s3-error.js';

/** Connections that may break one after the other without a new byte. */
const MOST_BREAKS = 4;
/** Pause in ms before the first of them is followed by another; each further one is twice as long. */
const PAUSE_MS = 50;

/** The objects that one thread examines. */
export class S3Objects {
  readonly #connection: S3Connection;
  /** Requests begun ahead, and not yet opened. */
  readonly #begun = new Map<ItemRef, Promise<S3Body>>();

  constructor(connection: S3Connection) {
    this.#connection = connection;
  }

  get counts(): Readonly<S3Counts> {
    return this.#connection.counts;
  }

  /** Asks for an object that will be opened soon. Of its content only what fits the connection's buffers comes. */
  begin(item: ItemRef): void {
    if (!isFetched(item) || this.#begun.has(item)) return;
    const body = this.#get(item, 0);
    // Whoever opens the item will be told.
    body.catch(() => undefined);
    this.#begun.set(item, body);
  }

  /** @throws ItemProblem where it is known that it cannot be read */
  open(item: ItemRef): ByteSource {
    if (item.isArchived) throw new ItemProblem('unreadable', ARCHIVED);
    const begun = this.#begun.get(item);
    this.#begun.delete(item);
    return new S3Source(item.byteLength ?? 0, begun, (start, end) => this.#get(item, start, end));
  }

  /** Gives up what was begun and not opened. */
  leave(): void {
    for (const body of this.#begun.values()) leaveBody(body);
    this.#begun.clear();
  }

  /** Ends all that is under way; what follows is answered with a problem `limit`. */
  stop(): void {
    this.#connection.stop();
  }

  #get(item: ItemRef, start: number, end?: number): Promise<S3Body> {
    const slash = item.locator.indexOf('/');
    const bucket = item.locator.slice(0, slash);
    return this.#connection.getObject({ bucket, key: item.locator.slice(slash + 1), version: item.version }, start, end);
  }
}

/** Empty objects are known without being asked for. */
function isFetched({ source, byteLength, isArchived }: ItemRef): boolean {
  return source === 's3' && byteLength !== 0 && !isArchived;
}

function leaveBody(body: Promise<S3Body>): void {
  body.then(
    (opened) => opened.close(),
    () => undefined,
  );
}

class S3Source implements ByteSource {
  readonly byteLength: number;
  readonly #get: (start: number, end?: number) => Promise<S3Body>;
  /** The answer that is read now, or was asked for ahead. */
  #body: Promise<S3Body> | undefined;

  constructor(byteLength: number, begun: Promise<S3Body> | undefined, get: (start: number, end?: number) => Promise<S3Body>) {
    this.byteLength = byteLength;
    this.#body = begun;
    this.#get = get;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    let position = 0;
    for (let breaks = 0; position < this.byteLength; ) {
      const before = position;
      for await (const piece of this.#piecesFrom(position)) {
        position += piece.length;
        if (position > this.byteLength) throw new ItemProblem('changed', 'is longer than it was when it was listed');
        yield piece;
      }
      if (position === this.byteLength) return;
      breaks = position > before ? 1 : breaks + 1;
      if (breaks > MOST_BREAKS) throw new ItemProblem('unreadable', 'the connection broke again and again');
      await timers().setTimeout(PAUSE_MS * 2 ** (breaks - 1));
    }
  }

  /** A part of the object, by requests of their own. */
  async slice(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.byteLength) - start));
    let filled = 0;
    for (let breaks = 0; filled < bytes.length; ) {
      const before = filled;
      const body = await this.#get(start + filled, start + bytes.length);
      // A server that knows no ranges answers from the beginning.
      let at = body.start;
      try {
        for (let piece = await body.next(); piece !== undefined && filled < bytes.length; piece = await body.next()) {
          const fresh = piece.subarray(Math.min(piece.length, Math.max(0, start + filled - at)));
          at += piece.length;
          bytes.set(fresh.subarray(0, bytes.length - filled), filled);
          filled += Math.min(fresh.length, bytes.length - filled);
        }
      } finally {
        body.close();
      }
      breaks = filled > before ? 1 : breaks + 1;
      if (breaks > MOST_BREAKS) throw new ItemProblem('unreadable', 'the connection broke again and again');
      if (filled < bytes.length) await timers().setTimeout(PAUSE_MS * 2 ** (breaks - 1));
    }
    return bytes;
  }

  close(): void {
    if (this.#body) leaveBody(this.#body);
  }

  /** What one answer brings, until it ends or breaks off. */
  async *#piecesFrom(position: number): AsyncGenerator<Uint8Array, void, void> {
    this.#body ??= this.#get(position);
    const body = await this.#body;
    try {
      let at = body.start;
      for (let piece = await body.next(); piece !== undefined; piece = await body.next()) {
        const fresh = piece.subarray(Math.min(piece.length, Math.max(0, position - at)));
        at += piece.length;
        if (fresh.length > 0) yield fresh;
      }
    } finally {
      body.close();
      this.#body = undefined;
    }
  }
}
