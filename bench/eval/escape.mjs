/**
 * Writes a value so that the file around it stays what it is: a string of JSON, a cell of CSV, text of XML. Which rule
 * holds depends on the shape and on what stands before the value on its line.
 */

/** Characters for which a cell is quoted, whatever the delimiter of the table. */
const NEEDS_QUOTES = /[",;|\t\n]/;

/**
 * @param {string} value
 * @param {{ shape: string, fileName: string, before: string }} place `before`: the line before the value, as it is written
 * @returns {{ lead: string, text: string, tail: string }} quotes that the value needs, and the value as it is written between them
 */
export function escapeFor(value, { shape, fileName, before }) {
  const plain = { lead: '', text: value, tail: '' };
  switch (kindOf(shape, fileName)) {
    case 'json':
      return { ...plain, text: inJson(value) };
    case 'csv':
      return csvCell(value, before);
    case 'xml':
      return { ...plain, text: inMarkup(value, before) };
    case 'sql':
      return { ...plain, text: isInside(before, "'") ? value.replaceAll("'", "''") : value };
    case 'quoted':
      return { ...plain, text: inQuotes(value, before) };
    default:
      return plain;
  }
}

/** A chat is records or plain text, as its file name says. */
function kindOf(shape, fileName) {
  if (shape === 'json' || shape === 'jsonl' || (shape === 'chat' && /\.jsonl?$/.test(fileName))) return 'json';
  if (shape === 'xml' || shape === 'html') return 'xml';
  if (shape === 'code' || shape === 'yaml') return 'quoted';
  return shape;
}

const inJson = (value) => JSON.stringify(value).slice(1, -1);

/** Whether an odd number of the quote stands before, so that the value lies between two of them. */
function isInside(before, quote) {
  return before.replaceAll(`\\${quote}`, '').split(quote).length % 2 === 0;
}

function csvCell(value, before) {
  if (isInside(before, '"')) return { lead: '', text: value.replaceAll('"', '""'), tail: '' };
  if (!NEEDS_QUOTES.test(value)) return { lead: '', text: value, tail: '' };
  return { lead: '"', text: value.replaceAll('"', '""'), tail: '"' };
}

function inMarkup(value, before) {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return before.lastIndexOf('<') > before.lastIndexOf('>') ? text.replaceAll('"', '&quot;') : text;
}

/** Source code and YAML: as a string where it stands in quotes, else as it is. */
function inQuotes(value, before) {
  if (isInside(before, '"')) return inJson(value);
  return isInside(before, "'") ? value.replaceAll('\n', '\\n') : value;
}
