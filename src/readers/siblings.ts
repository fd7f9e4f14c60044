/**
 * Which keys of a record say what the value of another one is called: `{"name": "DB_PASSWORD", "value": "…"}`,
 * `{"question": "What is your SSN?", "answer": "…"}`, `{"type": {"text": "Passport number"}, "value": "…"}`. Much structured data names its
 * values so. Knows keys by convention alone, and no keyword of any detector.
 */
import { type NameList, withAside } from '../core/segment.js';

/** What a key gives: what kind of value its siblings hold, how they are headed, what they are called. The last says most. */
export const TYPE = 1;
export const TITLE = 2;
export const NAME = 4;
/** Kinds hold what a key gives in their lowest bits, and from this bit on which of these it takes. */
const TAKEN = 3;
const ALL = TYPE | TITLE | NAME;
/** The key says nothing of its value: what holds them both does (`{"db_password": {"value": "…"}}`). */
const HELD = 1 << 6;

/** Longer keys are none of these. */
const LONGEST_KEY = 32;
const WORDS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Keys by what they give or take, as docs/formats.md lists them. */
export const SIBLING_KEYS = {
  names: 'name key field label question attribute attr property prop setting option parameter param variable var header',
  titles: 'title text',
  types: 'type kind system code id',
  // Not `secret`: that says itself what its value is, and must stay the last of its names.
  values: 'value val values answer answers response default',
  numbers: 'number',
  // `{"system": "http://hl7.org/fhir/sid/icd-10", "code": "…"}`.
  codes: 'code',
  texts: 'text content contents data',
} as const satisfies Record<string, string>;

const GIVES = kindsOf([
  [NAME, SIBLING_KEYS.names],
  [TITLE, SIBLING_KEYS.titles],
  [TYPE, SIBLING_KEYS.types],
]);
const TAKES = kindsOf([
  [ALL, SIBLING_KEYS.values],
  [TYPE | NAME, SIBLING_KEYS.numbers],
  [TYPE, SIBLING_KEYS.codes],
  [NAME, SIBLING_KEYS.texts],
]);
/** Words that may stand before these: `ParameterKey`, `option_value`, `fieldName`. What an `api_key` or a `user_name` holds names nothing. */
const GENERIC = new Set(
  'name key field label question attribute property setting option parameter variable header value item entry output element column form input custom meta metadata config env data display text tag'.split(
    ' ',
  ),
);
const BEFORE_TYPE = new Set('id identifier identification document doc value field data contact number'.split(' '));
const BEFORE_VALUE = new Set(
  'string str int integer secure secret default current raw text plain user input selected'.split(' '),
);
const BEHIND_VALUE = new Set('string str text int integer number code date decimal uri'.split(' '));
/** In JSON of DynamoDB, and where XML was made JSON. */
const WRAPPERS = new Set(['S', 'N', '$t', '#text', '_text', '$value', '@value', '_value']);

function kindsOf(rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)));
}

/** What a key gives to its siblings, and takes of them; 0 for most. The structure scan knows the bits as well. */
export function siblingKind(key: string): number {
  if (WRAPPERS.has(key)) return (ALL << TAKEN) | HELD;
  if (key.length > LONGEST_KEY) return 0;
  const words = key.match(WORDS)?.map((word) => word.toLowerCase());
  const last = words?.pop();
  // A number or another letter makes it another key.
  if (words === undefined || last === undefined || !/^[A-Za-z_-]*$/.test(key)) return 0;
  const isGeneric = words.every((word) => GENERIC.has(word));
  const given = GIVES.get(last) ?? 0;
  const gives = isGeneric || (given === TYPE && words.every((word) => BEFORE_TYPE.has(word))) ? given : 0;
  return gives | takenBy(words, last, isGeneric);
}

function takenBy(before: readonly string[], last: string, isGeneric: boolean): number {
  const isTyped = before.length === 1 && before[0] === 'value' && BEHIND_VALUE.has(last);
  const taken = isTyped ? ALL : (TAKES.get(last) ?? 0);
  const isKnown = isGeneric || isTyped || (taken === ALL && before.every((word) => BEFORE_VALUE.has(word)));
  return isKnown && taken !== 0 ? (taken << TAKEN) | HELD : 0;
}

/** What the members of an object say of the value that one of them holds. */
export interface Given {
  readonly type: string | undefined;
  readonly title: string | undefined;
  readonly name: string | undefined;
}

const NOTHING: Given = { type: undefined, title: undefined, name: undefined };

/**
 * The names of a value, with what else it is called behind them: what its siblings call it, and where that is no name, its holder.
 * @param place names on the path to it @param kind that of the last of them
 */
export function calledList(place: readonly string[], kind: number, given: Given = NOTHING): NameList {
  const taken = kind >> TAKEN;
  const aside = [taken & TYPE && given.type, taken & TITLE && given.title, taken & NAME && given.name].filter(
    (name) => name !== undefined && name !== 0,
  );
  const holder = place.at(-2);
  const isNamed = (taken & NAME && given.name !== undefined) || (taken & TITLE && given.title !== undefined);
  if ((kind & HELD) !== 0 && !isNamed && holder !== undefined) aside.push(holder);
  return withAside(place, aside);
}

/** What is known with one more text of a member whose key is of that kind. Of two names the first is one more title, and so of two types. */
export function withGiven(given: Given = NOTHING, kind: number, text: string): Given {
  const { type, title, name } = given;
  if (kind & NAME) return { type, title: name ?? title, name: text };
  if (kind & TITLE) return { type, title: text, name };
  return { type: text, title: title ?? type, name };
}

/** Whether a key of that kind says what its siblings are called. */
export function gives(kind: number): boolean {
  return (kind & ALL) !== 0;
}

/** Whether it says no more than what kind of value they hold. */
export function isType(kind: number): boolean {
  return (kind & ALL) === TYPE;
}

/** Whether its value is called by something else than the key. */
export function takes(kind: number): boolean {
  return kind >> TAKEN !== 0;
}

/** The kind of a key that gives nothing, and takes what keys of these kinds give. */
export function takenAs(kinds: number): number {
  return kinds << TAKEN;
}

/** Whether what is below such a key is called as its value would be. */
export function handsOn(kind: number): boolean {
  return ((kind >> TAKEN) & TITLE) !== 0;
}

/** Longest name in characters, and most digits and spaces in it; more are data. */
const LONGEST = 64;
export const LONGEST_BYTES = 128;
const MOST_DIGITS = 6;
const MOST_SPACES = 5;

/** Whether `bytes[start, end)` may be what a value is called. The same as in the structure scan. */
function readsAsName(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0;
  let digits = 0;
  let spaces = 0;
  let characters = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    // Not the first byte of a character.
    if ((byte & 0xc0) === 0x80) continue;
    characters++;
    if (byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)) letters++;
    else if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (byte === 0x20) spaces++;
    // Control characters, and the marks of code: `;`, `<`, `=`, `>`, `{`, `}`.
    else if (byte < 0x20 || (byte >= 0x3b && byte <= 0x3e) || byte === 0x7b || byte === 0x7d) return false;
  }
  return letters >= 2 && digits <= MOST_DIGITS && spaces <= MOST_SPACES && characters <= LONGEST;
}

/** The text of `bytes[start, end)`, in UTF-8, if it may be what a value is called. */
export function nameIn(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > LONGEST_BYTES || !readsAsName(bytes, start, end)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
