/**
 * How the catalogue's tables lie in their file: a short header in JSON, then columns with what is known of forms and shapes, and small
 * pieces of what the prefilter is given when all sheets run; at the end all that is large or seldom needed, which is read only by who
 * needs it (stored-bytes.ts). The build writes it (store-tables.ts), and every start reads it (precompiled.ts).
 */
import type { Automaton } from './automaton.js';
import type { FormSummary } from './compile.js';
import type { Mark, MiddleMark } from './marks.js';
import type { Prepared } from './prefilter/prepared.js';
import type { LayoutField } from './prefilter/tables.js';
import type { Ranges } from './stored-bytes.js';
import type { ColumnTable } from './stored-columns.js';
import type { FormColumns } from './stored-forms.js';

/** Changes whenever the meaning of the file or the way tables are built changes. */
export const FORMAT = 'clearset-tables-23';

export interface Header {
  readonly format: string;
  /** Hash of the sheets of which the tables were made. */
  readonly sheets: string;
  readonly columns: ColumnTable<FrontColumns>;
  /** Of shapes that lists start: the list, and how matches begin where that is known. */
  readonly listed: Readonly<Record<number, Extract<Mark, { kind: 'listed' }>>>;
  readonly forms: FormSummary;
  readonly words: StoredColumns<WordColumns>;
  readonly gates: StoredColumns<GateColumns>;
  /** What only sheets need that are not just those of the catalogue, and building: text of `Seldom`. */
  readonly seldom: StoredLate;
  /** What labels name a value (`KnownLabels`): text of the words, and their ends. */
  readonly labels: { readonly words: StoredLate; readonly ends: StoredLate };
  readonly longest: number;
  readonly longestLead: number;
  readonly longestWritten: number;
  readonly fit: StoredAutomaton;
  readonly keywords: StoredAutomaton;
  readonly prepared: StoredPrepared;
}

export type FrontColumns = FormColumns & {
  readonly fitColumns: Uint32Array;
  readonly wordColumns: Uint32Array;
  /** Forms of the sets, as `Prepared` has them. */
  readonly setStarts: Uint32Array;
  readonly setMembers: Uint16Array;
  readonly needs: Uint8Array;
  readonly tails: Uint16Array;
  readonly detectorGates: Int32Array;
};

/** Keywords of the automaton's sets, and owners of the keywords (`KeywordOwners.lists`). */
export type WordColumns = {
  readonly setStarts: Uint32Array;
  readonly setMembers: Uint16Array;
  readonly ownerStarts: Uint32Array;
  readonly ownerMembers: Uint16Array;
  readonly letters: Uint16Array;
};

export type GateColumns = {
  readonly classes: Uint8Array;
  readonly all: Uint32Array;
  readonly free: Uint32Array;
  readonly freeSeconds: Uint32Array;
  readonly ownerIds: Uint16Array;
  readonly ownerStarts: Uint32Array;
  readonly ownerMembers: Uint16Array;
};

/** Read when it is first asked for. */
export interface Seldom {
  /** Of the shapes (`shapeKey`). */
  readonly keys: readonly string[];
  readonly words: readonly (readonly [word: string, keyword: number])[];
  /** Of the fit. */
  readonly sets: Automaton['sets'];
  /** Of all sheets (`fingerprintOf`). */
  readonly fingerprint: string;
  /** By shape, those that building alone needs. */
  readonly marks: Readonly<Record<number, StoredMark>>;
}

/** A large array: where its filled parts begin, counted from the first of all large ones. */
export interface StoredLate {
  readonly at: number;
  readonly bytes: number;
  readonly filled: Ranges;
}

export interface StoredColumns<Columns> {
  readonly table: ColumnTable<Columns>;
  readonly content: StoredLate;
}

/** What all sheets together make, without the tables themselves: small pieces stand behind the columns, in this order. */
export interface StoredPrepared extends Pick<Prepared, 'values'> {
  /** Bytes of a piece, negative for one that starts empty and is not stored; or where it stands if it is large. */
  readonly pieces: readonly (readonly [field: LayoutField, content: number | StoredLate])[];
}

/** Flags of bytes cannot stand in JSON as they are. */
export interface StoredMiddle extends Omit<MiddleMark, 'run' | 'behind'> {
  readonly run: readonly number[];
  readonly behind: readonly number[];
}
export type StoredMark = Extract<Mark, { kind: 'literal' }> | StoredMiddle;

/** An automaton without its arrays: those of columns stand among the columns, the others at the end of the file. */
export interface StoredAutomaton extends Pick<Automaton, 'roots' | 'firstAccept' | 'firstLeaf' | 'stateCount'> {
  readonly next: StoredLate;
  readonly accept: StoredLate;
}

/** Bytes in front of the header: its length, and that of all up to the large tables. A multiple of eight. */
export const PREFIX_BYTES = 8;
/** Pieces from that size on stand with the large tables, and are read straight to where they are needed. */
export const LARGE_BYTES = 8192;
