/** Goes through HTML or XML from tag to tag and hands out tags and the texts between them; what is longer than can be looked at is passed over. */
import type { View } from '../named-text.js';
import { indexOf, isAt, isSpace, LESS, type Part, type Tag, tagAt, trimmed } from './tags.js';

const GREATER = 0x3e;
const LETTER_CASE = 0x20;

/** What is done with tags and texts. */
export interface Visitor {
  /** Name of the element whose content has no tags, where the tag opens one (`script`). */
  tag(view: View, tag: Tag & { readonly kind: 'open' | 'close' }): string | undefined;
  /** A text without the spaces around it. */
  text(view: View, part: Part): void;
}

const COMMENT_END = Buffer.from('-->');
const CDATA_END = Buffer.from(']]>');
const DECLARATION_END = Buffer.from('>');

/** Where a walk stands, from block to block. */
export class Walk {
  readonly #visitor: Visitor;
  /** What ends the comment, declaration or element without tags that is passed over. */
  #until: Buffer | undefined;
  /** The text at hand is too long. */
  #isLong = false;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  find(view: View): number {
    const { from, to } = view;
    let at = from;
    while (at < to) at = this.#step(view, at, Math.min(view.length, at + view.reach));
    return at;
  }

  #step(view: View, at: number, limit: number): number {
    const { bytes, length, isEnd } = view;
    if (this.#until !== undefined) return this.#pass(view, at, this.#until);
    if (bytes[at] === LESS) {
      const tag = tagAt(bytes, at, limit);
      // A character like any other, or a tag that is too long: text from there on.
      if (tag === undefined) this.#isLong = true;
      else return this.#tag(view, tag, limit);
    }
    const from = bytes[at] === LESS ? at + 1 : at;
    const found = indexOf(LESS, bytes, from, limit);
    if (found < 0 && !(isEnd && limit === length)) {
      this.#isLong = true;
      return Math.max(from, limit);
    }
    const end = found < 0 ? limit : found;
    if (!this.#isLong) this.#text(view, { start: at, end });
    this.#isLong = false;
    return end;
  }

  #text(view: View, part: Part): void {
    const text = trimmed(view.bytes, part);
    if (text.end > text.start) this.#visitor.text(view, text);
  }

  #tag(view: View, tag: Tag, limit: number): number {
    this.#isLong = false;
    switch (tag.kind) {
      case 'comment':
        this.#until = COMMENT_END;
        return tag.end;
      case 'other':
        this.#until = DECLARATION_END;
        return tag.end;
      case 'cdata': {
        const length = Buffer.from(view.bytes.buffer, view.bytes.byteOffset + tag.end, limit - tag.end).indexOf(CDATA_END);
        if (length >= 0) this.#text(view, { start: tag.end, end: tag.end + length });
        else this.#until = CDATA_END;
        return length < 0 ? tag.end : tag.end + length + CDATA_END.length;
      }
      default: {
        const raw = this.#visitor.tag(view, tag);
        if (raw !== undefined) this.#until = Buffer.from(`</${raw}`);
        return tag.end;
      }
    }
  }

  /** Goes on to the end of what is passed over. A closing tag is left to be seen. */
  #pass({ bytes, to, length }: View, from: number, until: Buffer): number {
    const isTag = until[0] === LESS;
    for (let at = from; at < to; at++) {
      if (bytes[at] !== until[0]) continue;
      const isFound = isTag ? isTagAt(until, bytes, at, length) : isAt(until, bytes, at, length);
      if (!isFound) continue;
      this.#until = undefined;
      return isTag ? at : at + until.length;
    }
    return to;
  }
}

/** Whether a closing tag stands at `at`, in letters of any case. */
function isTagAt(tag: Buffer, bytes: Uint8Array, at: number, limit: number): boolean {
  const end = at + tag.length;
  if (end > limit) return false;
  for (let i = 2; i < tag.length; i++) if ((bytes[at + i]! | LETTER_CASE) !== tag[i]) return false;
  return bytes[at + 1] === tag[1] && (end === limit || bytes[end] === GREATER || isSpace(bytes[end]!));
}
