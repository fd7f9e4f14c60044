/**
 * Number formats of spreadsheets (ECMA-376, part 1, 18.8.31), as far as they decide what a number means: dates, and digits with
 * zeros in front or literals in between, as social security and phone numbers have them. What else a format does (thousands
 * separators, rounding, currency) hides digits, so there the number itself is given.
 */
import { dateText, timestampText, wholeText } from '../decoded-text.js';

/** The text of a number, by its format. */
export type NumberText = (value: string) => string;

/** Built-in formats that are dates or times (18.8.30), those of East Asia included. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const BUILT_IN_TIMES: ReadonlySet<number> = new Set([18, 19, 20, 21, 45, 46, 47]);

/** Days from day 0 of a workbook to 1970. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Before it, day numbers are one too small: 29 February 1900 counts as a day. */
const AFTER_FALSE_LEAP_DAY = 61;
const DAY_SECONDS = 86_400;
/** Longest format that is understood; Excel allows 255 characters. */
const MOST_FORMAT = 512;
/** Digits beyond which a number is written with an exponent. */
const MOST_DIGITS = 40;

/** As it is written, without an exponent: `4111111111111111` of `4.111111111111111E15`. */
export function plainNumber(value: string): string {
  if (/^-?\d+(?:\.\d+)?$/.test(value) && !/\.\d{12}/.test(value)) return value;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const whole = wholeText(number);
  if (whole !== undefined) return whole;
  if (Number.isInteger(number) && Math.abs(number) < 10 ** MOST_DIGITS) return BigInt(number).toString();
  return String(number);
}

/** @param id number of a built-in format, for those without a code */
export function numberText(code: string | undefined, id: number, is1904: boolean): NumberText {
  if (code === undefined) return builtIn(id, is1904);
  if (code.length > MOST_FORMAT) return plainNumber;
  const sections = sectionsOf(code);
  const [first] = sections;
  if (first === undefined) return plainNumber;
  const letters = first.tokens.filter(({ kind }) => kind === 'letter').map(({ text }) => text.toLowerCase());
  if (letters.some((letter) => 'ymdhs'.includes(letter))) return dateOf(is1904, !letters.some((letter) => 'yd'.includes(letter)));
  if (sections.some(isDigits)) return (value) => withLiterals(sections, plainNumber(value));
  return plainNumber;
}

function builtIn(id: number, is1904: boolean): NumberText {
  const isDate = BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  return isDate ? dateOf(is1904, BUILT_IN_TIMES.has(id)) : plainNumber;
}

/** A date, a date with time, or a time alone. */
function dateOf(is1904: boolean, isTime: boolean): NumberText {
  return (value) => {
    const days = Number(value);
    if (value.trim() === '' || !Number.isFinite(days) || days < 0) return value;
    if (isTime) return days < 1 ? timeText(days) : plainNumber(value);
    const shift = is1904 ? EPOCH_1904 : days < AFTER_FALSE_LEAP_DAY ? EPOCH_1900 - 1 : EPOCH_1900;
    // Of a fraction of a day, seconds are what is meant.
    const seconds = Math.round((days - shift) * DAY_SECONDS);
    const text = seconds % DAY_SECONDS === 0 ? dateText(seconds / DAY_SECONDS) : timestampText(seconds);
    return text === '' ? plainNumber(value) : text;
  };
}

function timeText(days: number): string {
  const seconds = Math.round(days * DAY_SECONDS);
  return new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 19);
}

interface Token {
  /** `digit`: a place for one (`0`, `#`). `letter`: of a date or another word of the format. `other`: does more than place digits. */
  readonly kind: 'digit' | 'literal' | 'letter' | 'other';
  readonly text: string;
}

interface Section {
  readonly tokens: readonly Token[];
  /** `[<=9999999]`: for which numbers it stands. */
  readonly condition: ((value: number) => boolean) | undefined;
}

/** A quoted text, an escaped character, a space as wide as a character, a fill, brackets, `General`, or one character. */
const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|General|./gsu;
const LITERALS = new Set('-(): +');
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;

function sectionsOf(code: string): Section[] {
  const sections: { tokens: Token[]; condition: Section['condition'] }[] = [{ tokens: [], condition: undefined }];
  for (const [text, quoted, escaped, bracketed] of code.matchAll(TOKEN)) {
    const { tokens } = sections.at(-1)!;
    if (text === ';') sections.push({ tokens: [], condition: undefined });
    else if (quoted !== undefined || escaped !== undefined) tokens.push({ kind: 'literal', text: quoted ?? escaped! });
    else if (bracketed !== undefined) {
      // `[h]` counts hours; colours and countries say nothing here.
      if (/^(?:h+|m+|s+)$/i.test(bracketed)) tokens.push({ kind: 'letter', text: bracketed[0]! });
      else sections.at(-1)!.condition ??= conditionOf(bracketed);
    } else if (text.length > 1) {
      if (text === 'General') tokens.push({ kind: 'other', text });
    } else if ('0#'.includes(text)) tokens.push({ kind: 'digit', text });
    else if (LITERALS.has(text)) tokens.push({ kind: 'literal', text });
    else if (/[a-z]/i.test(text)) tokens.push({ kind: 'letter', text });
    else tokens.push({ kind: 'other', text });
  }
  return sections;
}

function conditionOf(text: string): Section['condition'] {
  const [, operator, limit] = CONDITION.exec(text) ?? [];
  if (operator === undefined) return undefined;
  const bound = Number(limit);
  return (value) => {
    if (value === bound) return operator.includes('=');
    return operator === '<>' || (value < bound ? operator.startsWith('<') : operator.startsWith('>'));
  };
}

/** Digits and literals only: without fraction, thousands, percent or exponent. */
function isDigits({ tokens }: Section): boolean {
  const hasDigits = tokens.some(({ kind }) => kind === 'digit');
  return hasDigits && tokens.every(({ kind }) => kind === 'digit' || kind === 'literal');
}

/** The number as the section that stands for it shows it; the number itself where that one does more than place digits. */
function withLiterals(sections: readonly Section[], value: string): string {
  if (!/^\d+$/.test(value)) return value;
  const section = sections.find(({ condition }, i) =>
    condition === undefined ? i === 0 || sections[0]!.condition !== undefined : condition(Number(value)),
  );
  if (section === undefined || !isDigits(section)) return value;
  let left = value.length;
  let shown = '';
  let places = section.tokens.filter(({ kind }) => kind === 'digit').length;
  for (const { kind, text } of [...section.tokens].reverse()) {
    if (kind === 'literal') shown = text + shown;
    else {
      places--;
      // The first place takes all digits that are left.
      const from = places === 0 ? 0 : Math.max(0, left - 1);
      const digits = value.slice(from, left);
      shown = (digits === '' && text === '0' ? '0' : digits) + shown;
      left = from;
    }
  }
  return shown;
}
