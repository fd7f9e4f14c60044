/**
 * Reads allow lists. One that cannot be read ends the run: without it, what is known to be harmless would be reported, and with half of
 * it, nobody would know which half.
 */
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import type { AllowList } from '../core/allow.js';
import { ConfigError } from '../core/errors.js';
import { whyNotPlain } from '../core/plain-file.js';
import { whyUnreadable } from './why-unreadable.js';

/** Limits of Amazon Macie's allow lists; our entries may be longer, since keys are. */
const MOST_ENTRIES = 100_000;
const MOST_BYTES = 35_000_000;
const LONGEST_ENTRY = 1_000;

/** An allow list as a configuration gives it. */
export type AllowListConfig = AllowList | { readonly file: string };

/** @param configFile names are relative to it @throws ConfigError that names both files and the reason */
export function readAllowLists(lists: readonly AllowListConfig[], configFile: string, shown: string): AllowList[] {
  return lists.map((list, i) => {
    if (!('file' in list)) return list;
    try {
      return { values: readEntries(path.resolve(path.dirname(configFile), list.file)) };
    } catch (error) {
      const reason = error instanceof ListError ? error.message : `cannot be read: ${whyUnreadable(error)}`;
      const name = JSON.stringify(list.file);
      throw new ConfigError(`${JSON.stringify(shown)} cannot be used: allowLists[${i}].file: ${name} ${reason}`, {
        cause: error,
      });
    }
  });
}

/** What is wrong with a list's content, in our own words. */
class ListError extends Error {}

function readEntries(file: string): string[] {
  const why = whyNotPlain(file);
  if (why !== undefined) throw new ListError(`cannot be read: ${why}`);
  if (fs.statSync(file).size > MOST_BYTES) throw new ListError(`has more than ${MOST_BYTES / 1e6} MB`);
  const bytes = fs.readFileSync(file);
  if (!isUtf8(bytes)) throw new ListError('is not UTF-8');
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const tooLong = lines.findIndex((line) => line.length > LONGEST_ENTRY);
  if (tooLong >= 0) throw new ListError(`has an entry of more than ${LONGEST_ENTRY} characters in line ${tooLong + 1}`);
  const entries = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (entries.length === 0) throw new ListError('has no entry');
  if (entries.length > MOST_ENTRIES) throw new ListError(`has more than ${MOST_ENTRIES} entries`);
  return entries;
}
