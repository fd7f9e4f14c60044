/** The bench beside other scanners: its judge is kind but not blind, a redactor's places are its own, and reports of programs are read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../bench/eval/expand.mjs';
import { coveredBy, isCounted, PEERS } from '../../bench/peers/adapters.mjs';
import { byteOffsets } from '../../bench/peers/bytes.mjs';
import { hostileCorpus, labelledCorpus } from '../../bench/peers/corpora.mjs';
import { detectSecrets } from '../../bench/peers/detect-secrets.mjs';
import { filesIn } from '../../bench/peers/files.mjs';
import { gitSecrets } from '../../bench/peers/git-secrets.mjs';
import { gitleaks } from '../../bench/peers/gitleaks.mjs';
import { judgePeer, merged, type Place, sumOfVerdicts } from '../../bench/peers/judge.mjs';
import { labelsOnlyPeersFind } from '../../bench/peers/misses.mjs';
import { presidio } from '../../bench/peers/presidio.mjs';
import { MARK, placesOf } from '../../bench/peers/redacted.mjs';
import { findWithClearset } from '../../bench/peers/run.mjs';
import { trufflehog } from '../../bench/peers/trufflehog.mjs';
import { CATALOGUE } from '../../dist/src/index.js';

const label = (id: string, [start, end]: readonly [number, number], more: Partial<Label> = {}): Label => ({
  ids: [id],
  kind: 'label',
  start,
  end,
  line: 1,
  value: 'x'.repeat(end - start),
  ...more,
});

const MAIL = { covered: new Set(['EMAIL_ADDRESS']), isCounted: (kind: string) => kind === 'mail' };

describe('the judge of peers', () => {
  it('takes any finding that touches a label for right, whatever it is called', () => {
    const verdict = judgePeer([{ kind: 'phone', start: 12, end: 14 }], [label('EMAIL_ADDRESS', [10, 20])], MAIL);
    expect(verdict).toMatchObject({ structured: { labels: 1, found: 1 }, right: 1, wrong: 0, others: 0 });
  });

  it('calls a finding beside every label false, and one that ends where a label begins', () => {
    const verdict = judgePeer([{ kind: 'mail', start: 0, end: 10 }], [label('EMAIL_ADDRESS', [10, 20])], MAIL);
    expect(verdict).toMatchObject({ structured: { labels: 1, found: 0 }, right: 0, wrong: 1 });
  });

  it('leaves findings of kinds without a counterpart out of what is false', () => {
    expect(judgePeer([{ kind: 'order', start: 0, end: 5 }], [], MAIL)).toMatchObject({ wrong: 0, others: 1 });
  });

  it('does not ask for labels that a peer does not claim, and forgives what lies on them', () => {
    const verdict = judgePeer([{ kind: 'mail', start: 0, end: 5 }], [label('UK_NHS_NUMBER', [0, 5])], MAIL);
    expect(verdict).toMatchObject({ structured: { labels: 0, found: 0 }, right: 1, wrong: 0 });
  });

  it('neither rewards nor punishes what lies on an optional value, and protects no hostile one', () => {
    const places = [{ kind: 'mail', start: 0, end: 5 }];
    expect(judgePeer(places, [label('EMAIL_ADDRESS', [0, 5], { kind: 'optional' })], MAIL)).toMatchObject({ right: 0, wrong: 0 });
    expect(judgePeer(places, [label('order', [0, 5], { kind: 'negative' })], MAIL)).toMatchObject({ right: 0, wrong: 1 });
  });

  it('counts overlapping findings once', () => {
    const places: Place[] = [
      { kind: 'mail', start: 4, end: 9 },
      { kind: 'mail', start: 0, end: 5 },
      { kind: 'mail', start: 9, end: 12 },
    ];
    expect(merged(places).map((group) => group.length)).toEqual([2, 1]);
    expect(judgePeer(places, [], MAIL).wrong).toBe(2);
  });

  it('takes a line for all that stands on it, and a value for its line', () => {
    const two = [label('EMAIL_ADDRESS', [0, 5], { line: 3 }), label('EMAIL_ADDRESS', [6, 9], { line: 3, value: 'abc' })];
    expect(judgePeer([{ kind: 'mail', line: 3 }], two, MAIL).structured).toEqual({ labels: 2, found: 2 });
    expect(judgePeer([{ kind: 'mail', line: 4 }], two, MAIL).structured).toEqual({ labels: 2, found: 0 });
    expect(judgePeer([{ kind: 'mail', line: 3, value: 'key=abc' }], two, MAIL).structured).toEqual({ labels: 2, found: 1 });
  });

  it('has shares of their own for names and addresses, and adds verdicts up', () => {
    const peer = { covered: new Set(['NAME', 'EMAIL_ADDRESS']), isCounted: () => true };
    const one = judgePeer([{ kind: 'n', start: 0, end: 4 }], [label('NAME', [0, 4]), label('EMAIL_ADDRESS', [8, 9])], peer);
    expect(sumOfVerdicts([one, one])).toEqual({
      structured: { labels: 2, found: 0 },
      named: { labels: 2, found: 2 },
      right: 2,
      wrong: 0,
      others: 0,
    });
  });
});

it('what only peers find is named by place, never by value', () => {
  const labels = [
    label('EMAIL_ADDRESS', [0, 5], { line: 2 }),
    label('UK_NHS_NUMBER', [10, 20]),
    label('NAME', [30, 40], { kind: 'optional' }),
  ];
  const corpus = { folder: '', bytes: 0, labels: new Map([['case/0/a.txt', labels]]) };
  const found = (...places: Place[]) => ({ places: new Map([['case/0/a.txt', places]]), bytes: 0, refused: [] });
  const peer = { name: 'p', held: found({ kind: 'x', start: 0, end: 40 }) };
  const ours = found({ kind: 'UK_NHS_NUMBER', start: 10, end: 20 });
  expect(labelsOnlyPeersFind([peer], corpus, { part: 'held', ours })).toEqual([
    { peer: 'p', id: 'EMAIL_ADDRESS', place: 'held/case/0/a.txt:2' },
  ]);
});

describe('places of a redactor', () => {
  const places = (text: string, redacted: string) =>
    placesOf(text, redacted.replaceAll('#', MARK)).map(({ start, end }) => text.slice(start, end));

  it('are what stands where the marks are', () => {
    expect(places('Hi Jo, mail a@b.org or c@d.org', 'Hi #, mail # or #')).toEqual(['Jo', 'a@b.org', 'c@d.org']);
    expect(places('all of it', '#')).toEqual(['all of it']);
    expect(places('none', 'none')).toEqual([]);
    expect(places('ab1cd', '##cd')).toEqual(['ab1']);
  });

  it('begin right and may end early where a value holds what follows it', () => {
    expect(places('x 1-2-3-', 'x #-')).toEqual(['1-2-3']);
    expect(places('x 1-2-3- y', 'x #- #')).toEqual(['1-2-3', 'y']);
    expect(places('1-2-, 3', '#-#')).toEqual(['1', '2-, 3']);
    expect(places('---', '#-#')).toEqual(['-', '-']);
  });

  it('are refused where the text is another', () => {
    for (const redacted of ['Hello #', 'Hi # end', 'Hi Jo,#Hi', 'other']) expect(() => places('Hi Jo, bye', redacted)).toThrow();
    expect(() => placesOf(`has ${MARK}`, 'x')).toThrow(/mark/);
  });
});

it('offsets of strings become those of UTF-8', () => {
  const text = 'aä€😀z';
  const before = byteOffsets(text);
  for (const i of [0, 1, 2, 3, 5, 6]) expect(before(i)).toBe(Buffer.byteLength(text.slice(0, i)));
  expect(byteOffsets('plain')(3)).toBe(3);
});

describe('adapters', () => {
  it('name identifiers that exist, and each peer once', () => {
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    for (const peer of PEERS) {
      expect(coveredBy(peer).size).toBeGreaterThan(0);
      expect([...coveredBy(peer)].filter((id) => !ids.has(id))).toEqual([]);
    }
    expect(new Set(PEERS.map(({ name }) => name)).size).toBe(PEERS.length);
  });

  it('pin packages exactly', () => {
    for (const peer of PEERS) {
      if (!('packages' in peer)) continue;
      expect(Object.keys(peer.packages)).not.toEqual([]);
      for (const version of Object.values(peer.packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('count a kind that has a counterpart, and every kind behind a star', () => {
    expect(isCounted({ name: 'p', kinds: { a: ['NAME'] }, bytes: {} }, 'a')).toBe(true);
    expect(isCounted({ name: 'p', kinds: { a: ['NAME'] }, bytes: {} }, 'constructor')).toBe(false);
    expect(isCounted({ name: 'p', kinds: { '*': ['NAME'] }, bytes: {} }, 'a')).toBe(true);
  });

  it('read what programs print', () => {
    const at = (stdout: string, stderr = '') => ({ stdout, stderr, cwd: '/home' });
    expect(gitSecrets.parse(at('', '/d/a/b.txt:12:key: x\n\n[ERROR] Matched one or more\n- Mark false\n'), '/d')).toEqual([
      { file: 'a/b.txt', kind: 'aws', line: 12 },
    ]);
    const leak = { File: '/d/x.env', RuleID: 'github-pat', StartLine: 2, Secret: 'v' };
    expect(gitleaks.parse(at(JSON.stringify([leak])), '/d')).toEqual([
      { file: 'x.env', kind: 'github-pat', line: 2, value: 'v' },
    ]);
    const hog = { DetectorName: 'Slack', Raw: 'v', SourceMetadata: { Data: { Filesystem: { file: '/d/x.env', line: 4 } } } };
    expect(trufflehog.parse(at(`${JSON.stringify({ level: 'info' })}\n${JSON.stringify(hog)}\n`), '/d')).toEqual([
      { file: 'x.env', kind: 'Slack', line: 4, value: 'v' },
    ]);
    const baseline = { results: { '../d/y.py': [{ type: 'Secret Keyword', line_number: 7 }] } };
    expect(detectSecrets.parse(at(JSON.stringify(baseline)), '/d')).toEqual([{ file: 'y.py', kind: 'Secret Keyword', line: 7 }]);
    const span = { file: 'z.txt', kind: 'PERSON', start: 0, end: 3 };
    expect(presidio.parse(at(`${JSON.stringify(span)}\n`), '/d')).toEqual([span]);
  });
});

describe('corpora', () => {
  const inFolder = async <T>(run: (root: string) => T | Promise<T>): Promise<T> => {
    const root = mkdtempSync(join(tmpdir(), 'clearset-test-'));
    try {
      return await run(root);
    } finally {
      rmSync(root, { recursive: true });
    }
  };

  it('list files in the order of their bytes, as many as are asked for', () =>
    inFolder((root) => {
      for (const name of ['b', 'a', 'Z']) writeFileSync(join(root, name), '12345');
      expect(filesIn(root)).toEqual(['Z', 'a', 'b']);
      expect(filesIn(root, 6)).toEqual(['Z', 'a']);
    }));

  it('are files whose labels lie on their values, in which Clearset finds most', () =>
    inFolder(async (root) => {
      const corpus = labelledCorpus(root, 'snippets', 1);
      expect([...corpus.labels.keys()].sort()).toEqual(filesIn(corpus.folder).sort());
      const { places } = await findWithClearset(corpus);
      const all = {
        covered: coveredBy({ name: 'all', kinds: { '*': CATALOGUE.map(({ id }) => id) }, bytes: {} }),
        isCounted: () => true,
      };
      const sum = sumOfVerdicts([...corpus.labels].map(([path, labels]) => judgePeer(places.get(path) ?? [], labels, all)));
      expect(sum.structured.labels).toBeGreaterThan(100);
      expect(sum.structured.found / sum.structured.labels).toBeGreaterThan(0.9);
    }));

  it('have a folder for each hostile kind', () =>
    inFolder((root) => {
      const corpus = hostileCorpus(root, 1000);
      expect(filesIn(corpus.folder).length).toBe(24);
      expect(corpus.bytes).toBeGreaterThanOrEqual(24_000);
    }));
});
