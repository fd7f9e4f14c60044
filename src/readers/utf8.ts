/** UTF-8 as the engine needs it: bytes that are not valid become 0x00 in place, so that offsets hold. */
import { isUtf8 } from 'node:buffer';

/** Length of the character that starts with `lead`, 0 if none does. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** Offset at which the last character begins if `bytes[from, to)` ends inside it, else `to`. */
export function completeEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = to - 1; at >= from && at >= to - 3; at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) return to;
    if (byte >= 0xc0) return at + lengthOf(byte) > to ? at : to;
  }
  return to;
}

/** The first start of a character at or behind `at`, at most three bytes on and not behind `to`. */
export function characterStart(bytes: Uint8Array, at: number, to: number): number {
  let start = at;
  while (start < to && start < at + 3 && (bytes[start]! & 0xc0) === 0x80) start++;
  return start;
}

/** The last start of a character at or before `at`, at most three bytes back and not before `from`. */
export function characterStartBefore(bytes: Uint8Array, from: number, at: number): number {
  let start = at;
  while (start > from && start > at - 3 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** Sets what is not UTF-8 in `bytes[from, to)` to 0x00. Which bytes those are does not depend on where the range begins. */
export function repair(bytes: Uint8Array, from: number, to: number): void {
  if (isUtf8(bytes.subarray(from, to))) return;
  let at = from;
  while (at < to) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = lengthOf(lead);
    let seen = 1;
    while (seen < length && at + seen < to && isFollower(lead, seen, bytes[at + seen]!)) seen++;
    if (seen !== length) bytes.fill(0, at, at + seen);
    at += seen;
  }
}

/** Whether `byte` may be the follower at `index` (from 1): RFC 3629 forbids long forms, surrogates and values above U+10FFFF. */
function isFollower(lead: number, index: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false;
  if (index > 1) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  if (lead === 0xf4) return byte < 0x90;
  return true;
}
