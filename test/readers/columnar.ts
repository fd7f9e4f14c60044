/** What the tests of columnar formats share: fixtures, their truth, and their cells as a reader gives them. */
import fs from 'node:fs';
import type { ContentFormat } from '../../src/core/format.js';
import { ItemProblem } from '../../src/core/problem.js';
import type { ByteSource } from '../../src/core/source.js';
import { fileOf, type ReadOptions, read } from './support.js';

/** Number of the row from 1, names joined by points, field path, and text of a value. */
export type TruthCell = readonly [row: number, name: string, path: string, text: string];

const FIXTURES = new URL('../fixtures/', import.meta.url);

export function fixture(name: string): Buffer {
  return fs.readFileSync(new URL(name, FIXTURES));
}

export const TRUTH = JSON.parse(fixture('columnar/truth.json').toString()) as TruthCell[];

export interface CellsRead {
  readonly cells: TruthCell[];
  /** Names that were examined as values. */
  readonly names: string[];
  readonly bytesExamined: number;
  readonly records: number;
  readonly problem: ItemProblem | undefined;
}

/** Reads an item. @throws what is no problem of the item */
export async function cellsOf(
  content: Uint8Array | ByteSource,
  format: ContentFormat,
  options: Partial<ReadOptions> = {},
): Promise<CellsRead> {
  const source = content instanceof Uint8Array ? fileOf(content) : content;
  const { values, counts, error } = await read(source, { format, places: true, ...options });
  if (error !== undefined && !(error instanceof ItemProblem)) throw error;
  const cells = values
    .filter(({ isName }) => !isName)
    .map(({ names, text, location }): TruthCell => {
      const { row, recordIndex, jsonPath, columnName } = location!;
      return [row ?? recordIndex! + 1, names.join('.'), jsonPath ?? `$.${columnName}`, text];
    });
  const names = values.filter(({ isName }) => isName).map(({ text }) => text);
  return { cells, names, bytesExamined: counts.bytesExamined, records: counts.records, problem: error };
}

/** Cells in one order, whatever the order of reading. */
export function sorted(cells: readonly TruthCell[]): string[] {
  return cells.map((cell) => JSON.stringify(cell)).sort();
}
