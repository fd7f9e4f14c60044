/**
 * The library that reads PDF (pdf.js, as unpdf packs it): the only place that knows it. It runs no script of a document, loads no
 * font and opens no address; what it throws becomes a problem in our own words.
 */
import { ItemProblem } from '../../core/problem.js';
import type { PdfWork } from './work.js';

/** UTF-16 units of text that are taken from one page; a page of a book has 3,000. */
const MOST_PAGE_TEXT = 16 * 2 ** 20;
/** Pieces of text that are taken from one page: a form that draws a form, and so on, can make billions of a few bytes. */
const MOST_PAGE_ITEMS = 50_000;

/** What we use of the library's types, which need those of a browser. */
interface Task {
  readonly promise: Promise<Document>;
  destroy(): Promise<void>;
}

interface Document {
  readonly numPages: number;
  getPage(page: number): Promise<Page>;
  getMetadata(): Promise<{
    readonly info: Readonly<Record<string, unknown>> & { readonly IsXFAPresent?: boolean };
    readonly metadata: Iterable<[string, unknown]> | null;
  }>;
  getOutline(): Promise<readonly OutlineItem[] | null>;
  getAttachments(): Promise<Record<string, { readonly filename: string; readonly content?: Uint8Array }> | null>;
  getJSActions(): Promise<Record<string, readonly string[]> | null>;
  cleanup(): Promise<void>;
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

interface Page {
  streamTextContent(): ReadableStream<{ readonly items: readonly TextItem[] }>;
  getAnnotations(): Promise<readonly Annotation[]>;
  getOperatorList(): Promise<OperatorList>;
  cleanup(): boolean;
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

interface TextItem {
  readonly str: string;
  /** A line ends behind it. */
  readonly hasEOL: boolean;
}

interface Annotation {
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly textContent?: readonly string[];
  readonly alternativeText?: string;
  readonly url?: string;
}

/** Text of a page. */
export interface PageText {
  readonly text: string;
  /** There is more than is read. */
  readonly isCut: boolean;
}

export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What an opened document is made of. */
interface Opened {
  readonly task: Task;
  readonly document: Document;
  readonly strays: StrayFailures;
  readonly work: PdfWork;
  /** Numbers of the library's operators. */
  readonly operators: Readonly<Record<string, number>>;
}

/**
 * An opened document. All methods throw `ItemProblem` only; `limit` says that it asks for more work than is given to it, and that no
 * method answers any more.
 */
export class PdfDocument {
  readonly #task: Task;
  readonly #document: Document;
  readonly #strays: StrayFailures;
  readonly #work: PdfWork;
  readonly #operators: Readonly<Record<string, number>>;

  constructor({ task, document, strays, work, operators }: Opened) {
    this.#task = task;
    this.#document = document;
    this.#strays = strays;
    this.#work = work;
    this.#operators = operators;
  }

  get pages(): number {
    return this.#document.numPages;
  }

  /** What is said of the document: title, author and the like as `Name: value`, its outline, and the text of its scripts. */
  async properties(): Promise<{ readonly lines: readonly string[]; readonly isXfa: boolean }> {
    const { info, metadata } = await this.#attempt('its metadata', () => this.#document.getMetadata());
    const outline = await this.#attempt('its outline', () => this.#document.getOutline());
    const scripts = await this.#attempt('its scripts', () => this.#document.getJSActions());
    const lines = [
      ...pairsOf(Object.entries(info)),
      ...pairsOf(metadata ?? []),
      ...titlesOf(outline ?? []),
      ...Object.values(scripts ?? {}).flat(),
    ];
    return { lines: [...new Set(lines)], isXfa: info.IsXFAPresent === true };
  }

  /** Text of a page in the order in which it is drawn, line by line. @param number from 1 */
  async text(number: number): Promise<PageText> {
    return this.#attempt(`page ${number}`, async () => {
      const page = await this.#document.getPage(number);
      const reader = page.streamTextContent().getReader();
      const lines = new PageLines();
      let items = 0;
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        for (const { str, hasEOL } of next.value.items) lines.add(str, hasEOL);
        items += next.value.items.length;
        if (lines.length <= MOST_PAGE_TEXT && items <= MOST_PAGE_ITEMS) continue;
        // Without a reason, the library never answers.
        await reader.cancel(new Error('enough'));
        return { text: lines.text.slice(0, MOST_PAGE_TEXT), isCut: true };
      }
      return { text: lines.text, isCut: false };
    });
  }

  /** Comments, form fields as `name: value`, and addresses of links that `text` does not show. @param number from 1 */
  async annotations(number: number, text: string): Promise<readonly string[]> {
    const annotations = await this.#attempt(`annotations of page ${number}`, async () => {
      const page = await this.#document.getPage(number);
      const found = await page.getAnnotations();
      page.cleanup();
      return found;
    });
    return annotations.flatMap((annotation) => annotationLines(annotation, text));
  }

  /** Whether anything but text is drawn on a page. @param number from 1 */
  async isDrawnOn(number: number): Promise<boolean> {
    return this.#attempt(`page ${number}`, async () => {
      const page = await this.#document.getPage(number);
      const operators = await page.getOperatorList();
      page.cleanup();
      return isPainted(operators, this.#operators);
    });
  }

  async attachments(): Promise<readonly EmbeddedFile[]> {
    const files = await this.#attempt('its attachments', () => this.#document.getAttachments());
    return Object.values(files ?? {}).map(({ filename, content }) => ({
      name: filename,
      bytes: content ?? new Uint8Array(0),
    }));
  }

  /** Forgets what was kept of pages that were read. */
  async forget(): Promise<void> {
    await this.#attempt('the document', () => this.#document.cleanup());
  }

  /** Ends the document. @returns whether something in it was damaged that no method told of */
  async close(): Promise<boolean> {
    await this.#task.destroy();
    const isDamaged = await this.#strays.end();
    // What is ended in the middle of its work fails.
    return isDamaged && !this.#work.isSpent;
  }

  #attempt<T>(what: string, call: () => Promise<T>): Promise<T> {
    return attempt(what, () => this.#work.do(what, call));
  }
}

/**
 * Promises of the library that fail and that nobody waits for: it begins what it may need (the next object, a field's value) and
 * forgets it. Unheard, each would end the process.
 */
class StrayFailures {
  #isSome = false;

  constructor() {
    process.on('unhandledRejection', this.#hear);
  }

  readonly #hear = (error: unknown): void => {
    // Its own errors all carry the place where their class was made.
    if (!(error instanceof Error) || !error.stack?.includes('/unpdf/')) throw error;
    this.#isSome = true;
  };

  /** Stops listening. @returns whether there were some */
  async end(): Promise<boolean> {
    // They are told when all other work of the turn is done.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', this.#hear);
    return this.#isSome;
  }
}

/** Operators that paint what is neither text nor an image (pdf.js, `OPS`). */
const PAINTING: readonly string[] = [
  'stroke',
  'closeStroke',
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
  'shadingFill',
  'rawFillPath',
];
/** Every image is a square of one unit that is scaled to its size, and nothing else on a page is scaled up by so much. */
const IMAGE_SCALE = 8;

/** Images themselves are left out of the list: what tells of one is the scale that is set for it. */
function isPainted({ fnArray, argsArray }: OperatorList, operators: Readonly<Record<string, number>>): boolean {
  const painting = new Set(PAINTING.map((name) => operators[name]));
  const { constructPath: path, transform } = operators;
  return fnArray.some((operator, i) => {
    const values = argsArray[i] ?? [];
    // A path says itself what becomes of it: most of those on empty pages only clip.
    if (operator === path) return painting.has(values[0] as number);
    if (operator === transform) return values.slice(0, 4).some((value) => Math.abs(Number(value)) > IMAGE_SCALE);
    return painting.has(operator);
  });
}

/**
 * The library is written for Node 22 and brings along most of what Node 20 lacks. Without this one, which it needs for fonts, the
 * list of what is drawn on a page ends at its first text.
 */
function completeArrayBuffer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number): ArrayBuffer {
      return this.slice(0, length);
    },
  });
}

/**
 * Opens a document. The bytes are the library's from then on.
 * @throws ItemProblem `encrypted` where a password is needed, `malformed`, `limit`
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>, work: PdfWork): Promise<PdfDocument> {
  const { getResolvedPDFJS } = await import('unpdf');
  const library = await getResolvedPDFJS();
  completeArrayBuffer();
  const task = library.getDocument({
    data: bytes,
    // Neither code from a font, nor fonts of the system, nor anything from elsewhere.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    // Images are not decoded: no text is in them that could be read.
    maxImageSize: 0,
    verbosity: library.VerbosityLevel.ERRORS,
  }) as unknown as Task;
  const strays = new StrayFailures();
  try {
    const document = await work.do('to open it', () => task.promise);
    return new PdfDocument({ task, document, strays, work, operators: library.OPS });
  } catch (error) {
    await task.destroy();
    await strays.end();
    throw problemOf(error, 'the document');
  }
}

/** Calls the library: whatever it throws on hostile input is the input's fault. */
async function attempt<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw problemOf(error, what);
  }
}

function problemOf(error: unknown, what: string): ItemProblem {
  if (error instanceof ItemProblem) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  if (isLocked) return new ItemProblem('encrypted', 'the PDF needs a password');
  return new ItemProblem('malformed', `PDF: ${what} cannot be read`);
}

/** A line that is at least so long is broken for want of room. */
const FULL_LINE = 40;

/** Puts the items of a page together. */
class PageLines {
  /** UTF-16 units so far. */
  length = 0;
  readonly #lines: string[] = [];
  #line = '';
  #isLineEnded = false;

  get text(): string {
    return this.#lines.join('') + this.#line;
  }

  add(text: string, endsLine: boolean): void {
    if (text !== '' && this.#isLineEnded) {
      this.#isLineEnded = false;
      this.#lines.push(this.#line, this.#separator(text));
      this.#line = '';
    }
    this.#line += text;
    this.length += text.length;
    if (endsLine) this.#isLineEnded = true;
  }

  /** What stands between the line and the next one: a number that goes over the end of its line is one number. */
  #separator(next: string): string {
    if (!/^\d/.test(next)) return '\n';
    if (/\d-$/.test(this.#line)) return '';
    // In a column of numbers, lines are short or hold nothing else.
    const isBroken = this.#line.length >= FULL_LINE && /\d$/.test(this.#line) && /\p{L}/u.test(this.#line);
    return isBroken ? ' ' : '\n';
  }
}

/** What the library says of a document that is not from the document itself, or is no text. */
const NO_PROPERTIES = new Set(['PDFFormatVersion', 'EncryptFilterName', 'Language', 'CreationDate', 'ModDate', 'Trapped']);

function pairsOf(entries: Iterable<[string, unknown]>): string[] {
  const lines: string[] = [];
  for (const [name, value] of entries) {
    if (NO_PROPERTIES.has(name)) continue;
    if (typeof value === 'string' && value !== '') lines.push(`${name}: ${value}`);
    else if (Array.isArray(value)) lines.push(`${name}: ${value.filter((one) => typeof one === 'string').join(', ')}`);
    else if (name === 'Custom' && typeof value === 'object' && value !== null) lines.push(...pairsOf(Object.entries(value)));
  }
  return lines;
}

function titlesOf(items: readonly OutlineItem[]): string[] {
  const titles: string[] = [];
  // Without recursion: outlines can be nested as deep as their author likes.
  const waiting = [...items].reverse();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    titles.push(item.title);
    for (let i = item.items.length - 1; i >= 0; i--) waiting.push(item.items[i]!);
  }
  return titles;
}

function annotationLines(annotation: Annotation, pageText: string): string[] {
  const { fieldName, fieldValue, contentsObj, titleObj, textContent, alternativeText, url } = annotation;
  const values = [fieldValue].flat().filter((value) => typeof value === 'string' && value !== '');
  const target = url?.replace(/^mailto:/i, '');
  return [
    ...(values.length === 0 ? [] : [`${fieldName ?? ''}: ${values.join(', ')}`]),
    ...[titleObj?.str, contentsObj?.str, alternativeText].filter((text) => text !== undefined && text !== ''),
    // A field shows its value.
    ...(values.length > 0 || textContent === undefined || textContent.length === 0 ? [] : [textContent.join('\n')]),
    ...(target === undefined || pageText.includes(target) ? [] : [target]),
  ] as string[];
}
