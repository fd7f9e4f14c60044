/** What is written in other writing is found as if it stood there: by its names, at its place, once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/core/memory-source.js';
import type { ItemResult, Occurrence } from '../../src/core/result.js';
import { signalControl } from '../../src/worker/control.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const SSN = '536-90-4399';
const CARD = '4539 1488 0343 6467';
const MAIL = 'jane.q.sample@gmail.com';

const scanners = [undefined, 256, 4099].map(
  (blockBytes) => new ItemScanner(resolveSettings({ reveal: true, ...(blockBytes !== undefined && { blockBytes }) })),
);
const control = signalControl(undefined);

/** The result in blocks of any size, which is the same. */
async function resultOf(path: string, content: string): Promise<ItemResult> {
  const item = { source: 'memory', locator: '', path } as const;
  const results: ItemResult[] = [];
  for (const scanner of scanners) results.push(await scanner.scanSource(item, memorySource(Buffer.from(content)), control));
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0]!;
}

async function occurrencesIn(path: string, content: string): Promise<Occurrence[]> {
  const { findings } = await resultOf(path, content);
  return findings.flatMap(({ occurrences }) => occurrences).sort((a, b) => a.span.start - b.span.start);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const found = ({ detector, value, location }: Occurrence) => [detector, value, location];
/** What stands at an occurrence's span. */
const at = (content: string, { span }: Occurrence): string =>
  Buffer.from(content).subarray(span.start, span.end).toString('utf8');

describe('JSON in a value', () => {
  it('is examined by its names, at the exact place', async () => {
    const content = JSON.stringify({ id: 1, payload: JSON.stringify({ user: { ssn: '536904399' } }) });
    const [one, ...others] = await occurrencesIn('a.json', content);
    expect(others).toEqual([]);
    expect(found(one!)).toEqual([
      'USA_SOCIAL_SECURITY_NUMBER',
      '536904399',
      { recordIndex: 0, jsonPath: '$.payload', encoding: ['json'], innerPath: '$.user.ssn' },
    ]);
    expect(at(content, one!)).toBe('536904399');
  });

  it('is found in a cell, in a cell without quotes, and beneath the names of its column', async () => {
    const inner = JSON.stringify({ number: '536904399' });
    const csv = `id,ssn\n1,"${inner.replaceAll('"', '""')}"\n2,x\n`;
    const tsv = `id\tssn\n1\t${inner}\n2\tx\n`;
    for (const [name, content] of [
      ['a.csv', csv],
      ['a.tsv', tsv],
    ] as const) {
      const [one, ...others] = await occurrencesIn(name, content);
      expect([one?.value, one?.keyword, one?.location.innerPath, others.length], name).toEqual([
        '536904399',
        'ssn',
        '$.number',
        0,
      ]);
      expect(at(content, one!)).toBe('536904399');
    }
  });

  it('may be a string that holds JSON, and hold more of it', async () => {
    const content = JSON.stringify({ a: JSON.stringify(JSON.stringify({ ssn: '536904399' })) });
    expect((await occurrencesIn('a.json', content)).map(({ location }) => location)).toEqual([
      { recordIndex: 0, jsonPath: '$.a', encoding: ['json', 'json'], innerPath: '$.ssn' },
    ]);
  });

  it('is no more than text where it does not parse', async () => {
    const content = JSON.stringify({ a: `{"ssn": ${SSN} oops]}` });
    const [one] = await occurrencesIn('a.json', content);
    expect(one?.location.encoding).toBeUndefined();
    expect(at(content, one!)).toBe(SSN);
  });
});

describe('base64', () => {
  it.each([
    ['standard', base64(`»¿ ssn: ${SSN} ÿþ?>`)],
    ['without padding', base64(`ssn: ${SSN} and more`).replace(/=+$/, '')],
    ['safe in URLs', Buffer.from(`»¿ ssn: ${SSN} ÿþ?>`).toString('base64url')],
    ['behind a name', `token_${base64(`ssn: ${SSN} and more`)}`],
    ['in a path', `/v1/things/${Buffer.from(`ssn: ${SSN} and more`).toString('base64url')}/x`],
  ])('%s is decoded; the span is that of its groups of four', async (_, run) => {
    const content = `data: ${run}\n`;
    const [one, ...others] = await occurrencesIn('a.txt', content);
    expect([one?.value, one?.location, others]).toEqual([SSN, { encoding: ['base64'] }, []]);
    const group = Buffer.from(at(content, one!), 'base64').toString('latin1');
    expect(group).toContain(SSN);
    expect(group.length).toBeLessThanOrEqual(SSN.length + 4);
  });

  it('in lines of one length is one text: MIME, PEM, YAML', async () => {
    const text = `${'Dear reader, '.repeat(20)}my ssn: ${SSN} ${'bye '.repeat(30)}`;
    for (const [length, end] of [
      [76, '\r\n'],
      [64, '\n'],
      [76, '\n    '],
    ] as const) {
      const lines = base64(text).match(new RegExp(`.{1,${length}}`, 'g'))!;
      const content = `body:${end}${lines.join(end)}${end}\nother\n`;
      const [one, ...others] = await occurrencesIn('a.txt', content);
      expect([one?.value, others.length]).toEqual([SSN, 0]);
    }
  });

  it('is not joined with a word on the next line', async () => {
    const line = base64(`${'x'.repeat(30)} ssn: ${SSN} and`.padEnd(57));
    expect(line.length).toBe(76);
    for (const next of ['words', 'words follow', 'A'.repeat(76)])
      expect((await occurrencesIn('a.txt', `a\n${line}\n${next}\n`)).map(({ value }) => value)).toEqual([SSN]);
  });

  it('of JSON is examined by its names, and what is in it once more', async () => {
    const config = { auths: { 'r.example': { ssn: '536904399', auth: base64(`someone is ${MAIL} today`) } } };
    const content = `kind: Secret\ndata:\n  .dockerconfigjson: ${base64(JSON.stringify(config))}\n`;
    const jsonPath = "$.data['.dockerconfigjson']";
    expect((await occurrencesIn('a.yaml', content)).map(found)).toEqual([
      ['USA_SOCIAL_SECURITY_NUMBER', '536904399', { jsonPath, encoding: ['base64'], innerPath: "$.auths['r.example'].ssn" }],
      ['EMAIL_ADDRESS', MAIL, { jsonPath, encoding: ['base64', 'base64'], innerPath: "$.auths['r.example'].auth" }],
    ]);
  });

  it.each([
    ['random bytes', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff)).toString('base64')],
    [
      'an image',
      `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==`,
    ],
    ['a path', '/usr/share/doc/packages/some-long-name/and_another/README'],
  ])('%s is none, and nothing is said of it', async (_, run) => {
    expect(await resultOf('a.txt', `x ${run} y\n`)).toMatchObject({ findings: [], problems: [] });
    expect(await resultOf('a.txt', `x ${run} y\n`)).not.toHaveProperty('undecoded');
  });
});

describe('percent-encoding', () => {
  it('is decoded by parameter, under its name, at the exact place', async () => {
    const content = `GET https://x.example/?mail=jane.q.sample%40gmail.com&ssn=536%2D90%2D4399&pan=4539+1488%200343+6467 HTTP/1.1\n`;
    const occurrences = await occurrencesIn('a.log', content);
    expect(occurrences.map(({ value, keyword }) => [value, keyword])).toEqual([
      [MAIL, 'mail'],
      [SSN, 'ssn'],
      [CARD, 'pan'],
    ]);
    expect(occurrences.map((one) => at(content, one))).toEqual([
      'jane.q.sample%40gmail.com',
      '536%2D90%2D4399',
      '4539+1488%200343+6467',
    ]);
  });

  it('may hold base64 and JSON', async () => {
    const json = encodeURIComponent(JSON.stringify({ user: { ssn: '536904399' } }));
    const packed = encodeURIComponent(base64(`my ssn is ${SSN} i do`));
    expect((await occurrencesIn('a.log', `?a=${json}&b=${packed}\n`)).map(({ value, location }) => [value, location])).toEqual([
      ['536904399', { encoding: ['percent'], innerPath: '$.user.ssn' }],
      [SSN, { encoding: ['percent', 'base64'] }],
    ]);
  });
});

describe('one value', () => {
  it('is reported once, where it can be read without decoding as well', async () => {
    const content = JSON.stringify({ ssn: JSON.stringify({ ssn: SSN, card: CARD, mail: MAIL }) });
    const occurrences = await occurrencesIn('a.json', content);
    expect(occurrences.map(({ detector }) => detector)).toEqual([
      'USA_SOCIAL_SECURITY_NUMBER',
      'CREDIT_CARD_NUMBER',
      'EMAIL_ADDRESS',
    ]);
    expect((await occurrencesIn('a.log', `?q=a%20b&mail=${MAIL}%20\n`)).length).toBe(1);
  });

  it('in a token is an occurrence beside that of the token', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: '1', email: MAIL, iat: 1516239022 })}.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c`;
    const occurrences = await occurrencesIn('a.txt', `Authorization: Bearer ${token}\n`);
    expect(occurrences.map(({ detector, location }) => [detector, location])).toEqual([
      ['JSON_WEB_TOKEN', {}],
      ['EMAIL_ADDRESS', { encoding: ['base64'], innerPath: '$.email' }],
    ]);
  });
});

describe('what is not decoded is counted', () => {
  it('where it is too deep', async () => {
    const thrice = base64(base64(base64(`ssn: ${SSN} and more than that`)));
    expect(await resultOf('a.txt', thrice)).toMatchObject({ findings: [], undecoded: 1 });
  });

  it('where it is too long, once', async () => {
    const text = `ssn: ${SSN} `.repeat(4000);
    expect(await resultOf('a.txt', `x ${base64(text)} y\n`)).toMatchObject({ findings: [], undecoded: 1 });
    const lines = base64(text)
      .match(/.{1,76}/g)!
      .join('\n');
    expect(await resultOf('b.txt', `x\n${lines}\n`)).toMatchObject({ undecoded: 1 });
    expect(await resultOf('c.json', JSON.stringify({ a: JSON.stringify({ text }).repeat(2) }))).toMatchObject({ undecoded: 1 });
  });

  it('unless it is no text', async () => {
    const bytes = Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff));
    const lines = bytes
      .toString('base64')
      .match(/.{1,76}/g)!
      .join('\n');
    for (const content of [bytes.toString('base64'), lines])
      expect(await resultOf('a.txt', `x\n${content}\n`)).not.toHaveProperty('undecoded');
  });
});

it('a value is found at its place, however it is written', async () => {
  const json = (text: string): string => JSON.stringify({ a: [text] });
  const layers = { base64, percent: (text: string) => encodeURIComponent(text).replaceAll('-', '%2D'), json } as const;
  const kind = fc.constantFrom(...(Object.keys(layers) as (keyof typeof layers)[]));
  const filler = fc.stringMatching(/^[a-z ]{0,40}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(kind, { minLength: 1, maxLength: 2 }),
      filler,
      filler,
      fc.constantFrom('text', 'record', 'cell'),
      fc.nat(3000),
      async (kinds, before, after, place, shift) => {
        let text = `${before} is an ssn: ${SSN} - ${after} x`;
        for (const one of kinds) text = layers[one](text);
        const pad = 'lorem ipsum '.repeat(shift / 12);
        const [name, content] =
          place === 'text'
            ? ['a.txt', `${pad}\n${text}\n${pad}`]
            : place === 'record'
              ? ['a.jsonl', `${JSON.stringify({ pad })}\n${JSON.stringify({ v: text })}\n`]
              : ['a.csv', `id,v,pad\n1,"${text.replaceAll('"', '""')}",${pad}\n2,x,y\n`];
        const occurrences = await occurrencesIn(name!, content!);
        expect(occurrences.map(({ value }) => value)).toEqual([SSN]);
        const inside = Buffer.from(content!).indexOf(text.slice(0, 8).replaceAll('"', place === 'cell' ? '""' : '"'));
        expect(occurrences[0]!.span.end).toBeGreaterThan(Math.max(inside, 0));
        if (!kinds.includes('base64')) expect(decodeURIComponent(at(content!, occurrences[0]!))).toContain('536');
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
