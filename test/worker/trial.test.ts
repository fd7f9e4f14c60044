/** A trial says of each place what a scan does with it: all sheets' examples, tried and scanned. */
import { describe, expect, it } from 'vitest';
import type { DetectorSheet } from '../../src/detectors/define.js';
import { CATALOGUE, createScanner, tryText } from '../../src/index.js';

/** Sheets that are tried together. */
const TOGETHER = 40;

const batches = Array.from({ length: Math.ceil(CATALOGUE.length / TOGETHER) }, (_, i) => [
  i * TOGETHER,
  CATALOGUE.slice(i * TOGETHER, (i + 1) * TOGETHER),
]) as [number, DetectorSheet[]][];

/** First examples in text, found and not found, one a line. */
function textOf(sheets: readonly DetectorSheet[]): string {
  const examples = sheets.flatMap(({ examples: { match, noMatch } }) => [match[0], noMatch[0]?.[0]]);
  return examples.flatMap((example) => (typeof example === 'string' ? [example.replaceAll(/[«»]/g, '')] : [])).join('\n');
}

describe('a trial', () => {
  it.each(batches)('agrees with a scan: sheets from %i', async (_from, sheets) => {
    const text = textOf(sheets);
    const options = { detectors: sheets.map(({ id }) => id), minConfidence: 'low' } as const;
    const { places } = await tryText({ text, ...options });
    // A trial takes its text as free text, in which labels name no fields: so is that of a log.
    const { findings } = await createScanner(options).scan(text, 'a.log');
    const scanned = findings.flatMap(({ detector, occurrences }) =>
      occurrences.map(({ span, confidence }) => `${detector} ${span.start}-${span.end} ${confidence}`),
    );
    const tried = places.flatMap(({ detector, start, end, fate, isReported }) =>
      isReported && fate.kind === 'kept' ? [`${detector} ${start}-${end} ${fate.confidence}`] : [],
    );
    expect(new Set(tried)).toEqual(new Set(scanned));
    expect(scanned.length).toBeGreaterThan(sheets.length / 2);
  });

  it('looks for no names in a cell that is one as a whole, as a scan does not', async () => {
    const text = 'Maria Schneider';
    const { places } = await tryText({ text, names: ['customer_name'], detectors: ['NAME'] });
    const kept = places.filter(({ fate }) => fate.kind === 'kept');
    expect(kept.map(({ offset, length }) => [offset, length])).toEqual([[0, text.length]]);
  });

  it('has a cell with its column, and values only on request', async () => {
    const given = { text: '4798643261622430', names: ['card'], detectors: ['CREDIT_CARD_NUMBER'] };
    const [masked] = (await tryText(given)).places;
    expect(masked).toMatchObject({ isReported: true, offset: 0, length: 16, keyword: { word: 'card', place: { kind: 'name' } } });
    expect(JSON.stringify(masked)).not.toContain('2430');
    const [shown] = (await tryText({ ...given, reveal: true })).places;
    expect(shown!.value).toBe(given.text);
  });

  it.each([
    ['', 'the text is empty'],
    ['é'.repeat(40_000), 'longer than 64 KiB'],
  ])('refuses what it cannot try', async (text, message) => {
    await expect(tryText({ text })).rejects.toThrow(message);
  });
});
