/** Identifiers that a table keeps as numbers are found without the zeros in front, where a name says what they are. */
import { Int32, Int64, makeVector, Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import type { ItemResult, Occurrence } from '../../src/core/result.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { createScanner } from '../../src/index.js';
import { signalControl } from '../../src/worker/control.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const scanners = [undefined, 256, 4099].map(
  (blockBytes) => new ItemScanner(resolveSettings({ reveal: true, ...(blockBytes !== undefined && { blockBytes }) })),
);

/** Occurrences, which are the same in blocks of any size. */
async function occurrencesIn(path: string, content: string | Uint8Array): Promise<Occurrence[]> {
  const item = { source: 'memory', locator: '', path } as const;
  const results: ItemResult[] = [];
  for (const scanner of scanners)
    results.push(await scanner.scanSource(item, memorySource(Buffer.from(content)), signalControl(undefined)));
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0]!.findings.flatMap(({ occurrences }) => occurrences).sort((a, b) => a.span.start - b.span.start);
}

const told = ({ detector, value, keyword }: Occurrence) => [detector, value, keyword];

describe('a number that lost the zeros in front', () => {
  it('is examined with them, at its place', async () => {
    const content = 'id,ssn,routing_number\n7,1012345,11000015\n';
    const found = await occurrencesIn('a.csv', content);
    expect(found.map(told)).toEqual([
      ['USA_SOCIAL_SECURITY_NUMBER', '001012345', 'ssn'],
      ['USA_BANK_ROUTING_NUMBER', '011000015', 'routing number'],
    ]);
    const [ssn] = found;
    expect(content.slice(ssn!.span.start, ssn!.span.end)).toBe('1012345');
    expect([ssn!.line, ssn!.column, ssn!.location]).toEqual([
      2,
      3,
      { row: 2, columnName: 'ssn', columnIndex: 2, encoding: ['number'] },
    ]);
  });

  it('has the fingerprint of the number in full', async () => {
    const [short] = await occurrencesIn('a.csv', 'id,routing_number\n7,11000015\n');
    const [full] = await occurrencesIn('a.csv', 'id,routing_number\n7,011000015\n');
    expect(short!.fingerprint).toBe(full!.fingerprint);
    expect(full!.location.encoding).toBeUndefined();
  });

  it('is found in records, under a path that ends so', async () => {
    const found = await occurrencesIn('a.jsonl', '{"patient":{"id":5,"ssn":12345678},"clabe":2010077777777771}\n');
    expect(found.map(told)).toEqual([
      ['USA_SOCIAL_SECURITY_NUMBER', '012345678', 'ssn'],
      ['MEXICO_CLABE_NUMBER', '002010077777777771', 'clabe'],
    ]);
  });

  it('is found in columns of whole numbers', async () => {
    const table = new Table({
      ssn: vectorFromArray([1012345, 536904399], new Int32()),
      clabe: makeVector(BigInt64Array.of(2010077777777771n, 5n)),
    });
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([String(new Int32()), String(new Int64())]);
    const found = await occurrencesIn('a.arrow', tableToIPC(table, 'file'));
    expect(found.map(({ value, location }) => [value, location.columnName, location.encoding]).sort()).toEqual([
      ['001012345', 'ssn', ['number']],
      ['002010077777777771', 'clabe', ['number']],
      ['536904399', 'ssn', undefined],
    ]);
  });

  it.each([
    ['more than three zeros', 'id,ssn\n7,12345\n'],
    ['a check digit that is wrong', 'id,routing_number\n7,11000016\n'],
    ['a name that only holds the word', 'id,ssn_count\n7,12345678\n'],
    ['another name', 'id,amount\n7,11000015\n'],
    ['no header', '7,11000015\n8,11000028\n'],
    ['a sign', 'id,ssn\n7,-12345678\n'],
    ['a fraction', 'id,ssn\n7,12345678.5\n'],
    ['a longer text', 'id,ssn\n7,12345678 or so\n'],
  ])('is none with %s', async (_, content) => {
    expect(await occurrencesIn('a.csv', content)).toEqual([]);
  });

  it('stays what it is where it is an identifier as it stands', async () => {
    const found = await occurrencesIn('a.csv', 'id,ird_number\n7,49091850\n');
    expect(found.map(({ value, location }) => [value, location.encoding])).toEqual([['49091850', undefined]]);
  });

  it('stays what it is also where it might be something surer', async () => {
    // A Costa Rican number, which has no check digit, and a Dominican one without its zeros.
    const found = await occurrencesIn('a.csv', 'id,cedula\n7,102340569\n8,102340577\n9,102340585\n');
    expect(new Set(found.map(({ detector }) => detector))).toEqual(new Set(['COSTA_RICA_IDENTITY_CARD_NUMBER']));
  });

  it('counts as one value with the number in full', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? `${i},${11000015}` : `${i},011000015`));
    const scanner = createScanner();
    const { findings } = await scanner.scan(`id,routing_number\n${rows.join('\n')}\n`, 'a.csv');
    expect(findings.map(({ detector, count, distinct }) => [detector, count, distinct])).toEqual([
      ['USA_BANK_ROUTING_NUMBER', 40, 1],
    ]);
  });
});

/** Texts of so many digits, a zero first, the same ones in each run. */
function* numbers(digits: number): Generator<string> {
  let seed = 1;
  for (let made = 0; made < 400_000; made++) {
    let text = '0';
    while (text.length < digits) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      text += (seed >>> 16) % 10;
    }
    yield text;
  }
}

function some<T>(values: Iterable<T>, holds: (value: T) => boolean): boolean {
  for (const value of values) if (holds(value)) return true;
  return false;
}

describe('sheets of numbers with a fixed length', () => {
  const sheets = CATALOGUE.filter(({ digits }) => digits !== undefined);

  it('are many', () => {
    expect(sheets.length).toBeGreaterThan(50);
  });

  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    '%s knows numbers of that length that begin with a zero',
    (_, sheet) => {
      const forms = sheet.forms.map((form) => (typeof form === 'string' ? { pattern: form } : form));
      const shapes = forms
        .filter(({ whole, starts, before }) => (whole ?? starts ?? before) === undefined)
        .map(({ pattern, validator = sheet.validator }) => ({ regex: new RegExp(`^(?:${pattern})$`), validator }));
      const isKnown = (text: string): boolean =>
        shapes.some(({ regex, validator }) => regex.test(text) && validator?.(Buffer.from(text), 0, text.length) !== 'invalid');
      expect(some(numbers(sheet.digits!), isKnown)).toBe(true);
    },
  );
});
