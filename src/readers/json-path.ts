/** Writes a field path as JSONPath (RFC 9535), cut from the front as Macie cuts it. */

/** A member's name or an index from 0. */
export type PathElement = string | number;

/** Characters of a name that are kept: the last ones. Macie's rule for element names. */
const NAME_CHARACTERS = 240;
/** Characters of a path: elements are dropped from the front until it fits. Macie's rule for paths. */
const PATH_CHARACTERS = 250;

/** A name that needs no brackets: RFC 9535, member-name-shorthand. */
const SHORTHAND = /^[A-Za-z_\u0080-\ud7ff\ue000-\u{10ffff}][0-9A-Za-z_\u0080-\ud7ff\ue000-\u{10ffff}]*$/u;
const ESCAPES: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** `$.a.b[2]['odd key']`. A path that was cut begins with `$..`: what follows stands somewhere below the root. */
export function jsonPath(elements: readonly PathElement[]): string {
  const kept: string[] = [];
  let length = 1;
  for (let i = elements.length - 1; i >= 0; i--) {
    const text = element(elements[i]!);
    // Room for the two dots of a cut path, unless this is the last one to be added.
    const room = i === 0 ? PATH_CHARACTERS : PATH_CHARACTERS - 2;
    if (kept.length > 0 && length + text.length > room) return `$..${kept.reverse().join('').replace(/^\./, '')}`;
    kept.push(text);
    length += text.length;
  }
  return `$${kept.reverse().join('')}`;
}

function element(value: PathElement): string {
  if (typeof value === 'number') return `[${value}]`;
  const characters = Array.from(value);
  const name = characters.length > NAME_CHARACTERS ? characters.slice(-NAME_CHARACTERS).join('') : value;
  return SHORTHAND.test(name) ? `.${name}` : `['${Array.from(name, escaped).join('')}']`;
}

function escaped(character: string): string {
  const known = ESCAPES[character];
  if (known) return known;
  const code = character.codePointAt(0)!;
  return code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : character;
}
