/**
 * Names values of HTML: cells of tables, definitions, fields of forms, `data-` attributes. All of the text is examined as it is
 * stored as well; texts with character references are listed without a name, so that they are examined as they are read.
 */
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { NameIds } from '../name-ids.js';
import type { Finder, Values, View } from '../named-text.js';
import { ENTITIES } from './entities.js';
import { HtmlTables } from './html-tables.js';
import { type Attribute, indexOf, type Part, type Tag, text } from './tags.js';
import { Walk } from './walk.js';

const AMPERSAND = 0x26;
/** Lists of names of an item; what is beyond has none. */
const MOST_NAMES = 65_536;
/** Characters of a label or term. */
const LONGEST_NAME = 200;
/** Elements whose content has no tags. */
const RAW: ReadonlySet<string> = new Set(['script', 'style']);
/** Elements that a label before them says the meaning of. */
const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'output']);
/** Attributes that say what a field or a fact is. */
const NAMING: readonly string[] = ['name', 'id', 'placeholder', 'aria-label', 'property', 'itemprop', 'autocomplete'];
const NO_ID = 0;

/** What a text is part of, beside tables. */
type Place = 'label' | 'term' | 'definition' | undefined;

export class HtmlFinder implements Finder {
  readonly shape = 'record';
  readonly isSole = false;
  readonly #ids = new NameIds(MOST_NAMES);
  /** Ids of lists that come again and again. */
  readonly #known = new WeakMap<NameList, number>();
  readonly #tables = new HtmlTables();
  readonly #walk: Walk;
  #values: Values | undefined;
  #place: Place;
  /** The last label and the last term, as far as they are read. */
  #label = '';
  #term = '';
  /** Names of the text area that is open. */
  #area: NameList | undefined;

  constructor() {
    this.#walk = new Walk({
      tag: (view, tag) => (tag.kind === 'open' ? this.#opened(view, tag) : this.#closed(tag.name.toLowerCase())),
      text: (view, part) => this.#text(view, part),
    });
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number, row: number): Location {
    const columnName = this.#ids.list(id).join('.');
    return { ...(row > 0 && { row }), ...(columnName !== '' && { columnName }) };
  }

  escapes(): EscapeStyle {
    return ENTITIES;
  }

  find(view: View, values: Values): number {
    this.#values = values;
    return this.#walk.find(view);
  }

  #opened(view: View, { name: written, attributes }: Tag & { readonly kind: 'open' }): string | undefined {
    const name = written.toLowerCase();
    const span = name.length === 2 ? attributes.find((attribute) => attribute.name.toLowerCase() === 'colspan') : undefined;
    this.#tables.opened(name, span === undefined ? 1 : spanOf(text(view.bytes, span.value)));
    if (name === 'label') {
      this.#place = 'label';
      this.#label = '';
    } else if (name === 'dt') {
      this.#place = 'term';
      this.#term = '';
    } else if (name === 'dd') this.#place = 'definition';
    if (attributes.length > 0) this.#attributes(view, name, attributes);
    this.#area = name === 'textarea' ? this.#fieldNames(view.bytes, attributes) : undefined;
    if (FIELDS.has(name)) this.#label = '';
    return RAW.has(name) ? name : undefined;
  }

  #closed(name: string): undefined {
    this.#tables.closed(name);
    this.#area = undefined;
    if (name === 'label' || name === 'dt' || name === 'dd' || name === 'dl') this.#place = undefined;
    if (name === 'dl') this.#term = '';
    if (name === 'form' || name === 'td' || name === 'p') this.#label = '';
  }

  /** What a field is called: by itself, and by the label before it. */
  #fieldNames(bytes: Uint8Array, attributes: readonly Attribute[]): NameList {
    const own = NAMING.flatMap((naming) => {
      const attribute = attributes.find(({ name }) => name.toLowerCase() === naming);
      return attribute === undefined ? [] : [text(bytes, attribute.value)];
    });
    const names = this.#label === '' ? own : [this.#label, ...own];
    return [...new Set(names)].filter((name) => name !== '' && name.length <= LONGEST_NAME);
  }

  #attributes(view: View, element: string, attributes: readonly Attribute[]): void {
    for (const { name: written, value } of attributes) {
      const name = written.toLowerCase();
      const isField =
        (name === 'value' && element !== 'option') || (name === 'content' && element === 'meta') || name === 'datetime';
      const names = isField ? this.#fieldNames(view.bytes, attributes) : name.startsWith('data-') ? [name.slice(5)] : undefined;
      this.#list(view, value, names, 0);
    }
  }

  #text(view: View, part: Part): void {
    const { isHeader } = this.#tables;
    if (isHeader || this.#place === 'label' || this.#place === 'term') {
      const written = text(view.bytes, part);
      if (isHeader) this.#tables.add(written);
      if (this.#place === 'label') this.#label = joined(this.#label, written);
      else if (this.#place === 'term') this.#term = joined(this.#term, written);
    }
    const inCell = this.#tables.names;
    const names = this.#area ?? (this.#place === 'definition' && this.#term !== '' ? [this.#term] : inCell);
    this.#list(view, part, names, names === inCell ? this.#tables.row : 0);
  }

  /** Lists a value where it has a name, or is written otherwise than it reads. */
  #list({ bytes }: View, { start, end }: Part, names: NameList | undefined, row: number): void {
    const isEscaped = indexOf(AMPERSAND, bytes, start, end) >= 0;
    const id = names === undefined || names.length === 0 ? NO_ID : this.#idOf(names);
    if (id !== NO_ID || isEscaped) this.#values!.add(start, end, id, { row, isEscaped });
  }

  #idOf(names: NameList): number {
    let id = this.#known.get(names);
    if (id === undefined) {
      id = this.#ids.of(names) ?? NO_ID;
      this.#known.set(names, id);
    }
    return id;
  }
}

function joined(before: string, more: string): string {
  return before === '' ? more.slice(0, LONGEST_NAME) : `${before} ${more}`.slice(0, LONGEST_NAME);
}

function spanOf(written: string): number {
  const span = Number.parseInt(written, 10);
  return span > 1 && span < 100 ? span : 1;
}
