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

/** Examples of labels. */
const LABELS: readonly (readonly string[])[] = [
  ['Written so', 'Is'],
  ["`Father's Name : Ann Lee`, `- **Name:** Ann Lee`, `Név : …`", 'a label of up to 40 characters and five words, and its value'],
  ['`Surname: Lee    Given name: Ann`, `Name: … \\| Phone: …`', 'several on a line, behind two spaces, a tab, `\\|` or `;`'],
  ['`Telefon: 04636 97 33 22, Fax: 04636 97 53 26`', 'the same, the second label of up to two words'],
  ['`Tel (home): 030 1234 (after six)`', '`Tel`, and `030 1234`'],
  ['`To: Ann Lee <ann@example.org>`, `Reviewed-by: …`', 'the name before the address, as `display name`'],
  ['`TEL;type=WORK:33 55 55 97`, `N:Lee;Ann;;;`, `FN:…`, `ADR:…`', 'properties of vCard and iCalendar'],
  ['`sn: Lee`', 'an attribute of LDAP: `surname`'],
  ['`Name:`, and the value on the next line', 'the same'],
  ['`Mobile phone`, and the value on the next line', 'in files of up to 64 KiB whose lines are mostly short'],
];

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
    'fonts, programs: counted as skipped) or a problem `unsupported`, and then the scan is not complete. Where the two disagree (a `.csv` that is a\n',
    'picture, a `.png` that is text, a `.json` that is Parquet), the coverage counts it and the JSON formats name it (`misnamed`); texts of all kinds are one\n',
    'kind there, and so are pictures, sound and films.\n\n',
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
    '\n## Values with labels\n\n',
    'In plain text, Markdown, mail, PDF, RTF and Word documents a value is looked at as the whole of a field, too, where the label before it ends with\n',
    'a word for one: of names of people, addresses, phones and what else a detector finds by the name of its column. `Name`, `Nom`, `Nome` and the like\n',
    'name a person only by themselves: not `Package name`. The text itself is examined as ever, and nothing is lost; its place is a line and a\n',
    'column, as of all text: a label names no column. Plain text is what has no extension, one such as `.txt`, or that of an address book, a directory, a calendar or subtitles;\n',
    'logs, scripts and text in which more than one line of ten ends as code does are free text alone.\n\n',
    table(LABELS),
    '\nA value ends with its line, at a gap of three spaces, a tab or a bar, before the next label, with its first sentence, or before a remark in\n',
    'brackets; what is longer than 200 characters has no name. Times, URLs, addresses of machines and scopes of code are no labels, nor are words with\n',
    'more than two digits, words in capitals that begin one line after the other (`PASS: …`), and names of files in lists of changes\n',
    '(`* AUTHORS: Added …`).\n',
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
