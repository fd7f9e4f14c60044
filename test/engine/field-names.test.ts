/** Labels in text: which name a field, under what word, and that their last bytes never refuse one that does. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayEndLabel } from '../../src/core/label-ends.js';
import { CATALOGUE } from '../../src/detectors/index.js';
import { compileSheets } from '../../src/engine/compile.js';
import { type LabelWord, LabelWords, labelEnds, labelWords } from '../../src/engine/field-names.js';
import { NameGate } from '../../src/engine/name-gate.js';
import { storedBytes, TablesFile } from '../../src/engine/stored-bytes.js';
import { type Header, PREFIX_BYTES, type StoredLate } from '../../src/engine/tables-format.js';
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

describe('what is kept of labels', () => {
  const url = new URL('../../src/engine/catalogue.tables', import.meta.url);
  const whole = readFileSync(url);
  const { labels: stored } = JSON.parse(whole.toString('latin1', PREFIX_BYTES, PREFIX_BYTES + whole.readUInt32LE(0))) as Header;
  const kept = ({ at, bytes, filled }: StoredLate): Buffer => {
    const target = Buffer.alloc(bytes);
    storedBytes(TablesFile.open(url)!, whole.readUInt32LE(4) + at, bytes, filled).copyTo(target);
    return target;
  };
  const known = {
    words: () => JSON.parse(kept(stored.words).toString('latin1')) as LabelWord[],
    ends: () => new Uint8Array(kept(stored.ends)),
  };

  it('is what the catalogue says', () => {
    expect(known.words()).toEqual(labelWords(program));
    expect(known.ends()).toEqual(labelEnds(labelWords(program)));
  });

  it('is asked in place of the sheets, each part when it is needed', () => {
    const asked: string[] = [];
    const told = new LabelWords({
      ...program,
      labels: {
        words() {
          asked.push('words');
          return [['shoe size', 'shoe-size', 'names']];
        },
        ends() {
          asked.push('ends');
          return known.ends();
        },
      },
    });
    expect([told.ends, asked]).toEqual([labels.ends, ['ends']]);
    expect([told.of('Shoe size'), told.of('Name'), asked]).toEqual(['shoe-size', undefined, ['ends', 'words']]);
  });
});
