/** Finds the format of an item, through compression: by content, and by name only between likely ones. */
import type { ItemFormat } from '../core/format.js';
import type { ByteSource, ItemRef } from '../core/source.js';
import { detectFormat, gunzip, type Head } from '../readers/index.js';
import { peek } from './head.js';

/** An item's content: decompressed where it is stored so. */
export interface Content {
  readonly source: ByteSource;
  readonly format: Exclude<ItemFormat, { readonly kind: 'gzip' }>;
  /** All of the item was had by one read: it cannot change while it is examined. */
  readonly isRead: boolean;
}

/**
 * At once where the source is positional and stored as it is.
 * @param buffer as for `peek`
 * @throws ItemProblem
 */
export function contentOf(item: ItemRef, stored: ByteSource, buffer: Uint8Array): Content | Promise<Content> {
  const head = peek(stored, buffer);
  if (head instanceof Promise) return head.then((first) => decompressed(item, first, buffer));
  const format = detectFormat(head.bytes, head.isWhole, item.path);
  return format.kind === 'gzip'
    ? decompressed(item, head, buffer)
    : { source: head.source, format, isRead: isRead(stored, head) };
}

function isRead(stored: ByteSource, { bytes, isWhole }: Head): boolean {
  return stored.readAt !== undefined && isWhole && bytes.length === stored.byteLength;
}

async function decompressed(item: ItemRef, first: Head, buffer: Uint8Array): Promise<Content> {
  let head = first;
  let format = detectFormat(head.bytes, head.isWhole, item.path);
  for (let path = item.path; format.kind === 'gzip'; format = detectFormat(head.bytes, head.isWhole, path)) {
    path = path.replace(/\.t?gz$/i, '');
    head = await peek(gunzip(head.source), buffer);
  }
  return { source: head.source, format, isRead: false };
}
