/** What the engine derives from the catalogue's forms: none may be slow, and each has one end that passes its boundary. */
import { describe, expect, it } from 'vitest';
import { BOUNDARIES } from '../../src/core/boundary.js';
import type { DetectorSheet } from '../../src/detectors/define.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { buildAutomaton } from '../../src/engine/automaton.js';
import { compileSheets } from '../../src/engine/compile.js';
import type { CompiledForm } from '../../src/engine/form.js';
import { deriveMark } from '../../src/engine/marks.js';
import { parsePattern } from '../../src/engine/pattern.js';
import { buildShapes, isEndDetermined } from '../../src/engine/shapes.js';

const program = compileSheets(CATALOGUE);
const nameOf = (form: CompiledForm) => `${program.detectors[form.detector]!.id} form ${form.form}: ${form.pattern}`;

it('finds every form of the catalogue by a mark, so that no sheet makes RE2 search whole blocks', () => {
  expect(
    program.forms
      .all()
      .filter((form) => form.mark.kind === 'search')
      .map(nameOf),
  ).toEqual([]);
});

it('trusts word beginnings only where a value cannot begin inside a word', () => {
  const node = parsePattern(String.raw`\d{9}`);
  const table = buildAutomaton([{ node }], [[0]]);
  expect(deriveMark(node, table, BOUNDARIES.digit.left).kind).toBe('shape');
  expect(deriveMark(node, table, BOUNDARIES.none.left).kind).toBe('search');
});

it('leaves only forms with a head, open ends or a name before them, names, and what only its field names, to RE2', () => {
  const hasHead = ({ detector, form }: CompiledForm): boolean => {
    const spec = program.detectors[detector]!.forms[form]!;
    return typeof spec !== 'string' && spec.head !== undefined;
  };
  const asked = program.forms.all().filter((form) => !form.endsKnown && !form.groupEnds && !hasHead(form));
  const ids = new Set(asked.map((form) => program.detectors[form.detector]!.id));
  expect([...ids].sort()).toEqual([
    'ADDRESS',
    'AWS_CREDENTIALS',
    'AZURE_SHARED_ACCESS_KEY',
    'AZURE_STORAGE_ACCOUNT_KEY',
    'BANK_ACCOUNT_NUMBER',
    'BRAZIL_RG_NUMBER',
    'EMAIL_ADDRESS',
    'FIGMA_TOKEN',
    'GENERIC_PASSWORD',
    'GENERIC_SECRET',
    'HTTP_BASIC_AUTH_HEADER',
    'HTTP_COOKIE',
    'INTERNATIONAL_PHONE_NUMBER',
    'LATITUDE_LONGITUDE',
    'MAC_ADDRESS',
    'MEDICAL_RECORD_NUMBER',
    'NAME',
    'NPM_TOKEN',
    'SWIFT_BIC',
    'TELEGRAM_BOT_TOKEN',
    'UK_BANK_ACCOUNT_NUMBER',
    'URL_WITH_PASSWORD',
    'USA_EMPLOYER_IDENTIFICATION_NUMBER',
    'WIREGUARD_KEY',
  ]);
});

it.each([
  ['\\d{3}-\\d{2}-\\d{4}', 'digit', true],
  ['[A-Z]{2}\\d{2,6}', 'word', true],
  // The shorter number passes the boundary at the space, and so does the longer one behind it.
  ['\\d{4}(?: \\d{4})?', 'digit', false],
  ['\\d{4}[ -]?', 'digit', false],
  ['[a-z]+(?:\\.[a-z]+)*', 'mail', true],
  // A hyphen is allowed behind a word, and lets this one go on.
  ['[a-z]+(?:-[a-z]+)*', 'word', false],
] as const)('sees whether the end of %s with boundary %s is determined', (pattern, boundary, expected) => {
  expect(isEndDetermined(buildAutomaton([{ node: parsePattern(pattern) }], [[0]]), boundary)).toBe(expected);
});

describe('a form with a name before it', () => {
  const build = (before: string, boundary: 'digit' | 'none') =>
    buildShapes([{ ...CATALOGUE[0]!, forms: [{ before, pattern: '[!-~]{4,20}', boundary }] }]);

  it('is found by the name', () => {
    expect(build('requirepass ', 'none').shapes[0]!.mark.kind).toBe('literal');
    expect(build('[0-9]{4}=', 'digit').shapes[0]!.mark.kind).toBe('shape');
  });

  it('is refused where nothing marks the name, since a search would find the value without it', () => {
    expect(() => build('[a-z]{2,9}=', 'none')).toThrow('nothing marks the name before the value: [a-z]{2,9}=');
  });
});

describe('a form with a head', () => {
  const sheet = (head: string, pattern: string): DetectorSheet => ({ ...CATALOGUE[0]!, forms: [{ head, pattern }] });

  it('is looked for by all of it, and by no more', () => {
    const states = (spec: string, head?: string): number =>
      buildShapes([{ ...CATALOGUE[0]!, forms: [{ pattern: spec, ...(head !== undefined && { head }) }] }]).fit.stateCount;
    const head = String.raw`\d{3} [A-Z]{1,40} Road`;
    const behind = String.raw`, [A-Z]{40,90}`;
    expect(states(head + behind, head)).toBe(states(head, head));
    // Without it, the first bytes of so long a pattern are all that the table knows.
    expect(states(head + behind)).toBeLessThan(states(head, head));
  });

  it.each([
    [String.raw`\d{3}`, String.raw`\d{3}?x`],
    [String.raw`\d{3}x`, String.raw`\d{3}yx`],
    ['1a|1b', '1a|1bc'],
  ])('%s must begin %s', (head, pattern) => {
    expect(() => buildShapes([sheet(head, pattern)])).toThrow('the pattern does not begin with its head');
  });
});
