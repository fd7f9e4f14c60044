/**
 * Compares what was reported in a case with its labels. An occurrence is right if it overlaps a label and is, or has as
 * an alternative, one of the label's ids; everything else that is reported is false, unless it lies on an optional value.
 */

/**
 * @typedef {import('./expand.mjs').Label} Label
 * @typedef {import('../../dist/src/index.js').Occurrence} Occurrence
 * @typedef {{
 *   found: { label: Label, exact: boolean }[], missed: Label[], wrong: { detector: string, occurrence: Occurrence, on?: Label }[]
 * }} Outcome `wrong.on`: the label, optional or hostile value on which a false occurrence lies
 */

/**
 * @param {readonly Occurrence[]} occurrences with their values
 * @param {readonly Label[]} labels
 * @param {(detector: string, ids: readonly string[]) => boolean} [standsFor] whether a detector says less exactly what ids say: then it
 * is not false on their label, which it does not find
 * @returns {Outcome}
 */
export function judge(occurrences, labels, standsFor = () => false) {
  const found = new Map();
  const wrong = [];
  for (const occurrence of occurrences) {
    const ids = [occurrence.detector, ...occurrence.alternatives];
    const at = labels.filter((label) => overlaps(occurrence, label));
    const right = at.filter((label) => label.ids.some((id) => ids.includes(id)));
    const open = right.find((label) => label.kind === 'label' && !found.has(label));
    if (open !== undefined) found.set(open, { detector: occurrence.detector, exact: isExact(occurrence, open) });
    else if (
      !right.some((label) => isAllowed(occurrence, label, found)) &&
      !at.some((label) => label.kind !== 'negative' && standsFor(occurrence.detector, label.ids))
    )
      wrong.push({ detector: occurrence.detector, occurrence, on: at[0] });
  }
  return {
    found: [...found].map(([label, { exact }]) => ({ label, exact })),
    missed: labels.filter((label) => label.kind === 'label' && !found.has(label)),
    wrong,
  };
}

/** Another of a label's ids beside the one that was found is right as well; the same one twice is not. */
function isAllowed({ detector }, label, found) {
  return label.kind === 'optional' || found.get(label)?.detector !== detector;
}

/**
 * Spans of the item count in its bytes. Those of a decoded value (JSON in a string, base64) do not: there, the values
 * are compared, on the lines of the label; of a document (mail), whose lines are those of its extracted text, the values alone.
 */
function overlaps({ spanSpace, span, line, value }, label) {
  if (spanSpace === 'item') return span.start < label.end && label.start < span.end;
  const isSame = value.includes(label.value) || label.value.includes(value);
  if (spanSpace === 'member') return isSame;
  const lastLine = label.line + label.value.split('\n').length - 1;
  return isSame && line >= label.line && line <= lastLine;
}

function isExact({ spanSpace, span, value }, label) {
  return spanSpace === 'item' ? span.start === label.start && span.end === label.end : value === label.value;
}
