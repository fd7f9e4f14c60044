/**
 * Makes text that is hard on an engine: valid values of every form with their companions and keywords, near misses,
 * separators, escapes and letters of many scripts. Values come from the sheets' examples, changed so that they stay valid.
 */
import type { DetectorSheet, FormSpec } from '../../src/detectors/define.js';
import { type Node, parsePattern } from '../../src/engine/pattern.js';
import type { RegexEngine, Sticky } from '../../src/engine/re2.js';
import { exampleValues } from './examples.js';
import { createRandom, type Random } from './random.js';

/** One form of one sheet, with example values that it matches whole, and its pattern as a tree to make more. */
export interface FormSource {
  readonly sheet: DetectorSheet;
  readonly detector: number;
  readonly form: number;
  readonly spec: FormSpec;
  readonly sticky: Sticky;
  readonly node: Node;
  /** What stands before the value, where the form says so. */
  readonly before: Node | undefined;
  readonly values: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Every form with its example values; a form without any has one that is made from its pattern. */
export function formSources(detectors: readonly DetectorSheet[], regex: RegexEngine): FormSource[] {
  const random = createRandom(0);
  return detectors.flatMap((sheet, detector) => {
    const examples = exampleValues(sheet);
    return sheet.forms.map((form, index) => {
      const spec: FormSpec = typeof form === 'string' ? { pattern: form } : form;
      const bare = {
        sheet,
        detector,
        form: index,
        spec,
        sticky: regex.compile(spec.pattern),
        node: parsePattern(spec.pattern),
        before: spec.before === undefined ? undefined : parsePattern(spec.before),
        values: [],
      };
      const values = examples.filter((value) => accepts(bare, value));
      return { ...bare, values: values.length > 0 ? values : made(random, bare, 2000) };
    });
  });
}

/** A value made from the pattern that the form accepts, in a list, or none after so many attempts. */
function made(random: Random, source: FormSource, attempts: number): string[] {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const value = decoder.decode(Uint8Array.from(generate(random, source.node)));
    if (accepts(source, value)) return [value];
  }
  return [];
}

/** Most rounds of a repeat beyond its least. */
const MORE_ROUNDS = 12;

/** Bytes that a pattern matches. */
function generate(random: Random, node: Node): number[] {
  switch (node.kind) {
    case 'bytes': {
      const [low, high] = random.pick(node.ranges);
      return [low + random.integer(high - low + 1)];
    }
    case 'cat':
      return node.parts.flatMap((part) => generate(random, part));
    case 'alt':
      return generate(random, random.pick(node.parts));
    case 'repeat': {
      const rounds = node.min + random.integer(Math.min(node.max - node.min, MORE_ROUNDS) + 1);
      return Array.from({ length: rounds }, () => generate(random, node.part)).flat();
    }
  }
}

/** Whether the form matches `value` whole and its validator does not refuse it. */
export function accepts({ sheet, spec, sticky }: FormSource, value: string): boolean {
  const bytes = encoder.encode(value);
  if (sticky.matchAt(bytes, 0, bytes.length) !== bytes.length) return false;
  return (spec.validator ?? sheet.validator)?.(bytes, 0, bytes.length) !== 'invalid';
}

const classes = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'];

/** The text with one to three digits or letters replaced by others of their class. */
export function mutate(random: Random, value: string): string {
  const parts = Array.from(value);
  for (let times = 1 + random.integer(3); times > 0; times--) {
    const at = random.integer(parts.length);
    const others = classes.find((letters) => letters.includes(parts[at]!));
    if (others !== undefined) parts[at] = random.pick(Array.from(others));
  }
  return parts.join('');
}

/** How often a change is tried; a check by 97 lets one in 97 through. */
const ATTEMPTS = 40;

/** A value that the form accepts: a changed example, one made from the pattern, else the example itself. */
export function validValue(random: Random, source: FormSource): string {
  if (random.chance(0.3)) {
    const [value] = made(random, source, 3);
    if (value !== undefined) return value;
  }
  const seed = random.pick(source.values);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const changed = attempt === 0 && random.chance(0.1) ? seed.replace(/s/i, 'ſ').replace(/k/i, '\u212a') : mutate(random, seed);
    if (changed !== seed && accepts(source, changed)) return changed;
  }
  return seed;
}

/** Something that looks like a value and mostly is none. */
export function nearMiss(random: Random, source: FormSource): string {
  const value = random.pick(source.values);
  const cut = Array.from(value);
  const at = random.integer(cut.length);
  switch (random.integer(6)) {
    case 0:
      return cut.slice(0, -1).join('');
    case 1:
      return value + random.pick(['0', 'x', '_', '-', '.', '.5', 'é', '=', '/']);
    case 2:
      return random.pick(['0', 'x', '_', '-', '.', '5.', 'é', '+', '@']) + value;
    case 3:
      return [...cut.slice(0, at), random.pick([' ', '-', '.', '\n', 'ſ', '\u212a']), ...cut.slice(at + 1)].join('');
    case 4:
      return random.chance(0.5) ? value.toLowerCase() : value.toUpperCase();
    default:
      return mutate(random, value);
  }
}

/** What stands before a number in real data: a date, an index, a phone. */
export const BEFORE = ['2024-03-15', '15/03/2024', '17', '3.', '+49 30 901820', '(212) 555-0142'];
/** What stands after one: an expiry, a verification code, another number. */
export const AFTER = ['12/27', '08/2029', '123', '4711', '100.50', '4111111111111111'];
export const SEPARATORS = [' ', '\t', ',', '-'];

const between = [
  ' ',
  ' ',
  ', ',
  '\n',
  '\r\n',
  '/',
  '"',
  "'",
  ': ',
  '=',
  ' | ',
  ';',
  '.',
  '. ',
  '_',
  '(',
  ')',
  '\u00a0',
  '\u2013',
  '>',
  '\0',
];
const letters = [
  'é',
  'ß',
  'Ж',
  'ж',
  '日本',
  'カナ',
  '😀',
  'e\u0301',
  'ſ',
  '\u212a',
  'ก',
  '한',
  'Σ',
  'x',
  'Q',
  '\\n',
  '\\t',
  'x\\\\r',
  '.\\n',
  '\\',
  '\\u00e9',
  '&#10;',
  '""',
];

/** The keyword as people write it: any case, composed or not, its spaces joined, sometimes inside a longer word. */
export function spell(random: Random, word: string): string {
  let text = word;
  if (random.chance(0.4)) text = random.pick([text.toUpperCase(), text.toLowerCase(), text[0]!.toUpperCase() + text.slice(1)]);
  if (random.chance(0.3)) text = text.normalize(random.pick(['NFC', 'NFD']));
  if (random.chance(0.4)) text = text.replaceAll(' ', random.pick(['', '_', '-', ' ', '  ']));
  if (random.chance(0.1)) text = random.pick(['s', '_', 'é', '1', 'ж', '番', 'e\u0301']) + text;
  if (random.chance(0.1)) text += random.pick(['s', '_', 'é', '1', 'ж', '番', '\u0301', '#']);
  return text;
}

/** Characters between keyword and value: close, or around the limit of the sheet's distance. */
export function gap(random: Random, distance: number): string {
  if (random.chance(0.8)) return random.pick([': ', ' ', '=', ' # ', '":"', '\t', ' is ', ',']);
  const length = Math.max(1, distance - 2 + random.integer(5));
  const filler = random.pick(['.', '.', ' ', 'é', '日', '😀']);
  return ' ' + filler.repeat(length - 1);
}

/** Whether the validator refuses the value where nothing stands before it: it looks there for a street, or for the number's name. */
function asksForLead({ sheet, spec }: FormSource, value: string): boolean {
  const bytes = encoder.encode(value);
  const validator = spec.validator ?? sheet.validator;
  if (validator === undefined || validator(bytes, 0, bytes.length) === 'invalid') return false;
  return validator(bytes, 0, bytes.length, { start: 0, end: bytes.length }) === 'invalid';
}

/** What stands before the values of a sheet whose check looks there: of one that has the keyword, else a street. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  ein: ['EIN ', 'Fein: ', 'federal tax_id #'],
  telephone: ['Tel. ', 'mobile: ', 'phone no. '],
  'connection string': ['app:', ' app/', '"app:'],
  生年月日: ['昭和', '大正 ', '平成', '令和'],
};
const STREETS = ['Elm 4, ', 'Via Po 12b,', 'Hauptweg 7\n'];

/** The text with a name, a label or a street before it, if the form asks for one, and what may end it behind. */
export function written(random: Random, source: FormSource, value: string): string {
  const { before, spec, sheet } = source;
  if (asksForLead(source, value)) {
    if (random.chance(0.1)) return value;
    // The host of a password file's line, and the fields behind it.
    if (before !== undefined) return `\nlocalhost:${decoder.decode(Uint8Array.from(generate(random, before)))}${value}\n`;
    const keyword = Object.keys(LEADS).find((word) => sheet.keywords.words.includes(word));
    return random.pick(keyword === undefined ? STREETS : LEADS[keyword]!) + value;
  }
  if (before === undefined || random.chance(0.05)) return value;
  const inside = spec.boundary === 'none' && random.chance(0.8) ? 'db' : '';
  const name = inside + decoder.decode(Uint8Array.from(generate(random, before)));
  const quote = /["'`]$/.exec(name)?.[0] ?? '';
  return name + value + (random.chance(0.9) ? quote : '') + random.pick(['', '', ';', ' ', '\n', ',', ')']);
}

/** A value of the form in a line of text, mostly with one of its keywords near it. */
export function passage(random: Random, source: FormSource): string {
  const { words, distance = 30 } = source.sheet.keywords;
  const mode = source.spec.keywordMode ?? source.sheet.keywords.mode;
  const value = written(random, source, random.chance(0.85) ? validValue(random, source) : nearMiss(random, source));
  let text = value;
  const separator = () => (random.chance(0.6) ? random.pick(SEPARATORS) : random.pick(between));
  if (random.chance(0.35)) text += separator() + random.pick(AFTER);
  if (random.chance(0.25)) text = random.pick(BEFORE) + separator() + text;
  if (words.length > 0 && random.chance(mode === 'required' ? 0.95 : mode === 'absent' ? 0.1 : 0.5)) {
    const word = spell(random, random.pick(words));
    text = random.chance(0.7) ? word + gap(random, distance) + text : text + gap(random, distance) + word;
  }
  if (random.chance(0.2)) text = random.pick(letters) + random.pick(['', ' ']) + text;
  if (random.chance(0.2)) text += random.pick(['', ' ']) + random.pick(letters);
  // An absent keyword must stay absent: a line of dots keeps the neighbours' words out of reach.
  const rest = mode === 'absent' || random.chance(0.3) ? ` ${'.'.repeat(random.integer(3) * 20)}` : '';
  return text + rest + random.pick(['\n', '\n', ' ', '\r\n', ', ']);
}
