/** Values that something beside them names, in every format that has such pairs, against a walk over the parsed document. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../bench/random.mjs';
import type { ContentFormat } from '../../src/core/format.js';
import { MOST_NAMES, type NameList, placeNames, VALUE_IS_NAME } from '../../src/core/segment.js';
import { openReader } from '../../src/readers/index.js';
import { MOST_CALLED } from '../../src/readers/name-ids.js';
import { jsonValues } from '../../src/readers/nested-json.js';
import {
  calledList,
  type Given,
  gives,
  handsOn,
  isType,
  nameIn,
  siblingKind,
  takes,
  withGiven,
} from '../../src/readers/siblings.js';
import { fileOf, makeMemory, read } from './support.js';

const JSON_FORMAT: ContentFormat = { kind: 'json', encoding: 'utf-8' };
const LINES: ContentFormat = { kind: 'jsonl', encoding: 'utf-8' };
const TABLE = (header: readonly string[]): ContentFormat => ({ kind: 'csv', encoding: 'utf-8', delimiter: 44, header });
const textFormat = (kind: 'yaml' | 'toml' | 'xml'): ContentFormat => ({ kind, encoding: 'utf-8' }) as ContentFormat;

/** The values of a text that are no keys, as `names…: text`; names that are no part of the place stand behind a bar. */
async function valuesIn(text: string, format: ContentFormat, blockBytes?: number): Promise<string[]> {
  const { values, error } = await read(fileOf(text), { format, ...(blockBytes && { blockBytes }) });
  if (error !== undefined) throw error;
  return values.filter(({ isName }) => !isName).map(({ names, place, text: value }) => `${show(names, place)}: ${value}`);
}

/** What a text says, if it may be a name. */
function readsAsName(text: string): boolean {
  const bytes = Buffer.from(text);
  return nameIn(bytes, 0, bytes.length) !== undefined;
}

function show(names: NameList, place = placeNames(names)): string {
  const aside = names.slice(place.length);
  return place.join('.') + (aside.length > 0 ? `|${aside.join('+')}` : '');
}

async function namesOf(json: string): Promise<string | undefined> {
  return (await valuesIn(json, JSON_FORMAT)).find((value) => value.endsWith(': 12345'))?.slice(0, -': 12345'.length);
}

describe('what keys say', () => {
  it.each([
    'name',
    'Key',
    'field',
    'label',
    'question',
    'ParameterKey',
    'OptionName',
    'option_name',
    'fieldLabel',
    'custom_field',
    'attribute',
  ])('%s gives a name', (key) => {
    expect([gives(siblingKind(key)), isType(siblingKind(key)), takes(siblingKind(key))]).toEqual([true, false, false]);
  });
  it.each(['type', 'system', 'documentType', 'id_type', 'code', 'id'])('%s gives no more than a type', (key) => {
    expect([gives(siblingKind(key)), isType(siblingKind(key))]).toEqual([true, true]);
  });
  it.each([
    'value',
    'Value',
    'val',
    'values',
    'answer',
    'ParameterValue',
    'stringValue',
    'valueString',
    'default',
    'number',
    'S',
    '$t',
  ])('%s takes one', (key) => {
    expect([gives(siblingKind(key)), takes(siblingKind(key))]).toEqual([false, true]);
  });
  it.each(['text', 'content', 'data'])('%s takes a name', (key) => expect(takes(siblingKind(key))).toBe(true));
  it.each([
    'api_key',
    'firstName',
    'user_name',
    'filename',
    'keys',
    'value2',
    'key1',
    'ssn',
    'amountValue',
    '',
    'unit',
    'blood_type',
    'postal code',
    'x'.repeat(40),
  ])('%s says nothing', (key) => {
    expect(siblingKind(key)).toBe(0);
  });
});

describe('what reads as a name', () => {
  it.each(['ssn', 'DB_PASSWORD', 'What is your SSN?', 'http://hl7.org/fhir/sid/us-ssn', 'パスポート番号', 'dirección', 'a/b'])(
    '%s',
    (text) => {
      expect(readsAsName(text)).toBe(true);
    },
  );
  it.each([
    '',
    'x',
    '42',
    'urn:oid:2.16.840.1.113883.4.3.25',
    'a=b',
    'x'.repeat(65),
    'one two three four five six seven',
    '{{x}}',
    'a\tb',
  ])('not %s', (text) => {
    expect(readsAsName(text)).toBe(false);
  });
});

describe('in JSON, a value has the name that its sibling gives', () => {
  it.each([
    ['{"name":"ssn","value":"12345"}', 'value|ssn'],
    ['{"name":"ssn","value":12345}', 'value|ssn'],
    ['{"name" : "ssn" ,\n "note": {"name":"x"}, "list":[{"a":1}], "value" : "12345"}', 'value|ssn'],
    ['{"type":"string","name":"ssn","value":"12345"}', 'value|string+ssn'],
    ['{"name":"ssn","type":"string","value":"12345"}', 'value|string+ssn'],
    ['{"label":"SSN","name":"field_3","value":"12345"}', 'value|SSN+field_3'],
    ['{"title":"SSN","value":"12345"}', 'value|SSN'],
    ['{"id":{"type":{"text":"Passport number"},"value":"12345"}}', 'id.value|Passport number+id'],
    [
      '{"type":{"text":"Passport"},"system":"http://hl7.org/fhir/sid/x","value":"12345"}',
      'value|http://hl7.org/fhir/sid/x+Passport',
    ],
    ['{"parameter":{"name":"ssn","value":"12345"}}', 'parameter.value|ssn'],
    ['{"attribute":{"id":"a","name":"ssn"},"value":"12345"}', 'value|ssn'],
    ['{"name":"ssn","values":["12345"]}', 'values|ssn'],
    ['{"key":"ssn","value":{"stringValue":"12345"}}', 'value.stringValue|ssn'],
    ['{"text":"What is your SSN?","answer":[{"valueString":"12345"}]}', 'answer.valueString|What is your SSN?'],
    ['{"name":"a","value":{"name":"ssn","value":"12345"}}', 'value.value|ssn'],
    ['{"q":"\\u00e9","question":"\\u00bfCu\\u00e1l es su n\\u00famero?","answer":"12345"}', 'answer|¿Cuál es su número?'],
    ['{"system":"http:\\/\\/hl7.org\\/us-ssn","value":"12345"}', 'value|http://hl7.org/us-ssn'],
    // The key says nothing: what holds it names the value.
    ['{"password":{"type":"string","value":"12345"}}', 'password.value|string+password'],
    ['{"ssn":{"S":"12345"}}', 'ssn.S|ssn'],
    ['{"phones":[{"number":"12345"}]}', 'phones.number|phones'],
    ['{"attributes":{"id":"deploy","secret":"12345"}}', 'attributes.secret'],
    // Only names that are worth it, and only to the keys that take them.
    ['{"name":"ssn","code2":"12345"}', 'code2'],
    ['{"type":"ssn","text":"12345"}', 'text'],
    ['{"title":"ssn","content":"12345"}', 'content'],
    ['{"name":"ssn","data":{"amount":"12345"}}', 'data.amount'],
    ['{"name":"ssn","value":{"amount":"12345"}}', 'value.amount'],
    ['{"name":"4111 1111 1111","value":"12345"}', 'value'],
    ['{"name":"a name of far too many words to be one","value":"12345"}', 'value'],
    ['{"name":["ssn"],"value":"12345"}', 'value'],
    ['[{"name":"ssn"},{"value":"12345"}]', 'value'],
    ['{"a":{"name":"ssn"},"value":"12345"}', 'value'],
    // Behind the value it would have to be known before: it is not looked for.
    ['{"value":"12345","name":"ssn"}', 'value'],
  ])('%s', async (json, names) => {
    expect(await namesOf(json)).toBe(names);
  });

  it('in lines as well, each for itself, also behind one that is damaged', async () => {
    const text =
      '{"name":"ssn"}\n{"value":"12345"}\n{"name":"ssn","value":"12345"}\n{"name":"ssn","x\n"value":"12345"}\n{"key":"born","value":"12345"}\n';
    const values = (await valuesIn(text, LINES)).filter((value) => value.endsWith(': 12345'));
    expect(values).toEqual(['value: 12345', 'value|ssn: 12345', 'value|born: 12345']);
  });

  it('to a depth of 64, and deeper it does no harm', async () => {
    const nested = (depth: number): string => `${'{"a":'.repeat(depth)}{"name":"ssn","value":"12345"}${'}'.repeat(depth)}`;
    expect(await namesOf(nested(63))).toMatch(/\.value\|ssn$/);
    expect(await namesOf(nested(64))).toMatch(/\.value\|a$/);
    expect(await namesOf(nested(2000))).toBeDefined();
  });

  it('in JSON that stands in a value', () => {
    const text = Buffer.from('{"name":"ssn","value":"12345"}');
    expect(jsonValues(text)!.map(({ names }) => show(names))).toContain('value|ssn');
  });

  it('in JSON that stands in a value, whatever stood in those before', () => {
    for (const count of [200, 240, 1100, 250, 1300]) {
      const values = Array.from({ length: count }, (_, i) => ({ name: `name_${letters(count + i)}`, value: '12345' }));
      const found = jsonValues(Buffer.from(JSON.stringify(values)))!.filter(({ names }) => names.length === 2);
      expect(found.map(({ names }) => names[1])).toEqual(values.map(({ name }) => name));
    }
  });

  it('of as many names as come, all of them, though ids begin anew where there is no room for more', async () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `{"p${i % 7}":{"name":"name_${letters(i)}","value":"12345"}}\n`).join(
      '',
    );
    const { names, ids, meanings } = await calledIn(text, LINES, 512 * 1024);
    expect(names).toEqual(Array.from({ length: 40_000 }, (_, i) => `p${i % 7}.value|name_${letters(i)}`));
    expect(Math.max(...ids)).toBeLessThan(MOST_NAMES);
    expect(meanings).toBeGreaterThan(2);
  });

  it('where ids begin anew in the middle of a document, and of a value', async () => {
    const many = (prefix: string) =>
      Array.from({ length: 3000 }, (_, i) => `"${prefix}${i}":{"name":"name_${letters(i)}","value":${10_000 + i}}`);
    const text = `{"deep":[{"type":{"text":"Passport number"},"before":{${many('a')}},"value":"12345","list":[0,{${many('b')}}]}]}`;
    const { names, meanings } = await calledIn(text, JSON_FORMAT, 512 * 1024);
    expect(meanings).toBeGreaterThan(1);
    expect(names.filter((name) => name.startsWith('deep.value'))).toEqual(['deep.value|Passport number+deep']);
    expect(names.filter((name) => name.startsWith('deep.list.b'))).toEqual(
      Array.from({ length: 3000 }, (_, i) => `deep.list.b${i}.value|name_${letters(i)}`),
    );
  });

  it('in cells as well', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `name_${letters(i)},${10_000 + i}\n`).join('');
    const { names, meanings } = await calledIn(`setting,value\n${rows}`, TABLE(['setting', 'value']));
    expect(names.filter((name) => name.startsWith('value'))).toEqual(
      Array.from({ length: 100_000 }, (_, i) => `value|name_${letters(i)}`),
    );
    expect(meanings).toBeGreaterThan(2);
  });
});

/** What the values of a text are called, in order: of those that are no keys, with a place that ends with `value`. */
async function calledIn(text: string, format: ContentFormat, tableBytes?: number) {
  const memory = makeMemory(undefined, tableBytes);
  const reader = await openReader(format);
  const counts = { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
  const names: string[] = [];
  const ids = new Set<number>();
  const meanings = new Set<unknown>();
  for await (const part of reader({ source: fileOf(text), format, memory, halo: { left: 64, right: 96 }, counts })) {
    const segment = part.named ?? part;
    if (segment.values === undefined) continue;
    const { names: table, flags, count } = segment.values;
    meanings.add(segment.names);
    for (let i = 0; i < count; i++) {
      ids.add(table[i]!);
      const list = segment.names!(table[i]!);
      if ((flags[i]! & VALUE_IS_NAME) === 0 && placeNames(list).at(-1) === 'value') names.push(show(list));
    }
  }
  return { names, ids, meanings: meanings.size };
}

/** A number in letters: digits would make it data. */
function letters(number: number): string {
  return number.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
}

/** The values of a parsed document in the order of its text, with what siblings call them. */
function walk(value: unknown, path: readonly string[], given: Given | undefined, found: string[]): void {
  const kind = siblingKind(path.at(-1) ?? '');
  if (Array.isArray(value)) for (const item of value) walk(item, path, handsOn(kind) ? given : undefined, found);
  else if (value !== null && typeof value === 'object')
    walkObject({ members: value, path, above: handsOn(kind) ? given : undefined }, found);
  else found.push(`${show(calledList(path, kind, takes(kind) ? given : undefined))}: ${String(value)}`);
}

interface Walked {
  readonly members: object;
  readonly path: readonly string[];
  readonly above: Given | undefined;
}

/** The texts by which the object names those beside it are returned. */
function walkObject({ members, path, above }: Walked, found: string[]): string[] {
  let own: Given | undefined;
  const said: string[] = [];
  for (const [key, member] of Object.entries(members)) {
    const kind = siblingKind(key);
    if (typeof member === 'string' && gives(kind) && readsAsName(member)) {
      own = withGiven(own, kind, member);
      if (!isType(kind)) said.push(member);
    }
    if (member !== null && typeof member === 'object' && !Array.isArray(member)) {
      const inner = [...path, key];
      const fromBelow = walkObject({ members: member, path: inner, above: handsOn(kind) ? (own ?? above) : undefined }, found);
      if (gives(kind)) for (const text of fromBelow) own = withGiven(own, kind, text);
    } else walk(member, [...path, key], own ?? above, found);
  }
  return said;
}

const key = fc.constantFrom(
  'name',
  'key',
  'label',
  'title',
  'type',
  'system',
  'value',
  'values',
  'answer',
  'text',
  'number',
  'S',
  '$t',
  '#text',
  '@value',
  'value2',
  'other',
  'note',
);
const string = fc.constantFrom(
  'ssn',
  'DB_PASSWORD',
  'What is it?',
  'naïve name',
  'x',
  '1234 5678',
  'a=b',
  'long '.repeat(30),
  'text-of-it',
);
const { value: tree } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 5, arbitrary: string },
    { weight: 1, arbitrary: fc.constantFrom(123456, -77.125) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 5, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true }) },
  ),
}));
const isLong = (value: string): boolean => value.slice(value.indexOf(': ') + 2).length >= 3;

describe('whatever the document and the blocks', () => {
  it('JSON gives the names of the walk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { maxLength: 6 }),
        fc.constantFrom('', ' ', '\n  '),
        fc.integer({ min: 256, max: 800 }),
        async (documents, space, blockBytes) => {
          const want: string[] = [];
          walk(documents, [], undefined, want);
          expect(await valuesIn(JSON.stringify(documents, null, space), JSON_FORMAT, blockBytes)).toEqual(want.filter(isLong));
        },
      ),
      { numRuns: 1000 },
    );
  });

  const random = new Random('siblings');
  const NAMES = ['ssn', 'DB_PASSWORD', 'Date of birth', 'user', 'a=b', 'Passport number'];
  const pairs = Array.from({ length: 30 }, () => [random.pick(NAMES), String(random.int(1e9))] as const);
  const FILES: readonly (readonly [string, string, ContentFormat])[] = [
    [
      'JSON',
      JSON.stringify(
        pairs.map(([name, value]) => ({ name, type: { text: 'word' }, note: [{ x: 1 }], value })),
        null,
        1,
      ),
      JSON_FORMAT,
    ],
    ['JSON lines', pairs.map(([name, value]) => `{"a":[{"name":"${name}","value":"${value}"}]}\n`).join(''), LINES],
    [
      'YAML',
      pairs.map(([name, value]) => `- name: ${name}\n  type:\n    text: word\n  value: "${value}"\n`).join(''),
      textFormat('yaml'),
    ],
    ['TOML', pairs.map(([name, value]) => `[[env]]\nname = "${name}"\nvalue = "${value}"\n`).join(''), textFormat('toml')],
    [
      'XML',
      `<r>${pairs.map(([name, value]) => `<p><name>${name}</name>\n<value>${value}</value></p>\n`).join('')}</r>`,
      textFormat('xml'),
    ],
    [
      'CSV',
      `name,note,value\n${pairs.map(([name, value]) => `${name},"x\ny",${value}\n`).join('')}`,
      TABLE(['name', 'note', 'value']),
    ],
    [
      'CSV with empty cells',
      `name,note,value\n${pairs.map(([name, value], i) => `${i % 3 ? name : ''},,${i % 2 ? value : ''}\n`).join('')}`,
      TABLE(['name', 'note', 'value']),
    ],
  ];
  it.each(FILES)('%s gives the same names in blocks of every size', async (_, text, format) => {
    const whole = await valuesIn(text, format);
    expect(whole.filter((value) => value.includes('|')).length).toBeGreaterThan(4);
    for (let blockBytes = 256; blockBytes < 456; blockBytes++)
      expect(await valuesIn(text, format, blockBytes), `${blockBytes}`).toEqual(whole);
  });

  it('JSON gives the same names wherever a block ends between two siblings', async () => {
    const pair = '{"name":"ssn","note":"some text","value":"12345"}';
    for (let before = 0; before < 80; before++) {
      const text = `["${'x'.repeat(200 + before)}",${pair},${pair}]`;
      const values = (await valuesIn(text, JSON_FORMAT, 256)).filter((value) => value.endsWith('12345'));
      expect(values, `${before}`).toEqual(['value|ssn: 12345', 'value|ssn: 12345']);
    }
  });
});

describe('in other formats', () => {
  const called = async (text: string, format: ContentFormat): Promise<string[]> =>
    (await valuesIn(text, format)).filter((value) => value.endsWith('12345')).map((value) => value.replace(/:\s*12345$/, ''));

  it.each([
    ['- name: ssn\n  value: 12345\n', ['value|ssn']],
    ['- name: "ssn"\n  type: string\n  value: "12345"\n- value: 12345\n', ['value|string+ssn', 'value']],
    ['a:\n  - {name: ssn, value: 12345}\n  - {name: x}\n  - {value: 12345}\n', ['a.value|ssn', 'a.value|a']],
    ['type:\n  text: Passport number\nvalue: 12345\n', ['value|Passport number']],
    ['name: ssn\nvalues:\n  - 12345\n  - 12345\n', ['values|ssn', 'values|ssn']],
    ['key: ssn\nvalue:\n  stringValue: 12345\n', ['value.stringValue|ssn']],
    ['password:\n  value: 12345\n', ['password.value|password']],
    ['name: ssn\nvalue: |\n  12345\n', ['value|ssn']],
    ['name: ssn\n---\nvalue: 12345\n', ['value']],
    ['a:\n  name: ssn\nvalue: 12345\n', ['value']],
    ['value: 12345\nname: ssn\n', ['value']],
    ['a:\n  name: ssn\nb:\n  value: 12345\n', ['b.value|b']],
  ])('YAML: %j', async (text, names) => {
    expect(await called(text, textFormat('yaml'))).toEqual(names);
  });

  it.each([
    ['<r><p><name>ssn</name><value>12345</value></p><p><value>12345</value></p></r>', ['r.p.value|ssn', 'r.p.value|p']],
    ['<r><Tag Key="ssn" Value="12345"/><Tag Value="12345" Key="ssn"/></r>', ['r.Tag.Value|ssn', 'r.Tag.Value|ssn']],
    [
      '<id><type><text value="Passport"/></type><system value="urn:x"/><value value="12345"/></id>',
      ['id.value.value|urn:x+Passport'],
    ],
    [
      '<dict><key>ssn</key><string>12345</string><key>user</key><string>12345</string></dict>',
      ['dict.string|ssn', 'dict.string|user'],
    ],
    ['<dict><key>a</key><dict><string>12345</string></dict></dict>', ['dict.dict.string']],
    ['<r><ssn><value>12345</value></ssn></r>', ['r.ssn.value|ssn']],
    ['<property name="ssn" value="12345"/>', ['property.ssn']],
    ['<property name="ssn"><value>12345</value></property>', ['property.ssn.value|ssn']],
    ['<r><a><name>ssn</name></a><b><value>12345</value></b></r>', ['r.b.value|b']],
  ])('XML: %s', async (text, names) => {
    expect(await called(text, textFormat('xml'))).toEqual(names);
  });

  it.each([
    ['setting,value', 'ssn,12345\nuser,12345\n', ['value|ssn', 'value|user']],
    ['id,question,note,answer', '1,What is it?,,12345\n2,,,12345\n', ['answer|What is it?', 'answer']],
    ['key,value', 'ssn,\n,12345\n', ['value']],
    // Cells of two letters are not listed: those behind them have no other name.
    ['key,value', 'ssn,1\nid,12345\n', ['value']],
    ['value,key', '12345,ssn\n12345,ssn\n', ['value', 'value']],
    ['type,value', 'ssn,12345\n', ['value']],
    ['label,text', 'ssn,12345\n', ['text']],
    ['label,name,value', 'SSN,field_3,12345\n,ssn,12345\nS\0N,ssn,12345\n', ['value|SSN+field_3', 'value|ssn', 'value|ssn']],
    ['product_key,value', 'ssn,12345\n', ['value']],
  ])('CSV: %s', async (header, rows, names) => {
    expect(await called(`${header}\n${rows}`, TABLE(header.split(',')))).toEqual(names);
  });

  it('CSV: a row ends in a block in which no cell is long enough to be listed', async () => {
    const short = ',1'.repeat(400);
    const header = ['name', ...Array.from({ length: 400 }, (_, i) => `c${i}`), 'value'];
    const text = `${header.join()}\nssn${short},\n${short},12345\nssn${short},12345\n`;
    for (const blockBytes of [256, 300, 4096]) {
      const values = (await valuesIn(text, TABLE(header), blockBytes)).filter((value) => value.endsWith('12345'));
      expect(values).toEqual(['value: 12345', 'value|ssn: 12345']);
    }
  });

  it.each([
    ['YAML', textFormat('yaml'), ['', ''], (name: string) => `- name: ${name}\n  value: 12345\n`],
    ['XML', textFormat('xml'), ['<r>', '</r>'], (name: string) => `<p><name>${name}</name><value>12345</value></p>\n`],
  ] as const)('%s: of more names than any settings have, the first ones', async (_, format, [begin, end], item) => {
    const names = Array.from({ length: MOST_CALLED + 500 }, (_, i) => `name_${letters(i)}`);
    const values = await valuesIn(begin + [...names, names[0]!].map(item).join('') + end, format);
    const called = values.filter((value) => value.endsWith(': 12345') && value.includes('|name_'));
    expect(called).toHaveLength(MOST_CALLED + 1);
    expect(called.at(-1)).toContain(names[0]);
  });
});
