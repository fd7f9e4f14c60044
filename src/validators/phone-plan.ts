/**
 * Numbering plans at run time: unpacks the automaton of phone-metadata.ts and walks it. Reads the digits of a written
 * phone number once; what they mean (calling code, trunk prefix) is left to phone-number.ts.
 */
import { NANP_ELSEWHERE_ROOT, PHONE_NODE_COUNT, PHONE_NODES, PHONE_PLAN_ROOTS } from './phone-metadata.js';

/** E.164 allows 15 digits; a trunk prefix with a carrier code, or `00` and the calling code, stands before them in national writing. */
const MAX_DIGITS = 20;

/** Ten children a node; node 0 refuses everything. */
const children = new Uint16Array(PHONE_NODE_COUNT * 10);
const accepts = new Uint8Array(PHONE_NODE_COUNT);
unpack();

/** Root of the plan of a calling code, by its number; 0 where the code is not assigned. Calling codes are prefix-free. */
const planRoots = new Uint16Array(1000);
for (const [code, root] of Object.entries(PHONE_PLAN_ROOTS)) planRoots[Number(code)] = root;

/** Values of the digits of the number read last. */
export const phoneDigits = new Uint8Array(MAX_DIGITS);

/**
 * Reads the digits in `bytes[start, end)` into `phoneDigits`; `+`, space, hyphen, dot, slash and pairs of parentheses are skipped.
 * @returns their number, or -1 where there is something else, a parenthesis without its partner, or more than 20 digits
 */
export function readPhoneDigits(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  let open = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x30 && byte <= 0x39) {
      if (count === MAX_DIGITS) return -1;
      phoneDigits[count++] = byte - 0x30;
    } else if (byte === 0x28) {
      if (open) return -1;
      open = true;
    } else if (byte === 0x29) {
      if (!open) return -1;
      open = false;
    } else if (byte === 0x2b ? i !== start : byte !== 0x20 && byte !== 0x2d && byte !== 0x2e && byte !== 0x2f) return -1;
  }
  return open ? -1 : count;
}

/** Length of the calling code with which `phoneDigits[from, count)` begins, or 0 where none is assigned. */
export function callingCodeLength(from: number, count: number): number {
  let code = 0;
  for (let length = 1; length <= 3 && from + length <= count; length++) {
    code = code * 10 + phoneDigits[from + length - 1]!;
    if (planRoots[code]) return length;
  }
  return 0;
}

/** Number that `length` digits write. */
export function callingCode(from: number, length: number): number {
  let code = 0;
  for (let i = from; i < from + length; i++) code = code * 10 + phoneDigits[i]!;
  return code;
}

/** Whether `phoneDigits[from, count)` is a national number of the calling code's plan; code 1 is the United States and Canada. */
export function isNationalNumber(code: number, from: number, count: number): boolean {
  return walk(planRoots[code]!, from, count);
}

/** Whether `phoneDigits[from, count)` is a number of the North American plan outside the United States and Canada. */
export function isNanpElsewhere(from: number, count: number): boolean {
  return walk(NANP_ELSEWHERE_ROOT, from, count);
}

function walk(root: number, from: number, count: number): boolean {
  let node = root;
  for (let i = from; i < count && node !== 0; i++) node = children[node * 10 + phoneDigits[i]!]!;
  return accepts[node] === 1;
}

function unpack(): void {
  const packed = Buffer.from(PHONE_NODES, 'base64');
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  for (let node = 1; node < PHONE_NODE_COUNT; node++) {
    const head = next();
    accepts[node] = head & 1;
    for (let kinds = head >> 1; kinds > 0; kinds--) {
      const mask = next();
      const child = node - next();
      for (let digit = 0; digit < 10; digit++) if (mask & (1 << digit)) children[node * 10 + digit] = child;
    }
  }
}
