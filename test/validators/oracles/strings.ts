/** The strings whose verdicts python-stdnum.json holds, made again from their shapes: the twins of what make.py does. */

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Park and Miller's generator (48271 modulo 2^31 − 1): the same in every language. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Integer in `[0, limit)`. */
  below(limit: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % limit;
  }

  pick(choices: string): string {
    return choices[this.below(choices.length)]!;
  }
}

/** `#` digit, `@` letter, `m` month 01-12, `d` day 01-28, `[abc]` one of; all else stays. */
function fill(random: Random, shape: string): string {
  const twoDigits = (most: number) => String(1 + random.below(most)).padStart(2, '0');
  return shape.replace(/\[[^\]]+\]|./g, (piece) => {
    if (piece.length > 1) return random.pick(piece.slice(1, -1));
    if (piece === '#') return random.pick(DIGITS);
    if (piece === '@') return random.pick(LETTERS);
    return piece === 'm' ? twoDigits(12) : piece === 'd' ? twoDigits(28) : piece;
  });
}

/** Random texts of the shape of row `number`, its check characters random digits. */
export function randomTexts(number: number, shape: string, count: number): readonly string[] {
  const random = new Random(1000 + number);
  return Array.from({ length: count }, () => fill(random, shape.replaceAll('?', '#')));
}

/** Verdicts of one bit each, the first in the highest bit of the first byte, in base64. */
export function unpack(packed: string, count: number): readonly boolean[] {
  const bytes = Buffer.from(packed, 'base64');
  return Array.from({ length: count }, (_unused, i) => ((bytes[i >> 3]! >> (7 - (i & 7))) & 1) === 1);
}
