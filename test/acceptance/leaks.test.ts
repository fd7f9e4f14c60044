/**
 * No raw value leaves the command without --reveal: values are planted wherever a value can stand, and everything that the
 * command writes is searched for them.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, folderOf, PARQUET, records, run } from '../cli/command.js';

// Synthetic: well-formed, with right check digits, issued to nobody.
const VALUES = {
  ssn: '536-90-4399',
  card: '4539 1488 0343 6467',
  email: 'jane.q.sample@gmail.com',
  key: 'AKIAQYLPMN5HFIQR7XYA',
  iban: 'DE89 3704 0044 0532 0130 00',
  password: 'hunter2-battery-staple',
} as const;

const { ssn, card, email, key, iban, password } = VALUES;
const CONTENT = `ssn ${ssn}, card ${card}, mail ${email}\naws ${key}\niban ${iban}\nurl postgres://app:${password}@db.acme.io/x\n`;

/** The values in other writing: what is written of them is no more to be seen than they are. */
const RUN = Buffer.from(CONTENT).toString('base64');
const PERCENT = ssn.replaceAll('-', '%2D');

/** A gzip member whose header has a name (RFC 1952: flag FNAME). */
function gzipNamed(name: string, content: string): Buffer {
  const member = gzipSync(content);
  member[3] = 8;
  return Buffer.concat([member.subarray(0, 10), Buffer.from(`${name}\0`), member.subarray(10)]);
}

const FILES: Readonly<Record<string, string | Buffer>> = {
  'content.txt': CONTENT,
  'keys.json': JSON.stringify({
    [ssn]: { ssn },
    [email]: { deep: { ssn } },
    list: [{ [`card ${card}`]: [card] }],
    [key]: { [iban]: iban },
  }),
  'keys.jsonl': `${JSON.stringify({ [`ssn ${ssn}`]: { [email]: ssn } })}\n${JSON.stringify({ [key]: { ssn } })}\n`,
  'headers.csv': `id,ssn ${ssn},${key},x ${iban}\n1,536-90-4391,${key},${iban}\n2,536-90-4392,-,-\n3,none,-,-\n`,
  'no header.csv': `Jane,${ssn},${email}\nJoe,${ssn},${email}\n`,
  [`${ssn}.txt`]: CONTENT,
  [`ssn/${ssn}/a.txt`]: CONTENT,
  [`${email}/inbox.txt`]: CONTENT,
  [`card ${card}.parquet`]: PARQUET,
  [`${key}/${iban}.gz`]: gzipSync(CONTENT).subarray(0, 60),
  'stored name.gz': gzipNamed(`ssn ${ssn} ${email}.txt`, CONTENT),
  'broken.json': `{"ssn": "${ssn}", "a": [${card} oops ${email}} ssn ${ssn}`,
  'broken.jsonl': `{"a": 1}\n{"ssn": "${ssn}", oops ${email}\n{"ssn": "${ssn}\n{"a": 2}\n`,
  'encoded.json': JSON.stringify({
    inner: JSON.stringify({ [`ssn ${ssn}`]: { [email]: ssn, card }, note: CONTENT }),
    run: RUN,
    url: `https://a.example/?ssn=${PERCENT}&${encodeURIComponent(CONTENT)}`,
  }),
  'encoded.txt': `run ${RUN}\nurl https://a.example/?ssn=${PERCENT}&q=${encodeURIComponent(CONTENT)}\n`,
  'open quote.csv': `id,ssn\n1,"${ssn}\n2,${email}\n`,
};

let cwd: string;
beforeAll(() => {
  const root = folderOf(Object.fromEntries(Object.entries(FILES).map(([name, content]) => [`data/${name}`, content])));
  cwd = path.join(root, 'data');
  // A byte that is not UTF-8 right before the value must not hide it.
  fs.writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.of(0xff), Buffer.from(`${ssn}.log`)]), CONTENT);
});

/** Values that stand in the text as they are, without their separators, or in base64. */
function leaksIn(text: string): string[] {
  const compact = text.replace(/[ -]/g, '');
  const decoded = text.replace(/"pathBase64":"([^"]+)"/g, (_, base64: string) =>
    Buffer.from(base64, 'base64').toString('latin1'),
  );
  return Object.entries({ ...VALUES, percent: PERCENT, run: RUN.slice(8, 24) })
    .filter(([, value]) => text.includes(value) || decoded.includes(value) || compact.includes(value.replace(/[ -]/g, '')))
    .map(([name]) => name);
}

const written = (run: Ended): string => run.stdout + run.stderr;

describe('nothing that is written holds a value', () => {
  const outputs = ['table', 'json', 'ndjson'].flatMap((format) => ['--output', `${format}=../out.${format}`]);
  it.each([
    ['by default', []],
    ['with all confidences', ['--min-confidence', 'low']],
    ['with few detectors', ['--detectors', 'US', '--exclude-detectors', 'credentials']],
    ['with colours and another regex engine', ['--color', 'always']],
  ])('%s', async (_, args) => {
    const report = await run(['scan', '.', ...args, '--jobs', '2', '--stats', '../stats.json', ...outputs], {
      cwd,
      ...(args.includes('--color') && { env: { CLEARSET_RE2: 'js' } }),
    });
    expect(report.status).toBe(1);
    expect(leaksIn(written(report))).toEqual([]);
    for (const name of ['out.table', 'out.json', 'out.ndjson', 'stats.json']) {
      const content = fs.readFileSync(path.join(cwd, '..', name), 'utf8');
      expect(content).toContain(name === 'out.table' ? 'Found' : 'occurrences');
      expect(leaksIn(content), name).toEqual([]);
    }
  });

  it('though every place was examined', async () => {
    const { stdout } = await run(['scan', '.', '--format', 'ndjson'], { cwd });
    const found = (name: RegExp) => records(stdout, 'finding').filter((record) => name.test(String(record.path)));
    for (const name of Object.keys(FILES).filter((file) => /^[a-z ]+\.[a-z]+$/.test(file))) {
      expect(found(new RegExp(`^${name}$`)), name).not.toEqual([]);
    }
    expect(records(stdout, 'problem').map((record) => record.path)).toEqual([
      expect.stringMatching(/^\*{20}~[0-9a-f]{8}\/[* ]+\.gz$/),
      expect.stringMatching(/^card \*{4} \*{4} \*{4} \*{4}~[0-9a-f]{8}\.parquet$/),
    ]);
  });

  it('last4 shows four characters and no more', async () => {
    const report = await run(['scan', '.', '--format', 'ndjson', '--preview', 'last4'], { cwd });
    expect(written(report)).toContain('"preview":"***-**-4399"');
    expect(leaksIn(written(report))).toEqual([]);
  });

  it('until they are revealed', async () => {
    const { stdout } = await run(['scan', '.', '--format', 'ndjson', '--reveal'], { cwd });
    expect(leaksIn(stdout)).toEqual(Object.keys(VALUES));
  });
});

describe('errors do not quote', () => {
  it.each([
    ['a missing target', [`ssn ${ssn}`], 3],
    ['a target below a file', [`content.txt/${email}`], 3],
    ['a list of targets', ['--files-from', 'content.txt'], 3],
  ])('%s', async (_, args, status) => {
    const report = await run(['scan', ...args], { cwd });
    expect(report.status).toBe(status);
    expect(leaksIn(written(report))).toEqual([]);
  });
});
