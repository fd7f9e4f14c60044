/** Policies: the presets that come along, and what a configuration makes of them. */
import type { PolicyConfig, PolicyRule } from '../config/config.js';
import { ConfigError } from '../core/errors.js';
import { suggestion } from '../core/nearest.js';
import type { Severity } from '../core/result.js';

/** A rule with its id, and what it allows in words. */
export interface NamedRule extends PolicyRule {
  readonly id: string;
  readonly doc: string;
  /** Where a configuration has it; absent for rules of a preset, which are for any data and any choice of detectors. */
  readonly at?: string;
}

export interface Policy {
  /** Name of the preset, or `config` where a configuration has rules of its own. */
  readonly name: string;
  readonly failOn: Severity | 'none';
  readonly rules: readonly NamedRule[];
}

const TRAINING_DATA: Policy = {
  name: 'training-data',
  failOn: 'none',
  rules: [
    // A model repeats a secret that it has seen once.
    { id: 'no-credentials', doc: 'no credentials', detectors: ['credentials'], maxOccurrences: 0 },
    // One number in ten thousand values may be a number of another kind that passes form, check digit and keyword by chance.
    {
      id: 'no-severe-identifiers',
      doc: 'identifiers of high severity in at most 0.01 % of a column or of the documents',
      detectors: ['pii', 'phi', 'financial'],
      minSeverity: 'high',
      maxShare: 0.0001,
    },
    // What is mentioned now and then is content; what fills a column is a register of people.
    {
      id: 'no-identifier-columns',
      doc: 'no column of which more than 5 % are identifiers of any kind',
      columns: ['*'],
      maxShare: 0.05,
    },
  ],
};

const STRICT: Policy = {
  name: 'strict',
  failOn: 'none',
  rules: [{ id: 'nothing', doc: 'no identifier of any kind', maxOccurrences: 0 }],
};

const NONE: Policy = { name: 'none', failOn: 'none', rules: [] };

export const POLICY_PRESETS = { 'training-data': TRAINING_DATA, strict: STRICT, none: NONE } as const satisfies Record<
  string,
  Policy
>;

export type PolicyPreset = keyof typeof POLICY_PRESETS;

/**
 * The policy of a preset's name or of a configuration.
 * @throws ConfigError where the preset is unknown or a rule contradicts itself
 */
export function resolvePolicy(wanted: PolicyPreset | PolicyConfig = 'training-data'): Policy {
  if (typeof wanted === 'string') return presetNamed(wanted);
  const { failOn = 'none', rules = [] } = wanted;
  const hasOwn = rules.length > 0 || failOn !== 'none';
  const preset = presetNamed(wanted.preset ?? (hasOwn ? 'none' : 'training-data'));
  if (!hasOwn) return preset;
  const own = rules.map(namedRule);
  const twice = own.find(({ id }, index) => own.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new ConfigError(`two rules of the policy have the id ${JSON.stringify(twice.id)}`);
  const kept = preset.rules.filter(({ id }) => !own.some((rule) => rule.id === id));
  return { name: preset.name === 'none' ? 'config' : `${preset.name} and config`, failOn, rules: [...kept, ...own] };
}

function presetNamed(name: string): Policy {
  if (Object.hasOwn(POLICY_PRESETS, name)) return POLICY_PRESETS[name as PolicyPreset];
  const names = Object.keys(POLICY_PRESETS);
  throw new ConfigError(
    `no policy is called ${JSON.stringify(name)}${suggestion(name, names) || `; there are ${names.join(', ')}`}`,
  );
}

function namedRule(rule: PolicyRule, index: number): NamedRule {
  const { id = `rule-${index + 1}`, maxShare, per } = rule;
  if (maxShare !== undefined && per !== undefined && per !== 'column')
    throw new ConfigError(`the rule ${JSON.stringify(id)} has maxShare, which is always counted per column`);
  const at = `policy.rules[${index}]`;
  // An empty list covers nothing, and the rule would never fail.
  const empty = (['detectors', 'columns'] as const).find((key) => rule[key]?.length === 0);
  if (empty !== undefined) throw new ConfigError(`${at}.${empty} must not be empty; without it the rule is for all of them`);
  return { ...rule, id, doc: docOf(rule), at };
}

function docOf({ detectors, minSeverity, maxOccurrences, maxShare, columns, allowColumns, per = 'dataset' }: PolicyRule): string {
  const what = detectors === undefined ? 'any identifier' : detectors.join(', ');
  const severe = minSeverity === undefined || minSeverity === 'low' ? '' : ` of severity ${minSeverity} and above`;
  const counts =
    maxOccurrences === undefined && maxShare !== undefined
      ? []
      : [`${maxOccurrences ?? 0} per ${per === 'dataset' ? 'data set' : per}`];
  const shares = maxShare === undefined ? [] : [`${percent(maxShare)} of a column`];
  const where = columns === undefined ? '' : ` in columns ${columns.join(', ')}`;
  const but = allowColumns === undefined ? '' : ` but in ${allowColumns.join(', ')}`;
  return `at most ${[...counts, ...shares].join(' and ')} of ${what}${severe}${where}${but}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))} %`;
}
