/**
 * Dates by the years of Japanese emperors (`昭和44年7月3日`), as family registers, licences and forms have them. The era
 * stands before the number that is looked at. Source: 元号法 (Era Name Act, 1979) and the dates on which each era began.
 */
import type { Surroundings, Verdict } from '../core/verdict.js';
import { utf8 } from './ascii.js';
import { isBirthDate } from './calendar.js';

/** An era: its name, the Gregorian year before its first, and its last year, which the next era shares. */
const ERAS: readonly (readonly [name: string, before: number, years: number])[] = [
  ['明治', 1867, 45],
  ['大正', 1911, 15],
  ['昭和', 1925, 64],
  ['平成', 1988, 31],
  ['令和', 2018, 99],
];
/** Bytes of an era's name, and of a space between it and the year. */
const REACH = 7;
const NUMBERS = /\d+/g;
/** Behind the day on which a form was filled in (`現在`, `記入`), signed (`付`), written (`作成`) or issued (`発行`). In raw text, escaped for the packed program. */
const OF_A_PAPER = /^(?:\u73fe\u5728|\u4ed8|\u767a\u884c|\u4f5c\u6210|\u8a18\u5165)/;

/**
 * `unknown` where the day exists in its era and a living person may be born on it. Without surroundings, some era must fit. Refused where the
 * words behind it say that it is the day of a paper.
 */
export function eraBirthDate(bytes: Uint8Array, start: number, end: number, around?: Surroundings): Verdict {
  const [year, month, day] = (utf8(bytes, start, end).match(NUMBERS) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return 'invalid';
  const before = around === undefined ? undefined : utf8(bytes, Math.max(around.start, start - REACH), start).trimEnd();
  if (around !== undefined && OF_A_PAPER.test(utf8(bytes, end, Math.min(around.end, end + REACH)))) return 'invalid';
  const isDay = ERAS.some(
    ([name, first, years]) =>
      (before === undefined || before.endsWith(name)) && year <= years && isBirthDate(first + year, month, day),
  );
  return isDay ? 'unknown' : 'invalid';
}
