/** The engine: sheets in, a synchronous scanner of segments out. No I/O, no threads. */
import { aFlag, aNumber, checkCall, mustBe, oneOf, type Rules } from '../core/call.js';
import type { DetectorSheet } from '../detectors/define.js';
import { compileSheets } from './compile.js';
import { writtenHalo } from './halo.js';
import { Matcher } from './match.js';
import { LazyRegex, type RegexChoice } from './re2.js';
import type { Engine } from './types.js';

export type { RegexChoice } from './re2.js';
export type { Engine, EngineCounters, Hit, OnHit, Tried } from './types.js';

export interface EngineOptions {
  readonly detectors: readonly DetectorSheet[];
  /** `auto` (default) takes native RE2 where it loads. */
  readonly regex?: RegexChoice;
  /** Largest block that readers may fill, in bytes, without its halo. Default 512 KiB. */
  readonly blockBytes?: number;
  /** Test mode: RE2 confirms also what the fit has proved. Same hits, slower. */
  readonly confirmAll?: boolean;
}

export const DEFAULT_BLOCK_BYTES: number = 512 * 1024;

const OPTIONS = {
  detectors: mustBe('a list of sheets', Array.isArray),
  regex: oneOf('auto', 'native', 'js'),
  blockBytes: aNumber,
  confirmAll: aFlag,
} satisfies Rules<EngineOptions>;

/** @throws UsageError when called wrongly, ConfigError if a sheet is wrong or the regex engine asked for cannot be loaded */
export function createEngine(options: EngineOptions): Engine {
  checkCall('createEngine', options, OPTIONS, ['detectors']);
  const program = compileSheets(options.detectors);
  const regex = new LazyRegex(options.regex ?? 'auto');
  const halo = writtenHalo(program);
  const capacity = (options.blockBytes ?? DEFAULT_BLOCK_BYTES) + halo.left + halo.right;
  const matcher = new Matcher(program, regex, (capacity + 63) & ~63, options.confirmAll ?? false);
  return {
    detectors: program.detectors,
    memory: matcher.prefilter.block,
    counters: matcher.counters,
    get regexEngine() {
      return regex.kind;
    },
    get regexUsed() {
      return regex.used;
    },
    halo,
    tried: matcher.tried,
    fieldNames: matcher.fieldNames,
    numbersNamed: (names) => matcher.numberNames.of(names),
    scan: (segment, onHit, onBeaten) => matcher.scan(segment, onHit, onBeaten),
  };
}
