import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEVERITIES, type Severity } from '../../src/core/result.js';
import { type Piece, Severest } from '../../src/reporters/severest.js';

const piece = (severity: Severity, text: string): Piece => ({ severity, text, weight: 1 });

describe('what is kept of pieces', () => {
  it('is everything while there is room, the severest first, in its order', () => {
    const kept = new Severest({ pieces: 9, characters: 99 });
    for (const one of [piece('low', 'a'), piece('high', 'b'), piece('medium', 'c'), piece('high', 'd')]) kept.add(one);
    expect(kept.pieces().map(({ text }) => text)).toEqual(['b', 'd', 'c', 'a']);
    expect(kept.leftOut).toEqual({ low: 0, medium: 0, high: 0 });
  });

  it('makes room by leaving out the last of the mildest', () => {
    const kept = new Severest({ pieces: 3, characters: 99 });
    for (const text of ['a', 'b', 'c', 'd']) kept.add(piece('low', text));
    kept.add(piece('high', 'e'));
    kept.add(piece('low', 'f'));
    expect(kept.pieces().map(({ text }) => text)).toEqual(['e', 'a', 'b']);
    expect(kept.leftOut).toEqual({ low: 3, medium: 0, high: 0 });
  });

  it('stays within its room, counts the rest, and never prefers a milder piece', () => {
    const pieces = fc.array(
      fc.record({ severity: fc.constantFrom(...SEVERITIES), text: fc.string({ maxLength: 9 }), weight: fc.nat(5) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(20), fc.nat(80), (all, most, characters) => {
        const kept = new Severest({ pieces: most, characters });
        for (const one of all) kept.add(one);
        const left = kept.pieces();
        expect(left.length).toBeLessThanOrEqual(most);
        expect(left.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(characters);
        for (const severity of SEVERITIES) {
          const given = all.filter((one) => one.severity === severity);
          const own = left.filter((one) => one.severity === severity);
          // Those kept are the first of their severity.
          expect(given.slice(0, own.length)).toEqual(own);
          expect(kept.leftOut[severity]).toBe(given.slice(own.length).reduce((sum, { weight }) => sum + weight, 0));
        }
      }),
    );
  });
});
