/** A name for what a scan looked for, by which two reports tell whether they can be compared. */
import { crypto } from '../core/builtin.js';
import { VERSION } from '../core/version.js';
import type { DetectorSheet } from '../detectors/define.js';
import { CATALOGUE } from '../detectors/index.js';
import type { WorkerSettings } from './settings.js';

/** Set by the build in what it packs: `sheetsHash` of the catalogue, which takes a tenth of a short scan to make. */
declare const CATALOGUE_HASH: string | undefined;

/**
 * Hash of the rule set in 16 hex digits: the version, all that the sheets of the catalogue and of the configuration declare, and which of
 * them are enabled, how strictly and from which confidence on. Validators count by name; what they do belongs to the version.
 */
export function rulesHash({ minConfidence, macieStrictness, detectors, custom }: WorkerSettings): string {
  const catalogue = typeof CATALOGUE_HASH === 'string' ? CATALOGUE_HASH : sheetsHash(CATALOGUE);
  return hashed([VERSION, catalogue, minConfidence, macieStrictness, detectors, custom]);
}

/** Hash of everything that sheets declare, in 16 hex digits. */
export function sheetsHash(sheets: readonly DetectorSheet[]): string {
  return hashed(sheets);
}

function hashed(content: unknown): string {
  const text = JSON.stringify(content, (_key, value: unknown) => (typeof value === 'function' ? value.name : value));
  return crypto().createHash('sha256').update(text).digest('hex').slice(0, 16);
}
