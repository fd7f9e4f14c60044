/** The sentences and cells of a check that the table and Markdown share, so that both say the same. */
import type { CheckResult, Excess, FailureScope, RuleFailure, RuleResult, Verdict } from '../core/check.js';
import type { ColumnIdentifier, ColumnProfile, Place } from '../core/profile.js';
import { safeText } from '../core/safe-text.js';
import { placeText } from './places.js';
import { bytesText, countText, plural } from './quantities.js';
import { printedPath, type ReportContext } from './report.js';

/** Failures shown of a rule, and identifiers of a column; the others are counted. */
export const SHOWN = 10;

export const FAMILY_NAMES = { table: 'Tables', records: 'Records', documents: 'Documents' } as const;

const VERDICTS = { pass: 'PASS', fail: 'FAIL', incomplete: 'INCOMPLETE' } as const satisfies Record<Verdict, string>;

export function verdictWord(verdict: Verdict): string {
  return VERDICTS[verdict];
}

/** What the verdict means; "clean" is never said, and nothing good of a part. */
export function verdictText(result: CheckResult): string {
  const { undecoded = 0 } = result.summary;
  // A pass must not hide it behind the coverage at the end.
  return ruleText(result) + (undecoded === 0 ? '' : `; ${plural(undecoded, 'encoded text')} not looked into`);
}

function ruleText({ verdict, policy, rules, summary }: CheckResult): string {
  const failed = failedRules(rules).length;
  const of = `policy ${policy}, ${plural(rules.length, 'rule')}`;
  if (verdict === 'fail') {
    const rest = summary.complete ? '' : '; not everything was examined';
    return `${of}: ${countText(failed)} failed${rest}`;
  }
  if (summary.items === 0) return `${of}: nothing was examined`;
  if (verdict === 'incomplete') return `${of}: none failed in what was examined, but not everything was examined`;
  return `${of}: none failed`;
}

export function failedRules(rules: readonly RuleResult[]): RuleResult[] {
  return rules.filter(({ failures }) => failures.length > 0);
}

/** Rules that cover detectors which did not run, so that their silence says less. */
export function notRunText(rules: readonly RuleResult[]): string | undefined {
  const some = rules.filter(({ notRun }) => notRun > 0);
  if (some.length === 0) return undefined;
  const ids = some.map(({ id }) => safeText(id)).join(', ');
  return `Not all detectors ran that the policy asks for: ${plural(Math.max(...some.map(({ notRun }) => notRun)), 'detector')} less in ${ids}`;
}

/** One sentence a rule: a name that was misspelt would else leave its column untested. */
export function unseenColumnTexts(rules: readonly RuleResult[]): string[] {
  return rules.flatMap(({ id, unseenColumns }) =>
    unseenColumns === undefined
      ? []
      : [`No column is called as the policy says in ${safeText(id)}: ${unseenColumns.map(safeText).join(', ')}`],
  );
}

/** `column ssn`, `documents`, `data set`, `item a.csv (and 3 others)` */
export function scopeText(context: ReportContext, scope: FailureScope): string {
  if (scope.kind === 'dataset') return 'data set';
  if (scope.kind === 'column') return scope.family === 'documents' ? 'documents' : `column ${columnName(scope)}`;
  const others = scope.items > 1 ? ` (and ${plural(scope.items - 1, 'other')})` : '';
  return `item ${printedPath(context, scope).path}${others}`;
}

/** `97 % of values, allowed 0.01 %`, `12 occurrences, allowed 0`, `severity high, fails from medium` */
export function excessText(excess: Excess, scope: FailureScope): string {
  if (excess.limit === 'failOn') return `severity ${excess.found}, fails from ${excess.allowed}`;
  if (excess.limit === 'maxOccurrences') return `${plural(excess.found, 'occurrence')}, allowed ${countText(excess.allowed)}`;
  const what = scope.kind === 'column' && scope.family === 'documents' ? 'documents' : 'values';
  return `${percentText(excess.found)} of ${what}, allowed ${percentText(excess.allowed)}`;
}

/** The first place of a failure or identifier: `a.csv 2:13`, `b.pdf 8:14 (page 2)`. */
export function firstPlaceText(context: ReportContext, place: Place | undefined): string {
  if (place === undefined) return '';
  const at = placeText(place);
  return place.path === undefined ? at : `${printedPath(context, { ...place, path: place.path }).path} ${at}`;
}

export function previewText({ places }: RuleFailure | ColumnIdentifier): string {
  return safeText(places[0]?.preview ?? '');
}

export function columnName({ name, isRest }: Pick<ColumnProfile, 'name' | 'isRest'>): string {
  if (isRest) return '(other columns)';
  return name === '' ? '(no name)' : safeText(name);
}

/** `12 MB in 40 documents` for documents; else values and the share of empty ones. */
export function sizeText({ family, values, empty, bytes = 0 }: ColumnProfile): string {
  if (family === 'documents') return `${plural(values, 'document')}, ${bytesText(bytes)}`;
  return `${plural(values, 'value')}${empty === 0 ? '' : `, ${percentText(empty / values)} empty`}`;
}

/** How much of a column is of an identifier: a share; in free text by thousand values, in documents by item and megabyte. */
export function amountText(column: ColumnProfile, { occurrences, values, share }: ColumnIdentifier): string {
  if (column.family === 'documents') {
    const each = rateText(occurrences / Math.max(1, column.values));
    const perMegabyte = rateText(occurrences / Math.max(1e-6, (column.bytes ?? 0) / 1e6));
    return `${countText(occurrences)} in ${plural(values, 'document')}, ${each} per document, ${perMegabyte} per MB`;
  }
  if (column.type === 'free text') {
    return `${countText(occurrences)}, ${rateText((occurrences / Math.max(1, column.values)) * 1000)} per 1,000 values`;
  }
  return `${percentText(share)} of values`;
}

export function distinctText({ distinct, distinctIsLowerBound }: ColumnIdentifier): string {
  return `${countText(distinct)}${distinctIsLowerBound ? '+' : ''} distinct`;
}

/** Two significant digits below 10 %, whole percents above; what is not nothing is never shown as 0, what is not all never as 100. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent} %`;
  if (percent >= 10) return `${Math.min(99, Math.round(percent))} %`;
  return `${Number(percent.toPrecision(2))} %`;
}

/** Two significant digits below ten. */
function rateText(rate: number): string {
  return rate >= 10 ? countText(Math.round(rate)) : String(Number(rate.toPrecision(2)));
}
