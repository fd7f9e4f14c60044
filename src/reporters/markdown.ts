/**
 * Markdown for comments on pull requests and for data-set cards: a table an item, the problems, the coverage. Short enough for a
 * comment (GitHub takes 65,536 characters), so items with the mildest findings may be left out, and are counted. Never a value.
 */
import type { Finding, ItemPath, ItemResult, Occurrence, ProblemCode, Summary } from '../core/result.js';
import { SEVERITIES, type Severity } from '../core/result.js';
import { coverageText } from './coverage.js';
import { markdownCode } from './markdown-text.js';
import { documentPlaceText, groupByColumn, maskedLocation, positionText, reachedText } from './places.js';
import { countText, plural, shorten } from './quantities.js';
import { compareOccurrences, compareText, type Report, type ReportContext, type ReportFormat } from './report.js';
import { type Piece, Severest } from './severest.js';
import { ADVICE, compareFindings, resultLine } from './table.js';

/** Characters for items and for places with problems; with headings and summary the report stays below 64,000. */
const ITEM_CHARACTERS = 48_000;
const PROBLEM_CHARACTERS = 10_000;
/** Places named for each code of problem. */
const PROBLEMS_A_CODE = 20;
/** Findings of one item that have a line; the others are counted. */
const MOST_FINDINGS = 40;
/** Characters of a path and of a column's name; the end of a path says more than its beginning. */
const PATH_LENGTH = 160;
const COLUMN_LENGTH = 40;

const HEADER =
  '| Severity | Detector | Count | Distinct | Column | First place | Shape |\n| --- | --- | ---: | ---: | --- | --- | --- |\n';

interface Section extends Piece {
  readonly order: number;
}

interface ProblemPlaces {
  count: number;
  readonly places: string[];
}

export const markdown: ReportFormat = { shows: 'first', open };

function open(context: ReportContext): Report {
  const sections = new Severest<Section>({ pieces: ITEM_CHARACTERS, characters: ITEM_CHARACTERS });
  const problems = new Map<ProblemCode, ProblemPlaces>();
  const bySeverity = { low: 0, medium: 0, high: 0 };
  let order = 0;
  let problemRoom = PROBLEM_CHARACTERS;
  return {
    // Nothing is written before the end, since what does not fit is known only then.
    item(item) {
      for (const problem of item.problems) {
        const known = problems.get(problem.code) ?? { count: 0, places: [] };
        problems.set(problem.code, known);
        known.count++;
        const place = `${pathCode(item)}: ${markdownCode(shorten(problem.detail, PATH_LENGTH))}`;
        if (known.places.length >= PROBLEMS_A_CODE || place.length > problemRoom) continue;
        problemRoom -= place.length;
        known.places.push(place);
      }
      if (item.findings.length === 0) return [];
      for (const finding of item.findings) bySeverity[finding.severity] += finding.count;
      const findings = item.findings.toSorted(compareFindings);
      const text = sectionText(context, item, findings);
      sections.add({ severity: findings[0]!.severity, text, weight: findings.length, order: order++ });
      return [];
    },
    *end(summary) {
      yield `## Clearset: ${resultLine(summary, bySeverity, (_, text) => text)}`;
      for (const { text } of sections.pieces().sort((a, b) => a.order - b.order)) yield text;
      yield* leftOutLines(sections.leftOut);
      yield* problemLines(problems);
      yield closingLines(summary);
    },
  };
}

/** The item's name, and a table of its findings: severest first, then by count, then by id. */
function sectionText(context: ReportContext, item: ItemResult, findings: readonly Finding[]): string {
  const rows = findings.slice(0, MOST_FINDINGS).map((finding) => `| ${cells(context, finding).join(' | ')} |\n`);
  const others = findings.length - rows.length;
  const rest = others > 0 ? `\n… and ${plural(others, 'finding')} more\n` : '';
  return `\n### ${pathCode(item)}\n\n${HEADER}${rows.join('')}${rest}`;
}

function cells(context: ReportContext, finding: Finding): string[] {
  const first = finding.occurrences.toSorted(compareOccurrences)[0];
  return [
    finding.severity,
    `\`${finding.detector}\``,
    countText(finding.count),
    `${countText(finding.distinct)}${finding.distinctIsLowerBound ? '+' : ''}`,
    columnText(finding, context.reveal),
    first ? placeText(first) : '',
    first ? markdownCode(first.preview) : '',
  ];
}

function placeText(occurrence: Occurrence): string {
  const location = maskedLocation(occurrence);
  const more = [documentPlaceText(location), reachedText(location)].filter((text) => text !== undefined);
  return `${positionText(occurrence)}${more.map((text) => ` ${markdownCode(text)}`).join('')}`;
}

/** The column with most of the values; where values are revealed, only one whose masked name is known. */
function columnText(finding: Finding, reveal: boolean): string {
  const named = groupByColumn(finding, reveal).groups.filter(({ values }) => values !== undefined);
  const [top] = named.sort((a, b) => b.values!.share - a.values!.share || compareText(a.place?.name ?? '', b.place?.name ?? ''));
  if (top?.place === undefined) return '';
  return `${markdownCode(shorten(top.place.name, COLUMN_LENGTH))} ${Math.round(top.values!.share * 100)} %`;
}

function pathCode({ path, printPath }: ItemPath): string {
  const characters = Array.from(printPath ?? path);
  const isLong = characters.length > PATH_LENGTH;
  return markdownCode(isLong ? `…${characters.slice(1 - PATH_LENGTH).join('')}` : characters.join(''));
}

function* leftOutLines(leftOut: Readonly<Record<Severity, number>>): Generator<string> {
  const left = SEVERITIES.toReversed().filter((severity) => leftOut[severity] > 0);
  if (left.length === 0) return;
  const total = left.reduce((sum, severity) => sum + leftOut[severity], 0);
  const counts = left.map((severity) => `${countText(leftOut[severity])} in items up to ${severity}`).join(', ');
  yield `\nNot shown for want of room: ${plural(total, 'finding')} (${counts}).\n`;
}

function* problemLines(problems: ReadonlyMap<ProblemCode, ProblemPlaces>): Generator<string> {
  for (const [code, { count, places }] of [...problems].sort(([a], [b]) => compareText(a, b))) {
    yield `\n### ${plural(count, 'problem')}: ${code}\n\n${sentence(ADVICE[code])}\n\n`;
    for (const place of places) yield `- ${place}\n`;
    if (count > places.length) yield `- and ${countText(count - places.length)} more\n`;
  }
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function closingLines(summary: Summary): string {
  return `\n${coverageText(summary, (text) => `**${text}**`)}. Values are masked.\n\nClearset ${summary.version}, rules ${summary.rules}\n`;
}
