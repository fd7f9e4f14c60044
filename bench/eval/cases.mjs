/**
 * Reads labelled cases: templates with slots, and hand-labelled snippets of real files. The format is described in
 * docs/evaluation.md. What is wrong in a file is an error with its line, since a case that is quietly left out would flatter.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a case's content is written, which decides how slot values are escaped in it. */
export const SHAPES = [
  'text',
  'csv',
  'json',
  'jsonl',
  'log',
  'code',
  'chat',
  'yaml',
  'ini',
  'xml',
  'html',
  'markdown',
  'sql',
  'mail',
];

/** The part that holds snippets; all others hold templates. */
export const SNIPPETS = 'snippets';

const HEADER = /^=== ([^|]+)\|([^|]+)\|([^|]+)\|([^|]+)$/;
const SOURCE = /^--- source: (.+)$/;

/**
 * @typedef {{
 *   part: string, name: string, shape: string, language: string, fileName: string, content: string, source?: string
 * }} Case
 */

/** Parts in a folder of labelled cases, by name. @param {string} folder @returns {string[]} */
export function partsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** All cases of a part, by file and place. @returns {Case[]} @throws where a file is not in the format or a name is taken */
export function readPart(folder, part) {
  const root = join(folder, part);
  if (!existsSync(root)) throw new Error(`there is no part ${part} of the labelled corpus`);
  const files = readdirSync(root)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const cases = files.flatMap((name) => parseCases(readFileSync(join(root, name), 'utf8'), { part, file: `${part}/${name}` }));
  const names = new Set();
  for (const { name } of cases) {
    if (names.has(name)) throw new Error(`${part}: two cases are called ${name}`);
    names.add(name);
  }
  return cases;
}

/**
 * Cases of one file. A line that begins with `=== ` begins a case; the content ends before the next one or with the file.
 * @param {string} text @returns {Case[]}
 */
export function parseCases(text, { part, file }) {
  const cases = [];
  let lines = null;
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (const [i, line] of source.split('\n').entries()) {
    const where = `${file}:${i + 1}`;
    if (line.startsWith('=== ')) {
      const header = HEADER.exec(line);
      if (header === null) throw new Error(`${where}: a case begins with === name | shape | language | file name`);
      const [name, shape, language, fileName] = header.slice(1).map((field) => field.trim());
      if (!SHAPES.includes(shape)) throw new Error(`${where}: no shape is called ${shape}; there are ${SHAPES.join(', ')}`);
      lines = [];
      cases.push({ part, name, shape, language, fileName, where, lines });
    } else if (lines !== null) lines.push(line);
    else if (line !== '' && !line.startsWith('#')) throw new Error(`${where}: text before the first case`);
  }
  return cases.map(({ lines: content, where, ...header }) => finish(header, content, where));
}

function finish(header, lines, where) {
  if (header.part !== SNIPPETS) return { ...header, content: `${lines.join('\n')}\n` };
  const source = SOURCE.exec(lines[0] ?? '');
  if (source === null)
    throw new Error(`${where}: a snippet's first line names where it is from: --- source: package and file, licence`);
  return { ...header, source: source[1], content: `${lines.slice(1).join('\n')}\n` };
}
