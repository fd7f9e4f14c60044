/** apache-arrow, where it is installed: twelve megabytes that most users do without. */

import { loadBlockCodecs } from '../block-codecs.js';
import { unpackLz4Frame } from '../lz4-frame.js';
import { optionalPackage } from '../optional-package.js';
import { mostDecoded } from '../zstd-layout.js';

/** Bytes of one buffer of a batch, decompressed. */
const MOST_BUFFER_BYTES = 256 * 1024 * 1024;

/** Loaded with the first file. @throws ItemProblem `unsupported` where it is not installed */
export async function loadArrow(): Promise<Arrow> {
  const [arrow, codecs] = await Promise.all([importArrow(), loadBlockCodecs()]);
  const { compressionRegistry, CompressionType } = arrow;
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4Frame(bytes, MOST_BUFFER_BYTES) });
  compressionRegistry.set(CompressionType.ZSTD, {
    decode: (bytes) => {
      const most = mostDecoded(bytes);
      if (most > MOST_BUFFER_BYTES) throw new RangeError('a buffer that is too long');
      return codecs.ZSTD(bytes, most);
    },
  });
  return arrow;
}

type Module = typeof import('apache-arrow');
/** The package, but for what cannot be named. */
export type Arrow = Omit<Module, 'compressionRegistry'>;
export type { Data, Field, RecordBatch, Schema } from 'apache-arrow';

function importArrow(): Promise<Module> {
  return optionalPackage(
    () => import('apache-arrow'),
    'Arrow is read where its library is installed: npm install apache-arrow@21',
  );
}
