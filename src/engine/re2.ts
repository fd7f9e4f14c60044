/**
 * The façade over the two RE2 engines: native `re2` where it loads, `re2js` where it does not. This is the only file that
 * imports either. Both give the same ends on valid UTF-8, which is the only thing they may be shown: outside of it they
 * differ (`re2js` lets `.` and `[^a]` match a stray byte).
 */
import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';
import { ConfigError } from '../core/errors.js';

const require = createRequire(import.meta.url);

/** Which engine to use; `auto` takes the native one if it can be loaded. */
export type RegexChoice = 'auto' | 'native' | 'js';

/** One compiled pattern. Offsets are bytes; patterns have no assertions, so bytes before the start are never looked at. */
export interface Sticky {
  /**
   * End of the leftmost-first match that starts at `start` and sees only the bytes before `limit`, or -1.
   * `limit` stands on a character boundary; `limit === bytes.length` is the fastest.
   */
  matchAt(bytes: Uint8Array, start: number, limit: number): number;
  /** First start at or after `from` of a match that sees only the bytes before `limit`, or -1. */
  nextStart(bytes: Uint8Array, from: number, limit: number): number;
  /** The first match that starts at or after `from` and sees only the bytes before `limit`. */
  search(bytes: Uint8Array, from: number, limit: number): RegexMatch | null;
}

/** Half-open span in bytes. */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
}

export interface RegexEngine {
  readonly kind: 'native' | 'js';
  /**
   * @param longest length in bytes of the pattern's longest match, where it is known; it never changes a result, but
   * `re2js` costs time in proportion to the bytes it is shown
   * @throws ConfigError if RE2 refuses the pattern
   */
  compile(pattern: string, longest?: number): Sticky;
}

/** @throws ConfigError if `native` is asked for and cannot be loaded */
export function loadRegex(choice: RegexChoice): RegexEngine {
  if (choice === 'js') return jsEngine();
  const native = loadNative();
  if (native instanceof Error) {
    if (choice === 'auto') return jsEngine();
    throw new ConfigError('the native regex engine (package re2) cannot be loaded; install it, or choose the js engine', {
      cause: native,
    });
  }
  return nativeEngine(native);
}

/** A regex engine that is loaded when the first pattern is compiled: the fit proves most values, and many scans need none. */
export class LazyRegex {
  readonly #choice: RegexChoice;
  #engine: RegexEngine | undefined;

  /** @throws ConfigError as `loadRegex` does, at once */
  constructor(choice: RegexChoice) {
    this.#choice = choice;
    if (choice === 'native') this.#engine = loadRegex(choice);
  }

  /** Which engine it is; undefined while none was needed. */
  get used(): RegexEngine['kind'] | undefined {
    return this.#engine?.kind;
  }

  /** Which engine it is; loads it. */
  get kind(): RegexEngine['kind'] {
    return this.#load().kind;
  }

  /** @throws ConfigError as `RegexEngine.compile` does */
  compile(pattern: string, longest?: number): Sticky {
    return this.#load().compile(pattern, longest);
  }

  #load(): RegexEngine {
    this.#engine ??= loadRegex(this.#choice);
    return this.#engine;
  }
}

/** Moves `limit` back where it would cut a UTF-8 character, so that both engines see whole characters only. */
export function characterBoundary(bytes: Uint8Array, limit: number): number {
  let end = limit;
  while (end > 0 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--;
  return end;
}

/** The part of the native module that is used. Its own types leave out offsets on bytes. */
interface NativeRegex {
  lastIndex: number;
  test(bytes: Uint8Array): boolean;
  search(bytes: Uint8Array): number;
}
type NativeConstructor = new (pattern: string, flags: string) => NativeRegex;

/** An optional dependency may be missing, or be there without its binary and throw: to us both are the same. */
function loadNative(): NativeConstructor | Error {
  try {
    const module: unknown = require('re2');
    if (typeof module !== 'function') return new Error('the package re2 exports no constructor');
    return module as NativeConstructor;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function nativeEngine(RE2: NativeConstructor): RegexEngine {
  return { kind: 'native', compile: (pattern) => new NativeSticky(RE2, pattern) };
}

class NativeSticky implements Sticky {
  readonly #RE2: NativeConstructor;
  readonly #pattern: string;
  readonly #sticky: NativeRegex;
  #free: NativeRegex | undefined;

  constructor(RE2: NativeConstructor, pattern: string) {
    this.#RE2 = RE2;
    this.#pattern = pattern;
    this.#sticky = refusing(pattern, () => new RE2(pattern, 'y'));
  }

  /** `test` and `lastIndex`, because `exec` builds arrays and buffers and takes nine times as long. */
  matchAt(bytes: Uint8Array, start: number, limit: number): number {
    if (start >= limit) return -1;
    const sticky = this.#sticky;
    const view = bufferView(bytes);
    if (limit === bytes.length) {
      sticky.lastIndex = start;
      return sticky.test(view) ? sticky.lastIndex : -1;
    }
    sticky.lastIndex = 0;
    return sticky.test(view.subarray(start, limit)) ? start + sticky.lastIndex : -1;
  }

  /** Free `search` and then sticky `test` take 0.6 µs together, where `exec` takes 3. */
  nextStart(bytes: Uint8Array, from: number, limit: number): number {
    if (from >= limit) return -1;
    this.#free ??= new this.#RE2(this.#pattern, '');
    const start = this.#free.search(bufferView(bytes).subarray(from, limit));
    return start < 0 ? -1 : from + start;
  }

  search(bytes: Uint8Array, from: number, limit: number): RegexMatch | null {
    const start = this.nextStart(bytes, from, limit);
    return start < 0 ? null : { start, end: this.matchAt(bytes, start, limit) };
  }
}

let viewed: Uint8Array | undefined;
let lastView: Buffer | undefined;

/** The native module reads a Buffer about 50 ns (one sixth) faster than another view; a block is asked for thousands of times in a row. */
function bufferView(bytes: Uint8Array): Buffer {
  if (bytes !== viewed || lastView === undefined) {
    viewed = bytes;
    lastView = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return lastView;
}

function jsEngine(): RegexEngine {
  const module = require('re2js') as { readonly RE2JS: typeof RE2JS };
  return { kind: 'js', compile: (pattern, longest) => new JsSticky(module.RE2JS, pattern, longest) };
}

class JsSticky implements Sticky {
  readonly #regex: RE2JS;
  readonly #longest: number;

  constructor(module: typeof RE2JS, pattern: string, longest = Number.MAX_SAFE_INTEGER) {
    this.#regex = refusing(pattern, () => module.compile(pattern));
    this.#longest = longest;
  }

  /** Shows the matcher a view that begins at `start`: its anchored mode looks for literals over the whole input otherwise. */
  matchAt(bytes: Uint8Array, start: number, limit: number): number {
    if (start >= limit) return -1;
    const end = characterBoundary(bytes, Math.min(limit, start + this.#longest));
    const matcher = this.#regex.matcher(bytes.subarray(start, end));
    return matcher.lookingAt() ? start + matcher.end() : -1;
  }

  nextStart(bytes: Uint8Array, from: number, limit: number): number {
    return this.search(bytes, from, limit)?.start ?? -1;
  }

  search(bytes: Uint8Array, from: number, limit: number): RegexMatch | null {
    if (from >= limit) return null;
    const matcher = this.#regex.matcher(bytes.subarray(from, limit));
    return matcher.find() ? { start: from + matcher.start(), end: from + matcher.end() } : null;
  }
}

function refusing<T>(pattern: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw new ConfigError(`RE2 refuses the pattern ${JSON.stringify(pattern)}`, { cause: error });
  }
}
