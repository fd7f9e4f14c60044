/** docs/detectors.md lists the catalogue as it is: made from the sheets, by `npm run golden`. */
import fs from 'node:fs';
import { expect, it } from 'vitest';
import type { DetectorSheet, FormSpec } from '../../src/detectors/define.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { macieIds } from '../../src/detectors/macie-ids.js';

const FILE = new URL('../../docs/detectors.md', import.meta.url);
const CATEGORIES = ['credentials', 'financial', 'phi', 'pii'] as const;
const macie = new Set(macieIds());

const list = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  return [line(rows[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('');
};

/** Whether a keyword must be near, for all forms or some. */
function keywordText({ forms, keywords }: DetectorSheet): string {
  const modes = new Set(forms.map((form) => (form as FormSpec).keywordMode ?? keywords.mode));
  if (modes.size > 1) return 'for some forms';
  return {
    required: 'needed',
    none: keywords.words.length > 0 ? 'helps' : 'none',
    absent: 'must be absent',
    named: 'names the column',
  }[[...modes][0]!];
}

function hasCheck({ forms, validator }: DetectorSheet): string {
  const checked = forms.filter((form) => ((form as FormSpec).validator ?? validator) !== undefined).length;
  return checked === 0 ? '' : checked === forms.length ? 'yes' : 'some forms';
}

function document(): string {
  const beyond = CATALOGUE.filter(({ id }) => !macie.has(id));
  const byCategory = CATEGORIES.map((category) => [
    category,
    ...[CATALOGUE, beyond].map((sheets) => String(sheets.filter((sheet) => sheet.category === category).length)),
  ]);
  const countries = new Map<string, { all: number; beyond: number }>();
  for (const sheet of CATALOGUE) {
    for (const country of sheet.countries.length > 0 ? sheet.countries : ['none']) {
      const counts = countries.get(country) ?? { all: 0, beyond: 0 };
      countries.set(country, counts);
      counts.all++;
      if (!macie.has(sheet.id)) counts.beyond++;
    }
  }
  const byCountry = [...countries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { all, beyond: more }]) => [code, `${all}`, `${more}`]);
  const tables = CATEGORIES.map((category) => {
    const rows = CATALOGUE.filter((sheet) => sheet.category === category)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((sheet) => [`\`${sheet.id}\``, sheet.name, sheet.countries.join(' '), keywordText(sheet), hasCheck(sheet)]);
    return `## ${category}\n\n${list([['Id', 'What', 'Country', 'Keyword', 'Check'], ...rows])}`;
  });
  return [
    '# Detectors\n\n',
    `${CATALOGUE.length} detectors. ${CATALOGUE.length - beyond.length} of the 166 managed data identifiers of Amazon Macie are there under their own ids; `,
    `${beyond.length} are beyond them. \`clearset detectors show ID\` tells all about one: forms, keywords, check, sources.\n\n`,
    `_Keyword_: whether a word must stand near a value (or name its column or field) for it to be reported. _Check_: whether more than its\n`,
    'form is proved: a check digit, a date, a number that may exist. This page is made from the sheets.\n\n',
    list([['Category', 'Detectors', 'Beyond Macie'], ...byCategory]),
    '\n',
    list([['Country', 'Detectors', 'Beyond Macie'], ...byCountry]),
    '\n',
    tables.join('\n'),
  ].join('');
}

it('docs/detectors.md is up to date', () => {
  const text = document();
  if (process.env.GOLDEN === 'write') fs.writeFileSync(FILE, text);
  expect(fs.readFileSync(FILE, 'utf8')).toBe(text);
});
