/** Which column a value of `a = 'x', b = 'y' WHERE c = 'z'` is assigned to or compared with. */
import { isKeyedName } from './columns.js';
import type { Tokens } from './tokens.js';

const DOUBLE_QUOTE = 0x22;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** Words behind which a comparison or an assignment begins anew. */
const RESETS = new Set(['where', 'and', 'or', 'set', 'on', 'having']);
/** Words that compare. */
const COMPARES = new Set(['in', 'like', 'ilike', 'between', 'is']);
/** Words that neither name nor compare. */
const FILLERS = new Set(['not', 'null', 'true', 'false', 'default', 'any', 'all', 'n']);
/** Words with which another statement begins, where the one before is not ended. */
const BEGINS = new Set(['insert', 'update', 'delete', 'create', 'drop', 'alter', 'go', 'begin', 'commit']);

/** Follows one statement. */
export class Assignments {
  /** The statement has ended with the token that was taken last, or before it. */
  isOver = false;
  /** Something is assigned to the name at hand, or compared with it. */
  isCompared = false;
  #column: string | undefined;
  /** Brackets that are open. */
  #depth = 0;

  /** Takes a token; its column where it is a value that has one. */
  take(tokens: Tokens): string | undefined {
    const { kind } = tokens;
    const isString = kind === 'string' || (kind === 'name' && this.isCompared && tokens.mark === DOUBLE_QUOTE);
    if (isString || kind === 'number') {
      const column = this.isCompared ? this.#column : undefined;
      // What it is another value of the row may say: as text, it has that in reach.
      return column === undefined || isKeyedName(column) ? undefined : column;
    }
    if (kind === 'mark') this.#takeMark(tokens.mark);
    else this.#takeWord(tokens);
    return undefined;
  }

  #takeMark(mark: number): void {
    if (mark === SEMICOLON) this.isOver = true;
    else if (mark === OPEN) this.#depth++;
    else if (mark === CLOSE) this.#depth = Math.max(0, this.#depth - 1);
    else if (mark === COMMA && this.#depth === 0) this.isCompared = false;
    else if (mark === EQUALS || mark === LESS || mark === GREATER) this.isCompared = true;
  }

  #takeWord(tokens: Tokens): void {
    const text = tokens.text();
    const word = tokens.kind === 'word' ? text.toLowerCase() : '';
    if (RESETS.has(word)) {
      this.isCompared = false;
      this.#depth = 0;
    } else if (COMPARES.has(word)) this.isCompared = true;
    else if (BEGINS.has(word) && this.#depth === 0) this.isOver = true;
    else if (!this.isCompared && !FILLERS.has(word)) this.#column = text;
  }
}
