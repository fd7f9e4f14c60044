/** Workbooks as LibreOffice, openpyxl, XlsxWriter and xlwt write them: every cell with its place and header, and what stands beside the cells. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SharedStrings } from '../../src/readers/office/shared-strings.js';
import { cuts, flips, outcomeOf } from './damage.js';
import { zipOf } from './office-support.js';
import { fileOf, makeMemory, type ReadResult, read, streamOf } from './support.js';

const SSN = '536-90-4399';
const IBAN = 'DE89 3704 0044 0532 0130 00';
const fixture = (name: string): Buffer => fs.readFileSync(new URL(`../fixtures/office/${name}`, import.meta.url));

async function readBook(
  source: string | Buffer | ReturnType<typeof fileOf>,
  kind: 'xlsx' | 'ods' | 'xls' | 'xlsb' = 'xlsx',
  blockBytes?: number,
) {
  const opened = typeof source === 'string' ? fileOf(fixture(source)) : Buffer.isBuffer(source) ? fileOf(source) : source;
  const result = await read(opened, { format: { kind }, places: true, ...(blockBytes && { blockBytes }) });
  return { ...result, at: (text: string) => at(result, text), texts: result.values.map(({ text }) => text) };
}

/** The value that has or begins with a text, its place and its names. @throws where there is not exactly one */
function at({ values }: ReadResult, text: string) {
  const found = values.filter((value) => value.text.startsWith(text));
  if (found.length !== 1) throw new Error(`found ${found.length} times`);
  return { ...found[0]!.location, names: found[0]!.names };
}

describe.each([
  ['libreoffice.xlsx', 'xlsx'],
  ['libreoffice.ods', 'ods'],
  ['libreoffice.xls', 'xls'],
] as const)('%s', (name, kind) => {
  it('gives the cells of all sheets by their header, which stands below a title', async () => {
    const { at, texts, error, counts } = await readBook(name, kind);
    expect(error).toBeUndefined();
    expect(counts).toMatchObject({ bytesExamined: fixture(name).length, records: 14 });
    expect(at('536-90-4301')).toEqual({ sheet: 'Staff', cell: 'B4', row: 4, columnName: 'ssn', columnIndex: 2, names: ['ssn'] });
    expect(at(SSN)).toMatchObject({ cell: 'B9', names: ['ssn'] });
    expect(at('Staff of 2024')).toEqual({ sheet: 'Staff', cell: 'A1', row: 1, columnIndex: 1, names: [] });
    expect(at('Maria & Löpez')).toMatchObject({ cell: 'A9', columnName: 'name' });
    expect(at('spaces   kept')).toMatchObject({ cell: 'B10' });
    expect(texts.filter((text) => text === '1984-03-17')).toHaveLength(5);
    // LibreOffice writes 15 digits of it to XLSX.
    expect(texts.filter((text) => text === `411111111111111${kind === 'xlsx' ? 0 : 1}`)).toHaveLength(5);
    // A hidden sheet, with cells that are stored once.
    expect(at(IBAN)).toEqual({ sheet: 'Secret sheet', cell: 'A2', row: 2, columnName: 'iban', columnIndex: 1, names: ['iban'] });
    expect(texts.filter((text) => text.startsWith('GB82'))).toHaveLength(3);
    expect(texts.filter((text) => text === '12.5')).toHaveLength(6);
    expect(texts).not.toContain('true');
  });

  it('gives comments, links and properties beside the cells', async () => {
    const { values } = await readBook(name, kind);
    const comment = values.find(({ text }) => text.includes('943 476 5919'))!;
    expect(comment.location).toMatchObject({ sheet: 'Staff', cell: 'A9', part: 'comment' });
    const link = values.find(({ text }) => text === 'hidden.person@corp-mail.org')!;
    expect(link.location).toMatchObject({ sheet: 'Staff', cell: 'A10', part: 'link' });
    expect(values.some(({ text, location }) => text.includes('Maria Lopez') && location!.part === 'properties')).toBe(true);
  });
});

describe('XLSB', () => {
  it('gives the cells by their header', async () => {
    const { at, error, counts } = await readBook(fixture('../matrix/xlsb/by-hand.xlsb'), 'xlsb');
    expect(error).toBeUndefined();
    expect(counts).toMatchObject({ bytesExamined: fixture('../matrix/xlsb/by-hand.xlsb').length, records: 11 });
    expect(at('418-30-7023')).toEqual({ sheet: 'People', cell: 'D3', row: 3, columnName: 'ssn', columnIndex: 4, names: ['ssn'] });
  });

  it('says which sheets it cannot read, and counts none of it as examined', async () => {
    const { texts, error, counts } = await readBook(fixture('no-styles.xlsb'), 'xlsb');
    expect(texts).toEqual(['People']);
    expect(error).toMatchObject({ code: 'malformed', message: '1 of 1 sheets cannot be read' });
    expect(counts.bytesExamined).toBe(0);
  });
});

describe('XLSX', () => {
  it('of openpyxl has numbers as their formats show them, and what is defined beside the cells', async () => {
    const { at, values, texts, error } = await readBook('openpyxl.xlsx');
    expect(error).toBeUndefined();
    expect(at('536-90-4001')).toMatchObject({ sheet: 'Staff', cell: 'B2', columnName: 'ssn' });
    expect(at('536-90-4200')).toMatchObject({ cell: 'B201', row: 201 });
    expect(at('1.5')).toMatchObject({ columnName: 'amount' });
    expect(texts.filter((text) => text === '1984-03-17T09:30:00Z')).toHaveLength(100);
    expect(texts.filter((text) => text === '1984-03-17')).toHaveLength(100);
    expect(at(IBAN)).toEqual({ columnName: 'iban', part: 'defined names', names: ['iban'] });
    expect(at('NHS number')).toMatchObject({ sheet: 'Staff', part: 'header' });
    expect(at('ann@corp-mail.org\nbob@')).toMatchObject({ part: 'validation' });
    expect(at('hidden.person@corp-mail.org')).toMatchObject({ cell: 'E2', part: 'link' });
    expect(values.find(({ text }) => text === `SSN ${SSN}`)).toMatchObject({ isName: true, location: { sheet: `SSN ${SSN}` } });
  });

  it('of XlsxWriter has rich text in one piece, results of formulas, text boxes and charts', async () => {
    const { at, values, error } = await readBook('xlsxwriter.xlsx');
    expect(error).toBeUndefined();
    expect(at(SSN)).toMatchObject({ cell: 'B2', names: ['social security number'] });
    expect(at('001-23-4567')).toMatchObject({ cell: 'B3' });
    expect(at('(202) 555-0143')).toMatchObject({ cell: 'C2', columnName: 'phone' });
    // Charts keep the values of the cells that they show.
    expect(values.filter(({ text }) => text === '1234567.891').map(({ location }) => location!.cell)).toEqual(['D2', undefined]);
    expect(values.filter(({ text }) => text === IBAN)[0]!.location).toMatchObject({ cell: 'D3' });
    expect(at('box: NHS number 943 476 5919')).toMatchObject({ part: 'xl/drawings/drawing1.xml' });
    expect(at('Chart of 202-555-0143')).toMatchObject({ part: 'xl/charts/chart1.xml' });
  });

  it('with prefixes, sheets in another order and rows without numbers is read as any', async () => {
    const { at, values, texts, error } = await readBook('excel.xlsx');
    expect(error).toBeUndefined();
    expect(values.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(['Second', 'First', 'name', 'ssn', 'when']);
    expect(at('536904399')).toMatchObject({ sheet: 'First', cell: 'C3', names: ['ssn'] });
    expect(at('1984-03-17T09:30:00Z')).toMatchObject({ cell: 'D3', columnName: 'when' });
    expect(at('Maria')).toMatchObject({ cell: 'B3' });
    expect(at(' two _ ')).toMatchObject({ cell: 'A4', names: [] });
    expect(at('Ann')).toMatchObject({ cell: 'D4' });
    expect(texts.join()).not.toMatch(/spoken|macros|true|N\/A/);
    // Comments with answers stand twice in the file.
    expect(at(`account ${IBAN}`)).toMatchObject({ cell: 'C3', part: 'comment' });
    expect(at('deleted but kept: 219-09-9999')).toEqual({ part: 'shared strings', names: [] });
    expect(at('cached 457-55-5462')).toMatchObject({ part: 'xl/pivotCache/pivotCacheRecords1.xml' });
    expect(at('Pat Person')).toMatchObject({ part: 'xl/persons/person.xml' });
  });

  it('is the same from a stream, and in small blocks', async () => {
    const { texts, values } = await readBook('openpyxl.xlsx');
    const streamed = await readBook(streamOf(fixture('openpyxl.xlsx'), 777), 'xlsx', 256);
    expect(streamed.texts).toEqual(texts);
    expect(streamed.values.map(({ location }) => location)).toEqual(values.map(({ location }) => location));
    expect(streamed.counts.bytesExamined).toBe(fixture('openpyxl.xlsx').length);
  });
});

describe('XLS', () => {
  it('of xlwt is read by the package that is installed apart', async () => {
    const { at, error } = await readBook('xlwt.xls', 'xls');
    expect(error).toBeUndefined();
    expect(at('536-90-4301')).toEqual({ sheet: 'Staff', cell: 'B2', row: 2, columnName: 'ssn', columnIndex: 2, names: ['ssn'] });
  });

  it('has names that stand for numbers, and is told by its streams whatever their case', async () => {
    const { at, error } = await readBook('named.xls', 'xls');
    expect(error).toBeUndefined();
    expect(at('12345')).toEqual({ part: 'defined names', columnName: 'customer_id', names: ['customer_id'] });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['password.ods', 'ods', 'encrypted'],
    ['password.xls', 'xls', 'encrypted'],
    ['password.docx', 'xls', 'encrypted'],
    ['libreoffice.doc', 'xls', 'unsupported'],
    ['message.msg', 'xls', 'unsupported'],
  ] as const)('%s is a problem', async (name, kind, code) => {
    const { values, error, counts } = await readBook(name, kind);
    expect(error).toMatchObject({ code });
    expect(values).toEqual([]);
    expect(counts.bytesExamined).toBe(0);
  });
});

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/><sheet name="B" r:id="b"/></sheets></workbook>';
const RELATIONSHIPS =
  '<Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/><Relationship Id="b" Type="x/worksheet" Target="b.xml"/></Relationships>';
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const book = (parts: Readonly<Record<string, string>>) =>
  fileOf(zipOf({ 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONSHIPS, 'xl/b.xml': sheet(''), ...parts }));
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a damaged workbook', () => {
  it('has one sheet that is damaged, and the others are read, as is what lies before the damage', async () => {
    const { texts, error, counts } = await readBook(
      book({
        'xl/a.xml': `<worksheet><sheetData><row>${inline('before it')}</row><row></worksheet>`,
        'xl/b.xml': sheet(`<row>${inline('behind it')}</row>`),
      }),
    );
    expect(texts).toEqual(['A', 'before it', 'B', 'behind it'].filter((text) => text.length > 2));
    expect(error).toMatchObject({ code: 'malformed', message: 'a worksheet is damaged XML' });
    expect(counts.bytesExamined).toBeGreaterThan(0);
  });

  it('names strings and sheets that are not there', async () => {
    const { texts, error } = await readBook(book({ 'xl/a.xml': sheet(`<row><c t="s"><v>7</v></c>${inline('kept')}</row>`) }));
    expect(texts).toEqual(['kept']);
    expect(error).toMatchObject({ code: 'malformed', message: 'cells name shared strings that are not there' });
    const without = await readBook(book({}));
    expect(without.error).toMatchObject({ code: 'malformed', message: 'the workbook names sheets that are not there' });
  });

  it('declares entities, and none is expanded', async () => {
    const declaration = '<!DOCTYPE a [<!ENTITY b "536-90-4399"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>';
    const { texts, error } = await readBook(book({ 'xl/a.xml': `${declaration}${sheet(`<row>${inline('&c;')}</row>`)}` }));
    expect(texts.join()).not.toContain(SSN);
    expect(error).toMatchObject({
      code: 'malformed',
      message: 'a worksheet declares a document type, which Office documents must not',
    });
  });

  it.each([
    ['libreoffice.xlsx', 'xlsx'],
    ['excel.xlsx', 'xlsx'],
    ['libreoffice.ods', 'ods'],
    ['xlwt.xls', 'xls'],
  ] as const)('%s, cut, is a problem', async (name, kind) => {
    const outcomes = [];
    for (const cut of cuts(fixture(name))) outcomes.push(outcomeOf(await readBook(cut, kind)));
    // The list of members stands at the end.
    if (kind !== 'xls') expect(new Set(outcomes)).toEqual(new Set(['malformed']));
  });

  it.each([
    ['libreoffice.xlsx', 'xlsx'],
    ['excel.xlsx', 'xlsx'],
    ['libreoffice.ods', 'ods'],
  ] as const)('%s, with changed bytes, says so or has what it had', async (name, kind) => {
    const whole = (await readBook(name, kind)).texts;
    for (const flipped of flips(fixture(name), 200, 1)) {
      const { texts, error } = await readBook(flipped, kind);
      const outcome = outcomeOf({ error });
      // A part whose name was changed is examined as another one.
      if (outcome === 'read') expect(whole.filter((text) => !texts.join('\n').includes(text))).toEqual([]);
      else expect(['malformed', 'unsupported', 'encrypted', 'limit']).toContain(outcome);
    }
  });
});

describe('a bomb', () => {
  it('of shared strings ends at a limit', () => {
    const strings = new SharedStrings();
    const text = 'x'.repeat(2 ** 20);
    const add = (): void => {
      for (const name of ['si', 't']) strings.open(name, {});
      strings.text(text);
      for (const name of ['t', 'si']) strings.close(name);
    };
    for (let i = 0; i < 128; i++) add();
    expect(strings.take(127)!.length).toBe(2 ** 20);
    expect(add).toThrow(expect.objectContaining({ code: 'limit' }));
  });

  it('of one endless text, and of endless depth, ends at a limit', async () => {
    const text = await readBook(book({ 'xl/a.xml': sheet(`<row>${inline('x'.repeat(20 * 2 ** 20))}</row>`) }));
    expect(text.error).toMatchObject({ code: 'limit', message: expect.stringContaining('16 Mi characters') });
    const depth = await readBook(book({ 'xl/a.xml': '<a>'.repeat(100_000) }));
    expect(depth.error).toMatchObject({ code: 'limit', message: 'a worksheet is nested more than 1000 times' });
  });

  it('of what is packed by more than 250 ends at a limit', async () => {
    const { error } = await readBook(book({ 'xl/a.xml': sheet(`<row>${' '.repeat(100 * 2 ** 20)}</row>`) }));
    expect(error).toMatchObject({ code: 'limit' });
  });

  it('of 2^34 repeated cells ends at a limit', async () => {
    const cell = '<t:table-cell t:number-columns-repeated="16384" t:value-type="string"><x:p>536-90-4399</x:p></t:table-cell>';
    const content = `<o><t:table t:name="S"><t:table-row t:number-rows-repeated="1048576">${cell}</t:table-row></t:table></o>`;
    const memory = makeMemory();
    const { counts, error } = await read(fileOf(zipOf({ 'content.xml': content })), { format: { kind: 'ods' }, memory });
    expect(error).toMatchObject({ code: 'limit' });
    expect(counts.bytesDecoded).toBeLessThan(12 * 2 ** 20);
  });
});
