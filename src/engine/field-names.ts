/**
 * Which labels in text name a field: those that end with a word for which some form is the whole of a value. All else that a keyword
 * says, it says in the text as well. There are as many names as words, whatever a text makes up.
 */
import type { FieldNames } from '../core/field-names.js';
import { addLabelEnd, LABEL_ENDS_BYTES } from '../core/label-ends.js';
import { COMPANIONS } from '../detectors/companions.js';
import type { Program } from './compile.js';
import { FREE_LETTERS } from './names.js';

/**
 * What a word says of the label that ends with it: it names the value (`Name of patient`), does so by itself only (`Name`, but not
 * `Package name`), or names something else (`Company name`).
 */
type Rule = 'names' | 'alone' | 'other';

/** A word as it is compared, the keyword that it is, and what it says. */
export type LabelWord = readonly [text: string, keyword: string, rule: Rule];

/** Words and their ends as they are kept with the tables, read when they are asked for: making them takes as long as a small file. */
export interface KnownLabels {
  words(): readonly LabelWord[];
  ends(): Uint8Array;
}

/** Labels whose names are at hand: the same ones come again and again. */
const MOST_KNOWN = 4096;
/** What is written otherwise in a label than in a keyword: the hyphen, the underscore, and the genitive in English. */
const SEPARATORS = /[\s_./-]+/gu;
const GENITIVE = /['\u2019]s(?= )/gu;
/** Remarks, numbers and marks behind the words of a label: `Given name(s)`, `Phone 2`, `Name *`. */
const BEHIND = /(?:\s*\([^()]*\)|[\s\d*#?!.])+$/u;
/** Letters of scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export class LabelWords implements FieldNames {
  #words: ReadonlyMap<string, LabelWord> | undefined;
  #ends: Uint8Array | undefined;
  readonly #known = new Map<string, string | undefined>();
  #longest = 0;
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  get ends(): Uint8Array {
    this.#ends ??= this.#program.labels?.ends() ?? labelEnds([...this.#read().values()]);
    return this.#ends;
  }

  of(label: string): string | undefined {
    const known = this.#known.get(label);
    if (known !== undefined || this.#known.has(label)) return known;
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    const found = this.#find(folded(label.replace(BEHIND, '')));
    this.#known.set(label, found);
    return found;
  }

  /** The longest word with which the label ends decides. Long ones are also found at the end of a compound (`Patientenname`). */
  #find(text: string): string | undefined {
    const words = this.#read();
    for (let at = Math.max(0, text.length - this.#longest); at < text.length; at++) {
      const isFree = text.length - at >= FREE_LETTERS;
      if (at > 0 && text[at - 1] !== ' ' && !isFree && !UNSPACED.test(text[at]!)) continue;
      const word = words.get(at === 0 ? text : text.slice(at));
      if (word === undefined) continue;
      const [, keyword, rule] = word;
      return rule === 'names' || (rule === 'alone' && at === 0) ? keyword : undefined;
    }
    return undefined;
  }

  /** Most runs see no text with labels. */
  #read(): ReadonlyMap<string, LabelWord> {
    if (this.#words !== undefined) return this.#words;
    const words = this.#program.labels?.words() ?? labelWords(this.#program);
    for (const [text] of words) this.#longest = Math.max(this.#longest, text.length);
    this.#words = new Map(words.map((word) => [word[0], word]));
    return this.#words;
  }
}

/** The words of all forms that are the whole of a value, and what else their detectors call so. */
export function labelWords(program: Program): readonly LabelWord[] {
  const words = new Map<string, LabelWord>();
  // Where some form takes a word for the name of anything, it names a value by itself only.
  const add = (keyword: string, rule: Rule): void => {
    const text = folded(keyword);
    const known = words.get(text);
    if (known === undefined || (known[2] === 'names' && rule === 'alone')) words.set(text, [text, keyword, rule]);
  };
  const detectors = new Set<number>();
  for (const index of program.unplaced.named) {
    const { detector, form, doubt } = program.forms.at(index);
    detectors.add(detector);
    const { forms, keywords } = program.detectors[detector]!;
    const spec = forms[form]!;
    const whole = typeof spec === 'string' ? undefined : spec.whole;
    for (const keyword of whole ?? keywords.words) add(keyword, doubt === 'list' ? 'alone' : 'names');
    // What goes with such a field is a field as well, though nothing is found in it.
    const companions = doubt === 'companion' ? (COMPANIONS[program.detectors[detector]!.id] ?? []) : [];
    for (const { labels } of companions) for (const label of labels) add(label, 'names');
  }
  for (const detector of detectors) for (const keyword of program.detectors[detector]!.keywords.words) add(keyword, 'other');
  return [...words.values()];
}

/** How labels that name a value may end. @see mayEndLabel */
export function labelEnds(words: readonly LabelWord[]): Uint8Array {
  const ends = new Uint8Array(LABEL_ENDS_BYTES);
  for (const [text, , rule] of words) if (rule !== 'other') addLabelEnd(ends, text);
  return ends;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(SEPARATORS, ' ').replace(GENITIVE, '').replaceAll('\u2019', "'").trim();
}
