/** All sources: what can be listed and how an item is opened, whatever its origin. */
import { InternalError } from '../core/errors.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { openFile } from './fs.js';
import { openStdin } from './stdin.js';

export { type FsListOptions, listFiles } from './fs.js';
export type { Listed } from './listing.js';
export { STDIN_ITEM } from './stdin.js';

/** @throws ItemProblem where the item cannot be opened */
export function openItem(item: ItemRef): ByteSource {
  if (item.source === 'fs') return openFile(item);
  if (item.source === 'stdin') return openStdin();
  throw new InternalError(`an item of ${item.source} cannot be opened by its name`);
}
