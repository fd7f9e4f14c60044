/** The flags, one block each. Help and checks are made from these tables, so that a flag is described in one place. */

export interface Flag {
  readonly name: string;
  /** What its value is called in the help; a flag without it is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly repeatable?: true;
  /** The value may be left out, and then is this. */
  readonly bare?: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** Value where the flag is not given. */
  readonly default?: string;
  readonly group: 'What to scan' | 'What to look for' | 'Report' | 'Run';
  readonly doc: string;
}

export const include = {
  name: 'include',
  value: 'GLOB',
  repeatable: true,
  group: 'What to scan',
  doc: 'only items whose path below their target matches',
} as const satisfies Flag;

export const exclude = {
  name: 'exclude',
  value: 'GLOB',
  repeatable: true,
  group: 'What to scan',
  doc: 'leave out items whose path below their target matches; wins over --include',
} as const satisfies Flag;

export const filesFrom = {
  name: 'files-from',
  value: 'FILE',
  group: 'What to scan',
  doc: 'read further targets from FILE, or from standard input with -: one a line, or separated by NUL',
} as const satisfies Flag;

export const installHook = {
  name: 'hook',
  group: 'Run',
  doc: 'write .git/hooks/pre-commit, which runs clearset hook',
} as const satisfies Flag;

export const staged = {
  name: 'staged',
  group: 'What to scan',
  doc: 'all that is staged; so it is where no file is named',
} as const satisfies Flag;

export const endpointUrl = {
  name: 'endpoint-url',
  value: 'URL',
  group: 'What to scan',
  doc: 'where s3:// buckets are, if not at Amazon; buckets are then named in the path',
} as const satisfies Flag;

export const profile = {
  name: 'profile',
  value: 'NAME',
  group: 'What to scan',
  doc: 'profile of the AWS configuration files to reach s3:// buckets with; wins over keys in the environment',
} as const satisfies Flag;

export const region = {
  name: 'region',
  value: 'NAME',
  group: 'What to scan',
  doc: 'region of the s3:// buckets; default: as the AWS environment and configuration files say',
} as const satisfies Flag;

export const detectors = {
  name: 'detectors',
  value: 'NAMES',
  repeatable: true,
  group: 'What to look for',
  doc: 'only these detectors: ids, categories, countries, regulations or sets (macie-all, macie-recommended, secrets), separated by commas; default all',
} as const satisfies Flag;

export const excludeDetectors = {
  name: 'exclude-detectors',
  value: 'NAMES',
  repeatable: true,
  group: 'What to look for',
  doc: 'without these',
} as const satisfies Flag;

export const macieStrictness = {
  name: 'macie-strictness',
  group: 'What to look for',
  doc: 'check identifiers of Amazon Macie only as Macie does: of most it states a format and no checksum',
} as const satisfies Flag;

export const minConfidence = {
  name: 'min-confidence',
  value: 'LEVEL',
  choices: ['low', 'medium', 'high'],
  default: 'medium',
  group: 'What to look for',
  doc: 'report from this confidence up',
} as const satisfies Flag;

export const column = {
  name: 'column',
  value: 'NAME',
  group: 'What to look for',
  doc: 'the text is a cell below this header, or the value of a field of this name',
} as const satisfies Flag;

export const fingerprint = {
  name: 'fingerprint',
  value: 'HEX',
  group: 'What to look for',
  doc: 'the occurrence with this fingerprint, among the places that a scan with the same options lists',
} as const satisfies Flag;

/** What is examined and what is looked for: flags of every command that examines files. */
export const SCOPE: readonly Flag[] = [
  include,
  exclude,
  filesFrom,
  endpointUrl,
  profile,
  region,
  detectors,
  excludeDetectors,
  macieStrictness,
  minConfidence,
];

export const format = {
  name: 'format',
  value: 'FORMAT',
  choices: ['table', 'json', 'ndjson', 'sarif', 'markdown'],
  default: 'table',
  group: 'Report',
  doc: 'how to print the report on standard output',
} as const satisfies Flag;

export const output = {
  name: 'output',
  value: 'FORMAT=FILE',
  repeatable: true,
  group: 'Report',
  doc: 'write a report to FILE as well; readable by you only, made whole or not at all',
} as const satisfies Flag;

export const failOn = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: ['low', 'medium', 'high', 'none'],
  default: 'low',
  group: 'Report',
  doc: 'severity from which findings give exit code 1',
} as const satisfies Flag;

export const hookFailOn = { ...failOn, default: 'high' } as const satisfies Flag;
export const baseline = {
  name: 'baseline',
  value: 'FILE',
  group: 'Report',
  doc: 'leave out what FILE accepts, and say how much that is; clearset baseline makes one',
} as const satisfies Flag;

/** The same file where it is read and written again. */
export const baselineFile = {
  ...baseline,
  doc: 'the baseline to update, audit or prune (default: clearset.baseline)',
} as const satisfies Flag;

export const baselineOutput = {
  name: 'output',
  value: 'FILE',
  group: 'Report',
  doc: 'where create writes the baseline (default: clearset.baseline)',
} as const satisfies Flag;

export const force = {
  name: 'force',
  group: 'Report',
  doc: 'replace a baseline that exists',
} as const satisfies Flag;

export const strictCoverage = {
  name: 'strict-coverage',
  group: 'Report',
  doc: 'items skipped by intent (media, fonts, programs, excluded, links) give exit code 3 as problems do',
} as const satisfies Flag;

export const maxLocations = {
  name: 'max-locations',
  value: 'N|all',
  default: '1000',
  group: 'Report',
  doc: 'places listed for each detector and item; counts stay exact',
} as const satisfies Flag;

export const preview = {
  name: 'preview',
  value: 'MODE',
  choices: ['shape', 'last4'],
  default: 'shape',
  group: 'Report',
  doc: 'what to show of a value: its shape, or its last four characters as well (then without fingerprint)',
} as const satisfies Flag;

export const reveal = {
  name: 'reveal',
  value: 'force',
  bare: 'yes',
  choices: ['yes', 'force'],
  group: 'Report',
  doc: 'print the values themselves; refused where CI is set, unless --reveal=force',
} as const satisfies Flag;

export const color = {
  name: 'color',
  value: 'WHEN',
  choices: ['auto', 'always', 'never'],
  default: 'auto',
  group: 'Report',
  doc: 'colours; auto obeys NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then asks whether it prints to a terminal',
} as const satisfies Flag;

export const jobs = {
  name: 'jobs',
  value: 'N',
  group: 'Run',
  doc: 'worker threads (default: as many as cores and memory allow); never changes the result',
} as const satisfies Flag;

export const stats = {
  name: 'stats',
  value: 'FILE',
  group: 'Run',
  doc: 'write times and rates as JSON to FILE; reports hold none',
} as const satisfies Flag;

export const noProgress = {
  name: 'no-progress',
  group: 'Run',
  doc: 'no progress line (it is shown only on a terminal)',
} as const satisfies Flag;

export const listFormat = {
  name: 'format',
  value: 'FORMAT',
  choices: ['table', 'json', 'patterns'],
  default: 'table',
  group: 'Report',
  doc: 'how to print the list; patterns: id, tab, RE2 pattern, one a line',
} as const satisfies Flag;

export const config = {
  name: 'config',
  value: 'FILE',
  group: 'Run',
  doc: 'read this configuration; without it, clearset.config.yaml, .yml or .json is looked for from the working directory upward, and one inside a target is not used',
} as const satisfies Flag;

export const policy = {
  name: 'policy',
  value: 'NAME',
  choices: ['training-data', 'strict', 'none'],
  group: 'Report',
  doc: 'judge by this policy, whatever the configuration says; without both it is training-data',
} as const satisfies Flag;

export const checkFormat = {
  name: 'format',
  value: 'FORMAT',
  choices: ['table', 'json', 'markdown'],
  default: 'table',
  group: 'Report',
  doc: 'how to print the report on standard output',
} as const satisfies Flag;
