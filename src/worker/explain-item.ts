/**
 * Explains one occurrence of an item: examines it once to find the place, and once more to see how the engine came to it. Twice,
 * because hits that lost may come before the one that won; what is kept meanwhile does not grow with the item.
 */
import type { Doubt } from '../core/doubt.js';
import type { Finding, ItemResult, Occurrence } from '../core/result.js';
import { type Location, type Segment, spanIn } from '../core/segment.js';
import type { ItemRef } from '../core/source.js';
import type { ByteSpan } from '../core/span.js';
import type { DetectorSheet } from '../detectors/define.js';
import { type Weakness, weaknessOf } from '../engine/reference-resolve.js';
import { type HitTrace, traceHit } from '../engine/trace.js';
import type { Hit } from '../engine/types.js';
import { atLeast } from './aggregate.js';
import type { HitWatch } from './collect.js';
import { doubtOf } from './columns.js';
import type { Control } from './control.js';
import type { Judged } from './judge-columns.js';
import type { ItemScanner } from './scan-item.js';
import type { WorkerSettings } from './settings.js';

/** Occurrences of a line that are named where none is at the column asked for. */
const MOST_NEAR = 5;

/** What tells one value of an item from all others. */
const VALUE_FIELDS = [
  'rowGroup',
  'sheet',
  'row',
  'columnIndex',
  'recordIndex',
  'jsonPath',
] as const satisfies readonly (keyof Location)[];

/** Which occurrence: the one over a line and column (from 1, column in characters), or the one with a fingerprint. */
export type Wanted =
  | { readonly kind: 'place'; readonly line: number; readonly column: number }
  | { readonly kind: 'fingerprint'; readonly fingerprint: string };

/** A hit of another detector, or of another form, that overlaps the occurrence and lost. */
export interface Rival {
  readonly detector: string;
  readonly confidence: Occurrence['confidence'];
  readonly weakness: Weakness;
}

/** A place with something on the line that was asked for. */
export interface NearPlace {
  readonly detector: string;
  readonly confidence: Occurrence['confidence'];
  readonly line: number;
  readonly column: number;
  /** Length of the value in characters. */
  readonly length: number;
}

/** Why one occurrence is reported, or would be. */
export interface OccurrenceExplanation extends HitTrace {
  readonly occurrence: Occurrence;
  /** False where its confidence is below the least that is reported, or an allow list takes it out. */
  readonly isReported: boolean;
  readonly isAllowed: boolean;
  /** Where it leaves something to its column to say: what that was, the values that were counted for it, and what became of it. */
  readonly column: ({ readonly doubt: Doubt } & Judged) | undefined;
  /** All of this detector in the item; undefined where nothing of it is reported. */
  readonly finding: Pick<Finding, 'count' | 'distinct' | 'distinctIsLowerBound' | 'severity'> | undefined;
  readonly rivals: readonly Rival[];
}

/** What is known of the occurrence that was asked for. */
export interface ItemExplanation {
  /** The item as a scan gives it, with its problems. */
  readonly result: ItemResult;
  /** Undefined where nothing is there. */
  readonly explanation: OccurrenceExplanation | undefined;
  /** Others on the line, the nearest first; only where nothing is at the place. */
  readonly near: readonly NearPlace[];
}

/** An occurrence, by what tells it apart from all others of the item. */
interface Found {
  readonly span: ByteSpan;
  readonly detector: string;
  /** Of the value in which the span counts, where it does not count in the item. */
  readonly location?: Location;
}

/** @param member name of a member of the archive that the item is, as reports give it behind the archive's path and `!` */
export async function explainItem(
  scanner: ItemScanner,
  settings: WorkerSettings,
  { item, member }: { readonly item: ItemRef; readonly member: string | undefined },
  wanted: Wanted,
  control: Control,
): Promise<ItemExplanation> {
  const path = member === undefined ? item.path : `${item.path}!${member}`;
  const search = wanted.kind === 'place' ? new LineSearch(scanner, wanted.line, wanted.column) : undefined;
  scanner.watch(search, path);
  const result = await scanner.scan(item, control);
  const found =
    wanted.kind === 'place'
      ? search?.found && { ...search.found, path }
      : resultsIn(result).flatMap((one) => byFingerprint(one, wanted.fingerprint) ?? [])[0];
  if (found === undefined) return { result: resultOf(scanner, result, path), explanation: undefined, near: search?.near ?? [] };
  const tracer = new Tracer(scanner, found);
  scanner.watch(tracer, found.path);
  const second = resultOf(scanner, await scanner.scan(item, control), found.path);
  scanner.watch(undefined);
  return { result: second, explanation: tracer.explanation(second, settings), near: [] };
}

/** The result of an item, and those of the members of an archive that have something to report. */
function resultsIn(result: ItemResult): readonly ItemResult[] {
  return [result, ...(result.members?.results ?? [])];
}

/** The result under a path: of a member without anything to report it is the archive's under the member's name. */
function resultOf(scanner: ItemScanner, result: ItemResult, path: string): ItemResult {
  const known = resultsIn(result).find((one) => one.path === path);
  if (known !== undefined) return known;
  const { bytesFound, bytesExamined, problems } = result;
  const printPath = scanner.printPath(path);
  return { path, ...(printPath !== undefined && { printPath }), bytesFound, bytesExamined, degraded: 0, findings: [], problems };
}

function byFingerprint({ path, findings }: ItemResult, fingerprint: string): (Found & { readonly path: string }) | undefined {
  const occurrence = findings.flatMap(({ occurrences }) => occurrences).find((one) => one.fingerprint === fingerprint);
  if (occurrence === undefined) return undefined;
  const { span, spanSpace, location } = occurrence;
  return { span, detector: occurrence.detector, path, ...(spanSpace === 'value' && { location }) };
}

/** Whether a hit stands in the value that was found, or anywhere where spans count in the item. */
function isInValue({ location }: Found, segment: Segment, hit: Hit): boolean {
  if (location === undefined) return true;
  return isSamePlace(segment.locate(hit.start, hit.value).location, location);
}

function isSamePlace(a: Location, b: Location): boolean {
  return VALUE_FIELDS.every((field) => a[field] === b[field]);
}

/** Looks for the occurrence over a line and column. */
class LineSearch implements HitWatch {
  found: Found | undefined;
  near: NearPlace[] = [];
  readonly #scanner: ItemScanner;
  readonly #line: number;
  readonly #column: number;

  constructor(scanner: ItemScanner, line: number, column: number) {
    this.#scanner = scanner;
    this.#line = line;
    this.#column = column;
  }

  kept: HitWatch['kept'] = (hit, segment, describe) => {
    if (segment.locate(hit.start, hit.value).line !== this.#line) return;
    const { id } = this.#scanner.engine.detectors[hit.detector]!;
    const { confidence, line, column, length: characters, span, spanSpace, location } = describe();
    // What is encoded is written in ASCII, and longer than it is.
    const length = hit.isNested ? hit.end - hit.start : characters;
    const distance = this.#distance({ column, length });
    if (distance === 0) this.found ??= { span, detector: id, ...(spanSpace === 'value' && { location }) };
    this.near.push({ detector: id, confidence, line, column, length });
    this.near.sort((a, b) => this.#distance(a) - this.#distance(b) || a.column - b.column);
    this.near.length = Math.min(this.near.length, MOST_NEAR);
  };

  beaten(): void {}

  /** Characters between a value and the column; 0 inside of it. */
  #distance({ column, length }: Pick<NearPlace, 'column' | 'length'>): number {
    return Math.max(0, column - this.#column, this.#column - (column + Math.max(length, 1) - 1));
  }
}

/** Takes down how the engine came to one hit, and what lost to it. */
class Tracer implements HitWatch {
  readonly #scanner: ItemScanner;
  readonly #found: Found;
  #winner:
    | {
        readonly place: Omit<Occurrence, 'detector' | 'fingerprint'>;
        readonly trace: HitTrace;
        readonly isAllowed: boolean;
        readonly columnKey: number | undefined;
      }
    | undefined;
  readonly #rivals: { readonly sheet: DetectorSheet; readonly hit: Hit }[] = [];

  constructor(scanner: ItemScanner, found: Found) {
    this.#scanner = scanner;
    this.#found = found;
  }

  kept: HitWatch['kept'] = (hit, segment, describe) => {
    const sheet = this.#scanner.engine.detectors[hit.detector]!;
    const { span, detector } = this.#found;
    const { start, end } = spanIn(segment, hit);
    if (start !== span.start || end !== span.end || sheet.id !== detector || !isInValue(this.#found, segment, hit)) return;
    this.#winner = {
      place: describe(),
      trace: traceHit(hit, segment, sheet),
      isAllowed: this.#scanner.isAllowed(hit),
      columnKey: this.#scanner.columnKeyOf(hit, segment),
    };
  };

  beaten: HitWatch['beaten'] = (hit, segment) => {
    const { span, detector } = this.#found;
    const { start, end } = spanIn(segment, hit);
    if (start >= span.end || end <= span.start || !isInValue(this.#found, segment, hit)) return;
    const sheet = this.#scanner.engine.detectors[hit.detector]!;
    // Another form of the same detector that matched the same value is no rival.
    if (sheet.id === detector && start === span.start && end === span.end) return;
    this.#rivals.push({ sheet, hit: { ...hit, start, end } });
  };

  explanation(result: ItemResult, { minConfidence }: WorkerSettings): OccurrenceExplanation | undefined {
    if (this.#winner === undefined) return undefined;
    const { trace, isAllowed, columnKey } = this.#winner;
    const judged = columnKey === undefined ? undefined : this.#scanner.judgedColumn(this.#found.detector, columnKey);
    const column = judged && { doubt: doubtOf(columnKey!), ...judged };
    // Rivals lost before the column was judged.
    const ranked = this.#winner.place.confidence;
    const place = { ...this.#winner.place, confidence: column?.verdict ?? ranked };
    const { detector, span } = this.#found;
    const { location: raw } = this.#winner.place;
    const finding = result.findings.find((one) => one.detector === detector);
    const isFound = (one: Occurrence): boolean =>
      one.span.start === span.start && one.span.end === span.end && (one.spanSpace !== 'value' || isSamePlace(one.location, raw));
    const listed = finding?.occurrences.find(isFound);
    const location = this.#scanner.printLocation(place.location);
    const occurrence: Occurrence = listed ?? { detector, ...place, location };
    return {
      ...trace,
      occurrence,
      isReported: !isAllowed && atLeast(place.confidence, minConfidence),
      isAllowed,
      column,
      finding,
      rivals: this.#rivals.map(({ sheet, hit }) => ({
        detector: sheet.id,
        confidence: hit.confidence,
        weakness: this.#weakness({ ...occurrence, confidence: ranked }, trace, sheet, hit),
      })),
    };
  }

  #weakness(winner: Occurrence, trace: HitTrace, sheet: DetectorSheet, rival: Hit): Weakness {
    const form = sheet.forms[rival.form]!;
    const falseAccept = (typeof form === 'string' ? undefined : form.falseAccept) ?? sheet.falseAccept;
    const isGeneric = this.#scanner.engine.detectors.some(({ id, generic }) => id === winner.detector && generic === true);
    const won = { ...winner, ...this.#found.span, falseAccept: trace.form.falseAccept, generic: isGeneric };
    return weaknessOf(won, { ...rival, falseAccept, generic: sheet.generic === true });
  }
}
