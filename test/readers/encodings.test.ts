/** The scan of blocks and the search in decoded text must agree, since both decide what is decoded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRun, nextSeed, runAt, type Span } from '../../src/readers/encodings.js';
import { openStructure } from '../../src/readers/structure/structure.js';
import { makeMemory } from './support.js';

const memory = makeMemory(64 * 1024);
const { wasm } = openStructure(memory);

/** Offsets of the runs and percent signs that the structure scan gives for a text. */
function seedsOf(text: Uint8Array): number[] {
  const at = memory.blockAt;
  memory.bytes.set(text);
  const end = at + text.length;
  const seeds: number[] = [];
  for (let seed = wasm.nextEncoded(at, at, end, end); seed !== 0; ) {
    seeds.push(seed - at);
    seed = wasm.nextEncoded(at, wasm.encodedEnd.value, end, end);
  }
  return seeds;
}

function plainSeedsOf(span: Span): number[] {
  const seeds: number[] = [];
  for (let seed = nextSeed(span, 0); seed >= 0; ) {
    seeds.push(seed);
    let end = seed + 1;
    if (span.bytes[seed] !== 0x25) while (/[A-Za-z0-9+/_-]/.test(String.fromCharCode(span.bytes[end] ?? 0))) end++;
    seed = nextSeed(span, end);
  }
  return seeds;
}

/** The texts of the run at a seed, each with the place where it begins. */
const decodedAt = (span: Span, seed: number): string[] =>
  decodeRun(span, runAt(span, seed)).map(({ bytes, origin }) => `${origin.start(0)}: ${Buffer.from(bytes).toString('utf8')}`);

describe('seeds', () => {
  const part = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9+/_-]{1,70}$/),
    fc.constantFrom(' ', '\n', '%20', '%', '%zz', '/', '-', '_', 'é', '"', '%C3%A9'),
    fc.string({ minLength: 18, maxLength: 60 }).map((text) => Buffer.from(text).toString('base64')),
    fc.string({ minLength: 18, maxLength: 60 }).map((text) => Buffer.from(text).toString('base64url')),
  );

  it('of the structure scan are those of the plain search, but for runs that are no text', () => {
    let decodable = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const bytes = Buffer.from(parts.join(''));
        const span = { bytes, start: 0, end: bytes.length, longest: 65_536 };
        const [given, all] = [seedsOf(bytes), plainSeedsOf(span)];
        expect(all).toEqual(expect.arrayContaining(given));
        const texts = given.flatMap((seed) => decodedAt(span, seed));
        for (const seed of all) {
          // A run beside an escape is told by the percent sign.
          if (given.includes(seed) || runAt(span, seed).kind === 'percent') continue;
          // Of lines that go on, the text may be in another one, which has a seed of its own.
          expect(texts).toEqual(expect.arrayContaining(decodedAt(span, seed)));
        }
        decodable += texts.length;
      }),
      { numRuns: 400, examples: [[['AA-0', 'ICAg'.repeat(14), '\n', 'ICAg'.repeat(6)]]] },
    );
    expect(decodable).toBeGreaterThan(100);
  });
});

describe('what was decoded', () => {
  it('leads back to the letters of each byte', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~é世]{18,80}$/), fc.constantFrom('base64', 'percent'), (text, kind) => {
        const written =
          kind === 'base64' ? Buffer.from(text).toString('base64') : encodeURIComponent(text).replaceAll('-', '%2D');
        const bytes = Buffer.from(`(${written})`);
        const span = { bytes, start: 0, end: bytes.length, longest: 65_536 };
        const run = { kind, start: 1, end: bytes.length - 1, isTooLong: false } as const;
        const [decoded] = decodeRun(span, run);
        expect(Buffer.from(decoded!.bytes).toString('utf8')).toBe(text);
        for (let offset = 0; offset < decoded!.bytes.length; offset++) {
          const raw = bytes.subarray(decoded!.origin.start(offset), decoded!.origin.end(offset + 1)).toString('latin1');
          const byte = decoded!.bytes[offset]!;
          if (kind === 'base64') expect([...Buffer.from(raw, 'base64')]).toContain(byte);
          else expect(raw.length === 1 ? raw.charCodeAt(0) : Number.parseInt(raw.slice(1), 16)).toBe(byte);
        }
      }),
    );
  });
});
