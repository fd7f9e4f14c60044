/** One worksheet of an Excel workbook (ECMA-376, part 1, 18.3): its cells, and the texts that stand beside them. */
import type { NumberText } from './number-format.js';
import { plainNumber } from './number-format.js';
import { RichText, type SharedStrings, unescaped } from './shared-strings.js';
import { MOST_ROWS, parseAddress, type Sheet, textOf } from './sheet.js';
import { type Attributes, attribute, type XmlHandler } from './xml.js';

/** What the cells of all sheets have in common. */
export interface WorkbookFacts {
  readonly strings: SharedStrings;
  /** By the number of a cell's style. */
  readonly formats: readonly NumberText[];
  /** Give truth values and errors too. */
  readonly everyValue: boolean;
  /** A cell names a string that is not there. */
  onMissingString(): void;
}

/** Elements whose text is a header or footer; sections and fields of it begin with `&`. */
const HEADERS = new Set(['oddHeader', 'evenHeader', 'firstHeader', 'oddFooter', 'evenFooter', 'firstFooter']);
/** Codes of fonts, sizes and fields in headers (18.3.1.46). */
const HEADER_CODES = /&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z])/g;

export class Worksheet implements XmlHandler {
  readonly #sheet: Sheet;
  readonly #facts: WorkbookFacts;
  /** What links lead to, by the id of their relationship. */
  readonly #targets: ReadonlyMap<string, string>;
  /** Targets that no cell shows. */
  readonly #hidden: Set<string>;
  readonly #rich = new RichText();
  #row = 0;
  #column = 0;
  #type = 'n';
  #style = 0;
  #text = '';
  /** Text is gathered: of a value, a header, a list of allowed values. */
  #isText = false;
  #isInline = false;

  constructor(sheet: Sheet, facts: WorkbookFacts, targets: ReadonlyMap<string, string>) {
    this.#sheet = sheet;
    this.#facts = facts;
    this.#targets = targets;
    this.#hidden = new Set(targets.values());
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v' || name === 'formula1' || name === 'formula2' || HEADERS.has(name)) this.#isText = true;
    else if (name === 'row') this.#beginRow(attributes['r']);
    else if (name === 'is') {
      this.#isInline = true;
      this.#rich.begin();
    } else if (this.#isInline) this.#rich.open(name, attributes);
    else if (name === 'hyperlink') this.#link(attributes);
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
    else if (this.#isInline) this.#rich.text(text);
  }

  close(name: string): void {
    if (name === 'v') this.#isText = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'is') {
      this.#isInline = false;
      this.#text = this.#rich.end();
    } else if (this.#isInline) this.#rich.close(name);
    else if (this.#isText && HEADERS.has(name))
      this.#sheet.addPart(name.slice(-6).toLowerCase(), headerText(this.#end()), undefined);
    else if (name === 'formula1' || name === 'formula2') {
      const list = this.#end();
      // Others are references and conditions.
      if (list.startsWith('"')) this.#sheet.addPart('validation', list.slice(1, -1).replaceAll(',', '\n'), undefined);
    }
  }

  #beginRow(said: string | undefined): void {
    const row = Number(said);
    this.#row = Number.isInteger(row) && row > 0 && row <= MOST_ROWS ? row : this.#row + 1;
    this.#column = 0;
  }

  #beginCell(attributes: Attributes): void {
    const address = parseAddress(attributes['r'] ?? '');
    this.#column = address?.column ?? this.#column + 1;
    if (address !== undefined) this.#row = address.row;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#text = '';
  }

  #endCell(): void {
    const text = this.#valueOf(this.#end());
    if (text === undefined || text.length === 0) return;
    if (this.#hidden.size > 0) this.#hidden.delete(textOf(text));
    this.#sheet.add(this.#row, this.#column, text);
  }

  /** What is gathered. */
  #end(): string {
    const text = this.#text;
    this.#text = '';
    this.#isText = false;
    return text;
  }

  /** The value as a cell shows it; undefined where it is none to be given. */
  #valueOf(text: string): string | Uint8Array | undefined {
    const { strings, formats, everyValue } = this.#facts;
    switch (this.#type) {
      case 's': {
        if (text === '') return undefined;
        const found = strings.take(Number(text));
        if (found === undefined) this.#facts.onMissingString();
        return found;
      }
      case 'str':
        return unescaped(text);
      case 'inlineStr':
      case 'd':
        return text;
      case 'b':
        return everyValue ? String(text === '1' || text === 'true') : undefined;
      case 'e':
        return everyValue ? text : undefined;
      default:
        return text === '' ? undefined : (formats[this.#style] ?? plainNumber)(text);
    }
  }

  #link(attributes: Attributes): void {
    const cell = parseAddress((attributes['ref'] ?? '').split(':')[0]!);
    const target = this.#targets.get(attribute(attributes, 'id') ?? '');
    if (target !== undefined && this.#hidden.has(target)) this.#sheet.addPart('link', target, cell);
    this.#sheet.addPart('link', attributes['tooltip'] ?? '', cell);
  }
}

/** `Staff list` of `&L&"Arial,Bold"&12Staff list`. */
function headerText(text: string): string {
  return text.replaceAll('&&', '\0').replace(HEADER_CODES, '\n').replaceAll('\0', '&').trim();
}
