/**
 * Which detectors of numbers with a fixed length a column or field is called by: its names end with one of their keywords. What stores such
 * numbers as numbers loses the zeros in front, and only the name says how long they were.
 */
import { foldText } from '../core/fold.js';
import type { NameList } from '../core/segment.js';
import type { DetectorSheet } from '../detectors/define.js';
import type { NameContext } from './name-gate.js';
import { keywordAtPathEnd } from './names.js';

/** Names that are kept of each context. */
const MOST_CACHED = 1000;
const NONE: readonly number[] = [];

export class NumberNames {
  private readonly detectors: readonly DetectorSheet[];
  private readonly contextOf: (names: NameList) => NameContext;
  /** By context, and by the last two names, folded: JSON whose keys are ids has many paths, but few names that end them. */
  private readonly known = new WeakMap<NameContext, Map<string, readonly number[]>>();

  constructor(detectors: readonly DetectorSheet[], contextOf: (names: NameList) => NameContext) {
    this.detectors = detectors;
    this.contextOf = contextOf;
  }

  /** Indexes of detectors, ascending. */
  of(names: NameList): readonly number[] {
    const context = this.contextOf(names);
    if (context.size === 0) return NONE;
    let known = this.known.get(context);
    if (known === undefined || known.size === MOST_CACHED) {
      known = new Map();
      this.known.set(context, known);
    }
    const key = foldText(names.slice(-2).join('\n'));
    const found = known.get(key) ?? this.find(names, context);
    known.set(key, found);
    return found;
  }

  private find(names: NameList, context: NameContext): readonly number[] {
    const found = [...context.keys()].filter((detector) => {
      const { digits, keywords } = this.detectors[detector]!;
      return digits !== undefined && keywordAtPathEnd(names, keywords.words) !== undefined;
    });
    return found.length === 0 ? NONE : found.sort((a, b) => a - b);
  }
}
