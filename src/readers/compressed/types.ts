/** The contract of a codec: compressed bytes in, decompressed ones out, as far as they are whole. */
import type { CodecName } from '../../core/format.js';

/** Compressed bytes on their way through a codec. */
export interface Packed {
  /** From the start, piece by piece; a second time only where `isRepeatable`. */
  pieces(): AsyncIterable<Uint8Array>;
  readonly isRepeatable: boolean;
  /** To be told how many of them are consumed by what was given out; never less than before. */
  consumed(bytes: number): void;
}

/** Gives what lies before damage, then throws. @throws Damage, Shortage, and what the bytes' own stream throws */
export type Unpack = (packed: Packed) => AsyncGenerator<Uint8Array, void, void>;

export interface Codec {
  readonly name: CodecName;
  /** As people call it. */
  readonly label: string;
  /** Extensions without the dot, those that stand for a compressed tar included. */
  readonly extensions: readonly string[];
  /** What it does not do. */
  readonly limits: string;
  readonly load: () => Promise<Unpack>;
}

/** The data cannot be decompressed, or something else follows it. */
export class Damage extends Error {
  override readonly name = 'Damage';
}

/** The data ends before its end is reached. */
export class Shortage extends Error {
  override readonly name = 'Shortage';
}

/** Decompressing it would take more memory than it is given. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
