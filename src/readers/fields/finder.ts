/**
 * Finds values with a label before them on their line, in letters, forms, mails, address books and directories. Nothing is kept from one
 * block to the next: a label and its value lie near each other, and the halo shows both.
 */
import type { FieldNames } from '../../core/field-names.js';
import type { Fields } from '../../core/format.js';
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { NameIds } from '../name-ids.js';
import { type Finder, SHORTEST, type ValueFacts, type Values, type View } from '../named-text.js';
import type { ReadRequest } from '../types.js';
import { type Below, valuesBelow } from './below.js';
import { COLON, LABEL_BYTES, type LabelText, labelAt, nameEnd, WIDE_COLON } from './labels.js';
import { attributeName, PROPERTY_ESCAPES, partNames } from './properties.js';
import { displayNames, isWideColon, partsOf, type Span, VALUE_BYTES, valueBehind } from './values.js';

const BACKSLASH = 0x5c;
const FIELD: ValueFacts = { isField: true };
const ESCAPED_FIELD: ValueFacts = { isField: true, isEscaped: true };
/** Where the names of people stand before their addresses. */
const DISPLAY_NAME = 'display name';
/** Labels of addresses of mail, and of those who had a part in a change (`Signed-off-by`). */
const OF_ADDRESSES = /^(?:from|to|cc|bcc|[\p{L}-]+-by)$/iu;
/** The last two letters of these. */
const ADDRESS_ENDS: ReadonlySet<number> = new Set(['om', 'to', 'cc', 'by'].map((end) => Buffer.from(end).readUInt16BE()));
/** Where nobody says what labels name, all do. */
const ALL: FieldNames = { mayEnd: () => true, of: (label) => label };

/** What the values with a label are called: all of one, its parts, and whether names of people before addresses of mail are looked for. */
interface Names {
  readonly whole: string | undefined;
  readonly parts: readonly (string | undefined)[] | undefined;
  readonly isOfAddresses: boolean;
}

interface Field {
  readonly value: Span;
  readonly names: Names;
}

export class FieldFinder implements Finder {
  readonly shape = 'column';
  readonly isSole = false;
  /** None lies in another. */
  readonly leastBytes = SHORTEST;
  readonly #ids: NameIds;

  readonly #fields: Fields;
  readonly #fieldNames: FieldNames;

  constructor(fields: Fields, { fieldNames = ALL }: Pick<ReadRequest, 'fieldNames'>, ids: NameIds = new NameIds()) {
    this.#fields = fields;
    this.#fieldNames = fieldNames;
    this.#ids = ids;
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  location(id: number): Location {
    return { columnName: this.#ids.list(id).join('.') };
  }

  escapes(): EscapeStyle {
    return PROPERTY_ESCAPES;
  }

  /** Lists the values that begin in `[from, to)`: also those whose label stands before. */
  find(view: View, values: Values): number {
    const { from, to, length, isFirst, back: room, reach } = view;
    const bytes = Buffer.from(view.bytes.buffer, view.bytes.byteOffset, view.bytes.length);
    // A colon that is looked at lies up to `forward` before `from`, and its label up to `back` before that.
    const half = Math.floor((room - 1) / 2);
    // Behind a value lies the label that ends it, and what tells that this is one.
    const forward = Math.min(VALUE_BYTES, Math.floor(reach / 2), half);
    const text: LabelText = { bytes, length, isFirst, back: Math.min(LABEL_BYTES, half), forward };
    const owned: Values = {
      add: (start, end, name, facts) => {
        if (start >= from && start < to) values.add(start, end, name, facts);
      },
    };
    const lines = this.#fields === 'beside and above' ? valuesBelow(text, from, to, this.#fieldNames) : [].values();
    let below = lines.next();
    for (let colon = nextColon(view, Math.max(0, from - forward)); colon < to; colon = nextColon(view, colon + 1)) {
      if (!this.#mayName(text, colon)) continue;
      const label = labelAt(text, colon);
      const names = label && this.#namesOf(label.text);
      const value = names && valueBehind(text, colon, label!.isAlone);
      if (value === undefined) continue;
      for (; !below.done && below.value.value.start < value.start; below = lines.next()) this.#listBelow(below.value, owned);
      this.#list(text, { value, names: names! }, owned);
    }
    for (; !below.done; below = lines.next()) this.#listBelow(below.value, owned);
    return to;
  }

  /** Most colons end nothing that is looked at: the bytes before them tell. */
  #mayName({ bytes, back }: LabelText, colon: number): boolean {
    const end = nameEnd(bytes, colon, Math.max(0, colon - back));
    if (end === 0) return false;
    const last = ((((bytes[end - 2] ?? 0) << 8) | bytes[end - 1]!) & 0xdfdf) | 0x2020;
    return this.#fieldNames.mayEnd(bytes, end) || ADDRESS_ENDS.has(last) || this.#fields === 'properties';
  }

  /** What values with that label are called; undefined where they are not looked at. */
  #namesOf(label: string): Names | undefined {
    const whole = this.#fieldNames.of(attributeName(label) ?? label);
    const parts = partNames(label)?.map((name) => (name === undefined ? undefined : this.#fieldNames.of(name)));
    const isOfAddresses = whole !== undefined || OF_ADDRESSES.test(label);
    return isOfAddresses || parts !== undefined ? { whole, parts, isOfAddresses } : undefined;
  }

  #list({ bytes }: LabelText, { value, names }: Field, values: Values): void {
    if (names.parts !== undefined && bytes[value.start - 1] === COLON) {
      const spans = names.parts.length === 1 ? [value] : partsOf(bytes, value);
      for (const [i, span] of spans.entries()) {
        const isEscaped = bytes.subarray(span.start, span.end).includes(BACKSLASH);
        if (span.end > span.start) this.#add(values, span, [names.parts[i]], isEscaped);
      }
      return;
    }
    const people = names.isOfAddresses ? displayNames(bytes, value) : [];
    const called = people.length === 0 ? undefined : this.#fieldNames.of(DISPLAY_NAME);
    for (const span of people) this.#add(values, span, names.whole === undefined ? [called] : [names.whole, called]);
    if (people.length === 0) this.#add(values, value, [names.whole]);
  }

  #listBelow({ label, value }: Below, values: Values): void {
    this.#add(values, value, [this.#fieldNames.of(label.text)]);
  }

  /** @param names those that are undefined say nothing */
  #add(values: Values, { start, end }: Span, names: readonly (string | undefined)[], isEscaped = false): void {
    const last = names.at(-1);
    const id = last === undefined ? undefined : this.#ids.of(names as NameList);
    if (id !== undefined) values.add(start, end, id, isEscaped ? ESCAPED_FIELD : FIELD);
  }
}

/** What colons of both kinds begin with. */
const COLONS = [COLON, WIDE_COLON[0]!] as const;

/** The colon of either kind from `at` on, or `view.to`. */
function nextColon({ bytes, to, length, next }: View, at: number): number {
  let found = next(COLONS, at, to);
  while (found < to && bytes[found] !== COLON && !(found + 2 < length && isWideColon(bytes, found)))
    found = next(COLONS, found + 1, to);
  return found;
}
