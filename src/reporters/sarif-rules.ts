/** Detectors as SARIF rules: what code scanning shows beside a result, and what it sorts and filters by. */
import type { ReportingDescriptor } from 'sarif';
import { type DetectorInfo, SEVERITIES, type Severity } from '../core/result.js';

/** Tags that GitHub reads of one rule. */
const MOST_TAGS = 20;
/** A shape that random text has less often needs neither keyword nor check. */
const RARE = 0.0001;
/** What a check may let pass of random text to count as proof. */
const PROOF = 0.1;

/** Severities as SARIF levels. */
export const LEVELS = { low: 'note', medium: 'warning', high: 'error' } as const satisfies Record<Severity, string>;

/** Scores from 0 to 10 that GitHub shows as medium, medium and high: from 4.0, below and from 7.0. */
const SCORES = { low: '3.0', medium: '5.0', high: '8.0' } as const satisfies Record<Severity, string>;

const CATEGORIES = {
  pii: 'personal data',
  phi: 'health data',
  financial: 'financial data',
  credentials: 'a credential',
} as const satisfies Record<DetectorInfo['category'], string>;

const KEYWORDS = {
  required: 'It is reported only where one of its keywords stands near it or names its column or field.',
  absent: 'It is reported only where none of its keywords stands near it or names its column or field.',
  none: 'A keyword near it, or in the name of its column or field, raises the confidence.',
} as const satisfies Record<DetectorInfo['keywords']['mode'], string>;

/** The rule of a detector; one whose sheet is not known is named by its id alone. */
export function ruleOf(id: string, info: DetectorInfo | undefined): ReportingDescriptor {
  if (info === undefined) return { id, name: id, shortDescription: { text: id } };
  const { name, category, countries, regulations } = info;
  const severity = greatestSeverity(info);
  const tags = ['security', category, ...regulations, ...countries.map((country) => `country/${country}`)];
  return {
    id,
    name,
    shortDescription: { text: name },
    fullDescription: { text: fullDescription(info) },
    help: { text: helpText(info) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: tags.slice(0, MOST_TAGS), precision: precisionOf(info), 'security-severity': SCORES[severity] },
  };
}

/** Scores belong to rules: the severity that the detector's findings can reach. */
function greatestSeverity({ severity }: DetectorInfo): Severity {
  const reached = Object.values(severity).map((level) => SEVERITIES.indexOf(level));
  return SEVERITIES[Math.max(0, ...reached)]!;
}

/** How seldom a result is wrong: by what random text the detector lets pass, and whether it asks for a keyword. */
function precisionOf({ falseAccept, keywords }: DetectorInfo): string {
  const isInContext = keywords.mode === 'required';
  if (falseAccept <= RARE) return 'very-high';
  if (falseAccept <= PROOF && isInContext) return 'high';
  return falseAccept <= PROOF || isInContext ? 'medium' : 'low';
}

function fullDescription({ name, category, countries, regulations }: DetectorInfo): string {
  const places = countries.length > 0 ? ` of ${countries.join(', ')}` : '';
  const laws = regulations.length > 0 ? ` Regulations that name such data: ${regulations.join(', ')}.` : '';
  return `${name}: ${CATEGORIES[category]}${places}.${laws}`;
}

function helpText(info: DetectorInfo): string {
  const { id, category, keywords, references } = info;
  const deed =
    category === 'credentials'
      ? 'Revoke it, put another one into a secret store, and remove it here and from the history.'
      : 'Remove or mask the values, or see that only those may read the data who are meant to.';
  const sources = references.length > 0 ? ` Sources: ${references.join('; ')}.` : '';
  return (
    `${fullDescription(info)} ${KEYWORDS[keywords.mode]} A right form and check do not prove that it was ever issued. ${deed} ` +
    `--exclude-detectors ${id} leaves it out, clearset detectors show ${id} tells all about it.${sources}`
  );
}
