/** Objects keyed by ids are one column each field: told by their keys, and the same whatever is added first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileTally } from '../../src/core/profile.js';
import { addGroups, addToGroup, foldedName, MOST_UNFOLDED } from '../../src/worker/fold-names.js';
import { addProfile, finishProfile, noColumn, noHits, noProfile } from '../../src/worker/tally.js';

const shown = (...names: string[]): string => foldedName(names)?.names.join('.') ?? 'none';

describe('a path', () => {
  it.each([
    ['u_1029', 'u_*'],
    ['user-000123', 'user-*'],
    ['17', '*'],
    ['2024', '*'],
    ['INV2024001', 'INV*'],
    ['6f1c9f3e-6d0a-4c59-9f0e-8a5b3f1d2c7b', '*'],
    ['da39a3ee5e6b4b0d3255bfef95601890afd80709', '*'],
    ['2024-01-31', '*'],
    ['2024-01-31T10:20:30Z', '*'],
    ['someone@example.org', '*'],
    ['-NqXy3kPz81LmVbT0aQe', 'none'],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '*'],
    ['users', 'none'],
    ['address1line', 'none'],
  ])('through %s is folded as %s', (key, folded) => {
    expect(shown('users', key, 'email')).toBe(folded === 'none' ? 'none' : `users.${folded}.email`);
  });

  it('that ends in a number behind a word is a column, not an id', () => {
    expect([shown('address1'), shown('q', '17'), shown('col_1024')]).toEqual(['none', 'none', 'none']);
    expect([shown('someone@example.org'), shown('by', '2024-01-31'), shown('by', '536-90-4399')]).toEqual(['*', 'by.*', 'by.*']);
  });

  it('has the ids in all of its levels folded, and a group for them', () => {
    const [one, other, field] = [
      foldedName(['day', '2024-01-31', 'u_1', 'email'])!,
      foldedName(['day', '2024-02-01', 'u_1', 'email'])!,
      foldedName(['day', '2024-01-31', 'u_1', 'phone', 'home'])!,
    ];
    expect(one.names).toEqual(['day', '*', 'u_*', 'email']);
    expect([other.group, field.group]).toEqual([one.group, one.group]);
    expect(field.member).toBe(one.member);
    expect(other.member).not.toBe(one.member);
  });
});

it('a group is folded beyond its bound, and stays so', () => {
  const groups = new Map();
  for (let member = 0; member < MOST_UNFOLDED; member++) for (const _ of [1, 2]) addToGroup(groups, { group: 1, member });
  expect(groups.get(1).size).toBe(MOST_UNFOLDED);
  const more = new Map([[1, new Set([3, 99])]]);
  addGroups(groups, more);
  expect(groups.get(1)).toBe('folded');
  addGroups(groups, more);
  addToGroup(groups, { group: 1, member: 0 });
  expect(groups.get(1)).toBe('folded');
});

interface Value {
  readonly id: number;
  readonly field: string;
}

/** As a worker gives it: paths of which it has seen too many ids are folded by it. */
function rangeOf(values: readonly Value[], path: string): ProfileTally {
  const profile = noProfile('records');
  const groups: NonNullable<ProfileTally['groups']> = new Map();
  const folds = values.map(({ id, field }) => foldedName(['users', `u_${id}`, field])!);
  for (const fold of folds) addToGroup(groups, fold);
  profile.groups = groups;
  const items = new Set<string>();
  for (const [i, { id, field }] of values.entries()) {
    const { names, group, member } = folds[i]!;
    const isFolded = groups.get(group) === 'folded';
    const folded = names.join('.');
    const name = isFolded ? folded : `users.u_${id}.${field}`;
    const hits = {
      ...noHits(),
      values: 1,
      occurrences: 1,
      places: [{ path, line: i + 1, column: 1, location: {}, preview: '*' }],
    };
    const fold = { name: folded, group, member, items: items.has(folded) ? 0 : 1 };
    const of = { family: 'records' as const, groups, columns: new Map() };
    const isFirst = isFolded ? !profile.columns.has(folded) : true;
    of.columns.set(name, {
      ...noColumn(),
      values: 1,
      items: isFirst && !(profile.columns.get(name)?.items ?? 0) ? 1 : 0,
      hits: new Map([['D', hits]]),
      ...(!isFolded && { fold }),
    });
    items.add(folded);
    addProfile(profile, of);
  }
  return profile;
}

const values = fc.array(fc.record({ id: fc.nat(40), field: fc.constantFrom('email', 'note', 'rare') }), {
  minLength: 1,
  maxLength: 60,
});

describe('profiles', () => {
  it('of objects keyed by ids add up to the same, in whatever parts they come', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 3, maxLength: 4 }), (parts) => {
        const ranges = () => parts.map((part, i) => rangeOf(part, `${i}.json`));
        const total = noProfile('records');
        for (const range of ranges()) addProfile(total, range);
        // The first two together first; and the last two.
        const [a, b, ...rest] = ranges();
        const first = noProfile('records');
        addProfile(first, a!);
        addProfile(first, b!);
        for (const range of rest) addProfile(first, range);
        const last = noProfile('records');
        const [c, ...others] = ranges();
        const tail = noProfile('records');
        for (const range of others) addProfile(tail, range);
        addProfile(last, c!);
        addProfile(last, tail);
        const whole = finishProfile(total);
        expect(finishProfile(first)).toEqual(whole);
        expect(finishProfile(last)).toEqual(whole);
        const ids = new Set(parts.flat().map(({ id }) => id));
        const fields = new Set(parts.flat().map(({ field }) => field));
        if (ids.size > MOST_UNFOLDED)
          expect(whole.map(({ name }) => name)).toEqual([...fields].sort().map((one) => `users.u_*.${one}`));
        else expect(whole.every(({ name }) => !name.includes('*'))).toBe(true);
        expect(whole.reduce((sum, { values: count }) => sum + count, 0)).toBe(parts.flat().length);
        for (const { name, items, identifiers } of whole.filter(({ name: one }) => one.includes('*'))) {
          const field = name.split('.').at(-1);
          const having = parts.flatMap((part, i) => (part.some((one) => one.field === field) ? [i] : []));
          expect(items).toBe(having.length);
          const all = parts.flatMap((part, i) =>
            part.flatMap((one, line) => (one.field === field ? [`${i}.json:${line + 1}`] : [])),
          );
          expect(identifiers[0]!.places.map((place) => `${place.path}:${place.line}`)).toEqual(all.slice(0, 3));
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
