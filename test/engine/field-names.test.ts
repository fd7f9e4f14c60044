/** Labels in text: which name a field, under what word, and that their last bytes never refuse one that does. */
import { describe, expect, it } from 'vitest';
import { mayEndLabel } from '../../src/core/label-ends.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { compileSheets } from '../../src/engine/compile.js';
import { LabelWords } from '../../src/engine/field-names.js';
import { NameGate } from '../../src/engine/name-gate.js';
import { WholeForms } from '../../src/engine/whole-forms.js';

const program = compileSheets(CATALOGUE);
const labels = new LabelWords(program);

/** All words of forms that are the whole of a field. */
const words = new Set(
  program.forms.all().flatMap(({ mark, detector, form }) => {
    const { forms, keywords } = program.detectors[detector]!;
    const spec = forms[form]!;
    return mark.kind === 'named' ? ((typeof spec === 'string' ? undefined : spec.whole) ?? keywords.words) : [];
  }),
);

describe('a label', () => {
  it('names a field where it ends with a word for one', () => {
    const named = ['Name', 'NAME', 'Father’s Name', 'Full name of patient', 'Given name(s)', 'Patient-Name', 'Phone 2'];
    expect(named.map((label) => labels.of(label))).toEqual([
      'name',
      'name',
      'father name',
      'name of patient',
      'given name',
      'patient name',
      'phone',
    ]);
    expect(['患者姓名', 'Ф.И.О.', 'Фамилия', 'ΕΠΏΝΥΜΟ'].map((label) => labels.of(label) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('names none where it says something about one, or names something else', () => {
    for (const label of [
      'Upstream-Name',
      'Company name',
      'Name servers',
      'DESCRIPTION (Author)',
      'surnames of all',
      '',
      '12',
      'x',
    ])
      expect(labels.of(label), label).toBeUndefined();
  });

  it('is called as a column so called is looked at', () => {
    const gate = new NameGate(program.keywords);
    const whole = new WholeForms(program);
    expect(words.size).toBeGreaterThan(500);
    for (const word of words) {
      const name = labels.of(word);
      if (name === undefined) continue;
      expect(whole.of([name], gate.contextOf([name])).length, word).toBeGreaterThan(0);
    }
  });

  it('is never refused by its last bytes', () => {
    for (const word of words) {
      for (const written of [word, word.toUpperCase(), `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`]) {
        for (const text of [written, written.normalize('NFD'), `- ${written}`]) {
          if (/[\d]$/.test(text) || labels.of(text.replace('- ', '')) === undefined) continue;
          const bytes = Buffer.from(text);
          expect(mayEndLabel(labels.ends, bytes, bytes.length), text).toBe(true);
        }
      }
    }
    const others = ['https', 'Depends', 'Note', 'TODO', 'Warning', 'License', 'Fixed', 'name x', ''];
    expect(others.filter((other) => mayEndLabel(labels.ends, Buffer.from(other), other.length))).toEqual([]);
  });
});
