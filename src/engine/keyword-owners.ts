/** Which sheets list each keyword. Of the catalogue the build knows it, so that nobody has to make its sheets to ask them. */
import type { DetectorSheet } from '../detectors/define.js';
import { NumberLists } from './number-lists.js';

/** A sheet that lists a keyword: its index, and the keyword's place in its list. */
export interface KeywordOwner {
  readonly detector: number;
  readonly index: number;
}

export class KeywordOwners {
  /** By keyword: detector and place of each owner, one after the other. */
  readonly lists: NumberLists;

  constructor(lists: NumberLists) {
    this.lists = lists;
  }

  /** @param index keyword of each spelling in the sheets */
  static ofSheets(keywords: number, index: ReadonlyMap<string, number>, detectors: readonly DetectorSheet[]): KeywordOwners {
    const lists = Array.from({ length: keywords }, (): number[] => []);
    detectors.forEach((sheet, detector) => {
      sheet.keywords.words.forEach((text, place) => {
        const own = lists[index.get(text)!]!;
        // Of several spellings the first one counts.
        if (own.at(-2) !== detector) own.push(detector, place);
      });
    });
    return new KeywordOwners(NumberLists.of(lists));
  }

  /** Ascending by detector, one of each. */
  of(keyword: number): readonly KeywordOwner[] {
    const list = this.lists.at(keyword);
    return Array.from({ length: list.length / 2 }, (_, i) => ({ detector: list[2 * i]!, index: list[2 * i + 1]! }));
  }
}
