/**
 * Names values of XML: texts and attributes by the elements on the path to them. All of the text is examined as it is stored as
 * well; what has character references is listed, so that it is examined as it is read.
 */
import { type Location, type NameList, placeNames } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { jsonPath } from '../json-path.js';
import { NameIds } from '../name-ids.js';
import type { Finder, Values, View } from '../named-text.js';
import { type Given, gives, handsOn, isType, NAME, nameIn, siblingKind, takenAs, takes, withGiven } from '../siblings.js';
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
/** In property lists of macOS, whose `<key>` says what the element behind it holds. */
const KEYED = new Set(['string', 'integer', 'real', 'date']);
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
  /** What its name says of its siblings. */
  readonly kind: number;
  /** By name, of those that an attribute named behind a sign that no element has. */
  readonly children: Map<string, Node>;
}

export class XmlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = false;
  readonly #ids = new NameIds(MOST_NAMES);
  readonly #root: Node = { name: '', parent: undefined, id: undefined, isNamed: false, kind: 0, children: new Map() };
  /** The element that is open, and how deep it is. */
  #open = this.#root;
  #depth = 0;
  /** Elements that are open below it and not followed. */
  #deeper = 0;
  /** Of each element that is open, by its depth: what those in it call each other. */
  readonly #given: (Given | undefined)[] = [undefined];
  /** Names as they are written, of the first element that was opened and the last one that was closed. */
  #firstOpened: string | undefined;
  #lastClosed: string | undefined;
  readonly #walk: Walk;
  #values: Values | undefined;

  constructor() {
    this.#walk = new Walk({
      tag: (view, tag) => (tag.kind === 'open' ? this.#opened(view, tag) : this.#closed(tag.name)),
      text: (view, part) => {
        if (this.#deeper === 0) this.#content(view, part);
      },
    });
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number): Location {
    return { jsonPath: jsonPath([...placeNames(this.#ids.list(id))]) };
  }

  escapes(): EscapeStyle {
    return ENTITIES;
  }

  /**
   * Whether the text ended before its root element. Not by what is open alone: a tag that is too long to be looked at, or one that
   * nobody closed, is left open in a text that is whole.
   */
  get isCut(): boolean {
    return this.#depth + this.#deeper > 0 && this.#lastClosed !== this.#firstOpened;
  }

  find(view: View, values: Values): number {
    this.#values = values;
    return this.#walk.find(view);
  }

  #opened(view: View, { name, attributes, isClosed }: Tag & { readonly kind: 'open' }): undefined {
    const node = this.#deeper === 0 && this.#depth < MOST_DEPTH ? this.#childOf(this.#open, name) : undefined;
    const named = node && this.#namedIn(view, node, attributes);
    if (node !== undefined && attributes.length > 0) this.#attributes(view, node, named, attributes);
    if (isClosed) return;
    this.#firstOpened ??= name;
    if (node === undefined) this.#deeper++;
    else {
      this.#open = named ?? node;
      this.#given[++this.#depth] = undefined;
      if (named !== undefined) this.#given[++this.#depth] = undefined;
    }
  }

  /** The text of the element that is open. */
  #content(view: View, part: Part): void {
    const node = this.#open;
    this.#give(view, node, part);
    this.#list(view, part, takes(node.kind) ? this.#called(node, this.#givenTo(node, this.#depth)) : node.id);
  }

  /** Lists the attributes of an element that is not open yet. @param named what stands below it where one of them names it */
  #attributes(view: View, node: Node, named: Node | undefined, attributes: readonly Attribute[]): void {
    let given: Given | undefined;
    const nodes = attributes.map(({ name, value }) => {
      const attribute = name.startsWith('xmlns') ? undefined : this.#childOf(node, name);
      const text = attribute !== undefined && gives(attribute.kind) ? nameIn(view.bytes, value.start, value.end) : undefined;
      if (text !== undefined) given = withGiven(given, attribute!.kind, text);
      return attribute;
    });
    for (const [index, attribute] of nodes.entries()) {
      const { name, value } = attributes[index]!;
      if (attribute === undefined) continue;
      if (named !== undefined && name === 'value') {
        this.#list(view, value, named.id);
        continue;
      }
      // `<system value="…"/>`: what an element holds, as FHIR writes it.
      if (name === 'value') this.#give(view, node, value, this.#depth);
      this.#list(view, value, this.#called(attribute, given ?? (handsOn(node.kind) ? this.#given[this.#depth] : undefined)));
    }
  }

  /** Notes what an element's content says of its siblings. @param depth that of the element around it */
  #give({ bytes }: View, { kind, parent, isNamed }: Node, { start, end }: Part, depth = this.#depth - 1): void {
    if (!gives(kind) || isNamed || depth < 0) return;
    const name = nameIn(bytes, start, end);
    if (name === undefined) return;
    this.#given[depth] = withGiven(this.#given[depth], kind, name);
    // `<type><text>…</text></type>` is what the siblings of the type are called.
    if (depth > 0 && parent !== undefined && gives(parent.kind) && !isType(kind))
      this.#given[depth - 1] = withGiven(this.#given[depth - 1], parent.kind, name);
  }

  /** What the siblings of an element that is open say of it, or those of what it is in. */
  #givenTo(node: Node, depth: number): Given | undefined {
    let holder: Node | undefined = node;
    for (let above = depth - 1; above >= 0; above--) {
      if (this.#given[above] !== undefined) return this.#given[above];
      holder = holder?.parent;
      if (holder === undefined || !handsOn(holder.kind)) return undefined;
    }
    return undefined;
  }

  /** Id of the names of what is called so. */
  #called({ id, kind }: Node, given: Given | undefined): number | undefined {
    return id === undefined || !takes(kind) ? id : this.#ids.called(id, kind, given);
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
    this.#lastClosed = name;
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
    const above = parent.id === undefined ? [] : placeNames(this.#ids.list(parent.id));
    const id = this.#ids.of([...above, name]);
    if (id === undefined) return undefined;
    const kind = isNamed ? 0 : KEYED.has(name) ? takenAs(NAME) : siblingKind(name);
    const node = { name, parent, id, isNamed, kind, children: new Map<string, Node>() };
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
