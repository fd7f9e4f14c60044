/** Tries detectors on a text that the caller has: for people who want to know why something is found, or is not. */
import { UsageError } from '../core/errors.js';
import { resolveSettings, type SettingsOptions } from '../worker/settings.js';
import type { Specimen, Trial } from '../worker/trial.js';

/** Longest text in bytes: every form is tried at every place of it. */
const MOST_BYTES = 65_536;

export interface TrialOptions extends SettingsOptions, Specimen {}

/**
 * All places of a text at which a form of a detector matches, each with the step at which it falls or that it is kept. All detectors
 * that the options name run, as rivals of each other.
 * @throws UsageError for a text of more than 64 KiB or none, ConfigError for an identifier of a user's own that cannot be used
 */
export async function tryText({ text, names, ...options }: TrialOptions): Promise<Trial> {
  if (text === '') throw new UsageError('the text is empty; give one to try');
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new UsageError('the text is longer than 64 KiB; clearset explain looks at a place in a file');
  const { tryOn } = await import('../worker/trial.js');
  return tryOn(names === undefined ? { text } : { text, names }, resolveSettings(options));
}
