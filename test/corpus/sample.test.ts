/**
 * The sample corpus against its labels, through the command as users run it: every labelled value is reported at its
 * place, nothing else is, and what cannot be examined is said.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CORPUS = join(ROOT, 'corpus');
const CLI = join(ROOT, 'dist/cli/launcher.cjs');

interface Label {
  readonly detector: string;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly labels?: readonly Label[];
  readonly negatives?: readonly (Label & { readonly why: string })[];
  /** Values by detector, in place of labels. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly spanSpace?: string;
  readonly problem?: string;
  readonly skipped?: string;
}

interface Occurrence {
  readonly kind: 'occurrence';
  readonly path: string;
  readonly detector: string;
  readonly alternatives: readonly string[];
  readonly spanSpace: string;
  readonly span: { readonly start: number; readonly end: number };
}

const manifest = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as { files: Record<string, Entry> };

describe('the generator', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sample-'));
    const { status, stderr } = spawnSync(process.execPath, [join(CORPUS, 'make-sample.mjs'), folder], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes the committed files again', () => {
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(readFileSync(join(CORPUS, 'manifest.json'), 'utf8'));
    for (const path of Object.keys(manifest.files)) {
      const [made, committed] = [readFileSync(join(folder, 'sample', path)), readFileSync(join(CORPUS, 'sample', path))];
      // Compressed bytes depend on the zlib version; what they hold does not.
      if (path.endsWith('.gz') && !path.includes('truncated'))
        expect(gunzipSync(made).equals(gunzipSync(committed)), path).toBe(true);
      else if (!path.endsWith('.gz')) expect(made.equals(committed), path).toBe(true);
    }
  });

  it('leaves no file in the folder without an entry', () => {
    const files = readdirSync(join(CORPUS, 'sample'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBe(Object.keys(manifest.files).length);
  });
});

describe('the scan of the sample', () => {
  const occurrences: Occurrence[] = [];
  const problems: { path: string; code: string }[] = [];
  let summary: { complete: boolean; skipped: Record<string, number>; degraded: number };

  beforeAll(() => {
    if (!existsSync(CLI)) throw new Error('the command is not built: run npm run build first');
    const run = spawnSync(
      process.execPath,
      [CLI, 'scan', 'sample', '--format', 'ndjson', '--no-progress', '--max-locations', 'all'],
      {
        cwd: CORPUS,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    expect(run.status, run.stderr).toBe(1);
    for (const line of run.stdout.trimEnd().split('\n')) {
      const record = JSON.parse(line);
      if (record.kind === 'occurrence') occurrences.push({ ...record, path: record.path.replace(/^sample\//, '') });
      if (record.kind === 'problem') problems.push({ path: record.path.replace(/^sample\//, ''), code: record.code });
      if (record.kind === 'summary') summary = record;
    }
  });

  const spanOf = (path: string, { start, end }: { start: number; end: number }): string => `${path}:${start}-${end}`;
  const isLabel = (found: Occurrence, label: Label): boolean =>
    found.span.start === label.start &&
    found.span.end === label.end &&
    [found.detector, ...found.alternatives].includes(label.detector);

  it('reports every labelled value at its place', () => {
    const missed = Object.entries(manifest.files).flatMap(([path, { labels = [], spanSpace }]) =>
      labels
        .filter(
          (label) => !occurrences.some((found) => found.path === path && found.spanSpace === spanSpace && isLabel(found, label)),
        )
        .map((label) => `${label.detector} ${spanOf(path, label)}`),
    );
    expect(missed).toEqual([]);
  });

  it('reports nothing that is not labelled, but for the names of its made-up people', () => {
    const extra = occurrences
      // Some of them are in the lists of names and some are not: no label says which.
      .filter(({ path, detector }) => detector !== 'NAME' && !path.startsWith('packed/'))
      .filter((found) => !(manifest.files[found.path]?.labels ?? []).some((label) => isLabel(found, label)))
      .map((found) => `${found.detector} ${spanOf(found.path, found.span)}`);
    expect(extra).toEqual([]);
  });

  it('counts the values in binary formats', () => {
    const expected = Object.entries(manifest.files).flatMap(([path, { counts }]) =>
      counts === undefined ? [] : [[path, counts]],
    );
    const found: Record<string, Record<string, number>> = {};
    for (const { path, detector } of occurrences) {
      if (!path.startsWith('packed/') || detector === 'NAME') continue;
      const item = path.replace(/!.*/, '');
      const counts = found[item] ?? {};
      found[item] = { ...counts, [detector]: (counts[detector] ?? 0) + 1 };
    }
    expect(expected.length).toBeGreaterThan(5);
    expect(found).toEqual(Object.fromEntries(expected));
  });

  it('keeps silent about the near misses', () => {
    const wrong = Object.entries(manifest.files).flatMap(([path, { negatives = [] }]) =>
      negatives
        .filter((negative) => occurrences.some((found) => found.path === path && isLabel(found, negative)))
        .map(({ why }) => `${path}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says what it could not examine, and nothing else', () => {
    const expected = Object.entries(manifest.files).flatMap(([path, { problem }]) =>
      problem === undefined ? [] : [{ path, code: problem }],
    );
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(problems.sort(byPath)).toEqual(expected.sort(byPath));
    expect(summary.complete).toBe(false);
  });

  it('counts what it left out by intent', () => {
    const skipped: Record<string, number> = {};
    for (const { skipped: kind } of Object.values(manifest.files))
      if (kind !== undefined) skipped[kind] = (skipped[kind] ?? 0) + 1;
    expect(summary.skipped).toEqual(skipped);
  });
});
