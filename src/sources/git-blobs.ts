/** Contents of git objects, by one `git cat-file --batch` for all of them. */
import type { Readable } from 'node:stream';
import { SourceError } from '../core/errors.js';
import { startGit } from './git-command.js';

/** Contents up to this size are read as a whole; larger ones come in pieces. */
export const WHOLE_BYTES: number = 64 << 20;

const LINE_END = 0x0a;
/** Bytes behind each object. */
const LINE_END_BYTES = 1;
/** Answer for an object: its id, type and size. */
const HEADER = /^[0-9a-f]+ blob (\d+)$/;

export interface Blob {
  readonly byteLength: number;
  /** All of it, where it is not larger than `WHOLE_BYTES`. */
  readonly bytes?: Buffer;
  /** The pieces of a larger one, to be read before the next object is asked for. */
  readonly pieces?: AsyncIterable<Buffer>;
}

/** Objects of a repository by their ids. It is started before it is known which are wanted, since that takes git a while. */
export class BlobReader {
  readonly #child: ReturnType<typeof startGit>;
  readonly #input: Pieces;
  /** What was not read of the large object that was given last. */
  #rest: AsyncIterable<Buffer> | undefined;

  constructor(cwd: string | undefined) {
    this.#child = startGit(['cat-file', '--batch'], cwd);
    // git may end early, or not be there; that shows in what it answers.
    this.#child.stdin.on('error', () => undefined);
    this.#child.on('error', () => undefined);
    this.#input = new Pieces(this.#child.stdout);
  }

  /** Says which objects are wanted: once, and all of them. */
  ask(oids: readonly string[]): void {
    this.#child.stdin.end(oids.map((oid) => `${oid}\n`).join(''));
  }

  /**
   * The next of them, in the order in which they were asked for; undefined for one that the repository does not have.
   * @throws SourceError where git fails
   */
  async next(): Promise<Blob | undefined> {
    if (this.#rest !== undefined) {
      // Whoever stopped early leaves the rest of it in front of the next object.
      for await (const _ of this.#rest);
      this.#rest = undefined;
      await this.#input.take(LINE_END_BYTES);
    }
    const size = HEADER.exec(await this.#input.line())?.[1];
    if (size === undefined) return undefined;
    const byteLength = Number(size);
    if (byteLength > WHOLE_BYTES) {
      const pieces = this.#input.pieces(byteLength);
      this.#rest = pieces;
      return { byteLength, pieces };
    }
    const bytes = await this.#input.take(byteLength);
    await this.#input.take(LINE_END_BYTES);
    return { byteLength, bytes };
  }

  /** Ends git; nobody waits for it. */
  close(): void {
    this.#child.kill();
    this.#child.stdout.destroy();
    this.#child.unref();
  }
}

/** Bytes of a stream, taken in the amounts that the protocol says. */
class Pieces {
  readonly #stream: Readable;
  #rest: Buffer = Buffer.alloc(0);
  /** Nothing more will come. */
  #isOver = false;
  /** Goes on with who waits for more. */
  #wake = (): void => undefined;

  constructor(stream: Readable) {
    this.#stream = stream;
    const end = (): void => {
      this.#isOver = true;
      this.#wake();
    };
    // The stream's own iterator takes a start a millisecond more.
    stream
      .on('readable', () => this.#wake())
      .on('end', end)
      .on('close', end)
      .on('error', end);
  }

  async line(): Promise<string> {
    let text = '';
    for (;;) {
      const end = this.#rest.indexOf(LINE_END);
      if (end >= 0) {
        text += this.#rest.toString('latin1', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return text;
      }
      text += this.#rest.toString('latin1');
      this.#rest = await this.#next();
    }
  }

  /** A buffer of its own. */
  async take(length: number): Promise<Buffer> {
    const target = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const taken = this.#rest.copy(target, at);
      at += taken;
      this.#rest = this.#rest.subarray(taken);
    }
    return target;
  }

  pieces(length: number): AsyncIterableIterator<Buffer> {
    let left = length;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (left === 0) return { done: true, value: undefined };
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const value = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(value.length);
      left -= value.length;
      return { done: false, value };
    };
    // No `return`: a loop that is left early must be able to go on.
    const iterator: AsyncIterableIterator<Buffer> = { next, [Symbol.asyncIterator]: () => iterator };
    return iterator;
  }

  /** @throws SourceError where git has ended, or its output cannot be read */
  async #next(): Promise<Buffer> {
    for (;;) {
      const piece = this.#stream.read() as Buffer | null;
      if (piece !== null) return piece;
      if (this.#isOver)
        throw new SourceError('git ended before it gave all contents; "git fsck" tells whether the repository is whole');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
