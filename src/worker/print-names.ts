/**
 * Names that will be printed (paths, columns, keys) may be sensitive themselves: `536-90-4399.pdf`. They are scanned as
 * values, and what would be reported of them is masked, with a tag by which masked names stay apart.
 */
import { nameTag, shortNameTag } from '../core/fingerprint.js';
import { previewOf } from '../core/mask.js';
import type { Confidence } from '../core/result.js';
import { type Location, type NameList, placeNames, type Segment } from '../core/segment.js';
import { CATALOGUE } from '../detectors/index.js';
import { createEngine } from '../engine/index.js';
import type { Engine, Hit } from '../engine/types.js';
import { atLeast, severityFor } from './aggregate.js';
import type { WorkerSettings } from './settings.js';

/** Names of columns are compared and printed up to this many characters. */
const NAME_LENGTH = 1000;
/** Bytes of names that are scanned at a time. */
const SCAN_BYTES = 64 * 1024;
/** A name is cut behind that many UTF-16 units, three bytes each at most: one name always fits. */
const MOST_CHARACTERS = 20_000;
/** Values that are scanned at a time. */
const SCAN_VALUES = 1024;
/** Bytes of an entry in all four columns of their table. */
const ENTRY_BYTES = 13;
/** Bytes behind the names that the engine may look at or write to. */
const SCAN_SLACK = 4096;
/** Stands between the names on the path to a field while they are scanned: no value reaches over it. */
const FIELD_SEPARATOR = '\0';
/** How a byte that is not UTF-8 is written. Its letters are no part of the name: they must not hide where a value begins. */
const ESCAPED_BYTE = /\\x[0-9A-F]{2}/g;
/** A value in groups: a separator between letters or digits. A slash between letters separates folders. */
const GROUPS = /^[^/]*[0-9A-Za-z][ .-][0-9A-Za-z][^/]*$|^[\d./-]*\d[./-]\d/;
/** Names that are remembered; hostile data makes up new ones without end. */
const MOST_KNOWN = 10_000;
/** In a longer value, the engine takes no keyword from the place's name. */
const SHORT_NAME = 256;

const NO_WORDS: NameList = [];
/** A keyword of each detector of severity `high`, as if the place where a name stands were called so. */
let severeWords: NameList | undefined;
/** One function each, because the engine keeps what it found out about names as long as the function is the same. */
const noWords = (): NameList => NO_WORDS;
const allWords = (): NameList => {
  severeWords ??= CATALOGUE.filter((sheet) => severityFor(sheet, 1) === 'high').flatMap(({ keywords }) =>
    keywords.words.slice(0, 1),
  );
  return severeWords;
};

/** Name of a column or field by the names on the path to it, to be given to `NamePrinter.print`. What else a value is called is no part of it. */
export function columnNameOf(names: NameList): string {
  return placeNames(names).join(FIELD_SEPARATOR);
}

/** A column's name as it is shown, from its printable form. */
export function shownColumnName(printable: string): string {
  return printable.slice(0, NAME_LENGTH).replaceAll(FIELD_SEPARATOR, '.');
}

/** The names that a location shows. A field path is scanned as a whole: it may end in a key that is a value. */
export function namesIn({ sheet, columnName, jsonPath, part, member, innerPath }: Location): string[] {
  return [sheet, columnName, jsonPath, part, member, innerPath].filter((name) => name !== undefined);
}

/** A location whose names are printable. */
export function maskLocation(location: Location, printable: ReadonlyMap<string, string>): Location {
  const { sheet, columnName, jsonPath, part, member, innerPath } = location;
  return {
    ...location,
    ...(sheet !== undefined && { sheet: printable.get(sheet) ?? sheet }),
    ...(columnName !== undefined && { columnName: printable.get(columnName) ?? columnName }),
    ...(jsonPath !== undefined && { jsonPath: printable.get(jsonPath) ?? jsonPath }),
    ...(part !== undefined && { part: printable.get(part) ?? part }),
    ...(member !== undefined && { member: printable.get(member) ?? member }),
    ...(innerPath !== undefined && { innerPath: printable.get(innerPath) ?? innerPath }),
  };
}

/** A part of a name, `[start, end)` in bytes. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** A name and the parts of it that are masked. */
interface Name {
  readonly text: string;
  /** Of the text, or of its beginning. */
  readonly bytes: Buffer;
  readonly hits: Part[];
  /** Among the values in it is one of a kind with few values. */
  isGuessable: boolean;
}

export class NamePrinter {
  readonly #settings: WorkerSettings;
  #engine: Engine | undefined;
  /** Names looked at before, with their printable form where they have one: thousands of files have the same columns. */
  readonly #known = new Map<string, string | undefined>();

  /** @param engine the one that scans the items; it serves names, too, where all detectors are enabled */
  constructor(engine: Engine, settings: WorkerSettings) {
    this.#settings = settings;
    // Users' own stand behind the catalogue.
    if (CATALOGUE.every((sheet, i) => engine.detectors[i] === sheet)) this.#engine = engine;
  }

  /**
   * Printable form of those names that have to be masked. Overwrites the engine's block memory.
   * Which detectors are enabled makes no difference: who looks for e-mail addresses does not want card numbers in a log.
   */
  print(names: Iterable<string>): ReadonlyMap<string, string> {
    const printable = new Map<string, string>();
    let batch: Name[] = [];
    let used = 0;
    const flush = (): void => {
      this.#scan(batch);
      for (const name of batch) {
        const isMasked = name.hits.length > 0 || name.text.length > MOST_CHARACTERS;
        const form = isMasked ? mask(name, nameTag(name.text)) : undefined;
        if (form !== undefined) printable.set(name.text, form);
        if (name.text.length <= NAME_LENGTH) this.#remember(name.text, form);
      }
      batch = [];
      used = 0;
    };
    for (const text of new Set(names)) {
      const known = this.#known.get(text);
      if (known !== undefined) printable.set(text, known);
      if (known !== undefined || this.#known.has(text)) continue;
      const bytes = Buffer.from(text.slice(0, MOST_CHARACTERS), 'utf8');
      if (used + bytes.length + 1 > SCAN_BYTES || batch.length === SCAN_VALUES) flush();
      batch.push({ text, bytes, hits: [], isGuessable: false });
      used += bytes.length + 1;
    }
    flush();
    return printable;
  }

  /** As `print`, while a segment lies in the engine's memory: that is as it was when this returns. */
  printAside(names: Iterable<string>): ReadonlyMap<string, string> {
    const { memory: block } = this.#loadEngine();
    const { bytes, memory, tablesAt } = block;
    const inUse = [
      bytes.subarray(0, Math.min(bytes.length, SCAN_BYTES + SCAN_SLACK)),
      new Uint8Array(memory.buffer, tablesAt, SCAN_VALUES * ENTRY_BYTES),
    ];
    const before = inUse.map((part) => part.slice());
    try {
      return this.print(names);
    } finally {
      for (const [index, part] of inUse.entries()) part.set(before[index]!);
    }
  }

  /**
   * The name as a baseline keeps it, or undefined where nothing is masked. It stays in a repository beside reports: of the name's
   * hash it shows 16 bits, and none where a value of a kind with few values could be found out by them.
   */
  baselinePath(text: string): string | undefined {
    const name: Name = { text, bytes: Buffer.from(text.slice(0, MOST_CHARACTERS), 'utf8'), hits: [], isGuessable: false };
    this.#scan([name], 'medium');
    if (name.hits.length === 0) return undefined;
    return mask(name, name.isGuessable ? '' : shortNameTag(text));
  }

  #remember(text: string, form: string | undefined): void {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(text, form);
  }

  /** Notes what is to be masked in each name. */
  #scan(names: readonly Name[], least: Confidence = this.#settings.minConfidence === 'low' ? 'low' : 'medium'): void {
    if (names.length === 0) return;
    this.#scanParts(
      names.map((name) => ({ name, part: { start: 0, end: name.bytes.length } })),
      noWords,
      (hit) => atLeast(hit.confidence, least),
    );
    // A name gives little room for a keyword. There a value that is written in its groups is as telling as one with keyword.
    const parts = names.flatMap((name) => partsOf(name).map((part) => ({ name, part })));
    for (let from = 0; from < parts.length; from += SCAN_VALUES) {
      this.#scanParts(parts.slice(from, from + SCAN_VALUES), allWords, (hit) => this.#isHigh(hit) && isGrouped(hit));
    }
  }

  /** Scans parts of names as values of one segment, one line each. */
  #scanParts(
    parts: readonly { readonly name: Name; readonly part: Part }[],
    words: () => NameList,
    isMasked: (hit: Hit) => boolean,
  ): void {
    const engine = this.#loadEngine();
    const { starts, ends, names, flags } = tablesOf(engine, parts.length);
    let at = 0;
    for (const [index, { name, part }] of parts.entries()) {
      const bytes = withoutEscapes(name.bytes.subarray(part.start, part.end));
      engine.memory.bytes.set(bytes, at);
      starts[index] = at;
      ends[index] = at + bytes.length;
      at += bytes.length;
      engine.memory.bytes[at++] = 0x0a;
    }
    const segment: Segment = {
      shape: 'record',
      spanSpace: 'value',
      length: at,
      base: 0,
      ownStart: 0,
      ownEnd: at,
      isFirst: true,
      isLast: true,
      values: { count: parts.length, starts, ends, names, flags },
      names: words,
      locate: () => ({ line: 1, column: 1, location: {} }),
    };
    engine.scan(segment, (hit) => {
      if (!isMasked(hit)) return;
      const { name, part } = parts[hit.value]!;
      const shift = part.start - starts[hit.value]!;
      name.hits.push({ start: hit.start + shift, end: hit.end + shift });
      if (this.#loadEngine().detectors[hit.detector]!.space === 'small') name.isGuessable = true;
    });
  }

  #loadEngine(): Engine {
    this.#engine ??= createEngine({ detectors: CATALOGUE, regex: this.#settings.regex });
    return this.#engine;
  }

  #isHigh(hit: Hit): boolean {
    return severityFor(this.#loadEngine().detectors[hit.detector]!, 1) === 'high';
  }
}

/** The name itself, or where it is long, what stands between its slashes; nothing where no digit is in it. */
function partsOf({ text, bytes }: Name): Part[] {
  if (!/\p{Nd}/u.test(text)) return [];
  if (text.length <= SHORT_NAME) return [{ start: 0, end: bytes.length }];
  const parts: Part[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const slash = bytes.subarray(start).findIndex((byte) => byte === 0x2f || byte === 0);
    const end = slash < 0 ? bytes.length : start + slash;
    if (end > start) parts.push({ start, end });
    start = end + 1;
  }
  return parts;
}

function isGrouped({ bytes, at, to }: Hit): boolean {
  return GROUPS.test(Buffer.from(bytes.subarray(at, to)).toString('latin1'));
}

/** As many bytes, with nothing in place of each `\xHH`. */
function withoutEscapes(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(ESCAPED_BYTE, '\0\0\0\0'), 'latin1');
}

/** Columns of a value table; like a reader's, they lie in the region for tables. */
function tablesOf({ memory: block }: Engine, count: number) {
  const { memory, tablesAt } = block;
  const column = (index: number): Uint32Array => new Uint32Array(memory.buffer, tablesAt + index * 4 * SCAN_VALUES, count);
  const flags = new Uint8Array(memory.buffer, tablesAt + 3 * 4 * SCAN_VALUES, count).fill(0);
  return { starts: column(0), ends: column(1), names: column(2).fill(0), flags };
}

/** The name with the shape of each value in place of it, and after the first the name's tag. Overlapping values are masked as one. */
function mask({ bytes, hits }: Name, tag: string): string {
  let shown = '';
  let done = 0;
  const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const [index, { start, end }] of sorted.entries()) {
    if (end <= done) continue;
    shown += bytes.toString('utf8', done, start) + previewOf(bytes, Math.max(start, done), end);
    if (index === 0 && tag !== '') shown += `~${tag}`;
    done = end;
  }
  return shown + bytes.toString('utf8', done);
}
