/**
 * The parts of hyparquet that are used, and the codecs of pages. Its own loop over a column holds all values of a row group at
 * once; ours takes one page after the other, and their bytes as they are, without a string for each.
 */
import { zlib } from '../../core/builtin.js';
import { isDecodable } from '../zstd-guard.js';

/** Everything is loaded with the first Parquet file. */
export async function loadLibrary() {
  const [column, datapage, delta, encoding, metadata, plain, schema, { compressors, decompressZstd }] = await Promise.all([
    import('hyparquet/src/column.js'),
    import('hyparquet/src/datapage.js'),
    import('hyparquet/src/delta.js'),
    import('hyparquet/src/encoding.js'),
    import('hyparquet/src/metadata.js'),
    import('hyparquet/src/plain.js'),
    import('hyparquet/src/schema.js'),
    import('hyparquet-compressors'),
  ]);
  return {
    parquetHeader: column.parquetHeader,
    decompressPage: datapage.decompressPage,
    ...delta,
    byteStreamSplit: encoding.byteStreamSplit,
    parquetMetadata: metadata.parquetMetadata,
    parquetSchema: metadata.parquetSchema,
    readPlain: plain.readPlain,
    getMaxDefinitionLevel: schema.getMaxDefinitionLevel,
    getMaxRepetitionLevel: schema.getMaxRepetitionLevel,
    compressors: {
      ...compressors,
      // Node's own are several times as fast, and stop at the length that the page is said to have.
      GZIP: (input: Uint8Array, length: number): Uint8Array => zlib().gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
      BROTLI: (input: Uint8Array, length: number): Uint8Array =>
        zlib().brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
      ZSTD: (input: Uint8Array, length: number): Uint8Array => unpackZstd(decompressZstd, input, length),
    },
  };
}

/** What Node 22.15 and later have; the types are those of an earlier one. */
type ZstdZlib = { readonly zstdDecompressSync?: (input: Uint8Array, options: { maxOutputLength: number }) => Uint8Array };

/** Given a target, fzstd writes no further; without one, as much as the data asks for. */
export function unpackZstd(
  fzstd: (input: Uint8Array, target: Uint8Array) => Uint8Array,
  input: Uint8Array,
  length: number,
): Uint8Array {
  const { zstdDecompressSync } = zlib() as ZstdZlib;
  if (zstdDecompressSync !== undefined) return zstdDecompressSync(input, { maxOutputLength: Math.max(1, length) });
  if (!isDecodable(input)) throw new RangeError('a table that has no end');
  return fzstd(input, new Uint8Array(length));
}

export type ParquetLibrary = Awaited<ReturnType<typeof loadLibrary>>;
export type { FileMetaData, PageHeader, SchemaElement, SchemaTree } from 'hyparquet/src/types.js';
