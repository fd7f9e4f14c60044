/** Judges a data set by a policy: items as they come, columns at the end. Keeps what failed, with the worst of it. */
import type { PolicyRule } from '../config/config.js';
import type { RuleFailure, RuleResult } from '../core/check.js';
import { ConfigError } from '../core/errors.js';
import { suggestion } from '../core/nearest.js';
import type { ColumnFamily, ColumnProfile, Place, ProfileTally } from '../core/profile.js';
import { type DetectorInfo, type Finding, type ItemPath, SEVERITIES, type Severity } from '../core/result.js';
import type { NamedRule, Policy } from './policy.js';
import { matchesWildcard } from './wildcard.js';

/** Places shown of a failure. */
const PLACES = 3;

/** A detector as rules see it. */
export interface JudgedDetector extends Pick<DetectorInfo, 'id' | 'name' | 'category' | 'countries' | 'regulations'> {
  /** Of one occurrence. */
  readonly severity: Severity;
  /** What users may call it by: id, category, countries, regulations, sets. */
  readonly names: readonly string[];
  /** Whether it is enabled. */
  readonly runs: boolean;
}

/** An item while the data set is read. */
export interface JudgedItem extends ItemPath {
  readonly findings: readonly Pick<Finding, 'detector' | 'severity'>[];
  readonly profile?: ProfileTally;
}

export interface Judge {
  addItem(item: JudgedItem): void;
  finish(columns: readonly ColumnProfile[]): RuleResult[];
}

/** @throws ConfigError where a rule names no detector that there is, or a rule of the user's own is for none that runs */
export function createJudge(policy: Policy, catalogue: readonly JudgedDetector[]): Judge {
  const rules = policy.rules.map((rule) => new RuleJudge(rule, catalogue));
  const severity = policy.failOn === 'none' ? undefined : new SeverityJudge(policy.failOn, catalogue);
  return {
    addItem(item) {
      severity?.addItem(item);
      for (const rule of rules) rule.addItem(item);
    },
    finish: (columns) => [...(severity ? [severity.finish()] : []), ...rules.map((rule) => rule.finish(columns))],
  };
}

/** The item with most of one detector. */
interface Worst<T> {
  readonly path: ItemPath;
  readonly found: T;
  readonly places: readonly Place[];
  /** Items beyond the limit. */
  items: number;
}

class RuleJudge {
  readonly #rule: NamedRule;
  readonly #covered: ReadonlySet<string>;
  readonly #notRun: number;
  /** Names of columns that no column was met for. */
  readonly #unseen: Set<string>;
  readonly #worst = new Map<string, Worst<number>>();
  readonly #maxOccurrences: number | undefined;

  constructor(rule: NamedRule, catalogue: readonly JudgedDetector[]) {
    const covered = coveredBy(rule, catalogue);
    this.#rule = rule;
    this.#covered = new Set(covered.filter(({ runs }) => runs).map(({ id }) => id));
    this.#notRun = covered.length - this.#covered.size;
    if (rule.at !== undefined && this.#covered.size === 0) throw new ConfigError(testsNothing(rule, covered));
    this.#unseen = new Set(rule.at === undefined ? [] : [...(rule.columns ?? []), ...(rule.allowColumns ?? [])]);
    this.#maxOccurrences = rule.maxOccurrences ?? (rule.maxShare === undefined ? 0 : undefined);
  }

  addItem({ profile, ...path }: JudgedItem): void {
    if (this.#rule.per !== 'item' || this.#maxOccurrences === undefined || profile === undefined) return;
    const found = new Map<string, { count: number; places: Place[] }>();
    for (const [name, { hits }] of allColumns(profile)) {
      if (!covers(this.#rule, profile.family, name)) continue;
      for (const [detector, { occurrences, places }] of hits) {
        if (!this.#covered.has(detector)) continue;
        const sum = found.get(detector) ?? { count: 0, places: [] };
        found.set(detector, sum);
        sum.count += occurrences;
        sum.places.push(...places);
      }
    }
    for (const [detector, { count, places }] of found) {
      if (count > this.#maxOccurrences) noteWorst(this.#worst, detector, count, (a, b) => a > b, { path, places });
    }
  }

  finish(columns: readonly ColumnProfile[]): RuleResult {
    const { id, doc } = this.#rule;
    const failures = [...this.#overall(columns), ...this.#byColumn(columns)].sort(compareFailures);
    for (const { family, name, isRest } of columns) {
      if (family === 'documents') continue;
      // Names of columns that were too many to be told apart are not known.
      for (const pattern of this.#unseen) if (isRest || matchesWildcard(name, pattern)) this.#unseen.delete(pattern);
    }
    const unseen = this.#unseen.size > 0 ? { unseenColumns: [...this.#unseen] } : {};
    return { id, doc, detectors: this.#covered.size, notRun: this.#notRun, ...unseen, failures };
  }

  /** Failures of items and of the data set as a whole. */
  #overall(columns: readonly ColumnProfile[]): RuleFailure[] {
    const allowed = this.#maxOccurrences;
    const { per = 'dataset' } = this.#rule;
    if (allowed === undefined || per === 'column') return [];
    const limit = 'maxOccurrences' as const;
    if (per === 'item') {
      return [...this.#worst].map(([detector, { path, found, places, items }]) => ({
        detector,
        scope: { kind: 'item', items, ...pathOf(path) },
        excess: { limit, allowed, found },
        places: places.slice(0, PLACES),
      }));
    }
    const sums = new Map<string, { found: number; places: Place[] }>();
    for (const [, { detector, occurrences, places }] of this.#identifiers(columns)) {
      const sum = sums.get(detector) ?? { found: 0, places: [] };
      sums.set(detector, sum);
      sum.found += occurrences;
      sum.places.push(...places);
    }
    return [...sums]
      .filter(([, { found }]) => found > allowed)
      .map(([detector, { found, places }]) => ({
        detector,
        scope: { kind: 'dataset' },
        excess: { limit, allowed, found },
        places: places.slice(0, PLACES),
      }));
  }

  #byColumn(columns: readonly ColumnProfile[]): RuleFailure[] {
    const { maxShare, per } = this.#rule;
    const failures: RuleFailure[] = [];
    for (const [{ family, name }, { detector, occurrences, share, places }] of this.#identifiers(columns)) {
      const scope = { kind: 'column', family, name } as const;
      if (per === 'column' && this.#maxOccurrences !== undefined && occurrences > this.#maxOccurrences) {
        const excess = { limit: 'maxOccurrences', allowed: this.#maxOccurrences, found: occurrences } as const;
        failures.push({ detector, scope, excess, places });
      }
      if (maxShare !== undefined && share > maxShare)
        failures.push({ detector, scope, excess: { limit: 'maxShare', allowed: maxShare, found: share }, places });
    }
    return failures;
  }

  *#identifiers(columns: readonly ColumnProfile[]) {
    for (const column of columns) {
      if (!covers(this.#rule, column.family, column.name)) continue;
      for (const identifier of column.identifiers)
        if (this.#covered.has(identifier.detector)) yield [column, identifier] as const;
    }
  }
}

/** `failOn`: the severity of findings, which grows with their number in an item. */
class SeverityJudge {
  readonly #failOn: Severity;
  readonly #detectors: number;
  readonly #worst = new Map<string, Worst<Severity>>();

  constructor(failOn: Severity, catalogue: readonly JudgedDetector[]) {
    this.#failOn = failOn;
    this.#detectors = catalogue.filter(({ runs }) => runs).length;
  }

  addItem({ findings, profile, ...path }: JudgedItem): void {
    for (const { detector, severity } of findings) {
      if (rank(severity) < rank(this.#failOn)) continue;
      const places =
        profile === undefined ? [] : [...allColumns(profile)].flatMap(([, { hits }]) => hits.get(detector)?.places ?? []);
      noteWorst(this.#worst, detector, severity, (a, b) => rank(a) > rank(b), { path, places });
    }
  }

  finish(): RuleResult {
    const failures: RuleFailure[] = [...this.#worst].map(([detector, { path, found, places, items }]) => ({
      detector,
      scope: { kind: 'item', items, ...pathOf(path) },
      excess: { limit: 'failOn', allowed: this.#failOn, found },
      places: places.slice(0, PLACES),
    }));
    const doc = `no finding of severity ${this.#failOn}${this.#failOn === 'high' ? '' : ' or above'}`;
    return { id: 'failOn', doc, detectors: this.#detectors, notRun: 0, failures: failures.sort(compareFailures) };
  }
}

function noteWorst<T>(
  worst: Map<string, Worst<T>>,
  detector: string,
  found: T,
  isWorse: (a: T, b: T) => boolean,
  { path, places }: { path: ItemPath; places: readonly Place[] },
): void {
  const known = worst.get(detector);
  const items = (known?.items ?? 0) + 1;
  if (known !== undefined && !isWorse(found, known.found)) known.items = items;
  else
    worst.set(detector, { path, found, items, places: places.slice(0, PLACES).map((place) => ({ ...place, ...pathOf(path) })) });
}

/** @throws ConfigError for a name that means no detector */
function coveredBy(rule: NamedRule, catalogue: readonly JudgedDetector[]): JudgedDetector[] {
  const named = rule.detectors?.map((name) => meaning(name, rule.id, catalogue));
  const least = rank(rule.minSeverity ?? 'low');
  return catalogue.filter((detector) => rank(detector.severity) >= least && (named?.some((some) => some.has(detector)) ?? true));
}

function testsNothing({ id, at, detectors, minSeverity }: NamedRule, covered: readonly JudgedDetector[]): string {
  const rule = `${at}${detectors === undefined ? '' : '.detectors'}: the rule ${JSON.stringify(id)} would test nothing`;
  if (covered.length === 0) return `${rule}: no detector that it names has severity ${minSeverity} or above`;
  return `${rule}: none of its ${covered.length === 1 ? 'detectors' : `${covered.length} detectors`} is enabled; see detectors and excludeDetectors`;
}

function meaning(name: string, rule: string, catalogue: readonly JudgedDetector[]): ReadonlySet<JudgedDetector> {
  const wanted = name.toLowerCase();
  const found = catalogue.filter(({ names }) => names.some((known) => known.toLowerCase() === wanted));
  if (found.length > 0) return new Set(found);
  const hint = suggestion(name, [...new Set(catalogue.flatMap(({ names }) => names))]) || '; clearset detectors lists them all';
  throw new ConfigError(
    `the rule ${JSON.stringify(rule)} names ${JSON.stringify(name)}, which is no detector, category, country, regulation or set${hint}`,
  );
}

function covers({ columns, allowColumns }: PolicyRule, family: ColumnFamily, name: string): boolean {
  if (family === 'documents') return columns === undefined;
  if (columns !== undefined && !columns.some((pattern) => matchesWildcard(name, pattern))) return false;
  return allowColumns === undefined || !allowColumns.some((pattern) => matchesWildcard(name, pattern));
}

/** In order of their names: which was met first depends on where the item was cut. */
function* allColumns({ columns, rest }: ProfileTally) {
  yield* [...columns].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rest !== undefined) yield ['', rest] as const;
}

function pathOf({ path, pathBase64, printPath }: ItemPath): ItemPath {
  return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function compareFailures(a: RuleFailure, b: RuleFailure): number {
  const keyOf = ({ detector, scope }: RuleFailure) =>
    [scope.kind === 'column' ? `${scope.family}\0${scope.name}` : '', detector].join('\0');
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
