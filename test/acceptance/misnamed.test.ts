/** What the reports say of a name that says another format: for people a number, for scripts the item; and no problem. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ItemResult } from '../../dist/src/core/result.js';
import { runScan } from '../../dist/src/scan/run.js';
import { clearset, folderOf, records } from '../cli/command.js';
import { zipOf } from '../readers/office-support.js';

const PARQUET = fs.readFileSync(new URL('../fixtures/parquet/pages.parquet', import.meta.url));

describe('a table that is a zip archive, and JSON that is Parquet', () => {
  const folder = folderOf({ 'export.csv': zipOf({ 'a.txt': 'words' }), 'data.json': PARQUET, 'b.txt': 'words' });
  const scan = (format: string) => clearset(['scan', folder, '--format', format, '--fail-on', 'none', '--no-progress']);

  it('are named in ndjson and json', () => {
    const { stdout, status } = scan('ndjson');
    expect(status).toBe(0);
    const wrong = records(stdout, 'misnamed');
    expect(wrong.map(({ extension, content }) => [extension, content])).toEqual([
      ['json', 'parquet'],
      ['csv', 'zip'],
    ]);
    expect(records(stdout, 'summary')).toMatchObject([{ misnamed: 2, complete: true, problems: 0 }]);
    expect(JSON.parse(scan('json').stdout)).toMatchObject({ misnamed: wrong.map(({ kind, ...rest }) => rest) });
  });

  it('are counted for people', () => {
    expect(scan('table').stdout).toContain('; 2 names say another format than the bytes');
  });

  it('are so where a file is examined in ranges by workers', async () => {
    const results: ItemResult[] = [];
    const limits = { inProcessBytes: 0, batchBytes: 1, largeBytes: 100, rangeBytes: 6000 };
    for await (const event of runScan({ targets: [`${folder}/data.json`], jobs: 2 }, limits))
      if (event.kind === 'item') results.push(event.result);
    expect(results.map(({ misnamed }) => misnamed)).toEqual([{ extension: 'json', content: 'parquet' }]);
  });
});
