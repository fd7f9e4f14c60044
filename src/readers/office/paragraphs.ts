/**
 * The text of XML parts, paragraph by paragraph: runs joined, so that a value split over them is whole; cells of tables named by
 * their header; what was deleted but is still in the file, addresses of links and descriptions of images beside it.
 */

import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import type { Piece } from '../documents.js';
import { linkText } from './links.js';
import { TableText } from './table-text.js';
import { type Attributes, attribute, localName, type XmlHandler } from './xml.js';

/** `markup`: ECMA-376, where text stands in elements of its own. `odf`: OpenDocument, where paragraphs hold it. `any`: all text. */
export type Dialect = 'markup' | 'odf' | 'any';

export interface ParagraphOptions {
  readonly dialect: Dialect;
  /** Of all pieces. */
  readonly location?: Location;
  /** What a relationship leads to, by its id. */
  readonly targets?: ReadonlyMap<string, string>;
  /** Write the name of its element before each text: `creator: Max Stein`. Default false. */
  readonly named?: boolean;
  /** Give the number of each paragraph. Default false. */
  readonly numbered?: boolean;
}

/** Elements of ECMA-376 that hold text: runs, deleted and field texts, values of charts, comments of presentations and their authors. */
const TEXTS = new Set(['t', 'delText', 'instrText', 'delInstrText', 'v', 'text', 'author']);
/** Elements that hold what a person did not write, or what is given apart. */
const IGNORED: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  markup: new Set(['moveFrom']),
  odf: new Set(['note-citation', 'date', 'date-string', 'creator', 'creator-initials', 'sender-initials']),
  any: new Set(),
};
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  'line-break': '\n',
  noBreakHyphen: '-',
};
/** Elements in which paragraphs are of a part of their own. */
const PARTS: Readonly<Record<string, string>> = { note: 'note', annotation: 'comment', deletion: 'deleted' };
/** Attributes that hold text: values of pivot tables and forms, descriptions of images, connections to data. */
const ATTRIBUTES = new Set(['descr', 'title', 'string-value', 'current-value', 'connection', 'command']);
const VALUES: Readonly<Record<string, string>> = {
  s: 'v',
  n: 'v',
  d: 'v',
  default: 'val',
  listEntry: 'val',
  connectString: 'val',
  query: 'val',
};
/** Elements whose attributes name a person. */
const AUTHORED = new Set(['ins', 'del', 'comment', 'cmAuthor', 'author', 'person']);
const PERSON = new Set(['author', 'name', 'displayName', 'userId']);
/** Names of persons that are kept so that each is given once. */
const MOST_PERSONS = 10_000;
/** Paragraphs of a choice that are kept to know them again. */
const MOST_CHOSEN = 1000;
const MOST_SPACES = 1000;
/** UTF-16 units of a paragraph; a book has a million. */
const MOST_TEXT = 16 * 2 ** 20;
/** Links of a paragraph. */
const MOST_LINKS = 10_000;

interface Revised {
  /** Text as it is now. */
  text: string;
  /** Text as it was before, with what was deleted at these places. */
  before: string;
  readonly deleted: [start: number, end: number][];
  readonly links: string[];
  readonly number: number;
  readonly part: string | undefined;
}

export class Paragraphs implements XmlHandler {
  readonly #options: ParagraphOptions;
  readonly #table: TableText;
  readonly #persons = new Set<string>();
  #pieces: Piece[] = [];
  /** From the outside in: text boxes and notes stand in paragraphs. */
  readonly #open: Revised[] = [];
  readonly #parts: string[] = [];
  #count = 0;
  #page: number | undefined;
  #texts = 0;
  #runs = 0;
  #ignored = 0;
  #inserted = 0;
  #deleted = 0;
  /** Text outside of paragraphs, and the element that it is in. */
  #loose = '';
  #element = '';
  #isCreator = false;
  /** Paragraphs of the first choice; another one mostly says the same. */
  #chosen: Set<string> | undefined;
  #isFallback = false;

  constructor(options: ParagraphOptions) {
    this.#options = options;
    this.#table = new TableText((piece) => this.#pieces.push(piece));
  }

  /** Pieces that are ready. */
  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  open(name: string, attributes: Attributes): void {
    this.#endLoose();
    this.#element = name;
    if (this.#isParagraph(name)) this.#begin();
    else if (TEXTS.has(name)) this.#texts++;
    else if (name === 'r') this.#runs++;
    else if (name === 'ins') this.#inserted++;
    else if (name === 'del') this.#deleted++;
    else if (name === 'page') this.#page = (this.#page ?? 0) + 1;
    else if (name === 's' && this.#options.dialect === 'odf') this.#add(' '.repeat(spaces(attribute(attributes, 'c'))));
    else if (CHARACTERS[name] !== undefined && (this.#runs > 0 || this.#options.dialect === 'odf' || name === 'br')) {
      this.#add(CHARACTERS[name]);
    } else if (name === 'AlternateContent') this.#chosen = new Set();
    else if (name === 'Fallback') this.#isFallback = true;
    if (this.#isIgnored(name)) this.#ignored++;
    if (name === 'creator' && this.#options.dialect === 'odf') this.#isCreator = true;
    if (PARTS[name] !== undefined) this.#parts.push(PARTS[name]);
    this.#table.open(name, attributes);
    this.#takeAttributes(name, attributes);
  }

  text(text: string): void {
    if (this.#isCreator) this.#loose += text;
    else if (this.#ignored > 0) return;
    else if (this.#options.dialect === 'odf') {
      if (this.#open.length > 0) this.#add(text.replace(/\s+/g, ' '));
    } else if (this.#options.dialect === 'markup' && this.#texts === 0) return;
    else if (this.#open.length > 0) this.#add(text);
    else this.#loose += text;
  }

  close(name: string): void {
    this.#endLoose();
    if (this.#isParagraph(name)) this.#end();
    else if (TEXTS.has(name)) this.#texts--;
    else if (name === 'r') this.#runs--;
    else if (name === 'ins') this.#inserted--;
    else if (name === 'del') this.#deleted--;
    else if (name === 'AlternateContent') this.#chosen = undefined;
    else if (name === 'Fallback') this.#isFallback = false;
    if (this.#isIgnored(name)) this.#ignored--;
    if (PARTS[name] !== undefined) this.#parts.pop();
    this.#table.close(name);
  }

  /** Gives what is still open: where a part is damaged, its elements do not end. */
  end(): void {
    this.#endLoose();
    while (this.#open.length > 0) this.#end();
    this.#table.end();
  }

  #isIgnored(name: string): boolean {
    return IGNORED[this.#options.dialect].has(name);
  }

  #isParagraph(name: string): boolean {
    return name === 'p' || (name === 'h' && this.#options.dialect === 'odf');
  }

  #begin(): void {
    this.#open.push({ text: '', before: '', deleted: [], links: [], number: ++this.#count, part: this.#parts.at(-1) });
  }

  #end(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    const { text, deleted, links, number, part } = paragraph;
    this.#give(text, part, number);
    if (deleted.length > 0) this.#give(deletedText(paragraph), 'deleted', number);
    const hidden = links.filter((link) => !text.includes(link));
    this.#give([...new Set(hidden)].join('\n'), 'links', number);
  }

  #give(text: string, part: string | undefined, number: number | undefined): void {
    if (text.trim() === '') return;
    if (this.#chosen !== undefined) {
      if (this.#isFallback && this.#chosen.has(text)) return;
      if (this.#chosen.size < MOST_CHOSEN) this.#chosen.add(text);
    }
    const { location = {}, numbered = false } = this.#options;
    this.#table.add({
      text,
      location: {
        ...location,
        ...(this.#page !== undefined && { page: this.#page }),
        ...(numbered && number !== undefined && { paragraph: number }),
        ...(part !== undefined && { part }),
      },
    });
  }

  /** Adds to the paragraph at hand, if there is one. */
  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph === undefined) return;
    if (this.#element === 'instrText' || this.#element === 'delInstrText') {
      link(paragraph, quotedIn(text));
      return;
    }
    if (paragraph.before.length + paragraph.text.length > MOST_TEXT) {
      throw new ItemProblem('limit', 'a paragraph of more than 8 Mi characters is not read to its end');
    }
    const isDeleted = this.#element === 'delText' || this.#deleted > 0;
    if (!isDeleted) paragraph.text += text;
    else paragraph.deleted.push([paragraph.before.length, paragraph.before.length + text.length]);
    if (isDeleted || this.#inserted === 0) paragraph.before += text;
  }

  #takeAttributes(name: string, attributes: Attributes): void {
    const wanted = VALUES[name];
    for (const key in attributes) {
      const local = localName(key);
      const value = attributes[key]!;
      if (ATTRIBUTES.has(local)) this.#give(value, 'description', undefined);
      else if (local === wanted) this.#give(value, undefined, undefined);
      else if (AUTHORED.has(name) && PERSON.has(local)) this.#person(value);
      else if (local === 'instr') this.#link(quotedIn(value));
      else if (local === 'href' && name === 'a') this.#link([linkText(value)]);
      else if (local === 'id' && (name === 'hyperlink' || name === 'hlinkClick')) this.#link([this.#options.targets?.get(value)]);
    }
  }

  #link(targets: readonly (string | undefined)[]): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) link(paragraph, targets);
  }

  #person(name: string): void {
    if (name === '' || this.#persons.has(name) || this.#persons.size === MOST_PERSONS) return;
    this.#persons.add(name);
    this.#give(name, 'author', undefined);
  }

  /** Gives text that stands in no paragraph. */
  #endLoose(): void {
    const text = this.#loose.trim();
    this.#loose = '';
    if (this.#isCreator) {
      this.#isCreator = false;
      this.#person(text);
    } else if (text !== '') this.#give(this.#options.named ? `${this.#element}: ${text}` : text, this.#parts.at(-1), undefined);
  }
}

/** Notes where links of a paragraph lead. */
function link({ links }: Revised, targets: readonly (string | undefined)[]): void {
  for (const target of targets) if (target !== undefined && links.length < MOST_LINKS) links.push(target);
}

/** What was deleted, each with the rest of the words that it was a part of: half a number says nothing. */
function deletedText({ before, deleted }: Revised): string {
  const texts: string[] = [];
  let done = 0;
  for (const [start, end] of deleted) {
    if (end <= done) continue;
    let from = Math.max(start, done);
    let to = end;
    while (from > done && !/\s/.test(before[from - 1]!)) from--;
    while (to < before.length && !/\s/.test(before[to]!)) to++;
    // What was deleted in one go comes in runs.
    if (texts.length > 0 && from === done) texts.push(`${texts.pop()}${before.slice(from, to)}`);
    else texts.push(before.slice(from, to));
    done = to;
  }
  return texts.join('\n');
}

/** Texts in quotes of a field's instruction: `HYPERLINK "mailto:max@corp-mail.org"`. */
function quotedIn(instruction: string): string[] {
  return Array.from(instruction.matchAll(/"([^"]+)"/g), ([, text]) => linkText(text!));
}

function spaces(count: string | undefined): number {
  const said = Number(count ?? 1);
  return Number.isInteger(said) && said > 0 ? Math.min(said, MOST_SPACES) : 1;
}
