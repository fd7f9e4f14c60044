// What a detector need not look at twice: the laws hold the engine to the reference; here stands where it may not skip.
import { describe, expect, it } from 'vitest';
import type { CompiledForm } from '../../src/engine/form.js';
import { SettledSpans } from '../../src/engine/settled-spans.js';

const form = (traits: Partial<Pick<CompiledForm, 'detector' | 'standsOnCheck' | 'isWhole'>> = {}) =>
  ({ detector: 1, standsOnCheck: false, isWhole: false, ...traits }) as CompiledForm;
const unit = (start: number, end: number) => ({ bytes: new Uint8Array(64), start, end, isShort: true });

describe('a settled place', () => {
  const settled = () => {
    const spans = new SettledSpans(3);
    spans.add(form(), 10, 20);
    return spans;
  };

  it.each([
    [11, 20, true],
    [10, 19, true],
    [12, 15, true],
    // Of the same place, the form that random text has less often is reported.
    [10, 20, false],
    [9, 19, false],
    [11, 21, false],
    [20, 30, false],
  ])('[10, 20) covers [%i, %i): %s', (start, end, isCovered) => {
    expect(settled().covers(form(), unit(0, 40), start, end)).toBe(isCovered);
  });

  it('is its detector’s alone', () => {
    expect(settled().covers(form({ detector: 2 }), unit(0, 40), 12, 15)).toBe(false);
  });

  it('leaves what is counted by its check, unless that is counted already', () => {
    const counted = form({ standsOnCheck: true });
    const spans = settled();
    expect(spans.covers(counted, unit(0, 40), 12, 15)).toBe(false);
    spans.add(counted, 10, 20);
    expect(spans.covers(counted, unit(0, 40), 12, 15)).toBe(true);
  });

  it('is the whole value’s where a form of whole values settled it', () => {
    const spans = new SettledSpans(3);
    spans.add(form({ isWhole: true }), 10, 20);
    expect(spans.isWhole(1, unit(10, 20))).toBe(true);
    expect(spans.isWhole(1, unit(10, 21))).toBe(false);
    expect(spans.covers(form({ standsOnCheck: true }), unit(10, 20), 10, 20)).toBe(true);
    expect(spans.covers(form(), unit(0, 40), 10, 20)).toBe(false);
  });

  it('is forgotten with its pass', () => {
    const spans = settled();
    spans.clear();
    expect(spans.covers(form(), unit(0, 40), 12, 15)).toBe(false);
    expect(spans.isWhole(1, unit(10, 20))).toBe(false);
  });
});
