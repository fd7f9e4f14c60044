/** Columnar files through the command: places, columns of check, standard input, explanations, and the same output of any number of jobs. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clearset, records } from '../cli/command.js';

const cwd = fileURLToPath(new URL('../fixtures/', import.meta.url));
const ONLY = ['--detectors', 'USA_SOCIAL_SECURITY_NUMBER'] as const;
const FILES = ['parquet/pages.parquet', 'parquet/duckdb-zstd.parquet', 'avro/deflate.avro', 'arrow/lz4.arrow'];

interface Occurrence {
  readonly location: {
    readonly columnName?: string;
    readonly jsonPath?: string;
    readonly row?: number;
    readonly recordIndex?: number;
  };
  readonly spanSpace: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly fingerprint: string;
  readonly path: string;
}

// Notes hold numbers too, and all of a file are more than are listed by default.
const LISTED = ['--max-locations', 'all'];
const scan = (...args: string[]) => clearset(['scan', '--format', 'ndjson', ...ONLY, ...LISTED, ...args], { cwd });

describe('scan', () => {
  it.each(FILES)('finds the values of %s, with their places', (file) => {
    const { stdout, status } = scan(file);
    expect(status).toBe(1);
    const found = records(stdout, 'occurrence') as unknown as Occurrence[];
    const inNotes = found.filter(
      ({ location }) => (location.columnName ?? location.jsonPath)!.endsWith('.ssn') || location.columnName === 'ssn',
    );
    expect(inNotes.length).toBeGreaterThan(300);
    const third = found.find(({ location: { row, recordIndex, columnName, jsonPath } }) => {
      return (row === 4 || recordIndex === 3) && (columnName ?? jsonPath!.slice(2)) === 'ssn_number';
    });
    expect(third).toMatchObject({ spanSpace: 'value', span: { start: 0, end: 9 } });
  });

  it('finds the same in Parquet from standard input', () => {
    const input = fs.readFileSync(`${cwd}parquet/pages.parquet`);
    const piped = clearset(['scan', '-', '--format', 'ndjson', ...ONLY, ...LISTED], { cwd, input });
    const [fromFile, fromPipe] = [scan('parquet/pages.parquet').stdout, piped.stdout].map((text) =>
      records(text, 'occurrence').map(({ location, span }) => JSON.stringify([location, span])),
    );
    expect(fromPipe).toEqual(fromFile);
  });

  it('shows rows where there are no lines', () => {
    expect(clearset(['scan', 'parquet/pages.parquet', ...ONLY], { cwd }).stdout).toContain('row 2  ***');
    const sarif = clearset(['scan', 'parquet/pages.parquet', ...ONLY, '--format', 'sarif'], { cwd }).stdout;
    expect(sarif).toContain('"logicalLocations"');
    expect(sarif).not.toContain('"region"');
  });

  it('says what it could not read, and exits with 3 where nothing is found', () => {
    const { stdout, status } = scan('parquet/encrypted-footer.parquet');
    expect(records(stdout, 'problem')).toMatchObject([{ code: 'encrypted' }]);
    expect(status).toBe(3);
  });
});

it('check profiles columns by their paths', () => {
  const { stdout } = clearset(['check', 'parquet/pages.parquet', '--format', 'json'], { cwd });
  const { columns } = JSON.parse(stdout) as { columns: { name: string; type: string; values: number; empty: number }[] };
  const byName = new Map(columns.map((column) => [column.name, column]));
  expect(byName.get('ssn')).toMatchObject({ values: 240, empty: 60 });
  expect(byName.get('birth_date')).toMatchObject({ type: 'date', values: 240, empty: 0 });
  expect(byName.get('active')).toMatchObject({ type: 'boolean', values: 240 });
  expect(byName.get('score')).toMatchObject({ type: 'decimal', values: 240 });
  expect(byName.get('address.zip')).toMatchObject({ type: 'integer', values: 240 });
  expect(byName.has('people.ssn')).toBe(true);
});

it('explain finds an occurrence by its fingerprint', () => {
  const found = records(scan('parquet/pages.parquet').stdout, 'occurrence') as unknown as Occurrence[];
  const one = found.find(({ location }) => location.row === 102 && location.columnName === 'ssn_number')!;
  const { stdout, status } = clearset(['explain', '--fingerprint', one.fingerprint, 'parquet/pages.parquet'], { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain('row group 1, row 102, column "ssn_number"');
});
