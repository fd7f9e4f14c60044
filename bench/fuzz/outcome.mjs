/** What a worker's answer for a broken file says, and whether it keeps what the product promises. */

/** What may be said of bytes that are damaged: other codes blame the disk, the user, or the product. */
const CODES = new Set(['malformed', 'encrypted', 'unsupported', 'limit']);

/**
 * @param reply of a worker, for one item
 * @returns {{ kind: 'clean' | 'skipped' | 'problem' | 'wrong', detail: string }} `detail` is the gravest code of a problem, or the promise
 * that is broken
 */
export function outcomeOf({ kind, clean, others }) {
  if (kind !== 'items') return { kind: 'wrong', detail: `an answer of kind ${kind}` };
  if (clean.length !== 1) return { kind: 'wrong', detail: `${clean.length} answers for one item` };
  if (clean[0] >= 0) return { kind: 'clean', detail: '' };
  const [result] = others;
  const broken = brokenPromise(result);
  if (broken !== undefined) return { kind: 'wrong', detail: broken };
  const codes = problemsOf(result).map(({ code }) => code);
  if (codes.length > 0) return { kind: 'problem', detail: [...CODES].find((code) => codes.includes(code)) };
  return { kind: result.skipped === undefined ? 'clean' : 'skipped', detail: result.skipped ?? '' };
}

function problemsOf({ problems, members }) {
  return [...problems, ...(members?.results ?? []).flatMap(problemsOf)];
}

/** Every byte that was not examined is counted and said, and nothing is counted twice. */
function brokenPromise(result) {
  const { bytesFound, bytesExamined, skipped } = result;
  const problems = problemsOf(result);
  const other = problems.find(({ code }) => !CODES.has(code));
  if (other !== undefined) return `a problem ${other.code}: ${other.detail}`;
  if (!(Number.isSafeInteger(bytesFound) && Number.isSafeInteger(bytesExamined)))
    return `bytes that are no numbers: ${bytesExamined} of ${bytesFound}`;
  if (bytesExamined < 0 || bytesExamined > bytesFound) return `${bytesExamined} of ${bytesFound} bytes examined`;
  const isWhole = bytesExamined === bytesFound || skipped !== undefined || result.members?.skipped !== undefined;
  if (problems.length === 0 && !isWhole) return `${bytesExamined} of ${bytesFound} bytes examined, and no problem`;
  return undefined;
}
