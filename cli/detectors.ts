/** `clearset detectors`: what the catalogue holds, for people, for programs, and as patterns for other tools. */
import {
  CATALOGUE,
  type Confidence,
  type Config,
  catalogueWith,
  type DetectorSheet,
  EXIT,
  type FormSpec,
  suggestion,
  tryText,
  UsageError,
} from '../src/index.js';
import type { Arguments, Command } from './command.js';
import { readConfig } from './config.js';
import * as flags from './flags.js';
import { print } from './print.js';
import { regexChoice } from './regex.js';
import { readReveal } from './scan.js';
import { overviewText, stepsText } from './trial-text.js';
import { readWanted } from './wanted.js';

const ACTIONS = ['list', 'show', 'test'] as const;

export const detectorsCommand: Command = {
  name: 'detectors',
  usage: '[list | show ID | test [ID] TEXT]',
  doc: 'List the detectors, show one in full, or try them on a text.',
  flags: [
    flags.listFormat,
    flags.column,
    flags.detectors,
    flags.excludeDetectors,
    flags.macieStrictness,
    flags.minConfidence,
    flags.preview,
    flags.reveal,
    flags.config,
  ],
  operands: [...ACTIONS, ...CATALOGUE.map(({ id }) => id)],
  examples: [
    ['clearset detectors', 'list all by category'],
    ['clearset detectors show USA_SOCIAL_SECURITY_NUMBER', 'forms, keywords, severity, sources and examples of one'],
    ['clearset detectors list --format json', 'the same as data'],
    ["clearset detectors test USA_SOCIAL_SECURITY_NUMBER 'SSN: 666-12-3456'", 'where it matches, and why it is found or is not'],
    ['clearset detectors test - --column id < cell.txt', 'all detectors, on standard input, as a cell below a header'],
  ],
  notes:
    'test takes a text of at most 64 KiB, or - for standard input. The identifiers of a configuration are listed, shown and tried\nlike the others.',
  async run(given) {
    const [action = 'list', ...words] = given.positionals;
    const config = await readConfig(given, []);
    const catalogue = catalogueWith(config.customIdentifiers ?? []);
    if (action === 'list' && words.length === 0) await print(listText(given, catalogue));
    else if (action === 'show') await print(showText(given, catalogue, words));
    else if (action === 'test') await print(await testText(given, config, catalogue, words));
    else
      throw new UsageError(
        `unknown action ${JSON.stringify(action === 'list' ? words[0] : action)}${suggestion(action, ACTIONS) || '; it is list, show ID, or test TEXT'}`,
      );
    return EXIT.clean;
  },
};

const LISTS: Readonly<Record<string, (sheets: readonly DetectorSheet[]) => string>> = {
  table: tableText,
  json: (sheets) => `${JSON.stringify(sheets.map(plainSheet), null, 2)}\n`,
  patterns: (sheets) => sheets.flatMap((sheet) => forms(sheet).map(({ pattern }) => `${sheet.id}\t${pattern}\n`)).join(''),
};

function listText(given: Arguments, catalogue: readonly DetectorSheet[]): string {
  return LISTS[given.text(flags.listFormat)!]!(catalogue);
}

function showText(given: Arguments, catalogue: readonly DetectorSheet[], [id, ...others]: readonly string[]): string {
  if (others.length > 0) throw new UsageError(`unexpected word ${JSON.stringify(others[0])}; show takes one id`);
  if (id === undefined) throw new UsageError('show needs the id of a detector; clearset detectors lists them');
  const sheet = sheetCalled(id, catalogue);
  return given.text(flags.listFormat) === 'table' ? sheetText(sheet) : LISTS[given.text(flags.listFormat)!]!([sheet]);
}

/** @throws UsageError */
function sheetCalled(id: string, catalogue: readonly DetectorSheet[]): DetectorSheet {
  const sheet = catalogue.find((candidate) => candidate.id === id.toUpperCase());
  if (sheet !== undefined) return sheet;
  const ids = catalogue.map((candidate) => candidate.id);
  throw new UsageError(`unknown detector ${JSON.stringify(id)}${suggestion(id, ids) || '; clearset detectors lists them'}`);
}

async function testText(
  given: Arguments,
  config: Config,
  catalogue: readonly DetectorSheet[],
  words: readonly string[],
): Promise<string> {
  if (words.length === 0)
    throw new UsageError('test needs a text, or - for standard input; the id of one detector may stand in front');
  if (words.length > 2) throw new UsageError(`unexpected word ${JSON.stringify(words[2])}; put the text in quotes`);
  if (words.length === 1 && catalogue.some((sheet) => sheet.id === words[0]))
    throw new UsageError(`test needs a text behind ${words[0]}, or - for standard input`);
  const id = words.length === 2 ? sheetCalled(words[0]!, catalogue).id : undefined;
  const text = words.at(-1)!;
  const column = given.text(flags.column);
  const trial = await tryText({
    text: text === '-' ? Buffer.concat(await process.stdin.toArray()).toString() : text,
    ...(column !== undefined && { names: [column] }),
    ...readWanted(given, config),
    minConfidence: (given.list(flags.minConfidence)[0] ?? config.minConfidence ?? flags.minConfidence.default) as Confidence,
    preview: given.text(flags.preview) as 'shape' | 'last4',
    reveal: readReveal(given.text(flags.reveal)),
    regex: regexChoice(process.env),
  });
  if (id === undefined) return overviewText(trial);
  if (!trial.detectors.some((sheet) => sheet.id === id)) throw new UsageError(`${id} is not among the detectors that were named`);
  return stepsText(id, trial);
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
    ['forms', forms(sheet).map(({ before, pattern }) => (before === undefined ? pattern : `${before} and then ${pattern}`))],
    ['boundary', [sheet.boundary]],
    ['check', [checks.size > 0 ? [...checks].join(', ') : 'none beyond the form']],
    ...(sheet.custom === undefined ? [] : [['searched', ['by RE2 in all of a text: it is in no table']] as [string, string[]]]),
    ['keywords', keywordRows(sheet)],
    ['found', sheet.examples.match.map(exampleText)],
    ['not found', sheet.examples.noMatch.map(([example, breaks]) => `${exampleText(example)}  (${breaks})`)],
    ['sources', sheet.references],
  ];
  const lines = rows.flatMap(([label, values]) => values.map((value, i) => `${(i === 0 ? label : '').padEnd(13)}${value}`));
  return `${sheet.id}\n${sheet.name}\n\n${lines.join('\n')}\n`;
}

function keywordRows({ keywords, custom }: DetectorSheet): readonly string[] {
  if (custom !== undefined) {
    const rule = `one in front, at most ${custom.distance} characters from its end to the value's end`;
    return custom.keywords.length === 0 ? ['none needed'] : [rule, ...custom.keywords];
  }
  const within = keywords.words.length > 0 ? `, within ${keywords.distance ?? 30} characters in text` : '';
  return [`${keywords.mode}${within}`, ...keywords.words];
}

function exampleText(example: string | { readonly column: string; readonly cell: string }): string {
  const text = typeof example === 'string' ? example : `column ${example.column}: ${example.cell}`;
  return JSON.stringify(text).slice(1, -1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
