/** The schema of configuration files. The only file that knows zod, which is loaded when there is a configuration to check. */
import type { z } from 'zod';
import { ConfigError } from '../core/errors.js';
import { suggestion } from '../core/nearest.js';
import type { Config } from './config.js';

/** Why a value is not allowed, by the kind of issue; zod's own messages may quote what they found. */
type Issue = z.core.$ZodIssue;

/**
 * Checks what a configuration file holds.
 * @param file name for messages
 * @throws ConfigError that names every wrong key by its path
 */
export async function parseConfig(content: unknown, file: string): Promise<Config> {
  const schema = await configSchema();
  const parsed = schema.safeParse(content);
  // Keys that are absent stay absent: neither YAML nor JSON can say `undefined`.
  if (parsed.success) return parsed.data as Config;
  const reasons = parsed.error.issues.flatMap((issue) => reasonsOf(issue, schema));
  throw new ConfigError(`${JSON.stringify(file)} cannot be used: ${reasons.join('; ')}`);
}

/** JSON Schema (draft 2020-12) of configuration files, for editors. */
export async function configJsonSchema(): Promise<object> {
  const { z } = await import('zod');
  return {
    title: 'Clearset configuration',
    ...z.toJSONSchema(await configSchema(), { io: 'input' }),
  };
}

async function configSchema() {
  const { z } = await import('zod');
  const names = z.array(z.string().min(1));
  const detectors = names.describe('Ids, categories, countries, regulations or sets of detectors.');
  const confidence = z.enum(['low', 'medium', 'high']);
  const severity = z.enum(['low', 'medium', 'high']);
  const failOn = z.enum(['low', 'medium', 'high', 'none']);
  const rule = z
    .strictObject({
      id: z.string().min(1).max(64).optional().describe('Name in reports; the id of a rule of the preset replaces that rule.'),
      detectors: detectors.min(1).optional(),
      minSeverity: severity.optional().describe('Only detectors of which one occurrence is at least that severe.'),
      maxOccurrences: z.int().min(0).optional().describe('Occurrences allowed of each detector, counted as `per` says.'),
      maxShare: z.number().min(0).max(1).optional().describe('Share of a column (0 to 1) allowed of each detector.'),
      columns: names.min(1).optional().describe('Only columns of these names; * and ? stand for any characters.'),
      allowColumns: names.optional().describe('Not columns of these names.'),
      per: z.enum(['item', 'column', 'dataset']).optional().describe('What maxOccurrences is counted in; default dataset.'),
    })
    .describe('What may be present and how much of it; without a limit, nothing.');
  const words = (least: number, most: number) => z.array(z.string().min(least).max(90)).max(most);
  const custom = z
    .strictObject({
      id: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]{2,63}$/)
        .describe('Capital letters, digits and underscores.'),
      name: z.string().min(1).max(128).optional(),
      pattern: z.string().min(1).max(512).describe('RE2 syntax, without ^, $, \\b and look-around.'),
      keywords: words(3, 50).optional().describe('One of them must stand in front of the value, or in the name of its column.'),
      ignoreWords: words(4, 10).optional().describe('A match that holds one of them is none.'),
      maximumMatchDistance: z
        .int()
        .min(1)
        .max(300)
        .optional()
        .describe('Characters from the end of the keyword to the end of the match; default 50.'),
      category: z.enum(['pii', 'phi', 'financial', 'credentials']).optional().describe('Default pii.'),
      severity: z
        .record(z.string().regex(/^[1-9]\d{0,8}$/), severity)
        .refine((levels) => '1' in levels, { error: 'must say the severity from 1 occurrence upward' })
        .optional()
        .describe('Severity from that number of occurrences in one item upward; default medium.'),
    })
    .describe('An identifier of your own.');
  const allowList = z
    .strictObject({
      file: z.string().min(1).optional().describe('Text with a value in each line, relative to this file.'),
      values: z.array(z.string().min(1)).min(1).optional(),
      pattern: z.string().min(1).max(512).optional().describe('RE2 syntax; matches a whole value.'),
    })
    .refine((list) => Object.keys(list).length === 1, { error: 'must have one of file, values and pattern' })
    .describe('Values that are not reported.');
  return z.strictObject({
    $schema: z.string().optional().describe('For editors only.'),
    detectors: detectors.optional(),
    excludeDetectors: detectors.optional(),
    customIdentifiers: z
      .array(custom)
      .max(100)
      .optional()
      .describe('Identifiers of your own, beside the detectors that come along.'),
    allowLists: z.array(allowList).max(100).optional().describe('Values known to be harmless.'),
    macieStrictness: z
      .boolean()
      .optional()
      .describe('Check identifiers of Amazon Macie only as Macie does, not by the public standard; default false.'),
    include: names.optional().describe('Globs of the items to examine.'),
    exclude: names.optional().describe('Globs of the items to leave out.'),
    minConfidence: confidence.optional().describe('Report from this confidence up; default medium.'),
    failOn: failOn.optional().describe('Severity from which findings of a scan give exit code 1; default low.'),
    policy: z
      .strictObject({
        preset: z.enum(['training-data', 'strict', 'none']).optional().describe('Rules that come along.'),
        failOn: failOn.optional().describe('Severity of findings from which a check fails; default none.'),
        rules: z.array(rule).optional(),
      })
      .optional()
      .describe('What a data set may hold, for clearset check.'),
    baseline: z.string().min(1).optional().describe('File of accepted occurrences, relative to this file.'),
    unpack: z
      .strictObject({
        bytes: z.int().min(1).optional().describe('Bytes that come out of decompression; default 107374182400 (100 GiB).'),
        ratio: z.int().min(1).optional().describe('The same for each stored byte, beyond 64 MiB; default 1000.'),
        members: z.int().min(1).optional().describe('Members of archives, at all levels; default 1000000.'),
        depth: z.int().min(1).optional().describe('Levels of compression and archives; default 8.'),
      })
      .optional()
      .describe('How much may come out of one compressed file or archive; what is beyond is a problem "limit".'),
    hook: z
      .strictObject({ failOn: failOn.optional(), minConfidence: confidence.optional() })
      .optional()
      .describe('For clearset hook.'),
  });
}

function reasonsOf(issue: Issue, schema: z.ZodType): string[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const at = path.slice(path.startsWith('.') ? 1 : 0);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map(
      (key) =>
        `unknown key ${JSON.stringify(at === '' ? key : `${at}.${key}`)}${suggestion(key, known) || `; keys are ${known.join(', ')}`}`,
    );
  }
  return [`${at === '' ? 'the file' : at} ${expectation(issue)}`];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      if (issue.origin !== 'string')
        return `must ${SIZES[issue.origin] === undefined ? 'be' : 'have'} at least ${issue.minimum}${SIZES[issue.origin] ?? ''}`;
      return issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} characters`;
    case 'too_big':
      return `must ${SIZES[issue.origin] === undefined ? 'be' : 'have'} at most ${issue.maximum}${SIZES[issue.origin] ?? ''}`;
    case 'invalid_format':
      return 'must be capital letters, digits and underscores, the first a letter, at least three';
    case 'invalid_key':
      return 'must have numbers of occurrences as keys';
    case 'custom':
      // Our own words, from the schema above.
      return issue.message;
    default:
      return 'is not what is expected here';
  }
}

const SIZES: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

const EXPECTED: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'a table of keys and values',
  boolean: 'true or false',
};

/** Keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const part of path) {
    at = unwrapped(at);
    if (typeof part === 'number') at = (at as z.ZodArray).element;
    else at = (at as z.ZodObject).shape[String(part)];
  }
  return Object.keys((unwrapped(at) as z.ZodObject).shape).filter((key) => key !== '$schema');
}

function unwrapped(schema: unknown): unknown {
  const inner = schema as z.ZodOptional;
  return inner.def.type === 'optional' ? inner.unwrap() : schema;
}
