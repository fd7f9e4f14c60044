/**
 * Names values of XML: texts and attributes by the elements on the path to them. All of the text is examined as it is stored as
 * well; what has character references is listed, so that it is examined as it is read.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { jsonPath } from '../json-path.js';
import { NameIds } from '../name-ids.js';
import type { Finder, Values, View } from '../named-text.js';
import { ENTITIES } from './entities.js';
import { type Attribute, indexOf, type Part, type Tag } from './tags.js';
import { Walk } from './walk.js';

const AMPERSAND = 0x26;
/** Lists of names of an item, and elements within elements; what is beyond has no names. */
const MOST_NAMES = 65_536;
const MOST_DEPTH = 64;

/** Elements that say with an attribute what their text is: dumps of MySQL, properties of Java, data of KML, resources of Android. */
const GENERIC = new Set(
  'field column col cell property prop entry param parameter item data simpledata variable var attribute setting option string value arg add'.split(
    ' ',
  ),
);
const NAMING = new Set(['name', 'key', 'column']);
/** Longer ones are no names. */
const MOST_NAME_BYTES = 256;

/** An element or attribute by its path: made once, however often it comes. */
interface Node {
  readonly name: string;
  readonly parent: Node | undefined;
  /** Id of the path; undefined where there are too many. */
  readonly id: number | undefined;
  /** Whether an attribute named it: no tag closes it. */
  readonly isNamed: boolean;
  /** By name, of those that an attribute named behind a sign that no element has. */
  readonly children: Map<string, Node>;
}

export class XmlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = false;
  readonly #ids = new NameIds(MOST_NAMES);
  readonly #root: Node = { name: '', parent: undefined, id: undefined, isNamed: false, children: new Map() };
  /** The element that is open, and how deep it is. */
  #open = this.#root;
  #depth = 0;
  /** Elements that are open below it and not followed. */
  #deeper = 0;
  readonly #walk: Walk;
  #values: Values | undefined;

  constructor() {
    this.#walk = new Walk({
      tag: (view, tag) => (tag.kind === 'open' ? this.#opened(view, tag) : this.#closed(tag.name)),
      text: (view, part) => {
        if (this.#deeper === 0) this.#list(view, part, this.#open.id);
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
    const node = this.#deeper === 0 && this.#depth < MOST_DEPTH ? this.#childOf(this.#open, name) : undefined;
    const named = node && this.#namedIn(view, node, attributes);
    if (node !== undefined) {
      for (const { name: attribute, value } of attributes) {
        if (attribute.startsWith('xmlns')) continue;
        const isContent = named !== undefined && attribute === 'value';
        this.#list(view, value, isContent ? named.id : this.#childOf(node, attribute)?.id);
      }
    }
    if (isClosed) return;
    if (node === undefined) this.#deeper++;
    else {
      this.#open = named ?? node;
      this.#depth += named === undefined ? 1 : 2;
    }
  }

  /** What stands below an element that is named by an attribute: a path of its own, with that name at its end. */
  #namedIn({ bytes }: View, node: Node, attributes: readonly Attribute[]): Node | undefined {
    if (!GENERIC.has(node.name.toLowerCase()) || this.#depth + 1 >= MOST_DEPTH) return undefined;
    const naming = attributes.find(({ name }) => NAMING.has(name.toLowerCase()));
    if (naming === undefined) return undefined;
    const { start, end } = naming.value;
    if (start === end || end - start > MOST_NAME_BYTES) return undefined;
    return this.#childOf(node, Buffer.from(bytes.subarray(start, end)).toString('utf8'), true);
  }

  #closed(name: string): undefined {
    if (this.#deeper > 0) {
      this.#deeper--;
      return;
    }
    // What was left open ends with the element around it; what was never opened ends nothing.
    let depth = this.#depth;
    let node: Node | undefined = this.#open;
    const local = localName(name);
    while (node !== undefined && depth > 0 && (node.isNamed || node.name !== local)) {
      node = node.parent;
      depth--;
    }
    if (node?.parent === undefined || depth === 0) return;
    this.#open = node.parent;
    this.#depth = depth - 1;
  }

  /** Undefined where there are too many. */
  #childOf(parent: Node, written: string, isNamed = false): Node | undefined {
    const name = isNamed ? written : localName(written);
    const key = isNamed ? `=${name}` : name;
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const above = parent.id === undefined ? [] : this.#ids.list(parent.id);
    const id = this.#ids.of([...above, name]);
    if (id === undefined) return undefined;
    const node = { name, parent, id, isNamed, children: new Map<string, Node>() };
    parent.children.set(key, node);
    return node;
  }

  #list({ bytes }: View, { start, end }: Part, id: number | undefined): void {
    if (id === undefined) return;
    this.#values!.add(start, end, id, { isEscaped: indexOf(AMPERSAND, bytes, start, end) >= 0 });
  }
}

/** Without the prefix of its namespace. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
