/** Where a value of a configuration file stands: keys and numbers of elements from the root, of which the keys are its names. */
import type { Location, NameList } from '../../core/segment.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { NameIds } from '../name-ids.js';
import type { Finder, ValueFacts, Values, View } from '../named-text.js';
import { quoteStyle } from './scalars.js';

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

/** A language of settings: looks at one line or token after the other, and lists the values in it. */
export interface SettingsSteps {
  readonly paths: Paths;
  /** Looks at what begins at `at`; where to go on, which may be the same place in another state. */
  step(view: View, values: Values, at: number): number;
}

/** Such a language as a finder. All of the text is examined beside what it lists. */
export function finderOf(language: SettingsSteps): Finder {
  const { paths } = language;
  return {
    shape: 'record',
    isSole: false,
    names: (id) => paths.names(id),
    location: (_id, row) => paths.location(row),
    escapes: (bytes, start) => quoteStyle(bytes[start - 1]),
    find(view, values) {
      paths.begin(view);
      let at = view.from;
      while (at < view.to) at = language.step(view, values, at);
      return paths.end(at);
    },
  };
}
