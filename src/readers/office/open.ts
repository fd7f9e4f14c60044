/** Readers of Office documents: text documents as free text, workbooks as cells. What is left out is one problem at the end. */
import { InternalError } from '../../core/errors.js';
import type { OfficeKind } from '../../core/format.js';
import { ItemProblem } from '../../core/problem.js';
import { VALUE_IS_NAME } from '../../core/segment.js';
import { awaited } from '../awaited.js';
import { Cells } from '../cells.js';
import { type Piece, readPieces } from '../documents.js';
import type { Omissions } from '../omissions.js';
import { type PositionalSource, positional } from '../positional.js';
import type { ReadRequest, Steps } from '../types.js';
import { openDocumentValues } from './ods.js';
import { OfficePackage } from './package.js';
import { type SheetPlace, type SheetValue, sheetLocation, textOf } from './sheet.js';
import { type TextKind, textPieces } from './text-documents.js';
import { type WorkbookOptions, workbookValues } from './xlsx.js';
import { type Attributes, parseXml } from './xml.js';

/** Kinds that are read as cells. */
type WorkbookKind = 'xlsx' | 'ods';

/** Reads DOCX, PPTX, ODT and ODP. @throws ItemProblem */
export function* readTextDocument(request: ReadRequest): Steps {
  const { source, format } = request;
  const kind = format.kind as TextKind;
  let pkg: OfficePackage | undefined;
  const pieces = async function* (): AsyncGenerator<Piece, void, void> {
    const placed = await positional(source);
    try {
      pkg = await openPackage(placed, kind);
      yield* textPieces(pkg, kind);
      pkg.omissions.throwIfAny();
    } finally {
      if (placed !== source) placed.close();
    }
  };
  yield* readPieces(request, { pieces: pieces(), storedBytes: () => source.storedBytes ?? pkg?.doneBytes ?? 0 });
}

/** Reads XLSX and ODS. @throws ItemProblem */
export function* readWorkbook(request: ReadRequest): Steps {
  const { source, format, counts, everyValue = false } = request;
  if (format.kind !== 'xlsx' && format.kind !== 'ods')
    throw new InternalError('the reader of workbooks was given another format');
  const placed = yield* awaited(positional(source));
  try {
    const pkg = yield* awaited(openPackage(placed, format.kind));
    const onRows = (rows: number): void => {
      counts.records += rows;
    };
    const values = valuesOf(pkg, format.kind, { everyValue, onRows });
    yield* readCells(request, values, () => source.storedBytes ?? pkg.doneBytes);
    pkg.omissions.throwIfAny();
  } finally {
    if (placed !== source) placed.close();
  }
}

/** Reads XLS and XLSB. @throws ItemProblem */
export function* readOldWorkbook(request: ReadRequest): Steps {
  const { source, format, counts, everyValue = false } = request;
  if (format.kind !== 'xls' && format.kind !== 'xlsb')
    throw new InternalError('the reader of old workbooks was given another format');
  const { oldWorkbookValues } = yield* awaited(import('./old-workbook.js'));
  const placed = yield* awaited(positional(source));
  let done = 0;
  const onRows = (rows: number, isWhole: boolean): void => {
    counts.records += rows;
    // Which bytes are those of a sheet that is lost, only the package knows.
    if (isWhole) done = placed.byteLength;
  };
  try {
    const values = oldWorkbookValues(format.kind, placed, { everyValue, onRows });
    yield* readCells(request, values, () => done);
  } finally {
    if (placed !== source) placed.close();
  }
}

/**
 * Gives values as cells. @param storedBytes those that are done with; all that are examined when there are no more values
 * @throws what `values` throws, when everything before it was given
 */
function* readCells(
  request: ReadRequest,
  values: AsyncGenerator<readonly SheetValue[], void, void>,
  storedBytes: () => number,
): Steps {
  const { counts } = request;
  const cells = new Cells<SheetPlace>({ request, shape: 'column', locate: sheetLocation });
  const ids = new Map<SheetValue['names'], number>();
  try {
    for (;;) {
      let next: IteratorResult<readonly SheetValue[]>;
      try {
        next = yield* awaited(values.next());
      } catch (error) {
        yield* cells.flush();
        counts.bytesExamined = storedBytes();
        throw error;
      }
      if (next.done) break;
      for (const { text, names, isName, place } of next.value) {
        let id = ids.get(names);
        if (id === undefined) {
          id = cells.name(names);
          ids.set(names, id);
        }
        const filled = cells.put(id, text, place, isName ? VALUE_IS_NAME : 0);
        if (filled) yield* filled;
      }
      counts.bytesDecoded = cells.bytes;
      counts.bytesExamined = storedBytes();
    }
    yield* cells.flush();
    counts.bytesDecoded = cells.bytes;
    counts.bytesExamined = storedBytes();
  } finally {
    yield values.return().then(() => undefined);
  }
}

/** The text of an Office document in another one, or of an attachment. @param depth documents around it @throws ItemProblem */
export async function* officePieces(
  kind: OfficeKind,
  source: PositionalSource,
  omissions: Omissions,
  depth: number,
): AsyncGenerator<Piece, void, void> {
  let workbook: AsyncIterable<readonly SheetValue[]>;
  if (kind === 'xls' || kind === 'xlsb') {
    workbook = (await import('./old-workbook.js')).oldWorkbookValues(kind, source, { everyValue: false });
  } else {
    const pkg = await openPackage(source, kind, omissions);
    if (kind !== 'xlsx' && kind !== 'ods') {
      yield* textPieces(pkg, kind, depth);
      return;
    }
    workbook = valuesOf(pkg, kind, { everyValue: false, depth });
  }
  for await (const values of workbook) {
    for (const { text, names, isName, place } of values) {
      const [name] = isName ? [] : names;
      yield { text: name === undefined ? textOf(text) : `${name}: ${textOf(text)}`, location: sheetLocation(place) };
    }
  }
}

function valuesOf(pkg: OfficePackage, kind: WorkbookKind, options: WorkbookOptions): AsyncGenerator<SheetValue[], void, void> {
  return kind === 'xlsx' ? workbookValues(pkg, options) : openDocumentValues(pkg, options);
}

/** @throws ItemProblem `encrypted` where the document is */
async function openPackage(source: PositionalSource, kind: OfficeKind, omissions?: Omissions): Promise<OfficePackage> {
  const pkg = await OfficePackage.open(source, omissions);
  const manifest = kind.startsWith('od') ? pkg.part('META-INF/manifest.xml') : undefined;
  if (manifest === undefined) return pkg;
  const open = (name: string, _attributes: Attributes): void => {
    if (name === 'encryption-data') throw new ItemProblem('encrypted', 'the document needs a password');
  };
  await parseXml(pkg.stream(manifest), { open, text: () => undefined, close: () => undefined }, 'the list of parts');
  return pkg;
}
