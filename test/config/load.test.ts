/** Configuration is found where it may be, is data only, and what is wrong with it is said without quoting it. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { configJsonSchema } from '../../src/config/schema.js';
import { folderOf } from '../cli/command.js';

const NAME = 'clearset.config.yaml';
const SECRET = 'hunter2';
const load = (folder: string, more = {}) => loadConfig({ from: folder, ...more });

describe('a configuration', () => {
  it('is found upward from the working directory, as YAML or JSON', async () => {
    for (const [name, text] of [
      [NAME, 'minConfidence: high\n'],
      ['clearset.config.yml', 'minConfidence: high\n'],
      ['clearset.config.json', '\uFEFF{"minConfidence":"high"}'],
    ] as const) {
      const folder = folderOf({ '.git/HEAD': '', [name]: text, 'a/b/x': '' });
      expect(await load(path.join(folder, 'a/b'))).toEqual({ config: { minConfidence: 'high' }, file: path.join(folder, name) });
    }
  });

  it('is not looked for above the root of the repository', async () => {
    const folder = folderOf({ [NAME]: 'minConfidence: high\n', 'repo/.git/HEAD': '', 'repo/a/x': '' });
    expect(await load(path.join(folder, 'repo/a'))).toEqual({ config: {} });
  });

  it('that lies in a target is not used, unless it is named', async () => {
    const folder = folderOf({ '.git/HEAD': '', [NAME]: 'minConfidence: high\n', 'data/x': '' });
    const file = path.join(folder, NAME);
    expect(await load(folder, { targets: ['-', folder] })).toEqual({ config: {}, ignored: file });
    fs.symlinkSync(folder, path.join(folder, 'data/link'));
    expect(await load(folder, { targets: [Buffer.from(path.join(folder, 'data/link'))] })).toEqual({ config: {}, ignored: file });
    expect(await load(folder, { targets: [path.join(folder, 'data/x'), path.join(folder, 'gone')] })).toMatchObject({ file });
    expect(await load(folder, { targets: [folder], file: NAME })).toMatchObject({ file });
  });

  it('may be empty', async () => {
    const folder = folderOf({ 'a.yaml': '', 'b.yaml': '# nothing\n', 'c.json': '{}' });
    for (const file of fs.readdirSync(folder)) expect((await load(folder, { file })).config).toEqual({});
  });

  it.each(['a.js', 'a.mjs', 'a.cjs', 'a.ts', 'a'])('is never a program: %s', async (file) => {
    const folder = folderOf({ [file]: 'globalThis.ran = true' });
    await expect(load(folder, { file })).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining('.yaml, .yml or .json'),
    });
    expect(globalThis).not.toHaveProperty('ran');
  });
});

describe('an error', () => {
  it.each([
    ['detecters: [pii]', 'unknown key "detecters"; did you mean detectors?'],
    [
      `${SECRET}: 1`,
      'unknown key "hunter2"; keys are detectors, excludeDetectors, customIdentifiers, allowLists, macieStrictness, include,',
    ],
    ['policy: {rules: [{maxOcurrences: 3}]}', 'unknown key "policy.rules[0].maxOcurrences"; did you mean maxOccurrences?'],
    ['macieStrictness: sometimes', 'macieStrictness must be true or false'],
    ['hook: {failon: high}', 'unknown key "hook.failon"; did you mean failOn?'],
    [`minConfidence: ${SECRET}`, 'minConfidence must be one of low, medium, high'],
    [`detectors: ${SECRET}`, 'detectors must be a list'],
    ['policy: {rules: [{maxShare: 2}]}', 'policy.rules[0].maxShare must be at most 1'],
    ['policy: {rules: [{maxOccurrences: 1.5}]}', 'policy.rules[0].maxOccurrences must be a whole number'],
    ['include: [""]', 'include[0] must not be empty'],
    ['customIdentifiers: [{id: abc, pattern: x}]', 'customIdentifiers[0].id must be capital letters, digits and underscores'],
    ['customIdentifiers: [{id: ABC}]', 'customIdentifiers[0].pattern must be a text'],
    [
      'customIdentifiers: [{id: ABC, pattern: x, keywords: [id]}]',
      'customIdentifiers[0].keywords[0] must have at least 3 characters',
    ],
    ['customIdentifiers: [{id: ABC, pattern: x, maximumMatchDistance: 301}]', 'maximumMatchDistance must be at most 300'],
    [
      'customIdentifiers: [{id: ABC, pattern: x, severity: {10: low}}]',
      'severity must say the severity from 1 occurrence upward',
    ],
    ['customIdentifiers: [{id: ABC, pattern: x, severity: {few: low}}]', 'severity.few must have numbers of occurrences as keys'],
    [
      `customIdentifiers: [{id: ABC, pattern: "${'x'.repeat(513)}"}]`,
      'customIdentifiers[0].pattern must have at most 512 characters',
    ],
    [`- ${SECRET}`, 'the file must be a table of keys and values'],
    [`a: [${SECRET}`, 'is not valid YAML: see line'],
    [`a: *${SECRET}`, 'is not valid YAML'],
  ])('%s', async (text, message) => {
    const folder = folderOf({ [NAME]: `${text}\n` });
    const error = await load(folder, { file: NAME }).catch((caught: Error) => caught);
    expect(error).toMatchObject({ code: 'config', exitCode: 2, message: expect.stringContaining(message) });
    // A key is named, since it is what has to be changed; values are not.
    if (!text.startsWith(SECRET)) expect((error as Error).message).not.toContain(SECRET);
  });

  it('of JSON quotes nothing either, and a file that is not there is named', async () => {
    const folder = folderOf({ 'a.json': `{"${SECRET}": }`, 'b.yaml/x': '' });
    const messageOf = (file: string) => load(folder, { file }).catch(({ message }: Error) => message);
    expect(await messageOf('a.json')).toBe('"a.json" is not valid JSON');
    expect(await messageOf('c.yaml')).toBe('"c.yaml" cannot be read: there is no such file');
    // As it was given, and whatever it is called.
    const gone = path.join(folder, '..', 'gone.txt');
    expect(await messageOf(gone)).toBe(`${JSON.stringify(gone)} cannot be read: there is no such file`);
    expect(await messageOf('b.yaml')).toBe('"b.yaml" cannot be read: it is a folder');
  });
});

it('the JSON Schema for editors is up to date', async () => {
  const file = new URL('../../schema/clearset.config.schema.json', import.meta.url);
  const text = `${JSON.stringify(await configJsonSchema(), null, 2)}\n`;
  if (process.env.GOLDEN === 'write') fs.writeFileSync(file, text);
  expect(fs.readFileSync(file, 'utf8')).toBe(text);
});
