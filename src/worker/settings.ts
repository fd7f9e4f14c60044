/** What a scan looks for and how it reports it: plain data, the same on the main thread and in every worker. */
import { createHash } from 'node:crypto';
import type { PreviewMode } from '../core/mask.js';
import type { Confidence, DetectorInfo } from '../core/result.js';
import { VERSION } from '../core/version.js';
import type { DetectorSheet } from '../detectors/define.js';
import { CATALOGUE } from '../detectors/index.js';
import { selectDetectors } from '../detectors/select.js';

export type RegexChoice = 'auto' | 'native' | 'js';

/** Safe to send to a worker. */
export interface WorkerSettings {
  /** Ids of the enabled detectors. */
  readonly detectors: readonly string[];
  readonly minConfidence: Confidence;
  /** Occurrences listed per detector and item; may be Infinity. */
  readonly maxLocations: number;
  readonly preview: PreviewMode;
  readonly fingerprints: boolean;
  /** Whether occurrences carry the raw value, and names are not masked. */
  readonly reveal: boolean;
  readonly regex: RegexChoice;
  /** Owned bytes a block; absent for the default. */
  readonly blockBytes?: number;
}

export interface SettingsOptions {
  /** Ids, categories, countries or regulations. Default: all detectors. */
  readonly detectors?: readonly string[];
  readonly excludeDetectors?: readonly string[];
  /** Default `medium`. */
  readonly minConfidence?: Confidence;
  /** Occurrences listed per detector and item, Infinity for all. Default 1,000. */
  readonly maxLocations?: number;
  /** Default `shape`. */
  readonly preview?: PreviewMode;
  /** Whether occurrences get a fingerprint; with `last4` none does. Default true. */
  readonly fingerprints?: boolean;
  /** Default false. */
  readonly reveal?: boolean;
  /** Which RE2 runs. Default `auto`: native where it loads. */
  readonly regex?: RegexChoice;
  /** Owned bytes a block. Changes nothing but speed and memory. */
  readonly blockBytes?: number;
}

/** @throws UsageError where a detector name means nothing or no detector is left */
export function resolveSettings(options: SettingsOptions): WorkerSettings {
  return {
    detectors: selectDetectors(options.detectors ?? [], options.excludeDetectors).map((sheet) => sheet.id),
    minConfidence: options.minConfidence ?? 'medium',
    maxLocations: options.maxLocations ?? 1000,
    preview: options.preview ?? 'shape',
    fingerprints: options.fingerprints ?? true,
    reveal: options.reveal ?? false,
    regex: options.regex ?? 'auto',
    ...(options.blockBytes !== undefined && { blockBytes: options.blockBytes }),
  };
}

/** The enabled sheets in catalogue order. */
export function sheetsOf(settings: WorkerSettings): readonly DetectorSheet[] {
  const ids = new Set(settings.detectors);
  return CATALOGUE.filter((sheet) => ids.has(sheet.id));
}

/** What reporters need to know of the enabled detectors. */
export function detectorInfos(settings: WorkerSettings): readonly DetectorInfo[] {
  return sheetsOf(settings).map((sheet) => {
    const { id, name, category, countries, regulations, severity, falseAccept, keywords, references } = sheet;
    return { id, name, category, countries, regulations, severity, falseAccept, keywords: { mode: keywords.mode }, references };
  });
}

/**
 * Hash of the rule set in 16 hex digits: the version and everything that the enabled sheets declare. Validators count by
 * name; what they do belongs to the version.
 */
export function rulesHash(settings: WorkerSettings): string {
  const text = JSON.stringify(sheetsOf(settings), (_key, value: unknown) => (typeof value === 'function' ? value.name : value));
  return createHash('sha256').update(`${VERSION}\0${settings.minConfidence}\0${text}`).digest('hex').slice(0, 16);
}
