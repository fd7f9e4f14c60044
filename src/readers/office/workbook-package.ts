/** XLS and XLSB by the package that reads them (SheetJS, as @e965/xlsx publishes it); the only place that knows it. */
import { ItemProblem } from '../../core/problem.js';
import { optionalPackage } from '../optional-package.js';
import { linkText } from './links.js';
import { numberText } from './number-format.js';
import { MOST_COLUMNS, MOST_ROWS, NO_NAMES, Sheet, type SheetValue } from './sheet.js';

/** What is used of the package. */
interface Library {
  read(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): Workbook;
}

interface Workbook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, { readonly '!data'?: (readonly (Cell | undefined)[] | undefined)[] }>>;
  readonly Props?: Readonly<Record<string, unknown>>;
  readonly Workbook?: {
    readonly WBProps?: { readonly date1904?: boolean };
    /** What a name stands for: a formula, or a number or truth value itself. */
    readonly Names?: readonly { readonly Name: string; readonly Ref?: string | number | boolean }[];
  };
}

interface Cell {
  /** Boolean, number, error, text. */
  readonly t: 'b' | 'n' | 'e' | 's' | string;
  readonly v?: unknown;
  /** Code of its number format. */
  readonly z?: string | number;
  /** Comments with their author. */
  readonly c?: readonly { readonly a?: string; readonly t?: string }[];
  readonly l?: { readonly Target?: string };
}

/** Some values of a workbook. */
export interface WorkbookPart {
  readonly values: readonly SheetValue[];
  /** Rows of the sheet that they end; 0 where they end none. */
  readonly rows: number;
  /** Whether they end a sheet, and the package found all sheets of the workbook. */
  readonly isWhole: boolean;
}

const part = (values: readonly SheetValue[]): WorkbookPart => ({ values, rows: 0, isWhole: false });

/**
 * All values of a workbook, sheet by sheet.
 * @throws ItemProblem `encrypted`, `malformed`, `unsupported` where the package is missing; that of sheets which are lost behind the others
 */
export async function* readWithPackage(bytes: Uint8Array, everyValue: boolean): AsyncGenerator<WorkbookPart, void, void> {
  const library = await loadLibrary();
  const { workbook, complaints } = parse(library, bytes);
  // Without its list of sheets, the package takes a workbook for an empty one.
  if (workbook.SheetNames.length === 0) throw new ItemProblem('malformed', 'the workbook has no sheets');
  // The package says nothing of a sheet that it stumbles over: it has its name, and no more.
  const lost = workbook.SheetNames.filter((name) => workbook.Sheets[name] === undefined).length;
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  // A damaged number puts a cell where no sheet reaches, and the package believes it.
  let isWhole = complaints === 0;
  for (const name of workbook.SheetNames) {
    yield part([{ text: name, names: NO_NAMES, isName: true, place: { sheet: name } }]);
    const sheet = new Sheet(name);
    const rows = workbook.Sheets[name]?.['!data'];
    isWhole &&= rows !== undefined && rows.length <= MOST_ROWS;
    for (const [row, cells] of entriesOf(rows, MOST_ROWS)) {
      // Nobody needs them any more.
      rows![row] = undefined;
      isWhole &&= cells.length <= MOST_COLUMNS;
      for (const [column, cell] of entriesOf(cells, MOST_COLUMNS)) {
        const at = { row: row + 1, column: column + 1 };
        const text = textOfCell(cell, is1904, everyValue);
        if (text !== '') sheet.add(at.row, at.column, text);
        for (const { a = '', t = '' } of cell.c ?? []) sheet.addPart('comment', `${a}\n${t}`.trim(), at);
        const target = linkText(cell.l?.Target ?? '');
        if (target !== text) sheet.addPart('link', target, at);
      }
      const ready = sheet.take();
      if (ready.length > 0) yield { values: ready, rows: 0, isWhole: false };
    }
    sheet.end();
    yield { values: sheet.take(), rows: sheet.rows, isWhole: lost === 0 };
  }
  const names = workbook.Workbook?.Names ?? [];
  yield part(
    names.map(({ Name: name, Ref = '' }) => {
      const text = String(Ref).replace(/^"(.*)"$/s, '$1');
      return { text, names: [name], isName: false, place: { columnName: name, part: 'defined names' } };
    }),
  );
  const properties = Object.entries(workbook.Props ?? {}).filter(([, value]) => typeof value === 'string');
  yield part(
    properties.map(([name, value]) => {
      return { text: `${name}: ${value}`, names: NO_NAMES, isName: false, place: { part: 'properties' } };
    }),
  );
  if (lost > 0) throw new ItemProblem('malformed', `${lost} of ${workbook.SheetNames.length} sheets cannot be read`);
  if (!isWhole) throw new ItemProblem('malformed', 'parts of the workbook are damaged or of a kind that is not known');
}

/** @throws ItemProblem `unsupported` where it is not installed */
async function loadLibrary(): Promise<Library> {
  const library: unknown = await optionalPackage(
    () => import('@e965/xlsx'),
    'XLS and XLSB are read where @e965/xlsx is installed: npm install @e965/xlsx',
  );
  return library as Library;
}

/** Entries with their places, up to `most`; a list of billions of places may have a few that are filled. */
function* entriesOf<T>(list: readonly (T | undefined)[] = [], most: number): Generator<[number, T], void, void> {
  for (const key of Object.keys(list)) {
    const index = Number(key);
    if (index >= most) return;
    const entry = list[index];
    if (entry !== undefined) yield [index, entry];
  }
}

interface Parsed {
  readonly workbook: Workbook;
  /** What the package stumbled over and passed by. */
  readonly complaints: number;
}

/** @throws ItemProblem: whatever the package throws on damaged input is the input's fault */
function parse(library: Library, bytes: Uint8Array): Parsed {
  const { log, warn, error: logError } = console;
  let complaints = 0;
  const count = (): void => {
    complaints++;
  };
  try {
    // It writes what it stumbles over to the console, and quotes it.
    Object.assign(console, { log: count, warn: count, error: count });
    // Of anything but a Buffer, it makes an array of numbers, eight bytes for each byte of the file.
    const workbook = library.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
    return { workbook, complaints };
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    if (isLocked) throw new ItemProblem('encrypted', 'the workbook needs a password', { cause: error });
    throw new ItemProblem('malformed', 'the workbook cannot be taken apart', { cause: error });
  } finally {
    Object.assign(console, { log, warn, error: logError });
  }
}

function textOfCell({ t: type, v: value, z: format }: Cell, is1904: boolean, everyValue: boolean): string {
  if (value === undefined || value === null) return '';
  if (type === 'n') return numberText(typeof format === 'string' ? format : undefined, 0, is1904)(String(value));
  if (type === 'b' || type === 'e') return everyValue ? String(value) : '';
  return String(value);
}
