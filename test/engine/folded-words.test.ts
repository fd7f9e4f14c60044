/** Words in letters that have more than two forms: the engine's table must hold them all, as the reference folds them. */
import { expect, it } from 'vitest';
import { greeceTaxIdentificationNumber } from '../../src/detectors/identity/greece.js';
import { createEngine } from '../../src/engine/index.js';
import { loadRegex } from '../../src/engine/re2.js';
import { createReference } from '../../src/engine/reference.js';
import { scanText } from './segments.js';

const SHEET = {
  ...greeceTaxIdentificationNumber,
  keywords: { mode: 'required' as const, words: ['αριθμός φορολογίας', 'код βεθκμπρφω товадъс'] },
};
const engine = createEngine({ detectors: [SHEET] });
const reference = createReference([SHEET], loadRegex('auto'));

it.each([
  'αριθμός φορολογίας',
  'αριθμόσ φορολογίασ',
  'ΑΡΙΘΜΌΣ ΦΟΡΟΛΟΓΊΑΣ',
  'αϱιθμός ϕοϱολογίας',
  'αριθµός φορολογίας',
  'код ϐϵϑϰµϖϱϕΩ ᲄᲂᲀаᲁᲆᲃ',
])('%s', (word) => {
  const text = new TextEncoder().encode(`${word}: 160116937`);
  const places = (hits: readonly { readonly start: number; readonly end: number }[]) =>
    hits.map(({ start, end }) => [start, end]);
  expect(places(scanText(engine, text))).toEqual([[text.length - 9, text.length]]);
  expect(places(reference.scan({ text }))).toEqual([[text.length - 9, text.length]]);
});
