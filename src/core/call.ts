/**
 * Says what is wrong with a call of the library, where the caller's language does not: a misspelt option would else be an option left
 * out, and a value of the wrong kind an error in the middle of a scan.
 */
import { UsageError } from './errors.js';
import { suggestion } from './nearest.js';

/** What is wrong with a value at a place of a call; undefined where nothing is. Never quotes the value. */
export type Rule = (value: unknown, at: string) => string | undefined;

/** A rule for each option there is. */
export type Rules<T> = { readonly [Name in keyof T]-?: Rule };

/**
 * @param needed options without a default
 * @throws UsageError that names every wrong option by its path
 */
export function checkCall<Name extends string>(
  call: string,
  options: unknown,
  rules: Readonly<Record<Name, Rule>>,
  needed: readonly Name[] = [],
): void {
  const wrong = reasons(options, '', rules);
  if (wrong.length === 0)
    wrong.push(
      ...needed
        .filter((name) => (options as Partial<Record<Name, unknown>>)[name] === undefined)
        .map((name) => `${name} is missing`),
    );
  if (wrong.length > 0) throw new UsageError(`${call} was called wrongly: ${wrong.join('; ')}`);
}

/** One thing that a value must be, said in words that follow "must be". */
export function mustBe(what: string, holds: (value: unknown) => boolean): Rule {
  return (value, at) => (holds(value) ? undefined : `${at} must be ${what}`);
}

export const aFlag: Rule = mustBe('true or false', (value) => typeof value === 'boolean');
export const aText: Rule = mustBe('a text', (value) => typeof value === 'string');
export const aNumber: Rule = mustBe('a number', (value) => typeof value === 'number' && !Number.isNaN(value));
export const aFunction: Rule = mustBe('a function', (value) => typeof value === 'function');
export const aSignal: Rule = mustBe('an AbortSignal', (value) => value instanceof AbortSignal);
export const aName: Rule = mustBe('a text or bytes', (value) => typeof value === 'string' || value instanceof Uint8Array);

export function oneOf(...names: readonly string[]): Rule {
  return mustBe(`${names.slice(0, -1).join(', ')} or ${names.at(-1)}`, (value) => names.includes(value as string));
}

/** Where any of them holds; the last one says what is wrong. */
export function anyOf(...rules: readonly Rule[]): Rule {
  return (value, at) => {
    const wrong = rules.map((rule) => rule(value, at));
    return wrong.includes(undefined) ? undefined : wrong.at(-1);
  };
}

export function listOf(rule: Rule): Rule {
  return (value, at) =>
    Array.isArray(value)
      ? value.map((entry, index) => rule(entry, `${at}[${index}]`)).find((reason) => reason !== undefined)
      : `${at} must be a list`;
}

/** An object with some of the keys that have rules, and no others; a key that is `undefined` counts as absent. */
export function record(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, at) => reasons(value, at, rules).join('; ') || undefined;
}

function reasons(value: unknown, at: string, rules: Readonly<Record<string, Rule>>): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at || 'the argument'} must be an object`];
  return Object.entries(value).flatMap(([key, entry]) => {
    const path = at === '' ? key : `${at}.${key}`;
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined) return [`there is no option ${JSON.stringify(path)}${suggestion(key, Object.keys(rules))}`];
    return (entry === undefined ? undefined : rule(entry, path)) ?? [];
  });
}
