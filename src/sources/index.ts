/** All sources: what can be listed and how an item is opened, whatever its origin. */
import { InternalError } from '../core/errors.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { openFile } from './fs.js';
import type { S3Objects } from './s3-open.js';
import { openStdin } from './stdin.js';

export { type FsListOptions, listFiles } from './fs.js';
export { type Globs, loadFilter } from './glob-filter.js';
export type { Listed } from './listing.js';
export { toItemPath } from './names.js';
export { S3Connection, type S3Counts } from './s3-client.js';
export { listObjects } from './s3-list.js';
export { S3Objects } from './s3-open.js';
export { checkS3Settings, isS3Target, parseS3Target, S3_SCHEME, type S3Settings } from './s3-target.js';
export { STDIN_ITEM } from './stdin.js';

/**
 * @param objects where there are objects of S3: the thread's connection to them
 * @param signal ends a wait for standard input
 * @throws ItemProblem where the item cannot be opened
 */
export function openItem(item: ItemRef, objects?: S3Objects, signal?: AbortSignal): ByteSource {
  if (item.source === 'fs') return openFile(item);
  if (item.source === 'stdin') return openStdin(process.stdin, signal);
  if (item.source === 's3' && objects !== undefined) return objects.open(item);
  throw new InternalError(`an item of ${item.source} cannot be opened by its name here`);
}
