/** Tables in text: which cells have which names, in Markdown, in what databases print, and in columns set with spaces. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ContentFormat } from '../../src/core/format.js';
import { detectFormat } from '../../src/readers/detect.js';
import { fileOf, read, streamOf } from './support.js';

const FORMAT: ContentFormat = { kind: 'markdown', encoding: 'utf-8' };
const HALO = { left: 64, right: 2048 };

async function cellsIn(text: string, blockBytes = 64 * 1024): Promise<string[]> {
  const { values, error } = await read(fileOf(text), { format: FORMAT, blockBytes, halo: HALO });
  if (error !== undefined) throw error;
  return values.map((value) => `${value.names.join('.')}=${value.text}`);
}

const MARKDOWN = `# Staff | list

| **Name** | \`SSN\` | Note |
|:---------|-----:|------|
| Ann Lee | 536-90-4399 | a \\| b |
| Bob Öz | 536-90-4398 |
not | a | row

Name | Phone
--- | ---
Ann | 12345 | more
`;
const PSQL = ` id  |    name     |     ssn     
-----+-------------+-------------
 101 | Ann Lee     | 536-90-4399
 102 | Bob | 536-90-4398
(2 rows)

`;
const MYSQL = `+-----+---------+-------------+
| id  | name    | ssn         |
+-----+---------+-------------+
| 101 | Ann Lee | 536-90-4399 |
+-----+---------+-------------+
| 102 | Bob Öz  | 536-90-4398 |
+-----+---------+-------------+
2 rows in set
`;
const ALIGNED = `$ list people
NAME      SOCIAL SECURITY     AMOUNT
Ann Lee   536-90-4399          10.50
Bo Öz Ko  536-90-4398       1,200.00
Cy        536-90-4397           7.00
Di        536-90-4396           8.00

End  of   it
`;
const RAGGED = `CUSTNO     SSN          BIRTHDT     ACCT-BAL
707892996  797133129  06/19/1989  362.65
218054193  647-62-1515  4. Juni 1990  1,699.19
231375594  860-49-9100  1970-09-23  76.99
23137  860-49-9101  1970-09-24  6.99
*** END OF EXTRACT  RECS 000004 ***
231375594  860-49-9102  1970-09-23  76.99
`;
const DASHED = `id          name        ssn
----------- ----------- -----------
101         Ann Lee     536-90-4399
102         a name too long for it
103         Cy          536-90-4397

(3 rows affected)
`;

describe('cells', () => {
  it('of Markdown are called by the header', async () => {
    expect(await cellsIn(MARKDOWN)).toEqual([
      'Name=Ann Lee',
      'SSN=536-90-4399',
      'Note=a | b',
      'Name=Bob Öz',
      'SSN=536-90-4398',
      'Name=not',
      'Note=row',
      'Name=Ann',
      'Phone=12345',
    ]);
    expect(await cellsIn('a | b\nc | d\n')).toEqual([]);
    expect(await cellsIn('Name | SSN\n--- | --- | ---\nAnn | 536-90-4399\n')).toEqual([]);
  });

  it('below a header that nothing rules off are called by it', async () => {
    const list = `Case No   | Defendant      | DOB
T20267118 | OKONJO, Emeka  | 14/09/1994
T20267140 | HARGREAVES, L. | 02/05/1980
T20267141 | no date        |
(3 cases) | in | all | courts
T20267142 | not | a row
`;
    expect(await cellsIn(list)).toEqual([
      ...['Case No=T20267118', 'Defendant=OKONJO, Emeka', 'DOB=14/09/1994'],
      ...['Case No=T20267140', 'Defendant=HARGREAVES, L.', 'DOB=02/05/1980'],
      ...['Case No=T20267141', 'Defendant=no date'],
    ]);
    // Two columns, a header with a number, the same name twice, and a row of words only: lines of a shell, types, choices.
    expect(await cellsIn('cat a | wc\ncat 1 | wc\n')).toEqual([]);
    expect(await cellsIn('a1 | 2 | c\n1 | 2 | 3\n')).toEqual([]);
    expect(await cellsIn('a | a | b\n1 | 2 | 3\n')).toEqual([]);
    expect(await cellsIn('cat a | grep b | wc\nls | sort | uniq\n')).toEqual([]);
  });

  it('that psql, mysql and sqlcmd print, and of columns set with spaces', async () => {
    const both = ['id=101', 'name=Ann Lee', 'ssn=536-90-4399', 'id=102'];
    expect(await cellsIn(PSQL)).toEqual([...both, 'name=Bob', 'ssn=536-90-4398']);
    expect(await cellsIn(MYSQL)).toEqual([...both, 'name=Bob Öz', 'ssn=536-90-4398']);
    expect(await cellsIn(DASHED)).toEqual([...both, 'id=103', 'ssn=536-90-4397']);
    expect(await cellsIn(ALIGNED)).toEqual([
      'NAME=Ann Lee',
      'SOCIAL SECURITY=536-90-4399',
      'AMOUNT=10.50',
      'NAME=Bo Öz Ko',
      'SOCIAL SECURITY=536-90-4398',
      'AMOUNT=1,200.00',
      'SOCIAL SECURITY=536-90-4397',
      'AMOUNT=7.00',
      'SOCIAL SECURITY=536-90-4396',
      'AMOUNT=8.00',
    ]);
  });

  it('set with spaces keep a column whose later cells are longer, and one whose cells hold a space below the gap', async () => {
    const rows = [
      '+1 2  6019 2650 4576  one',
      '503   9593 7420 0837  two',
      '713   8358 0760 8928  three',
      '41524 7470 8913 1644  four',
    ];
    expect(await cellsIn(`TEL   ID              NOTE\n${rows.join('\n')}\n`)).toEqual(
      rows.flatMap((row) => [`TEL=${row.slice(0, 5).trim()}`, `ID=${row.slice(6, 20)}`, `NOTE=${row.slice(22)}`]),
    );
  });

  it('that keep to no place are told by the gaps between them, as long as there is one for each name', async () => {
    const cells = await cellsIn(RAGGED);
    expect(cells).toHaveLength(16);
    expect(cells.slice(4, 8)).toEqual(['CUSTNO=218054193', 'SSN=647-62-1515', 'BIRTHDT=4. Juni 1990', 'ACCT-BAL=1,699.19']);
    expect(cells.at(-3)).toBe('SSN=860-49-9101');
    // Two columns are a list of terms; a row that lacks a cell proves nothing.
    expect(await cellsIn('TERM     MEANING\na  one\nbb  two words\nccc  three\ndddd  four\n')).toEqual([]);
    expect(await cellsIn(RAGGED.replace('4. Juni 1990  ', ''))).toEqual([]);
  });

  it('are not called by a title above the header that has something on its right', async () => {
    const text = [
      'MEMBERS 2025                       page 1/4',
      'No     Name             SSN            Phone',
      '4418   Ann Lee          536-90-4399    202 555 0143',
      '4419   Bob Öz           536-90-4398    202 555 0144',
      '4420   Cleo Marsh       536-90-4397    202 555 0145',
      '',
    ].join('\n');
    const cells = await cellsIn(text);
    expect(cells).toContain('SSN=536-90-4399');
    expect(cells.filter((cell) => cell.startsWith('MEMBERS'))).toEqual([]);
    expect(await cellsIn(text.slice(text.indexOf('No ')))).toEqual(cells);
  });

  it('have their places', async () => {
    const { values } = await read(fileOf(`\n${MYSQL}`), { format: FORMAT, halo: HALO, places: true });
    const last = values.at(-1)!;
    expect([last.line, last.column, last.location]).toEqual([7, 19, { row: 3, columnName: 'ssn' }]);
    expect(Buffer.from(`\n${MYSQL}`).subarray(last.start, last.end).toString()).toBe('536-90-4398');
  });

  it('are the same wherever the text is cut', async () => {
    const long = `${'x'.repeat(5000)} | ${'y'.repeat(3000)}\n`;
    const text = [MARKDOWN, long, PSQL, MYSQL, long, ALIGNED, RAGGED, DASHED, MARKDOWN.replaceAll('\n', '\r\n')].join('');
    const whole = await read(fileOf(text), { format: FORMAT, halo: HALO, places: true });
    expect(whole.values.length).toBeGreaterThan(40);
    for (let blockBytes = 256; blockBytes < 420; blockBytes++) {
      const pieces = await read(streamOf(text, 500), { format: FORMAT, halo: HALO, blockBytes, places: true });
      expect(pieces.values).toEqual(whole.values);
      expect(pieces.counts).toEqual(whole.counts);
    }
  });
});

describe('text with tables', () => {
  const kind = (text: string, path: string) => detectFormat(Buffer.from(text), true, path).kind;

  it('is Markdown by its name, and other text by its tables', () => {
    expect(kind('# Hello', 'README.md')).toBe('markdown');
    for (const text of [MYSQL, PSQL, ALIGNED, RAGGED, DASHED, MARKDOWN]) {
      expect(kind(`Some words first.\n\n${text}`, 'out.txt')).toBe('markdown');
      expect(kind(`Some words first.\n\n${text}`, 'out.c')).toBe('text');
    }
    expect(kind('Only words,   and   gaps\nin them || bars\n', 'a.txt')).toBe('text');
    expect(kind(fs.readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8'), 'LICENSE')).toBe('text');
  });
});
