/** csv-parse, which settles what a table is and takes apart those that stand in documents. Loaded when the first table is met. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Bytes that are parsed at a time. */
const PIECE_BYTES = 64 * 1024;

/** The parser of heads, which answers at once. */
export function loadParse(): typeof import('csv-parse/sync')['parse'] {
  return (require('csv-parse/sync') as typeof import('csv-parse/sync')).parse;
}

/** A quote that nothing closes, said behind the records before it. */
export function isOpenQuote(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED';
}

export interface TableRecord {
  readonly cells: readonly string[];
  /** Offset of the byte behind it. */
  readonly end: number;
}

/**
 * The records of a table in UTF-8, ragged ones and stray quotes included. They end before a quote that nothing closes.
 * @throws whatever else csv-parse has to say
 */
export async function* tableRecords(bytes: Buffer, delimiter: number): AsyncGenerator<TableRecord, void, void> {
  const [{ parse }, { Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  let failure: unknown;
  const parser = parse({
    delimiter: String.fromCharCode(delimiter),
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    // Thrown, it would take along the records before it that were not asked for yet.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (!isOpenQuote(error)) failure ??= error;
      return undefined;
    },
  });
  const records: AsyncIterable<{ record: string[]; info: { bytes: number } }> = Readable.from(pieces(bytes)).pipe(parser);
  for await (const { record, info } of records) yield { cells: record, end: info.bytes };
  if (failure !== undefined) throw failure;
}

function* pieces(bytes: Buffer): Generator<Buffer, void, void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
