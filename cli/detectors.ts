/** `clearset detectors`: what the catalogue holds, for people, for programs, and as patterns for other tools. */
import { CATALOGUE, type DetectorSheet, EXIT, type FormSpec, suggestion, UsageError } from '../src/index.js';
import type { Arguments, Command } from './command.js';
import * as flags from './flags.js';
import { print } from './print.js';

const ACTIONS = ['list', 'show'] as const;

export const detectorsCommand: Command = {
  name: 'detectors',
  usage: '[list | show ID]',
  doc: 'List the detectors, or show one in full.',
  flags: [flags.listFormat],
  operands: [...ACTIONS, ...CATALOGUE.map(({ id }) => id)],
  examples: [
    ['clearset detectors', 'list all by category'],
    ['clearset detectors show USA_SOCIAL_SECURITY_NUMBER', 'forms, keywords, severity, sources and examples of one'],
    ['clearset detectors list --format json', 'the same as data'],
  ],
  async run(given) {
    const [action = 'list', id, ...others] = given.positionals;
    if (others.length > 0) throw new UsageError(`unexpected word ${JSON.stringify(others[0])}; show takes one id`);
    if (action === 'list' && id === undefined) await print(listText(given));
    else if (action === 'show') await print(showText(given, id));
    else
      throw new UsageError(
        `unknown action ${JSON.stringify(action === 'list' ? id : action)}${suggestion(action, ACTIONS) || '; it is list, or show ID'}`,
      );
    return EXIT.clean;
  },
};

const LISTS: Readonly<Record<string, (sheets: readonly DetectorSheet[]) => string>> = {
  table: tableText,
  json: (sheets) => `${JSON.stringify(sheets.map(plainSheet), null, 2)}\n`,
  patterns: (sheets) => sheets.flatMap((sheet) => forms(sheet).map(({ pattern }) => `${sheet.id}\t${pattern}\n`)).join(''),
};

function listText(given: Arguments): string {
  return LISTS[given.text(flags.listFormat)!]!(CATALOGUE);
}

function showText(given: Arguments, id: string | undefined): string {
  if (id === undefined) throw new UsageError('show needs the id of a detector; clearset detectors lists them');
  const sheet = CATALOGUE.find((candidate) => candidate.id === id.toUpperCase());
  if (sheet === undefined) {
    const ids = CATALOGUE.map((candidate) => candidate.id);
    throw new UsageError(`unknown detector ${JSON.stringify(id)}${suggestion(id, ids) || '; clearset detectors lists them'}`);
  }
  return given.text(flags.listFormat) === 'table' ? sheetText(sheet) : LISTS[given.text(flags.listFormat)!]!([sheet]);
}

function forms(sheet: DetectorSheet): readonly FormSpec[] {
  return sheet.forms.map((form) => (typeof form === 'string' ? { pattern: form } : form));
}

function tableText(sheets: readonly DetectorSheet[]): string {
  const sorted = sheets.toSorted((a, b) => compare(a.category, b.category) || compare(a.id, b.id));
  const idWidth = Math.max(...sorted.map(({ id }) => id.length));
  const lines: string[] = [];
  let category = '';
  for (const sheet of sorted) {
    if (sheet.category !== category) lines.push(`${category === '' ? '' : '\n'}${sheet.category}`);
    category = sheet.category;
    const keyword = { required: 'needs a keyword', none: '', absent: 'only without keyword' }[sheet.keywords.mode];
    lines.push(
      `  ${sheet.id.padEnd(idWidth)}  ${sheet.countries.join(',').padEnd(3)} ${sheet.name}${keyword ? ` (${keyword})` : ''}`,
    );
  }
  return `${lines.join('\n')}\n\n${sheets.length} detectors\n`;
}

/** A sheet as data: functions are named, what is left out is filled in. */
function plainSheet(sheet: DetectorSheet): object {
  const { id, name, category, countries, regulations, severity, boundary, falseAccept, keywords, references } = sheet;
  return {
    id,
    name,
    category,
    countries,
    regulations,
    severity,
    forms: forms(sheet).map((form) => ({ ...form, validator: (form.validator ?? sheet.validator)?.name ?? null })),
    boundary,
    falseAccept,
    keywords,
    references,
  };
}

function sheetText(sheet: DetectorSheet): string {
  const severity = Object.entries(sheet.severity).map(([count, level]) => `${level} from ${count} in an item`);
  const checks = new Set(forms(sheet).flatMap(({ validator = sheet.validator }) => (validator ? [validator.name] : [])));
  const rows: [string, readonly string[]][] = [
    ['category', [[sheet.category, ...sheet.countries].join(', ')]],
    ['regulations', [sheet.regulations.join(', ') || 'none named']],
    ['severity', [severity.join(', ')]],
    ['forms', forms(sheet).map(({ pattern }) => pattern)],
    ['boundary', [sheet.boundary]],
    ['check', [checks.size > 0 ? [...checks].join(', ') : 'none beyond the form']],
    [
      'keywords',
      [
        `${sheet.keywords.mode}${sheet.keywords.words.length > 0 ? `, within ${sheet.keywords.distance ?? 30} characters in text` : ''}`,
        ...sheet.keywords.words,
      ],
    ],
    ['found', sheet.examples.match.map(exampleText)],
    ['not found', sheet.examples.noMatch.map(([example, breaks]) => `${exampleText(example)}  (${breaks})`)],
    ['sources', sheet.references],
  ];
  const lines = rows.flatMap(([label, values]) => values.map((value, i) => `${(i === 0 ? label : '').padEnd(13)}${value}`));
  return `${sheet.id}\n${sheet.name}\n\n${lines.join('\n')}\n`;
}

function exampleText(example: string | { readonly column: string; readonly cell: string }): string {
  const text = typeof example === 'string' ? example : `column ${example.column}: ${example.cell}`;
  return JSON.stringify(text).slice(1, -1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
