/**
 * Bytes by position where there is only a stream, for formats that are not read from front to back: what is short is kept in memory,
 * what is long in a temporary file that nobody else can open and that has no name while it is used.
 */
import fs from 'node:fs';
import path from 'node:path';
import { crypto, os } from '../core/builtin.js';
import { memorySource } from '../core/memory-source.js';
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';
import { nested, nesting } from './nesting.js';

/** A source that can be read anywhere. */
export type PositionalSource = ByteSource & {
  readonly byteLength: number;
  readAt(target: Uint8Array, position: number): number;
};

export interface PositionalLimits {
  /** Bytes that are held in memory at most. Default 32 MiB: a batch of Office documents, at a fraction of what an engine takes. */
  readonly memoryBytes?: number;
  /** Bytes that are put into a temporary file at most. Default 16 GiB: larger archives are files already. */
  readonly fileBytes?: number;
}

const MEMORY_BYTES = 32 * 1024 * 1024;
const FILE_BYTES = 16 * 1024 * 1024 * 1024;
/** Size of the pieces in which a temporary file is streamed. */
const PIECE_BYTES = 256 * 1024;

/**
 * The source itself where it is positional, else its bytes, read to their end. Another one than the source is to be closed apart from it.
 * @throws ItemProblem `limit` where it is longer than allowed or the disk is full, and what the stream throws
 */
export async function positional(source: ByteSource, limits: PositionalLimits = {}): Promise<PositionalSource> {
  if (isPositional(source)) return source;
  const bytes = await readAll(source, { memoryBytes: MEMORY_BYTES, fileBytes: FILE_BYTES, ...limits });
  const kept = {
    byteLength: bytes.byteLength,
    // Spans count in what was decoded, and all that is stored was consumed.
    ...(source.storedBytes !== undefined && { storedBytes: source.storedBytes }),
    ...(source.stamp !== undefined && { stamp: source.stamp }),
    readAt: (target: Uint8Array, position: number) => bytes.readAt(target, position),
    stream: () => bytes.stream(),
    ...(source.verify && { verify: () => source.verify!() }),
    close: () => bytes.close(),
  };
  return nested(kept, nesting(source)) as PositionalSource;
}

export function isPositional(source: ByteSource): source is PositionalSource {
  return source.readAt !== undefined && source.byteLength !== undefined;
}

async function readAll(source: ByteSource, limits: Required<PositionalLimits>): Promise<PositionalSource> {
  const pieces: Uint8Array[] = [];
  let file: TemporaryFile | undefined;
  let length = 0;
  try {
    for await (const piece of source.stream()) {
      length += piece.length;
      if (length > limits.fileBytes) throw new ItemProblem('limit', 'is too long to be kept aside; unpack it and scan that');
      if (file === undefined && length > limits.memoryBytes) {
        file = new TemporaryFile();
        for (const before of pieces.splice(0)) file.append(before);
      }
      if (file !== undefined) file.append(piece);
      // A source may use its buffer again.
      else pieces.push(Uint8Array.from(piece));
    }
  } catch (error) {
    file?.close();
    throw error;
  }
  return file ?? (memorySource(Buffer.concat(pieces)) as PositionalSource);
}

/** Written once from start to end, then read by position. */
class TemporaryFile {
  readonly #fd: number;
  #isOpen = true;
  byteLength = 0;

  /** @throws ItemProblem where none can be made */
  constructor() {
    const name = path.join(os().tmpdir(), `clearset-${crypto().randomBytes(16).toString('hex')}`);
    try {
      this.#fd = fs.openSync(name, 'wx+', 0o600);
      fs.unlinkSync(name);
    } catch (error) {
      throw new ItemProblem('limit', 'has to be kept aside, and no temporary file can be made', { cause: error });
    }
  }

  append(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(this.#fd, bytes, at, bytes.length - at, this.byteLength + at);
    } catch (error) {
      throw new ItemProblem('limit', 'has to be kept aside, and the disk of temporary files is full', { cause: error });
    }
    this.byteLength += bytes.length;
  }

  readAt(target: Uint8Array, position: number): number {
    if (position >= this.byteLength) return 0;
    try {
      return fs.readSync(this.#fd, target, 0, target.length, position);
    } catch (error) {
      throw new ItemProblem('unreadable', 'was kept aside and cannot be read again', { cause: error });
    }
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    for (let at = 0; at < this.byteLength; ) {
      const piece = new Uint8Array(PIECE_BYTES);
      const length = this.readAt(piece, at);
      at += length;
      yield piece.subarray(0, length);
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    fs.closeSync(this.#fd);
  }
}
