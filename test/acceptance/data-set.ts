/** A data set with thousands of planted values in every format that is read, the same for the same seed. */
import { gzipSync } from 'node:zlib';
import { Random } from '../../bench/random.mjs';
import { KINDS } from '../../bench/values.mjs';

const FILLER =
  'the quick brown fox jumps over a lazy dog while größer Über naïve 世界 emoji 🙂 rows 12 of 2024-01-02 at 10:30'.split(' ');

const words = (random: Random, count: number): string => Array.from({ length: count }, () => random.pick(FILLER)).join(' ');

/** A row: one value of each kind, by its column. */
const row = (random: Random): [string, string][] => KINDS.map(({ key, make }) => [key, make(random)]);

export function textOf(seed: string, lines: number): string {
  const random = new Random(seed);
  return Array.from({ length: lines }, (_, i) => {
    const { label, make } = random.pick(KINDS);
    return `${i} ${words(random, random.int(12))} ${label}: ${make(random)}${random.chance(0.3) ? ', ' : '. '}${words(random, random.int(9))}`;
  }).join('\n');
}

export function csvOf(seed: string, rows: number, cell: (value: string) => string, delimiter = ','): string {
  const random = new Random(seed);
  const lines = [['id', 'note', ...KINDS.map(({ key }) => key)].map(cell).join(delimiter)];
  for (let i = 0; i < rows; i++) {
    lines.push([String(i), words(random, 6), ...row(random).map(([, value]) => value)].map(cell).join(delimiter));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A cell in quotes; some hold quotes and a line break before the value. */
const quotedCell = (value: string): string => `"${value.length % 3 ? '' : 'a ""b""\n'}${value}"`;
/** Cells without quotes hold neither delimiters nor quotes. */
export const plainCell = (value: string): string => value.replace(/[",;\t\n]/g, ' ');

function recordOf(random: Random, i: number): object {
  const fields = row(random);
  const half = fields.length >> 1;
  return {
    i,
    user: { ...Object.fromEntries(fields.slice(0, half)) },
    list: [{ note: `line\n${words(random, 3)}\té` }, Object.fromEntries(fields.slice(half))],
  };
}

export function jsonlOf(seed: string, count: number): string {
  const random = new Random(seed);
  // Every third record is written with escapes for letters that need none.
  const lines = Array.from({ length: count }, (_, i) => {
    const line = JSON.stringify(recordOf(random, i));
    return i % 3 ? line : line.replace(/[-@.]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  });
  return `${lines.join('\n')}\n`;
}

function jsonOf(seed: string, count: number): string {
  const random = new Random(seed);
  return JSON.stringify({ data: { rows: Array.from({ length: count }, (_, i) => recordOf(random, i)) } }, null, 1);
}

/** Values that something beside them names: a member of the same object, a cell of the same row. */
function pairsOf(seed: string, count: number): [string, string][][] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => row(random));
}

const pairObjects = (pairs: readonly [string, string][]): object[] => pairs.map(([name, value]) => ({ name, note: 'x', value }));

/** Records whose values are records, texts and addresses in other writing. */
function encodedOf(seed: string, count: number): string[][] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const record = JSON.stringify(recordOf(random, i));
    const text = textOf(`${seed} ${i}`, 20);
    const query = row(random).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    const base64 = Buffer.from(random.chance(0.5) ? record : text).toString('base64');
    return [record, random.chance(0.5) ? base64 : base64.match(/.{1,76}/g)!.join('\n'), `https://a.example/?${query.join('&')}`];
  });
}

/** Name to content: about 1.5 MB with some 20,000 values. */
export function dataSet(): Record<string, string | Buffer> {
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
  const text = textOf('text', 3000);
  return {
    'text.log': text,
    'plain.csv': csvOf('plain', 80, plainCell),
    'tabs.tsv': csvOf('tabs', 40, plainCell, '\t'),
    'quoted.csv': csvOf('quoted', 80, quotedCell, ';'),
    'records.jsonl': jsonlOf('records', 80),
    'document.json': jsonOf('document', 60),
    'text.log.gz': gzipSync(textOf('gzip', 1500)),
    'quoted.csv.gz': gzipSync(csvOf('gzip', 40, quotedCell)),
    'records.jsonl.gz': gzipSync(jsonlOf('gzip', 40)),
    'pairs.jsonl': pairsOf('pairs', 80)
      .map((pairs) => `${JSON.stringify({ fields: pairObjects(pairs) })}\n`)
      .join(''),
    'pairs.json': JSON.stringify(pairsOf('pairs', 40).map(pairObjects), null, 2),
    'pairs.yaml': pairsOf('pairs', 40)
      .map((pairs) => pairs.map(([name, value]) => `- name: ${name}\n  value: ${JSON.stringify(value)}\n`).join(''))
      .join(''),
    'pairs.csv': `setting,note,value\n${pairsOf('pairs', 40)
      .flat()
      .map(([name, value]) => `${name},x,"${value.replaceAll('"', '""')}"\n`)
      .join('')}`,
    'encoded.jsonl': encodedOf('jsonl', 60)
      .map(([record, run, url]) => `${JSON.stringify({ record, run, url })}\n`)
      .join(''),
    'encoded.csv': `id,record,run,url\n${encodedOf('csv', 60)
      .map((cells, i) => [String(i), ...cells].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n')}\n`,
    'encoded.log': encodedOf('log', 60)
      .map(([, run, url], i) => `${i} ${words(new Random(`log ${i}`), 9)} ${url}\n${run}\n`)
      .join(''),
    'wide.txt': utf16(textOf('wide', 800)),
    'wide.csv': utf16(csvOf('wide', 30, quotedCell)).swap16(),
    'one line.txt': text.slice(0, 60_000).replaceAll('\n', ' '),
    'one value.json': JSON.stringify({ document: text.slice(0, 60_000) }),
    'one cell.csv': `id,document\n1,"${text.slice(0, 60_000).replaceAll('"', '""')}"\n`,
  };
}
