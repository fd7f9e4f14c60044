/** PDF: the text of each page as it is drawn, with comments, form fields, properties and attached files. */
import { InternalError } from '../../core/errors.js';
import { ItemProblem } from '../../core/problem.js';
import { attachmentPieces } from '../attachments.js';
import { Omissions, type Piece, readPieces } from '../documents.js';
import type { ReadRequest, Steps } from '../types.js';
import { wholeBytes } from '../whole.js';
import { openPdf, type PdfDocument } from './library.js';
import { checkStreams } from './streams.js';

/** The library needs the whole file in memory. */
const MOST_BYTES = 256 * 2 ** 20;
/** Pages after which the library is told to forget fonts and the like. */
const FORGET_AFTER = 32;
/** Ranges of pages that a problem names. */
const MOST_RANGES = 10;
/** The end of a file says where its table of objects is; some programs write more behind it. */
const TAIL_BYTES = 4096;

/** Reads a PDF. What is left out, or lost in damage, is one problem at the end. @throws ItemProblem */
export function* readPdf(request: ReadRequest): Steps {
  if (request.format.kind !== 'pdf') throw new InternalError('the reader of PDF was given another format');
  const progress: Progress = { done: 0 };
  const pieces = async function* (): AsyncGenerator<Piece, void, void> {
    const bytes = await wholeBytes(request.source, MOST_BYTES, 'PDF');
    const omissions = new Omissions();
    yield* pdfPieces(bytes, omissions, progress);
    omissions.throwIfAny();
  };
  yield* readPieces(request, {
    pieces: pieces(),
    storedBytes: () => progress.done,
  });
}

/** How far a document was read, in its bytes. */
interface Progress {
  done: number;
}

/**
 * The text of a PDF. @param bytes are not usable any more behind the first piece
 * @throws ItemProblem where nothing of it can be read
 */
export async function* pdfPieces(
  bytes: Uint8Array<ArrayBuffer>,
  omissions: Omissions,
  progress: Progress = { done: 0 },
): AsyncGenerator<Piece, void, void> {
  const { length } = bytes;
  const { damaged, isTooLarge } = await checkStreams(bytes);
  if (isTooLarge) throw new ItemProblem('limit', 'a stream of the PDF is too large when it is decompressed');
  if (damaged > 0) omissions.add('malformed', `${damaged} of the PDF's streams ${damaged === 1 ? 'is' : 'are'} damaged`);
  const ending = endOf(bytes);
  if (ending !== undefined) omissions.add('malformed', ending);
  const document = await openPdf(bytes);
  /** Pages on which something is drawn and no text stands. An empty page is no problem. */
  const images: number[] = [];
  try {
    yield* propertyPieces(document, omissions);
    for (let page = 1; page <= document.pages; page++) {
      const text = yield* pagePieces(document, page, omissions);
      if (text?.trim() === '') {
        const isDrawn = await heeding(omissions, false, () => document.isDrawnOn(page));
        if (isDrawn) images.push(page);
      }
      if (page % FORGET_AFTER === 0) await document.forget();
      progress.done = Math.floor((length * page) / (document.pages + 1));
    }
    for (const { name, bytes: content } of await heeding(omissions, [], () => document.attachments())) {
      yield* attachmentPieces({ name, bytes: content }, omissions);
    }
  } finally {
    const isDamaged = await document.close();
    if (isDamaged) omissions.add('malformed', 'objects of the PDF are damaged');
  }
  if (images.length > 0) omissions.add('unsupported', imagesText(images));
  progress.done = length;
}

async function* propertyPieces(document: PdfDocument, omissions: Omissions): AsyncGenerator<Piece, void, void> {
  const { lines, isXfa } = await heeding(omissions, { lines: [], isXfa: false }, () => document.properties());
  if (isXfa) omissions.add('unsupported', 'an XFA form is not read yet');
  yield { text: lines.join('\n'), location: { part: 'properties' } };
}

/** Gives the page's text and what is attached to it; returns the text, or undefined where the page cannot be read. */
async function* pagePieces(
  document: PdfDocument,
  page: number,
  omissions: Omissions,
): AsyncGenerator<Piece, string | undefined, void> {
  const content = await heeding(omissions, undefined, () => document.text(page));
  if (content?.isCut) omissions.add('limit', `of page ${page} the first 16 MiB of text were read`);
  if (content !== undefined) yield { text: content.text, location: { page } };
  const notes = await heeding(omissions, [], () => document.annotations(page, content?.text ?? ''));
  yield { text: notes.join('\n'), location: { page, part: 'annotations' } };
  return content?.text;
}

/** What of a document cannot be read is left out, and the rest is read. */
async function heeding<T>(omissions: Omissions, otherwise: T, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ItemProblem)) throw error;
    omissions.add(error.code, error.message);
    return otherwise;
  }
}

/** `4 pages are image only, and their text is not read: 3, 7-9`. */
function imagesText(pages: readonly number[]): string {
  const ranges: string[] = [];
  for (let from = 0; from < pages.length; ) {
    let to = from;
    while (pages[to + 1] === pages[to]! + 1) to++;
    ranges.push(from === to ? `${pages[from]}` : `${pages[from]}-${pages[to]}`);
    from = to + 1;
  }
  const shown = ranges.slice(0, MOST_RANGES).join(', ') + (ranges.length > MOST_RANGES ? ' and others' : '');
  const many = pages.length === 1 ? '1 page is image only, and its' : `${pages.length} pages are image only, and their`;
  return `${many} text is not read: ${shown}`;
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
