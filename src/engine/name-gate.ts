/**
 * Which detectors a column's or field's names put in context, found with the keyword table: `names.ts` says the rule, this
 * gives the same answer without comparing every word at every place. Cached per list of names that hold a keyword.
 */
import { foldText } from '../core/fold.js';
import type { NameList } from '../core/segment.js';
import { stepOf } from './automaton.js';
import { firstOwners } from './context.js';
import type { KeywordOwner } from './keyword-owners.js';
import type { KeywordTable } from './keywords.js';
import { traitsOf } from './letters.js';
import { endsWord, FREE_LETTERS, keywordsInNames, piecesOf } from './names.js';

/** Keywords of detectors that are in no table, by detector. */
export type CustomWords = ReadonlyMap<number, readonly string[]>;

/** The best keyword of each detector in the names. */
export type NameContext = ReadonlyMap<number, string>;

const NOTHING: NameContext = new Map();
/** Data sets repeat their headers in thousands of files; hostile ones make up new names without end. */
const MOST_CACHED = 20_000;
const SPACE = 0x20;
/** Holds the bytes of the names at hand. */
const NAME_BYTES = Buffer.allocUnsafeSlow(3 * 1024);

export class NameGate {
  private readonly table: KeywordTable;
  private readonly custom: CustomWords;
  private readonly owners: (ReadonlyMap<number, KeywordOwner> | undefined)[] = [];
  /** By name. */
  private readonly cache = new Map<string, NameContext>();
  /** As `cache`, of names joined. */
  private readonly pieces = new Map<string, NameContext>();
  /** By the numbers of the contexts that were joined. */
  private readonly joined = new Map<string, NameContext>();
  /** Equal contexts are one object, so that what is derived from a context is derived once. */
  private readonly distinct = new Map<string, NameContext>();
  /** Numbers of the contexts. */
  private readonly numbers = new WeakMap<NameContext, number>();
  private nextNumber = 0;

  constructor(table: KeywordTable, custom: CustomWords = new Map()) {
    this.table = table;
    this.custom = custom;
  }

  contextOf(names: NameList): NameContext {
    // Names without a keyword are not kept: hostile data makes up a hundred thousand, and keeping them takes longer than looking.
    const contexts: NameContext[] = [];
    for (const name of names) {
      const context = this.ofName(name);
      if (context.size > 0 && !contexts.includes(context)) contexts.push(context);
    }
    const pieces = piecesOf(names);
    // What a keyword over two of them gives comes last: what one name says alone is said already.
    if (pieces.length > 1 && this.mayGoOn(pieces)) contexts.push(this.ofPieces(pieces.join(' ')));
    const joined = contexts.length < 2 ? (contexts[0] ?? NOTHING) : this.join(contexts);
    return this.custom.size === 0 ? joined : this.withCustom(names, joined);
  }

  /** The first name that puts a detector in context gives its keyword. */
  private join(contexts: readonly NameContext[]): NameContext {
    const key = contexts.map((context) => this.numbers.get(context)).join();
    const known = this.joined.get(key);
    if (known) return known;
    this.makeRoom(this.joined);
    const all = new Map(contexts[0]);
    for (const context of contexts) for (const [detector, keyword] of context) if (!all.has(detector)) all.set(detector, keyword);
    const joined = this.intern(all);
    this.joined.set(key, joined);
    return joined;
  }

  private withCustom(names: NameList, context: NameContext): NameContext {
    const all = new Map(context);
    for (const [detector, words] of this.custom) {
      const [first] = keywordsInNames(names, words);
      if (first !== undefined) all.set(detector, words[first]!);
    }
    return all.size === context.size ? context : this.intern(all);
  }

  private intern(context: NameContext): NameContext {
    if (context.size === 0) return NOTHING;
    const key = JSON.stringify([...context]);
    const known = this.distinct.get(key);
    if (known) return known;
    this.makeRoom(this.distinct);
    this.distinct.set(key, context);
    this.numbers.set(context, this.nextNumber++);
    return context;
  }

  /** Forgets everything where `full` is. What is at hand stays whole: numbers are those of objects. */
  private makeRoom(full: ReadonlyMap<string, NameContext>): void {
    if (full.size < MOST_CACHED) return;
    for (const map of [this.cache, this.pieces, this.joined, this.distinct]) map.clear();
  }

  private ofName(name: string): NameContext {
    return this.cache.get(name) ?? (this.mayHoldKeyword(name) ? this.found(this.cache, name) : NOTHING);
  }

  /** Of several names, joined by spaces. */
  private ofPieces(joined: string): NameContext {
    return this.pieces.get(joined) ?? this.found(this.pieces, joined);
  }

  /** @param cache of names, in which long keywords count inside longer words too, or of names joined, in which they do not */
  private found(cache: Map<string, NameContext>, name: string): NameContext {
    this.makeRoom(cache);
    const best = new Map<number, Found>();
    this.findInName(foldText(name), best, cache === this.cache);
    const found = this.intern(new Map([...best].map(([detector, { owner }]) => [detector, this.table.textOf(owner)])));
    cache.set(name, found);
    return found;
  }

  /** Whether the table accepts anything in the name: most names hold no keyword, and hostile data has a hundred thousand names. */
  private mayHoldKeyword(name: string): boolean {
    return this.accepts(bytesFor(name.length), [name]);
  }

  /** Whether the table accepts anything that begins in one of the pieces and ends in a later one. */
  private mayGoOn(pieces: readonly string[]): boolean {
    return this.accepts(bytesFor(pieces.reduce((sum, { length }) => sum + length + 1, 0)), pieces);
  }

  /** Whether the table accepts anything in a sole piece; of several, joined by spaces, over the end of one. */
  private accepts(bytes: Buffer, pieces: readonly string[]): boolean {
    const { automaton } = this.table;
    const isSole = pieces.length === 1;
    let length = 0;
    const ends = pieces.map((piece) => {
      length += bytes.write(foldText(piece), length, 'utf8');
      bytes[length] = SPACE;
      return length++;
    });
    length--;
    let piece = 0;
    for (let place = 0; place < length; place++) {
      if (place > ends[piece]!) piece++;
      const end = isSole ? -1 : ends[piece]!;
      let state = automaton.roots[0]!;
      for (let at = place; at < length && state !== 0; at++) {
        state = stepOf(automaton, state, bytes[at]!);
        if (automaton.accept[state] !== 0 && at > end) return true;
      }
    }
    return false;
  }

  private findInName(name: string, best: Map<number, Found>, mayBeFree: boolean): void {
    const points = Array.from(name);
    const parts = points.map((point) => traitsOf(point.codePointAt(0)!));
    const bytes = points.map((point) => Buffer.from(point, 'utf8'));
    const { automaton, sets } = this.table;
    const { roots, accept } = automaton;
    for (let place = 0; place < points.length; place++) {
      let state = roots[0]!;
      for (let at = place; at < points.length && state !== 0; at++) {
        for (const byte of bytes[at]!) state = stepOf(automaton, state, byte);
        for (const keyword of sets.at(accept[state]!)) {
          const isFree = mayBeFree && this.table.letters[keyword]! >= FREE_LETTERS;
          const isWhole = (isFree || (endsWord(parts, place) && endsWord(parts, at + 1))) && !parts[at + 1]?.isMark;
          if (isWhole) this.offer(best, keyword, { place, length: at + 1 - place });
        }
      }
    }
  }

  private offer(best: Map<number, Found>, keyword: number, found: Omit<Found, 'owner'>): void {
    for (const [detector, owner] of this.ownersOf(keyword)) {
      const known = best.get(detector);
      const order = known ? found.place - known.place || known.length - found.length || owner.index - known.owner.index : -1;
      if (order < 0) best.set(detector, { ...found, owner });
    }
  }

  /** Each keyword is judged by its own length, so a set's keywords are kept apart. */
  private ownersOf(keyword: number): ReadonlyMap<number, KeywordOwner> {
    const owners = this.owners[keyword] ?? firstOwners(this.table, [keyword]);
    this.owners[keyword] = owners;
    return owners;
  }
}

/** Room for text of so many code units, and a space. */
function bytesFor(length: number): Buffer {
  return length < NAME_BYTES.length / 3 ? NAME_BYTES : Buffer.allocUnsafe(length * 3 + 1);
}

interface Found {
  readonly place: number;
  readonly length: number;
  readonly owner: KeywordOwner;
}
