/** Rules fail where their limit is exceeded, say where and by how much, and do not fail at the limit. */
import { describe, expect, it } from 'vitest';
import type { PolicyConfig, PolicyRule } from '../../src/config/config.js';
import type { ColumnProfile, ColumnTally, ProfileTally } from '../../src/core/profile.js';
import { createJudge, type JudgedDetector } from '../../src/policy/judge.js';
import { resolvePolicy } from '../../src/policy/policy.js';
import { matchesWildcard } from '../../src/policy/wildcard.js';

const detector = (id: string, category: JudgedDetector['category'], severity: JudgedDetector['severity'], runs = true) => ({
  id,
  name: id,
  category,
  countries: [],
  regulations: category === 'pii' ? ['GDPR'] : [],
  severity,
  names: [id, category, ...(category === 'pii' ? ['GDPR'] : [])],
  runs,
});
const CATALOGUE: readonly JudgedDetector[] = [
  detector('SSN', 'pii', 'high'),
  detector('EMAIL', 'pii', 'low'),
  detector('TOKEN', 'credentials', 'high'),
  detector('CARD', 'financial', 'high', false),
];

const place = (path: string) => ({ path, line: 1, column: 1, location: {}, preview: '*' });

function column(
  name: string,
  hits: Record<string, number>,
  values = 100,
  family: ColumnProfile['family'] = 'table',
): ColumnProfile {
  const identifiers = Object.entries(hits).map(([id, occurrences]) => ({
    detector: id,
    occurrences,
    values: occurrences,
    share: occurrences / values,
    distinct: 1,
    distinctIsLowerBound: false,
    places: [place(`${name}.csv`)],
  }));
  return { family, name, type: 'text', items: 1, values, empty: 0, identifiers };
}

function itemOf(path: string, hits: Record<string, Record<string, number>>) {
  const tallies = Object.entries(hits).map(([name, found]): [string, ColumnTally] => {
    const counts = Object.entries(found).map(
      ([id, occurrences]) =>
        [id, { values: occurrences, occurrences, places: [{ line: 1, column: 1, location: {}, preview: '*' }] }] as const,
    );
    return [name, { values: 9, empty: 0, kinds: [], items: 1, hits: new Map(counts) }];
  });
  const profile: ProfileTally = { family: 'table', columns: new Map(tallies) };
  return { path, profile, findings: [] };
}

const COLUMNS = [
  column('ssn', { SSN: 100 }),
  column('note', { SSN: 1, EMAIL: 5, TOKEN: 2 }),
  column('', { EMAIL: 3 }, 10, 'documents'),
];

/** `detector where found` of all failures. */
function failures(policy: PolicyConfig, items: readonly ReturnType<typeof itemOf>[] = []): string[] {
  const judge = createJudge(resolvePolicy(policy), CATALOGUE);
  for (const item of items) judge.addItem(item);
  return judge
    .finish(COLUMNS)
    .flatMap((rule) => rule.failures)
    .map(({ detector: id, scope, excess }) => {
      const where =
        scope.kind === 'column'
          ? scope.name || scope.family
          : scope.kind === 'item'
            ? `${scope.path}+${scope.items - 1}`
            : scope.kind;
      return `${id} ${where} ${excess.found}`;
    });
}
const ruleFailures = (rule: PolicyRule, items?: readonly ReturnType<typeof itemOf>[]) => failures({ rules: [rule] }, items);

describe('a rule', () => {
  it('without a limit allows nothing, in the data set as a whole', () =>
    expect(ruleFailures({})).toEqual(['EMAIL dataset 8', 'SSN dataset 101', 'TOKEN dataset 2']));
  it.each([[['SSN']], [['ssn']]])('is for a detector: %s', (detectors) =>
    expect(ruleFailures({ detectors })).toEqual(['SSN dataset 101']),
  );
  it('is for a category or regulation', () => {
    expect(ruleFailures({ detectors: ['credentials'] })).toEqual(['TOKEN dataset 2']);
    expect(ruleFailures({ detectors: ['gdpr'] })).toEqual(['EMAIL dataset 8', 'SSN dataset 101']);
  });
  it('is for a severity', () => expect(ruleFailures({ minSeverity: 'high' })).toEqual(['SSN dataset 101', 'TOKEN dataset 2']));
  it('does not fail at its limit', () => {
    expect(ruleFailures({ detectors: ['TOKEN'], maxOccurrences: 2 })).toEqual([]);
    expect(ruleFailures({ detectors: ['TOKEN'], maxOccurrences: 1 })).toEqual(['TOKEN dataset 2']);
    expect(ruleFailures({ detectors: ['EMAIL'], maxShare: 0.3 })).toEqual([]);
  });
  it('counts shares by column, documents being one', () =>
    expect(ruleFailures({ maxShare: 0.02 })).toEqual(['EMAIL documents 0.3', 'EMAIL note 0.05', 'SSN ssn 1']));
  it('counts occurrences by column', () =>
    expect(ruleFailures({ per: 'column', maxOccurrences: 2 })).toEqual(['EMAIL documents 3', 'EMAIL note 5', 'SSN ssn 100']));
  it('is for some columns, and then not for documents', () => {
    expect(ruleFailures({ columns: ['n*'] })).toEqual(['EMAIL dataset 5', 'SSN dataset 1', 'TOKEN dataset 2']);
    expect(ruleFailures({ allowColumns: ['S?N', 'note'] })).toEqual(['EMAIL dataset 3']);
  });
  it('counts by item and names the worst one', () => {
    const items = [itemOf('a', { x: { SSN: 2 }, y: { SSN: 1 } }), itemOf('b', { x: { SSN: 9 } }), itemOf('c', { x: { SSN: 1 } })];
    expect(ruleFailures({ per: 'item', maxOccurrences: 2 }, items)).toEqual(['SSN b+1 9']);
  });
  it('gives the places of an item in the order of its columns, whichever was met first', () => {
    const names = ['b', 'e', 'a', 'd', 'c'];
    const placesOf = (order: readonly string[]) => {
      const { profile, ...item } = itemOf('a', Object.fromEntries(order.map((name) => [name, { SSN: 1 }])));
      const columns = [...profile.columns].map(([name, column]): [string, ColumnTally] => {
        const places = [{ line: names.indexOf(name), column: 1, location: {}, preview: '*' }];
        return [name, { ...column, hits: new Map([['SSN', { ...column.hits.get('SSN')!, places }]]) }];
      });
      const judge = createJudge(resolvePolicy({ rules: [{ per: 'item' }] }), CATALOGUE);
      judge.addItem({ ...item, profile: { ...profile, columns: new Map(columns) } });
      return judge.finish([])[0]!.failures[0]!.places.map(({ line }) => names[line]);
    };
    expect(placesOf(names)).toEqual(['a', 'b', 'c']);
    expect(placesOf(names.toReversed())).toEqual(['a', 'b', 'c']);
  });
  it('says which of its detectors did not run', () => {
    const [rule] = createJudge(resolvePolicy({ rules: [{ detectors: ['financial', 'pii'] }] }), CATALOGUE).finish([]);
    expect(rule).toMatchObject({ id: 'rule-1', detectors: 2, notRun: 1, doc: 'at most 0 per data set of financial, pii' });
  });
});

it('failOn goes by the severity of findings', () => {
  const judge = createJudge(resolvePolicy({ failOn: 'medium' }), CATALOGUE);
  for (const [path, severity] of [
    ['a', 'low'],
    ['b', 'medium'],
    ['c', 'high'],
    ['d', 'medium'],
  ] as const)
    judge.addItem({ path, findings: [{ detector: 'EMAIL', severity }] });
  const [rule, ...others] = judge.finish([]);
  expect(others).toEqual([]);
  expect(rule).toMatchObject({
    id: 'failOn',
    failures: [{ scope: { path: 'c', items: 3 }, excess: { found: 'high', allowed: 'medium' } }],
  });
});

describe('a policy', () => {
  const idsOf = (config: PolicyConfig) => resolvePolicy(config).rules.map(({ id }) => id);
  it('is training-data, unless there are rules', () => {
    expect(resolvePolicy().name).toBe('training-data');
    expect(idsOf({})).toEqual(['no-credentials', 'no-severe-identifiers', 'no-identifier-columns']);
    expect(idsOf({ rules: [{}] })).toEqual(['rule-1']);
    expect(idsOf({ failOn: 'high' })).toEqual([]);
  });
  it('may have a preset and rules; an id takes the place of a rule of the preset', () =>
    expect(idsOf({ preset: 'training-data', rules: [{ id: 'no-credentials', maxOccurrences: 9 }] })).toEqual([
      'no-severe-identifiers',
      'no-identifier-columns',
      'no-credentials',
    ]));
  it.each([
    [{ rules: [{ id: 'a' }, { id: 'a' }] }, 'two rules of the policy have the id "a"'],
    [{ rules: [{ maxShare: 0.1, per: 'item' }] }, 'maxShare, which is always counted per column'],
    [
      { rules: [{ detectors: ['EMIAL'] }] },
      'names "EMIAL", which is no detector, category, country, regulation or set; did you mean EMAIL?',
    ],
  ] as [PolicyConfig, string][])('that contradicts itself is an error: %j', (config, message) =>
    expect(() => createJudge(resolvePolicy(config), CATALOGUE)).toThrow(message),
  );
});

it.each([
  ['messages.content (user)', 'messages.*', true],
  ['EMail', 'e?ail', true],
  ['email', 'mail', false],
  ['email', '*mail*', true],
  ['', '*', true],
  ['', '?', false],
  ['a.b+c', 'a.b+c', true],
  ['aXb', 'a.b', false],
  ['a'.repeat(50_000), '*a*a*a*b', false],
])('%s as %s: %s', (name, pattern, expected) => expect(matchesWildcard(name, pattern)).toBe(expected));
