/**
 * Numbering plans at run time: unpacks the automaton of phone-metadata.ts and walks it. Reads the digits of a written
 * phone number once; what they mean (calling code, trunk prefix) is left to phone-number.ts.
 */
import { emptyAutomaton, entryOf, isInSet, REFUSED } from './phone-automaton.js';
import { NANP_ELSEWHERE_ROOT, PHONE_NODE_COUNT, PHONE_NODES, PHONE_PLAN_ROOTS, PHONE_SERVICE_ROOTS } from './phone-metadata.js';

/** E.164 allows 15 digits; a trunk prefix with a carrier code, or `00` and the calling code, stands before them in national writing. */
const MAX_DIGITS = 20;

const plans = emptyAutomaton(PHONE_NODE_COUNT);
/** Most scans meet no phone number: the plans are unpacked for the first. */
let isUnpacked = false;

/** Root of the plan of a calling code, by its number; 0 where the code is not assigned. Calling codes are prefix-free. */
const planRoots = rootsByCode(PHONE_PLAN_ROOTS);
/** The same of its service numbers, 0 where it has none. */
const serviceRoots = rootsByCode(PHONE_SERVICE_ROOTS);

function rootsByCode(given: Readonly<Record<string, number>>): Uint16Array {
  const roots = new Uint16Array(1000);
  for (const [code, root] of Object.entries(given)) roots[Number(code)] = root;
  return roots;
}

/** Values of the digits of the number read last. */
export const phoneDigits = new Uint8Array(MAX_DIGITS);
/** The same array: the compiler treats only what the module does not export as a constant. */
const digits = phoneDigits;

const SKIPPED = 10;
const OPENING = 11;
const CLOSING = 12;
const PLUS = 13;
const OTHER = 14;
/** What a byte is in a written number: a digit's value, or one of the kinds above. */
const KINDS = new Uint8Array(256).fill(OTHER);
for (let digit = 0; digit < 10; digit++) KINDS[0x30 + digit] = digit;
for (const byte of [0x20, 0x2d, 0x2e, 0x2f]) KINDS[byte] = SKIPPED;
KINDS[0x28] = OPENING;
KINDS[0x29] = CLOSING;
KINDS[0x2b] = PLUS;

/**
 * Reads the digits in `bytes[start, end)` into `phoneDigits`; `+` in front, space, hyphen, dot, slash and pairs of parentheses are skipped.
 * @returns their number, or -1 where there is something else, a parenthesis without its partner, or more than 20 digits
 */
export function readPhoneDigits(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  let isOpen = false;
  for (let i = start; i < end; i++) {
    const kind = KINDS[bytes[i]!]!;
    if (kind < SKIPPED) {
      if (count === MAX_DIGITS) return -1;
      digits[count++] = kind;
    } else if (kind === OPENING || kind === CLOSING) {
      if (isOpen === (kind === OPENING)) return -1;
      isOpen = !isOpen;
    } else if (kind !== SKIPPED && (kind !== PLUS || i !== start)) return -1;
  }
  return isOpen ? -1 : count;
}

/** The calling code with which `phoneDigits[from, count)` begins, times 4, plus its length; 0 where none is assigned. */
export function callingCodeAt(from: number, count: number): number {
  let code = 0;
  for (let length = 1; length <= 3 && from + length <= count; length++) {
    code = code * 10 + digits[from + length - 1]!;
    if (planRoots[code] !== 0) return code * 4 + length;
  }
  return 0;
}

/** Whether `phoneDigits[from, count)` is a national number of the calling code's plan; code 1 is the United States and Canada. */
export function isNationalNumber(code: number, from: number, count: number): boolean {
  if (!isUnpacked) unpack();
  return isInSet(plans, planRoots[code]!, digits, from, count);
}

/**
 * Whether `phoneDigits[from, count)` is a number of that calling code that is nobody's own: toll free, premium rate, shared cost or of a
 * whole company (UAN), and no person's number looks so.
 */
export function isServiceNumber(code: number, from: number, count: number): boolean {
  if (!isUnpacked) unpack();
  return isInSet(plans, serviceRoots[code]!, digits, from, count);
}

/** Whether `phoneDigits[from, count)` is a number of the North American plan outside the United States and Canada. */
export function isNanpElsewhere(from: number, count: number): boolean {
  if (!isUnpacked) unpack();
  return isInSet(plans, NANP_ELSEWHERE_ROOT, digits, from, count);
}

/** Children come before their parents, so what leads to a node is known when the first parent asks. */
function unpack(): void {
  isUnpacked = true;
  const packed = Buffer.from(PHONE_NODES, 'base64');
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const entries = new Int16Array(PHONE_NODE_COUNT).fill(REFUSED);
  for (let node = 1; node < PHONE_NODE_COUNT; node++) {
    const head = number();
    plans.accepts[node] = head & 1;
    for (let kinds = head >> 1; kinds > 0; kinds--) {
      const mask = number();
      const child = node - number();
      for (let digit = 0; digit < 10; digit++) if (mask & (1 << digit)) plans.next[node * 10 + digit] = entries[child]!;
    }
    entries[node] = entryOf(plans, node);
  }
}
