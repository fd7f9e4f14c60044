/** Files of text: rows written as each format has them. Each maker gives the pieces of a file of about `bytes`. */
import { COLUMNS, rows } from './rows.mjs';

const INSERT_ROWS = 100;

/**
 * @typedef {{ head?: string, row: (row: Record<string, string | number | boolean>, index: number) => string, tail?: string }} Recipe
 * @typedef {Generator<string, number, void>} Pieces returns how many rows they hold
 */

/** @param {Recipe} recipe @param {string} seed @param {number} bytes @returns {Pieces} */
export function* textOf({ head = '', row, tail = '' }, seed, bytes) {
  yield head;
  let length = 0;
  let count = 0;
  for (const one of rows(seed)) {
    const text = row(one, count++);
    yield text;
    length += Buffer.byteLength(text);
    if (length >= bytes) break;
  }
  yield tail;
  return count;
}

const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A value with references where XML and HTML want them. */
export function escaped(value) {
  return String(value).replace(/[&<>"]/g, (character) => REFERENCES[character]);
}

const quoted = (value) => `"${String(value).replaceAll('"', '""')}"`;
const sqlValue = (value) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
const json = JSON.stringify;

/** JSON's strings are strings of YAML and of TOML as well. @type {Record<string, Recipe>} */
export const RECIPES = {
  csv: { head: `${COLUMNS.map(quoted).join(',')}\n`, row: (row) => `${Object.values(row).map(quoted).join(',')}\n` },
  jsonl: { row: (row) => `${json(row)}\n` },
  sql: {
    head: `CREATE TABLE customers (${COLUMNS.join(' text, ')} text);\n`,
    row: (row, index) => {
      const values = `(${Object.values(row).map(sqlValue).join(',')})`;
      if (index % INSERT_ROWS !== 0) return `,${values}`;
      return `${index === 0 ? '' : ';\n'}INSERT INTO customers (${COLUMNS.join(', ')}) VALUES ${values}`;
    },
    tail: ';\n',
  },
  yaml: {
    row: (row) => `- ${COLUMNS.map((name) => `${name}: ${json(row[name])}`).join('\n  ')}\n`,
  },
  toml: {
    row: (row) => `[[customer]]\n${COLUMNS.map((name) => `${name} = ${json(row[name])}`).join('\n')}\n\n`,
  },
  xml: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<customers>\n',
    row: ({ id, ...row }) =>
      `  <customer id="${id}">\n${Object.entries(row)
        .map(([name, value]) => `    <${name}>${escaped(value)}</${name}>\n`)
        .join('')}  </customer>\n`,
    tail: '</customers>\n',
  },
  html: {
    head: `<!DOCTYPE html>\n<html><head><title>Customers</title></head><body><table>\n<tr>${COLUMNS.map((name) => `<th>${name}</th>`).join('')}</tr>\n`,
    row: (row) =>
      `<tr>${Object.values(row)
        .map((value) => `<td>${escaped(value)}</td>`)
        .join('')}</tr>\n`,
    tail: '</table></body></html>\n',
  },
};
