// Compiles the numbering plans of libphonenumber-js (a development dependency) into src/validators/phone-metadata.ts:
// one automaton over digits that all calling codes share, so that a phone number is judged by table look-ups alone.
// Run by hand after an update of the package: node scripts/phone-tables.mjs [FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const metadata = require('libphonenumber-js/metadata.max.json');
const { version } = JSON.parse(readFileSync(new URL('../node_modules/libphonenumber-js/package.json', import.meta.url), 'utf8'));
const target = process.argv[2] ?? new URL('../src/validators/phone-metadata.ts', import.meta.url);

/** Places of the fields in the package's metadata arrays. */
const NATIONAL_PATTERN = 2;
const LENGTHS = 3;
const NATIONAL_PREFIX = 5;
const FORMATS = 4;
const TYPES = 11;
/** Places of the types: numbers that whoever calls does not pay, or pays more for, and those of a whole company. */
const SERVICE_TYPES = new Set([2, 3, 6, 9]);

/** Nodes that other nodes share: node 0 refuses everything. A node is [accepts, child of digit 0, …, child of digit 9]. */
const nodes = [[false, ...new Array(10).fill(0)]];
const nodeIds = new Map();

function intern(accepts, children) {
  if (!accepts && children.every((child) => child === 0)) return 0;
  const key = `${accepts}|${children.join(',')}`;
  const known = nodeIds.get(key);
  if (known !== undefined) return known;
  nodes.push([accepts, ...children]);
  nodeIds.set(key, nodes.length - 1);
  return nodes.length - 1;
}

/** Parses the subset of regular expressions that the metadata use; throws on anything else. */
function parse(pattern) {
  let at = 0;
  const alternation = () => {
    const options = [sequence()];
    while (pattern[at] === '|') {
      at++;
      options.push(sequence());
    }
    return { kind: 'any', options };
  };
  const sequence = () => {
    const items = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') items.push(repeated(atom()));
    return { kind: 'all', items };
  };
  const atom = () => {
    if (pattern.startsWith('(?:', at)) {
      at += 3;
      const inner = alternation();
      if (pattern[at++] !== ')') throw new Error(`unbalanced group in ${pattern}`);
      return inner;
    }
    if (pattern.startsWith('\\d', at)) {
      at += 2;
      return { kind: 'set', digits: 0x3ff };
    }
    if (pattern[at] === '[') {
      const end = pattern.indexOf(']', at);
      const body = pattern.slice(at + 1, end);
      if (!/^(?:\d(?:-\d)?)+$/.test(body)) throw new Error(`unexpected class [${body}]`);
      let digits = 0;
      for (const [, low, high = low] of body.matchAll(/(\d)(?:-(\d))?/g)) for (let d = +low; d <= +high; d++) digits |= 1 << d;
      at = end + 1;
      return { kind: 'set', digits };
    }
    if (/\d/.test(pattern[at])) return { kind: 'set', digits: 1 << +pattern[at++] };
    throw new Error(`unexpected ${pattern[at]} in ${pattern}`);
  };
  const repeated = (item) => {
    if (pattern[at] === '?') {
      at++;
      return { kind: 'times', item, min: 0, max: 1 };
    }
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(pattern.slice(at));
    if (!counts) return item;
    at += counts[0].length;
    return { kind: 'times', item, min: +counts[1], max: +(counts[2] ?? counts[1]) };
  };
  const tree = alternation();
  if (at !== pattern.length) throw new Error(`unexpected end of ${pattern}`);
  return tree;
}

/** Writes the tree as states of one list: `{ empty: [next…] }` or `{ digits, next }`; returns the first state. */
function build(tree, next, states) {
  switch (tree.kind) {
    case 'set':
      return states.push({ digits: tree.digits, next }) - 1;
    case 'all':
      return tree.items.reduceRight((after, item) => build(item, after, states), next);
    case 'any':
      return states.push({ empty: tree.options.map((option) => build(option, next, states)) }) - 1;
    case 'times': {
      let after = next;
      for (let i = tree.max; i > 0; i--) {
        const once = build(tree.item, after, states);
        after = i > tree.min ? states.push({ empty: [once, next] }) - 1 : once;
      }
      return after;
    }
    default:
      throw new Error(`unexpected ${tree.kind}`);
  }
}

/**
 * Root of the automaton that accepts what some plan accepts: its general pattern, and one of its types with that type's lengths.
 * With `ofServices`, of those only what is of a type of services and of no other.
 */
function compile(plans, ofServices = false) {
  const states = [{ accept: true }];
  const branches = [];
  for (const plan of plans) {
    const general = build(parse(plan[NATIONAL_PATTERN]), 0, states);
    const kinds = (plan[TYPES] ?? []).map((type, place) => ({ type, place })).filter(({ type }) => type?.[0]);
    if (kinds.length === 0) branches.push({ general, special: general, lengths: new Set(plan[LENGTHS]), isService: false });
    for (const { type, place } of kinds) {
      const lengths = new Set(type[1] ?? plan[LENGTHS]);
      branches.push({ general, special: build(parse(type[0]), 0, states), lengths, isService: SERVICE_TYPES.has(place) });
    }
  }
  const close = (ids) => {
    const seen = new Set();
    const visit = (id) => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const inner of states[id].empty ?? []) visit(inner);
    };
    for (const id of ids) visit(id);
    return [...seen].filter((id) => !states[id].empty).sort((a, b) => a - b);
  };
  const step = (ids, digit) => close(ids.filter((id) => states[id].digits & (1 << digit)).map((id) => states[id].next));
  const known = new Map();
  /** All branches run side by side; `length` digits have been read. */
  const walk = (sets, length) => {
    const live = sets.filter(({ general, special }) => general.length > 0 && special.length > 0);
    if (live.length === 0 || (ofServices && !live.some(({ branch }) => branches[branch].isService))) return 0;
    const key = `${length}|${live.map(({ branch, general, special }) => `${branch}:${general}:${special}`).join('|')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const ends = live
      .filter((set) => set.general.includes(0) && set.special.includes(0) && branches[set.branch].lengths.has(length))
      .map(({ branch }) => branches[branch].isService);
    const accepts = ends.length > 0 && (!ofServices || ends.every((isService) => isService));
    const children = Array.from({ length: 10 }, (_, digit) =>
      walk(
        live.map((set) => ({ branch: set.branch, general: step(set.general, digit), special: step(set.special, digit) })),
        length + 1,
      ),
    );
    const id = intern(accepts, children);
    known.set(key, id);
    return id;
  };
  return walk(
    branches.map(({ general, special }, branch) => ({ branch, general: close([general]), special: close([special]) })),
    0,
  );
}

const roots = {};
for (const [code, countries] of Object.entries(metadata.country_calling_codes)) {
  if (metadata.nonGeographic[code]) continue;
  if (code !== '1') roots[code] = compile(countries.map((country) => metadata.countries[country]));
}
for (const [code, plan] of Object.entries(metadata.nonGeographic)) roots[code] = compile([plan]);
const northAmerica = metadata.country_calling_codes[1];
roots[1] = compile(['US', 'CA'].map((country) => metadata.countries[country]));
const nanpElsewhere = compile(northAmerica.filter((c) => c !== 'US' && c !== 'CA').map((country) => metadata.countries[country]));

/** Calling codes and the countries that share them, those of North America as far as they have a sheet. */
const countriesOf = (code) => (code === '1' ? ['US', 'CA'] : metadata.country_calling_codes[code]);
const serviceRoots = {};
for (const code of Object.keys(metadata.country_calling_codes)) {
  if (metadata.nonGeographic[code]) continue;
  const root = compile(
    countriesOf(code).map((country) => metadata.countries[country]),
    true,
  );
  if (root !== 0) serviceRoots[code] = root;
}

/** Lengths of Germany's area codes, two to five digits, by what they begin with: its formats of two groups, the most exact expression of each. */
const areaCodes = metadata.countries.DE[FORMATS].flatMap(([pattern, , leading]) => {
  const length = /^\(\\d\{(\d)\}\)\(\\d\{\d,\d+\}\)$/.exec(pattern)?.[1];
  const beginning = leading.at(-1);
  if (length === undefined || /^[18]/.test(beginning)) return [];
  const line = `  [${length}, '${beginning}'],`;
  // As biome breaks it.
  return [line.length > 130 ? `  [\n    ${length},\n    '${beginning}',\n  ],` : line];
});

/** Calling codes whose first country dials 0 before its national numbers. */
const trunkZero = Object.entries(metadata.country_calling_codes)
  .filter(([, [country]]) => metadata.countries[country]?.[NATIONAL_PREFIX] === '0')
  .map(([code]) => code);

/** A node as numbers: for each distinct child, (digit mask × 2 + accepts of the child's parent) and the distance back to it. */
const numbers = [];
for (let id = 1; id < nodes.length; id++) {
  const [accepts, ...children] = nodes[id];
  const masks = new Map();
  children.forEach((child, digit) => {
    if (child !== 0) masks.set(child, (masks.get(child) ?? 0) | (1 << digit));
  });
  numbers.push(masks.size * 2 + (accepts ? 1 : 0));
  for (const [child, mask] of masks) numbers.push(mask, id - child);
}
const bytes = [];
for (let value of numbers) {
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
}
const packed = Buffer.from(bytes).toString('base64');
const lines = packed.match(/.{1,124}/g).map((line) => `  '${line}'`);
const linesOf = (byCode) => Object.entries(byCode).map(([code, root]) => `  '${code}': ${root},`);

writeFileSync(
  target,
  `/**
 * Numbering plans of all calling codes as one automaton over the digits of the national number.
 * Generated by scripts/phone-tables.mjs from the metadata of libphonenumber-js ${version} (Google libphonenumber, Apache-2.0); not edited by hand.
 */

/** Node count, node 0 included, which refuses everything. */
export const PHONE_NODE_COUNT = ${nodes.length};

/** First node of the plan of a calling code. \`1\` is the United States and Canada alone. */
export const PHONE_PLAN_ROOTS: Readonly<Record<string, number>> = {
${linesOf(roots).join('\n')}
};

/**
 * First node of the numbers of a calling code that are nobody's own: toll free, premium rate, shared cost, and those of a whole
 * company (UAN); as far as no person's number looks so.
 */
export const PHONE_SERVICE_ROOTS: Readonly<Record<string, number>> = {
${linesOf(serviceRoots).join('\n')}
};

/** Digits of Germany's area codes, without the 0, and the expression that their numbers begin with; the first that fits. */
export const GERMAN_AREA_CODES: readonly (readonly [length: number, beginning: string])[] = [
${areaCodes.join('\n')}
];

/** Calling codes of countries that dial 0 before their national numbers, and often keep it behind the code. */
export const TRUNK_ZERO_CODES: readonly number[] = [
${`${trunkZero.join(', ')},`
  .match(/.{1,127}(?:,|$)/g)
  .map((line) => `  ${line.trim()}`)
  .join('\n')}
];

/** First node of the North American plan's other members (calling code 1). */
export const NANP_ELSEWHERE_ROOT = ${nanpElsewhere};

/**
 * Nodes from 1 upward, base64 of LEB128 numbers: (distinct children × 2 + accepts), then for each distinct child the
 * mask of its digits and how many nodes back it lies. Children come before their parents.
 */
export const PHONE_NODES = [
${lines.join(',\n')},
].join('');
`,
);
process.stdout.write(`${nodes.length} nodes, ${bytes.length} bytes, ${Object.keys(roots).length} calling codes\n`);
