/** PDF: the text of each page as it is drawn, with comments, form fields, properties and attached files. */
import { InternalError } from '../../core/errors.js';
import { ItemProblem } from '../../core/problem.js';
import { attachmentPieces } from '../attachments.js';
import { type Piece, readPieces } from '../documents.js';
import { Omissions } from '../omissions.js';
import type { ReadRequest, Steps } from '../types.js';
import { wholeBytes } from '../whole.js';
import { openPdf, type PdfDocument } from './library.js';
import { checkStreams } from './streams.js';
import { PdfWork } from './work.js';

/** The library needs the whole file in memory. */
const MOST_BYTES = 256 * 2 ** 20;
/** Pages after which the library is told to forget fonts and the like. */
const FORGET_AFTER = 32;
/** A file of a few kilobytes can have the same page a billion times. */
const MOST_PAGES = 100_000;
/** Ranges of pages that a problem names. */
const MOST_RANGES = 10;
/** The end of a file says where its table of objects is; some programs write more behind it. */
const TAIL_BYTES = 4096;

/** Reads a PDF. What is left out, or lost in damage, is one problem at the end. @throws ItemProblem */
export function* readPdf(request: ReadRequest): Steps {
  if (request.format.kind !== 'pdf') throw new InternalError('the reader of PDF was given another format');
  const reading: Reading = { depth: 0, done: 0 };
  const pieces = async function* (): AsyncGenerator<Piece, void, void> {
    const bytes = await wholeBytes(request.source, MOST_BYTES, 'PDF');
    const omissions = new Omissions(bytes.length);
    yield* pdfPieces(bytes, omissions, reading);
    omissions.throwIfAny();
  };
  yield* readPieces(request, {
    pieces: pieces(),
    storedBytes: () => reading.done,
  });
}

/** Where a document stands, and how far it was read. */
interface Reading {
  /** Documents around it. */
  readonly depth: number;
  /** In its bytes. */
  done: number;
}

/**
 * The text of a PDF. @param bytes are not usable any more behind the first piece
 * @throws ItemProblem where nothing of it can be read
 */
export async function* pdfPieces(
  bytes: Uint8Array<ArrayBuffer>,
  omissions: Omissions,
  reading: Reading,
): AsyncGenerator<Piece, void, void> {
  const { length } = bytes;
  const { damaged, isTooLarge, embeddedBytes } = await checkStreams(bytes);
  if (isTooLarge) throw new ItemProblem('limit', 'a stream of the PDF is too large when it is decompressed');
  if (damaged > 0) omissions.add('malformed', `${damaged} of the PDF's streams ${damaged === 1 ? 'is' : 'are'} damaged`);
  const ending = endOf(bytes);
  if (ending !== undefined) omissions.add('malformed', ending);
  const work = PdfWork.of(omissions);
  const document = await openPdf(bytes, work);
  const pages: PageLists = { images: [], unreadable: [] };
  try {
    yield* propertyPieces(document, omissions);
    const last = Math.min(document.pages, MOST_PAGES);
    if (document.pages > last) omissions.add('limit', `the first ${MOST_PAGES} pages were read`);
    for (let page = 1; page <= last; page++) {
      const outcome = yield* pagePieces(document, page, pages);
      if (outcome === 'cut')
        throw new ItemProblem(
          'limit',
          `page ${page} has more text than a page can hold; the rest of it and what follows is not read`,
        );
      if (page % FORGET_AFTER === 0) await document.forget();
      reading.done = Math.floor((length * page) / (document.pages + 1));
    }
    work.hold(embeddedBytes);
    yield* attachedPieces(document, omissions, reading.depth);
    if (document.pages <= last) reading.done = length;
  } catch (error) {
    // What was read until then stays, and so does what it lacks.
    if (!(error instanceof ItemProblem) || error.code !== 'limit') throw error;
    omissions.add('limit', error.message);
  } finally {
    const isDamaged = await document.close();
    if (isDamaged) omissions.add('malformed', 'objects of the PDF are damaged');
  }
  if (pages.unreadable.length > 0)
    omissions.add('malformed', `PDF: not everything of ${pagesText(pages.unreadable)} can be read`);
  if (pages.images.length > 0) {
    const their = pages.images.length === 1 ? 'its' : 'their';
    omissions.add('unsupported', `image only, and ${their} text is not read: ${pagesText(pages.images)}`);
  }
}

async function* propertyPieces(document: PdfDocument, omissions: Omissions): AsyncGenerator<Piece, void, void> {
  const { lines, isXfa } = await heeding(omissions, { lines: [], isXfa: false }, () => document.properties());
  if (isXfa) omissions.add('unsupported', 'an XFA form is not read yet');
  yield { text: lines.join('\n'), location: { part: 'properties' } };
}

async function* attachedPieces(document: PdfDocument, omissions: Omissions, depth: number): AsyncGenerator<Piece, void, void> {
  for (const { name, bytes } of await heeding(omissions, [], () => document.attachments())) {
    yield* attachmentPieces({ name, bytes }, omissions, depth);
  }
}

/** Pages of which something is missing, by number, ascending. */
interface PageLists {
  /** Something is drawn on them, and no text stands there. An empty page is none of them. */
  readonly images: number[];
  readonly unreadable: number[];
}

/** Gives the page's text and what is written on it in annotations. */
async function* pagePieces(
  document: PdfDocument,
  page: number,
  { images, unreadable }: PageLists,
): AsyncGenerator<Piece, 'read' | 'cut', void> {
  const trouble = new Omissions(0);
  const content = await heeding(trouble, undefined, () => document.text(page));
  if (content !== undefined) yield { text: content.text, location: { page } };
  if (content?.isCut) return 'cut';
  const notes = await heeding(trouble, [], () => document.annotations(page, content?.text ?? ''));
  yield { text: notes.join('\n'), location: { page, part: 'annotations' } };
  if (content?.text.trim() === '' && (await heeding(trouble, false, () => document.isDrawnOn(page)))) images.push(page);
  if (!trouble.isEmpty) unreadable.push(page);
  return 'read';
}

/** What of a document cannot be read is left out, and the rest is read. @throws ItemProblem `limit` */
async function heeding<T>(omissions: Omissions, otherwise: T, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ItemProblem) || error.code === 'limit') throw error;
    omissions.add(error.code, error.message);
    return otherwise;
  }
}

/** `page 3`, `3 pages (4, 7-8)`. */
function pagesText(pages: readonly number[]): string {
  const ranges: string[] = [];
  for (let from = 0; from < pages.length; ) {
    let to = from;
    while (pages[to + 1] === pages[to]! + 1) to++;
    ranges.push(from === to ? `${pages[from]}` : `${pages[from]}-${pages[to]}`);
    from = to + 1;
  }
  if (pages.length === 1) return `page ${ranges[0]}`;
  return `${pages.length} pages (${ranges.slice(0, MOST_RANGES).join(', ')}${ranges.length > MOST_RANGES ? ' and others' : ''})`;
}

/** What is wrong with the end of the file, where the table of objects is named; undefined where it is right. */
function endOf(bytes: Uint8Array): string | undefined {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - TAIL_BYTES)).toString('latin1');
  if (!tail.includes('%%EOF')) return 'the PDF ends early; pages that were found all the same were read';
  const [, offset] = /^startxref\s+(\d+)\s+%%EOF/.exec(tail.slice(tail.lastIndexOf('startxref'))) ?? [];
  const table = offset === undefined ? '' : Buffer.from(bytes.subarray(Number(offset), Number(offset) + 32)).toString('latin1');
  if (/^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(table)) return undefined;
  return "the PDF's table of objects is damaged; pages that were found all the same were read";
}
