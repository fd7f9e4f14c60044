/** Writes the catalogue's tables as a file (tables-format.ts). Only the build does. */
import type { Automaton } from './automaton.js';
import type { Program, Tables } from './compile.js';
import { type LabelWord, labelEnds, labelWords } from './field-names.js';
import type { Mark } from './marks.js';
import { shorts } from './number-lists.js';
import { fingerprintOf, type Prepared } from './prefilter/prepared.js';
import { bytesOf, type LayoutField, tablePieces } from './prefilter/tables.js';
import { filledParts, filledRanges } from './stored-bytes.js';
import { aligned, storeColumns } from './stored-columns.js';
import { storeForms } from './stored-forms.js';
import {
  FORMAT,
  type Header,
  LARGE_BYTES,
  PREFIX_BYTES,
  type Seldom,
  type StoredAutomaton,
  type StoredColumns,
  type StoredLate,
  type StoredMark,
} from './tables-format.js';

/** A piece that `prepare` has made: none of it lies in a file. */
type MadePiece = { readonly field: LayoutField; readonly content: Uint8Array | number };

/** What stands at the end of the file. */
class LateBytes {
  readonly parts: Uint8Array[] = [];
  private length = 0;

  add(content: Uint8Array): StoredLate {
    const filled = filledRanges(content);
    const stored = { at: this.length, bytes: content.length, filled };
    for (const part of filledParts(content, filled)) {
      this.parts.push(part);
      this.length += part.length;
    }
    return stored;
  }

  addColumns<Columns extends Parameters<typeof storeColumns>[0]>(columns: Columns): StoredColumns<Columns> {
    const { table, bytes } = storeColumns(columns);
    return { table, content: this.add(bytes) };
  }
}

/**
 * The file's bytes for these tables, and what was prepared with them.
 * @param sheets hash of the sheets of which they were made
 */
export function storeTables({ shapes, keywords }: Tables, program: Program, prepared: Prepared, sheets: string): Uint8Array {
  const isTable = new Set(tablePieces(program).map(({ field }) => field));
  const pieces = prepared.pieces.filter((piece): piece is MadePiece => !isTable.has(piece.field));
  const late = new LateBytes();
  const { unplaced, longest, reach } = program;
  const labels = labelWords(program);
  const marks = shapes.shapes.map(({ mark }) => mark);
  const columns = storeColumns({
    ...storeForms(shapes.shapes, program.forms.all()),
    fitColumns: shapes.fit.columns,
    wordColumns: keywords.automaton.columns,
    setStarts: prepared.sets.columns.starts,
    setMembers: prepared.sets.columns.members,
    needs: prepared.needs,
    tails: prepared.tails,
    detectorGates: prepared.gates,
  });
  const { gates } = shapes;
  const header: Header = {
    format: FORMAT,
    sheets,
    columns: columns.table,
    listed: Object.fromEntries(marks.flatMap((mark, i) => (mark.kind === 'listed' ? [[i, mark]] : []))),
    forms: { unplaced, longest, reach },
    words: late.addColumns({
      setStarts: keywords.sets.columns.starts,
      setMembers: keywords.sets.columns.members,
      ownerStarts: program.keywords.owners.lists.columns.starts,
      ownerMembers: program.keywords.owners.lists.columns.members,
      letters: shorts(Array.from(keywords.letters)),
    }),
    gates: late.addColumns({
      classes: gates.classes,
      all: gates.all,
      free: gates.free,
      freeSeconds: gates.freeSeconds,
      ownerIds: gates.owners.ids,
      ownerStarts: gates.owners.starts,
      ownerMembers: gates.owners.members,
    }),
    seldom: late.add(
      asciiText({
        keys: [...shapes.index.keys()],
        words: [...keywords.index],
        sets: shapes.fit.sets,
        fingerprint: fingerprintOf(program),
        marks: Object.fromEntries(marks.flatMap((mark, i) => storedMark(mark).map((stored) => [i, stored]))),
      }),
    ),
    labels: { words: late.add(asciiText(labels)), ends: late.add(labelEnds(labels)) },
    longest: keywords.longest,
    longestLead: keywords.longestLead,
    longestWritten: keywords.longestWritten,
    fit: storedAutomaton(shapes.fit, late),
    keywords: storedAutomaton(keywords.automaton, late),
    prepared: {
      values: prepared.values,
      pieces: pieces.map(({ field, content }) => [field, storedContent(content, late)]),
    },
  };
  const text = asciiText(header);
  const padding = Buffer.alloc(aligned(text.length) - text.length);
  const small = pieces.flatMap(({ content }) => (content instanceof Uint8Array && content.length < LARGE_BYTES ? [content] : []));
  const front = Buffer.concat([Buffer.alloc(PREFIX_BYTES), text, padding, columns.bytes, ...small]);
  front.writeUInt32LE(text.length, 0);
  front.writeUInt32LE(front.length, 4);
  return Buffer.concat([front, ...late.parts]);
}

/** One byte a character: text that is nothing but ASCII is read and parsed in half the time. */
function asciiText(content: Header | Seldom | readonly LabelWord[]): Buffer {
  const json = JSON.stringify(content).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(json, 'latin1');
}

function storedContent(content: Uint8Array | number, late: LateBytes): number | StoredLate {
  if (typeof content === 'number') return -content;
  return content.length < LARGE_BYTES ? content.length : late.add(content);
}

function storedAutomaton(automaton: Automaton, late: LateBytes): StoredAutomaton {
  const { roots, firstAccept, firstLeaf, stateCount, next, accept } = automaton;
  return { roots, firstAccept, firstLeaf, stateCount, next: late.add(bytesOf(next)), accept: late.add(bytesOf(accept)) };
}

/** What building alone needs of a mark; none for marks that the columns and the header tell. */
function storedMark(mark: Mark): StoredMark[] {
  if (mark.kind === 'literal') return [mark];
  return mark.kind === 'middle' ? [{ ...mark, run: [...mark.run], behind: [...mark.behind] }] : [];
}
