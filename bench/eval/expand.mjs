/**
 * Makes a case into files: slots become values from the pools, escaped for the shape, and their places are noted as
 * labels. A label can so never point beside its value, whatever the format around it.
 */
import { Random } from '../random.mjs';
import { SNIPPETS } from './cases.mjs';
import { quoteMixedCells } from './csv-cells.mjs';
import { escapeFor } from './escape.mjs';
import { negative } from './negatives.mjs';

/**
 * Ground truth at a place. The first of `ids` is what the value is; the others are right as well.
 * @typedef {{
 *   ids: string[], kind: 'label' | 'optional' | 'negative', start: number, end: number, line: number, value: string
 * }} Label spans in bytes of the text as UTF-8, half-open; `line` from 1; `value` before it was escaped
 */

/** A hostile kind in small letters, or ids in capitals; so `{{ name }}` and `{{name}}` of other template languages are content. */
const SLOT = /\{\{(?:(-)([a-z][a-z0-9-]*)|(\??)([A-Z][A-Z0-9_()]*(?:\|[A-Z][A-Z0-9_()]*)*))\}\}/g;
const REPEAT = /\{\{#(\d+)\}\}(\n?)([\s\S]*?)\{\{\/\}\}/g;
const MARK = /⟦(\??)([A-Z][\w()|]*):([^⟧]*)⟧/g;

/**
 * The files of a case: of a template with slots `times`, each with other values, the same ones whatever other cases there are; of a
 * snippet, and of a template whose values are all written in it, one.
 * @param {import('./cases.mjs').Case} item
 * @param {{ pools: ReadonlyMap<string, readonly string[]>, times: number }} options
 * @returns {Generator<{ text: string, labels: Label[], missing: Set<string> }>}
 * @throws where a mark is not closed or names no id, and where {@link expandCase} throws
 */
export function* filesOf(item, { pools, times }) {
  // In a snippet of another's file braces are content.
  if (item.part === SNIPPETS || item.content.search(SLOT) === -1) yield readMarked(item);
  else
    for (let time = 0; time < times; time++)
      yield expandCase(item, { pools, random: new Random(`eval ${item.part} ${item.name} ${time}`) });
}

/**
 * @param {import('./cases.mjs').Case} item a template
 * @param {{ pools: ReadonlyMap<string, readonly string[]>, random: import('../random.mjs').Random }} sources
 * @returns {{ text: string, labels: Label[], missing: Set<string> }} `missing`: ids without values, whose slots are left empty
 * @throws where a slot means nothing or a repetition is not closed
 */
export function expandCase(item, { pools, random }) {
  const cells = item.shape === 'csv' ? quoteMixedCells(item.content) : item.content;
  const template = cells.replace(REPEAT, repeated);
  if (/\{\{[#/]/.test(template)) throw new Error(`${item.part}/${item.name}: a repetition is not closed, or lies in another`);
  const missing = new Set();
  const draw = drawer(pools, random);
  const fill = (sign, ids) => {
    if (sign === '-') return negative(ids[0], random);
    const value = draw(ids[0]);
    if (value === undefined) missing.add(ids[0]);
    return value ?? '';
  };
  const out = new Text();
  let at = 0;
  for (const match of template.matchAll(SLOT)) {
    const [slot] = match;
    const { sign, ids } = partsOf(match);
    addMarked(out, template.slice(at, match.index));
    at = match.index + slot.length;
    const place = { shape: item.shape, fileName: item.fileName, before: out.lineBefore };
    try {
      const value = fill(sign, ids);
      if (value !== '') out.addValue(value, escapeFor(value, place), { ids, kind: kindOf(sign) });
    } catch (error) {
      throw new Error(`${item.part}/${item.name}: slot ${slot}: ${error.message}`);
    }
  }
  addMarked(out, template.slice(at));
  return { ...unmarked(out.result(), item), missing };
}

/** A case whose values are written down, without its marks. @param {import('./cases.mjs').Case} item @returns {{ text: string, labels: Label[], missing: Set<string> }} */
export function readMarked(item) {
  const out = new Text();
  addMarked(out, item.content);
  return { ...unmarked(out.result(), item), missing: new Set() };
}

/** Adds text whose marks become labels: values that stand there as they are, in templates beside slots. */
function addMarked(out, content) {
  let at = 0;
  for (const match of content.matchAll(MARK)) {
    out.add(content.slice(at, match.index));
    at = match.index + match[0].length;
    const plain = { lead: '', text: match[3], tail: '' };
    out.addValue(match[3], plain, { ids: match[2].split('|'), kind: kindOf(match[1]) });
  }
  out.add(content.slice(at));
}

function unmarked(result, item) {
  if (/[⟦⟧]/.test(result.text)) throw new Error(`${item.part}/${item.name}: a mark is not ⟦ID:value⟧`);
  return result;
}

/** Ids that a case names as labels, those that are also right left out. @param {import('./cases.mjs').Case} item @returns {string[]} */
export function labelledIds(item) {
  const slots = [...item.content.matchAll(SLOT)].map(partsOf);
  const marks = [...item.content.matchAll(MARK)].map(([, sign, ids]) => ({ sign, ids: ids.split('|') }));
  return [...slots, ...marks].filter(({ sign }) => sign === '').map(({ ids }) => ids[0]);
}

/** @returns {{ sign: '' | '-' | '?', ids: string[] }} */
function partsOf([, minus, kind, question, ids]) {
  return minus === undefined ? { sign: question, ids: ids.split('|') } : { sign: '-', ids: [kind] };
}

function kindOf(sign) {
  if (sign === '-') return 'negative';
  return sign === '?' ? 'optional' : 'label';
}

function repeated(_all, times, newline, body) {
  // Marks on lines of their own are no lines of the file.
  const part = newline === '' ? body : body.replace(/\n$/, '');
  const separator = newline === '' ? '' : '\n';
  return Array.from({ length: Number(times) }, () => part).join(separator);
}

/** Draws from each pool without repeating a value until all were drawn. */
function drawer(pools, random) {
  const left = new Map();
  return (id) => {
    const pool = pools.get(id);
    if (pool === undefined) return undefined;
    if (!left.get(id)?.length) left.set(id, [...pool]);
    const values = left.get(id);
    return values.splice(random.int(values.length), 1)[0];
  };
}

/** Text that grows, with the places of what is labelled in it. */
class Text {
  #text = '';
  #bytes = 0;
  #line = 1;
  #labels = [];

  /** What the last line holds so far. */
  get lineBefore() {
    return this.#text.slice(this.#text.lastIndexOf('\n') + 1);
  }

  add(text) {
    this.#text += text;
    this.#bytes += Buffer.byteLength(text);
    this.#line += text.split('\n').length - 1;
  }

  addValue(value, { lead, text, tail }, { ids, kind }) {
    this.add(lead);
    const [start, line] = [this.#bytes, this.#line];
    this.add(text);
    this.#labels.push({ ids, kind, start, end: this.#bytes, line, value });
    this.add(tail);
  }

  result() {
    return { text: this.#text, labels: this.#labels };
  }
}
