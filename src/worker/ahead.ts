/**
 * Keeps the network busy while items are examined one after the other: the next few objects are asked for before their turn comes.
 * Meanwhile it passes the wish to stop on to requests that hang, and signs of life back from those that are only slow.
 */
import type { ItemRef } from '../core/source.js';
import type { S3Objects } from '../sources/index.js';
import type { Control } from './control.js';

/** Objects under way, the one that is examined included. Each holds a connection and what fits its buffers, some 100 KB. */
const OBJECTS = 8;
/** Time in ms between two looks: far below the second in which a scan is to end. */
const LOOK_MS = 50;

export class Ahead {
  readonly #items: readonly ItemRef[];
  readonly #objects: S3Objects;
  readonly #look: NodeJS.Timeout;
  #begun = 0;

  constructor(items: readonly ItemRef[], objects: S3Objects, control: Control) {
    this.#items = items;
    this.#objects = objects;
    let { requests, bytesRead } = objects.counts;
    this.#look = setInterval(() => {
      if (control.isStopped()) objects.stop();
      const now = objects.counts;
      if (now.requests !== requests || now.bytesRead !== bytesRead) control.beat();
      ({ requests, bytesRead } = now);
    }, LOOK_MS);
  }

  /** Asks for the item at `index` and those behind it. */
  from(index: number): void {
    for (; this.#begun < Math.min(index + OBJECTS, this.#items.length); this.#begun++)
      this.#objects.begin(this.#items[this.#begun]!);
  }

  /** Gives up what was asked for and not examined. */
  end(): void {
    clearInterval(this.#look);
    this.#objects.leave();
  }
}
