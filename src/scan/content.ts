/** Examines content that the caller has: texts, bytes, streams. On the caller's thread, with one engine for all of them. */

import { memorySource } from '../core/memory-source.js';
import { ItemProblem } from '../core/problem.js';
import type { ItemResult } from '../core/result.js';
import type { ByteSource } from '../core/source.js';
import { stoppable } from '../core/stoppable.js';
import { pieceSource } from '../sources/memory.js';
import { signalControl } from '../worker/control.js';
import { ItemScanner } from '../worker/scan-item.js';
import { resolveSettings, type SettingsOptions } from '../worker/settings.js';
import { checkContent, checkScannerCall } from './calls.js';

/** Milliseconds in which what a stream gave is still examined when the signal is aborted while it gives nothing more. */
const GRACE_MS = 500;

/** A stream is read once, from its beginning; texts of a stream are examined as their UTF-8. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array | string>;

export interface ContentScanner {
  /**
   * Examines one content. Its format is found as that of a file is: by its bytes, and by the name only between likely ones.
   * Calls wait for one another. What goes wrong with it is in the result.
   * @param path name in the result; default `content`. Fingerprints depend on it
   * @throws UsageError for a content that is neither text nor bytes nor a stream
   */
  scan(content: Content, path?: string): Promise<ItemResult>;
  /** Which RE2 runs; undefined as long as none was needed. */
  readonly regexEngine: 'native' | 'js' | undefined;
}

export interface ContentOptions extends Omit<SettingsOptions, 's3'> {
  /** Ends what is under way with what was found so far, and a problem; also where a stream waits, which is then destroyed, cancelled or returned. */
  readonly signal?: AbortSignal;
}

/** @throws UsageError when called wrongly, or where a detector name means nothing or no detector is left */
export function createScanner(options: ContentOptions = {}): ContentScanner {
  checkScannerCall(options);
  const scanner = new ItemScanner(resolveSettings(options));
  const control = signalControl(options.signal);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async scan(content, path = 'content') {
      checkContent(content, path);
      const result = turn.then(() => {
        const { source, isStopped } = opened(content, options.signal);
        const item = { source: 'memory', locator: '', path } as const;
        return scanner.scanSource(item, source, { ...control, isStopped });
      });
      turn = result.catch(() => undefined);
      return result;
    },
    get regexEngine() {
      return scanner.engine.regexUsed;
    },
  };
}

interface OpenContent {
  readonly source: ByteSource;
  isStopped(): boolean;
}

function opened(content: Content, signal: AbortSignal | undefined): OpenContent {
  const isAborted = (): boolean => signal?.aborted ?? false;
  if (typeof content === 'string') return { source: memorySource(Buffer.from(content, 'utf8')), isStopped: isAborted };
  if (content instanceof Uint8Array) return { source: memorySource(content), isStopped: isAborted };
  let graceEnd = 0;
  const stream = stoppable(content, signal, () => {
    graceEnd = performance.now() + GRACE_MS;
  });
  // One that was never begun is left as well.
  const close = (): void => void (isAborted() && stream.return!());
  return {
    source: { ...pieceSource(piecesOf(stream)), close },
    isStopped: () => isAborted() && performance.now() >= graceEnd,
  };
}

/** What a stream throws may quote what it carries, so it goes no further. */
async function* piecesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array, void, void> {
  try {
    for await (const piece of stream) {
      if (typeof piece === 'string') yield Buffer.from(piece, 'utf8');
      else if (piece instanceof Uint8Array) yield piece;
      else throw new ItemProblem('unreadable', 'its stream gave something that is neither bytes nor text');
    }
  } catch (error) {
    if (error instanceof ItemProblem) throw error;
    throw new ItemProblem('unreadable', 'its stream ended with an error', { cause: error });
  }
}
