/**
 * HL7 version 2, in which hospitals tell each other of patients: a value's segment and number say what it is, and nothing beside it does.
 * All of a message is examined as text as well. What it does not do: escape sequences (`\T\`) stay as they are.
 */
import { InternalError } from '../../core/errors.js';
import type { Values, View } from '../named-text.js';
import { readNamedText } from '../named-text.js';
import { finderOf, Paths, type SettingsSteps } from '../settings/paths.js';
import { limitFrom, NEWLINE, textAt } from '../settings/scalars.js';
import type { ReadRequest, Steps } from '../types.js';
import { ADDRESS_PARTS, CODING_SYSTEMS, FIELDS, type FieldKind, IDENTIFIER_TYPES, NAME_PARTS } from './fields.js';

const RETURN = 0x0d;
/** Letters of a segment's name. */
const ID = 3;
/** Segments that say how the others are written: of a message, a batch and a file. */
const HEADERS = new Set(['MSH', 'BHS', 'FHS']);
/** Identifier and type of a CX, text and coding system of a CE, by number of the component from 0. */
const TYPE = 4;
const SYSTEM = 2;
const CODE_TEXT = 1;
const OBSERVATION = 'OBX';
const OBSERVATION_NAME = 3;
const OBSERVATION_VALUE = 5;

/** Reads messages, one or many. */
export function* readHl7(request: ReadRequest): Steps {
  const { format } = request;
  if (format.kind !== 'hl7') throw new InternalError('the reader of HL7 was given another format');
  yield* readNamedText(request, format, finderOf(new Hl7Steps()));
}

type Span = readonly [start: number, end: number];

class Hl7Steps implements SettingsSteps {
  readonly paths = new Paths();
  #field = 0x7c;
  #component = 0x5e;
  #repetition = 0x7e;
  /** In a segment that is longer than what is looked at. */
  #isLong = false;

  step(view: View, values: Values, at: number): number {
    const { bytes, to, length, isEnd } = view;
    const limit = this.#isLong ? to : limitFrom(view, at);
    let end = at;
    while (end < limit && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end++;
    if (this.#isLong) {
      this.#isLong = end === limit;
      return end === limit ? to : end + 1;
    }
    if (end === limit && !(isEnd && limit === length)) {
      this.#isLong = true;
      return at;
    }
    this.#segment(bytes, [at, end], values);
    return end + 1;
  }

  #segment(bytes: Uint8Array, [at, end]: Span, values: Values): void {
    // A message that came over a line begins with a vertical tab.
    const start = at < end && bytes[at]! < 0x20 ? at + 1 : at;
    if (end - start <= ID) return;
    const id = textAt(bytes, start, start + ID);
    if (HEADERS.has(id)) {
      this.#field = bytes[start + ID]!;
      this.#component = bytes[start + ID + 1] ?? 0;
      this.#repetition = bytes[start + ID + 2] ?? 0;
      return;
    }
    const kinds = FIELDS.get(id);
    if ((kinds === undefined && id !== OBSERVATION) || bytes[start + ID] !== this.#field) return;
    const fields = parts(bytes, [start + ID + 1, end], this.#field);
    if (id === OBSERVATION) this.#observation(bytes, fields, values);
    else
      for (const [number, kind] of kinds!) {
        const field = fields[number - 1];
        if (field === undefined || field[0] === field[1]) continue;
        for (const repetition of parts(bytes, field, this.#repetition))
          for (const { name, span } of named(bytes, parts(bytes, repetition, this.#component), kind))
            this.#add(values, span, id, name);
      }
  }

  /** What was observed is called as its third field says. */
  #observation(bytes: Uint8Array, fields: readonly Span[], values: Values): void {
    const [called, observed] = [fields[OBSERVATION_NAME - 1], fields[OBSERVATION_VALUE - 1]];
    if (called === undefined || observed === undefined) return;
    const named = parts(bytes, called, this.#component);
    const text = textOf(bytes, named[CODE_TEXT]) || textOf(bytes, named[0]);
    if (text === '') return;
    for (const repetition of parts(bytes, observed, this.#repetition))
      for (const component of parts(bytes, repetition, this.#component)) this.#add(values, component, OBSERVATION, text);
  }

  #add(values: Values, span: Span, segment: string, name: string): void {
    this.paths.list(values, span, this.paths.below(this.paths.below(this.paths.root, segment), name));
  }
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** What the components of a field are called, in their order. */
function named(bytes: Uint8Array, components: readonly Span[], kind: FieldKind): readonly Named[] {
  const first = components[0]!;
  switch (kind.kind) {
    case 'value':
      return [{ name: kind.name, span: first }];
    case 'phone':
      return [{ name: 'phone number', span: first }];
    case 'name':
      return inParts(components, NAME_PARTS);
    case 'address':
      return inParts(components, ADDRESS_PARTS);
    case 'identifier':
      return [{ name: IDENTIFIER_TYPES.get(textOf(bytes, components[TYPE])) ?? kind.name, span: first }];
    case 'code': {
      const system = textOf(bytes, components[SYSTEM]).replaceAll('-', '').toUpperCase();
      return [{ name: CODING_SYSTEMS.get(system) ?? kind.name, span: first }];
    }
    case 'clinician':
      return [{ name: 'npi', span: first }, ...inParts(components.slice(1), NAME_PARTS)];
  }
}

function inParts(components: readonly Span[], names: readonly (string | undefined)[]): readonly Named[] {
  return names.flatMap((name, i) => {
    const span = components[i];
    return name === undefined || span === undefined ? [] : [{ name, span }];
  });
}

/** Pieces of a span between separators. */
function parts(bytes: Uint8Array, [start, end]: Span, separator: number): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== separator) continue;
    found.push([from, at]);
    from = at + 1;
  }
  found.push([from, end]);
  return found;
}

function textOf(bytes: Uint8Array, span: Span | undefined): string {
  return span === undefined ? '' : textAt(bytes, span[0], span[1]);
}
