/**
 * The only join of sources, readers and engine: opens an item, finds its format, reads it, scans it, and says what was
 * found and what went wrong. One scanner is made per thread; its engine, memory and buffers serve all items.
 */
import type { ByteRange, ContentFormat, ItemFormat } from '../core/format.js';
import { ItemProblem } from '../core/problem.js';
import type { ItemResult, Problem } from '../core/result.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import type { DetectorSheet } from '../detectors/define.js';
import { createEngine } from '../engine/index.js';
import type { Engine, EngineCounters } from '../engine/types.js';
import { detectFormat, gunzip, type Head, openReader, splittable } from '../readers/index.js';
import type { ReadCounts, Reader } from '../readers/types.js';
import { openItem } from '../sources/index.js';
import { finishFindings, type RangeAggregate } from './aggregate.js';
import { Collector } from './collect.js';
import type { Control } from './control.js';
import { cutRanges } from './cut.js';
import { HEAD_BUFFER_BYTES, peek } from './head.js';
import { NamePrinter } from './print-names.js';
import { sheetsOf, type WorkerSettings } from './settings.js';

/** How a large item can be examined in parts. */
export interface Cuts {
  readonly format: ContentFormat;
  readonly stamp: string;
  readonly byteLength: number;
  readonly ranges: readonly ByteRange[];
}

/** An item's content: decompressed where it is stored so. */
interface Content {
  readonly source: ByteSource;
  readonly format: Exclude<ItemFormat, { readonly kind: 'gzip' }>;
}

export class ItemScanner {
  readonly engine: Engine;
  readonly #settings: WorkerSettings;
  readonly #collector: Collector;
  readonly #printer: NamePrinter;
  readonly #sheets: ReadonlyMap<string, DetectorSheet>;
  readonly #readers = new Map<ContentFormat['kind'], Reader>();
  readonly #head = new Uint8Array(HEAD_BUFFER_BYTES);

  /** @throws ConfigError where a sheet does not compile */
  constructor(settings: WorkerSettings) {
    const detectors = sheetsOf(settings);
    this.engine = createEngine({ detectors, regex: settings.regex });
    this.#settings = settings;
    this.#collector = new Collector(this.engine, settings);
    this.#printer = new NamePrinter(this.engine, settings);
    this.#sheets = new Map(detectors.map((sheet) => [sheet.id, sheet]));
  }

  /** Examines a whole item. What goes wrong with it is in the result. @throws only for bugs */
  async scan(item: ItemRef, control: Control): Promise<ItemResult> {
    let source: ByteSource;
    try {
      source = openItem(item);
    } catch (error) {
      return this.result(item, { bytesFound: item.byteLength ?? 0, problem: problemOf(error, 0) });
    }
    try {
      return await this.#scanOpen(item, source, control);
    } finally {
      source.close();
    }
  }

  /** How to cut an item into ranges of about `rangeBytes`; undefined where it is to be examined whole. */
  async probe(item: ItemRef, rangeBytes: number): Promise<Cuts | undefined> {
    let source: ByteSource;
    try {
      source = openItem(item);
    } catch (error) {
      if (error instanceof ItemProblem) return undefined;
      throw error;
    }
    try {
      const { bytes, isWhole } = await peek(source, this.#head);
      const format = detectFormat(bytes, isWhole, item.path);
      const { stamp, byteLength } = source;
      if (stamp === undefined || byteLength === undefined || !isContent(format)) return undefined;
      if (!splittable(format, source)) return undefined;
      const ranges = cutRanges(source, byteLength, rangeBytes);
      return ranges.length > 1 ? { format, stamp, byteLength, ranges } : undefined;
    } catch (error) {
      // Whatever is wrong with the item will be said when it is examined whole.
      if (error instanceof ItemProblem) return undefined;
      throw error;
    } finally {
      source.close();
    }
  }

  /** Examines one range. Its problem, if any, is in the aggregate. */
  async scanRange(
    part: { item: ItemRef; format: ContentFormat; range: ByteRange; stamp: string },
    control: Control,
  ): Promise<RangeAggregate> {
    const { item, format, range, stamp } = part;
    const counts = noCounts();
    let problem: Problem | undefined;
    this.#collector.reset();
    try {
      const source = openItem(item);
      try {
        if (source.stamp !== stamp) throw new ItemProblem('changed', 'was written to while it was read');
        await this.#read(source, format, { counts, range, control });
        source.verify?.();
      } finally {
        source.close();
      }
    } catch (error) {
      problem = problemOf(error, counts.bytesExamined);
    }
    const aggregate = this.#finish(counts, true);
    if (problem !== undefined) aggregate.problem = problem;
    const printPath = this.#printPath(item, aggregate.detectors.size > 0 || problem !== undefined);
    if (printPath !== undefined) aggregate.printPath = printPath;
    return aggregate;
  }

  /** The result of an item of which only this is known; its path is made printable. */
  result(item: ItemRef, known: { bytesFound: number; problem: Problem }): ItemResult {
    const { bytesFound, problem } = known;
    const bytesExamined = problem.bytesExamined;
    return { ...this.#pathOf(item, true), bytesFound, bytesExamined, degraded: 0, findings: [], problems: [problem] };
  }

  /** The result of an item that was examined in ranges. */
  rangedResult(item: ItemRef, byteLength: number, aggregate: RangeAggregate): ItemResult {
    const { path, pathBase64 } = item;
    return {
      path,
      ...(pathBase64 !== undefined && { pathBase64 }),
      ...(aggregate.printPath !== undefined && { printPath: aggregate.printPath }),
      bytesFound: byteLength,
      bytesExamined: aggregate.bytesExamined,
      degraded: aggregate.degraded,
      findings: finishFindings(aggregate, path, this.#sheets),
      problems: aggregate.problem ? [{ ...aggregate.problem, bytesExamined: aggregate.bytesExamined }] : [],
    };
  }

  /** A path as it may be printed, where a part of it has to be masked. */
  printPath(path: string): string | undefined {
    return this.#printer.print([path]).get(path);
  }

  counters(): EngineCounters {
    return { ...this.engine.counters };
  }

  async #scanOpen(item: ItemRef, source: ByteSource, control: Control): Promise<ItemResult> {
    const counts = noCounts();
    let problem: Problem | undefined;
    this.#collector.reset();
    try {
      const found = this.#contentOf(item, source);
      const { source: content, format } = found instanceof Promise ? await found : found;
      if (format.kind === 'skip') {
        const bytesFound = source.byteLength ?? 0;
        return {
          ...this.#pathOf(item, false),
          bytesFound,
          bytesExamined: 0,
          degraded: 0,
          findings: [],
          problems: [],
          skipped: format.skip,
        };
      }
      if (format.kind === 'unsupported') throw new ItemProblem('unsupported', `${format.what} is not read yet`);
      await this.#read(content, format, { counts, control });
      source.verify?.();
    } catch (error) {
      problem = problemOf(error, counts.bytesExamined);
    }
    const { bytesExamined } = counts;
    const aggregate = this.#finish(counts, false);
    return {
      ...this.#pathOf(item, aggregate.detectors.size > 0 || problem !== undefined),
      bytesFound: source.byteLength ?? bytesExamined,
      bytesExamined,
      degraded: counts.degraded,
      findings: finishFindings(aggregate, item.path, this.#sheets),
      problems: problem === undefined ? [] : [problem],
    };
  }

  /** Finds the format, through compression. */
  #contentOf(item: ItemRef, stored: ByteSource): Content | Promise<Content> {
    const peeked = peek(stored, this.#head);
    if (peeked instanceof Promise) return peeked.then((head) => this.#decompressed(item, head));
    const format = detectFormat(peeked.bytes, peeked.isWhole, item.path);
    return format.kind === 'gzip' ? this.#decompressed(item, peeked) : { source: peeked.source, format };
  }

  async #decompressed(item: ItemRef, first: Head): Promise<Content> {
    let head = first;
    let format = detectFormat(head.bytes, head.isWhole, item.path);
    for (let path = item.path; format.kind === 'gzip'; format = detectFormat(head.bytes, head.isWhole, path)) {
      path = path.replace(/\.t?gz$/i, '');
      head = await peek(gunzip(head.source), this.#head);
    }
    return { source: head.source, format };
  }

  async #read(
    source: ByteSource,
    format: ContentFormat,
    { counts, range, control }: { counts: ReadCounts; range?: ByteRange; control: Control },
  ): Promise<void> {
    const { memory, halo } = this.engine;
    const { blockBytes } = this.#settings;
    const read = this.#readers.get(format.kind) ?? (await this.#loadReader(format));
    const request = {
      source,
      format,
      memory,
      halo,
      counts,
      ...(range && { range }),
      ...(blockBytes !== undefined && { blockBytes }),
    };
    control.beat();
    for await (const segment of read(request)) {
      if (control.isStopped()) throw new ItemProblem('limit', 'the scan was interrupted while this was examined');
      this.#collector.scan(segment);
      control.beat();
    }
  }

  async #loadReader(format: ContentFormat): Promise<Reader> {
    const reader = await openReader(format);
    this.#readers.set(format.kind, reader);
    return reader;
  }

  #finish(counts: ReadCounts, isRange: boolean): RangeAggregate {
    const aggregate = this.#collector.finish(this.#printer, isRange);
    aggregate.bytesExamined = counts.bytesExamined;
    aggregate.newlines = counts.newlines;
    aggregate.records = counts.records;
    aggregate.degraded = counts.degraded;
    return aggregate;
  }

  #pathOf(item: ItemRef, isPrinted: boolean): Pick<ItemResult, 'path' | 'pathBase64' | 'printPath'> {
    const { path, pathBase64 } = item;
    const printPath = this.#printPath(item, isPrinted);
    return { path, ...(pathBase64 !== undefined && { pathBase64 }), ...(printPath !== undefined && { printPath }) };
  }

  #printPath(item: ItemRef, isPrinted: boolean): string | undefined {
    return isPrinted ? this.printPath(item.path) : undefined;
  }
}

/** @throws the error itself where it is no problem of the item but a bug */
function problemOf(error: unknown, bytesExamined: number): Problem {
  if (!(error instanceof ItemProblem)) throw error;
  return { code: error.code, detail: error.message, bytesExamined };
}

function isContent(format: ItemFormat): format is ContentFormat {
  return format.kind !== 'gzip' && format.kind !== 'skip' && format.kind !== 'unsupported';
}

function noCounts(): ReadCounts {
  return { bytesExamined: 0, bytesDecoded: 0, newlines: 0, records: 0, degraded: 0 };
}
