/** The harness of the evaluation: a label lies on its value whatever the format, and a miss or a false hit lowers the figures. */
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Case, parseCases, readPart, SHAPES, SNIPPETS } from '../../bench/eval/cases.mjs';
import { chanceOf, expectedByChance } from '../../bench/eval/chance.mjs';
import { expandCase, filesOf, type Label, labelledIds, readMarked } from '../../bench/eval/expand.mjs';
import { figuresOf, precisionAt, UNSTRUCTURED } from '../../bench/eval/figures.mjs';
import { belowFloors, floorsOf } from '../../bench/eval/floors.mjs';
import { judge, type Occurrence } from '../../bench/eval/match.mjs';
import { NEGATIVES, negative } from '../../bench/eval/negatives.mjs';
import { measurePart } from '../../bench/eval/parts.mjs';
import { measurePools } from '../../bench/eval/pools.mjs';
import { unexplained } from '../../bench/eval/reasons.mjs';
import { type Summary, summarize } from '../../bench/eval/summary.mjs';
import { readPools } from '../../bench/eval/values.mjs';
import { Random } from '../../bench/random.mjs';
import { luhnDigit } from '../../bench/values/checksums.mjs';
import { HOSTILE, makeHostile } from '../../corpus/generate/hostile/index.mjs';
import { CATALOGUE, createScanner } from '../../dist/src/index.js';

const LABELLED = new URL('../../corpus/labelled/', import.meta.url).pathname;
const POOLS = new Map([
  ['EMAIL_ADDRESS', ['ada@analytical.org', 'jo@mail.corp.co.uk']],
  ['AWKWARD', ['a "b", <c> & \\ d\'e']],
  ['TWO_LINES', ['first\nsecond']],
]);

function caseOf(content: string, shape = 'text', fileName = 'note.txt'): Case {
  return { part: 'test', name: 'one', shape, language: 'en', fileName, content };
}

function expand(item: Case) {
  return expandCase(item, { pools: POOLS, random: new Random('test') });
}

/** What a label's span holds. */
const at = (text: string, { start, end }: Label): string => Buffer.from(text).subarray(start, end).toString();

describe('case files', () => {
  it('are cases that begin with a header', () => {
    const cases = parseCases('# comment\n=== a | text | de | a.txt\nÄ\n\n=== b | csv | en | b.csv\nx,y\n', {
      part: 'dev',
      file: 'f',
    });
    expect(cases.map(({ name, shape, language, fileName, content }) => [name, shape, language, fileName, content])).toEqual([
      ['a', 'text', 'de', 'a.txt', 'Ä\n\n'],
      ['b', 'csv', 'en', 'b.csv', 'x,y\n'],
    ]);
  });

  it.each([
    ['=== a | text | en\n', /f:1: a case begins with/],
    ['=== a | poem | en | a.txt\n', /f:1: no shape is called poem/],
    ['stray\n', /f:1: text before the first case/],
  ])('that are wrong are refused with their line', (text, message) => {
    expect(() => parseCases(text, { part: 'dev', file: 'f' })).toThrow(message);
  });

  it('of snippets name their source', () => {
    const header = '=== a | text | en | a.txt\n';
    expect(() => parseCases(`${header}text\n`, { part: SNIPPETS, file: 'f' })).toThrow(/names where it is from/);
    const [snippet] = parseCases(`${header}--- source: pkg a.txt, MIT\nmail ⟦EMAIL_ADDRESS:ä@b.de⟧ {{A}}\n`, {
      part: SNIPPETS,
      file: 'f',
    });
    const { text, labels } = readMarked(snippet!);
    expect([snippet!.source, text, at(text, labels[0]!)]).toEqual(['pkg a.txt, MIT', 'mail ä@b.de {{A}}\n', 'ä@b.de']);
  });
});

describe('expansion', () => {
  it('puts labels on their values behind letters of several bytes', () => {
    const { text, labels } = expand(caseOf('Größe: {{EMAIL_ADDRESS}}\n→ {{?EMAIL_ADDRESS}} {{-uuid}}\n'));
    expect(labels.map(({ kind, line }) => [kind, line])).toEqual([
      ['label', 1],
      ['optional', 2],
      ['negative', 2],
    ]);
    expect(labels.map((label) => at(text, label))).toEqual(labels.map(({ value }) => value));
  });

  it('reads marked values between slots as they are written', () => {
    const { text, labels } = expand(
      caseOf('ü ⟦NAME|EMAIL_ADDRESS:Ås & Co⟧ {{EMAIL_ADDRESS}}\n⟦?NAME:Ö⟧ {{ a }}.\n', 'xml', 'a.xml'),
    );
    expect(labels.map(({ ids, kind, line }) => [ids, kind, line])).toEqual([
      [['NAME', 'EMAIL_ADDRESS'], 'label', 1],
      [['EMAIL_ADDRESS'], 'label', 1],
      [['NAME'], 'optional', 2],
    ]);
    expect([at(text, labels[0]!), at(text, labels[2]!)]).toEqual(['Ås & Co', 'Ö']);
    expect(text).not.toMatch(/[⟦⟧]/);
    expect(() => expand(caseOf('⟦NAME:Ås {{EMAIL_ADDRESS}}\n'))).toThrow(/test\/one: a mark is not/);
    expect(() => expand(caseOf('{{EMAIL_ADDRESS}} ⟦Ås⟧\n'))).toThrow(/test\/one: a mark is not/);
  });

  it('draws no value twice while there are others, and the same ones each time', () => {
    const item = caseOf('{{EMAIL_ADDRESS}} {{EMAIL_ADDRESS}}\n');
    const { text, labels } = expand(item);
    expect(new Set(labels.map(({ value }) => value)).size).toBe(2);
    expect(expand(item).text).toBe(text);
  });

  it('repeats lines, and a part of a line', () => {
    expect(expand(caseOf('a\n{{#3}}\n-\n{{/}}\nb{{#2}}!{{/}}\n')).text).toBe('a\n-\n-\n-\nb!!\n');
    expect(() => expand(caseOf('{{#3}}\n-\n'))).toThrow(/not closed/);
  });

  it('leaves other template languages alone and refuses unknown hostile values', () => {
    expect(expand(caseOf('{{ secrets.X }} {{name}} {{ A }}\n')).text).toBe('{{ secrets.X }} {{name}} {{ A }}\n');
    expect(() => expand(caseOf('{{-nonsense}}\n'))).toThrow(/test\/one: slot \{\{-nonsense\}\}: no hostile value/);
  });

  it('takes marks beside slots as they are, and refuses those that are none', () => {
    const { text, labels } = expand(caseOf('{"a":"⟦A|B:\\n→⟧","b":"{{EMAIL_ADDRESS}}","c":"⟦?C:x⟧"}', 'json', 'a.json'));
    expect(labels.map(({ ids, kind }) => [ids, kind])).toEqual([
      [['A', 'B'], 'label'],
      [['EMAIL_ADDRESS'], 'label'],
      [['C'], 'optional'],
    ]);
    expect(labels.map((label) => at(text, label))).toEqual(['\\n→', labels[1]!.value, 'x']);
    expect(() => expand(caseOf('⟦lower:x⟧ {{EMAIL_ADDRESS}}'))).toThrow(/test\/one: a mark is not/);
    const mixed = caseOf('⟦A:x⟧ {{-uuid}}');
    expect([...filesOf(mixed, { pools: POOLS, times: 3 })]).toHaveLength(3);
  });

  it('takes the values of a case with marks as they are written, once', () => {
    const marked = { ...caseOf('to ⟦?EMAIL_ADDRESS:ä@b.de⟧, ⟦AWKWARD|TWO_LINES:x y⟧\n'), part: 'dev' };
    const files = [...filesOf(marked, { pools: POOLS, times: 3 })];
    expect(files).toHaveLength(1);
    expect(files[0]!.text).toBe('to ä@b.de, x y\n');
    expect(files[0]!.labels.map(({ ids, kind }) => [ids, kind])).toEqual([
      [['EMAIL_ADDRESS'], 'optional'],
      [['AWKWARD', 'TWO_LINES'], 'label'],
    ]);
    expect([...filesOf(caseOf('{{EMAIL_ADDRESS}}\n'), { pools: POOLS, times: 3 })]).toHaveLength(3);
  });

  it('says which ids have no values', () => {
    const { text, missing } = expand(caseOf('x {{NOT_THERE}}\n'));
    expect([text, [...missing]]).toEqual(['x \n', ['NOT_THERE']]);
  });

  const AWKWARD = POOLS.get('AWKWARD')![0]!;

  it('keeps JSON what it is', () => {
    const { text } = expand(caseOf('{"a":"{{AWKWARD}}","b":"{{TWO_LINES}}"}\n', 'json', 'a.json'));
    expect(JSON.parse(text)).toEqual({ a: AWKWARD, b: 'first\nsecond' });
    expect(JSON.parse(expand(caseOf('{"content":"{{AWKWARD}}"}', 'chat', 'chat.jsonl')).text)).toEqual({ content: AWKWARD });
  });

  it.each([',', ';', '\t'])('keeps a table with the delimiter %j what it is', (delimiter) => {
    const row = ['{{AWKWARD}}', 'see {{AWKWARD}}', '"old {{AWKWARD}}"', '{{EMAIL_ADDRESS|AWKWARD}}'].join(delimiter);
    const { text, labels } = expand(caseOf(`a${delimiter}b${delimiter}c${delimiter}d\n${row}\n`, 'csv', 'a.csv'));
    const [, cells] = parseCsv(text, { delimiter });
    expect(cells!.slice(0, 3)).toEqual([AWKWARD, `see ${AWKWARD}`, `old ${AWKWARD}`]);
    expect(at(text, labels[0]!)).toBe(AWKWARD.replaceAll('"', '""'));
  });

  it('escapes for XML, SQL and strings of source code', () => {
    expect(expand(caseOf('<a b="{{AWKWARD}}">{{AWKWARD}}</a>', 'xml', 'a.xml')).text).toBe(
      '<a b="a &quot;b&quot;, &lt;c&gt; &amp; \\ d\'e">a "b", &lt;c&gt; &amp; \\ d\'e</a>\n'.trimEnd(),
    );
    expect(expand(caseOf("('{{AWKWARD}}')", 'sql', 'a.sql')).text).toBe("('a \"b\", <c> & \\ d''e')");
    expect(expand(caseOf('k = "{{TWO_LINES}}"', 'code', 'a.py')).text).toBe('k = "first\\nsecond"');
    expect(expand(caseOf('{{TWO_LINES}}', 'code', 'a.py')).text).toBe('first\nsecond');
  });
});

describe('hostile values', () => {
  it.each(Object.keys(NEGATIVES))('%s has values', (kind) => {
    const random = new Random('negatives');
    expect(new Set(Array.from({ length: 20 }, () => negative(kind, random))).size).toBeGreaterThan(1);
  });

  it('of many digits are no card numbers', () => {
    const random = new Random('digits');
    const numbers = Array.from({ length: 300 }, () => negative('integer16', random));
    expect(numbers.filter((digits) => luhnDigit(digits.slice(0, -1)) === digits.at(-1))).toEqual([]);
  });
});

function occurrence(detector: string, start: number, end: number, more: Partial<Occurrence> = {}): Occurrence {
  return {
    detector,
    alternatives: [],
    spanSpace: 'item',
    span: { start, end },
    line: 1,
    value: '',
    preview: '',
    ...more,
  } as Occurrence;
}

function label(ids: string[], start: number, end: number, kind: Label['kind'] = 'label'): Label {
  return { ids, kind, start, end, line: 1, value: 'value' };
}

/** Found, missed, wrong. */
function counts(occurrences: Occurrence[], labels: Label[]): number[] {
  const { found, missed, wrong } = judge(occurrences, labels);
  return [found.length, missed.length, wrong.length];
}

describe('the matcher', () => {
  const labels = [label(['A', 'B'], 10, 20)];

  it.each([
    ['the id', occurrence('A', 10, 20), [1, 0, 0]],
    ['another right id', occurrence('B', 10, 20), [1, 0, 0]],
    ['an alternative', occurrence('C', 10, 20, { alternatives: ['A'] }), [1, 0, 0]],
    ['a part of the span', occurrence('A', 15, 30), [1, 0, 0]],
    ['a wrong id', occurrence('C', 10, 20), [0, 1, 1]],
    ['a place that only touches', occurrence('A', 20, 30), [0, 1, 1]],
  ])('judges %s', (_name, found, expected) => {
    expect(counts([found], labels)).toEqual(expected);
  });

  it('tells exact spans from overlaps', () => {
    expect(judge([occurrence('A', 10, 20)], labels).found[0]!.exact).toBe(true);
    expect(judge([occurrence('A', 10, 21)], labels).found[0]!.exact).toBe(false);
  });

  it('counts a label once: the same id again is false, another right one is not', () => {
    expect(counts([occurrence('A', 10, 14), occurrence('A', 15, 20)], labels)).toEqual([1, 0, 1]);
    expect(counts([occurrence('A', 10, 20), occurrence('B', 10, 20)], labels)).toEqual([1, 0, 0]);
  });

  it('counts optional values neither way, and everything on hostile ones as false', () => {
    const others = [label(['A'], 10, 20, 'optional'), label(['order-number'], 30, 40, 'negative')];
    expect(counts([occurrence('A', 10, 20)], others)).toEqual([0, 0, 0]);
    expect(counts([occurrence('B', 10, 20)], others)).toEqual([0, 0, 1]);
    expect(counts([], others)).toEqual([0, 0, 0]);
    expect(judge([occurrence('A', 30, 40)], others).wrong[0]!.on!.ids).toEqual(['order-number']);
  });

  it('counts what is less exact than the label neither way, and the label as missed', () => {
    const standsFor = (detector: string, ids: readonly string[]) => detector === 'ANY' && ids.includes('A');
    const judged = (found: Occurrence, on: Label[]) => {
      const { missed, wrong } = judge([found], on, standsFor);
      return [missed.length, wrong.length];
    };
    expect(judged(occurrence('ANY', 10, 20), labels)).toEqual([1, 0]);
    expect(judged(occurrence('ANY', 40, 50), labels)).toEqual([1, 1]);
    expect(judged(occurrence('ANY', 10, 20), [label(['A'], 10, 20, 'negative')])).toEqual([0, 1]);
  });

  it('compares values where spans count inside of one', () => {
    const inside = { spanSpace: 'value', value: 'value' } as const;
    expect(counts([occurrence('A', 0, 5, inside)], labels)).toEqual([1, 0, 0]);
    expect(counts([occurrence('A', 0, 5, { ...inside, value: 'other' })], labels)).toEqual([0, 1, 1]);
    expect(counts([occurrence('A', 0, 5, { ...inside, line: 2 })], labels)).toEqual([0, 1, 1]);
    expect(counts([occurrence('A', 0, 5, { ...inside, spanSpace: 'member', line: 2 })], labels)).toEqual([1, 0, 0]);
  });
});

describe('figures', () => {
  it('are shares of labels and of occurrences', () => {
    const { recall, precision, f1 } = figuresOf({ labels: 10, found: 8, exact: 8, wrong: 2 });
    expect([recall, precision, f1]).toEqual([0.8, 0.8, 0.8000000000000002]);
    expect(figuresOf({ labels: 0, found: 0, exact: 0, wrong: 1 }).precision).toBe(0);
  });

  it('fall with prevalence where hostile text has false hits', () => {
    const tally = { labels: 10, found: 10, exact: 10, wrong: 0 };
    expect(precisionAt(tally, { prevalence: 1, wrongPerMb: 0 })).toBe(1);
    expect(precisionAt(tally, { prevalence: 1, wrongPerMb: 1 })).toBe(0.5);
    expect(precisionAt(tally, { prevalence: 9, wrongPerMb: 1 })).toBe(0.9);
  });
});

describe('a part that is measured', () => {
  const ids = new Set(['EMAIL_ADDRESS']);
  const isStructured = (id: string): boolean => !UNSTRUCTURED.includes(id);
  const scanner = createScanner({ detectors: ['EMAIL_ADDRESS'], maxLocations: Number.POSITIVE_INFINITY, reveal: true });
  const measure = async (content: string): Promise<Summary> => {
    const result = await measurePart([caseOf(content)], { scanner, pools: POOLS, known: ids, times: 2, isStructured });
    return summarize(new Map([['dev', result]]), null, { prevalence: 1, ids: [...ids] });
  };
  const overall = (summary: Summary): number[] => {
    const { labels, recall, precision } = summary.parts[0]!.structured;
    return [labels, recall, precision];
  };

  it('has figures of 1 where everything is found and nothing else', async () => {
    expect(overall(await measure('write to {{EMAIL_ADDRESS}} {{-uuid}}\n'))).toEqual([2, 1, 1]);
  });

  it('has a lower recall where a label is missed', async () => {
    const summary = await measure('write to {{EMAIL_ADDRESS}} or call {{EMAIL_ADDRESS|AWKWARD}} {{AWKWARD|EMAIL_ADDRESS}}\n');
    expect(summary.parts[0]!.unknown).toEqual(['AWKWARD']);
    const missed = await measure('write to {{EMAIL_ADDRESS}}x@@ not {{EMAIL_ADDRESS}}\n');
    expect(overall(missed)[1]).toBeLessThan(1);
    expect(missed.parts[0]!.faults.some(({ kind }) => kind === 'missed')).toBe(true);
  });

  it('has a lower precision where something else is reported', async () => {
    expect(overall(await measure('write to {{EMAIL_ADDRESS}} or bob@analytical.org\n'))).toEqual([2, 1, 0.5]);
  });

  it('is held to its floors', async () => {
    const hostile = {
      corpora: [{ name: 'orders', mb: 1, wrongPer10Mb: 0 }],
      chance: [{ name: 'Luhn', found: 100, expected: 95 }],
    };
    const good = { ...(await measure('write to {{EMAIL_ADDRESS}}\n')), hostile } as unknown as Summary;
    const bad = { ...(await measure('write to {{EMAIL_ADDRESS}} or bob@analytical.org\n')), hostile } as unknown as Summary;
    const floors = floorsOf(good, { times: 2, mb: 1 });
    expect(belowFloors(floors, good)).toEqual([]);
    expect(belowFloors(floors, bad)).toEqual([
      'dev: all structured: precision 0.5, below 1',
      'dev: EMAIL_ADDRESS: precision 0.5, below 1',
    ]);
    expect(belowFloors(floorsOf(bad, { times: 2, mb: 1 }), bad)).toEqual([]);
    const louder = {
      corpora: [{ name: 'orders', mb: 1, wrongPer10Mb: 10 }],
      chance: [{ name: 'Luhn', found: 120, expected: 95 }],
    };
    expect(belowFloors(floors, { ...good, hostile: louder } as unknown as Summary)).toEqual([
      'orders: 10 false in 10 MB, above 0',
      'Luhn: 120 hold by chance, above 1.2 times 95',
    ]);
    expect(belowFloors(floors, { ...good, parts: [] })).toEqual(['dev: recorded, but there is no such part']);
  });
});

describe('a reason', () => {
  const entry = (id: string, recall: number, precision = 1) => ({ id, recall, precision });
  const parts = [
    {
      name: 'dev',
      detectors: [entry('LOW', 0.89), entry('LOUD', 1, 0.5), entry('GOOD', 0.9, 0.9)],
      unstructured: [entry('NAME', 0.2)],
    },
  ] as unknown as Summary['parts'];

  it('is asked for where a figure is low', () => {
    expect(unexplained(parts, { dev: { LOUD: 'numbers' } })).toEqual([
      'dev: LOW is below 0.9, and bench/eval/reasons.mjs does not say why',
      'dev: NAME is below 0.9, and bench/eval/reasons.mjs does not say why',
    ]);
  });

  it('must not outlive what it explains', () => {
    const reasons = { LOUD: 'numbers', LOW: 'letters', NAME: 'names', GOOD: 'once', GONE: 'once' };
    expect(unexplained(parts, { dev: reasons })).toEqual([
      'dev: GOOD reaches 0.9; its reason is needless',
      'dev: GONE reaches 0.9; its reason is needless',
    ]);
  });
});

describe('a pool', () => {
  const sheet = CATALOGUE.filter(({ id }) => id === 'EMAIL_ADDRESS');

  it('that its detector finds is not listed', async () => {
    expect(await measurePools(sheet, POOLS)).toEqual([]);
  });

  it('of which it misses some is listed with their shapes, without their characters', async () => {
    const pool = new Map([['EMAIL_ADDRESS', ['ada@analytical.org', 'Jo at corp-7']]]);
    expect(await measurePools(sheet, pool)).toEqual([
      { id: 'EMAIL_ADDRESS', values: 2, found: 1, partly: 0, shapes: ['Aa aa aaaa-9'] },
    ]);
  });
});

describe('checksums that hold by chance', () => {
  it('are those that nothing but the checksum speaks for', () => {
    const card = { detector: 'CREDIT_CARD_NUMBER_(NO_KEYWORD)', validated: true };
    expect(chanceOf(card)).toMatch(/Luhn/);
    expect(chanceOf({ ...card, keyword: 'card' })).toBeUndefined();
    expect(chanceOf({ ...card, validated: false })).toBeUndefined();
    expect(chanceOf({ detector: 'INTERNATIONAL_PHONE_NUMBER', validated: true })).toBeUndefined();
  });

  it('are expected in a tenth of the numbers that look like cards', () => {
    const numbers = '4000000000000000 x4000000000000001 4000000000000002.5 1234567890123456 5500-0000-0000-0000\n';
    expect(Object.fromEntries(expectedByChance(numbers))).toMatchObject({ 'payment cards (ISO/IEC 7812-1, Luhn)': 0.2 });
  });
});

describe('hostile text', () => {
  it('is the same at default confidence as with the low ones left out', async () => {
    const text = makeHostile(HOSTILE.find(({ name }) => name === 'order-logs')!, 200_000);
    const listAll = { maxLocations: Number.POSITIVE_INFINITY, fingerprints: false };
    const spansOf = async (scanner: ReturnType<typeof createScanner>): Promise<string[]> => {
      const { findings } = await scanner.scan(text, 'orders.csv');
      const found = findings.flatMap(({ occurrences }) => occurrences).filter(({ confidence }) => confidence !== 'low');
      return found.map(({ detector, span }) => `${detector} ${span.start}`);
    };
    const atDefault = await spansOf(createScanner(listAll));
    expect(atDefault.length).toBeGreaterThan(10);
    expect(await spansOf(createScanner({ ...listAll, minConfidence: 'low' }))).toEqual(atDefault);
  });
});

describe('the corpus', () => {
  const dev = readPart(LABELLED, 'dev');
  const ids = CATALOGUE.map(({ id }) => id);

  it('has every identifier in at least two cases', () => {
    const cases = new Map(ids.map((id) => [id, 0]));
    for (const item of dev) for (const id of new Set(labelledIds(item))) cases.set(id, (cases.get(id) ?? 0) + 1);
    expect([...cases].filter(([, count]) => count < 2)).toEqual([]);
  });

  it('has no label that neither the catalogue nor the gazetteers know', () => {
    const known = new Set([...ids, ...UNSTRUCTURED]);
    expect([...new Set(dev.flatMap(labelledIds))].filter((id) => !known.has(id))).toEqual([]);
  });

  it('has all shapes and ten languages', () => {
    expect(new Set(dev.map(({ shape }) => shape))).toEqual(new Set(SHAPES));
    expect(new Set(dev.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
  });

  it('has JSON that parses', () => {
    const pools = readPools(new URL('../../corpus/values/', import.meta.url).pathname);
    for (const item of dev.filter(({ fileName }) => /\.jsonl?$/.test(fileName))) {
      const [file] = filesOf(item, { pools, times: 1 });
      const { text } = file!;
      const documents = item.fileName.endsWith('.jsonl') ? text.trimEnd().split('\n') : [text];
      for (const document of documents) expect(() => JSON.parse(document), item.name).not.toThrow();
    }
  });

  it.each(HOSTILE.map((kind) => [kind.name, kind] as const))('%s is made from its seed, to the size asked for', (_name, kind) => {
    const text = makeHostile(kind, 20_000);
    expect(text.length).toBeGreaterThanOrEqual(20_000);
    expect(makeHostile(kind, 20_000)).toBe(text);
    expect(makeHostile(kind, 10_000).slice(0, 9000)).toBe(text.slice(0, 9000));
  });

  it('names no hostile corpus twice, and lists every file', () => {
    const index = readFileSync(new URL('../../corpus/generate/hostile/index.mjs', import.meta.url), 'utf8');
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
    expect(index.match(/^import .* from '\.\//gm)).toHaveLength(HOSTILE.length);
  });
});
