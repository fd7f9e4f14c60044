/** Finds the format of an item, through compression: by content, and by name only between likely ones. */
import type { ItemFormat } from '../core/format.js';
import type { Misnamed } from '../core/result.js';
import type { ByteSource } from '../core/source.js';
import {
  Budget,
  decompress,
  detectFormat,
  type Head,
  isZip,
  misnamed,
  type UnpackLimits,
  withoutCompression,
  zipFormat,
} from '../readers/index.js';
import { peek } from './head.js';

/** What is to be opened: an item, or a member of an archive. */
export interface Opened {
  /** Its name, for the extension. */
  readonly name: string;
  readonly stored: ByteSource;
  /** Of the item that it is a member of; undefined for items. */
  readonly budget: Budget | undefined;
  /** As for `Budget`. */
  readonly onWork: () => void;
}

/** An item's content: decompressed where it is stored so. */
export interface Content {
  readonly source: ByteSource;
  readonly format: Exclude<ItemFormat, { readonly kind: 'compressed' }>;
  /** All of the item was had by one read: it cannot change while it is examined. */
  readonly isRead: boolean;
  /** Present where something was or will be unpacked. */
  readonly budget: Budget | undefined;
  /** Of the first format that its name does not say. */
  readonly misnamed: Misnamed | undefined;
}

/**
 * At once where the source is positional and stored as it is.
 * @param buffer as for `peek`
 * @throws ItemProblem
 */
export function contentOf(opened: Opened, limits: UnpackLimits, buffer: Uint8Array): Content | Promise<Content> {
  const { name, stored } = opened;
  const head = peek(stored, buffer);
  const formatOf = ({ bytes, isWhole }: Head) => detectFormat(bytes, isWhole, name);
  if (head instanceof Promise) return head.then((first) => unpacked(opened, limits, first, formatOf(first), buffer));
  const format = formatOf(head);
  if (format.kind === 'compressed' || format.kind === 'archive' || isZip(head.bytes)) {
    return unpacked(opened, limits, head, format, buffer);
  }
  const wrong = misnamed(name, format, head.bytes.length === 0);
  return { source: head.source, format, isRead: isRead(stored, head), budget: opened.budget, misnamed: wrong };
}

function isRead(stored: ByteSource, { bytes, isWhole }: Head): boolean {
  return stored.readAt !== undefined && isWhole && bytes.length === stored.byteLength;
}

async function unpacked(
  { name, stored, budget: given, onWork }: Opened,
  limits: UnpackLimits,
  first: Head,
  likely: ItemFormat,
  buffer: Uint8Array,
): Promise<Content> {
  let head = first;
  let format = likely;
  // The first bytes of a zip archive only let us guess what it holds; of a stream there is nothing else.
  if (isZip(head.bytes) && stored.readAt !== undefined) format = await zipFormat(stored, format);
  // The head of what is positional lies in memory that its members use, too.
  let source = stored.readAt === undefined ? head.source : stored;
  let budget = given;
  if (budget === undefined && (format.kind === 'compressed' || format.kind === 'archive')) {
    budget = new Budget(limits, stored.byteLength, onWork);
    source = budget.watch(source);
  }
  let wrong = misnamed(name, format, false);
  for (let path = name; format.kind === 'compressed'; wrong ??= misnamed(path, format, head.bytes.length === 0)) {
    path = withoutCompression(path);
    head = await peek(decompress(source, format.codec, budget!), buffer);
    source = head.source;
    format = detectFormat(head.bytes, head.isWhole, path);
  }
  return { source: format.kind === 'archive' ? source : head.source, format, isRead: false, budget, misnamed: wrong };
}
