/** Contents of git objects, by one `git cat-file --batch` for all of them. */
import { SourceError } from '../core/errors.js';
import { startGit } from './git-command.js';

/** Contents up to this size are read as a whole; larger ones come in pieces. */
export const WHOLE_BYTES: number = 64 << 20;

const LINE_END = 0x0a;
/** Answer for an object: its id, type and size. */
const HEADER = /^[0-9a-f]+ blob (\d+)$/;

export interface Blob {
  readonly byteLength: number;
  /** All of it, where it is not larger than `WHOLE_BYTES`. */
  readonly bytes?: Buffer;
  /** The pieces of a larger one, to be read before the next object is asked for. */
  readonly pieces?: AsyncIterable<Buffer>;
}

/**
 * The objects in the order of their ids; undefined for one that the repository does not have.
 * @throws SourceError where git fails
 */
export async function* readBlobs(oids: readonly string[], cwd?: string): AsyncGenerator<Blob | undefined, void, void> {
  if (oids.length === 0) return;
  const child = startGit(['cat-file', '--batch'], cwd);
  // git may end early; that shows in what it answers.
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  child.stdin.end(`${oids.join('\n')}\n`);
  const input = new Pieces(child.stdout);
  try {
    for (let asked = 0; asked < oids.length; asked++) {
      const header = await input.line();
      const size = HEADER.exec(header)?.[1];
      if (size === undefined) {
        yield undefined;
        continue;
      }
      const byteLength = Number(size);
      if (byteLength <= WHOLE_BYTES) {
        yield { byteLength, bytes: await input.take(byteLength) };
      } else {
        const pieces = input.pieces(byteLength);
        yield { byteLength, pieces };
        // Whoever stopped early leaves the rest of it in front of the next object.
        for await (const _ of pieces);
      }
      await input.take(1);
    }
  } finally {
    child.kill();
  }
}

/** Bytes of a stream, taken in the amounts that the protocol says. */
class Pieces {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#source = stream[Symbol.asyncIterator]();
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

  async #next(): Promise<Buffer> {
    const step = await this.#source.next();
    if (step.done)
      throw new SourceError('git ended before it gave all contents; "git fsck" tells whether the repository is whole');
    return step.value;
  }
}
