/**
 * Patterns that are one repeated class of characters after the other: a loop over the bytes ends them as RE2 does, which costs more than
 * a microsecond where the match goes on behind the unit. Derived from the pattern; what is not exactly that is left to RE2.
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

/** The runs that the pattern is, or undefined where it is something else. */
export function classRunsOf(pattern: string): readonly ClassRun[] | undefined {
  const node = parsedOrNone(pattern);
  if (node === undefined) return undefined;
  const runs: ClassRun[] = [];
  for (const part of node.kind === 'cat' ? node.parts : [node]) {
    const run = runOf(part);
    if (run === undefined) return undefined;
    runs.push(run);
  }
  // A run that takes what it can get must not take what those behind it need: RE2 would give it back.
  return runs.every((run, at) => run.least === run.most || !mayBegin(runs.slice(at + 1), run)) ? runs : undefined;
}

function runOf(node: Node): ClassRun | undefined {
  const isRepeated = node.kind === 'repeat';
  const bytes = classOf(isRepeated ? node.part : node);
  return bytes && { bytes, least: isRepeated ? node.min : 1, most: isRepeated ? node.max : 1 };
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

/** Whether what follows may begin with a character of the class. */
function mayBegin(following: readonly ClassRun[], { bytes }: ClassRun): boolean {
  for (const next of following) {
    if (next.bytes.some((isIn, byte) => isIn !== 0 && bytes[byte] !== 0)) return true;
    if (next.least > 0) return false;
  }
  return false;
}

/** End of the longest match from `start` in valid UTF-8, or -1. */
export function runsEnd(runs: readonly ClassRun[], bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  for (let i = 0; i < runs.length && at >= 0; i++) at = runEnd(runs[i]!, bytes, at, limit);
  return at === start ? -1 : at;
}

/** End of the run from `start`, or -1 where it is too short. */
function runEnd({ bytes: allowed, least, most }: ClassRun, bytes: Uint8Array, start: number, limit: number): number {
  let characters = 0;
  let at = start;
  for (; at < limit; at++) {
    const byte = bytes[at] as number;
    const isContinued = (byte & 0xc0) === 0x80;
    if (allowed[byte] === 0 || (!isContinued && characters === most)) break;
    if (!isContinued) characters++;
  }
  return characters < least ? -1 : at;
}
