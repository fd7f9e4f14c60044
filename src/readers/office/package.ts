/**
 * An Office document as what it is stored as: a zip archive of parts, most of them XML, and of relationships that say which part
 * belongs to which (ECMA-376, part 2; OpenDocument has none). Keeps account of what comes out of it, and of what was not read.
 */
import { ItemProblem } from '../../core/problem.js';
import type { ProblemCode } from '../../core/result.js';
import { openZip, type ZipMember } from '../archives/zip.js';
import type { Budget } from '../budget.js';
import { Omissions } from '../omissions.js';
import type { PositionalSource } from '../positional.js';
import { attribute, parseXml, readXml, type XmlHandler } from './xml.js';

const PIECE_BYTES = 64 * 1024;
/** Bytes of a part of which everything is kept. */
const MOST_KEPT_BYTES = 64 * 2 ** 20;
/** Relationships of one part: each link of a sheet is one. */
const MOST_RELATIONSHIPS = 1_000_000;

/** A part of the document. */
export interface Part {
  /** Name as the archive has it, without a slash in front. */
  readonly name: string;
  readonly member: ZipMember;
}

export interface Relationship {
  readonly id: string;
  /** Last element of the type's address: `worksheet`, `hyperlink`. */
  readonly type: string;
  /** Name of a part, or what a link leads to. */
  readonly target: string;
  readonly isExternal: boolean;
}

export class OfficePackage {
  /** What of the document is not read. */
  readonly omissions: Omissions;
  readonly #parts = new Map<string, Part>();
  readonly #budget: Budget;
  readonly #unread: Set<Part>;
  readonly #byteLength: number;
  #lost = 0;

  /** @param omissions those of a document around it, if any */
  static async open(source: PositionalSource, omissions: Omissions = new Omissions(source.byteLength)): Promise<OfficePackage> {
    const archive = await openZip(source);
    const { budget } = omissions;
    const parts: Part[] = [];
    try {
      for await (const member of archive.members()) {
        budget.countMember();
        const name = Buffer.from(member.name).toString('utf8').replaceAll('\\', '/').replace(/^\//, '');
        if (member.kind === 'file') parts.push({ name, member });
      }
    } catch (error) {
      heed(omissions, error);
    }
    return new OfficePackage(parts, budget, omissions, source.byteLength);
  }

  private constructor(parts: readonly Part[], budget: Budget, omissions: Omissions, byteLength: number) {
    this.#budget = budget;
    this.omissions = omissions;
    this.#byteLength = byteLength;
    // Where two have one name, the last one counts, as it does when they are unpacked; the other is examined as a part that nobody names.
    for (const part of parts) this.#parts.set(key(part.name), part);
    this.#unread = new Set(parts);
  }

  /** Stored bytes that are done with. */
  get doneBytes(): number {
    let left = this.#lost;
    for (const { member } of this.#unread) left += member.packedBytes;
    return Math.max(0, this.#byteLength - left);
  }

  /** Stored bytes that are examined when all is done. */
  get examinedBytes(): number {
    return Math.max(0, this.#byteLength - this.#lost);
  }

  /** Parts that were not read yet, in the order of the archive. */
  unread(): Part[] {
    return [...this.#unread];
  }

  /** A part by its name, which may be written in any case. */
  part(name: string): Part | undefined {
    return this.#parts.get(key(name));
  }

  /** Leaves a part out by intent. */
  skip(part: Part): void {
    this.#unread.delete(part);
  }

  /** Leaves a part out against intent. @param detail our own words */
  omit(part: Part, code: ProblemCode, detail: string): void {
    this.omissions.add(code, detail);
    this.#lost += part.member.packedBytes;
    this.#unread.delete(part);
  }

  /** Bytes of a part. @throws ItemProblem as `ZipMember.stream`, `limit` where too much comes out of the document */
  async *stream(part: Part): AsyncGenerator<Uint8Array, void, void> {
    this.#unread.delete(part);
    // Most parts are short: to inflate them at once takes a tenth of the time of a stream.
    const bytes = part.member.bytes();
    if (bytes !== undefined) {
      this.#budget.spend(bytes.length);
      yield* piecesOf(bytes);
      return;
    }
    for await (const piece of part.member.stream()) {
      this.#budget.spend(piece.length);
      yield piece;
    }
  }

  /** All bytes of a part. @throws ItemProblem as `stream`, `limit` where there are more than `limit` */
  async bytes(part: Part, limit: number, what: string): Promise<Buffer> {
    // In memory of the length that the archive states, which is the most that `stream` gives: not in pieces and then once more.
    const bytes = Buffer.alloc(Math.min(limit, part.member.byteLength));
    let at = 0;
    for await (const piece of this.#first(part, limit, what)) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes.subarray(0, at);
  }

  /**
   * Gives the XML of a part to the handler; yields as `readXml`. What is wrong with it is noted, and the other parts are read.
   * @param what names the part in problems: `a worksheet`
   */
  async *read(part: Part, handler: XmlHandler, what: string): AsyncGenerator<void, void, void> {
    try {
      yield* readXml(this.stream(part), handler, what);
    } catch (error) {
      this.#heed(part, error);
    }
  }

  /** As `read`, for short parts of which nothing is handed on before their end. @param limit most bytes */
  async readAll(part: Part, handler: XmlHandler, what: string, limit = MOST_KEPT_BYTES): Promise<void> {
    try {
      await parseXml(this.#first(part, limit, what), handler, what);
    } catch (error) {
      this.#heed(part, error);
    }
  }

  async *#first(part: Part, limit: number, what: string): AsyncGenerator<Uint8Array, void, void> {
    let length = 0;
    for await (const piece of this.stream(part)) {
      length += piece.length;
      if (length > limit) throw new ItemProblem('limit', `${what} of more than ${limit / 2 ** 20} MiB is not read to its end`);
      yield piece;
    }
  }

  /** Relationships of a part, or of the document itself; those that are damaged are noted. */
  async relationships(of: Part | undefined): Promise<Relationship[]> {
    const [, folder, file] = /^(.*\/)?([^/]*)$/.exec(of?.name ?? '')!;
    const part = this.part(`${folder ?? ''}_rels/${file}.rels`);
    const found: Relationship[] = [];
    if (part === undefined) return found;
    const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
      if (name !== 'Relationship') return;
      if (found.length === MOST_RELATIONSHIPS) throw new ItemProblem('limit', 'a part has more than 1,000,000 relationships');
      const target = attribute(attributes, 'Target') ?? '';
      const isExternal = attribute(attributes, 'TargetMode') === 'External';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: /[^/]*$/.exec(attribute(attributes, 'Type') ?? '')![0],
        target: isExternal ? target : resolve(folder ?? '', target),
        isExternal,
      });
    };
    await this.readAll(part, { open, text: () => undefined, close: () => undefined }, 'a list of relationships');
    return found;
  }

  /** The part that a relationship leads to; that it is not there is noted. */
  target({ target }: Relationship): Part | undefined {
    const part = this.part(target);
    if (part === undefined) this.omissions.add('malformed', 'parts are named that are not there');
    return part;
  }

  #heed(part: Part, error: unknown): void {
    heed(this.omissions, error);
    this.#lost += part.member.packedBytes;
  }
}

/** What makes a part unreadable leaves the others. @throws what is no problem of an item */
function heed(omissions: Omissions, error: unknown): void {
  if (!(error instanceof ItemProblem)) throw error;
  if (error.code === 'unreadable' || error.code === 'changed') throw error;
  omissions.add(error.code, error.message);
}

/** Short enough that little is gathered of each. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Names of parts are equal in any case (ECMA-376, part 2, 6.2.2.3). */
function key(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

/** Name of a part that a relationship of a part in `folder` leads to. */
function resolve(folder: string, target: string): string {
  const [path = ''] = target.split('#');
  const elements: string[] = [];
  for (const element of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (element === '..') elements.pop();
    else if (element !== '.' && element !== '') elements.push(element);
  }
  return elements.join('/');
}
