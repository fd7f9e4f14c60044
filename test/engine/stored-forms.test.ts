// What the build keeps of forms, shapes and keywords is what their sheets say: forms put together from columns are those that are made
// of sheets.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { compileSheets, programOf } from '../../src/engine/compile.js';
import { checksOf } from '../../src/engine/form.js';
import { unplacedForms } from '../../src/engine/form-list.js';
import { KeywordOwners } from '../../src/engine/keyword-owners.js';
import { NumberLists, shorts } from '../../src/engine/number-lists.js';
import { loadTables } from '../../src/engine/precompiled.js';
import { columnBytes, restoreColumns, storeColumns } from '../../src/engine/stored-columns.js';
import { StoredForms, storeForms } from '../../src/engine/stored-forms.js';
import { sheet, sumOfTen } from './sheets.js';

const program = compileSheets(CATALOGUE);
const forms = program.forms.all();

describe('the forms of the catalogue', () => {
  const { shapes } = program.shapes;
  const { table, bytes } = storeColumns(storeForms(shapes, forms));
  const front = Buffer.alloc(8 + bytes.length);
  front.set(bytes, 8);
  const stored = new StoredForms(restoreColumns(table, front, 8), (shape) => shapes[shape]!.mark);

  it('come out of columns as they went in', () => {
    expect(stored.count).toBe(forms.length);
    expect(forms.length).toBeGreaterThan(1000);
    forms.forEach((form, index) => {
      const { checks: _checks, ...plain } = stored.form(index);
      const { checks: _ofSheet, ...expected } = form;
      expect(plain).toStrictEqual(expected);
    });
  });

  it('have one layout, wherever they come from', () => {
    const fields = Object.keys(forms[0]!);
    expect(Object.keys(stored.form(0))).toEqual(fields);
    const own = sheet('OWN', { forms: ['[a-z]{3}'], custom: { keywords: [], ignoreWords: [], distance: 50 } });
    const withOwn = compileSheets([...CATALOGUE, own]);
    expect(Object.keys(withOwn.forms.at(withOwn.forms.length - 1))).toEqual(fields);
  });

  it('are checked by what their sheet names', () => {
    for (const form of forms) {
      const { forms: specs, validator, reserved } = CATALOGUE[form.detector]!;
      const spec = specs[form.form]!;
      const own = typeof spec === 'string' ? undefined : spec.validator;
      expect(checksOf(form, CATALOGUE)).toEqual({ validator: own ?? validator, reserved });
      expect([form.hasValidator, form.hasReserved]).toEqual([(own ?? validator) !== undefined, reserved !== undefined]);
    }
  });

  it('are summed up as they are', () => {
    expect(program.unplaced).toEqual(unplacedForms(forms));
    expect(program.unplaced.searched).toEqual([]);
    expect([program.unplaced.named.length, program.unplaced.listed.length].every((count) => count > 5)).toBe(true);
    expect(program.longest).toBe(Math.max(...forms.map(({ longest }) => longest)));
  });

  it('are believed unseen only of what is packed', () => {
    expect(loadTables(CATALOGUE)).not.toHaveProperty('known');
  });
});

it('a program asks what is known of its sheets, and makes a form when it is asked for', () => {
  const sheets = [sheet('A', { forms: [String.raw`\d{7}`, String.raw`\d{9}`], validator: sumOfTen })];
  const whole = compileSheets(sheets);
  const asked: number[] = [];
  const lazy = programOf(sheets, {
    shapes: whole.shapes,
    keywords: whole.keywords,
    known: {
      ...{ unplaced: whole.unplaced, longest: whole.longest, reach: whole.reach, count: whole.forms.length },
      form: (index) => {
        asked.push(index);
        return whole.forms.at(index);
      },
    },
  });
  expect([lazy.forms.length, asked]).toEqual([2, []]);
  expect([lazy.forms.at(1), lazy.forms.at(1)]).toEqual([whole.forms.at(1), whole.forms.at(1)]);
  expect(asked).toEqual([1]);
  expect(() => lazy.forms.at(2)).toThrow(RangeError);
});

it('owners of keywords come out of lists of numbers as the sheets have them', () => {
  const { lists } = program.keywords.owners;
  const copy = new KeywordOwners(new NumberLists({ starts: lists.columns.starts, members: lists.columns.members }));
  let owners = 0;
  for (let keyword = 0; keyword < program.keywords.letters.length; keyword++) {
    for (const owner of copy.of(keyword)) {
      const { words } = CATALOGUE[owner.detector]!.keywords;
      expect(program.keywords.index.get(words[owner.index]!)).toBe(keyword);
      // The first spelling in the sheet stands for all that are the same keyword.
      expect(words.findIndex((word) => program.keywords.index.get(word) === keyword)).toBe(owner.index);
      expect(program.keywords.textOf(owner)).toBe(words[owner.index]);
      owners++;
    }
  }
  const listed = CATALOGUE.map(({ keywords }) => new Set(keywords.words.map((word) => program.keywords.index.get(word))).size);
  expect(owners).toBe(listed.reduce((sum, count) => sum + count, 0));
});

describe('columns', () => {
  it('begin where their numbers may, and come out as they went in', () => {
    const columns = {
      a: Uint8Array.of(1, 2, 3),
      b: Float64Array.of(0.25, 1e-9),
      c: Uint16Array.of(65_535),
      d: new Uint32Array(0),
      e: Int32Array.of(-1, 7),
    };
    const { table, bytes } = storeColumns(columns);
    expect(bytes.length).toBe(columnBytes(table));
    expect(restoreColumns(table, new Uint8Array(bytes))).toEqual(columns);
  });

  it('of short numbers refuse what is not short', () => {
    for (const wrong of [-1, 65_536, 0.5, Number.NaN]) expect(() => shorts([1, wrong])).toThrow(RangeError);
    const lists = [[], [1, 2], [], [65_535]];
    const made = NumberLists.of(lists);
    expect(Array.from({ length: made.length }, (_, i) => made.at(i))).toEqual(lists);
  });
});
