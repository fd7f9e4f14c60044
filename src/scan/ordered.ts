/**
 * Brings what finishes in any order back into the order in which it was begun, with bounded memory: whoever begins more
 * than the window holds has to wait until the first is taken.
 */

type Settled<T> = { readonly value: T } | { readonly error: unknown };

export class OrderedWindow<T> {
  readonly #size: number;
  readonly #queue: Promise<Settled<T>>[] = [];
  #isEnded = false;
  /** Wakes whoever waits for room or for the next entry. */
  #wake: (() => void)[] = [];

  /** @param size entries begun and not yet taken, at most */
  constructor(size: number) {
    this.#size = size;
  }

  /** Adds what comes next in order; resolves when there is room for another. */
  async push(entry: Promise<T>): Promise<void> {
    this.#queue.push(
      entry.then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      ),
    );
    this.#notify();
    while (this.#queue.length >= this.#size && !this.#isEnded) await this.#change();
  }

  /** Nothing more will come; also frees whoever waits in `push`. */
  end(): void {
    this.#isEnded = true;
    this.#notify();
  }

  /** Entries in order. @throws what an entry was rejected with, in its turn */
  async *entries(): AsyncGenerator<T, void, void> {
    for (;;) {
      const first = this.#queue[0];
      if (first === undefined) {
        if (this.#isEnded) return;
        await this.#change();
        continue;
      }
      const settled = await first;
      this.#queue.shift();
      this.#notify();
      if ('error' in settled) throw settled.error;
      yield settled.value;
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
