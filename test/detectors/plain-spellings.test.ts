/** Plain spellings of keywords: which letters stand for those with marks, and which words are too short to lose theirs. */
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../src/detectors/index.js';
import { withPlainSpellings } from '../../src/detectors/plain-spellings.js';

it.each([
  [['número de teléfono'], ['numero de telefono']],
  [['Führerschein'], ['fuhrerschein', 'fuehrerschein']],
  [['fødselsdato'], ['fodselsdato', 'foedselsdato']],
  [['numer rachunku', 'hasło klienta'], ['haslo klienta']],
  [['Straßenname'], ['strassenname']],
  [['doğum tarihi', 'dogum tarihi'], []],
])('%j are also written %j', (words, more) => {
  expect(withPlainSpellings(words)).toEqual([...words, ...more]);
});

it.each([['né le'], ['tél.'], ['född'], ['番号'], ['срок действия'], ['iban number']])('%s has no plain spelling', (word) => {
  const words = [word];
  expect(withPlainSpellings(words)).toBe(words);
});

it('stand in the sheets', () => {
  const words = CATALOGUE.find(({ id }) => id === 'DATE_OF_BIRTH')!.keywords.words;
  expect(words).toContain('syntymaaika');
  expect(new Set(words).size).toBe(words.length);
});
