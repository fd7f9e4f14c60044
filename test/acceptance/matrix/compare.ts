/** Compares what a scan reports of a file of the matrix with the list of values: which were found, and whether where they stand. */
import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { ItemResult, Occurrence } from '../../../dist/src/index.js';
import type { MatrixFile } from './files.js';
import { FOLDER, LABELS, type Label } from './places.js';

export interface Outcome {
  readonly file: MatrixFile;
  /** Values that were reported, each under its own identifier. */
  readonly found: number;
  /** Those at their place: structured place, line and column, span. */
  readonly placed: number;
  /** Occurrences that are no value of the list, have another identifier, or came twice. */
  readonly extra: number;
  readonly problems: readonly string[];
  /** Bytes of the item that were not examined. */
  readonly unexamined: number;
  /** The first differences, for people. */
  readonly differences: readonly string[];
}

/** A text whose places can be counted. */
interface Counted {
  readonly text: string;
  /** Its bytes in the file where they are UTF-8, else as they are decoded: what spans count in. */
  readonly bytes: Buffer;
}

function textOf({ path, text }: MatrixFile): Counted | undefined {
  if (text === undefined) return undefined;
  const { encoding = 'utf-8', packed = path } = text;
  const stored = fs.readFileSync(new URL(packed, FOLDER));
  const decoded = decodedText(stored, encoding.replace(/-bom$/, ''));
  return { text: decoded, bytes: /^utf-8/.test(encoding) ? stored : Buffer.from(decoded) };
}

/** Without the mark at its beginning. */
function decodedText(bytes: Buffer, encoding: string): string {
  if (!encoding.startsWith('utf-32')) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const points = Array.from({ length: bytes.length / 4 }, (_, i) =>
    encoding.endsWith('le') ? bytes.readUInt32LE(4 * i) : bytes.readUInt32BE(4 * i),
  );
  return String.fromCodePoint(...points).replace(/^\ufeff/, '');
}

/** Line and column of a value in the text, from 1, and its bytes; each value stands in it once. */
function countedPlace({ text, bytes }: Counted, written: string): { line: number; column: number; start: number; end: number } {
  const at = text.indexOf(written);
  if (at < 0 || text.indexOf(written, at + 1) >= 0)
    throw new Error('a value of the list does not stand in its file exactly once');
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  const start = bytes.indexOf(written);
  return { line: lines.length, column: [...lines.at(-1)!].length + 1, start, end: start + Buffer.byteLength(written) };
}

/** What is wrong with the place of an occurrence; undefined where it is right. */
function misplaced(file: MatrixFile, counted: Counted | undefined, label: Label, one: Occurrence): string | undefined {
  const expected = file.layout(label);
  if (!isDeepStrictEqual({ ...one.location }, { ...expected }))
    return `${JSON.stringify(one.location)} in place of ${JSON.stringify(expected)}`;
  if (one.spanSpace === 'value') {
    const length = Buffer.byteLength(label.value);
    return one.span.start === 0 && one.span.end === length ? undefined : `span ${JSON.stringify(one.span)} in its value`;
  }
  if (counted === undefined) return undefined;
  const place = countedPlace(counted, file.written?.(label.value) ?? label.value);
  if (one.line !== place.line || one.column !== place.column)
    return `${one.line}:${one.column} in place of ${place.line}:${place.column}`;
  const { start, end } = one.span;
  return start === place.start && end === place.end ? undefined : `span ${start}-${end} in place of ${place.start}-${place.end}`;
}

/** @param results all items of the scan of the folder, by their paths in it */
export function compare(file: MatrixFile, results: ReadonlyMap<string, ItemResult>): Outcome {
  const result = results.get(file.path);
  if (result === undefined) throw new Error(`the scan says nothing of ${file.path}`);
  const counted = textOf(file);
  const byValue = new Map(LABELS.map((label) => [label.value, label]));
  const found = new Set<Label>();
  const differences: string[] = [];
  let placed = 0;
  let extra = 0;
  for (const one of result.findings.flatMap(({ occurrences }) => occurrences)) {
    const label = byValue.get(one.value!);
    if (label === undefined || label.detector !== one.detector || found.has(label)) {
      extra++;
      differences.push(`${one.detector} ${one.value} at ${one.line}:${one.column} ${JSON.stringify(one.location)} is extra`);
      continue;
    }
    found.add(label);
    const wrong = misplaced(file, counted, label, one);
    if (wrong === undefined) placed++;
    else differences.push(`${one.detector} ${one.value}: ${wrong}`);
  }
  for (const label of LABELS)
    if (!found.has(label)) differences.push(`${label.detector} ${label.value} of row ${label.row} is not found`);
  return {
    file,
    found: found.size,
    placed,
    extra,
    problems: result.problems.map(({ code }) => code),
    unexamined: result.bytesFound - result.bytesExamined,
    differences: differences.slice(0, 5),
  };
}
