/** What is found in a text and in those of its values that have names: each value once, nothing less than in the text alone. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Occurrence, Problem } from '../../src/core/result.js';
import { type Segment, VALUE_IS_FIELD } from '../../src/core/segment.js';
import type { Hit } from '../../src/engine/types.js';
import { signalControl } from '../../src/worker/control.js';
import { explainItem } from '../../src/worker/explain-item.js';
import { FieldJoin, joinNamed } from '../../src/worker/named.js';
import { ItemScanner } from '../../src/worker/scan-item.js';
import { resolveSettings } from '../../src/worker/settings.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clearset-named-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const control = signalControl(undefined);
const scanner = new ItemScanner(resolveSettings({}));
const inSmallBlocks = new ItemScanner({ ...resolveSettings({}), blockBytes: 300 });

/** @param mayBeCut whether XML may end before its root element does, as pieces drawn at random leave it */
async function scan(name: string, content: string, by = scanner, mayBeCut = false): Promise<readonly Occurrence[]> {
  const locator = path.join(folder, name);
  fs.writeFileSync(locator, content);
  const { findings, problems, bytesExamined } = await by.scan({ source: 'fs', locator, path: name }, control);
  const isCut = ({ code, detail }: Problem): boolean => code === 'malformed' && detail.includes('before its root element');
  expect(problems.filter((problem) => !(mayBeCut && isCut(problem)))).toEqual([]);
  expect(bytesExamined).toBe(Buffer.byteLength(content));
  const found = findings.flatMap(({ occurrences }) => occurrences);
  return found.sort((a, b) => a.span.start - b.span.start || (a.detector < b.detector ? -1 : 1));
}

const places = (found: readonly Occurrence[]) =>
  found.map(({ detector, line, column, location, keyword }) => [detector, line, column, location, keyword]);

const SSN = 'USA_SOCIAL_SECURITY_NUMBER';

describe('a value under its name', () => {
  it('is found far from it, at its place, in every format', async () => {
    const filler = 'x'.repeat(400);
    const sql = `INSERT INTO t (note, ssn) VALUES ('${filler}', '536-90-4399'),\n('${filler}', '536-90-4398');\n`;
    expect(places(await scan('a.sql', sql))).toEqual([
      [SSN, 1, 440, { row: 1, columnName: 't.ssn' }, 'ssn'],
      [SSN, 2, 407, { row: 2, columnName: 't.ssn' }, 'ssn'],
    ]);
    const rows = `| ${filler} | 536-90-4399 |\n`.repeat(2);
    expect(places(await scan('a.md', `| a | SSN |\n|---|---|\n${rows}`))).toEqual([
      [SSN, 3, 406, { row: 2, columnName: 'SSN' }, 'ssn'],
      [SSN, 4, 406, { row: 3, columnName: 'SSN' }, 'ssn'],
    ]);
    const html = `<table><tr><th>a<th>SSN</tr>\n<tr><td>${filler}<td>536&#45;90-4399</tr></table>`;
    expect(places(await scan('a.html', html))).toEqual([[SSN, 2, 413, { row: 2, columnName: 'SSN' }, 'ssn']]);
    const xml = `<?xml version="1.0"?>\n<a ssn="${filler}"><ssn><value>536-90-4399</value></ssn></a>`;
    expect(places(await scan('a.xml', xml))).toEqual([[SSN, 2, 423, { jsonPath: '$.a.ssn.value' }, 'ssn']]);
  });

  it('takes no keyword from its neighbours in SQL, and text between does as before', async () => {
    const found = await scan(
      'b.sql',
      "INSERT INTO t (ssn, code) VALUES ('none', '536-90-4399'); -- ssn 536-90-4398\nSELECT 'ssn 536-90-4397';",
    );
    expect(found.map(({ line, column, location }) => [line, column, location])).toEqual([
      [1, 66, {}],
      [2, 13, {}],
    ]);
  });

  it('is counted for its column', async () => {
    const locator = path.join(folder, 'c.sql');
    fs.writeFileSync(locator, "INSERT INTO t (ssn) VALUES ('536-90-4399'), ('536-90-4398'), ('none');");
    const { findings } = await scanner.scan({ source: 'fs', locator, path: 'c.sql' }, control);
    expect(findings.map(({ count, columns }) => [count, columns])).toEqual([
      [2, [{ columnName: 't.ssn', count: 2, share: 0.6667 }]],
    ]);
  });

  it('is counted in the profile of its column, and other values with the text', async () => {
    const profiler = new ItemScanner(resolveSettings({ profile: true }));
    const locator = path.join(folder, 'e.sql');
    fs.writeFileSync(
      locator,
      "INSERT INTO t (id, ssn) VALUES (1, '536-90-4399'), (2, NULL), (3, '536-90-4398'); -- ssn 536-90-4397\n",
    );
    const { profile } = await profiler.scan({ source: 'fs', locator, path: 'e.sql' }, control);
    const columns = [...profile!.columns].map(([name, { values, empty, hits }]) => {
      const found = [...hits].map(([detector, tally]) => [detector, tally.occurrences, tally.values]);
      return [name, values, empty, found];
    });
    expect(columns).toEqual([
      ['t.id', 3, 0, []],
      ['t.ssn', 3, 1, [[SSN, 2, 2]]],
      ['', 1, 0, [[SSN, 1, 1]]],
    ]);
    // Where everything is examined as text as well, the item is a document.
    fs.writeFileSync(locator.replace('sql', 'md'), `| SSN |\n|---|\n${'| 536-90-4399 |\n'.repeat(9)}`);
    const document = await profiler.scan({ source: 'fs', locator: locator.replace('sql', 'md'), path: 'e.md' }, control);
    expect(document.profile!.family).toBe('documents');
    expect(document.profile!.columns.get('')!.hits.get(SSN)!.occurrences).toBe(9);
  });

  it('is explained', async () => {
    const locator = path.join(folder, 'f.sql');
    fs.writeFileSync(locator, "INSERT INTO t (ssn) VALUES ('536-90-4399');");
    const item = { source: 'fs', locator, path: 'f.sql' } as const;
    const { explanation } = await explainItem(
      scanner,
      resolveSettings({}),
      { item, member: undefined },
      { kind: 'place', line: 1, column: 30 },
      control,
    );
    expect(explanation?.occurrence.location).toEqual({ row: 1, columnName: 't.ssn' });
    expect(explanation?.isReported).toBe(true);
  });

  it('whose name is sensitive is shown masked', async () => {
    const found = await scan('d.md', '| SSN of 536-90-4399 |\n|---|---|\n| 536-90-4398 |\n'.replace('|---|---|', '|---|'));
    expect(JSON.stringify(places(found).at(-1))).not.toContain('4399');
  });
});

/** Words, values and tags, so that keywords stand near and far and in every kind of cell. */
const piece = fc.constantFrom(
  'SSN',
  'passport',
  'card number',
  '536-90-4399',
  '4111 1111 1111 1111',
  'DE89 3702 0400 4405 3201 30',
  'a@example.net',
  'phone',
  '+49 30 901820',
  'Anna',
  '|',
  ' | ',
  '\n',
  '\n|---|---|\n',
  '<td>',
  '</td><td>',
  '<tr>',
  '</tr>',
  '<th>',
  '</th>',
  '<table>',
  '</table>',
  '<b>',
  ' ',
  '  ',
  ', ',
  '&#45;',
  '<!-- ',
  ' -->',
  '"',
  '=',
  '<input name="ssn" value="',
  '">',
  '---  ---\n',
  'x'.repeat(120),
);

describe('a text', () => {
  it.each(['html', 'md', 'xml'])(
    'read as %s gives all that it gives as text',
    async (extension) => {
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { minLength: 5, maxLength: 60 }), async (pieces) => {
          const content = `${extension === 'xml' ? '<?xml version="1.0"?><a>' : extension === 'html' ? '<html>' : ''}${pieces.join('')}`;
          const own = await scan(`p.${extension}`, content, scanner, true);
          const asText = await scan('p.c', content, scanner, true);
          const rank = (one: Occurrence) => ['low', 'medium', 'high'].indexOf(one.confidence);
          for (const one of asText) {
            // Of what overlaps, the surer one stays, and among equals the one that has a name.
            const found = own.some(
              ({ span }, i) => span.start < one.span.end && span.end > one.span.start && rank(own[i]!) >= rank(one),
            );
            expect(found, `${one.detector} at ${one.span.start}`).toBe(true);
          }
          const small = await scan(`p.${extension}`, content, inSmallBlocks, true);
          expect(small).toEqual(own);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

it('what is reserved counts in a field that is called so, and nowhere else', async () => {
  const found = [
    ...(await scan('a.csv', 'id,contact_email,note\n1,ada@example.com,bo@example.com\n2,cy@example.org,none\n')),
    ...(await scan('b.csv', 'id,phone\n1,+44 1632 960123\n2,see +44 1632 960123\n')),
    ...(await scan('a.jsonl', '{"email":"ada@example.com","note":"bo@example.com"}\n{"email":"see bo@example.com"}\n')),
    ...(await scan('a.txt', 'email: ada@example.com, phone: +44 1632 960123\n')),
  ];
  expect(
    found.map(({ detector, confidence, location, line }) => [detector, confidence, Object.values(location).at(-1), line]),
  ).toEqual([
    ['EMAIL_ADDRESS', 'high', 'contact_email', 2],
    ['EMAIL_ADDRESS', 'high', 'contact_email', 3],
    ['UK_PHONE_NUMBER', 'high', 'phone', 2],
    ['EMAIL_ADDRESS', 'high', '$.email', 1],
  ]);
});

describe('a value beside its label', () => {
  const FORM = [
    'Nome completo: Thainá Albuquerque Qorri',
    "Father's Name : Shrikant V. Kulkarni",
    'SURNAME: MACISAAC    G1: FIONA',
    'To: Zbyszko Qorri <zq@corp.net>',
    'Permanent address : H.No. 41/A, 2nd Cross, Saptapur, Dharwad - 580001',
    'TEL;type=WORK:33 55 55 97',
    '',
  ].join('\n');

  it('is found as the whole of a field, in text, in Markdown and in mail', async () => {
    const found = await scan('form.txt', FORM);
    expect(found.map(({ detector, line, column, location }) => [detector, line, column, location])).toEqual([
      ['NAME', 1, 16, {}],
      ['NAME', 2, 17, {}],
      ['NAME', 3, 10, {}],
      ['EMAIL_ADDRESS', 4, 20, {}],
      ['ADDRESS', 5, 21, {}],
      ['INTERNATIONAL_PHONE_NUMBER', 6, 15, {}],
    ]);
    const inMarkdown = await scan('form.md', FORM.replaceAll(/^/gm, '- '));
    expect(inMarkdown.map(({ detector }) => detector)).toEqual(found.slice(0, 5).map(({ detector }) => detector));
    const mail = await scan('a.eml', `From: ann@corp.net\nSubject: x\nMessage-ID: <1@corp.net>\n\n${FORM}`);
    expect(mail.filter(({ detector }) => detector === 'NAME').map(({ location }) => location)).toEqual([{}, {}, {}]);
    // Of these the text alone knows one.
    const inLog = await scan('form.log', FORM);
    expect(inLog.filter(({ detector }) => detector === 'NAME').map(({ line }) => line)).toEqual([2]);
  });

  it('is the same in blocks of every size', async () => {
    const text = `${'word '.repeat(70)}\n${FORM}`.repeat(4);
    expect(await scan('blocks.txt', text, inSmallBlocks)).toEqual(await scan('blocks.txt', text));
  });

  it('loses nothing that the text gives', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `Reviewed-by: Zbyszko Qorri${'abcdefghij'[i % 10]} <zq@corp.net>`);
    const text = `${names.join('\n')}\nReviewed-by: Katharina Schröder <ks@corp.net>\n`;
    const found = (await scan('reviews.txt', text)).filter(({ detector }) => detector === 'NAME');
    expect(found.map(({ line, length }) => [line, length])).toEqual([[31, 18]]);
  });

  it('leaves the text a document in a profile', async () => {
    const profiler = new ItemScanner(resolveSettings({ profile: true }));
    const locator = path.join(folder, 'profile.txt');
    fs.writeFileSync(locator, FORM);
    const { profile } = await profiler.scan({ source: 'fs', locator, path: 'profile.txt' }, control);
    expect(profile!.family).toBe('documents');
    expect([...profile!.columns.keys()]).toEqual(['']);
    expect(profile!.columns.get('')!.hits.get('NAME')!.occurrences).toBe(3);
  });
});

describe('of overlapping hits', () => {
  const GENERIC = 7;
  const hit = (start: number, end: number, more: Partial<Hit> = {}) =>
    ({ start, end, value: start < 40 ? 0 : 1, detector: 0, confidence: 'medium', keyword: undefined, ...more }) as Hit;
  const segment = (isSole: boolean) =>
    ({
      isSole,
      values: {
        count: 2,
        starts: Uint32Array.of(10, 40),
        ends: Uint32Array.of(20, 60),
        // The second one stands beside a label.
        flags: Uint8Array.of(0, VALUE_IS_FIELD),
      },
    }) as unknown as Segment;
  const join = (inText: Hit[], inValues: Hit[], isSole = false) =>
    joinNamed({} as Segment, inText, segment(isSole), inValues, ({ detector }) => detector === GENERIC).map(
      (placed) => placed.hit,
    );

  it('the surer one stays, then the one of a known kind, then the one with a keyword, then the one with a name', () => {
    const text = hit(10, 20);
    const value = hit(10, 20);
    expect(join([text], [value])[0]).toBe(value);
    const withKeyword = hit(10, 20, { keyword: 'k' });
    expect(join([withKeyword], [value])[0]).toBe(withKeyword);
    const generic = hit(10, 20, { keyword: 'k', detector: GENERIC });
    expect(join([text], [generic])).toEqual([text]);
    expect(join([generic], [value])).toEqual([value]);
    const sure = hit(12, 18, { confidence: 'high', detector: GENERIC });
    expect(join([withKeyword], [sure])).toEqual([sure]);
    expect(join([hit(0, 5), withKeyword, hit(62, 70)], [value, hit(40, 60)]).map(({ start }) => start)).toEqual([0, 10, 40, 62]);
  });

  it('a token and what is written in it both stay', () => {
    const token = hit(10, 20);
    const inside = hit(12, 16, { detector: 1, confidence: 'high', isNested: true });
    expect(join([token, inside], [hit(10, 20), { ...inside }])).toHaveLength(2);
  });

  it('the text of a field keeps what it gave, whatever its column will say, and tells published test values', () => {
    const doubted = hit(40, 60, { doubt: 'list' });
    expect(join([hit(40, 60)], [doubted])).toEqual([{ ...doubted, doubt: 'party' }]);
    expect(join([hit(40, 60)], [{ ...doubted, doubt: 'check' }])).toEqual([{ ...doubted, doubt: undefined }]);
    expect(join([hit(40, 60, { detector: 1 })], [doubted])).toEqual([hit(40, 60, { detector: 1 })]);
    expect(join([hit(40, 60, { confidence: 'low' })], [doubted])).toEqual([doubted]);
    const published = hit(40, 60, { confidence: 'low', keyword: 'email' });
    expect(join([published], [hit(40, 60, { confidence: 'high', keyword: 'email' })])).toEqual([published]);
    // In cells of tables it is the column that knows.
    expect(join([hit(10, 20)], [hit(10, 20, { doubt: 'list' })])).toEqual([hit(10, 20, { doubt: 'list' })]);
  });

  it('what is not all of a field is what the text says of it', () => {
    expect(join([], [hit(41, 60), hit(40, 59), hit(40, 60, { isNested: true })])).toEqual([]);
    expect(join([hit(45, 50, { detector: 1 })], [hit(40, 60)])).toEqual([hit(45, 50, { detector: 1 })]);
    expect(join([hit(45, 50, { detector: 1, confidence: 'low' })], [hit(40, 60)])).toEqual([hit(40, 60)]);
    expect(join([hit(45, 50)], [hit(40, 60)])).toEqual([hit(40, 60)]);
    expect(join([hit(40, 48), hit(52, 60)], [hit(40, 60)])).toEqual([hit(40, 48), hit(52, 60)]);
    const phone = hit(55, 60, { detector: 1 });
    expect(join([hit(40, 50), phone], [hit(40, 60)])).toEqual([hit(40, 50), phone]);
  });

  it('those of a text are joined with those of its fields as they come, as all at once', () => {
    const text = {} as Segment;
    const spans = (most: number) =>
      fc
        .array(fc.record({ start: fc.nat(200), length: fc.integer({ min: 1, max: 30 }), kind: fc.nat(2), sure: fc.boolean() }), {
          maxLength: most,
        })
        .map((all) => all.sort((a, b) => a.start - b.start || a.length - b.length));
    fc.assert(
      fc.property(spans(20), spans(6), (inText, inFields) => {
        // Fields do not overlap.
        const fields = inFields.filter(({ start }, i) => inFields.slice(0, i).every((one) => one.start + one.length < start));
        const hitOf = ({ start, length, kind, sure }: (typeof inText)[number], value = -1): Hit =>
          hit(start, start + length, { detector: kind, confidence: sure ? 'high' : 'medium', value });
        const hits = inText.map((one) => hitOf(one));
        const inValues = fields.map((one, i) => hitOf(one, i));
        const named = {
          values: {
            count: fields.length,
            starts: Uint32Array.from(fields, ({ start }) => start),
            ends: Uint32Array.from(fields, ({ start, length }) => start + length),
            flags: Uint8Array.from(fields, () => VALUE_IS_FIELD),
          },
        } as unknown as Segment;
        const isGeneric = ({ detector }: Hit): boolean => detector === 0;
        const got: [Hit, Segment][] = [];
        const joining = new FieldJoin(text, { named, inFields: inValues }, isGeneric, (one, segment) =>
          got.push([{ ...one }, segment]),
        );
        for (const one of hits) joining.take(one);
        joining.finish();
        const wanted = joinNamed(text, hits, named, inValues, isGeneric).map(({ hit: one, segment }) => [one, segment]);
        expect(got.map(([one, segment]) => [one, segment === named])).toEqual(
          wanted.map(([one, segment]) => [one, segment === named]),
        );
      }),
      { numRuns: 2000, seed: 20_261_122 },
    );
  });

  it('those of the text within values are left out where values are examined alone', () => {
    expect(join([hit(5, 12), hit(10, 20), hit(40, 60), hit(60, 70)], [], true).map(({ start }) => start)).toEqual([5, 60]);
  });
});
