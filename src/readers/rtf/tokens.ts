/** Cuts RTF into its tokens. Knows nothing of what a word means but `\bin`, whose bytes are no RTF. */

/** What a file of RTF consists of. */
export interface TokenSink {
  open(): void;
  close(): void;
  /** A control word without its backslash, and its number where it has one. */
  word(name: string, value: number | undefined): void;
  /** A control symbol: backslash and one character that is no letter. */
  symbol(character: string): void;
  /** A byte written as two hexadecimal digits. */
  hex(byte: number): void;
  /** Bytes of text; valid until the call returns. */
  text(bytes: Uint8Array): void;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const SPACE = 0x20;
/** Longest control word with its number (specification: 32 letters); a longer one is cut there. */
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 11;
const LONGEST_TOKEN: number = 1 + LONGEST_WORD + LONGEST_NUMBER + 1;

export class RtfTokens {
  readonly #sink: TokenSink;
  /** Bytes of `\bin` that are still to be passed over. */
  #binary = 0;
  /** The beginning of a token that the end of the last bytes cut. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(sink: TokenSink) {
    this.#sink = sink;
  }

  /** Takes the next bytes of the file. @param isLast no more follow */
  take(bytes: Uint8Array, isLast: boolean): void {
    const data =
      this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    while (at < data.length) {
      if (this.#binary > 0) {
        const passed = Math.min(this.#binary, data.length - at);
        this.#binary -= passed;
        at += passed;
        continue;
      }
      const byte = data[at]!;
      if (byte === OPEN) {
        this.#sink.open();
        at++;
      } else if (byte === CLOSE) {
        this.#sink.close();
        at++;
      } else if (byte === BACKSLASH) {
        if (!isLast && data.length - at <= LONGEST_TOKEN) break;
        at = this.#control(data, at + 1);
      } else if (byte === NEWLINE || byte === RETURN) {
        at++;
      } else {
        const end = textEnd(data, at);
        this.#sink.text(data.subarray(at, end));
        at = end;
      }
    }
    this.#rest = Buffer.from(data.subarray(at));
  }

  /** @param at behind the backslash; returns where the token ends */
  #control(data: Buffer, at: number): number {
    if (at >= data.length) return at;
    let end = at;
    while (end < data.length && end - at < LONGEST_WORD && isLetter(data[end]!)) end++;
    if (end === at) return this.#symbol(data, at);
    const name = data.toString('latin1', at, end);
    const first = end;
    if (data[end] === MINUS) end++;
    while (end < data.length && end - first < LONGEST_NUMBER && isDigit(data[end]!)) end++;
    const digits = data.toString('latin1', first, end);
    const value = /\d/.test(digits) ? Number(digits) : undefined;
    if (value === undefined) end = first;
    // A space behind a word belongs to it.
    if (data[end] === SPACE) end++;
    if (name === 'bin' && value !== undefined && value > 0) this.#binary = value;
    this.#sink.word(name, value);
    return end;
  }

  #symbol(data: Buffer, at: number): number {
    if (data[at] !== APOSTROPHE) {
      this.#sink.symbol(String.fromCharCode(data[at]!));
      return at + 1;
    }
    const digits = data.toString('latin1', at + 1, at + 3);
    if (!/^[0-9a-f]{2}$/i.test(digits)) return at + 1;
    this.#sink.hex(Number.parseInt(digits, 16));
    return at + 3;
  }
}

function textEnd(data: Buffer, at: number): number {
  let end = at + 1;
  for (; end < data.length; end++) {
    const byte = data[end]!;
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === NEWLINE || byte === RETURN) break;
  }
  return end;
}

function isLetter(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
