/**
 * The parts of hyparquet that are used. Its own loop over a column holds all values of a row group at
 * once; ours takes one page after the other, and their bytes as they are, without a string for each.
 */
import { loadBlockCodecs } from '../block-codecs.js';

/** Everything is loaded with the first Parquet file. */
export async function loadLibrary() {
  const [column, datapage, delta, encoding, metadata, plain, schema, compressors] = await Promise.all([
    import('hyparquet/src/column.js'),
    import('hyparquet/src/datapage.js'),
    import('hyparquet/src/delta.js'),
    import('hyparquet/src/encoding.js'),
    import('hyparquet/src/metadata.js'),
    import('hyparquet/src/plain.js'),
    import('hyparquet/src/schema.js'),
    loadBlockCodecs(),
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
    compressors,
  };
}

export type ParquetLibrary = Awaited<ReturnType<typeof loadLibrary>>;
export type { FileMetaData, PageHeader, SchemaElement, SchemaTree } from 'hyparquet/src/types.js';
