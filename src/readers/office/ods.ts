/**
 * OpenDocument spreadsheets (version 1.3, part 3, 9): cells as they are shown, with their comments. Equal cells and rows are stored
 * once with a number; as many of them are given, up to a limit.
 */
import { ItemProblem } from '../../core/problem.js';
import { linkText } from './links.js';
import { plainNumber } from './number-format.js';
import type { OfficePackage } from './package.js';
import { remainingPieces } from './remaining.js';
import { MOST_COLUMNS, MOST_ROWS, NO_NAMES, Sheet, type SheetValue } from './sheet.js';
import { openDocumentHeaders } from './text-documents.js';
import type { WorkbookOptions } from './xlsx.js';
import { type Attributes, attribute, type XmlHandler } from './xml.js';

/** Cells that are given of those that are stored as repeated: 1,024 KiB of XML can stand for 2^34. */
const MOST_REPEATED = 2 ** 20;
/** UTF-16 units of a cell, and of those of a row, which wait for its end. */
const MOST_TEXT = 16 * 2 ** 20;
const MOST_SPACES = 1000;

/** All values of a workbook, in batches. What is wrong with a part is noted in the package. @throws ItemProblem of the source */
export async function* openDocumentValues(
  pkg: OfficePackage,
  { everyValue, depth = 0, onRows }: WorkbookOptions,
): AsyncGenerator<SheetValue[], void, void> {
  const content = pkg.part('content.xml');
  if (content === undefined) pkg.omissions.add('malformed', 'the document has no sheets');
  else {
    const sheets = new Sheets(everyValue, onRows);
    for await (const _ of pkg.read(content, sheets, 'the text of the sheets')) yield sheets.take();
    sheets.end();
    yield sheets.take();
  }
  for (const pieces of [openDocumentHeaders(pkg), remainingPieces(pkg, depth)]) {
    for await (const { text, location } of pieces) {
      yield [{ text, names: NO_NAMES, isName: false, place: { ...(location.part !== undefined && { part: location.part }) } }];
    }
  }
}

interface Cell {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
}

class Sheets implements XmlHandler {
  readonly #everyValue: boolean;
  readonly #onRows: WorkbookOptions['onRows'];
  #sheet: Sheet | undefined;
  /** Values of sheets that are done. */
  #done: SheetValue[] = [];
  #row = 0;
  #rows = 1;
  #cells: Cell[] = [];
  #units = 0;
  #column = 0;
  /** The cell at hand. */
  #attributes: Attributes | undefined;
  #text = '';
  #isFirstLine = true;
  #paragraphs = 0;
  #comment: string | undefined;
  #commentator: string | undefined;
  #repeated = 0;

  constructor(everyValue: boolean, onRows: WorkbookOptions['onRows']) {
    this.#everyValue = everyValue;
    this.#onRows = onRows;
  }

  take(): SheetValue[] {
    const values = [...this.#done, ...(this.#sheet?.take() ?? [])];
    this.#done = [];
    return values;
  }

  /** Gives what is still open, where the part ends early. */
  end(): void {
    this.#endRow();
    this.#endSheet();
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'table' && attribute(attributes, 'name') !== undefined) this.#beginSheet(attribute(attributes, 'name')!);
    else if (name === 'table-row') {
      this.#rows = repeated(attribute(attributes, 'number-rows-repeated'));
      this.#column = 0;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#attributes = attributes;
      this.#text = '';
      this.#isFirstLine = true;
    } else if (name === 'annotation') this.#comment = '';
    else if (name === 'creator' && this.#comment !== undefined) this.#commentator = '';
    else if (name === 'p') this.#beginParagraph();
    else if (name === 's') this.#add(' '.repeat(Math.min(MOST_SPACES, repeated(attribute(attributes, 'c')))));
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
    else if (name === 'a') this.#part('link', linkText(attribute(attributes, 'href') ?? ''));
  }

  text(text: string): void {
    if (this.#commentator !== undefined) this.#commentator += text;
    else this.#add(text.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    if (name === 'p') this.#paragraphs--;
    else if (name === 'annotation') {
      this.#part('comment', (this.#comment ?? '').trim());
      this.#comment = undefined;
    } else if (name === 'creator' && this.#commentator !== undefined) {
      this.#sheet?.addPart('comment author', this.#commentator, undefined);
      this.#commentator = undefined;
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#endRow();
    else if (name === 'table') this.#endSheet();
  }

  #beginSheet(name: string): void {
    // Tables in cells are not known to any program.
    if (this.#sheet !== undefined) return;
    this.#sheet = new Sheet(name);
    this.#row = 0;
    this.#done.push({ text: name, names: NO_NAMES, isName: true, place: { sheet: name } });
  }

  #endSheet(): void {
    const sheet = this.#sheet;
    if (sheet === undefined) return;
    sheet.end();
    for (const value of sheet.take()) this.#done.push(value);
    this.#onRows?.(sheet.rows);
    this.#sheet = undefined;
  }

  #beginParagraph(): void {
    this.#paragraphs++;
    if (this.#comment !== undefined) {
      this.#comment += '\n';
      return;
    }
    if (!this.#isFirstLine) this.#text += '\n';
    this.#isFirstLine = false;
  }

  #add(text: string): void {
    if (this.#paragraphs === 0) return;
    this.#units += text.length;
    if (this.#units > MOST_TEXT) throw new ItemProblem('limit', 'a row of more than 16 Mi characters is not read');
    if (this.#comment === undefined) this.#text += text;
    else this.#comment += text;
  }

  #part(part: string, text: string): void {
    if (this.#text !== text) this.#sheet?.addPart(part, text, { row: this.#row + 1, column: this.#column + 1 });
  }

  #endCell(): void {
    const attributes = this.#attributes ?? {};
    const columns = Math.min(MOST_COLUMNS, repeated(attribute(attributes, 'number-columns-repeated')));
    const text = cellText(attributes, this.#text, this.#everyValue);
    if (text !== '') this.#cells.push({ column: this.#column + 1, columns, text });
    if (this.#cells.length > MOST_COLUMNS) throw new ItemProblem('limit', 'a row has more than 16,384 cells');
    this.#column += columns;
    this.#attributes = undefined;
    this.#text = '';
  }

  /** Gives the cells of the row, as often as it is repeated. @throws ItemProblem `limit` where that is more than is counted */
  #endRow(): void {
    const cells = this.#cells;
    this.#cells = [];
    this.#units = 0;
    const rows = cells.length === 0 ? 0 : this.#rows;
    for (let i = 1; i <= rows; i++) {
      for (const { column, columns, text } of cells) {
        for (let j = 0; j < columns; j++) {
          if ((i > 1 || j > 0) && ++this.#repeated > MOST_REPEATED) {
            throw new ItemProblem(
              'limit',
              'more than 1,048,576 cells are stored as repeated; the others of them are not counted',
            );
          }
          this.#sheet?.add(this.#row + i, column + j, text);
        }
      }
    }
    this.#row += this.#rows;
  }
}

function repeated(said: string | undefined): number {
  const count = Number(said ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_ROWS) : 1;
}

/** The value as the cell shows it, where that shows all of it. @param shown its paragraphs */
function cellText(attributes: Attributes, shown: string, everyValue: boolean): string {
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = plainNumber(attribute(attributes, 'value') ?? '');
      return value === '' || isSame(shown, value) ? shown : value;
    }
    case 'date':
      return (attribute(attributes, 'date-value') ?? shown).replace(/T00:00:00(?:\.0+)?$/, '');
    case 'boolean':
      return everyValue ? (attribute(attributes, 'boolean-value') ?? shown) : '';
    default:
      return shown;
  }
}

/** Whether what is shown has all digits of a whole number, with zeros in front or literals in between. */
function isSame(shown: string, value: string): boolean {
  const digits = shown.replace(/[-/(): +]/g, '');
  return /^\d+$/.test(digits) && /^\d+$/.test(value) && digits.replace(/^0+/, '') === value.replace(/^0+/, '');
}
