/**
 * What prefilter and judge need of a program, free of addresses. To make it takes longer than to read it, so the build keeps
 * that of the whole catalogue (../precompiled.ts).
 */
import type { Program } from '../compile.js';
import { derivedPieces, type FormSets, formSets, gateIndexes, type LayoutField, type Piece, tablePieces } from './tables.js';

export interface Prepared extends Pick<FormSets, 'sets' | 'needs' | 'tails'> {
  /** Gate bit of each detector, or -1. */
  readonly gates: Int32Array;
  readonly pieces: readonly Piece[];
  readonly values: Readonly<Partial<Record<LayoutField, number>>>;
}

export function prepare(program: Program): Prepared {
  const forms = formSets(program);
  const gates = gateIndexes(program);
  const { pieces, values } = derivedPieces(program, forms, gates);
  const { sets, needs, tails } = forms;
  return { sets, needs, tails, gates, pieces: [...tablePieces(program), ...pieces], values };
}

/** Equal for programs of which `prepare` makes the same. */
export function fingerprintOf({ detectors, forms }: Program): string {
  return JSON.stringify([
    detectors.map(({ id, keywords }) => [id, keywords.words, keywords.distance]),
    forms.all().map(({ shape, detector, mode }) => `${shape} ${detector} ${mode}`),
  ]);
}
