/** The one honest sentence at the end of a scan: how much of what was found was examined, and what was not. */
import type { Summary } from '../core/result.js';
import { bytesText, countText, plural } from './quantities.js';
import { compareText } from './report.js';

/** @param stress marks the words that must not be overlooked */
export function coverageText(summary: Summary, stress: (text: string) => string = (text) => text): string {
  const {
    bytesExamined,
    bytesFound,
    items,
    members,
    degraded,
    problems,
    undecoded,
    misnamed,
    baselined,
    allowed,
    interrupted,
    complete,
  } = summary;
  const parts = [
    `Examined ${bytesText(bytesExamined)} of ${bytesText(bytesFound)} in ${plural(items, 'item')}${members === undefined ? '' : ` with ${plural(members, 'member')}`}`,
  ];
  const skipped = skippedText(summary);
  if (skipped !== undefined) parts.push(skipped);
  if (degraded > 0)
    parts.push(`${plural(degraded, 'record')} did not parse and ${degraded === 1 ? 'was' : 'were'} examined as text`);
  if (undecoded !== undefined)
    parts.push(`${plural(undecoded, 'encoded text')} too long or too deep ${undecoded === 1 ? 'was' : 'were'} not decoded`);
  if (misnamed !== undefined)
    parts.push(`${plural(misnamed, 'name')} ${misnamed === 1 ? 'says' : 'say'} another format than the bytes`);
  if (baselined !== undefined) parts.push(`${plural(baselined, 'occurrence')} accepted by the baseline`);
  if (allowed !== undefined) parts.push(`${plural(allowed, 'occurrence')} taken out by allow lists`);
  if (problems > 0) parts.push(plural(problems, 'problem'));
  if (interrupted) parts.push('interrupted');
  return parts.join('; ') + (complete ? '' : `: ${stress('NOT complete')}`);
}

/** What was left out by intent, by kind; undefined where nothing was. */
export function skippedText({ skipped }: Pick<Summary, 'skipped'>): string | undefined {
  const kinds = Object.entries(skipped)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => compareText(a, b));
  if (kinds.length === 0) return undefined;
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  return `skipped ${countText(total)} (${kinds.map(([kind, count]) => `${countText(count)} ${kind}`).join(', ')})`;
}
