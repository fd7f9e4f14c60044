/** Gzip (RFC 1952), of any number of members. */
import { zlib } from '../../core/builtin.js';
import type { Unpack } from './types.js';
import { unpackWith } from './zlib-stream.js';

/** Checksum and length at a member's end. */
const TRAILER_BYTES = 8;

export const unpackGzip: Unpack = unpackWith({ create: (options) => zlib().createGunzip(options), trailerBytes: TRAILER_BYTES });
