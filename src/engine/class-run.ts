/**
 * Patterns that are nothing but a repeated class of characters: a loop over the bytes ends them as RE2 does, which costs more than a
 * microsecond where the match goes on behind the unit. Derived from the pattern; what is not exactly that is left to RE2.
 */
import { type Node, parsedOrNone, utf8Node } from './pattern.js';

const LAST_CODE_POINT = 0x10ffff;
const FIRST_BEYOND_ASCII = 0x80;

export interface ClassRun {
  /** By byte, whether it belongs to the class; bytes beyond ASCII all do or none does. */
  readonly bytes: Uint8Array;
  /** Characters. */
  readonly least: number;
  readonly most: number;
}

/** The run that the pattern is, or undefined where it is something else. */
export function classRunOf(pattern: string): ClassRun | undefined {
  const node = parsedOrNone(pattern);
  if (node?.kind !== 'repeat') return undefined;
  const bytes = classOf(node.part);
  return bytes && { bytes, least: node.min, most: node.max };
}

/** Single bytes of ASCII, and all characters beyond it or none. */
function classOf(node: Node): Uint8Array | undefined {
  const [ascii, ...beyond] = node.kind === 'alt' ? node.parts : [node];
  if (ascii?.kind !== 'bytes' || ascii.ranges.some(([, high]) => high >= FIRST_BEYOND_ASCII)) return undefined;
  const bytes = new Uint8Array(256);
  for (const [low, high] of ascii.ranges) bytes.fill(1, low, high + 1);
  if (beyond.length === 0) return bytes;
  if (JSON.stringify({ kind: 'alt', parts: beyond }) !== ALL_BEYOND) return undefined;
  return bytes.fill(1, FIRST_BEYOND_ASCII);
}

const ALL_BEYOND = JSON.stringify(utf8Node([[FIRST_BEYOND_ASCII, LAST_CODE_POINT]]));

/** End of the longest match from `start` in valid UTF-8, or -1. */
export function runEnd({ bytes: allowed, least, most }: ClassRun, bytes: Uint8Array, start: number, limit: number): number {
  let characters = 0;
  let at = start;
  for (; at < limit; at++) {
    const byte = bytes[at] as number;
    const isContinued = (byte & 0xc0) === 0x80;
    if (allowed[byte] === 0 || (!isContinued && characters === most)) break;
    if (!isContinued) characters++;
  }
  return characters < least || at === start ? -1 : at;
}
