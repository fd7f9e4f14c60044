/** Counts what came of broken files, by format. */

const KINDS = ['clean', 'skipped', 'malformed', 'encrypted', 'unsupported', 'limit'];
const FAILURES = ['wrong', 'crash', 'hung', 'memory'];

export class Tally {
  failures = 0;
  #rows = new Map();

  /** @returns {string | undefined} how it failed */
  add({ format }, { kind, detail, ms, peakBytes }) {
    const row = this.#rows.get(format) ?? { cases: 0, counts: new Map(), slowestMs: 0, peakBytes: undefined };
    this.#rows.set(format, row);
    const came = kind === 'problem' ? detail : kind;
    row.cases++;
    row.counts.set(came, (row.counts.get(came) ?? 0) + 1);
    row.slowestMs = Math.max(row.slowestMs, ms);
    if (peakBytes !== undefined) row.peakBytes = Math.max(row.peakBytes ?? 0, peakBytes);
    if (!FAILURES.includes(came)) return undefined;
    this.failures++;
    return came;
  }

  /** One line a format, and their sum. @param {boolean} isMarkdown */
  table(isMarkdown) {
    const header = ['format', 'cases', ...KINDS, ...FAILURES, 'slowest ms', 'peak MB'];
    const rows = [...this.#rows].map(([format, row]) => [format, ...this.#cells(row)]);
    const all = [...this.#rows.values()].reduce((sum, row) => joined(sum, row), undefined);
    if (all !== undefined) rows.push(['all', ...this.#cells(all)]);
    const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column].length)));
    const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
    const line = (row) => (isMarkdown ? `| ${row.map(pad).join(' | ')} |\n` : `${row.map(pad).join('  ')}\n`);
    const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
    return [line(header), ...(isMarkdown ? [line(rule)] : []), ...rows.map(line)].join('');
  }

  #cells({ cases, counts, slowestMs, peakBytes }) {
    return [
      String(cases),
      ...[...KINDS, ...FAILURES].map((kind) => String(counts.get(kind) ?? 0)),
      slowestMs.toFixed(0),
      peakBytes === undefined ? '-' : (peakBytes / 1e6).toFixed(0),
    ];
  }
}

function joined(sum, row) {
  if (sum === undefined) return row;
  const counts = new Map(sum.counts);
  for (const [kind, count] of row.counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return {
    cases: sum.cases + row.cases,
    counts,
    slowestMs: Math.max(sum.slowestMs, row.slowestMs),
    peakBytes: row.peakBytes === undefined ? sum.peakBytes : Math.max(sum.peakBytes ?? 0, row.peakBytes),
  };
}
