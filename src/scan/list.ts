/** All targets in one order, whatever their source: files and standard input, and objects of S3 where their addresses belong. */
import type { ItemPath } from '../core/result.js';
import {
  isS3Target,
  type Listed,
  listFiles,
  listObjects,
  loadFilter,
  parseS3Target,
  S3_SCHEME,
  S3Connection,
  type S3Settings,
  STDIN_ITEM,
} from '../sources/index.js';
import type { ScanOptions } from './options.js';

/** A listing under way. */
export interface TargetListing {
  /** What is listed, in the order of path bytes, in pages: within one, nothing has to be waited for. @throws UsageError */
  pages(): AsyncGenerator<Iterable<Listed>, void, void>;
  /** Ends it also where it waits for an answer. */
  stop(): void;
  /** Requests that were made. */
  readonly requests: number;
}

type ListOptions = Pick<ScanOptions, 'targets' | 'include' | 'exclude' | 'outputs'>;

export function openListing(options: ListOptions, settings: S3Settings): TargetListing {
  const connection = new S3Connection(settings);
  return {
    pages: () => pagesOf(options, connection),
    stop: () => connection.stop(),
    get requests() {
      return connection.counts.requests;
    },
  };
}

async function* pagesOf(
  { targets, include, exclude, outputs }: ListOptions,
  connection: S3Connection,
): AsyncGenerator<Iterable<Listed>, void, void> {
  const globs = { ...(include && { include }), ...(exclude && { exclude }) };
  const objects = targets.filter(isS3Target).map(parseS3Target);
  const files = targets.filter((target) => target !== '-' && !isS3Target(target));
  const listing = await listFiles({ targets: files, ...globs, ...(outputs && { outputs }) });
  const local = targets.includes('-') ? withStdin(listing) : listing;
  if (objects.length === 0) return yield local;
  const { before, after } = splitAt(local, S3_SCHEME);
  yield before;
  try {
    yield* listObjects(objects, connection, await loadFilter(globs));
  } finally {
    await connection.close();
  }
  yield after;
}

function* withStdin(files: Iterable<Listed>): Generator<Listed, void, void> {
  const { before, after } = splitAt(files, STDIN_ITEM.path);
  yield* before;
  yield { kind: 'item', item: STDIN_ITEM };
  yield* after;
}

/**
 * What sorts before a name and what sorts behind it, to be read in this order.
 * @param name ASCII characters, so that comparing characters compares bytes
 */
function splitAt(listing: Iterable<Listed>, name: string): { before: Iterable<Listed>; after: Iterable<Listed> } {
  const rest = listing[Symbol.iterator]();
  let behind: Listed | undefined;
  return {
    before: (function* () {
      for (let next = rest.next(); !next.done; next = rest.next()) {
        behind = next.value;
        if (nameOf(behind) > name) return;
        yield behind;
        behind = undefined;
      }
    })(),
    after: (function* () {
      if (behind !== undefined) yield behind;
      for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
    })(),
  };
}

/** A path to be compared with ASCII: where bytes are not UTF-8, the path shows them by ASCII characters that they are not. */
function nameOf(listed: Listed): string {
  const { path, pathBase64 }: ItemPath = listed.kind === 'item' ? listed.item : listed.path;
  return pathBase64 === undefined ? path : Buffer.from(pathBase64, 'base64').toString('latin1');
}
