// The beginnings of a pattern are those of all its matches, or not known.
import { expect, it } from 'vitest';
import { personFullName } from '../../src/detectors/contact/person-name.js';
import { beginningAt, beginningsOf } from '../../src/engine/beginnings.js';
import { PERSON_TITLES } from '../../src/validators/person-name.js';

const at = (text: string) => beginningAt(Buffer.from(text), 0);

it('knows how few beginnings go on', () => {
  const known = beginningsOf('(?:Mr|Miss)\\.? [a-c]{1,2}x*y?');
  expect([...known!].sort()).toEqual(['Mr.', 'Mr ', 'Mis'].map(at).sort());
  expect([...beginningsOf('a{2,}b?c')!].sort()).toEqual(['aaa', 'aab', 'aac'].map(at).sort());
});

it.each(['ab', 'a?bc', '[a-z]{3}', '.{3}', '\\bMrs'])('%s has none', (pattern) => {
  expect(beginningsOf(pattern)).toBeUndefined();
});

it('knows those of titles, and refuses other names', () => {
  const titled = personFullName.forms.map((form) => (typeof form === 'string' ? form : form.pattern))[1]!;
  const known = beginningsOf(titled)!;
  for (const title of PERSON_TITLES) for (const mark of ['. ', ' ']) expect(known.has(at(`${title}${mark}`))).toBe(true);
  for (const name of ['Katharina ', 'Xavier ', 'Maria ', 'Priya ']) expect(known.has(at(name))).toBe(false);
});
