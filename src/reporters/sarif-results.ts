/**
 * Findings as SARIF results: in text one an occurrence, in columns and fields one for each of them, with the number of values and
 * the first places. Never a value, nor a name that holds one, even where other reports reveal them.
 */
import type { Region, Result, Location as SarifLocation } from 'sarif';
import { columnFingerprint, fingerprintOf } from '../core/fingerprint.js';
import type { Finding, ItemResult, Occurrence } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import { type ColumnGroup, documentPlaceText, groupByColumn, maskedLocation, positionText, reachedText } from './places.js';
import { countText, plural } from './quantities.js';
import type { ReportContext } from './report.js';
import { LEVELS } from './sarif-rules.js';
import { uriOf } from './uri.js';

/** Our key: GitHub computes its own (`primaryLocationLineHash`) and warns where a tool sets that. */
const FINGERPRINT_KEY = 'clearset/v1';
/** Places of a column that a result shows beside the first. GitHub reads 1,000 and shows 100; people look at a few. */
const MOST_RELATED = 4;

/** What the results of a finding have in common. */
interface Subject {
  readonly finding: Finding;
  readonly item: ItemResult;
  /** The detector's name for people. */
  readonly name: string;
  readonly uri: string;
  /** Raw path for the fingerprint of an occurrence, and the masked one for that of a column. */
  readonly printedPath: string;
}

/** The results of one finding, in order of place; at least one. One at a time, since all of them may be hundreds of thousands. */
export function* resultsOf(context: ReportContext, item: ItemResult, finding: Finding): Generator<Result, void, void> {
  const name = context.detectors.get(finding.detector)?.name ?? finding.detector;
  const subject: Subject = { finding, item, name, uri: uriOf(item), printedPath: item.printPath ?? item.path };
  const { groups, others } = groupByColumn(finding, context.reveal);
  if (groups.length + others.length === 0) yield unplacedResult(subject);
  for (const [index, group] of groups.entries()) yield groupResult(subject, group, index);
  for (const [index, occurrence] of others.entries()) yield occurrenceResult(subject, occurrence, index);
}

/** Occurrences of a finding that no result of it stands for: those in text beyond what is listed. */
export function unlistedCount({ count, occurrences, columns }: Finding): number {
  return columns.length === 0 && occurrences.length > 0 ? count - occurrences.length : 0;
}

function occurrenceResult(subject: Subject, occurrence: Occurrence, index: number): Result {
  const { finding, item, name } = subject;
  const { confidence, alternatives, preview } = occurrence;
  const text = [
    `${name} ${preview}`,
    `confidence ${confidence}`,
    ...keywordText(occurrence),
    ...insideText(occurrence),
    ...rivalsText(alternatives),
  ];
  return {
    ...common(subject, text.join(', ')),
    locations: [locationOf(subject, occurrence)],
    partialFingerprints: {
      // With --preview last4 no occurrence has one, since its characters and a hash of it would say too much together.
      [FINGERPRINT_KEY]: occurrence.fingerprint ?? fingerprintOf(item.path, finding.detector, '', index),
    },
    properties: { confidence },
  };
}

function groupResult(subject: Subject, { place, listed, values }: ColumnGroup, index: number): Result {
  const { finding, name, uri, printedPath } = subject;
  const [first, ...rest] = listed;
  const where = place === undefined ? 'another column' : `${place.kind} "${place.name}"`;
  const amount =
    values === undefined
      ? `${listed.length < finding.count ? 'at least ' : ''}${plural(listed.length, 'place')} in ${where}`
      : `${plural(values.count, 'value')} of ${where} (${shareText(values.share)} of its values)`;
  const text = [`${name}: ${amount}`, `confidence ${first?.confidence ?? finding.confidence}`];
  if (first === undefined) text.push('no place of it is listed; --max-locations all lists them');
  else text.push(`first ${first.preview}`, ...keywordText(first), ...insideText(first), ...rivalsText(first.alternatives));
  const logicalLocations = place && [
    { name: place.name, fullyQualifiedName: place.name, kind: place.kind === 'column' ? 'column' : 'property' },
  ];
  const location: SarifLocation =
    first === undefined ? { physicalLocation: { artifactLocation: { uri } } } : locationOf(subject, first);
  const related = rest.slice(0, MOST_RELATED).map((occurrence, i) => ({ id: i + 1, ...locationOf(subject, occurrence) }));
  return {
    ...common(subject, text.join(', ')),
    locations: [{ ...location, ...(logicalLocations && { logicalLocations }) }],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: {
      [FINGERPRINT_KEY]: columnFingerprint(
        printedPath,
        finding.detector,
        place === undefined ? `\0${index}` : `${place.kind}\0${place.name}`,
      ),
    },
    properties: { confidence: first?.confidence ?? finding.confidence, count: values?.count ?? listed.length },
  };
}

/** A finding of which no place is listed (`--max-locations 0`). */
function unplacedResult(subject: Subject): Result {
  const { finding, name, uri, printedPath } = subject;
  const { count, confidence, detector } = finding;
  return {
    ...common(subject, `${name}: ${plural(count, 'occurrence')}, confidence up to ${confidence}, none of them listed`),
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
    partialFingerprints: { [FINGERPRINT_KEY]: columnFingerprint(printedPath, detector, '') },
    properties: { confidence, count },
  };
}

function common({ finding }: Subject, text: string): Pick<Result, 'ruleId' | 'level' | 'message'> {
  return { ruleId: finding.detector, level: LEVELS[finding.severity], message: { text: messageText(text) } };
}

function locationOf({ uri }: Subject, occurrence: Occurrence): SarifLocation {
  const { line, column, span, spanSpace, location } = occurrence;
  // What is encoded is written in ASCII, and longer than it is.
  const length = location.encoding === undefined ? occurrence.length : span.end - span.start;
  // GitHub asks for an end. One value in many goes over a line end (key blocks); viewers end it with the line.
  const region: Region = { startLine: line, startColumn: column, endLine: line, endColumn: column + length };
  const { member } = maskedLocation(occurrence);
  const logical = [
    ...(member === undefined ? [] : [{ name: safeText(member), kind: 'member' }]),
    ...(spanSpace === 'value' ? [{ name: positionText(occurrence), kind: 'element' }] : []),
  ];
  return {
    // What is decoded has no lines that a viewer could show.
    physicalLocation: { artifactLocation: { uri }, ...(spanSpace !== 'value' && { region }) },
    ...(logical.length > 0 && { logicalLocations: logical }),
  };
}

function keywordText({ keyword }: Occurrence): string[] {
  return keyword === undefined ? [] : [`context "${keyword}"`];
}

function insideText(occurrence: Occurrence): string[] {
  const location = maskedLocation(occurrence);
  const inside = documentPlaceText(location);
  const reached = reachedText(location);
  return [...(inside === undefined ? [] : [inside]), ...(reached === undefined ? [] : [`encoded as ${reached}`])];
}

function rivalsText(alternatives: readonly string[]): string[] {
  return alternatives.length > 0 ? [`may also be ${alternatives.join(' or ')}`] : [];
}

/** Never rounded up to the whole. */
function shareText(share: number): string {
  const percent = Math.floor(share * 100);
  return percent === 0 ? 'under 1 %' : `${countText(percent)} %`;
}

/** In SARIF, brackets are links, and braces are places to fill in. */
export function messageText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}
