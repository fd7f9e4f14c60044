/** RTF: the text of each paragraph and table row, with headers, footnotes, comments, fields and properties. */
import { isAscii } from 'node:buffer';
import { InternalError } from '../../core/errors.js';
import { ItemProblem } from '../../core/problem.js';
import { type Piece, readPieces } from '../documents.js';
import { Omissions } from '../omissions.js';
import type { ReadRequest, Steps } from '../types.js';
import {
  CHARACTERS,
  EMBEDDED,
  encodingOfCodePage,
  FONT_ENCODINGS,
  PARAGRAPH_ENDS,
  PARTS,
  SKIPPED,
  TRANSPARENT,
} from './destinations.js';
import { RtfTokens, type TokenSink } from './tokens.js';

/** Groups in groups; writers stay below a hundred. */
const MAX_DEPTH = 4096;
/** A paragraph that grows longer is given in pieces. */
const MOST_UNITS = 256 * 1024;
const HYPHEN = '-';
const NO_BREAK_SPACE = '\u00a0';

/** Reads RTF. @throws ItemProblem */
export function* readRtf(request: ReadRequest): Steps {
  const { source, format } = request;
  if (format.kind !== 'rtf') throw new InternalError('the reader of RTF was given another format');
  let done = 0;
  const chunks = async function* (): AsyncGenerator<Uint8Array, void, void> {
    for await (const chunk of source.stream()) {
      yield chunk;
      done += chunk.length;
    }
  };
  const pieces = async function* (): AsyncGenerator<Piece, void, void> {
    const omissions = new Omissions(0);
    yield* rtfPieces(chunks(), omissions);
    omissions.throwIfAny();
  };
  yield* readPieces(request, { pieces: pieces(), storedBytes: () => source.storedBytes ?? done });
}

/** The text of RTF. @throws ItemProblem `limit` where groups are nested too deep */
export async function* rtfPieces(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  omissions: Omissions,
): AsyncGenerator<Piece, void, void> {
  const text = new RtfText();
  const tokens = new RtfTokens(text);
  for await (const chunk of chunks) {
    try {
      tokens.take(chunk, false);
    } finally {
      // What came before a group that is too deep is read.
      yield* text.taken();
    }
  }
  tokens.take(new Uint8Array(0), true);
  text.end();
  yield* text.taken();
  if (text.hasObjects) omissions.add('unsupported', 'an embedded object is not read');
  if (text.isOpen) omissions.add('malformed', 'the RTF ends early');
}

/** What holds inside of a group, and ends with it. */
interface Group {
  /** Its text is not the document's. */
  readonly isSkipped: boolean;
  readonly isFonts: boolean;
  readonly part: string | undefined;
  readonly encoding: string;
  /** Characters that stand for one of `\u` where that is not known (`\uc`). */
  readonly fallback: number;
}

class RtfText implements TokenSink {
  hasObjects = false;
  readonly #groups: Group[] = [];
  #group: Group = { isSkipped: false, isFonts: false, part: undefined, encoding: 'windows-1252', fallback: 1 };
  /** The next word names the group; true behind `{`, `starred` behind `{\*`. */
  #isFirst: boolean | 'starred' = false;
  #documentEncoding = 'windows-1252';
  readonly #fonts = new Map<number, string>();
  #font = 0;
  readonly #decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  /** Bytes that wait to be decoded: a character may be written as two of them. */
  #bytes: number[] = [];
  #text = '';
  #paragraph = 1;
  /** Characters that are to be passed over behind `\u`. */
  #passed = 0;
  #pieces: Piece[] = [];

  /** Whether groups are open: what is read so far is not the whole. */
  get isOpen(): boolean {
    return this.#groups.length > 0;
  }

  /** Pieces that are complete; given once. */
  taken(): readonly Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  end(): void {
    this.#give();
  }

  open(): void {
    if (this.#groups.length >= MAX_DEPTH) throw new ItemProblem('limit', `groups are nested more than ${MAX_DEPTH} times`);
    this.#decode();
    this.#groups.push(this.#group);
    this.#isFirst = true;
    this.#passed = 0;
  }

  close(): void {
    this.#decode();
    const outer = this.#groups.pop();
    this.#isFirst = false;
    this.#passed = 0;
    if (outer === undefined) return;
    if (outer.part !== this.#group.part) this.#give();
    // The fields of the properties have no ends of their own.
    else if (outer.part === 'properties' && this.#text !== '') this.#text += '\n';
    this.#group = outer;
  }

  word(name: string, value: number | undefined): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (isFirst !== false && this.#begin(name, isFirst === 'starred')) return;
    if (name === 'u' && value !== undefined) {
      this.#unicode(value);
      return;
    }
    if (this.#passes()) return;
    const character = CHARACTERS.get(name);
    if (character !== undefined) this.#write(character);
    else if (PARAGRAPH_ENDS.has(name)) this.#endParagraph();
    else if (name === 'uc') this.#group = { ...this.#group, fallback: Math.max(0, value ?? 1) };
    else this.#setEncoding(name, value);
  }

  symbol(character: string): void {
    if (character === '*' && this.#isFirst === true) {
      this.#isFirst = 'starred';
      return;
    }
    this.#isFirst = false;
    if (this.#passes()) return;
    if (character === '~') this.#write(NO_BREAK_SPACE);
    else if (character === '_') this.#write(HYPHEN);
    else if (character === '\\' || character === '{' || character === '}') this.#write(character);
    else if (character === '\n' || character === '\r') this.#endParagraph();
    // An optional hyphen stands inside a word, and nothing is to be seen of it; other symbols are marks of an index.
  }

  hex(byte: number): void {
    this.#isFirst = false;
    if (this.#passes() || this.#group.isSkipped) return;
    this.#bytes.push(byte);
  }

  text(bytes: Uint8Array): void {
    this.#isFirst = false;
    const from = Math.min(this.#passed, bytes.length);
    this.#passed -= from;
    if (this.#group.isSkipped) return;
    const part = bytes.subarray(from);
    // Nearly all of it is ASCII, which needs no decoder.
    if (this.#bytes.length === 0 && isAscii(part)) this.#text += Buffer.from(part).toString('latin1');
    else for (const byte of part) this.#bytes.push(byte);
    if (this.#bytes.length + this.#text.length > MOST_UNITS) this.#decode();
  }

  /** Sets the group up by its first word. @returns whether that says no more */
  #begin(name: string, isStarred: boolean): boolean {
    const group = this.#group;
    if (name === 'fonttbl') {
      this.#group = { ...group, isSkipped: true, isFonts: true };
      return true;
    }
    const part = PARTS.get(name);
    if (part !== undefined && !group.isSkipped) {
      if (part !== group.part) this.#give();
      this.#group = { ...group, part };
      return true;
    }
    if (EMBEDDED.has(name)) this.hasObjects = true;
    const isKnown = TRANSPARENT.has(name) || part !== undefined;
    if (SKIPPED.has(name) || EMBEDDED.has(name) || (isStarred && !isKnown)) {
      this.#group = { ...group, isSkipped: true };
      return true;
    }
    return false;
  }

  #setEncoding(name: string, value: number | undefined): void {
    if (name === 'fcharset' && this.#group.isFonts && value !== undefined) {
      const encoding = FONT_ENCODINGS.get(value);
      if (encoding !== undefined) this.#fonts.set(this.#font, encoding);
    } else if (name === 'f' && value !== undefined) {
      if (this.#group.isFonts) this.#font = value;
      else this.#use(this.#fonts.get(value) ?? this.#documentEncoding);
    } else if (name === 'plain') {
      this.#use(this.#documentEncoding);
    } else if (name === 'ansicpg' || name === 'mac' || name === 'pc' || name === 'pca') {
      const codePage = { mac: 10000, pc: 437, pca: 850 }[name as 'mac'] ?? value ?? 1252;
      this.#documentEncoding = encodingOfCodePage(codePage);
      this.#use(this.#documentEncoding);
    }
  }

  #use(encoding: string): void {
    if (encoding === this.#group.encoding) return;
    this.#decode();
    this.#group = { ...this.#group, encoding };
  }

  #unicode(value: number): void {
    this.#passed = this.#group.fallback;
    // Sixteen bits with a sign; what lies beyond the first plane is two of them.
    this.#write(String.fromCharCode(value & 0xffff));
  }

  /** Whether a token is the fallback of a character that was written. */
  #passes(): boolean {
    if (this.#passed === 0) return false;
    this.#passed--;
    return true;
  }

  #write(text: string): void {
    if (this.#group.isSkipped) return;
    this.#decode();
    this.#text += text;
  }

  #endParagraph(): void {
    if (this.#group.isSkipped) return;
    this.#give();
    if (this.#group.part === undefined) this.#paragraph++;
  }

  #decode(): void {
    if (this.#bytes.length > 0) this.#decodeBytes();
    if (this.#text.length > MOST_UNITS) this.#give();
  }

  #decodeBytes(): void {
    const { encoding } = this.#group;
    const decoder = this.#decoders.get(encoding) ?? new TextDecoder(encoding);
    this.#decoders.set(encoding, decoder);
    // In one call, Node 20 takes windows-1252 for ISO 8859-1.
    this.#text += decoder.decode(Uint8Array.from(this.#bytes), { stream: true }) + decoder.decode();
    this.#bytes = [];
  }

  #give(): void {
    if (this.#bytes.length > 0) this.#decodeBytes();
    const text = this.#text.trim();
    this.#text = '';
    const { part } = this.#group;
    if (text !== '') this.#pieces.push({ text, location: { paragraph: this.#paragraph, ...(part !== undefined && { part }) } });
  }
}
