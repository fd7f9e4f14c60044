/** The file system as a source: `listFiles` on the main thread, `openFile` wherever the item is examined. */
export { type FsListOptions, listFiles } from './fs-list.js';
export { openFile } from './fs-open.js';
