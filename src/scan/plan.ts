/**
 * Turns a listing into tasks: small items in batches, large ones alone, in the order of the listing. Holds tasks back
 * until it is known whether there is enough to do for workers to be worth starting.
 */
import type { ItemPath, ItemResult } from '../core/result.js';
import type { ItemRef } from '../core/source.js';
import type { Listed } from '../sources/index.js';
import type { Executor } from './execute.js';
import { withMembers } from './members.js';
import type { ScanLimits } from './options.js';

/** A result, and whether it is one of an item (and not of a place that could not be listed). */
export interface Done {
  readonly result: ItemResult;
  readonly isItem: boolean;
}

/** Entries held back at most: many empty files are examined as they come. */
const MOST_HELD = 4096;
/** Entries of a batch, skips included. */
const MOST_ENTRIES = 1024;
/** Items of the first batches, while nobody knows what is in them, and the fewest of any later one. */
const FIRST_ITEMS = 32;
const FEWEST_ITEMS = 4;
/** The fewest objects of S3: they are asked for side by side, but not across batches. */
const FEWEST_OBJECTS = 16;
/**
 * Findings and places that a batch is to bring: with many more, answers outlive the first collections of garbage on the main
 * thread and pile up there. Ten thousand files of 34 findings each took 400 MB at 256 files a batch, 290 so.
 */
const ENTRIES_OF_ANSWER = 1024;

type Entry = { readonly kind: 'item'; readonly item: ItemRef } | { readonly kind: 'done'; readonly done: Promise<Done> };

/** Begins a task whose results come next in order; resolves when another may be begun. */
export type Begin = (task: () => Promise<Done[]>) => Promise<void>;

export class Planner {
  readonly #executor: Executor;
  readonly #limits: ScanLimits;
  readonly #begin: Begin;
  readonly #held: (readonly Entry[])[] = [];
  #heldEntries = 0;
  #batch: Entry[] = [];
  #batchItems = 0;
  #batchBytes = 0;
  #totalBytes = 0;
  #usesWorkers = false;
  /** Items of the next batch, by what the last answers brought. */
  #mostItems: number;

  constructor(executor: Executor, limits: ScanLimits, begin: Begin) {
    this.#executor = executor;
    this.#limits = limits;
    this.#begin = begin;
    this.#mostItems = Math.min(FIRST_ITEMS, limits.batchItems);
  }

  /** Bytes of all items so far, as listed. */
  get totalBytes(): number {
    return this.#totalBytes;
  }

  /**
   * Takes the next of the listing. A promise, to be awaited before the next, where more may happen than that an item joins a
   * batch: with a promise for each of many small files, listing would take a third longer.
   */
  add(listed: Listed): Promise<void> | undefined {
    if (listed.kind !== 'item' || !this.#joinsBatch(listed.item)) return this.#add(listed);
    this.#totalBytes += this.#join(listed.item);
    return undefined;
  }

  /** Whether all that an item asks for is a place in a batch that stays open. */
  #joinsBatch({ source, byteLength = 0 }: ItemRef): boolean {
    const { inProcessBytes, largeBytes, batchBytes } = this.#limits;
    if (source === 'stdin' || byteLength >= largeBytes || this.#batchBytes + byteLength >= batchBytes) return false;
    if (this.#batchItems + 1 >= this.#mostOf(source) || this.#batch.length + 1 >= MOST_ENTRIES) return false;
    return this.#usesWorkers || this.#totalBytes + byteLength < inProcessBytes;
  }

  /** Puts an item into the batch; returns its size. */
  #join(item: ItemRef): number {
    const size = item.byteLength ?? 0;
    this.#batch.push({ kind: 'item', item });
    this.#batchItems++;
    this.#batchBytes += size;
    return size;
  }

  async #add(listed: Listed): Promise<void> {
    if (listed.kind !== 'item') {
      this.#batch.push({ kind: 'done', done: this.#unlisted(listed) });
      if (this.#batch.length >= MOST_ENTRIES) await this.#closeBatch();
      return;
    }
    const { item } = listed;
    const size = item.byteLength ?? 0;
    this.#totalBytes += size;
    if (item.source === 'stdin') {
      // Standard input belongs to the process: no worker can read it.
      await this.#alone(() => this.#executor.local([item]));
      return;
    }
    if (!this.#usesWorkers && this.#totalBytes >= this.#limits.inProcessBytes) await this.#useWorkers();
    if (size >= this.#limits.largeBytes && this.#usesWorkers) {
      await this.#alone(() => this.#executor.large(item));
      return;
    }
    if (this.#batchBytes + size > this.#limits.batchBytes && this.#batchItems > 0) await this.#closeBatch();
    this.#join(item);
    const isFull = this.#batchItems >= this.#mostOf(item.source) || this.#batch.length >= MOST_ENTRIES;
    if (isFull || this.#batchBytes >= this.#limits.batchBytes) await this.#closeBatch();
  }

  /** Everything is listed. */
  async end(): Promise<void> {
    await this.#closeBatch();
    await this.#release(0);
  }

  async #unlisted(listed: Exclude<Listed, { kind: 'item' }>): Promise<Done> {
    if (listed.kind === 'skip') {
      const result = {
        ...listed.path,
        bytesFound: 0,
        bytesExamined: 0,
        degraded: 0,
        findings: [],
        problems: [],
        skipped: listed.skip,
      };
      return { result, isItem: false };
    }
    const { path, code, detail } = listed;
    return { result: await this.#executor.problem(placeOf(path), { code, detail, bytesExamined: 0 }), isItem: false };
  }

  async #useWorkers(): Promise<void> {
    this.#usesWorkers = true;
    await this.#release(0);
  }

  async #alone(run: () => Promise<ItemResult[]>): Promise<void> {
    await this.end();
    await this.#begin(async () => (await run()).map((result) => ({ result, isItem: true })));
  }

  async #closeBatch(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchItems = 0;
    this.#batchBytes = 0;
    if (this.#usesWorkers) return this.#run(batch);
    this.#held.push(batch);
    this.#heldEntries += batch.length;
    await this.#release(MOST_HELD);
  }

  /** Runs batches that were held back, in order, until at most so many entries are left. */
  async #release(most: number): Promise<void> {
    while (this.#heldEntries > most) {
      const first = this.#held.shift()!;
      this.#heldEntries -= first.length;
      await this.#run(first);
    }
  }

  /** Items of a batch that ends with one of this source. */
  #mostOf(source: ItemRef['source']): number {
    return source === 's3' ? Math.max(this.#mostItems, Math.min(FEWEST_OBJECTS, this.#limits.batchItems)) : this.#mostItems;
  }

  /** Batches grow while they bring little, at most twice at a time, and shrink as soon as they bring much. */
  #learn(results: readonly ItemResult[]): void {
    if (results.length === 0) return;
    let entries = 0;
    for (const { findings, profile } of results.flatMap((result) => [...withMembers(result)])) {
      for (const { occurrences } of findings) entries += 1 + occurrences.length;
      entries += profile?.columns.size ?? 0;
    }
    const fitting = Math.floor((results.length * ENTRIES_OF_ANSWER) / Math.max(1, entries));
    const most = Math.min(this.#limits.batchItems, 2 * this.#mostItems);
    this.#mostItems = Math.min(most, Math.max(FEWEST_ITEMS, fitting));
  }

  async #run(batch: readonly Entry[]): Promise<void> {
    const usesWorkers = this.#usesWorkers;
    await this.#begin(async () => {
      const items = batch.flatMap((entry) => (entry.kind === 'item' ? [entry.item] : []));
      const results = items.length === 0 ? [] : await (usesWorkers ? this.#executor.batch(items) : this.#executor.local(items));
      this.#learn(results);
      const done: Done[] = [];
      let next = 0;
      for (const entry of batch) {
        if (entry.kind === 'done') done.push(await entry.done);
        else if (next < results.length) done.push({ result: results[next++]!, isItem: true });
      }
      return done;
    });
  }
}

/** A place that is no item, where only its path matters. */
function placeOf(path: ItemPath): ItemRef {
  return { source: 'fs', locator: '', ...path };
}
