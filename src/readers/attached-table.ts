/**
 * Tables that are attached to documents, as text: each cell with the header of its column before it, as the cells of tables in documents
 * have it, since what names a value may stand a thousand rows above it.
 */
import type { TableFormat } from '../core/format.js';
import { tableRecords } from './csv-library.js';
import type { Piece } from './documents.js';
import { nameBefore } from './name-before.js';

/**
 * The rows of a table in UTF-8, a line for each cell that is not empty. A row is one piece: with one for each of four cells it took twice as long.
 * What stands behind a quote that nothing closes is one piece.
 */
export async function* attachedTable(
  bytes: Buffer,
  { delimiter, header, headerRow = 0 }: TableFormat,
): AsyncGenerator<Piece, void, void> {
  const prefixes = (header ?? []).map((name) => {
    const before = nameBefore(name);
    return before === undefined ? '' : `${before}: `;
  });
  let row = 0;
  let end = 0;
  for await (const record of tableRecords(bytes, delimiter)) {
    const isNamed = row > headerRow;
    const lines: string[] = [];
    for (const [column, cell] of record.cells.entries()) {
      if (cell !== '') lines.push(isNamed ? `${prefixes[column] ?? ''}${cell}` : cell);
    }
    row++;
    end = record.end;
    yield { text: lines.join('\n'), location: { row } };
  }
  yield { text: bytes.toString('utf8', end), location: { row: row + 1 } };
}
