/** Occurrences by the column or field in which they stand: data files have thousands of the same. */
import type { Place } from '../core/profile.js';
import type { Finding, Occurrence } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import type { Location } from '../core/segment.js';
import { countText, shorten } from './quantities.js';
import { compareOccurrences } from './report.js';

/** A column of a table, or a field of records with its indexes left open (`$.people[*].mail`). */
export interface DataPlace {
  readonly kind: 'column' | 'field';
  /** Masked, and harmless to print. */
  readonly name: string;
}

/** All occurrences of a finding in one column or field. */
export interface ColumnGroup {
  /** Undefined where the name must not be shown: values are revealed, and no place of the column is listed. */
  readonly place: DataPlace | undefined;
  /** Those that are listed, in order; may be empty. */
  readonly listed: readonly Occurrence[];
  /** Values that were hit, and their share of the column's; undefined where only places are known. */
  readonly values: { readonly count: number; readonly share: number } | undefined;
}

/** An occurrence's location for reports that never show values. */
export function maskedLocation({ maskedLocation: masked, location }: Occurrence): Location {
  return masked ?? location;
}

/** The column or field of a location; undefined in free text. */
export function dataPlaceOf({ columnName, columnIndex, jsonPath, member }: Location): DataPlace | undefined {
  const inside = member === undefined ? '' : `${safeText(member)}!`;
  if (columnName !== undefined) return { kind: 'column', name: inside + safeText(columnName) };
  if (columnIndex !== undefined) return { kind: 'column', name: `${inside}${columnIndex}` };
  if (jsonPath !== undefined) return { kind: 'field', name: inside + safeText(withoutIndexes(jsonPath)) };
  return undefined;
}

/**
 * A finding's occurrences in columns and fields, by the first place, and those in free text. Columns of which no place is listed
 * come last, the most frequent first.
 */
export function groupByColumn(finding: Finding, reveal: boolean): { groups: ColumnGroup[]; others: Occurrence[] } {
  const others: Occurrence[] = [];
  const byName = new Map<string, { place: DataPlace; listed: Occurrence[] }>();
  for (const occurrence of finding.occurrences.toSorted(compareOccurrences)) {
    const place = dataPlaceOf(maskedLocation(occurrence));
    const key = place && `${place.kind} ${place.name}`;
    const group = key === undefined ? undefined : byName.get(key);
    if (place === undefined || key === undefined) others.push(occurrence);
    else if (group === undefined) byName.set(key, { place, listed: [occurrence] });
    else group.listed.push(occurrence);
  }
  const columns = new Map(finding.columns.map((column) => [column.columnName, column]));
  const groups: ColumnGroup[] = [];
  for (const { place, listed } of byName.values()) {
    const name = columnNameOf(listed[0]!.location);
    groups.push({ place, listed, values: columns.get(name) });
    columns.delete(name);
  }
  const isWhole = finding.occurrences.length === finding.count;
  for (const values of isWhole ? [] : columns.values()) {
    const place: DataPlace | undefined = reveal ? undefined : { kind: 'column', name: safeText(values.columnName) };
    groups.push({ place, listed: [], values });
  }
  return { groups, others };
}

/** Characters of a field path in what was decoded, and of the name of a sheet or part. */
const PATH_LENGTH = 60;

/** Where in a document an occurrence stands (`page 3`, `paragraph 12, part footnotes`, `Staff!B7`); undefined for what has no pages or parts. */
export function documentPlaceText({ sheet, cell, page, paragraph, part }: Location): string | undefined {
  const address = [
    ...(sheet === undefined ? [] : [shorten(safeText(sheet), PATH_LENGTH)]),
    ...(cell === undefined ? [] : [cell]),
  ];
  const parts = [
    ...(address.length === 0 ? [] : [address.join('!')]),
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(paragraph === undefined ? [] : [`paragraph ${paragraph}`]),
    ...(part === undefined ? [] : [`part ${shorten(safeText(part), PATH_LENGTH)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** How a value in other writing was reached, from the outside in (`base64, $.user.ssn`); undefined where it stands as it is. */
export function reachedText({ encoding, innerPath }: Location): string | undefined {
  if (encoding === undefined) return undefined;
  return [...encoding, ...(innerPath === undefined ? [] : [shorten(safeText(innerPath), PATH_LENGTH)])].join(', ');
}

/** A place for people: its position, and where in a document and in what writing it stands (`2:13 (page 3, base64)`). */
export function placeText(place: Parameters<typeof positionText>[0]): string {
  const more = [documentPlaceText(place.location), reachedText(place.location)].filter((text) => text !== undefined);
  return `${positionText(place)}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** Where in its item a place is: line and column (`2:13`), or the row or record of a value whose text stands nowhere. */
export function positionText({
  spanSpace,
  line,
  column,
  location,
}: Pick<Place, 'spanSpace' | 'line' | 'column' | 'location'>): string {
  const { row, recordIndex, columnIndex } = location;
  if (spanSpace !== 'value') return `${line}:${column}`;
  if (row !== undefined) return `row ${countText(row)}`;
  if (recordIndex !== undefined) return `record ${countText(recordIndex)}`;
  return columnIndex === undefined ? 'header' : `name of column ${columnIndex}`;
}

/** One element of a JSONPath as readers write it. */
const ELEMENT = /\.([^.[]+)|\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/gsu;

function withoutIndexes(jsonPath: string): string {
  return jsonPath.replace(ELEMENT, (element, _name, _quoted, index?: string) => (index === undefined ? element : '[*]'));
}

/** The name under which a finding counts the values of a location's column: for a field, the names on its path. */
function columnNameOf({ columnName, jsonPath }: Location): string {
  if (columnName !== undefined) return columnName;
  const names: string[] = [];
  for (const [, name, quoted] of (jsonPath ?? '').matchAll(ELEMENT)) {
    if (name !== undefined) names.push(name);
    else if (quoted !== undefined) names.push(unescaped(quoted));
  }
  return names.join('.');
}

const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(quoted: string): string {
  return quoted.replace(/\\(?:u([0-9a-f]{4})|(.))/gsu, (_escape, hex?: string, character?: string) =>
    hex === undefined ? (CONTROLS[character!] ?? character!) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
