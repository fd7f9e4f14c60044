/** What `clearset baseline audit` prints: entries by item and detector against what is there now. */
import { type Baseline, plural, type Summary, safeText, sizeOf } from '../src/index.js';
import { type Examination, examineAll, isWhole } from './baseline-examine.js';

/** One detector in one item. */
interface Row {
  readonly entries: number;
  /** Occurrences. */
  readonly accepted: number;
  readonly fresh: number;
  /** Entries that accept nothing. */
  readonly unused: number;
  readonly isExamined: boolean;
}

type Rows = Map<string, Row>;

/** @throws ScanError */
export async function auditText(
  file: string,
  baseline: Baseline,
  examination: Examination,
): Promise<{ readonly text: string; readonly summary: Summary }> {
  const items = new Map<string, Rows>();
  for (const path of baseline.paths) items.set(path, unexamined(baseline, path));
  const summary = await examineAll(examination, (path, result, detectors) => {
    if (result.findings.length === 0 && !items.has(path)) return;
    const rows = items.get(path) ?? new Map<string, Row>();
    items.set(path, rows);
    const isExamined = isWhole(result);
    const unused = isExamined ? baseline.unused(path, result, detectors) : new Map<string, number>();
    for (const [detector, row] of rows) {
      if (detectors.has(detector)) rows.set(detector, { ...row, unused: unused.get(detector) ?? 0, isExamined });
    }
    for (const finding of result.findings) {
      const row = rows.get(finding.detector) ?? { entries: 0, unused: 0, isExamined };
      rows.set(finding.detector, { ...row, ...baseline.compare(path, finding) });
    }
  });
  return { text: [...lines(items), totals(file, items)].join(''), summary };
}

function unexamined(baseline: Baseline, path: string): Rows {
  const rows: Rows = new Map();
  for (const [detector, accepted] of baseline.acceptedIn(path) ?? [])
    rows.set(detector, { entries: sizeOf(accepted), accepted: 0, fresh: 0, unused: 0, isExamined: false });
  return rows;
}

/** Items in order of their paths' bytes, then detectors. */
function* lines(items: ReadonlyMap<string, Rows>): Generator<string> {
  for (const [path, rows] of [...items].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    yield `${safeText(path)}\n`;
    const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
    const width = Math.max(...sorted.map(([detector]) => detector.length));
    for (const [detector, row] of sorted) yield `  ${detector.padEnd(width)}  ${rowText(row)}\n`;
    yield '\n';
  }
}

function rowText({ entries, accepted, fresh, unused, isExamined }: Row): string {
  const parts = [plural(entries, 'entry', 'entries'), `${plural(accepted, 'occurrence')} accepted`];
  if (unused > 0) parts.push(`${unused} unused`);
  if (fresh > 0) parts.push(`${plural(fresh, 'occurrence')} NEW`);
  if (!isExamined) parts.push('not wholly examined');
  return parts.join(', ');
}

function totals(file: string, items: ReadonlyMap<string, Rows>): string {
  const rows = [...items.values()].flatMap((byDetector) => [...byDetector.values()]);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const entries = plural(
    sum((row) => row.entries),
    'entry',
    'entries',
  );
  const unknown = sum((row) => (row.isExamined ? 0 : row.entries));
  const parts = [
    `${plural(
      sum((row) => row.accepted),
      'occurrence',
    )} accepted by ${entries}`,
    `${sum((row) => row.unused)} unused`,
    `${plural(
      sum((row) => row.fresh),
      'occurrence',
    )} new`,
  ];
  if (unknown > 0) parts.push(`${plural(unknown, 'entry', 'entries')} of what was not wholly examined`);
  return `${file}: ${parts.join('; ')}\n`;
}
