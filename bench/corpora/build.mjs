/** Fills a buffer with text from a generator and counts what was planted, so that each corpus is one short function. */
import { Random } from '../random.mjs';

/**
 * What a corpus gives: its bytes, and how many values of each detector were planted on purpose. There may be more hits
 * than that (a phone in a note is planted once and seen once; a random number may look like something).
 * `headBytes`: length of what stands only once, at the beginning (a table's header); the rest may be repeated.
 * @typedef {{ bytes: Buffer, headBytes: number, planted: Record<string, number> }} Made
 */

/** Hands a generator its random numbers and keeps count of planted values. */
export class Planter {
  /** @type {Record<string, number>} */
  planted = {};

  /** @param {string} seed */
  constructor(seed) {
    this.random = new Random(seed);
  }

  /**
   * Makes a value and counts it.
   * @param {string} id detector that should find it
   * @param {(random: Random) => string} make
   */
  plant(id, make) {
    this.planted[id] = (this.planted[id] ?? 0) + 1;
    return make(this.random);
  }
}

/** Largest part that is made once: a bigger corpus repeats it, so that a gigabyte takes seconds. */
const UNIQUE_BYTES = 16_000_000;

/**
 * Calls `piece` until `bytes` are reached; the last piece is whole, so the buffer may be a piece longer.
 * @param {{ name: string, bytes: number, head?: string, piece: (planter: Planter) => string }} recipe
 * @returns {Made}
 */
export function build({ name, bytes, head = '', piece }) {
  const planter = new Planter(name);
  const unique = Math.min(bytes, UNIQUE_BYTES);
  const chunks = [];
  let length = 0;
  while (length < unique) {
    let text = '';
    while (text.length < 65536 && length + text.length < unique) text += piece(planter);
    const chunk = Buffer.from(text);
    chunks.push(chunk);
    length += chunk.length;
  }
  const times = Math.max(1, Math.ceil(bytes / length));
  const body = Buffer.concat(chunks);
  const planted = Object.fromEntries(Object.entries(planter.planted).map(([id, count]) => [id, count * times]));
  const header = Buffer.from(head);
  return { bytes: Buffer.concat([header, ...Array.from({ length: times }, () => body)]), headBytes: header.length, planted };
}

/**
 * A corpus: its name, the question that it asks, the reader's format, and its maker.
 * @typedef {{ name: string, question: string, format: 'text' | 'jsonl' | 'csv' | 'json', make: (bytes: number) => Made }} Corpus
 */
