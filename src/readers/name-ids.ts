/** Numbers for lists of names, as value tables want them. */
import { MOST_NAMES, type NameList } from '../core/segment.js';

const NO_NAMES: NameList = [];

/** Characters of all lists: hostile data makes long names, and paths of them. */
const MOST_CHARACTERS = 8_000_000;

/** Ids of lists of names, in the order in which they are first met; 0 stands for none. What is beyond the limits has no id. */
export class NameIds {
  readonly #ids = new Map<string, number>();
  readonly #lists: NameList[] = [NO_NAMES];
  readonly #most: number;
  #characters = 0;

  constructor(most: number = MOST_NAMES) {
    this.#most = most;
  }

  /** Id of a list, or undefined where there are too many. */
  of(list: NameList): number | undefined {
    const key = list.join('\0');
    const known = this.#ids.get(key);
    if (known !== undefined || this.#lists.length >= this.#most || this.#characters + key.length > MOST_CHARACTERS) return known;
    this.#characters += key.length;
    this.#ids.set(key, this.#lists.length);
    return this.#lists.push(list) - 1;
  }

  list(id: number): NameList {
    return this.#lists[id] ?? NO_NAMES;
  }
}
