/** An explanation as text: one step a paragraph of a table, in the order in which the engine takes them. */
import {
  countText,
  type DetectorSheet,
  type Encoding,
  type HitTrace,
  type OccurrenceExplanation,
  plural,
  safeText,
  type Weakness,
} from '../src/index.js';

export const WEAKNESSES = {
  confidence: 'lower confidence',
  check: 'no check that it passes as valid',
  length: 'shorter',
  specificity: 'its form accepts more random text',
  start: 'begins later',
  name: 'equal in all but its name',
} as const satisfies Record<Weakness, string>;

const VERDICTS = {
  valid: 'valid: it passes a check that random text of this shape seldom passes',
  unknown: 'unknown: not refuted, but the check is too weak to count as proof',
  invalid: 'invalid',
} as const;

const ENCODINGS = {
  base64: 'base64',
  percent: 'percent-encoded text',
  json: 'JSON in a string',
  number: 'a number that lost the zeros in front',
} as const satisfies Record<Encoding, string>;

/** What a boundary asks of the neighbours. */
export const BOUNDARIES = {
  digit: 'not inside a longer number',
  word: 'not inside a longer word',
  token: 'not inside a longer token',
  base64: 'not inside a longer run of base64',
  address: 'not inside a longer chain of an address',
  mail: 'not inside a longer address or host name',
  line: 'at the start of a line or a quoted string',
  none: 'none',
} as const satisfies Record<HitTrace['form']['boundary'], string>;

/** Random text that a form without keyword and check may accept for `medium`. */
const RARE = 0.0001;

interface Known {
  /** The least confidence that is reported. */
  readonly minConfidence: string;
  readonly catalogue: readonly DetectorSheet[];
}

export function explanationText(path: string, explanation: OccurrenceExplanation, { minConfidence, catalogue }: Known): string {
  const { occurrence, isReported, isAllowed } = explanation;
  const { detector, line, column, confidence } = occurrence;
  const sheet = catalogue.find(({ id }) => id === detector)!;
  const reason = isAllowed ? 'an allow list takes it out' : `its confidence is below ${minConfidence}`;
  const verb = isReported ? 'is reported as' : `is not reported: ${reason}. It is found as`;
  const rows: readonly (readonly [label: string, text: string | readonly string[]])[] = [
    ['what', whatText(sheet)],
    ['value', valueText(explanation)],
    ...locationRows(explanation),
    ['form', formText(explanation)],
    ['boundary', `${BOUNDARIES[explanation.form.boundary]}: ${beside(explanation)}`],
    ['check', checkText(explanation)],
    ['context', contextText(explanation)],
    ['confidence', `${confidence}: ${confidenceText(explanation)}`],
    ...columnRows(explanation),
    ['rivals', rivalsText(explanation)],
    ['severity', severityText(explanation, sheet)],
    ['fingerprint', occurrence.fingerprint ?? 'none: not among the places that are listed, or --preview last4'],
  ];
  const lines = rows.flatMap(([label, text]) => [text].flat().map((one, i) => `  ${(i === 0 ? label : '').padEnd(13)}${one}\n`));
  return `${path}:${line}:${column} ${verb} ${detector}\n\n${lines.join('')}\n${allowText(detector, confidence)}`;
}

function whatText({ name, category, countries, regulations }: DetectorSheet): string {
  return `${name} (${[category, ...countries, ...regulations].join(', ')})`;
}

function valueText({ occurrence: { preview, value, length } }: OccurrenceExplanation): string {
  return `${safeText(value ?? preview)}  (${plural(length, 'character')})`;
}

function locationRows({ occurrence: { location } }: OccurrenceExplanation): [string, string][] {
  const { sheet, cell, row, columnName, columnIndex, jsonPath, recordIndex } = location;
  const { page, paragraph, part, rowGroup, member, encoding, innerPath } = location;
  const parts = [
    ...(member === undefined ? [] : [`member ${safeText(member)}`]),
    ...(rowGroup === undefined ? [] : [`row group ${countText(rowGroup)}`]),
    ...(sheet === undefined ? [] : [`sheet "${safeText(sheet)}"`]),
    ...(cell === undefined ? [] : [`cell ${cell}`]),
    ...(row === undefined ? [] : [`row ${countText(row)}`]),
    ...(columnName === undefined ? [] : [`column "${safeText(columnName)}"`]),
    ...(columnName === undefined && columnIndex !== undefined ? [`column ${columnIndex}`] : []),
    ...(recordIndex === undefined ? [] : [`record ${countText(recordIndex)}`]),
    ...(jsonPath === undefined ? [] : [`field ${safeText(jsonPath)}`]),
    ...(page === undefined ? [] : [`page ${countText(page)}`]),
    ...(paragraph === undefined ? [] : [`paragraph ${countText(paragraph)}`]),
    ...(part === undefined ? [] : [`part "${safeText(part)}"`]),
    ...(encoding === undefined ? [] : [`in ${encodingText(encoding)}`]),
    ...(innerPath === undefined ? [] : [`field ${safeText(innerPath)} of it`]),
  ];
  return parts.length === 0 ? [] : [['place', parts.join(', ')]];
}

/** `base64 in percent-encoding in JSON`: as one would say it, from the value out. */
function encodingText(encoding: readonly Encoding[]): string {
  return encoding
    .map((one) => ENCODINGS[one])
    .reverse()
    .join(' in ');
}

function formText({ form }: HitTrace): string {
  return `${form.of === 1 ? '' : `${form.number} of ${form.of}: `}${form.before === undefined ? '' : `${form.before} and then `}${form.pattern}`;
}

export function beside({ before, after }: HitTrace): string {
  return `before it ${article(before)}, after it ${article(after)}`;
}

function article(neighbour: string): string {
  return neighbour === 'nothing' || neighbour === 'punctuation' ? neighbour : `a ${neighbour}`;
}

export function checkText({ check, isReserved, form }: HitTrace): readonly string[] {
  const accepted = `random text of this shape is accepted ${shareText(form.falseAccept)}`;
  const verdict = check === undefined ? 'none beyond the form' : `${check.name || 'the check'} says ${VERDICTS[check.verdict]}`;
  const reserved = isReserved ? ['a published test value or in a reserved range, and so of low confidence'] : [];
  return [`${verdict}; ${accepted}`, ...reserved];
}

function shareText(share: number): string {
  if (share >= 1) return 'always';
  return share >= 0.01
    ? `${Number((share * 100).toPrecision(2))} times in 100`
    : `once in ${countText(Math.round(1 / share))} or less often`;
}

export function contextText({ keyword, reach, form }: HitTrace): string {
  const within = reach === undefined ? 'anywhere in the value or its names' : `within ${reach} characters`;
  const rule = {
    required: `one is required ${within}`,
    none: `one counts ${within} and is not required`,
    absent: `there may be none ${within}`,
    named: 'the name of its column or field must end with one',
  }[form.keywordMode];
  if (keyword === undefined) return form.before === undefined ? `no keyword in reach; ${rule}` : 'its name stands before it';
  const { word, place } = keyword;
  const where =
    place.kind === 'name'
      ? 'in the name of its column or field'
      : place.characters === 0
        ? `directly ${place.side} it`
        : `${plural(place.characters, 'character')} ${place.side} it`;
  return `keyword "${word}" ${where}; ${rule}`;
}

/** How the confidence comes about, by the engine's rule. */
export function confidenceText({
  isReserved,
  column,
  form,
  check,
  keyword,
}: HitTrace & Partial<Pick<OccurrenceExplanation, 'column'>>): string {
  if (column?.verdict === 'low') {
    return column.doubt === 'check'
      ? 'only the check speaks for it, and in this column the check proves nothing'
      : 'only lists speak for it, and of this column they know too few values';
  }
  if (column?.doubt === 'companion') {
    return column.verdict === undefined
      ? 'its name may mean something else, and no field goes with it'
      : 'its name and the field that goes with it speak for it';
  }
  if (column?.doubt === 'likeness') {
    return column.verdict === undefined
      ? 'written as such values are, which says little; lists know too few values of its column'
      : 'written as such values are, as its column holds them';
  }
  if (isReserved) return 'known to be a test value or reserved, which decides';
  if (form.isSelfEvident) return 'the form proves itself';
  const context = keyword !== undefined ? 'the keyword' : form.before !== undefined ? 'the name' : '';
  const proofs = [check?.verdict === 'valid' ? 'the check' : '', context].filter(Boolean);
  if (proofs.length === 2) return 'check and keyword both speak for it';
  if (proofs.length === 1) return `${proofs[0]} alone speaks for it; with both it would be high`;
  return form.falseAccept <= RARE
    ? 'neither check nor keyword, but the shape is rare in random text'
    : 'neither check nor keyword speaks for it';
}

/** How the column speaks for a value that leaves something to it. */
function columnRows({ column }: OccurrenceExplanation): [string, string][] {
  if (column === undefined) return [];
  const { doubt, tried, passed } = column;
  if (doubt === 'check') {
    const rule = 'where fewer than half of 20 or more do, passing is chance';
    return [['column', `${countText(passed)} of ${plural(tried, 'value')} of this shape pass the check; ${rule}`]];
  }
  if (doubt === 'companion') {
    return [['column', passed > 0 ? 'a field beside it goes with it' : 'no field beside it goes with it']];
  }
  const rule = {
    list: 'where fewer than a fifth of 20 or more are, it holds something else',
    party: 'it holds people or companies, so that none is doubted',
    stray: 'where fewer than a twentieth of 20 or more are, it holds something else',
    likeness: 'it counts where three tenths of 20 or more are, or half of fewer',
  }[doubt];
  return [['column', `${countText(passed)} of its ${plural(tried, 'value')} are in the lists; ${rule}`]];
}

function rivalsText({ rivals, occurrence: { alternatives } }: OccurrenceExplanation): readonly string[] {
  const equal = alternatives.map((id) => `${id} fits as well; both are named`);
  const beaten = rivals.filter(({ detector }) => !alternatives.includes(detector));
  const lost = beaten.map(({ detector, confidence, weakness }) => {
    return `${detector} lost: ${WEAKNESSES[weakness]} (confidence ${confidence})`;
  });
  return equal.length + lost.length === 0 ? ['none'] : [...equal, ...[...new Set(lost)].sort()];
}

function severityText({ finding }: OccurrenceExplanation, { severity }: DetectorSheet): string {
  const rule = Object.entries(severity).map(([count, level]) => `${level} from ${count}`);
  if (finding === undefined) return `none yet: nothing of it is reported in this item (${rule.join(', ')})`;
  const { count, distinct, distinctIsLowerBound } = finding;
  return `${finding.severity}: ${plural(count, 'occurrence')} in this item (${rule.join(', ')}), ${countText(distinct)}${distinctIsLowerBound ? '+' : ''} distinct`;
}

function allowText(detector: string, confidence: string): string {
  const above = { low: 'medium', medium: 'high' }[confidence];
  const rows = [
    [`--exclude-detectors ${detector}`, 'leaves the detector out of a scan'],
    ...(above === undefined ? [] : [[`--min-confidence ${above}`, `reports nothing of confidence ${confidence}`]]),
    [`clearset:allow[${detector}] reason`, 'in a comment on the line; only clearset hook obeys it'],
  ];
  const width = Math.max(...rows.map(([way]) => way!.length));
  return `To allow it\n${rows.map(([way, doc]) => `  ${way!.padEnd(width)}  ${doc}\n`).join('')}`;
}
