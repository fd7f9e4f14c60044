/**
 * Finds values with a label before them on their line, in letters, forms, mails, address books and directories. Nothing is kept from one
 * block to the next: a label and its value lie near each other, and the halo shows both.
 */
import type { FieldNames } from '../../core/field-names.js';
import type { Fields } from '../../core/format.js';
import { addLabelEnd, LABEL_ENDS_BYTES } from '../../core/label-ends.js';
import type { Location, NameList } from '../../core/segment.js';
import type { EscapeStyle } from '../escapes.js';
import { NameIds } from '../name-ids.js';
import { type Finder, SHORTEST, type ValueFacts, type Values, type View } from '../named-text.js';
import type { ReadRequest } from '../types.js';
import { type Below, valuesBelow } from './below.js';
import { COLON, LABEL_BYTES, type LabelText, labelAt } from './labels.js';
import { attributeName, PROPERTY_ESCAPES, partNames } from './properties.js';
import { displayNames, partsOf, type Span, VALUE_BYTES, valueBehind } from './values.js';

const BACKSLASH = 0x5c;
const FIELD: ValueFacts = { isField: true };
const ESCAPED_FIELD: ValueFacts = { isField: true, isEscaped: true };
/** Where the names of people stand before their addresses. */
const DISPLAY_NAME = 'display name';
/** Labels of addresses of mail, and of those who had a part in a change (`Signed-off-by`). */
const OF_ADDRESSES = /^(?:from|to|cc|bcc|[\p{L}-]+-by)$/iu;
/** The last words of these. */
const ADDRESS_WORDS = ['from', 'to', 'cc', 'bcc', 'by'];
/** Where nobody says what labels name, all do. */
const ALL: FieldNames = { ends: new Uint8Array(LABEL_ENDS_BYTES).fill(0xff), of: (label) => label };

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
  readonly labelEnds: Uint8Array;
  readonly #ids: NameIds;

  readonly #fields: Fields;
  readonly #fieldNames: FieldNames;

  constructor(fields: Fields, { fieldNames = ALL }: Pick<ReadRequest, 'fieldNames'>, ids: NameIds = new NameIds()) {
    this.#fields = fields;
    this.#fieldNames = fieldNames;
    this.labelEnds = labelEnds(fields, fieldNames);
    this.#ids = ids;
  }

  names(id: number): NameList {
    return this.#ids.list(id);
  }

  /** A label makes no column: the place in a text is its line, as of all that stands in it. */
  location(): Location {
    return {};
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
    const next = (at: number): number => view.nextLabel(at, to, text.back);
    for (let colon = next(Math.max(0, from - forward)); colon < to; colon = next(colon + 1)) {
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

/** By what the names' own ends are: of a run, they are the same for all items. */
const endsWithAddresses = new WeakMap<Uint8Array, Uint8Array>();

/** The ends of the labels that are looked at. */
function labelEnds(fields: Fields, { ends }: FieldNames): Uint8Array {
  if (fields === 'properties') return ALL.ends;
  let all = endsWithAddresses.get(ends);
  if (all === undefined) {
    all = Uint8Array.from(ends);
    for (const word of ADDRESS_WORDS) addLabelEnd(all, word);
    endsWithAddresses.set(ends, all);
  }
  return all;
}
