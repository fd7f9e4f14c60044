import { describe, expect, it } from 'vitest';
import { addAllTags, addTag, isAcceptedByNumber, MOST_TAGS, noTags } from '../../src/core/accepted.js';
import { ConfigError } from '../../src/core/errors.js';
import type { Finding, ItemResult } from '../../src/core/result.js';
import { Baseline } from '../../src/policy/baseline.js';
import { formatBaseline, parseBaseline } from '../../src/policy/baseline-file.js';
import { baselinePath, bytesOfPath, isMasked, maskedBaselinePath } from '../../src/policy/baseline-path.js';

const HEADER = '{"clearset":"baseline","version":1}\n';

function finding(detector: string, tags: Readonly<Record<string, number>>): Finding {
  const met = noTags();
  for (const [tag, count] of Object.entries(tags)) addTag(met, tag, count);
  const count = Object.values(tags).reduce((sum, number) => sum + number, 0);
  const rest = { distinct: 1, distinctIsLowerBound: false, severity: 'high', confidence: 'high' } as const;
  return { detector, count, ...rest, columns: [], occurrences: [], tags: met };
}

function item(...findings: Finding[]): ItemResult {
  return { path: 'a', bytesFound: 1, bytesExamined: 1, degraded: 0, findings, problems: [] };
}

/** That many different values of one detector. */
function many(count: number): Finding {
  return finding('D', Object.fromEntries(Array.from({ length: count }, (_, i) => [i.toString(16).padStart(4, '0'), 1])));
}

const ran = new Set(['D', 'E']);

describe('a baseline', () => {
  it('accepts a value wherever and however often it stands in the item, and no other', () => {
    const baseline = new Baseline();
    expect(baseline.add('a', item(finding('D', { aaaa: 2, bbbb: 1 })))).toBe(3);
    expect(baseline.compare('a', finding('D', { aaaa: 7 }))).toEqual({ accepted: 7, fresh: 0 });
    expect(baseline.compare('a', finding('D', { aaaa: 1, cccc: 1 }))).toEqual({ accepted: 1, fresh: 1 });
    expect(baseline.compare('b', finding('D', { aaaa: 1 }))).toEqual({ accepted: 0, fresh: 1 });
    expect(baseline.compare('a', finding('E', { aaaa: 1 }))).toEqual({ accepted: 0, fresh: 1 });
  });

  it('accepts values without tag by their number', () => {
    const baseline = new Baseline();
    baseline.add('a', item(finding('D', { '': 2 })));
    expect(baseline.compare('a', finding('D', { '': 2 }))).toEqual({ accepted: 2, fresh: 0 });
    expect(baseline.compare('a', finding('D', { '': 3 }))).toEqual({ accepted: 0, fresh: 3 });
  });

  it('accepts no value with a tag in place of one without', () => {
    const baseline = new Baseline();
    baseline.add('a', item(finding('D', { '': 2, aaaa: 1 })));
    expect(baseline.compare('a', finding('D', { '': 1, aaaa: 1, bbbb: 1 }))).toEqual({ accepted: 1, fresh: 2 });
    expect(isAcceptedByNumber({ tags: new Set(), count: 2, total: 0 }, { all: 2, rest: 2, tagged: 1 })).toBe(false);
  });

  it('counts where there are more different values than tags are kept for', () => {
    const baseline = new Baseline();
    baseline.add('a', item(many(MOST_TAGS)));
    expect(baseline.size).toBe(MOST_TAGS);
    baseline.add('a', item(many(MOST_TAGS + 1)));
    expect(formatBaseline(baseline)).toBe(`${HEADER}{"path":"a","detector":"D","total":${MOST_TAGS + 1}}\n`);
    expect(baseline.compare('a', many(MOST_TAGS + 1)).fresh).toBe(0);
    expect(baseline.compare('a', many(MOST_TAGS + 2)).fresh).toBe(MOST_TAGS + 2);
  });

  it('is pruned of what no longer occurs, for detectors that ran', () => {
    const baseline = new Baseline();
    baseline.add('a', item(finding('D', { aaaa: 1, bbbb: 1, '': 3 }), finding('E', { cccc: 1 }), finding('F', { dddd: 1 })));
    const now = item(finding('D', { aaaa: 1, '': 2 }));
    expect([...baseline.unused('a', now, ran)]).toEqual([
      ['D', 1],
      ['E', 1],
    ]);
    expect(baseline.prune('a', now, ran)).toBe(3);
    expect(formatBaseline(baseline)).toBe(
      `${HEADER}{"path":"a","detector":"D","count":2}\n{"path":"a","detector":"D","tag":"aaaa"}\n` +
        `{"path":"a","detector":"F","tag":"dddd"}\n`,
    );
  });

  it('keeps tags that are too many to be looked for', () => {
    const baseline = new Baseline();
    baseline.accept('a', 'D', { tag: 'ffff' });
    expect(baseline.prune('a', item(many(MOST_TAGS + 1)), ran)).toBe(0);
    expect(baseline.size).toBe(1);
  });
});

it('tags of ranges join into those of the whole', () => {
  const parts = [noTags(), noTags()];
  for (let i = 0; i < 1200; i++) addTag(parts[i % 2]!, String(i % 900));
  const [first, second] = parts as [ReturnType<typeof noTags>, ReturnType<typeof noTags>];
  addAllTags(first, second);
  expect([first.isFull, first.tags.size, first.tags.get('0'), first.tags.get('899')]).toEqual([false, 900, 2, 1]);
  for (let i = 900; i <= MOST_TAGS; i++) addTag(second, String(i));
  addAllTags(first, second);
  expect(first).toEqual({ tags: new Map(), isFull: true });
});

describe('the file', () => {
  it('is the same for the same entries in any order, and is read as it was written', () => {
    const baseline = new Baseline();
    baseline.accept('b é', 'E', { tag: '0123456789abcdef' });
    baseline.accept('a', 'D', { count: 2 });
    baseline.accept('a', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)', { tag: '09af' });
    baseline.accept('a', 'D', { total: 5 });
    const text = formatBaseline(baseline);
    expect(text).toBe(
      `${HEADER}{"path":"a","detector":"CREDIT_CARD_NUMBER_(NO_KEYWORD)","tag":"gpaf"}\n{"path":"a","detector":"D","count":2}\n` +
        `{"path":"a","detector":"D","total":5}\n{"path":"b é","detector":"E","tag":"ghijklmnopabcdef"}\n`,
    );
    const [header, ...lines] = text.trimEnd().split('\n');
    const shuffled = [header, ...lines.toReversed(), header, lines[0], ''].join('\r\n');
    expect(formatBaseline(parseBaseline(shuffled, 'x'))).toBe(text);
  });

  it('takes the greater of two numbers that a merge has left', () => {
    const lines = [4, 7, 5].map((count) => `{"path":"a","detector":"D","count":${count}}\n`).join('');
    expect(formatBaseline(parseBaseline(HEADER + lines, 'x'))).toBe(`${HEADER}{"path":"a","detector":"D","count":7}\n`);
  });

  it.each([
    ['', 'its first line is not that of a baseline'],
    ['{"path":"a","detector":"D","tag":"aaaa"}\n', 'its first line'],
    ['{"clearset":"baseline","version":2}\n', 'another version of Clearset made it'],
    [`${HEADER}<<<<<<< ours\n`, 'line 2 is left from a merge'],
    [`${HEADER}{"path":"a","detector":"D"\n`, 'line 2 is not an entry'],
    [`${HEADER}null\n`, 'line 2 is not an entry'],
    [`${HEADER}{"path":"a","detector":"D"}\n`, 'line 2 is not an entry'],
    [`${HEADER}{"path":"a","detector":"D","tag":"12af"}\n`, 'line 2 is not an entry'],
    [`${HEADER}{"path":"a","detector":"D","count":0}\n`, 'line 2 is not an entry'],
    [`${HEADER}{"path":"a","detector":"D","count":1,"tag":"aaaa"}\n`, 'line 2 is not an entry'],
    [`${HEADER}{"path":"","detector":"D","count":1}\n`, 'line 2 is not an entry'],
  ])('that is wrong is refused without being quoted: %j', (text, message) => {
    expect(() => parseBaseline(text, 'x')).toThrow(ConfigError);
    expect(() => parseBaseline(text, 'x')).toThrow(message);
  });
});

describe('a path', () => {
  it.each([
    ['data/a b.csv', 'data/a b.csv'],
    ['é/日本', 'é/日本'],
    ['100%*', '100%25%2A'],
    ['a\nb\u001b[2J\u202e', 'a%0Ab%1B[2J%E2%80%AE'],
  ])('%j is written so that it is safe and comes back', (path, written) => {
    expect(baselinePath({ path })).toBe(written);
    expect(bytesOfPath(written).toString('utf8')).toBe(path);
    expect(isMasked(written)).toBe(false);
  });

  it('that is not UTF-8 keeps its bytes, and is not the name that is printed for it', () => {
    const bytes = Buffer.from('636166e92a', 'hex');
    const written = baselinePath({ path: String.raw`caf\xE9*`, pathBase64: bytes.toString('base64') });
    expect(written).toBe('caf%E9%2A');
    expect(bytesOfPath(written)).toEqual(bytes);
    expect(baselinePath({ path: String.raw`caf\xE9*` })).not.toBe(written);
  });

  it('that is masked is no other name', () => {
    expect(maskedBaselinePath('p/***-**-****~30c9.csv')).toBe('p/***-**-****~30c9.csv');
    expect(baselinePath({ path: 'p/***-**-****~30c9.csv' })).toBe('p/%2A%2A%2A-%2A%2A-%2A%2A%2A%2A~30c9.csv');
    expect(isMasked('p/***~30c9')).toBe(true);
  });
});
