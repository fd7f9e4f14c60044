/** What is kept of very many members is bounded, and no count is lost by that. */
import { describe, expect, it } from 'vitest';
import type { Finding, ItemResult, Problem } from '../../src/core/result.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { MemberTally, memberRef } from '../../src/worker/members.js';

const SSN = 'USA_SOCIAL_SECURITY_NUMBER';
const sheets = new Map(CATALOGUE.map((sheet) => [sheet.id, sheet]));

const finding: Finding = {
  detector: SSN,
  count: 2,
  distinct: 2,
  distinctIsLowerBound: false,
  severity: 'high',
  confidence: 'medium',
  columns: [],
  occurrences: [],
};

function member(index: number, more: Partial<ItemResult>): ItemResult {
  const path = `a.tar!${index}`;
  return { path, bytesFound: 10, bytesExamined: 10, degraded: 0, findings: [], problems: [], isMember: true, ...more };
}

const encrypted: Problem = { code: 'encrypted', detail: 'is encrypted', bytesExamined: 0 };

describe('a tally', () => {
  it('names 20,000 members with findings, and counts the others as the archive’s own', () => {
    const tally = new MemberTally(sheets, undefined);
    for (let i = 0; i < 20_003; i++) tally.add(member(i, { findings: [finding] }), 10);
    tally.add(member(20_003, { problems: [encrypted], bytesFound: 0, bytesExamined: 0 }), 10);
    expect(tally.finish().results).toHaveLength(20_000);
    expect(tally.findings()).toMatchObject([
      { detector: SSN, count: 6, distinct: 2, distinctIsLowerBound: true, severity: 'high' },
    ]);
    expect(tally.problems(5)).toEqual([
      { code: 'encrypted', detail: '1 more of its members have this problem', bytesExamined: 5 },
    ]);
  });

  it('sorts members by the bytes of their names, and knows what share of them was examined', () => {
    const tally = new MemberTally(sheets, undefined);
    for (const i of [2, 10, 1]) tally.add(member(i, { findings: [finding] }), 100);
    tally.add(member(3, { skipped: 'media', bytesExamined: 0 }), 300);
    tally.add(member(4, { bytesFound: 20 }), 100);
    expect(tally.finish().results.map(({ path }) => path)).toEqual(['a.tar!1', 'a.tar!10', 'a.tar!2']);
    expect(tally.finish()).toMatchObject({ clean: 1, skipped: { media: 1 } });
    expect(tally.examinedShare).toBeCloseTo(1 - 350 / 700);
    // Damaged half way, of which only its length in the archive tells.
    tally.add(member(5, { problems: [{ ...encrypted, code: 'malformed' }] }), 100, 20);
    expect(tally.examinedShare).toBeCloseTo(1 - 400 / 800);
  });

  it('of an archive in another one passes on what it counted, once', () => {
    const outer = new MemberTally(sheets, undefined);
    const inner = new MemberTally(sheets, outer);
    inner.add(member(1, {}), 10);
    inner.add(member(2, { findings: [finding] }), 10);
    outer.add(member(0, { problems: [{ ...encrypted, code: 'malformed' }], members: inner.finish() }), 30);
    const { clean, results } = outer.finish();
    expect(clean).toBe(1);
    expect(results.map(({ path, members }) => [path, members?.clean])).toEqual([
      ['a.tar!0', 0],
      ['a.tar!2', undefined],
    ]);
  });
});

it('a member has the bytes of its name behind those of its archive, where either is not UTF-8', () => {
  const archive = { source: 'fs', locator: 'x', path: 'a.tar' } as const;
  expect(memberRef(archive, Buffer.from('grüße.csv'))).toMatchObject({ path: 'a.tar!grüße.csv' });
  expect(memberRef(archive, Buffer.from('grüße.csv'))).not.toHaveProperty('pathBase64');
  const odd = memberRef(archive, Buffer.from([0x78, 0xff]));
  expect(odd).toMatchObject({ path: 'a.tar!x\\xFF', pathBase64: Buffer.from('a.tar!x\xff', 'latin1').toString('base64') });
  const inner = memberRef(
    { ...archive, path: 'b\\xFE', pathBase64: Buffer.from('b\xfe', 'latin1').toString('base64') },
    Buffer.from('c'),
  );
  expect(inner).toMatchObject({ path: 'b\\xFE!c', pathBase64: Buffer.from('b\xfe!c', 'latin1').toString('base64') });
});
