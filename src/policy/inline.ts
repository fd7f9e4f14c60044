/**
 * Comments by which the author of a file allows a value: `clearset:allow[ID] reason` on its line, or
 * `clearset:allow-next-line[ID] reason` on the line above. Honoured where the author is the one who is asked, in git; elsewhere the
 * supplier of data could silence what is looked for in it.
 */

/** What a line of text allows. */
export interface Allowance {
  readonly on: 'line' | 'next-line';
  /** Detector ids as written. */
  readonly detectors: readonly string[];
  readonly reason: string;
}

/** In every comment; a file without it has none. */
export const ALLOW_MARK = 'clearset:allow';

const COMMENT = /(?<![\p{L}\p{N}_-])clearset:allow(-next-line)?\[([^\]\r\n]*)\]((?:(?!clearset:allow)[^\r\n])*)/gu;
/** What closes a comment in some languages is no reason. */
const CLOSING = /(?:\*\/|-->|#}|%>|\)\)|"""|''')?\s*$/;
/** Nor are marks, as those that end the code around it. */
const IN_WORDS = /[\p{L}\p{N}]/u;

/** All comments of a line. An allowance without a reason or without an id allows nothing; the caller tells so. */
export function allowancesOf(line: string): Allowance[] {
  return Array.from(line.matchAll(COMMENT), ([, next, ids = '', rest = '']) => ({
    on: next === undefined ? 'line' : 'next-line',
    detectors: ids
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    reason: IN_WORDS.test(rest) ? rest.replace(CLOSING, '').trim() : '',
  }));
}

/** Whether a comment on its line or the line above allows an occurrence of the detector. */
export function isAllowed(detector: string, line: string, lineAbove: string | undefined): boolean {
  const allows = (text: string, on: Allowance['on']): boolean =>
    allowancesOf(text).some((one) => one.on === on && one.reason !== '' && one.detectors.includes(detector));
  return allows(line, 'line') || (lineAbove !== undefined && allows(lineAbove, 'next-line'));
}
