/**
 * Marks for labels inside text: a generator writes a file with its values marked, and the marks are taken out again
 * while their places are noted. So a label can never point beside its value, whatever the format around it.
 */

const OPEN = '\ue000';
const MIDDLE = '\ue001';
const CLOSE = '\ue002';

/** A value that the detector `id` must report. */
export function mark(id, value) {
  return `${OPEN}${id}${MIDDLE}${value}${CLOSE}`;
}

/** A value that must not be reported by the detector `id`, and the reason. */
export function miss(id, value, why) {
  return `${OPEN}!${id}|${why}${MIDDLE}${value}${CLOSE}`;
}

/**
 * Takes the marks out.
 * @param {string} marked
 * @returns {{ text: string, labels: Label[], negatives: Negative[] }} spans in bytes of the text as UTF-8, ascending
 * @typedef {{ detector: string, start: number, end: number }} Label
 * @typedef {{ detector: string, start: number, end: number, why: string }} Negative
 */
export function readMarks(marked) {
  const labels = [];
  const negatives = [];
  let text = '';
  let at = 0;
  const pattern = new RegExp(`${OPEN}([^${MIDDLE}]*)${MIDDLE}([^${CLOSE}]*)${CLOSE}`, 'g');
  for (const match of marked.matchAll(pattern)) {
    text += marked.slice(at, match.index);
    const start = Buffer.byteLength(text);
    text += match[2];
    const span = { start, end: Buffer.byteLength(text) };
    if (match[1].startsWith('!')) {
      const [detector, why] = match[1].slice(1).split('|');
      negatives.push({ detector, ...span, why });
    } else {
      labels.push({ detector: match[1], ...span });
    }
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), labels, negatives };
}

/** CSV cell, quoted where it must be or where `always` says so. */
export function cell(value, delimiter = ',', always = false) {
  const text = String(value);
  return always || text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with LF line ends. */
export function csv(rows, { delimiter = ',', always = false } = {}) {
  return rows.map((row) => `${row.map((value) => cell(value, delimiter, always)).join(delimiter)}\n`).join('');
}
