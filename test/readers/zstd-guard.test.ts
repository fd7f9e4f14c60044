/** The guard before fzstd: it lets every frame of other software through, and stops the one that has no end. */
import { expect, it } from 'vitest';
import { Damage } from '../../src/readers/compressed/types.js';
import { unpackFrames } from '../../src/readers/compressed/zstd.js';
import { isBlockDecodable } from '../../src/readers/zstd-guard.js';
import { zstdParts } from '../../src/readers/zstd-layout.js';
import { fixture } from './columnar.js';

/** Offset of each frame in a file. */
function* framesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('28b52ffd', 0, 'hex'); at >= 0; at = bytes.indexOf('28b52ffd', at + 1, 'hex')) {
    yield bytes.subarray(at);
  }
}

/** Whether every block of the frames at the beginning of `bytes` is let through. */
function isDecodable(bytes: Uint8Array): boolean {
  for (const part of zstdParts(bytes))
    if (part.kind === 'block' && part.head.isCompressed && !isBlockDecodable(part.content)) return false;
  return true;
}

it('lets through what zstd wrote', () => {
  let frames = 0;
  for (const name of ['duckdb-zstd', 'duckdb-v2', 'int96']) {
    for (const frame of framesIn(fixture(`parquet/${name}.parquet`))) {
      // What follows the frame is no frame.
      expect(isDecodable(frame)).toBe(true);
      frames++;
    }
  }
  expect(frames).toBeGreaterThan(50);
});

it('stops a table that writes weights for ever, which one flipped bit made', () => {
  const bytes = fixture('parquet/duckdb-v2.parquet');
  const frame = bytes.indexOf('28b52ffd', 2700, 'hex');
  expect(isDecodable(bytes.subarray(frame))).toBe(true);
  const flipped = Buffer.from(bytes.subarray(frame));
  flipped[2796 - frame]! ^= 1 << 6;
  expect(isDecodable(flipped)).toBe(false);
});

it('stops it in a stream, too', async () => {
  const bytes = fixture('parquet/duckdb-v2.parquet');
  const frame = Buffer.from(bytes.subarray(bytes.indexOf('28b52ffd', 2700, 'hex')));
  frame[2796 - bytes.indexOf('28b52ffd', 2700, 'hex')]! ^= 1 << 6;
  const packed = {
    pieces: async function* () {
      yield frame;
    },
    isRepeatable: false,
    consumed: () => undefined,
  };
  const given = async (): Promise<void> => {
    for await (const _ of unpackFrames(packed));
  };
  await expect(given()).rejects.toThrow(Damage);
});

it('leaves to the decoder what is no compressed literal', () => {
  expect(isBlockDecodable(Uint8Array.of())).toBe(true);
  expect(isBlockDecodable(Uint8Array.of(2))).toBe(true);
  expect(isDecodable(Uint8Array.of(1, 2, 3))).toBe(true);
});
