/**
 * Lists the objects below `s3://` targets in the order of their addresses' bytes, page by page as they are asked for: a bucket
 * may hold millions. The listing says all that opening needs, so that no object is asked about twice.
 */
import { ItemProblem } from '../core/problem.js';
import type { ItemRef } from '../core/source.js';
import type { GlobFilter } from './glob-filter.js';
import type { Listed } from './listing.js';
import { type ByteName, toByteName, withoutLineEnds } from './names.js';
import type { S3Connection, S3Entry, S3Page } from './s3-client.js';
import { type S3Target, s3Path } from './s3-target.js';
import { compareNames } from './targets.js';

/** A target while it is listed. */
interface Place extends S3Target {
  /** The prefix as bytes. */
  readonly start: ByteName;
  /** Whether an object to examine was met, or a problem says why there is none. */
  isExplained: boolean;
}

/**
 * Each object once, however the targets overlap: what a nested target names belongs to it. A target without any object is a
 * problem `empty`. Ends early where the connection is stopped.
 */
export async function* listObjects(
  targets: readonly S3Target[],
  connection: S3Connection,
  filter: GlobFilter | undefined,
): AsyncGenerator<readonly Listed[], void, void> {
  for (const places of nestedPlaces(targets)) {
    const root = places[0]!;
    const listing = new PlaceListing(places, filter);
    try {
      for await (const page of pagesOf(connection, root)) yield listing.take(page);
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      if (error.code === 'limit') return;
      const { code, message: detail } = error;
      yield [{ kind: 'problem', path: { path: s3Path(root.bucket, root.prefix) }, code, detail }];
      continue;
    }
    yield listing.end();
  }
}

/** Targets in the order of their addresses, each in one group with those that its prefix covers. */
function nestedPlaces(targets: readonly S3Target[]): Place[][] {
  const unique = new Map(targets.map((target) => [toByteName(s3Path(target.bucket, target.prefix)), target]));
  const groups: Place[][] = [];
  for (const [, target] of [...unique].sort(([a], [b]) => compareNames(a, b))) {
    const place: Place = { ...target, start: toByteName(target.prefix), isExplained: false };
    const root = groups.at(-1)?.[0];
    if (root?.bucket === place.bucket && place.start.startsWith(root.start)) groups.at(-1)!.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** The next page is under way while one is used. */
async function* pagesOf(connection: S3Connection, { bucket, prefix }: S3Target): AsyncGenerator<S3Page, void, void> {
  const ask = (from: string | undefined): Promise<S3Page> => {
    const page = connection.listPage(bucket, prefix, from);
    // Told when its turn comes.
    page.catch(() => undefined);
    return page;
  };
  for (let asked: Promise<S3Page> | undefined = ask(undefined); asked !== undefined; ) {
    const page: S3Page = await asked;
    asked = page.next === undefined ? undefined : ask(page.next);
    yield page;
  }
}

/** A step of a listing: an object of a place, or the end of a place. */
type Step =
  | { readonly kind: 'object'; readonly place: Place; readonly key: string; readonly entry: S3Entry }
  | { readonly kind: 'unnamed'; readonly place: Place; readonly key: string }
  | { readonly kind: 'end'; readonly place: Place };

/** Turns pages into records, for one target and those below it. */
class PlaceListing {
  readonly #places: readonly Place[];
  readonly #filter: GlobFilter | undefined;
  /** Places that have begun and not ended; each covers those behind it. The first one, which covers all, ends last. */
  readonly #open: Place[];
  #next = 1;

  /** @param places in the order of their prefixes' bytes; the first covers all */
  constructor(places: readonly Place[], filter: GlobFilter | undefined) {
    this.#places = places;
    this.#filter = filter;
    this.#open = [places[0]!];
  }

  take({ entries, isEncoded }: S3Page): readonly Listed[] {
    const steps: Step[] = [];
    for (const entry of entries) {
      const key = isEncoded ? decodedKey(entry.key) : entry.key;
      const name = toByteName(key ?? entry.key);
      this.#moveTo(name, steps);
      const place = this.#open.at(-1)!;
      if (key === undefined) steps.push({ kind: 'unnamed', place, key: entry.key });
      // What shows as a folder in consoles: it holds nothing.
      else if (entry.byteLength > 0 || !key.endsWith('/')) steps.push({ kind: 'object', place, key, entry });
    }
    return this.#records(steps);
  }

  /** What is left to say when all objects were listed. */
  end(): readonly Listed[] {
    const steps: Step[] = [];
    while (this.#next < this.#places.length) this.#moveTo(this.#places[this.#next]!.start, steps);
    while (this.#open.length > 0) steps.push({ kind: 'end', place: this.#open.pop()! });
    return this.#records(steps);
  }

  /** Begins and ends places, so that the last open one is the innermost that covers `name`. */
  #moveTo(name: ByteName, steps: Step[]): void {
    const leave = (at: ByteName): void => {
      while (this.#open.length > 1 && !at.startsWith(this.#open.at(-1)!.start))
        steps.push({ kind: 'end', place: this.#open.pop()! });
    };
    for (; this.#next < this.#places.length && this.#places[this.#next]!.start <= name; this.#next++) {
      leave(this.#places[this.#next]!.start);
      // What a nested target names, or lacks, is said of that one.
      this.#open.at(-1)!.isExplained = true;
      this.#open.push(this.#places[this.#next]!);
    }
    leave(name);
  }

  #records(steps: readonly Step[]): readonly Listed[] {
    const selected = this.#filter === undefined ? undefined : selectedBy(this.#filter, steps);
    const records: Listed[] = [];
    for (const step of steps) {
      const { place } = step;
      const path = { path: s3Path(place.bucket, step.kind === 'end' ? place.prefix : step.key) };
      if (step.kind === 'end') {
        if (!place.isExplained) records.push({ kind: 'problem', path, code: 'empty', detail: 'no object to examine begins so' });
        continue;
      }
      if (step.kind === 'object' && selected?.has(step) === false) {
        records.push({ kind: 'skip', path, skip: 'excluded' });
        continue;
      }
      place.isExplained = true;
      if (step.kind === 'unnamed') records.push({ kind: 'problem', path, code: 'unsupported', detail: 'its name is not UTF-8' });
      else records.push({ kind: 'item', item: itemOf(place.bucket, step.key, path.path, step.entry) });
    }
    return records;
  }
}

function itemOf(bucket: string, key: string, path: string, { byteLength, version, isArchived }: S3Entry): ItemRef {
  return {
    source: 's3',
    locator: `${bucket}/${key}`,
    path,
    byteLength,
    ...(version !== undefined && { version }),
    ...(isArchived && { isArchived }),
  };
}

/** Percent-encoded as forms are; undefined where it is not UTF-8. */
function decodedKey(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Steps whose objects the globs let through. They are asked once for all of a page's objects that lie in one folder. */
function selectedBy(filter: GlobFilter, steps: readonly Step[]): ReadonlySet<Step> {
  const folders = new Map<string, { step: Step; name: string }[]>();
  for (const step of steps) {
    if (step.kind !== 'object') continue;
    const parts = globParts(step.place.prefix, step.key);
    const name = parts.pop()!;
    const folder = parts.join('/');
    const inFolder = folders.get(folder);
    if (inFolder) inFolder.push({ step, name });
    else folders.set(folder, [{ step, name }]);
  }
  const selected = new Set<Step>();
  for (const [folder, inFolder] of folders) {
    const entries = inFolder.map(({ name }) => ({ name, isFolder: false }));
    for (const index of filter(folder, entries)) selected.add(inFolder[index]!.step);
  }
  return selected;
}

/**
 * A key's path below its target: what follows the prefix where that ends with a folder, else with the last part of the prefix, so
 * that the object named itself is judged by its last name.
 */
function globParts(prefix: string, key: string): string[] {
  const isFolder = prefix === '' || prefix.endsWith('/') || key[prefix.length] === '/';
  if (!isFolder)
    return key
      .slice(prefix.lastIndexOf('/') + 1)
      .split('/')
      .map(globPart);
  const hasSlash = prefix === '' || prefix.endsWith('/');
  return key
    .slice(prefix.length + (hasSlash ? 0 : 1))
    .split('/')
    .map(globPart);
}

/** Names that mean something else in a path of folders than in a key stand for themselves. */
function globPart(part: string): string {
  if (part === '' || part === '.' || part === '..') return String.fromCharCode(0xe000 + part.length);
  return withoutLineEnds(part);
}
