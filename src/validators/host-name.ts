/**
 * Host names as they stand in mail addresses: labels of letters, digits and hyphens (RFC 1123) below a top-level domain
 * that exists. Says nothing of whether the host does.
 */
import { domainToASCII } from 'node:url';
import { afterLast } from './ascii.js';
import { TOP_LEVEL_DOMAINS } from './tld-table.js';

const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const SPACE = 0x20;

const OTHER = 0;
const ALNUM = 1;
/** By byte: `DOT`, `HYPHEN`, `ALNUM` for a letter or digit, `OTHER`. */
const KINDS = new Uint8Array(256).fill(OTHER);
/** By byte: the lower-case letter for an upper-case one, else the byte. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => byte);
for (let i = 0; i < 26; i++) {
  KINDS[0x41 + i] = ALNUM;
  KINDS[0x61 + i] = ALNUM;
  LOWER[0x41 + i] = 0x61 + i;
}
for (let digit = 0; digit < 10; digit++) KINDS[0x30 + digit] = ALNUM;
// Letters outside ASCII are for the pattern to choose.
KINDS.fill(ALNUM, 0x80);
KINDS[DOT] = DOT;
KINDS[HYPHEN] = HYPHEN;

/** Slots of an open-addressing table: a power of two, about a third full. */
const SLOTS = 4096;

interface NameTable {
  /** A space stands behind each name. */
  readonly names: Uint8Array;
  /** Where each name starts in `names`, plus 1; 0 is an empty slot. */
  readonly slots: Uint16Array;
}

/** Made for the first name that is looked up. */
let topLevelDomains: NameTable | undefined;

function nameTable(): NameTable {
  const names = Uint8Array.from(Buffer.from(`${TOP_LEVEL_DOMAINS} `, 'latin1'));
  const slots = new Uint16Array(SLOTS);
  for (let at = 0; at < names.length; ) {
    const end = names.indexOf(SPACE, at);
    let slot = slotOf(names, at, end);
    while (slots[slot]) slot = (slot + 1) % SLOTS;
    slots[slot] = at + 1;
    at = end + 1;
  }
  return { names, slots };
}

/** Top-level and second-level names that RFC 2606 and RFC 6761 set aside, so that nobody has them; by their last letter. */
const reserved: string[][] = Array.from({ length: 256 }, () => []);
for (const name of ['example', 'invalid', 'localhost', 'test', 'example.com', 'example.net', 'example.org', 'example.edu'])
  reserved[name.charCodeAt(name.length - 1)]!.push(name);

/** Whether `bytes[start, end)` is a well-formed host name of two labels and more below a top-level domain that exists or is reserved. */
export function isHostName(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_NAME) return false;
  let labels = 1;
  let labelStart = start;
  for (let i = start; i <= end; i++) {
    const kind = i < end ? KINDS[bytes[i]!]! : DOT;
    if (kind === ALNUM) continue;
    if (kind === DOT) {
      if (i === labelStart || i - labelStart > LONGEST_LABEL || bytes[i - 1] === HYPHEN) return false;
      if (i < end) {
        labels++;
        labelStart = i + 1;
      }
    } else if (kind !== HYPHEN || i === labelStart) return false;
  }
  return labels > 1 && (isTopLevelDomain(bytes, labelStart, end) || isReservedHost(bytes, start, end));
}

/** Whether the host name in `bytes[start, end)` is reserved for documentation and tests, is used so in a country, or lies below such a name. */
export function isReservedHost(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return false;
  const candidates = reserved[LOWER[bytes[end - 1]!]!]!;
  for (let i = 0; i < candidates.length; i++) if (endsWithName(bytes, start, end, candidates[i]!)) return true;
  return isNationalExample(bytes, start, end);
}

const EXAMPLE = 'example';

/** Whether the name is `example` below a country's domain (`example.fr`, `example.co.uk`), which texts of that country write for it. */
function isNationalExample(bytes: Uint8Array, start: number, end: number): boolean {
  const top = afterLast(bytes, start, end, DOT);
  if (end - top < 2 || end - top > 3) return false;
  if (endsWithName(bytes, start, top - 1, EXAMPLE)) return true;
  const second = afterLast(bytes, start, top - 1, DOT);
  if (top - 1 - second < 1 || top - 1 - second > 3) return false;
  return endsWithName(bytes, start, second - 1, EXAMPLE);
}

/** Whether a label of the root zone stands in `bytes[start, end)`, in any case. */
export function isTopLevelDomain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x80) return isForeignDomain(bytes, start, end);
  return isListed(bytes, start, end);
}

/** A label outside ASCII by its form in the list, `xn--…` (RFC 5891). */
function isForeignDomain(bytes: Uint8Array, start: number, end: number): boolean {
  const ascii = Buffer.from(domainToASCII(Buffer.from(bytes.subarray(start, end)).toString('utf8')), 'latin1');
  return isListed(ascii, 0, ascii.length);
}

function isListed(bytes: Uint8Array, start: number, end: number): boolean {
  topLevelDomains ??= nameTable();
  const { names, slots } = topLevelDomains;
  for (let slot = slotOf(bytes, start, end); slots[slot]; slot = (slot + 1) & (SLOTS - 1)) {
    const at = slots[slot]! - 1;
    let i = 0;
    while (i < end - start && names[at + i] === LOWER[bytes[start + i]!]) i++;
    if (i === end - start && names[at + i] === SPACE) return true;
  }
  return false;
}

/** FNV-1a over lower-case bytes. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ LOWER[bytes[i]!]!, 0x01000193);
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

/** Whether the name in `bytes[start, end)` is `name`, in lower case, or lies below it. */
export function endsWithName(bytes: Uint8Array, start: number, end: number, name: string): boolean {
  const at = end - name.length;
  if (at < start || (at > start && bytes[at - 1] !== DOT)) return false;
  for (let i = 0; i < name.length; i++) if (LOWER[bytes[at + i]!] !== name.charCodeAt(i)) return false;
  return true;
}
