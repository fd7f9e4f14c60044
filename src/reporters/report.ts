/** What a report format is: results in, pieces of text out. Formats neither write nor buffer more than they must. */
import type { DetectorInfo, ItemPath, ItemResult, Occurrence, Summary } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import type { Location } from '../core/segment.js';

/** What all formats need beside the results. */
export interface ReportContext {
  /** Clearset's version. */
  readonly version: string;
  /** By id; every detector that can occur in the results. */
  readonly detectors: ReadonlyMap<string, DetectorInfo>;
  /** Values are shown, so paths that hold one are, too. */
  readonly reveal: boolean;
  /** Whether ANSI colours may be used. */
  readonly color: boolean;
}

/** A report being made. The pieces of text, joined, are the report. */
export interface Report {
  /** Called once an item, in order of path bytes. */
  item(result: ItemResult): Iterable<string>;
  /** Called once, after the last item. */
  end(summary: Summary): Iterable<string>;
}

export interface ReportFormat {
  /** Occurrences of a finding that the report shows: the first one, or all that are listed. No others need to be listed. */
  readonly shows: 'first' | 'all';
  open(context: ReportContext): Report;
}

/** An item's path as it may be printed. The exact bytes go along only where nothing in the name is masked. */
export function printedPath(context: Pick<ReportContext, 'reveal'>, item: ItemPath): { path: string; pathBase64?: string } {
  if (item.printPath !== undefined && !context.reveal) return { path: safeText(item.printPath) };
  return { path: safeText(item.path), ...(item.pathBase64 !== undefined && { pathBase64: item.pathBase64 }) };
}

/** A location as it may be printed, without what it lacks. Its names were masked where they were found. Field order is fixed. */
export function printedLocation(location: Location): Location {
  const { sheet, cell, row, columnName, columnIndex, jsonPath, recordIndex } = location;
  const { page, paragraph, part, rowGroup, member, encoding, innerPath } = location;
  return {
    ...(member !== undefined && { member: safeText(member) }),
    ...(rowGroup !== undefined && { rowGroup }),
    ...(sheet !== undefined && { sheet: safeText(sheet) }),
    ...(cell !== undefined && { cell }),
    ...(row !== undefined && { row }),
    ...(columnName !== undefined && { columnName: safeText(columnName) }),
    ...(columnIndex !== undefined && { columnIndex }),
    ...(recordIndex !== undefined && { recordIndex }),
    ...(jsonPath !== undefined && { jsonPath: safeText(jsonPath) }),
    ...(page !== undefined && { page }),
    ...(paragraph !== undefined && { paragraph }),
    ...(part !== undefined && { part: safeText(part) }),
    ...(encoding !== undefined && { encoding }),
    ...(innerPath !== undefined && { innerPath: safeText(innerPath) }),
  };
}

/** Order of occurrences within an item: location, span, detector. */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    compareText(a.location.member ?? '', b.location.member ?? '') ||
    compareOffsets(a, b) ||
    compareText(a.location.sheet ?? '', b.location.sheet ?? '') ||
    (a.location.recordIndex ?? 0) - (b.location.recordIndex ?? 0) ||
    (a.location.row ?? 0) - (b.location.row ?? 0) ||
    (a.spanSpace === 'value' ? compareValues(a.location, b.location) || a.line - b.line || a.column - b.column : 0) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.detector, b.detector)
  );
}

/** Of values that are read column by column, or sheet by sheet, those that are listed first come first. */
function compareOffsets(a: Occurrence, b: Occurrence): number {
  if (a.offset === undefined || b.offset === undefined) return 0;
  return (a.location.rowGroup ?? -1) - (b.location.rowGroup ?? -1) || a.offset - b.offset;
}

/** Order of the values of one row or record. */
function compareValues(a: Location, b: Location): number {
  return (a.columnIndex ?? 0) - (b.columnIndex ?? 0) || compareText(a.jsonPath ?? '', b.jsonPath ?? '');
}

/** All listed occurrences of an item in that order. */
export function orderedOccurrences(result: ItemResult): Occurrence[] {
  return result.findings.flatMap((finding) => finding.occurrences).sort(compareOccurrences);
}

/** Code-unit order; the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
