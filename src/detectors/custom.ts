/** Makes sheets of the identifiers that users define. */
import type { CustomIdentifier } from '../core/custom.js';
import { ConfigError } from '../core/errors.js';
import { type DetectorSheet, defineDetector } from './define.js';
import { CATALOGUE } from './index.js';

const DEFAULT_DISTANCE = 50;

function customSheet(identifier: CustomIdentifier): DetectorSheet {
  const { id, name = id, pattern, keywords = [], ignoreWords = [], maximumMatchDistance, category, severity } = identifier;
  return defineDetector({
    id,
    name,
    category: category ?? 'pii',
    countries: [],
    regulations: [],
    severity: severity ?? { 1: 'medium' },
    forms: [pattern],
    boundary: 'none',
    falseAccept: 0,
    keywords: { mode: 'none', words: [] },
    custom: { keywords, ignoreWords, distance: maximumMatchDistance ?? DEFAULT_DISTANCE },
    // Nobody knows how many values there are, so no hash of one is published.
    space: 'small',
    examples: { match: [], noMatch: [] },
    references: ['the configuration'],
  });
}

/**
 * The catalogue with identifiers of a user's own behind it.
 * @throws ConfigError for an id or pattern that cannot be used, named by its place in the list; the regex engine has its say later
 */
export function catalogueWith(identifiers: readonly CustomIdentifier[]): readonly DetectorSheet[] {
  if (identifiers.length === 0) return CATALOGUE;
  const known = new Set(CATALOGUE.map(({ id }) => id));
  identifiers.forEach(({ id, pattern }, i) => {
    if (known.has(id)) throw new ConfigError(`customIdentifiers[${i}].id ${JSON.stringify(id)} is that of another detector`);
    known.add(id);
    const assertion = assertionIn(pattern);
    if (assertion !== undefined)
      throw new ConfigError(
        `customIdentifiers[${i}].pattern holds ${assertion}, but a value is found wherever it stands: keywords say what must be near it`,
      );
  });
  return [...CATALOGUE, ...identifiers.map(customSheet)];
}

/** The first assertion outside of classes, as it is written. */
function assertionIn(pattern: string): string | undefined {
  const bare = pattern
    .replace(/\\Q[\s\S]*?(?:\\E|$)/g, '')
    .replace(/(\\[\s\S])|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]/g, '$1');
  return /\\[bBAz]|(?<!\\)[\^$]/.exec(bare.replace(/\\[^bBAz]/g, ''))?.[0];
}
