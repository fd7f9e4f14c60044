/** Tells JSON documents and JSON lines from text by their first characters. */

/** Extensions that say JSON lines; a hint where one line alone is seen. */
const LINES = new Set(['jsonl', 'ndjson', 'jsonlines']);
/** Extensions that say JSON: a document with an error in its head is still one. */
const DOCUMENT = new Set(['json', 'geojson', 'ipynb']);
/** Lines looked at. */
const MAX_LINES = 50;
/** Share of lines that must parse. */
const LINE_SHARE = 0.8;

/** Characters in which the first cell of a notebook begins. */
const FIRST_CELL = 4096;

/** The kind of JSON, or undefined for other text. `whole` as for `detectFormat`. */
export function detectJson(head: string, whole: boolean, extension: string): 'json' | 'jsonl' | undefined {
  const first = head.trimStart()[0];
  const isHinted = LINES.has(extension);
  if (first !== '{' && first !== '[' && !isHinted) return undefined;
  const lines = head.split('\n', MAX_LINES + 1);
  if (lines.length > MAX_LINES || !whole) lines.pop();
  const seen = lines.filter((line) => line.trim() !== '');
  const parsed = seen.filter(isRecord).length;
  if (parsed > 0 && parsed >= seen.length * (isHinted ? 0.5 : LINE_SHARE)) {
    if (seen.length > 1 || !whole || isHinted) return 'jsonl';
    return 'json';
  }
  if (first !== '{' && first !== '[') return undefined;
  if (isHinted && seen.length === 0) return 'jsonl';
  return DOCUMENT.has(extension) || isPrefix(head) ? 'json' : undefined;
}

/** Whether a JSON document is a Jupyter notebook: by its name, or by the first keys that one has. */
export function isNotebook(head: string, extension: string): boolean {
  return extension === 'ipynb' || /^\s*\{\s*"cells"\s*:\s*\[\s*\{[\s\S]*?"cell_type"\s*:/.test(head.slice(0, FIRST_CELL));
}

function isRecord(line: string): boolean {
  const first = line.trimStart()[0];
  if (first !== '{' && first !== '[') return false;
  try {
    JSON.parse(line);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const TOKEN = /\s*(?:([{}[\]:,])|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null|NaN|-?Infinity))/suy;

/** What the end of the head leaves of a string or a word. */
const CUT = /^\s*(?:"(?:[^"\\]|\\.)*\\?|-|tr?u?|fa?l?s?|nu?l?|Na?|-?In?f?i?n?i?t?)?$/su;

/** Whether the text is the beginning of JSON values: it parses up to its end, or to a token that the end cuts. */
function isPrefix(head: string): boolean {
  const open: string[] = [];
  let expected: 'value' | 'key' | 'colon' | 'comma' = 'value';
  TOKEN.lastIndex = 0;
  for (let seen = 0; ; seen++) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(head);
    // Strings and words may be cut by the end of the head; anything else is an error.
    if (!token) return seen > 1 && CUT.test(head.slice(at));
    const [, mark, string] = token;
    if (mark === '{' || mark === '[') {
      if (expected !== 'value') return false;
      open.push(mark);
      expected = mark === '{' ? 'key' : 'value';
    } else if (mark === '}' || mark === ']') {
      if (open.pop() !== (mark === '}' ? '{' : '[')) return false;
      expected = open.length > 0 ? 'comma' : 'value';
    } else if (mark === ':') {
      if (expected !== 'colon') return false;
      expected = 'value';
    } else if (mark === ',') {
      if (expected !== 'comma') return false;
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected === 'key') {
      if (!string) return false;
      expected = 'colon';
    } else if (expected === 'value' && open.length > 0) {
      expected = 'comma';
    } else {
      return false;
    }
  }
}
