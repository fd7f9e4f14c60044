/** What a standard excludes, at both edges of each range, and how a validator is held to it, whatever is put in the places marked `?`. */
import { expect, it } from 'vitest';
import type { Validator } from '../../src/core/verdict.js';
import { verdictOf } from './verdicts.js';

export interface Edges {
  readonly validator: Validator;
  /** What `?` stands for, digits unless said. */
  readonly alphabet?: string;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/** The text with every choice of characters in its places. */
export function choices(text: string, alphabet: string): readonly string[] {
  const at = text.indexOf('?');
  if (at < 0) return [text];
  return [...alphabet].flatMap((choice) => choices(text.slice(0, at) + choice + text.slice(at + 1), alphabet));
}

/** Of each text inside some choice is not refused, of each outside all are. */
export function itHolds({ validator, alphabet = '0123456789', inside, outside }: Edges): void {
  const verdicts = (text: string) => choices(text, alphabet).map((choice) => [choice, verdictOf(validator, choice)] as const);

  it('inside', () => {
    for (const text of inside)
      expect(
        verdicts(text).some(([, verdict]) => verdict === 'valid' || verdict === 'unknown'),
        text,
      ).toBe(true);
  });

  it('outside', () => {
    for (const text of outside)
      expect(
        verdicts(text).filter(([, verdict]) => verdict !== 'invalid'),
        text,
      ).toEqual([]);
  });
}
