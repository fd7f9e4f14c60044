/** Brotli (RFC 7932). It has no signature and no checksum: damage may go unseen, and only its name tells it from other data. */
import { zlib } from '../../core/builtin.js';
import type { Unpack } from './types.js';
import { unpackWith } from './zlib-stream.js';

/** Of a few bytes, 16 MiB may come out: so few at a time keep memory flat. */
const SLICE_BYTES = 256;

export const unpackBrotli: Unpack = unpackWith({
  create: (options) => zlib().createBrotliDecompress(options),
  trailerBytes: 0,
  isOne: true,
  sliceBytes: SLICE_BYTES,
});
