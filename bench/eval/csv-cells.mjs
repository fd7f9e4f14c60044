/**
 * Puts cells of a CSV template in quotes where a slot stands beside other text: a value with a comma in it would else end the
 * cell. A cell that is a slot alone gets quotes with its value, if that needs them.
 */

const DELIMITERS = [',', ';', '\t', '|'];
const ANY_SLOT = /\{\{[^{}\n]*\}\}/g;
const ONE_SLOT = /^\{\{[^{}\n]*\}\}$/;

/** @param {string} template lines of a table @returns {string} */
export function quoteMixedCells(template) {
  const delimiter = delimiterOf(template);
  return template
    .split('\n')
    .map((line) => (line.includes('{{') ? cellsOf(line, delimiter).map(quoted).join(delimiter) : line))
    .join('\n');
}

/** The one that is most often in the first line with one; slots do not count, since they may hold a `|`. */
function delimiterOf(template) {
  for (const line of template.split('\n')) {
    const bare = line.replace(ANY_SLOT, '');
    const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)];
  }
  return ',';
}

/** Cells as they are written. */
function cellsOf(line, delimiter) {
  const cells = [''];
  let isQuoted = false;
  let inSlot = false;
  for (let i = 0; i < line.length; i++) {
    if (line.startsWith('{{', i)) inSlot = true;
    else if (line.startsWith('}}', i)) inSlot = false;
    if (line[i] === '"' && !inSlot) isQuoted = !isQuoted;
    if (line[i] === delimiter && !isQuoted && !inSlot) cells.push('');
    else cells[cells.length - 1] += line[i];
  }
  return cells;
}

function quoted(cell) {
  if (!cell.includes('{{') || /^\s*"/.test(cell) || ONE_SLOT.test(cell) || /\{\{[#/]/.test(cell)) return cell;
  return `"${cell.replaceAll('"', '""')}"`;
}
