/** The codecs that are read, one entry each. docs/formats.md is made of it. */
import type { Codec } from './types.js';

export const CODECS: readonly Codec[] = [
  {
    name: 'gzip',
    label: 'gzip',
    extensions: ['gz', 'gzip', 'tgz'],
    limits: '',
    load: async () => (await import('./gzip.js')).unpackGzip,
  },
  {
    name: 'zstd',
    label: 'Zstandard',
    extensions: ['zst', 'zstd', 'tzst'],
    limits: 'windows of up to 128 MiB; no dictionaries',
    load: async () => (await import('./zstd.js')).unpackZstd,
  },
  {
    name: 'xz',
    label: 'xz',
    extensions: ['xz', 'txz'],
    limits: 'not with SHA-256 as checksum',
    load: async () => (await import('./xz.js')).unpackXz,
  },
  {
    name: 'bzip2',
    label: 'bzip2',
    extensions: ['bz2', 'bzip2', 'tbz2', 'tbz'],
    limits: '',
    load: async () => (await import('./bzip2.js')).unpackBzip2,
  },
  {
    name: 'lz4',
    label: 'LZ4',
    extensions: ['lz4'],
    limits: 'frames; no dictionaries',
    load: async () => (await import('./lz4.js')).unpackLz4,
  },
  {
    name: 'snappy',
    label: 'Snappy',
    extensions: ['sz', 'snappy'],
    limits: 'the framing format only',
    load: async () => (await import('./snappy.js')).unpackSnappy,
  },
  {
    name: 'brotli',
    label: 'Brotli',
    extensions: ['br'],
    limits: 'known by its name only; has no checksum',
    load: async () => (await import('./brotli.js')).unpackBrotli,
  },
];
