/** The strings of a workbook, which its cells name by number: kept as bytes side by side, so that a million of them cost no objects. */
import { ItemProblem } from '../../core/problem.js';
import type { Attributes, XmlHandler } from './xml.js';

/** Bytes of the chunks in which strings are kept; longer ones have chunks of their own. */
const CHUNK_BYTES = 1024 * 1024;
/** All strings of a workbook: a million rows of addresses have 60 MiB. */
const MOST_BYTES = 128 * 2 ** 20;
const MOST_STRINGS = 8 * 2 ** 20;
const FIRST_ROOM = 1024;
/** UTF-16 units of one text, all its runs together; a cell has 32,767 at most. */
const MOST_TEXT = 16 * 2 ** 20;

export class SharedStrings implements XmlHandler {
  readonly #text = new RichText();
  readonly #chunks: Buffer[] = [];
  /** Bytes used of the last chunk. */
  #used = CHUNK_BYTES;
  #bytes = 0;
  /** Of each string: its chunk, where it starts in it, its length. */
  #places = new Uint32Array(3 * FIRST_ROOM);
  /** Strings that a cell names. */
  #named = new Uint8Array(FIRST_ROOM);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'si') this.#text.begin();
    else this.#text.open(name, attributes);
  }

  text(text: string): void {
    this.#text.text(text);
  }

  close(name: string): void {
    if (name === 'si') this.#add(this.#text.end());
    else this.#text.close(name);
  }

  /** Bytes of a string that a cell names; undefined where there is none. */
  take(index: number): Buffer | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    this.#named[index] = 1;
    return this.#at(index);
  }

  /** Strings that no cell names any more. */
  *unnamed(): Generator<Buffer, void, void> {
    for (let i = 0; i < this.#count; i++) if (this.#named[i] === 0) yield this.#at(i);
  }

  #at(index: number): Buffer {
    const [chunk, start, length] = this.#places.subarray(3 * index, 3 * index + 3);
    return this.#chunks[chunk!]!.subarray(start, start! + length!);
  }

  /** @throws ItemProblem `limit` */
  #add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#bytes += length;
    if (this.#bytes > MOST_BYTES || this.#count === MOST_STRINGS) {
      throw new ItemProblem('limit', 'the shared strings are more than 128 MiB or 8 Mi; cells with those beyond are not read');
    }
    if (this.#used + length > CHUNK_BYTES) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, length)));
      this.#used = 0;
    }
    const index = this.#count++;
    if (index === this.#named.length) this.#grow();
    this.#places.set([this.#chunks.length - 1, this.#used, length], 3 * index);
    this.#chunks.at(-1)!.write(text, this.#used);
    this.#used += length;
  }

  #grow(): void {
    const places = new Uint32Array(2 * this.#places.length);
    places.set(this.#places);
    this.#places = places;
    const named = new Uint8Array(2 * this.#named.length);
    named.set(this.#named);
    this.#named = named;
  }
}

/** Joins the runs of a text; how it is spoken (phonetic runs) is left out. */
export class RichText {
  #text = '';
  #isText = false;
  #phonetic = 0;

  begin(): void {
    this.#text = '';
    this.#isText = false;
    this.#phonetic = 0;
  }

  open(name: string, _attributes: Attributes): void {
    if (name === 't') this.#isText = true;
    else if (name === 'rPh') this.#phonetic++;
  }

  text(text: string): void {
    if (!this.#isText || this.#phonetic > 0) return;
    this.#text += text;
    if (this.#text.length > MOST_TEXT) throw new ItemProblem('limit', 'a text of more than 16 Mi characters is not read');
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#phonetic--;
  }

  end(): string {
    const text = this.#text;
    this.#text = '';
    return unescaped(text);
  }
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376, part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
