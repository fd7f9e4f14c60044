/** The codecs that are read, one entry each. docs/formats.md is made of it. */
import type { Codec } from './types.js';

export const CODECS: readonly Codec[] = [
  {
    name: 'gzip',
    label: 'gzip',
    extensions: ['gz', 'gzip', 'tgz'],
    load: async () => (await import('./gzip.js')).unpackGzip,
  },
  {
    name: 'zstd',
    label: 'Zstandard',
    extensions: ['zst', 'zstd', 'tzst'],
    load: async () => (await import('./zstd.js')).unpackZstd,
  },
  {
    name: 'xz',
    label: 'xz',
    extensions: ['xz', 'txz'],
    load: async () => (await import('./xz.js')).unpackXz,
  },
  {
    name: 'bzip2',
    label: 'bzip2',
    extensions: ['bz2', 'bzip2', 'tbz2', 'tbz'],
    load: async () => (await import('./bzip2.js')).unpackBzip2,
  },
  {
    name: 'lz4',
    label: 'LZ4',
    extensions: ['lz4'],
    load: async () => (await import('./lz4.js')).unpackLz4,
  },
  {
    name: 'snappy',
    label: 'Snappy',
    extensions: ['sz', 'snappy'],
    load: async () => (await import('./snappy.js')).unpackSnappy,
  },
  {
    name: 'brotli',
    label: 'Brotli',
    extensions: ['br'],
    load: async () => (await import('./brotli.js')).unpackBrotli,
  },
];
