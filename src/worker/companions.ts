/**
 * Keys by which a column finds the one that goes with it, whichever is met first and in whichever range of its item: the same key is made of
 * the column that asks and of the one that answers. Which go together is said by the detectors (../detectors/companions.ts).
 */
import { distinctTextHash } from '../core/fingerprint.js';
import { type NameList, placeNames } from '../core/segment.js';
import { COMPANIONS, type Companion } from '../detectors/companions.js';
import { keywordAtEnd } from '../engine/names.js';

/** Longer names are made up. */
const LONGEST_NAME = 64;
/** A name without any of these goes with nothing: hostile data makes up a hundred thousand. */
const MAY_GO_WITH =
  /rout|rtn|aba|bsb|ifsc|swift|bic|bank|trans|inst|sort|lat|lon|lng|user|cust|client|mem|empl|pat|driv|rid|pass|vis|subs|pers|mail|mob|msi|ime|ims|dev|name|dob|date|ssn|ip/i;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const REMARK = /\([^()]*\)|\[[^[\]]*\]/g;

/** The detectors that ask for a column of these names, each with the key of those columns. */
export function companionKeys(names: NameList): readonly { readonly detector: string; readonly key: number }[] {
  const last = names.at(-1);
  if (last === undefined || last.length > LONGEST_NAME || !MAY_GO_WITH.test(last)) return [];
  const words = wordsOf(last);
  return Object.entries(COMPANIONS).flatMap(([detector, kinds]) =>
    kinds.flatMap((kind, index) => {
      if (!kind.beside.test(words)) return [];
      return [{ detector, key: keyOf(names, kind, index) }];
    }),
  );
}

/** The key of a column of these names, which asks for a companion on behalf of the detector. NaN where it has no name. */
export function askedKey(detector: string, names: NameList): number {
  const last = names.at(-1);
  if (last === undefined) return Number.NaN;
  const kinds = COMPANIONS[detector] ?? [];
  const index = kinds.findIndex(({ words }) => keywordAtEnd(last, words) !== undefined);
  if (index < 0) return Number.NaN;
  return keyOf(names, kinds[index]!, index);
}

function keyOf(names: NameList, { within }: Companion, index: number): number {
  const holders = placeNames(names).slice(0, -1);
  while (within?.test(holders.at(-1) ?? '')) holders.pop();
  return distinctTextHash([...holders, `${index}`].join('\0'));
}

function wordsOf(name: string): string {
  return name.replace(REMARK, ' ').replace(BETWEEN_WORDS, ' ').trim().toLowerCase();
}
