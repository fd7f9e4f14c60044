/**
 * XML of Office documents, piece by piece (saxes): the only place that knows the library. Names come without their prefix, because
 * writers choose it freely. Nothing is expanded that the document declares itself, and what is held at a time is bounded.
 */
import type { SaxesParser } from 'saxes';
import { ItemProblem } from '../../core/problem.js';

/** As they stand in the element, with their prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with elements and text. Names are local ones. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  /** Text between two tags, which may come in parts. */
  text(text: string): void;
  close(name: string): void;
}

/** Levels of elements; text boxes in tables in tables have forty. */
const MOST_DEPTH = 1000;
/** UTF-16 units between two tags, or within one: all of it is held. A cell has 32,767 at most. */
const MOST_HELD = 16 * 2 ** 20;
/** Where a document says how it is encoded. */
const DECLARATION_BYTES = 128;

/**
 * Gives all of a document to the handler. Yields behind each piece, so that what the handler gathered can be handed on.
 * @param what names the document in problems
 * @throws ItemProblem `malformed`, `limit`, and what `pieces` throws; what lies before has been handled
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  what: string,
): AsyncGenerator<void, void, void> {
  const parser = new Parser(await newParser(), handler, what);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece, what));
    yield* parser.write(decoder.decode(piece, { stream: true }));
  }
  yield* parser.write(decoder?.decode() ?? '');
  yield* parser.end();
}

/** All of a document at once, for short ones. @throws ItemProblem as `readXml` */
export async function parseXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler, what: string): Promise<void> {
  for await (const _ of readXml(pieces, handler, what));
}

/** An attribute by its local name. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const plain = attributes[local];
  if (plain !== undefined) return plain;
  for (const name in attributes) if (localName(name) === local) return attributes[name];
  return undefined;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

async function newParser(): Promise<SaxesParser> {
  const { SaxesParser: Saxes } = await import('saxes');
  return new Saxes({ position: false });
}

class Parser {
  readonly #parser: SaxesParser;
  readonly #what: string;
  #held = 0;
  #depth = 0;

  constructor(parser: SaxesParser, handler: XmlHandler, what: string) {
    this.#parser = parser;
    this.#what = what;
    parser.on('error', (error) => {
      throw new ItemProblem('malformed', `${what} is damaged XML`, { cause: error });
    });
    parser.on('doctype', () => {
      throw new ItemProblem('malformed', `${what} declares a document type, which Office documents must not`);
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#held = 0;
      if (++this.#depth > MOST_DEPTH) throw new ItemProblem('limit', `${what} is nested more than ${MOST_DEPTH} times`);
      handler.open(localName(name), attributes as Attributes);
    });
    const onText = (text: string): void => {
      this.#held = 0;
      handler.text(text);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
    parser.on('closetag', ({ name }) => {
      this.#held = 0;
      this.#depth--;
      handler.close(localName(name));
    });
  }

  *write(text: string): Generator<void, void, void> {
    if (text === '') return;
    this.#held += text.length;
    yield* this.#attempt(() => this.#parser.write(text));
    if (this.#held > MOST_HELD) throw new ItemProblem('limit', `${this.#what} has a text of more than 16 Mi characters`);
  }

  *end(): Generator<void, void, void> {
    yield* this.#attempt(() => this.#parser.close());
  }

  /** What came before a failure is handed on first. */
  *#attempt(call: () => void): Generator<void, void, void> {
    let failure: { readonly error: unknown } | undefined;
    try {
      call();
    } catch (error) {
      failure = { error };
    }
    yield;
    if (failure) throw failure.error;
  }
}

/** By the byte order mark or the declaration; UTF-8 where nothing is said. @throws ItemProblem `unsupported` */
function encodingOf(first: Uint8Array, what: string): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(first.buffer, first.byteOffset, Math.min(first.length, DECLARATION_BYTES)).toString('latin1');
  const [, said = 'utf-8'] = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? [];
  try {
    return new TextDecoder(said).encoding;
  } catch (error) {
    throw new ItemProblem('unsupported', `${what} is in a character set that is not known`, { cause: error });
  }
}
