/** Categories of ICD-10 without a point, which vitamins and vertebrae look like. */
import { expect, it } from 'vitest';
import { icd10Category } from '../../src/validators/icd10.js';
import { verdictIn } from './verdicts.js';

it('a category without a point is none below the heading of a note, unless a diagnosis is announced', () => {
  for (const text of ['Assessment: low «B12»', 'Impression: old «T12» fracture', 'DIAGNOSTICS: «C20»'])
    expect([text, verdictIn(icd10Category, text)]).toEqual([text, 'invalid']);
  for (const text of ['Diagnosis: «I10»', 'Assessment: Dx «I10»', 'ICD-10 «I10»', '«I10»', 'Diagnostic code «I10»'])
    expect([text, verdictIn(icd10Category, text)]).toEqual([text, 'unknown']);
  expect(verdictIn(icd10Category, 'Diagnosis: «IA0»')).toBe('invalid');
});
