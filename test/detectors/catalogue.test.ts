/** Rules that every sheet of the catalogue keeps, whoever wrote it. */
import RE2 from 're2';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';

const patterns = CATALOGUE.flatMap((sheet) =>
  sheet.forms.map((form) => [sheet.id, typeof form === 'string' ? form : form.pattern] as const),
);

describe('catalogue', () => {
  it('has at least forty sheets', () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(40);
  });

  it('has unique, well-formed ids', () => {
    const ids = CATALOGUE.map((sheet) => sheet.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?:_\([A-Z_]+\))?$/);
  });

  it('names every sheet, and no two the same', () => {
    const names = CATALOGUE.map((sheet) => sheet.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    for (const name of names) expect(name.trim().length).toBeGreaterThan(2);
  });

  it.each(CATALOGUE.map((sheet) => [sheet.id, sheet] as const))(
    '%s: references, countries, severity, rates, forms',
    (_id, sheet) => {
      expect(sheet.references.length).toBeGreaterThan(0);
      for (const reference of sheet.references) expect(reference.trim()).not.toBe('');
      for (const country of sheet.countries) expect(country).toMatch(/^[A-Z]{2}$/);
      const keys = Object.keys(sheet.severity).map(Number);
      expect(keys[0]).toBe(1);
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
      expect(sheet.falseAccept).toBeGreaterThanOrEqual(0);
      expect(sheet.falseAccept).toBeLessThanOrEqual(1);
      expect(sheet.forms.length).toBeGreaterThan(0);
      expect(new Set(sheet.forms.map((form) => JSON.stringify(form))).size).toBe(sheet.forms.length);
      expect(sheet.examples.match.length).toBeGreaterThan(0);
      expect(sheet.examples.noMatch.length).toBeGreaterThan(0);
    },
  );

  it('asks for a keyword only with words, none of them blank', () => {
    for (const { id, keywords, forms } of CATALOGUE) {
      const modes = [keywords.mode, ...forms.map((form) => (typeof form === 'string' ? undefined : form.keywordMode))];
      if (modes.includes('required') || modes.includes('absent')) expect(keywords.words.length, id).toBeGreaterThan(0);
      for (const word of keywords.words) expect(word.trim(), id).not.toBe('');
    }
  });

  it('keeps the two card number sheets disjoint: same forms, same words, opposite modes', () => {
    const [keyworded, alone] = ['CREDIT_CARD_NUMBER', 'CREDIT_CARD_NUMBER_(NO_KEYWORD)'].map(
      (id) => CATALOGUE.find((sheet) => sheet.id === id)!,
    );
    expect(alone!.forms).toEqual(keyworded!.forms);
    expect(alone!.keywords.words).toEqual(keyworded!.keywords.words);
    expect([keyworded!.keywords.mode, alone!.keywords.mode]).toEqual(['required', 'absent']);
  });

  it('compiles every form in both RE2 engines', () => {
    for (const [id, pattern] of patterns) {
      expect(() => new RE2(pattern), `${id}: ${pattern}`).not.toThrow();
      expect(() => RE2JS.compile(pattern), `${id}: ${pattern}`).not.toThrow();
    }
  });

  it('uses no syntax beyond what sheets may use', () => {
    for (const [id, pattern] of patterns) {
      const plain = pattern.replace(/^\(\?i\)/, '').replace(/\\[^a-zA-Z]|\\[dnrt]|\[(?:\\.|[^\]\\])*\]/g, 'x');
      expect(plain, `${id}: anchors, \\b, captures, look-around or classes of Unicode`).not.toMatch(/[\^$\\]|\((?!\?:)/);
      expect(plain, `${id}: lazy quantifier`).not.toMatch(/[*+?}]\?/);
    }
  });
});
