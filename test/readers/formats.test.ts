/** docs/formats.md lists the formats as they are: made from the table of readers, by `npm run golden`. */
import fs from 'node:fs';
import { expect, it } from 'vitest';
import { ARCHIVES } from '../../src/readers/archives/formats.js';
import { CODECS } from '../../src/readers/compressed/codecs.js';
import { FORMATS } from '../../src/readers/formats.js';
import { MOST_CALLED } from '../../src/readers/name-ids.js';
import { SIBLING_KEYS } from '../../src/readers/siblings.js';

const FILE = new URL('../../docs/formats.md', import.meta.url);

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  return [line(rows[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('');
};

const keys = (words: string): string =>
  words
    .split(' ')
    .map((word) => `\`${word}\``)
    .join(' ');

function document(): string {
  const rows = FORMATS.map(({ name, extensions, read, place, limits }) => [
    name,
    extensions.map((extension) => `.${extension}`).join(' '),
    read,
    place,
    limits,
  ]);
  const packed = [
    ...CODECS.map((codec) => ({ ...codec, read: 'what is inside, up to where it is damaged or ends' })),
    ...ARCHIVES.map((archive) => ({ ...archive, read: 'each member as what it is, as `outer!inner`' })),
  ].map(({ label, extensions, read, limits }) => [label, extensions.map((extension) => `.${extension}`).join(' '), read, limits]);
  const damaged = [
    ...ARCHIVES.map(({ label, damaged: what }) => [label, what]),
    ...FORMATS.flatMap(({ name, damaged: what }) => (what === undefined ? [] : [[name, what]])),
  ];
  return [
    '# Formats\n\n',
    'What a file is, is decided by its bytes first and by its name second. What is not listed here is either left out by intent (media,\n',
    'fonts, programs: counted as skipped) or a problem `unsupported`, and then the scan is not complete.\n\n',
    table([['Format', 'Extensions', 'What is read', 'Place', 'Limits'], ...rows]),
    '\n## Values that something beside them names\n\n',
    'In JSON, YAML, TOML, INI and XML, and in cells and texts that are JSON, a member of an object may say what the value behind it is called:\n',
    '`{"name": "DB_PASSWORD", "value": "…"}`, `{"question": "What is your SSN?", "answer": "…"}`, `{"type": {"text": "Passport number"}, "value": "…"}`.\n',
    'Detectors take that as a name of the value; columns and `jsonPath` stay what they are. Where nothing beside it is a name, what holds the\n',
    'value names it: `{"db_password": {"value": "…"}}`, and in JSON of DynamoDB `{"ssn": {"S": "…"}}`.\n\n',
    table([
      ['Keys', 'What they are'],
      [
        keys(SIBLING_KEYS.names),
        'names; also behind one another (`ParameterKey`, `option_name`), but not `api_key` or `user_name`',
      ],
      [keys(SIBLING_KEYS.titles), 'names of values, but not of numbers and texts'],
      [keys(SIBLING_KEYS.types), 'types, for values and numbers; also `documentType`, `id_type`'],
      [keys(SIBLING_KEYS.values), 'values; also `ParameterValue`, `stringValue`, lists, and objects with such keys in them'],
      [keys(SIBLING_KEYS.numbers), 'numbers'],
      [keys(SIBLING_KEYS.texts), 'texts'],
    ]),
    '\nA name stands before its value, has letters, and no more than 64 characters, six digits and five spaces; what stands behind its value names\n',
    `nothing, in XML attributes excepted. In YAML, TOML, INI and XML the first ${MOST_CALLED.toLocaleString('en-US')} different names of one path count: more are data. In CSV\n`,
    'a column of names or titles names the cells of columns of values behind it, and in SQL a column such as `option_name` those of `option_value`.\n',
    '\n## Compression and archives\n\n',
    'One in the other to any depth up to eight levels. How much may come out of one file is limited, see [Configuration](configuration.md).\n\n',
    table([['Format', 'Extensions', 'What is read', 'Limits'], ...packed]),
    '\n## Damaged files\n\n',
    'What is cut or damaged is a problem `malformed`, and what lies before the damage is examined. It is otherwise with formats that have their table of\n',
    'contents at the end, and with those whose parts do not need each other:\n\n',
    table([['Format', 'What is read of a damaged file'], ...damaged]),
  ].join('');
}

it('docs/formats.md is what the readers say of themselves', () => {
  if (process.env['GOLDEN'] === 'write') fs.writeFileSync(FILE, document());
  expect(fs.readFileSync(FILE, 'utf8')).toBe(document());
});

it('each format has one entry, which loads', async () => {
  expect(new Set(FORMATS.map(({ kind }) => kind)).size).toBe(FORMATS.length);
  for (const { load } of FORMATS) expect(typeof (await load())).toBe('function');
});
