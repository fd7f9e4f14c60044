/** Where a value of a configuration file stands: keys and numbers of elements from the root, of which the keys are its names. */
import type { Location, NameList } from '../../core/segment.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { NameIds } from '../name-ids.js';
import type { Finder, ValueFacts, Values, View } from '../named-text.js';
import { type Given, gives, handsOn, isType, nameIn, siblingKind, takes, withGiven } from '../siblings.js';
import { quoteStyle } from './scalars.js';

/** Lists of names of an item, and levels; what is beyond has no path. */
const MOST_NAMES = 65_536;
const MOST_DEPTH = 64;

/** A place in the structure; the root has no element. One object for each time that it comes. */
export interface Step {
  readonly parent: Step | undefined;
  readonly element: PathElement;
  /** Id of the names on the path. */
  readonly id: number;
  readonly depth: number;
  /** What its members call each other. */
  given?: Given;
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
  #bytes: Uint8Array = new Uint8Array(0);
  /** Of the last name of a path, by its id. */
  readonly #kinds: (number | undefined)[] = [];

  /** To be called with each view, before anything is listed. */
  begin({ from, reach, bytes }: View): void {
    this.#bytes = bytes;
    this.#base = this.#position - from;
    const kept = this.#placed.findIndex(({ start }) => start >= this.#position - 2 * reach);
    const gone = kept < 0 ? this.#placed.length : kept;
    this.#placed = this.#placed.slice(gone);
    this.#first += gone;
  }

  /** To be called where the root is another one: in the next document. */
  forgetSiblings(): void {
    delete this.root.given;
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
    this.#give(start, end, step);
    values.add(start, end, this.#called(step), { ...facts, row: this.#first + this.#placed.length - 1 });
  }

  /** Notes what a value says of its siblings. */
  #give(start: number, end: number, { element, parent, id }: Step): void {
    const kind = this.#kindOf(id);
    if (!gives(kind) || typeof element === 'number' || parent === undefined) return;
    const name = nameIn(this.#bytes, start, end);
    if (name === undefined) return;
    parent.given = withGiven(parent.given, kind, name);
    // `type: { text: … }` is what the siblings of the type are called.
    const above = this.#kindOf(parent.id);
    if (!gives(above) || isType(kind) || typeof parent.element === 'number' || parent.parent === undefined) return;
    parent.parent.given = withGiven(parent.parent.given, above, name);
  }

  /** Id of the names of a value with what its siblings call it, or those of what it is in. */
  #called(step: Step): number {
    const kind = this.#kindOf(step.id);
    if (!takes(kind)) return step.id;
    let holder = mapOf(step);
    while (holder !== undefined && holder.given === undefined && handsOn(this.#kindOf(holder.id))) holder = mapOf(holder);
    return this.#ids.called(step.id, kind, holder?.given);
  }

  #kindOf(id: number): number {
    this.#kinds[id] ??= siblingKind(this.#ids.list(id).at(-1) ?? '');
    return this.#kinds[id];
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

/** What holds the key of a step, or of the list that it is in. */
function mapOf(step: Step): Step | undefined {
  let key: Step | undefined = step;
  while (typeof key?.element === 'number') key = key.parent;
  return key?.parent;
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
