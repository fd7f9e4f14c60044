/** Brotli (RFC 7932). It has no signature and no checksum: damage may go unseen, and only its name tells it from other data. */
import { zlib } from '../../core/builtin.js';
import type { Unpack } from './types.js';
import { unpackWith } from './zlib-stream.js';

export const unpackBrotli: Unpack = unpackWith({
  create: (options) => zlib().createBrotliDecompress(options),
  trailerBytes: 0,
  isOne: true,
});
