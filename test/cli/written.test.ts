/** Values as people write them, from the file to the report: span, preview, revealed value and fingerprint, in each format. */
import { describe, expect, it } from 'vitest';
import { clearset, folderOf } from './command.js';

const PLAIN = 'DE89 3704 0044 0532 0130 00';
const WRITTEN = 'DE８９\u00a03704\u202f٠٠٤٤\u2009०५३२\u20070130\u300000';

const escaped = (text: string) =>
  JSON.stringify(text).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const FORMATS: readonly (readonly [name: string, make: (value: string) => Buffer])[] = [
  ['a.txt', (value) => Buffer.from(`IBAN : ${value}, bitte überweisen`)],
  ['b.csv', (value) => Buffer.from(`id,iban,note\n1,${value},x\n2,,"y ""z"""\n3,"${value} ""q""",\n`)],
  ['c.json', (value) => Buffer.from(`{"iban":${JSON.stringify(value)},"n":1}`)],
  ['d.json', (value) => Buffer.from(`{"iban":${escaped(value)},"n":1}`)],
  ['e.txt', (value) => Buffer.from(`\ufeffIBAN : ${value}, bitte überweisen`, 'utf16le')],
];

interface Occurrence {
  readonly kind: string;
  readonly detector: string;
  readonly fingerprint: string;
  readonly preview: string;
  readonly length: number;
  readonly column: number;
  readonly span: { readonly start: number; readonly end: number };
  readonly value?: string;
}

function occurrences(name: string, content: Buffer, args: readonly string[] = []): Occurrence[] {
  const cwd = folderOf({ [name]: content });
  const run = clearset(['scan', name, '--format', 'ndjson', '--detectors', 'GERMANY_BANK_ACCOUNT_NUMBER', ...args], { cwd });
  return run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Occurrence)
    .filter(({ kind }) => kind === 'occurrence');
}

describe.each(FORMATS)('%s', (name, make) => {
  const plain = occurrences(name, make(PLAIN));
  const written = occurrences(name, make(WRITTEN));

  it('has the same occurrences, with the same fingerprints', () => {
    expect(plain.length).toBeGreaterThan(0);
    const same = (list: readonly Occurrence[]) =>
      list.map(({ detector, fingerprint, preview, length }) => ({ detector, fingerprint, preview, length }));
    expect(same(written)).toEqual(same(plain));
    expect(written[0]!.preview).toBe('**** **** **** **** **** **');
  });

  it('gives the span and the value as they are written', () => {
    const revealed = occurrences(name, make(WRITTEN), ['--reveal']);
    expect(revealed.map(({ value }) => value)).toEqual(plain.map(() => WRITTEN));
    // A span counts in UTF-8 where the item is stored in another encoding.
    const stored = name === 'e.txt' ? Buffer.from(make(WRITTEN).toString('utf16le').slice(1)) : make(WRITTEN);
    const raw = name === 'd.json' ? escaped(WRITTEN).slice(1, -1) : WRITTEN;
    for (const { span } of revealed) expect(stored.toString('utf8', span.start, span.end)).toBe(raw);
  });
});
