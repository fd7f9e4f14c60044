/**
 * Workbooks that are not stored as XML: XLS and XLSB. They are read by a package that is installed apart, because few have such files. It believes
 * what a damaged file says of its lengths and writes for ever, so it runs on a thread of its own, which is ended.
 */
import { ItemProblem } from '../../core/problem.js';
import type { NameList } from '../../core/segment.js';
import type { PositionalSource } from '../positional.js';
import { wholeBytes } from '../whole.js';
import { streamNames } from './compound.js';
import { OfficePackage } from './package.js';
import type { SheetValue } from './sheet.js';
import { takeThread } from './workbook-thread.js';

const MOST_BYTES = 16 * 2 ** 20;
const MOST_UNPACKED_BYTES = 64 * 2 ** 20;

/** Streams of a compound file that say what it is, and what is not read. */
const OTHERS: readonly (readonly [stream: string, what: string])[] = [
  ['WordDocument', 'Word documents of before 2007 are'],
  ['PowerPoint Document', 'PowerPoint presentations of before 2007 are'],
  ['VisioDocument', 'Visio drawings are'],
  ['__properties_version1.0', 'Outlook messages are'],
];

export interface OldWorkbookOptions {
  readonly everyValue: boolean;
  /** Told the rows of each sheet, and whether the package could read all of the workbook. */
  readonly onRows?: (rows: number, isWhole: boolean) => void;
}

/**
 * All values of a workbook, sheet by sheet.
 * @throws ItemProblem `encrypted`, `unsupported` where it is another document or the package is missing, `limit`, `malformed`, that of
 *   sheets which are lost behind the others
 */
export async function* oldWorkbookValues(
  kind: 'xls' | 'xlsb',
  source: PositionalSource,
  { everyValue, onRows }: OldWorkbookOptions,
): AsyncGenerator<SheetValue[], void, void> {
  await (kind === 'xls' ? checkCompound(source) : checkSize(source));
  const bytes = await wholeBytes(source, MOST_BYTES, 'workbook of this kind');
  const thread = takeThread();
  try {
    const names = new SameNames();
    for await (const { values, rows, isWhole } of thread.read(bytes, everyValue)) {
      yield values.map((value) => ({ ...value, names: names.of(value.names) }));
      if (rows > 0 || isWhole) onRows?.(rows, isWhole);
    }
  } finally {
    thread.release();
  }
}

/** What comes from another thread is a copy each time: of names that are equal, one array. */
class SameNames {
  readonly #known = new Map<string, NameList>();

  of(names: NameList): NameList {
    const key = names.join('\0');
    const known = this.#known.get(key) ?? names;
    this.#known.set(key, known);
    return known;
  }
}

/** @throws ItemProblem where it is no workbook, or encrypted */
async function checkCompound(source: PositionalSource): Promise<void> {
  const streams = streamNames(source);
  if (streams.has('ENCRYPTEDPACKAGE')) throw new ItemProblem('encrypted', 'the document needs a password');
  if (streams.has('WORKBOOK') || streams.has('BOOK')) return;
  const [, what] = OTHERS.find(([stream]) => streams.has(stream.toUpperCase())) ?? ['', 'this kind of old Office documents is'];
  throw new ItemProblem('unsupported', `${what} not read yet`);
}

/** The package unpacks whatever there is: all of it is unpacked before, and thrown away. @throws ItemProblem */
async function checkSize(source: PositionalSource): Promise<void> {
  const pkg = await OfficePackage.open(source);
  let length = 0;
  for (const part of pkg.unread()) {
    for await (const piece of pkg.stream(part)) {
      length += piece.length;
      if (length > MOST_UNPACKED_BYTES) throw new ItemProblem('limit', 'a binary workbook of more than 64 MiB is not read');
    }
  }
  pkg.omissions.throwIfAny();
}
