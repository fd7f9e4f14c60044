/**
 * Excel workbooks (ECMA-376, part 1, 18): sheets in the order of the workbook, hidden ones too, cells as they are shown, and what
 * else holds text: comments, links, defined names, headers, strings that no cell shows any more. Formulas are read by their results.
 */

import { linkTargets } from './links.js';
import { type NumberText, numberText } from './number-format.js';
import type { OfficePackage, Part, Relationship } from './package.js';
import { remainingPieces } from './remaining.js';
import { RichText, SharedStrings } from './shared-strings.js';
import { NO_NAMES, parseAddress, Sheet, type SheetValue } from './sheet.js';
import { type WorkbookFacts, Worksheet } from './worksheet.js';
import { type Attributes, attribute, type XmlHandler } from './xml.js';

/** Strings that no cell shows are given so many at a time. */
const BATCH = 1000;
/** What Excel writes in a comment whose text stands in a part of its own. */
const THREADED = '[Threaded comment]';

/** How a workbook is read. */
export interface WorkbookOptions {
  /** Give truth values and errors too. */
  readonly everyValue: boolean;
  /** Documents around it. Default 0. */
  readonly depth?: number;
  /** Told the rows of each sheet. */
  readonly onRows?: (rows: number) => void;
}

/** All values of a workbook, in batches. What is wrong with a part is noted in the package. @throws ItemProblem of the source */
export async function* workbookValues(
  pkg: OfficePackage,
  { everyValue, depth = 0, onRows }: WorkbookOptions,
): AsyncGenerator<SheetValue[], void, void> {
  const main = (await pkg.relationships(undefined)).find(({ type }) => type === 'officeDocument');
  const workbookPart = pkg.part(main?.target ?? '') ?? pkg.part('xl/workbook.xml');
  const workbook = new Workbook();
  if (workbookPart === undefined) pkg.omissions.add('malformed', 'the workbook has no list of its sheets');
  else await pkg.readAll(workbookPart, workbook, 'the list of sheets');
  const relationships = workbookPart === undefined ? [] : await pkg.relationships(workbookPart);
  const partOf = (type: string): Part | undefined => {
    const found = relationships.find((one) => one.type === type);
    return found && pkg.target(found);
  };
  const styles = new Styles();
  const stylesPart = partOf('styles');
  if (stylesPart !== undefined) await pkg.readAll(stylesPart, styles, 'the list of formats');
  const strings = new SharedStrings();
  const stringsPart = partOf('sharedStrings') ?? pkg.part('xl/sharedStrings.xml');
  if (stringsPart !== undefined) await pkg.readAll(stringsPart, strings, 'the list of shared strings', Infinity);

  const facts: WorkbookFacts = {
    strings,
    formats: styles.formats(workbook.is1904),
    everyValue,
    onMissingString: () => pkg.omissions.add('malformed', 'cells name shared strings that are not there'),
  };
  for (const { part, name } of sheetsOf(pkg, workbook, relationships)) {
    yield* sheetValues(pkg, part, new Sheet(name), facts, onRows);
  }
  yield workbook.values();
  let batch: SheetValue[] = [];
  for (const text of strings.unnamed()) {
    batch.push({ text, names: NO_NAMES, isName: false, place: { part: 'shared strings' } });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
  for await (const { text, location } of remainingPieces(pkg, depth)) {
    yield [{ text, names: NO_NAMES, isName: false, place: { ...(location.part !== undefined && { part: location.part }) } }];
  }
}

interface NamedSheet {
  readonly part: Part;
  readonly name: string;
}

/** Sheets in the order of the workbook, then those that it does not name. */
function sheetsOf(pkg: OfficePackage, workbook: Workbook, relationships: readonly Relationship[]): NamedSheet[] {
  const sheets = new Map<Part, string>();
  for (const { id, name } of workbook.sheets) {
    const target = relationships.find((one) => one.id === id)?.target;
    const part = pkg.part(target ?? '');
    if (part !== undefined && !sheets.has(part)) sheets.set(part, name);
    else pkg.omissions.add('malformed', 'the workbook names sheets that are not there');
  }
  for (const part of pkg.unread()) {
    const [, file] = /(?:^|\/)worksheets\/([^/]*)\.xml$/i.exec(part.name) ?? [];
    if (file !== undefined && !sheets.has(part)) sheets.set(part, file);
  }
  return Array.from(sheets, ([part, name]) => ({ part, name }));
}

async function* sheetValues(
  pkg: OfficePackage,
  part: Part,
  sheet: Sheet,
  facts: WorkbookFacts,
  onRows: WorkbookOptions['onRows'],
): AsyncGenerator<SheetValue[], void, void> {
  const relationships = await pkg.relationships(part);
  yield [{ text: sheet.name, names: NO_NAMES, isName: true, place: { sheet: sheet.name } }];
  const handler = new Worksheet(sheet, facts, linkTargets(relationships));
  for await (const _ of pkg.read(part, handler, 'a worksheet')) yield sheet.take();
  sheet.end();
  yield sheet.take();
  onRows?.(sheet.rows);
  const isThreaded = relationships.some(({ type }) => type === 'threadedComment');
  for (const relationship of relationships) {
    const isComments = relationship.type === 'comments' || relationship.type === 'threadedComment';
    const comments = isComments ? pkg.target(relationship) : undefined;
    if (comments === undefined) continue;
    for await (const _ of pkg.read(comments, new Comments(sheet, isThreaded), 'a list of comments')) yield sheet.take();
  }
}

/** The workbook part: which sheets there are, and the names that it defines. */
class Workbook implements XmlHandler {
  is1904 = false;
  readonly sheets: { readonly id: string; readonly name: string }[] = [];
  readonly #names: { readonly name: string; readonly text: string }[] = [];
  #name: string | undefined;
  #text = '';

  open(name: string, attributes: Attributes): void {
    if (name === 'workbookPr') this.is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    else if (name === 'sheet') {
      this.sheets.push({ id: attribute(attributes, 'id') ?? '', name: attributes['name'] ?? '' });
    } else if (name === 'definedName') {
      this.#name = attributes['name'] ?? '';
      this.#text = '';
    }
  }

  text(text: string): void {
    if (this.#name !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (name !== 'definedName' || this.#name === undefined) return;
    this.#names.push({ name: this.#name, text: this.#text.replace(/^"(.*)"$/s, '$1') });
    this.#name = undefined;
  }

  /** What the defined names stand for, as if it were a column of each. */
  values(): SheetValue[] {
    return this.#names.map(({ name, text }) => {
      return { text, names: [name], isName: false, place: { columnName: name, part: 'defined names' } };
    });
  }
}

/** The number formats of a workbook's cells. */
class Styles implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #ids: number[] = [];
  #isCells = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'numFmt') this.#codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (name === 'cellXfs') this.#isCells = true;
    else if (name === 'xf' && this.#isCells) this.#ids.push(Number(attributes['numFmtId'] ?? 0));
  }

  text(): void {
    // It has none that counts.
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#isCells = false;
  }

  formats(is1904: boolean): NumberText[] {
    const known = new Map<number, NumberText>();
    return this.#ids.map((id) => {
      const format = known.get(id) ?? numberText(this.#codes.get(id), id, is1904);
      known.set(id, format);
      return format;
    });
  }
}

/** Comments of a sheet, old ones and those with answers. */
class Comments implements XmlHandler {
  readonly #sheet: Sheet;
  readonly #isThreaded: boolean;
  readonly #rich = new RichText();
  #cell: ReturnType<typeof parseAddress>;
  #author: string | undefined;

  constructor(sheet: Sheet, isThreaded: boolean) {
    this.#sheet = sheet;
    this.#isThreaded = isThreaded;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'comment' || name === 'threadedComment') {
      this.#cell = parseAddress(attributes['ref'] ?? '');
      this.#rich.begin();
    } else if (name === 'author') this.#author = '';
    // The text of a comment is rich, that of one with answers is plain.
    else this.#rich.open(name === 'text' && this.#isThreaded ? 't' : name, attributes);
  }

  text(text: string): void {
    if (this.#author === undefined) this.#rich.text(text);
    else this.#author += text;
  }

  close(name: string): void {
    if (name === 'author') {
      this.#sheet.addPart('comment author', this.#author ?? '', undefined);
      this.#author = undefined;
    } else if (name === 'comment' || name === 'threadedComment') {
      const text = this.#rich.end();
      if (!(name === 'comment' && this.#isThreaded && text.startsWith(THREADED)))
        this.#sheet.addPart('comment', text, this.#cell);
    } else this.#rich.close(name === 'text' && this.#isThreaded ? 't' : name);
  }
}
