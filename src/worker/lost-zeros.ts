/**
 * Whole numbers that lost the zeros in front: spreadsheets, databases and programs that keep an identifier as a number drop them, and what is
 * left (`12345678` under `ssn`) is no such number any more. Where the name of a column or field says which identifier it holds and how long that is,
 * the value is examined with the zeros put back as well.
 */
import {
  type Encoding,
  type NameList,
  type Segment,
  VALUE_CONTINUED,
  VALUE_CONTINUES,
  VALUE_ESCAPED,
  VALUE_IS_NAME,
} from '../core/segment.js';
import type { Engine, Hit } from '../engine/types.js';
import type { NestedText } from '../readers/nested.js';

/** More zeros are hardly ever lost: one number in ten thousand begins with four. */
const MOST_ZEROS = 3;
/** Of a number that is short of some. */
const MOST_DIGITS = 17;
const ZERO = 0x30;
const NINE = 0x39;
/** Values that are not taken as they stand, or not whole. */
const OTHER = VALUE_CONTINUED | VALUE_CONTINUES | VALUE_ESCAPED | VALUE_IS_NAME;
const RESTORED: readonly Encoding[] = ['number'];
const NO_LENGTHS: readonly number[] = [];
const NO_TEXTS: readonly NestedText[] = [];

export class LostZeros {
  readonly #engine: Engine;
  /** By name id: how many digits the numbers so named have, the fewest first. */
  #lengths: (readonly number[] | undefined)[] = [];
  #names: Segment['names'];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The numbers of a segment that are too short by what they may have lost, with it. */
  textsIn(segment: Segment): readonly NestedText[] {
    const { values, names } = segment;
    if (values === undefined || names === undefined) return NO_TEXTS;
    if (names !== this.#names) {
      this.#names = names;
      this.#lengths = [];
    }
    const { count, starts, ends, names: ids, flags } = values;
    const { bytes } = this.#engine.memory;
    let texts: NestedText[] | undefined;
    for (let i = 0; i < count; i++) {
      const start = starts[i]!;
      const first = bytes[start]!;
      if (first <= ZERO || first > NINE || (flags[i]! & OTHER) !== 0) continue;
      const digits = ends[i]! - start;
      if (digits > MOST_DIGITS || !isNumber(bytes, start, ends[i]!)) continue;
      const id = ids[i]!;
      for (const length of this.#lengths[id] ?? this.#lengthsOf(id, names(id))) {
        if (length <= digits || length > digits + MOST_ZEROS) continue;
        texts ??= [];
        texts.push(restored(bytes, { start, zeros: length - digits, length }, names(id), i));
      }
    }
    return texts ?? NO_TEXTS;
  }

  /** Whether a hit in such a text is all of it, and what its name says that it is. */
  accepts(hit: Hit, { bytes, names }: NestedText): boolean {
    const isWhole = hit.to - hit.at === bytes.length;
    return isWhole && this.#engine.numbersNamed(names).includes(hit.detector) && this.#digitsOf(hit.detector) === bytes.length;
  }

  #lengthsOf(id: number, names: NameList): readonly number[] {
    const lengths = new Set(this.#engine.numbersNamed(names).map((detector) => this.#digitsOf(detector)!));
    const sorted = lengths.size === 0 ? NO_LENGTHS : [...lengths].sort((a, b) => a - b);
    this.#lengths[id] = sorted;
    return sorted;
  }

  #digitsOf(detector: number): number | undefined {
    return this.#engine.detectors[detector]!.digits;
  }
}

function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! < ZERO || bytes[at]! > NINE) return false;
  return true;
}

/** The number at `start` with its zeros. */
function restored(
  block: Uint8Array,
  { start, zeros, length }: { readonly start: number; readonly zeros: number; readonly length: number },
  names: NameList,
  value: number,
): NestedText {
  const bytes = new Uint8Array(length).fill(ZERO, 0, zeros);
  bytes.set(block.subarray(start, start + length - zeros), zeros);
  const offset = (at: number): number => start + Math.max(0, at - zeros);
  return {
    bytes,
    start: 0,
    end: length,
    origin: { start: offset, end: offset },
    names,
    isName: false,
    isInJson: false,
    encoding: RESTORED,
    value,
    path: () => undefined,
  };
}
