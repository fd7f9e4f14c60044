/** What folds to ASCII, and where. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/core/fold.js';

describe('folding', () => {
  it.each([
    ['no-break space', '4111\u00a01111', '4111 1111'],
    ['thin and narrow no-break space', '12\u2009345\u202f678', '12 345 678'],
    ['mathematical and ideographic space', '1\u205f2\u30003', '1 2 3'],
    ['hyphens and dashes', '1\u20102\u20113\u20124\u20135\u20146\u20157', '1-2-3-4-5-6-7'],
    ['minus and small hyphens', '1\u22122\ufe583\ufe634\uff0d5', '1-2-3-4-5'],
    ['full-width letters and digits', 'ＡＺａｚ０９', 'AZaz09'],
    ['full-width punctuation beside letters', 'ｊｏｈｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'john@example.com'],
    ['Arabic-Indic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['Devanagari digits', '०१२३४५६७८९', '0123456789'],
    ['a space between digits that fold', '１\u3000２', '1 2'],
    ['a space before a digit', 'FR\u00a076', 'FR 76'],
  ])('%s', (_, text, folded) => expect(foldText(text)).toBe(folded));

  it.each([
    ['a space between letters', 'un\u00a0mot'],
    ['a space before punctuation', 'mot\u00a0:'],
    ['a dash between words', 'word—word – word'],
    ['punctuation of Chinese', '中国，人民（银行）'],
    ['quotes and ellipsis', '“1”…2’3'],
    ['zero-width characters and soft hyphens', '1\u200b2\u00ad3\u20604\ufeff5'],
    ['what is beside the ranges', '\u00a1\u066a\u06fa\u0965\u0970\uff00\uff5f\u2016\u200b1'],
  ])('leaves %s', (_, text) => expect(foldText(text)).toBe(text));

  it('keeps the number of characters and folds nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        return Array.from(folded).length === Array.from(text).length && foldText(folded) === folded;
      }),
    );
  });
});
