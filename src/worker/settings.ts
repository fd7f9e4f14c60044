/** What a scan looks for and how it reports it: plain data, the same on the main thread and in every worker. */
import type { AllowList } from '../core/allow.js';
import type { CustomIdentifier } from '../core/custom.js';
import { UsageError } from '../core/errors.js';
import type { PreviewMode } from '../core/mask.js';
import type { Confidence, DetectorInfo } from '../core/result.js';
import { catalogueWith } from '../detectors/custom.js';
import type { DetectorSheet } from '../detectors/define.js';
import { asMacieChecks } from '../detectors/macie-strictness.js';
import { selectDetectors } from '../detectors/select.js';
import { namesOf } from '../detectors/sets.js';
import type { JudgedDetector } from '../policy/judge.js';
import { DEFAULT_UNPACK, type UnpackLimits } from '../readers/index.js';
import { checkS3Settings, type S3Settings } from '../sources/index.js';
import { severityFor } from './aggregate.js';
import { proveAllowLists, proveIdentifiers } from './user-patterns.js';

export type RegexChoice = 'auto' | 'native' | 'js';

/** Safe to send to a worker. */
export interface WorkerSettings {
  /** Ids of the enabled detectors. */
  readonly detectors: readonly string[];
  /** Identifiers of the user's own, enabled or not. */
  readonly custom: readonly CustomIdentifier[];
  readonly allow: readonly AllowList[];
  /** Whether Macie's own identifiers are checked as Macie checks them, and no more. */
  readonly macieStrictness: boolean;
  readonly minConfidence: Confidence;
  /** Occurrences listed per detector and item; may be Infinity. */
  readonly maxLocations: number;
  readonly preview: PreviewMode;
  readonly fingerprints: boolean;
  /** Whether findings carry the tags of all their occurrences. */
  readonly tags: boolean;
  /** Whether occurrences carry the raw value, and names are not masked. */
  readonly reveal: boolean;
  readonly regex: RegexChoice;
  /** Owned bytes a block; absent for the default. */
  readonly blockBytes?: number;
  /** Whether columns are profiled. */
  readonly profile: boolean;
  readonly s3: S3Settings;
  /** How much may come out of compressed items and archives. */
  readonly unpack: UnpackLimits;
}

export interface SettingsOptions {
  /** Ids, categories, countries, regulations or sets. Default: all detectors, with those of the user's own. */
  readonly detectors?: readonly string[];
  readonly excludeDetectors?: readonly string[];
  /** Identifiers of the user's own. */
  readonly customIdentifiers?: readonly CustomIdentifier[];
  /** Values that are not reported; how many there were is. */
  readonly allowLists?: readonly AllowList[];
  /**
   * Whether identifiers of Amazon Macie are checked only as Macie checks them: of most it states a format and no checksum. Default
   * false: by the public standard of each.
   */
  readonly macieStrictness?: boolean;
  /** Default `medium`. */
  readonly minConfidence?: Confidence;
  /** Occurrences listed per detector and item, Infinity for all. Default 1,000. */
  readonly maxLocations?: number;
  /** Default `shape`. */
  readonly preview?: PreviewMode;
  /** Whether occurrences get a fingerprint; with `last4` none does. Default true. */
  readonly fingerprints?: boolean;
  /** Whether findings carry the tags of all their occurrences, and items their path as a baseline writes it. Default false. */
  readonly tags?: boolean;
  /** Default false. */
  readonly reveal?: boolean;
  /** Which RE2 runs. Default `auto`: native where it loads. */
  readonly regex?: RegexChoice;
  /** Owned bytes a block. Changes nothing but speed and memory. */
  readonly blockBytes?: number;
  /** How buckets are reached. Default: as the AWS environment and configuration files say. */
  readonly s3?: S3Settings;
  /** How much may come out of one compressed item or archive, over all that is packed in it. Default: `DEFAULT_UNPACK`. */
  readonly unpack?: Partial<UnpackLimits>;
}

/**
 * @throws UsageError where a detector name means nothing, no detector is left or an address is none; ConfigError for an identifier of
 * the user's own that cannot be used
 */
export function resolveSettings(options: SettingsOptions & { readonly profile?: boolean }): WorkerSettings {
  const { s3 = {}, customIdentifiers: custom = [], allowLists: allow = [] } = options;
  checkS3Settings(s3);
  proveIdentifiers(custom, options.regex ?? 'auto');
  proveAllowLists(allow, options.regex ?? 'auto');
  return {
    detectors: selectDetectors(options.detectors ?? [], options.excludeDetectors, catalogueWith(custom)).map((sheet) => sheet.id),
    custom,
    allow,
    macieStrictness: options.macieStrictness ?? false,
    minConfidence: options.minConfidence ?? 'medium',
    maxLocations: options.maxLocations ?? 1000,
    preview: options.preview ?? 'shape',
    fingerprints: options.fingerprints ?? true,
    tags: options.tags ?? false,
    reveal: options.reveal ?? false,
    regex: options.regex ?? 'auto',
    profile: options.profile ?? false,
    ...(options.blockBytes !== undefined && { blockBytes: options.blockBytes }),
    s3,
    unpack: resolveUnpack(options.unpack),
  };
}

/** @throws UsageError for a limit that is no whole number above 0 */
function resolveUnpack(limits: Partial<UnpackLimits> = {}): UnpackLimits {
  for (const [name, limit] of Object.entries(limits)) {
    if (!(Number.isSafeInteger(limit) && limit >= 1)) throw new UsageError(`unpack.${name} must be a whole number from 1 up`);
  }
  return { ...DEFAULT_UNPACK, ...limits };
}

/** The enabled sheets in catalogue order. */
export function sheetsOf(settings: WorkerSettings): readonly DetectorSheet[] {
  const ids = new Set(settings.detectors);
  const sheets = catalogueWith(settings.custom).filter((sheet) => ids.has(sheet.id));
  return settings.macieStrictness ? sheets.map(asMacieChecks) : sheets;
}

/** What reporters need to know of the enabled detectors. */
export function detectorInfos(settings: WorkerSettings): readonly DetectorInfo[] {
  return sheetsOf(settings).map((sheet) => {
    const { id, name, category, countries, regulations, severity, falseAccept, keywords, references } = sheet;
    return { id, name, category, countries, regulations, severity, falseAccept, keywords: { mode: keywords.mode }, references };
  });
}

/** All detectors as the rules of a policy see them, and whether these options run them. @throws UsageError as `resolveSettings` */
export function judgedCatalogue(options: SettingsOptions): readonly JudgedDetector[] {
  const enabled = new Set(resolveSettings(options).detectors);
  return catalogueWith(options.customIdentifiers ?? []).map((sheet) => {
    const { id, name, category, countries, regulations } = sheet;
    return {
      id,
      name,
      category,
      countries,
      regulations,
      severity: severityFor(sheet, 1),
      names: namesOf(sheet),
      runs: enabled.has(id),
    };
  });
}
