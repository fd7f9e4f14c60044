import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAllDistinct,
  addDistinct,
  cap,
  DISTINCT_LIMIT,
  type DistinctValues,
  noDistinctValues,
} from '../../src/worker/distinct.js';

/** Hashes of which many share a slot of the table. */
const hash = fc.oneof(
  fc.nat(300),
  fc.maxSafeNat(),
  fc.nat(30).map((high) => high * 2 ** 32 + 7),
  fc.constantFrom(0, 2 ** 53 - 1),
);

function counted(hashes: readonly number[]): DistinctValues {
  const values = noDistinctValues();
  for (const one of hashes) addDistinct(values, one);
  return values;
}

describe('distinct values', () => {
  test('are counted as a set counts them, in one part or in many', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hash, { maxLength: 200 }), { maxLength: 6 }), (parts) => {
        const all = new Set(parts.flat());
        expect(counted(parts.flat())).toMatchObject({ count: all.size, isCapped: false });
        const joined = noDistinctValues();
        for (const part of parts) addAllDistinct(joined, counted(part));
        expect(joined).toMatchObject({ count: all.size, isCapped: false });
      }),
    );
  });

  test('are counted exactly up to the limit, however they are spread', () => {
    const stride = 2 ** 32 * 3 + 64;
    const values = counted(Array.from({ length: DISTINCT_LIMIT }, (_, i) => i * stride));
    expect(values).toMatchObject({ count: DISTINCT_LIMIT, isCapped: false });
    addDistinct(values, 5 * stride);
    expect(values.isCapped).toBe(false);
    addDistinct(values, DISTINCT_LIMIT * stride);
    expect(values).toMatchObject({ count: DISTINCT_LIMIT, isCapped: true });
  });

  test('of a part that counted no more of them are more than are counted', () => {
    const part = counted([1]);
    cap(part);
    const joined = counted([1, 2]);
    addAllDistinct(joined, part);
    expect(joined).toMatchObject({ count: DISTINCT_LIMIT, isCapped: true });
  });
});
