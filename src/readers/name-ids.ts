/** Numbers for lists of names, as value tables want them. */
import { MOST_NAMES, type NameList, placeNames } from '../core/segment.js';
import { calledList, type Given } from './siblings.js';

const NO_NAMES: NameList = [];

/**
 * Ways in which the values of one path may be called; with more, what looks like names is data, and must not take the ids of other paths. What is
 * read by these ids is read in one go, so that which ones are first does not depend on how it is cut.
 */
export const MOST_CALLED = 1024;
/** Characters of all lists: hostile data makes long names, and paths of them. */
const MOST_CHARACTERS = 8_000_000;

/** Ids of lists of names, in the order in which they are first met; 0 stands for none. What is beyond the limits has no id. */
export class NameIds {
  readonly #ids = new Map<string, number>();
  readonly #lists: NameList[] = [NO_NAMES];
  readonly #most: number;
  #characters = 0;
  /** By path, and by what siblings call its values. */
  readonly #called = new Map<number, Map<string, number>>();

  constructor(most: number = MOST_NAMES) {
    this.#most = most;
  }

  /** Id of a list, or undefined where there are too many. */
  of(list: NameList): number | undefined {
    return this.#idOf(list.join('\0'), list);
  }

  /**
   * Id of the values at the end of a path that are called so; that of the path where nothing is added, or there are too many.
   * @param id that of the path @param kind that of its last name
   */
  called(id: number, kind: number, given: Given | undefined): number {
    let called = this.#called.get(id);
    if (called === undefined) {
      called = new Map();
      this.#called.set(id, called);
    }
    const key = keyOf(given);
    const known = called.get(key);
    if (known !== undefined || called.size >= MOST_CALLED) return known ?? id;
    const list = calledList(placeNames(this.list(id)), kind, given);
    const made = list.place === undefined ? id : (this.#idOf(`${id}\u0001${key}`, list) ?? id);
    called.set(key, made);
    return made;
  }

  #idOf(key: string, list: NameList): number | undefined {
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

/** The same for the same. No name holds a control character. */
function keyOf(given: Given | undefined): string {
  if (given === undefined) return '';
  const { type, title, name } = given;
  if (type === undefined && title === undefined) return name ?? '';
  return `${type ?? ''}\0${title ?? ''}\0${name ?? ''}`;
}
