/** What the hook says to a person whose commit it stops: place, what, masked value, why, and what to do. */
import {
  bytesText,
  countText,
  type Finding,
  type ItemResult,
  type Occurrence,
  plural,
  positionText,
  printedPath,
  type Severity,
  type StagedResult,
  safeText,
  skippedText,
} from '../src/index.js';
import { regexName } from './regex.js';

/** Places shown of each detector in one file. */
const SHOWN = 5;

interface Look {
  /** Severities that stop the commit. */
  readonly blocking: readonly Severity[];
  readonly color: boolean;
}

/** Empty where nothing is to be said. */
export function reportText({ items, detectorNames }: StagedResult, { blocking, color }: Look): string {
  const stops = (finding: Finding): boolean => blocking.includes(finding.severity);
  const stopping = items.filter(({ findings }) => findings.some(stops));
  const others = items.flatMap(({ findings }) => findings.filter((finding) => !stops(finding)));
  const parts: string[] = [];
  if (stopping.length > 0) {
    const found = stopping.flatMap(({ findings }) => findings.filter(stops));
    const count = found.reduce((sum, finding) => sum + finding.count, 0);
    parts.push(
      `${strong(`${plural(count, 'value')} in ${plural(stopping.length, 'staged file')} must not be committed`, color)}\n\n`,
    );
    for (const item of stopping) parts.push(itemText(item, item.findings.filter(stops), { names: detectorNames, color }));
    parts.push(adviceText(found[0]!));
  }
  if (others.length > 0) parts.push(`${parts.length > 0 ? '\n' : ''}${belowText(others)}`);
  return parts.join('');
}

function itemText(
  item: ItemResult,
  findings: readonly Finding[],
  { names, color }: { names: ReadonlyMap<string, string>; color: boolean },
): string {
  const path = printedPath({ reveal: false }, item).path;
  return `${strong(path, color)}\n${findings.map((finding) => findingText(finding, names)).join('')}\n`;
}

function findingText({ detector, severity, count, occurrences }: Finding, names: ReadonlyMap<string, string>): string {
  const places = occurrences
    .slice(0, SHOWN)
    .map((one) => `    ${positionText(one)}  ${safeText(one.preview)}  ${reasonText(one)}\n`);
  const more = count > places.length ? `    and ${countText(count - places.length)} more\n` : '';
  return `  ${names.get(detector) ?? detector} (${detector}), severity ${severity}\n${places.join('')}${more}`;
}

/** Why it is reported. */
function reasonText({ validated, keyword, location, confidence }: Occurrence): string {
  const reasons = [
    ...(validated ? ['its check is right'] : []),
    ...(keyword === undefined ? [] : [`"${safeText(keyword)}" is near`]),
  ];
  const field = location.columnName ?? location.jsonPath;
  const { encoding = [], innerPath } = location;
  const names = [field, innerPath].filter((name) => name !== undefined).map((name) => `, in ${safeText(name)}`);
  const place = [...names, ...(encoding.length > 0 ? [`, encoded as ${encoding.join(', ')}`] : [])].join('');
  return `(${reasons.length > 0 ? reasons.join(', ') : 'its form'}; confidence ${confidence}${place})`;
}

function adviceText({ detector }: Finding): string {
  return [
    'What to do\n',
    '  Take the value out, stage the file again (git add) and commit. A credential that left this machine must be revoked.\n',
    `  A harmless value is allowed by a comment with a reason, on its line:  clearset:allow[${detector}] reason\n`,
    `  or on the line above:  clearset:allow-next-line[${detector}] reason\n`,
  ].join('');
}

function belowText(findings: readonly Finding[]): string {
  const counts = (['high', 'medium', 'low'] as const).map((severity) => {
    const count = findings.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [`${countText(count)} ${severity}`] : [];
  });
  return `Also found, and not stopped by --fail-on: ${counts.flat().join(', ')}\n`;
}

export function problemText({ items }: StagedResult): string {
  return items
    .flatMap((item) =>
      item.problems.map(({ detail }) => `clearset: ${printedPath({ reveal: false }, item).path}: ${safeText(detail)}\n`),
    )
    .join('');
}

export function closingLine({ summary, files, submodules, unseen, unchanged, allowed, regexEngine }: StagedResult): string {
  if (files + submodules === 0) return 'clearset: nothing is staged\n';
  const skipped = skippedText(summary);
  const parts = [
    `examined ${plural(summary.items - unseen, 'file')} (${bytesText(summary.bytesExamined)})`,
    ...(skipped === undefined ? [] : [skipped]),
    ...(submodules > 0 ? [`${plural(submodules, 'submodule')} not examined`] : []),
    ...(unseen > 0 ? [`${plural(unseen, 'file')} NOT examined`] : []),
    ...(summary.problems > unseen ? [`${plural(summary.problems - unseen, 'file')} examined in part`] : []),
    ...(unchanged > 0 ? [`${plural(unchanged, 'value')} on unchanged lines`] : []),
    ...(allowed > 0 ? [`${plural(allowed, 'value')} allowed by comments`] : []),
  ];
  return `clearset: ${parts.join('; ')}; regex engine: ${regexName(regexEngine)}\n`;
}

function strong(text: string, color: boolean): string {
  return color ? `\u001b[1m${text}\u001b[0m` : text;
}
