/** A column is judged as a whole: where few of its numbers pass their check, those that do are chance. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import { type CheckResult, check, type Finding, type ItemResult, type ScanOptions, scan } from '../../dist/src/index.js';
import { runScan } from '../../dist/src/scan/run.js';
import { folderOf } from '../cli/command.js';

const random = new Random(20_260_917);

function passesLuhn(digits: string): boolean {
  const doubled = [...digits].reverse().map((digit, i) => Number(digit) * (1 + (i % 2)));
  return doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** Sixteen digits of a card network's range; synthetic. */
function numberThat(passes: boolean): string {
  for (;;) {
    const digits = `4${random.digits(15)}`;
    if (passesLuhn(digits) === passes) return digits;
  }
}

/** Numbers of which so many pass, the others in between. */
function numbers(passing: number, failing: number): string[] {
  const all = [
    ...Array.from({ length: passing }, () => numberThat(true)),
    ...Array.from({ length: failing }, () => numberThat(false)),
  ];
  return all
    .map((value) => ({ value, rank: random.int(1e9) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

const table = (header: string, rows: readonly string[]): string => [header, ...rows].map((row) => `${row}\r\n`).join('');
const twoColumns = (left: readonly string[], right: readonly string[]): string =>
  table(
    'order,payer',
    left.map((value, i) => `${value},${right[i]}`),
  );

const FILES = {
  'orders.csv': table('order', numbers(10, 90)),
  'orders-of-19.csv': table('order', numbers(9, 10)),
  'orders-of-20.csv': table('order', numbers(9, 11)),
  'half-of-20.csv': table('order', numbers(10, 10)),
  'cards.csv': table('card', numbers(10, 90)),
  'in-cells.csv': table('note', [...numbers(9, 30), `card ${numberThat(true)}`]),
  'some-cash.csv': table('paid', [...numbers(30, 0), ...Array<string>(70).fill('cash')]),
  'two.csv': twoColumns(numbers(10, 90), numbers(100, 0)),
  'no-header.csv': table(
    '1,a',
    numbers(10, 90).map((value) => `${value},b`),
  ),
  'long.csv': table('note', [...numbers(2, 60), `${'word '.repeat(60)}${numberThat(true)}`]),
  'orders.jsonl': numbers(10, 90)
    .map((value) => `${JSON.stringify({ orders: [{ id: value }, { id: numberThat(false) }], paid: { by: numberThat(true) } })}\n`)
    .join(''),
  'escaped.jsonl': numbers(10, 90)
    .map((value) => `{"order":"\\u0034${value.slice(1)}","n":1}\n`)
    .join(''),
  'text.txt': numbers(10, 90).join('\n'),
};
const CARD = /^CREDIT_CARD_NUMBER/;

let cwd: string;
beforeAll(() => {
  cwd = folderOf(FILES);
});

const options = (more: Partial<ScanOptions> = {}): ScanOptions => ({
  targets: [cwd],
  maxLocations: Number.POSITIVE_INFINITY,
  ...more,
});

async function results(events: ReturnType<typeof scan>): Promise<Map<string, ItemResult>> {
  const byName = new Map<string, ItemResult>();
  for await (const event of events) if (event.kind === 'item') byName.set(path.basename(event.result.path), event.result);
  return byName;
}

const cardsIn = (result: ItemResult | undefined): Finding[] => result!.findings.filter(({ detector }) => CARD.test(detector));
const countsOf = (found: ReadonlyMap<string, ItemResult>): Record<string, number> =>
  Object.fromEntries([...found].map(([name, result]) => [name, cardsIn(result).reduce((sum, { count }) => sum + count, 0)]));

describe('a scan', () => {
  it('leaves out what passes its check by chance, and nothing else', async () => {
    expect(countsOf(await results(scan(options())))).toEqual({
      'orders.csv': 0,
      'orders-of-19.csv': 9,
      'orders-of-20.csv': 0,
      'half-of-20.csv': 10,
      'cards.csv': 10,
      'in-cells.csv': 1,
      'some-cash.csv': 30,
      'two.csv': 100,
      'no-header.csv': 10,
      'long.csv': 1,
      'orders.jsonl': 100,
      'escaped.jsonl': 0,
      'text.txt': 10,
    });
  });

  it('shows it with confidence low where that is asked for, in the order of places', async () => {
    const found = await results(scan(options({ minConfidence: 'low' })));
    expect(countsOf(found)).toMatchObject({ 'orders.csv': 10, 'orders-of-20.csv': 9, 'two.csv': 110, 'orders.jsonl': 110 });
    const [finding] = cardsIn(found.get('two.csv'));
    const inColumn = (name: string) => finding!.occurrences.filter(({ location }) => location.columnName === name);
    expect(new Set(inColumn('order').map(({ confidence }) => confidence))).toEqual(new Set(['low']));
    expect(new Set(inColumn('payer').map(({ confidence }) => confidence))).toEqual(new Set(['medium']));
    const starts = finding!.occurrences.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(finding!.columns).toEqual([
      { columnName: 'payer', count: 100, share: 1 },
      { columnName: 'order', count: 10, share: 0.1 },
    ]);
    expect(cardsIn(found.get('orders.csv'))[0]).toMatchObject({ confidence: 'low', distinct: 10 });
  });

  it('lists as many places as are shown of those that count', async () => {
    const found = await results(scan(options({ maxLocations: 5 })));
    const [finding] = cardsIn(found.get('two.csv'));
    expect(finding!.occurrences.map(({ location }) => location)).toEqual(
      [2, 3, 4, 5, 6].map((row) => ({ row, columnIndex: 2, columnName: 'payer' })),
    );
  });
});

describe('the same whatever the work is cut into', () => {
  const confidences = ['medium', 'low'] as const;
  const texts = async (events: ReturnType<typeof scan>) =>
    [...(await results(events))].map(([name, result]) => `${name} ${JSON.stringify(result)}`);

  it.each(confidences)('blocks, from %s up', async (minConfidence) => {
    const whole = await texts(scan(options({ minConfidence })));
    for (const blockBytes of [4096, 5003]) expect(await texts(scan(options({ minConfidence, blockBytes })))).toEqual(whole);
  });

  it.each(confidences)('ranges on workers, from %s up', { timeout: 60_000 }, async (minConfidence) => {
    const whole = await texts(scan(options({ minConfidence })));
    for (const [jobs, rangeBytes] of [
      [2, 211],
      [4, 997],
    ] as const) {
      const limits = { inProcessBytes: 0, largeBytes: 300, rangeBytes };
      expect(await texts(runScan(options({ minConfidence, jobs }), limits))).toEqual(whole);
    }
  });
});

describe('a check', () => {
  it('judges columns alike', async () => {
    const { columns }: CheckResult = await check({ targets: [cwd] });
    const hits = Object.fromEntries(
      columns.map(({ family, name, identifiers }) => [`${family} ${name}`, identifiers.map(({ values }) => values)]),
    );
    expect(hits).toMatchObject({ 'records orders.id': [], 'records paid.by': [100], 'table payer': [100], 'table paid': [30] });
  });
});
