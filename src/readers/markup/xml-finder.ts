/**
 * Names values of XML: texts and attributes by the elements on the path to them. All of the text is examined as it is stored as
 * well; what has character references is listed, so that it is examined as it is read.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { jsonPath } from '../json-path.js';
import { type Finder, NameIds, type Values, type View } from '../named-text.js';
import { ENTITIES } from './entities.js';
import type { Part, Tag } from './tags.js';
import { Walk } from './walk.js';

const AMPERSAND = 0x26;
/** Lists of names of an item, and elements within elements; what is beyond has no names. */
const MOST_NAMES = 65_536;
const MOST_DEPTH = 64;

export class XmlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = false;
  readonly #ids = new NameIds(MOST_NAMES);
  /** Names of the elements that are open. */
  readonly #open: string[] = [];
  /** Elements that are open below those. */
  #deeper = 0;
  /** Id of their path, once it was asked for. */
  #id: number | undefined;
  readonly #walk: Walk;
  #values: Values | undefined;

  constructor() {
    this.#walk = new Walk({
      tag: (view, tag) => (tag.kind === 'open' ? this.#opened(view, tag) : this.#closed(tag.name)),
      text: (view, part) => {
        if (this.#deeper > 0 || this.#open.length === 0) return;
        this.#id ??= this.#ids.of([...this.#open]);
        this.#list(view, part, this.#id);
      },
    });
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number): Location {
    return { jsonPath: jsonPath([...this.#ids.list(id)]) };
  }

  escapes(): EscapeStyle {
    return ENTITIES;
  }

  find(view: View, values: Values): number {
    this.#values = values;
    return this.#walk.find(view);
  }

  #opened(view: View, { name, attributes, isClosed }: Tag & { readonly kind: 'open' }): undefined {
    const isFollowed = this.#deeper === 0 && this.#open.length < MOST_DEPTH;
    if (isFollowed) {
      const path = [...this.#open, localName(name)];
      for (const { name: attribute, value } of attributes) {
        if (!attribute.startsWith('xmlns')) this.#list(view, value, this.#ids.of([...path, localName(attribute)]));
      }
    }
    if (isClosed) return;
    if (isFollowed) this.#open.push(localName(name));
    else this.#deeper++;
    this.#id = undefined;
  }

  #closed(name: string): undefined {
    if (this.#deeper > 0) this.#deeper--;
    else {
      // What was left open ends with the element around it.
      const at = this.#open.lastIndexOf(localName(name));
      if (at >= 0) this.#open.length = at;
    }
    this.#id = undefined;
  }

  #list({ bytes }: View, { start, end }: Part, id: number | undefined): void {
    if (id === undefined) return;
    this.#values!.add(start, end, id, { isEscaped: bytes.subarray(start, end).includes(AMPERSAND) });
  }
}

/** Without the prefix of its namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
