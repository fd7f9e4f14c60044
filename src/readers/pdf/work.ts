/**
 * How much work a PDF may ask of the library. A page draws forms, forms draw forms, and each of them may do so many times: a file of a
 * few kilobytes can ask for billions. Counted in steps of the library, never in time. A step is a promise that it makes: it makes a
 * dozen or more for each form, font and page, and none that anyone could count otherwise.
 */
import { v8 } from '../../core/builtin.js';
import { ItemProblem } from '../../core/problem.js';
import type { Omissions } from '../omissions.js';

/**
 * Steps of any file, some 5,000 to 10,000 forms, and more for each of its bytes. Documents of books, letters and slides need 500 to 7,000 for a page
 * and 0.03 to 0.32 for a byte.
 */
const ANY_STEPS = 200_000;
const STEPS_PER_BYTE = 4;
/** Bytes of attached files, which the library decompresses all at once and which are held while those in them are read. */
const MOST_EMBEDDED = 64 * 2 ** 20;

/** By what is noted of the outermost document: a PDF that is attached to another one works for it. */
const works = new WeakMap<Omissions, PdfWork>();

/** One for each document and all that is attached to it. */
export class PdfWork {
  #left: number;
  #embeddedLeft = MOST_EMBEDDED;

  static of({ outermost }: Omissions): PdfWork {
    const work = works.get(outermost) ?? new PdfWork(outermost.storedBytes);
    works.set(outermost, work);
    return work;
  }

  private constructor(byteLength: number) {
    this.#left = ANY_STEPS + STEPS_PER_BYTE * byteLength;
  }

  /** @throws ItemProblem `limit` where so many bytes more of attached files are not held */
  hold(embeddedBytes: number): void {
    this.#embeddedLeft -= embeddedBytes;
    if (this.#embeddedLeft < 0) throw new ItemProblem('limit', 'attached files of more than 64 MiB together are not read');
  }

  /** Whether the library was left in the middle of its work, which ends when the document is closed. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /**
   * The answer of a call into the library. Whatever else the thread does meanwhile is counted with it, which is little.
   * @param what is asked for, in our words
   * @throws ItemProblem `limit` where there are no steps left, or what the call throws
   */
  do<T>(what: string, call: () => Promise<T>): Promise<T> {
    const tooMuch = (): ItemProblem =>
      new ItemProblem('limit', `PDF: ${what} takes more work than a file of its size may; from there on it is not read`);
    if (this.isSpent) return Promise.reject(tooMuch());
    return new Promise<T>((resolve, reject) => {
      const stop = v8().promiseHooks.onInit(() => {
        this.#left--;
        if (this.#left === 0) reject(tooMuch());
      });
      call()
        .then(resolve, reject)
        .finally(() => stop());
    });
  }
}
