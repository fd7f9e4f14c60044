/** Profiles add up to the same whatever is added first, also beyond their bounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfileTally } from '../../src/core/profile.js';
import { addDistinct } from '../../src/worker/distinct.js';
import { addToGroup } from '../../src/worker/fold-names.js';
import {
  addColumn,
  addProfile,
  finishProfile,
  limit,
  MOST_COLUMNS,
  MOST_PAIRS,
  noColumn,
  noHits,
  noProfile,
} from '../../src/worker/tally.js';

interface Part {
  readonly name: string;
  readonly value: number;
}

function profileOf(parts: readonly Part[]): ProfileTally {
  const profile = noProfile('table');
  for (const [line, { name, value }] of parts.entries()) {
    const column = { ...noColumn(), values: 2, empty: 1 };
    column.kinds[value % 7]!++;
    const hits = { ...noHits(), values: 1, occurrences: 1, places: [{ line, column: value, location: {}, preview: '*' }] };
    addDistinct(hits.distinct!, value);
    column.hits.set(`D${value % 2}`, hits);
    addProfile(profile, { family: 'table', columns: new Map([[name, column]]) });
  }
  return profile;
}

/** Parts with lines counted through, so that places can be told apart. */
function joined(groups: readonly (readonly Part[])[]): ProfileTally {
  const total = noProfile('table');
  let lines = 0;
  for (const group of groups) {
    const before = lines;
    addProfile(total, profileOf(group), (place) => ({ ...place, line: place.line + before }));
    lines += group.length;
  }
  return total;
}

/** Many names, so that there are more columns and pairs than are told apart. */
const columnCount = MOST_COLUMNS + 50;
const parts = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.array(fc.nat(columnCount), { minLength: 20, maxLength: 60 }))
  .map(([seed, more]) => {
    const all = Array.from({ length: columnCount }, (_, i) => (i * 7919 + seed) % columnCount);
    return [...all, ...more].map((number, i) => ({ name: `c${String(number).padStart(5, '0')}`, value: (number * 31 + i) % 50 }));
  });

describe('profiles', () => {
  test('merge associatively beyond their bounds', () => {
    fc.assert(
      fc.property(parts, fc.nat(60), fc.nat(60), (input, a, b) => {
        // Small first parts, so that the last one is beyond the bounds by itself.
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const whole = finishProfile(profileOf(input));
        const cut = [input.slice(0, first), input.slice(first, second), input.slice(second)];
        expect(finishProfile(joined(cut))).toEqual(whole);
        expect(whole).toHaveLength(MOST_COLUMNS + 1);
        const kept = whole.flatMap(({ identifiers }) => identifiers).filter(({ places }) => places.length > 0);
        expect(kept).toHaveLength(MOST_PAIRS);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test('merge associatively beyond their bounds where columns are folded in the whole and not in its parts', () => {
    const ids = 30;
    // Of one group no part has many members, and all together have; of the other not even these.
    const made = fc.record({ field: fc.nat(MOST_COLUMNS >> 1), isMany: fc.boolean() });
    const tallyOf = (values: readonly { field: number; isMany: boolean }[], from: number, count: number): ProfileTally => {
      const tally: ProfileTally = { ...noProfile('records'), groups: new Map() };
      for (const [i, { field, isMany }] of values.entries()) {
        const id = Math.floor(((from + i) * ids) / count);
        const [group, member] = isMany ? [1, id] : [2, id % 12];
        const [prefix, end] = isMany ? ['a', `f${field}`] : ['b', `f${field % 40}`];
        addToGroup(tally.groups!, { group, member });
        const fold = { name: `${prefix}_*.${end}`, group, member, items: 0 };
        const hits = {
          ...noHits(),
          values: 1,
          occurrences: 1,
          places: [{ line: from + i, column: 1, location: {}, preview: '*' }],
        };
        addDistinct(hits.distinct!, field);
        const name = `${prefix}_${member}.${end}`;
        const column = tally.columns.get(name) ?? noColumn(fold);
        tally.columns.set(name, column);
        addColumn(column, { ...noColumn(fold), values: 1, hits: new Map([[`D${field % 3}`, hits]]) });
      }
      limit(tally);
      return tally;
    };
    const total = (tallies: readonly ProfileTally[]) => {
      const all = noProfile('records');
      for (const tally of tallies) addProfile(all, tally);
      return finishProfile(all);
    };
    fc.assert(
      fc.property(fc.array(made, { minLength: 6000, maxLength: 6000 }), fc.integer({ min: 2, max: 9 }), (values, partCount) => {
        const size = Math.ceil(values.length / partCount);
        const parts = Array.from({ length: partCount }, (_, i) => values.slice(i * size, (i + 1) * size));
        const cut = total(parts.map((part, i) => tallyOf(part, i * size, values.length)));
        expect(cut).toEqual(total([tallyOf(values, 0, values.length)]));
        const many = values.filter(({ field, isMany }) => isMany && field === 7).length;
        expect(cut.find(({ name }) => name === 'a_*.f7')).toMatchObject({ values: many, identifiers: [{ occurrences: many }] });
        expect(cut.some(({ name }) => name.startsWith('b_3'))).toBe(true);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test('keep the columns that are first by name, not those that came first', () => {
    const many = Array.from({ length: MOST_COLUMNS + 1 }, (_, i) => ({ name: `c${String(i).padStart(5, '0')}`, value: 1 }));
    const late = { name: 'z', value: 1 };
    const whole = finishProfile(profileOf([late, ...many, late]));
    expect(finishProfile(joined([[late], [...many, late]]))).toEqual(whole);
    expect(whole.at(-2)!.name).toBe(many[MOST_COLUMNS - 1]!.name);
    expect(whole.at(-1)).toMatchObject({ isRest: true, values: 6 });
  });

  test('name the type of a column by nine tenths of its values', () => {
    const typeOf = (kinds: readonly number[]) => {
      const column = { ...noColumn(), kinds: [...kinds] };
      return finishProfile({ family: 'table', columns: new Map([['c', column]]) })[0]!.type;
    };
    expect(typeOf([9, 0, 1, 0, 0, 0, 0])).toBe('integer');
    expect(typeOf([8, 0, 2, 0, 0, 0, 0])).toBe('mixed');
    expect(typeOf([5, 4, 1, 0, 0, 0, 0])).toBe('decimal');
    expect(typeOf([0, 0, 0, 0, 0, 8, 2])).toBe('text');
    expect(typeOf([0, 0, 0, 0, 0, 7, 3])).toBe('free text');
    expect(typeOf([0, 0, 0, 0, 0, 0, 0])).toBe('empty');
  });
});
