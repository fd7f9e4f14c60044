/** Line and column of a block offset. Newlines are counted once per block; characters only for places that are listed. */
import type { BlockMemory } from '../core/block.js';
import type { Structure } from './structure/structure.js';

/** Keeps the line count of an item while its blocks go by. */
export interface Lines {
  /** Newlines before the block's cursor. */
  newlines: number;
  /** Puts the cursor on a block offset that is already counted. */
  moveTo(offset: number): void;
  /** Counts from the cursor to `offset` and puts the cursor there. */
  count(offset: number): void;
  /** Place of an offset at or behind the cursor. */
  place(offset: number): { line: number; column: number };
}

/** What ends the lines of an item, and what the first of them holds before what is read. */
export interface LineEnds {
  /** The byte; old Macintosh files have a carriage return alone. */
  readonly newline: number;
  /** Characters between the start of the first line and the first byte counted; asked for at most once. */
  charactersBefore(): number;
}

export function trackLines(memory: BlockMemory, structure: Structure, { newline, charactersBefore }: LineEnds): Lines {
  const { wasm } = structure;
  const at = memory.blockAt;
  let cursor = 0;
  /** Characters on the line before the cursor, without those before the first byte. */
  let characters = 0;
  let before: number | undefined;
  /** The last place that was asked for, as a cursor of its own. */
  let near = { offset: -1, newlines: 0, characters: 0 };

  /** Newlines and characters of a place `to`, going on from another one. */
  const advance = (from: number, to: number, newlines: number, start: number): [newlines: number, characters: number] => {
    const found = wasm.newlines(at + from, at + to, newline);
    if (found === 0) return [newlines, start + wasm.characters(at + from, at + to)];
    return [newlines + found, wasm.characters(wasm.lineStart.value, at + to)];
  };

  const lines: Lines = {
    newlines: 0,
    moveTo(offset) {
      cursor = offset;
      near = { offset: -1, newlines: 0, characters: 0 };
    },
    count(offset) {
      [lines.newlines, characters] = advance(cursor, offset, lines.newlines, characters);
      lines.moveTo(offset);
    },
    place(offset) {
      const from = near.offset >= 0 && near.offset <= offset ? near : { offset: cursor, newlines: lines.newlines, characters };
      const [newlines, count] = advance(from.offset, offset, from.newlines, from.characters);
      near = { offset, newlines, characters: count };
      if (newlines === 0) before ??= charactersBefore();
      return { line: newlines + 1, column: count + 1 + (newlines === 0 ? (before ?? 0) : 0) };
    },
  };
  return lines;
}
