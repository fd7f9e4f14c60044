/**
 * The file of a baseline: JSON Lines, one entry a line, sorted by bytes, so that two branches that accept different things merge.
 * JSON, because what stands in a value has nothing beside it in reach when the file is scanned itself: after the name of a
 * detector, a tag of four digits could pass for a security code.
 */
import fs from 'node:fs';
import type { AcceptedInItem } from '../core/accepted.js';
import { ConfigError } from '../core/errors.js';
import { whyNotPlain } from '../core/plain-file.js';
import { Baseline } from './baseline.js';

/** First line. Sorts before all entries, and never changes. */
const HEADER = '{"clearset":"baseline","version":1}';

/** Digits of a tag as letters: sixteen digits in a row could be a card number. */
const LETTERS = 'ghijklmnop';

const TAG = /^(?:[a-p]{4}|[a-p]{16})$/;
const MARK = /^[a-p]{8}$/;
const DETECTOR = /^[A-Z0-9_()]+$/;

/** Text of a baseline: the same entries give the same bytes. */
export function formatBaseline(baseline: Baseline): string {
  const lines: string[] = [];
  for (const path of baseline.paths) lines.push(...linesOf(path, baseline.acceptedIn(path)!, baseline));
  const sorted = lines.map((line) => Buffer.from(line)).sort(Buffer.compare);
  return `${[HEADER, ...sorted.map((line) => line.toString('utf8'))].join('\n')}\n`;
}

/** @throws ConfigError where the file cannot be read or is no baseline */
export function readBaseline(file: string): Baseline {
  return parseBaseline(readText(file), file);
}

/**
 * Lines may stand in any order and more than once, as a merge of two branches leaves them.
 * @param name of the file, for messages
 * @throws ConfigError
 */
export function parseBaseline(text: string, name: string): Baseline {
  const baseline = new Baseline();
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  if (lines[0] !== HEADER) {
    const reason = /^\{"clearset":"baseline","version":\d+\}$/.test(lines[0]!)
      ? 'another version of Clearset made it; update Clearset, or create it anew'
      : 'its first line is not that of a baseline; clearset baseline create makes one';
    throw new ConfigError(`cannot use the baseline ${JSON.stringify(name)}: ${reason}`);
  }
  for (const [index, line] of lines.entries()) {
    if (line === '' || line === HEADER) continue;
    if (!addLine(baseline, line)) throw lineError(name, index + 1, line);
  }
  return baseline;
}

function* linesOf(path: string, accepted: AcceptedInItem, baseline: Baseline): Generator<string> {
  for (const [detector, { tags }] of accepted) {
    const { first, raises } = baseline.numbersOf(path, detector);
    const { count, total } = first;
    for (const tag of tags) yield JSON.stringify({ path, detector, tag: tag.replace(/\d/g, (digit) => LETTERS[Number(digit)]!) });
    if (count > 0) yield JSON.stringify({ path, detector, count });
    if (total > 0) yield JSON.stringify({ path, detector, total });
    for (const { kind, by, mark } of raises) yield JSON.stringify({ path, detector, [kind]: by, raise: mark });
  }
}

/** False where the line is no entry. */
function addLine(baseline: Baseline, line: string): boolean {
  const { path, detector, raise: mark, ...entry } = recordOf(line);
  if (typeof path !== 'string' || path === '' || typeof detector !== 'string' || !DETECTOR.test(detector)) return false;
  const [[kind, value] = [], ...others] = Object.entries(entry);
  if (others.length > 0) return false;
  if (mark !== undefined && (kind === 'tag' || typeof mark !== 'string' || !MARK.test(mark))) return false;
  if (kind === 'tag' && typeof value === 'string' && TAG.test(value)) {
    baseline.accept(path, detector, { tag: value.replace(/[g-p]/g, (letter) => String(LETTERS.indexOf(letter))) });
    return true;
  }
  if ((kind !== 'count' && kind !== 'total') || !Number.isSafeInteger(value) || (value as number) < 1) return false;
  const number = value as number;
  baseline.accept(path, detector, typeof mark === 'string' ? { raise: { mark, kind, by: number } } : { [kind]: number });
  return true;
}

/** The object of a line; an empty one where there is none. */
function recordOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function lineError(name: string, number: number, line: string): ConfigError {
  const isConflict = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line);
  const reason = isConflict
    ? 'is left from a merge; keep the lines of both sides and delete the marks'
    : 'is not an entry; restore the file, or create it anew';
  return new ConfigError(`cannot use the baseline ${JSON.stringify(name)}: line ${number} ${reason}`);
}

function readText(file: string): string {
  try {
    const why = whyNotPlain(file);
    if (why !== undefined) throw new ConfigError(`cannot read the baseline ${JSON.stringify(file)}: ${why}`);
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
    throw new ConfigError(`cannot read the baseline ${JSON.stringify(file)}: ${REASONS[code] ?? `the system says ${code}`}`, {
      cause: error,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; clearset baseline create makes one',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
};
