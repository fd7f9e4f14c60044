/**
 * Forms that no bytes mark: a value is theirs as a whole where the name of its column or field ends with one of their words. JSON
 * whose keys are ids has a path of its own for each of a hundred thousand values, but few names that end them.
 */
import { foldText } from '../core/fold.js';
import type { NameList } from '../core/segment.js';
import type { Program } from './compile.js';
import { type Heading, headingOf } from './doubt.js';
import type { WholeForm } from './judge.js';
import type { NameContext } from './name-gate.js';
import { keywordAtEnd, keywordAtPathEnd } from './names.js';

/** Names that are kept of each context. */
const MOST_CACHED = 1000;
const NONE: readonly WholeForm[] = [];
/** What may stand behind the words of a name, but for remarks in brackets. */
const BEHIND = /[\d_\s\-:*?!.#"']+$/;
/** A remark in brackets, or a letter that may fold to one of ASCII. */
const ENDS_IN_REMARK = /[)\]}]$|[^\0-\x7f]$/;
/** Of three, the first might be a separator, which is written in several ways. */
const END_LETTERS = 2;

function endOf(word: string): string {
  return word.slice(-END_LETTERS).toLowerCase();
}

/** What is known of names that put the same detectors in context. */
interface OfContext {
  readonly ends: ReadonlySet<string>;
  /** By the name that ends the path, with the one above where a keyword may begin in it. */
  readonly forms: Map<string, readonly WholeForm[]>;
}

export class WholeForms {
  private readonly program: Program;
  /** By detector. */
  private readonly forms: ReadonlyMap<number, readonly number[]>;
  /** Forms that ask for a companion, whose words are their own; and the ends of these words, by which most names are told from them. */
  private readonly paired: readonly number[];
  private pairedEnds: ReadonlySet<string> | undefined;
  /** By form: the keywords that count. */
  private readonly words = new Map<number, ReadonlySet<string>>();
  /** The same as lists, of those that ask for a companion. */
  private readonly lists = new Map<number, readonly string[]>();
  private readonly known = new WeakMap<NameContext, OfContext>();

  /** By forms of a name, which names share, and by detector. */
  private readonly headings = new WeakMap<readonly WholeForm[], Map<number, Heading>>();

  constructor(program: Program) {
    this.program = program;
    const forms = new Map<number, number[]>();
    const paired: number[] = [];
    for (const index of program.unplaced.named) {
      const { detector, doubt } = program.forms.at(index);
      if (doubt === 'companion') paired.push(index);
      else forms.set(detector, [...(forms.get(detector) ?? []), index]);
    }
    this.forms = forms;
    this.paired = paired;
  }

  /** @param context that of the names */
  of(names: NameList, context: NameContext): readonly WholeForm[] {
    const last = names.at(-1);
    // A name that ends with a keyword holds one, and the gate is quick to say that most do not.
    if (last === undefined || (context.size === 0 && !this.mayBePaired(last))) return NONE;
    let ofContext = this.known.get(context);
    if (ofContext === undefined) {
      ofContext = { ends: this.endsOf(context), forms: new Map() };
      this.known.set(context, ofContext);
    }
    const { ends, forms } = ofContext;
    const key = ends.has(foldText(last).toLowerCase()) ? `${names.at(-2) ?? ''}\n${last}` : last;
    const known = forms.get(key);
    if (known !== undefined) return known;
    if (forms.size === MOST_CACHED) forms.clear();
    const found = this.find(names, context);
    forms.set(key, found);
    return found;
  }

  /** What a name says of the values of a detector. @param forms those of the name, as `of` gives them */
  headingOf(forms: readonly WholeForm[], detector: number): Heading {
    const known = this.headings.get(forms)?.get(detector);
    if (known !== undefined) return known;
    const own = forms.map(({ index }) => this.program.forms.at(index)).filter((form) => form.detector === detector);
    const heading = headingOf(own.map(({ doubt }) => doubt));
    this.headings.set(forms, (this.headings.get(forms) ?? new Map<number, Heading>()).set(detector, heading));
    return heading;
  }

  /** What keywords of several words end with, in lower case: there the name above may say what the value is called, too. */
  private endsOf(context: NameContext): ReadonlySet<string> {
    const ends = new Set<string>();
    for (const detector of this.forms.keys()) {
      if (!context.has(detector)) continue;
      for (const keyword of this.program.detectors[detector]!.keywords.words) {
        for (let at = keyword.indexOf(' '); at > 0; at = keyword.indexOf(' ', at + 1))
          ends.add(keyword.slice(at + 1).toLowerCase());
      }
    }
    return ends;
  }

  private find(names: NameList, context: NameContext): readonly WholeForm[] {
    const found: WholeForm[] = [];
    for (const [detector, forms] of this.forms) {
      const inName = context.get(detector);
      if (inName === undefined) continue;
      const { words } = this.program.detectors[detector]!.keywords;
      const atEnd = words[keywordAtPathEnd(names, words) ?? -1];
      for (const index of forms) {
        const { mode, isWhole } = this.program.forms.at(index);
        const keyword = mode === 'named' ? atEnd : inName;
        if (keyword !== undefined && (!isWhole || this.wordsOf(index).has(keyword))) found.push({ index, keyword });
      }
    }
    const last = names.at(-1)!;
    for (const index of this.mayBePaired(last) ? this.paired : []) {
      const words = this.listOf(index);
      const keyword = words[keywordAtEnd(last, words) ?? -1];
      if (keyword !== undefined) found.push({ index, keyword });
    }
    return found.length === 0 ? NONE : found;
  }

  /** Whether the name may end with a word of a form that asks for a companion: a look at its last letters. */
  private mayBePaired(name: string): boolean {
    if (this.paired.length === 0) return false;
    this.pairedEnds ??= new Set(this.paired.flatMap((index) => [...this.wordsOf(index)].map(endOf)));
    const words = name.replace(BEHIND, '');
    return this.pairedEnds.has(endOf(words)) || ENDS_IN_REMARK.test(words);
  }

  /** The same list each time, so that what is made of its words is made once. */
  private listOf(index: number): readonly string[] {
    const list = this.lists.get(index) ?? [...this.wordsOf(index)];
    this.lists.set(index, list);
    return list;
  }

  private wordsOf(index: number): ReadonlySet<string> {
    const known = this.words.get(index);
    if (known !== undefined) return known;
    const { detector, form } = this.program.forms.at(index);
    const spec = this.program.detectors[detector]!.forms[form]!;
    const words = new Set(typeof spec === 'string' ? [] : spec.whole);
    this.words.set(index, words);
    return words;
  }
}
