/** Where a value of a configuration file stands: keys and numbers of elements from the root, of which the keys are its names. */
import type { Location, NameList } from '../../core/segment.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { NameIds } from '../name-ids.js';
import type { ValueFacts, Values, View } from '../named-text.js';

/** Lists of names of an item, and levels; what is beyond has no path. */
const MOST_NAMES = 65_536;
const MOST_DEPTH = 64;

/** A place in the structure; the root has no element. */
export interface Step {
  readonly parent: Step | undefined;
  readonly element: PathElement;
  /** Id of the names on the path. */
  readonly id: number;
  readonly depth: number;
}

interface Placed {
  /** Offset from the beginning of the item. */
  readonly start: number;
  readonly step: Step;
}

export class Paths {
  readonly root: Step = { parent: undefined, element: '', id: 0, depth: 0 };
  readonly #ids = new NameIds(MOST_NAMES);
  /** Of the values that may still be asked for; the first has number `#first`. */
  #placed: Placed[] = [];
  #first = 0;
  /** Offset of the view's `from` and of the view, from the beginning of the item. */
  #position = 0;
  #base = 0;

  /** To be called with each view, before anything is listed. */
  begin({ from, reach }: View): void {
    this.#base = this.#position - from;
    const kept = this.#placed.findIndex(({ start }) => start >= this.#position - 2 * reach);
    const gone = kept < 0 ? this.#placed.length : kept;
    this.#placed = this.#placed.slice(gone);
    this.#first += gone;
  }

  /** To be called with where to go on, which is returned. */
  end(at: number): number {
    this.#position = this.#base + at;
    return at;
  }

  /** What an element of `step` is; undefined where it has no path, or none could be kept. */
  below(step: Step | undefined, element: PathElement): Step | undefined {
    if (step === undefined || step.depth === MOST_DEPTH) return undefined;
    const id = typeof element === 'number' ? step.id : this.#ids.of([...this.#ids.list(step.id), element]);
    return id === undefined ? undefined : { parent: step, element, id, depth: step.depth + 1 };
  }

  /** Lists a value, unless it has no path. */
  list(values: Values, [start, end]: readonly [number, number], step: Step | undefined, facts?: ValueFacts): void {
    if (step === undefined || end <= start) return;
    this.#placed.push({ start: this.#base + start, step });
    values.add(start, end, step.id, { ...facts, row: this.#first + this.#placed.length - 1 });
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(row: number): Location {
    const elements: PathElement[] = [];
    for (let step = this.#placed[row - this.#first]?.step; step?.parent !== undefined; step = step.parent)
      elements.push(step.element);
    return { jsonPath: jsonPath(elements.reverse()) };
  }
}
