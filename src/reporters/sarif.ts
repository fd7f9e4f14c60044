/**
 * SARIF 2.1.0 (OASIS), for code scanning: results with stable fingerprints, rules, and as notifications whatever was not examined.
 * Held to what GitHub accepts. Code scanning wants the severest first, so results wait for the end; how many wait is bounded, and
 * what does not fit is counted in a notification.
 */
import { deflateRawSync } from 'node:zlib';
import type { Invocation, Notification, Run } from 'sarif';
import { type ItemResult, type Problem, type ProblemCode, SEVERITIES, type Severity, type Summary } from '../core/result.js';
import { safeText } from '../core/safe-text.js';
import { coverageText } from './coverage.js';
import { jsonText } from './json-text.js';
import { countText, plural } from './quantities.js';
import { compareText, type Report, type ReportContext, type ReportFormat } from './report.js';
import { messageText, resultsOf, unlistedCount } from './sarif-results.js';
import { ruleOf } from './sarif-rules.js';
import { type Piece, Severest } from './severest.js';
import { uriOf } from './uri.js';

/** GitHub's limits for one file: runs, results of a run, and bytes when it is compressed. */
const MOST_RUNS = 20;
const RESULTS_A_RUN = 25_000;
const MOST_COMPRESSED = 10_000_000;
/** Of these, what is not results: rules, invocations, notifications. */
const COMPRESSED_REST = 500_000;
/** Characters of results that wait: at about 400 each, more than fit into the compressed file. This bounds memory. */
const MOST_CHARACTERS = 64 << 20;
/** Results compressed at a time to see how many fit. */
const COMPRESSED_AT_ONCE = 1000;
/** Problems that get a notification of their own; the others are counted. */
const MOST_PROBLEMS = 1000;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const PROBLEMS = {
  unreadable: 'An item could not be read.',
  malformed: 'An item is damaged or ends early.',
  encrypted: 'An item is encrypted.',
  unsupported: 'An item has a format that is not read.',
  limit: 'An item reached a limit and was examined in part.',
  changed: 'An item changed while it was read.',
  empty: 'A target has no item.',
  timeout: 'An item took too long and was given up.',
  'worker-lost': 'A worker ended while it held an item.',
} as const satisfies Record<ProblemCode, string>;

/** A result as text, without its rule's index, which depends on the others of its run. */
interface ResultPiece extends Piece {
  readonly rule: string;
}

/** What a report knows when all items are seen. */
interface Gathered {
  readonly results: Severest<ResultPiece>;
  readonly notifications: readonly Notification[];
  /** Problems without a notification of their own, by code. */
  readonly otherProblems: ReadonlyMap<ProblemCode, number>;
  /** Occurrences in text that are not listed, and so have no result. */
  readonly unlisted: number;
}

export const sarif: ReportFormat = { shows: 'all', open };

function open(context: ReportContext): Report {
  const results = new Severest<ResultPiece>({ pieces: MOST_RUNS * RESULTS_A_RUN, characters: MOST_CHARACTERS });
  const notifications: Notification[] = [];
  const otherProblems = new Map<ProblemCode, number>();
  let unlisted = 0;
  return {
    item(item) {
      for (const finding of item.findings.toSorted((a, b) => compareText(a.detector, b.detector))) {
        unlisted += unlistedCount(finding);
        for (const { ruleId, ...rest } of resultsOf(context, item, finding)) {
          results.add({ severity: finding.severity, text: jsonText(rest).slice(1), weight: 1, rule: ruleId! });
        }
      }
      for (const problem of item.problems) {
        if (notifications.length < MOST_PROBLEMS) notifications.push(problemNotification(item, problem));
        else otherProblems.set(problem.code, (otherProblems.get(problem.code) ?? 0) + 1);
      }
      return [];
    },
    *end(summary) {
      yield* documentOf(context, { results, notifications, otherProblems, unlisted }, summary);
    },
  };
}

function* documentOf(context: ReportContext, gathered: Gathered, summary: Summary): Generator<string> {
  const { leftOut } = gathered.results;
  const pieces = fitting(gathered.results.pieces(), leftOut);
  const runs = Math.max(1, Math.ceil(pieces.length / RESULTS_A_RUN));
  yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[`;
  for (let index = 0; index < runs; index++) {
    const some = pieces.slice(index * RESULTS_A_RUN, (index + 1) * RESULTS_A_RUN);
    const rules = [...new Set(some.map(({ rule }) => rule))].sort(compareText);
    const places = new Map(rules.map((rule, place) => [rule, place]));
    const notifications = index === 0 ? allNotifications(gathered, leftOut, summary) : [];
    const run = runOf(context, summary, { rules, notifications, ...(runs > 1 && { part: index + 1 }) });
    yield `${index === 0 ? '' : ','}\n${jsonText(run).slice(0, -1)},"results":[`;
    for (const [i, { rule, text }] of some.entries())
      yield `${i === 0 ? '' : ','}\n{"ruleId":${jsonText(rule)},"ruleIndex":${places.get(rule)},${text}`;
    yield ']}';
  }
  yield ']}\n';
}

/** The results that fit into the compressed file, from the first; what does not is added to `leftOut`. */
function fitting(pieces: ResultPiece[], leftOut: Record<Severity, number>): ResultPiece[] {
  let room = MOST_COMPRESSED - COMPRESSED_REST;
  // Nothing grows by compression to speak of, and most reports are small.
  if (pieces.reduce((total, { text }) => total + 3 * text.length, 0) < room) return pieces;
  for (let at = 0; at < pieces.length; at += COMPRESSED_AT_ONCE) {
    const text = pieces.slice(at, at + COMPRESSED_AT_ONCE).map((piece) => `${piece.rule}${piece.text}`);
    room -= deflateRawSync(text.join('\n')).length;
    if (room >= 0) continue;
    for (const piece of pieces.slice(at)) leftOut[piece.severity] += piece.weight;
    return pieces.slice(0, at);
  }
  return pieces;
}

/** A run without its results. */
function runOf(
  context: ReportContext,
  summary: Summary,
  { rules, notifications, part }: { rules: readonly string[]; notifications: Notification[]; part?: number },
): Omit<Run, 'results'> {
  const codes = [...new Set(notifications.map(({ descriptor }) => descriptor?.id ?? ''))].sort(compareText);
  const invocation: Invocation = { executionSuccessful: summary.complete, toolExecutionNotifications: notifications };
  return {
    tool: {
      driver: {
        name: 'Clearset',
        version: context.version,
        semanticVersion: context.version,
        rules: rules.map((id) => ruleOf(id, context.detectors.get(id))),
        ...(codes.length > 0 && { notifications: codes.map((id) => ({ id, shortDescription: { text: descriptionOf(id) } })) }),
        properties: { rules: summary.rules },
      },
    },
    columnKind: 'unicodeCodePoints',
    invocations: [invocation],
    // What stands before the slash is GitHub's category, of which a file may hold each once. A single run leaves it to whoever
    // uploads the file, so that the reports of several data sets stay apart.
    ...(part !== undefined && { automationDetails: { id: `clearset-${part}/` } }),
  };
}

function problemNotification(item: ItemResult, { code, detail, bytesExamined }: Problem): Notification {
  const path = safeText(item.printPath ?? item.path);
  const after = bytesExamined > 0 ? ` (${countText(bytesExamined)} bytes of it were examined)` : '';
  return {
    descriptor: { id: code },
    level: 'warning',
    message: { text: messageText(`${path}: ${safeText(detail)}${after}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(item) } } }],
  };
}

/** The coverage, what this file leaves out, then the problems. */
function allNotifications(
  { notifications, otherProblems, unlisted }: Gathered,
  leftOut: Readonly<Record<Severity, number>>,
  summary: Summary,
): Notification[] {
  const notes: Notification[] = [
    note('coverage', coverageText(summary), summary.interrupted ? 'error' : summary.complete ? 'note' : 'warning'),
  ];
  const left = SEVERITIES.toReversed().filter((severity) => leftOut[severity] > 0);
  if (left.length > 0) {
    const counts = left.map((severity) => `${countText(leftOut[severity])} ${severity}`).join(', ');
    notes.push(note('left-out', `Results beyond what code scanning takes in one file are left out: ${counts}`, 'warning'));
  }
  if (unlisted > 0) {
    const text = `${plural(unlisted, 'occurrence')} beyond --max-locations ${unlisted === 1 ? 'has' : 'have'} no result of their own`;
    notes.push(note('not-listed', text, 'note'));
  }
  for (const [code, count] of [...otherProblems].sort(([a], [b]) => compareText(a, b))) {
    notes.push(note(code, `${plural(count, 'further problem')} of this kind; --format ndjson lists all`, 'warning'));
  }
  return [...notes, ...notifications];
}

function note(id: string, text: string, level: 'note' | 'warning' | 'error'): Notification {
  return { descriptor: { id }, level, message: { text: messageText(text) } };
}

const NOTES: Readonly<Record<string, string>> = {
  ...PROBLEMS,
  coverage: 'What was examined of what was found.',
  'left-out': 'Results that do not fit into the file.',
  'not-listed': 'Occurrences that are counted and not listed.',
};

function descriptionOf(id: string): string {
  return NOTES[id] ?? id;
}
