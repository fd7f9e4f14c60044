/**
 * What the short names of address books and directories stand for: properties of vCard (RFC 6350, sections 6.2 and 6.3) and attributes of
 * LDAP (RFC 4519, section 2), which no form for people is written with.
 */
import type { EscapeStyle } from '../escapes.js';

/** Written in capitals, with no space behind the colon: the parts of the value that `;` separates, or all of it under one name. */
const VCARD: ReadonlyMap<string, readonly (string | undefined)[]> = new Map([
  ['FN', ['full name']],
  ['N', ['family name', 'given name', 'additional name']],
  ['ADR', [undefined, undefined, 'street address']],
]);
/** As directories write them. */
const LDAP: ReadonlyMap<string, string> = new Map([['sn', 'surname']]);

const NEWLINE = 0x0a;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

/** Escapes of text in vCard and iCalendar (RFC 6350, 3.4; RFC 5545, 3.3.11). */
export const PROPERTY_ESCAPES: EscapeStyle = {
  byte: BACKSLASH,
  read(bytes, at, end) {
    const byte = at + 1 < end ? bytes[at + 1]! : 0;
    const isNewline = byte === 0x6e || byte === 0x4e;
    if (!isNewline && byte !== COMMA && byte !== SEMICOLON && byte !== BACKSLASH) return { length: 1, reach: 2, codePoint: -1 };
    return { length: 2, reach: 2, codePoint: isNewline ? NEWLINE : byte };
  },
};

/** What the parts of a vCard property hold; undefined for what says itself what it holds. */
export function partNames(label: string): readonly (string | undefined)[] | undefined {
  return VCARD.get(label);
}

/** What an attribute is called in words; undefined where its name is such. */
export function attributeName(label: string): string | undefined {
  return LDAP.get(label);
}
