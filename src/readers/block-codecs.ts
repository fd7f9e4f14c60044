/**
 * Codecs of blocks that are decompressed at once: pages of Parquet, blocks of Avro, buffers of Arrow. Each is given the length of
 * what comes out, or the most that may, and writes no further: a block of a kilobyte could ask for gigabytes.
 */
import { zlib } from '../core/builtin.js';
import { loadZstd } from './zstd-frame.js';
import { isOneZstdFrame } from './zstd-layout.js';

/** What Node 22.15 and later have; the types are those of an earlier one. */
type ZstdZlib = { readonly zstdDecompressSync?: (input: Uint8Array, options: { maxOutputLength: number }) => Uint8Array };

/** Gives a block; throws anything where it is damaged or longer. */
export type BlockCodec = (input: Uint8Array, length: number) => Uint8Array;

/** By the names that Parquet has for them, and DEFLATE without header. Loaded with the first file that needs one. */
export async function loadBlockCodecs() {
  const [{ compressors }, zstd] = await Promise.all([import('hyparquet-compressors'), loadZstd()]);
  const { SNAPPY, LZ4, LZ4_RAW } = compressors as Record<'SNAPPY' | 'LZ4' | 'LZ4_RAW', BlockCodec>;
  return {
    SNAPPY,
    LZ4,
    LZ4_RAW,
    // Node's own are several times as fast as those in JavaScript.
    GZIP: (input, length) => zlib().gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
    BROTLI: (input, length) => zlib().brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
    DEFLATE: (input, length) => zlib().inflateRawSync(input, { maxOutputLength: Math.max(1, length) }),
    ZSTD: (input, length) => {
      const { zstdDecompressSync } = zlib() as ZstdZlib;
      // It ends with the first frame, whatever follows.
      const isNative = zstdDecompressSync !== undefined && isOneZstdFrame(input);
      if (isNative) return zstdDecompressSync(input, { maxOutputLength: Math.max(1, length) });
      return zstd.decompress(input, length);
    },
  } satisfies Record<string, BlockCodec>;
}

export type BlockCodecs = Awaited<ReturnType<typeof loadBlockCodecs>>;

/** Decompresses one Snappy block to exactly `length` bytes. @throws where it is damaged */
export async function snappyBlocks(): Promise<BlockCodec> {
  return (await loadBlockCodecs()).SNAPPY;
}
