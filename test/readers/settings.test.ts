/** Configuration files: values have the paths that the formats' own parsers give them, wherever the file is cut; nothing loses its text. */
import fc from 'fast-check';
import { parse as parseToml, stringify as stringifyToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { detectFormat } from '../../src/readers/detect.js';
import { jsonPath, type PathElement } from '../../src/readers/json-path.js';
import { fileOf, read } from './support.js';

type Kind = 'yaml' | 'toml' | 'ini';
const HALO = { left: 64, right: 2048 };

async function valuesIn(text: string, kind: Kind, blockBytes = 64 * 1024, everyValue = false) {
  const { values, error, counts } = await read(fileOf(text), {
    format: { kind, encoding: 'utf-8' },
    blockBytes,
    halo: HALO,
    places: true,
    everyValue,
  });
  if (error !== undefined) throw error;
  expect(counts.bytesExamined).toBe(Buffer.byteLength(text));
  return values.map(({ location, text: value, names }) => ({ path: location!.jsonPath!, text: value, names: names.join('.') }));
}

/** `path text` of each value. */
async function listOf(text: string, kind: Kind, blockBytes?: number): Promise<string[]> {
  return (await valuesIn(text, kind, blockBytes)).map((value) => `${value.path} ${value.text}`);
}

/** Text by path, without blanks: a value over many lines comes line by line, or with the blanks of its lines. */
function joined(values: readonly { readonly path: string; readonly text: string }[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { path, text } of values) texts[path] = (texts[path] ?? '') + text.replace(/\\\r?\n/g, '').replace(/\s+/g, '');
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

const key = fc.oneof(
  fc.constantFrom('ssn', 'name', 'a-b', 'with space', 'ключ', 'x.y', '12', 'quo"te', "it's", 'true', 'a:b', '#no'),
  fc
    .string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab:#-?[]{}&*!|>\'"%@`,. é') })
    .filter((text) => text.trim() === text),
);
const word = fc.constantFrom(
  '536-90-4399',
  'plain',
  'two  words',
  'a: b',
  '# hash',
  '- dash',
  "it's",
  '"quoted"',
  '{ brace',
  '[x',
  'tab\tin',
  'é 小林',
  '',
  ' led',
  'back\\slash',
  '\u0007bell',
  '% a',
  '@at',
  '*star',
  '&and',
  '!bang',
  '|',
  '>',
);
const text = fc.oneof(
  word,
  fc.array(word, { minLength: 2, maxLength: 30 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('\n')),
  fc.string({ maxLength: 12 }).filter((value) => value.isWellFormed()),
);
const scalar = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(1_234_567, true, null, -12.5) });
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, scalar, tie('list'), tie('map')),
  list: fc.array(tie('node'), { maxLength: 4 }),
  map: fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
})).map;

/** What YAML's own parser finds at each path. */
function yamlTruth(source: string): { path: string; text: string }[] {
  const found: { path: string; text: string }[] = [];
  const walk = (node: unknown, path: readonly PathElement[]): void => {
    if (isMap(node))
      for (const { key: name, value } of node.items) walk(value, [...path, String(isScalar(name) ? name.value : name)]);
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    else if (isScalar(node) && node.range != null) {
      const shown = typeof node.value === 'string' ? node.value : source.slice(node.range[0], node.range[1]);
      found.push({ path: jsonPath(path), text: shown });
    }
  };
  walk(parseDocument(source, { uniqueKeys: false }).contents, []);
  return found;
}

describe('YAML', () => {
  const styles = fc.record({
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 40, 80),
    singleQuote: fc.constantFrom(true, false, null),
    defaultStringType: fc.constantFrom(
      'PLAIN',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'BLOCK_LITERAL',
      'BLOCK_FOLDED',
    ) as fc.Arbitrary<'PLAIN'>,
    defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', null) as fc.Arbitrary<'PLAIN' | null>,
    collectionStyle: fc.constantFrom('any', 'block', 'flow') as fc.Arbitrary<'any'>,
    simpleKeys: fc.constant(true),
    flowFrom: fc.integer({ min: 0, max: 5 }),
    cut: fc.constantFrom(64, 300, 64 * 1024),
  });

  it('gives the paths of its own parser, whatever is written and however', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(tree, styles, async (data, { flowFrom, cut, ...options }) => {
        const document = new Document(data);
        // Inner collections as flow ones, which JSON-like files have.
        visit(document, {
          Collection: (_key, node, path) => {
            if (path.length >= flowFrom * 2) (node as { flow?: boolean }).flow = true;
          },
        });
        const source = document.toString(options);
        const truth = yamlTruth(source);
        const values = await valuesIn(source, 'yaml', cut, true);
        const [expected, found] = [joined(truth), joined(values)];
        for (const path of Object.keys(expected))
          expect({ source, path, text: found[path] }).toEqual({ source, path, text: expected[path] });
        const extra = Object.keys(found).filter((path) => !(path in joined(yamlTruth(source))));
        expect({ source, extra }).toEqual({ source, extra: [] });
        compared += truth.length;
      }),
      { numRuns: 600, seed: 20_261 },
    );
    expect(compared).toBeGreaterThan(1500);
  }, 60_000);

  it('names what stands in documents, lists, anchors, block scalars and templates', async () => {
    const source = [
      '%YAML 1.2',
      '---',
      '# comment',
      'people: &all',
      '- name: Žofie # one',
      '  ids: [ "a, b", {ssn: 536-90-4399} ]',
      '- name: José',
      '  note: >-',
      '    first line',
      '',
      '    second: line',
      '  more: |2',
      '      indented',
      '{{- if .Values.x }}',
      'deep:',
      '    deeper: !!str &a "q\\u00e9q"',
      '    plain goes',
      '    list:',
      '    - - inner',
      '      - second',
      '    -',
      '      key: under dash',
      "'single ''quoted''': it''s",
      'alias: *all',
      'multi: one',
      '  two three',
      'multi2: "one',
      '  two"',
      'empty:',
      'last: 123456',
      '---',
      'other: document',
      '...',
      '',
    ].join('\n');
    expect(await listOf(source, 'yaml')).toEqual([
      '$.people[0].name Žofie',
      '$.people[0].ids[0] a, b',
      '$.people[0].ids[1].ssn 536-90-4399',
      '$.people[1].name José',
      '$.people[1].note first line',
      '$.people[1].note second: line',
      '$.people[1].more indented',
      '$.deep.deeper qéq',
      '$.deep.list[0][0] inner',
      '$.deep.list[0][1] second',
      '$.deep.list[1].key under dash',
      "$['single \\'quoted\\''] it''s",
      '$.multi one',
      '$.multi two three',
      '$.multi2 one\n  two',
      '$.last 123456',
      '$.other document',
    ]);
  });

  it('has the same values wherever it is cut, and goes on behind what is too long or not understood', async () => {
    const long = 'x'.repeat(5000);
    const source = [
      'a:',
      `  blob: ${long}`,
      `  quoted: "${long}\\" ${long}"`,
      `  list: [one, "${long}", two]`,
      '  ? complex',
      '  : value one',
      '  b: after',
      '\ttabbed: no path',
      '  c: [unclosed, here',
      'd: text',
      `e: ${'[ '.repeat(1500)}deep`,
      'f: end',
    ].join('\n');
    const whole = await listOf(source, 'yaml');
    expect(whole).toEqual(expect.arrayContaining(['$.a.list[0] one', '$.a.list[2] two', '$.a.b after', '$.d text', '$.f end']));
    expect(whole.join().includes('tabbed')).toBe(false);
    for (const blockBytes of [64, 100, 500, 4096]) expect(await listOf(source, 'yaml', blockBytes)).toEqual(whole);
  });

  it('has names of all keys on the path', async () => {
    const values = await valuesIn('a:\n  - b:\n      c: text\n', 'yaml');
    expect(values).toEqual([{ path: '$.a[0].b.c', text: 'text', names: 'a.b.c' }]);
  });
});

describe('TOML', () => {
  const tomlKey = key.filter((name) => name !== '');
  const tomlScalar = fc.oneof(text, fc.constantFrom(1_234_567, true, -12.5));
  const tomlTree = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tomlScalar, tie('list'), tie('map')),
    list: fc.oneof(
      fc.array(tomlScalar, { maxLength: 4 }),
      fc.array(tie('map'), { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(tomlScalar, { maxLength: 3 }), { maxLength: 2 }),
    ),
    map: fc.dictionary(tomlKey, tie('node'), { maxKeys: 4, noNullPrototype: true }),
  })).map;

  function truthOf(node: unknown, path: readonly PathElement[] = []): { path: string; text: string }[] {
    if (Array.isArray(node)) return node.flatMap((item, i) => truthOf(item, [...path, i]));
    if (typeof node === 'object' && node !== null && !(node instanceof Date))
      return Object.entries(node).flatMap(([name, value]) => truthOf(value, [...path, name]));
    return [{ path: jsonPath(path), text: String(node) }];
  }

  it('gives the paths of a parser', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(tomlTree, fc.constantFrom(64, 300, 64 * 1024), async (data, cut) => {
        const source = stringifyToml(data as Record<string, unknown>);
        const truth = truthOf(parseToml(source));
        const [expected, found] = [joined(truth), joined(await valuesIn(source, 'toml', cut, true))];
        for (const path of Object.keys(expected))
          expect({ source, path, text: found[path] }).toEqual({ source, path, text: expected[path] });
        const extra = Object.keys(found).filter((path) => !(path in joined(truth)));
        expect({ source, extra }).toEqual({ source, extra: [] });
        compared += truth.length;
      }),
      { numRuns: 500, seed: 20_262 },
    );
    expect(compared).toBeGreaterThan(1000);
  }, 60_000);

  it('names what stands in tables, lists of tables, dotted keys and strings of every kind', async () => {
    const source = [
      '# comment',
      'title = "one" # two',
      'a."b c".d = \'it\\s\'',
      'long = """',
      'first \\"line',
      'second"""',
      "raw = '''x'y'''",
      'when = 1979-05-27 07:32:00Z',
      '[server.alpha]',
      'ports = [ 8001, # comment',
      '  "80,02" ,',
      '  { host = "h1.example", inner.x = [1234] } ]',
      '[[people]]',
      'ssn = "536-90-4399"',
      '[people.address]',
      'city = "Prague"',
      '[[people.phones]]',
      'n = "+49 30 123456"',
      '[[people.phones]]',
      'n = "+49 30 654321"',
      '[[people]]',
      'ssn = "536-90-4400"',
      'broken = ',
      'also broken',
      'after = "seen"',
      '[broken',
      'lost = "no path"',
      '["quo\\"ted"]',
      'x = 3.1415',
      '',
    ].join('\r\n');
    const whole = await listOf(source, 'toml');
    expect(whole).toEqual([
      '$.title one',
      "$.a['b c'].d it\\s",
      '$.long \r\nfirst "line\r\nsecond',
      "$.raw x'y",
      '$.when 1979-05-27 07:32:00Z',
      '$.server.alpha.ports[0] 8001',
      '$.server.alpha.ports[1] 80,02',
      '$.server.alpha.ports[2].host h1.example',
      '$.server.alpha.ports[2].inner.x[0] 1234',
      '$.people[0].ssn 536-90-4399',
      '$.people[0].address.city Prague',
      '$.people[0].phones[0].n +49 30 123456',
      '$.people[0].phones[1].n +49 30 654321',
      '$.people[1].ssn 536-90-4400',
      '$.people[1].after seen',
      "$['quo\"ted'].x 3.1415",
    ]);
    for (const blockBytes of [64, 100, 500]) expect(await listOf(source, 'toml', blockBytes)).toEqual(whole);
  });

  it('goes on behind a string that is longer than what is looked at', async () => {
    const long = 'y'.repeat(5000);
    const source = `a = "${long}"\nb = """${long}\n"${long}"""\nc = [ "${long}", "two" ]\nd = "unclosed ${long}\ne = "end"\n`;
    const whole = await listOf(source, 'toml');
    expect(whole).toEqual(['$.c[1] two', '$.e end']);
    for (const blockBytes of [64, 500]) expect(await listOf(source, 'toml', blockBytes)).toEqual(whole);
  });
});

describe('INI, properties and .env', () => {
  it('are named by section and key', async () => {
    const source = [
      '; comment',
      'top = value',
      '[database "main"]',
      'password: s3cret = x',
      'export API_KEY="a\\"b c"',
      "single='quoted'",
      'continued = one \\',
      '  two = three',
      'db.user.name=Žofie',
      '[ closed',
      'lost = no path',
      '[back]',
      `long = ${'z'.repeat(5000)}`,
      'end = seen',
      '',
    ].join('\n');
    const whole = await listOf(source, 'ini');
    expect(whole).toEqual([
      '$.top value',
      '$[\'database "main"\'].password s3cret = x',
      '$[\'database "main"\'].API_KEY a"b c',
      '$[\'database "main"\'].single quoted',
      '$[\'database "main"\'].continued one \\',
      "$['database \"main\"']['db.user.name'] Žofie",
      '$.back.end seen',
    ]);
    for (const blockBytes of [64, 500]) expect(await listOf(source, 'ini', blockBytes)).toEqual(whole);
  });
});

describe('text that is no such file', () => {
  const pieces = fc.constantFrom(
    ...'abc:#-?[]{}&*!|>\'"%@=,.\\',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '\n---\n',
    '"""',
    "'''",
    '[[',
    ']]',
    '\t',
    '\r\n',
    'é',
    '536-90-4399',
    'word '.repeat(600),
    '\nkey: some value',
    '\n  - item "one"',
    "\nname = 'the value'",
    '\n[table]\n',
    '\n[[list]]\n',
    '"quoted": text,',
    '\na.b = [ "x", ',
    '\n  more: |\n    literal text\n',
  );

  it.each(['yaml', 'toml', 'ini'] as const)(
    'as %s has the same values wherever it is cut, and each once',
    async (kind) => {
      let most = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(pieces, { minLength: 10, maxLength: 80 }),
          fc.constantFrom(64, 100, 1000),
          async (list, cut) => {
            const source = list.join('');
            const of = async (blockBytes?: number) => {
              const options = {
                format: { kind, encoding: 'utf-8' },
                halo: HALO,
                places: true,
                ...(blockBytes && { blockBytes }),
              } as const;
              return (await read(fileOf(source), options)).values;
            };
            const [whole, inBlocks] = [await of(), await of(cut)];
            // Not compared as a whole: showing the difference would take minutes.
            const differs = whole.findIndex((value, at) => JSON.stringify(value) !== JSON.stringify(inBlocks[at]));
            expect([differs, inBlocks.length]).toEqual([-1, whole.length]);
            for (const [at, { start }] of whole.entries()) if (at > 0) expect(start).toBeGreaterThanOrEqual(whole[at - 1]!.end);
            most = Math.max(most, whole.length);
          },
        ),
        { numRuns: 1000, seed: 20_263 },
      );
      expect(most).toBeGreaterThan(3);
    },
    60_000,
  );
});

describe('which files are read so', () => {
  const kindOf = (text: string, path: string) => detectFormat(Buffer.from(text), true, path).kind;
  it.each([
    ['a: text\n', 'x.yaml', 'yaml'],
    ['- text\n- more\n', 'x.yml.gz', 'yaml'],
    ['a: text\n', 'x.txt', 'text'],
    ['only words\n', 'x.yaml', 'text'],
    ['{"a": 1}\n', 'x.yaml', 'json'],
    ['[a]\nb = 1\n', 'x.toml', 'toml'],
    ['[[package]]\nname = "x"\n', 'Cargo.lock', 'toml'],
    ['only words\n', 'x.toml', 'text'],
    ['[a]\nb = 1\n', 'x.ini', 'ini'],
    ['A=1\nB=2\n', 'deploy/.env.local', 'ini'],
    ['a.b=1\n# c\n', 'x.properties', 'ini'],
    ['server {\n  listen 80;\n}\nlocation / {\n}\n', 'nginx.conf', 'text'],
    ['A=1\nB=2\n', 'x.sh', 'text'],
  ])('%j as %s is %s', (text, path, kind) => expect(kindOf(text, path)).toBe(kind));
});
