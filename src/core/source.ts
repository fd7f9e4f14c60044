/** How bytes are named and opened. Sources list on the main thread and open in a worker; only plain data crosses. */
import type { AcceptedInItem } from './accepted.js';

/** Between the path of an archive and the name of a member. */
export const MEMBER_MARK = '!';

/** Reference to an item: plain data, safe to send to a worker. */
export interface ItemRef {
  /** Which source opens it; what is in the index of git or in memory is opened by whoever has it. */
  readonly source: 'fs' | 'stdin' | 's3' | 'git' | 'memory';
  /** What the source opens: for `fs` the name as latin1 text of its bytes, so that any byte survives; for `s3` bucket and key. */
  readonly locator: string;
  /** Name for people and reports: relative to the working directory with `/`; bytes that are not UTF-8 as `\xHH`. */
  readonly path: string;
  /** The name's bytes in base64 where they are not UTF-8. */
  readonly pathBase64?: string;
  /** Size in bytes when it was listed, where known. */
  readonly byteLength?: number;
  /** The user named it: a symbolic link is followed. */
  readonly isNamed?: true;
  /** What a baseline accepts in it. */
  readonly accepted?: AcceptedInItem;
  /** What a baseline accepts in members of the archive that it is, by their paths as the baseline writes them. */
  readonly acceptedInMembers?: ReadonlyMap<string, AcceptedInItem>;
  /** Version that was listed, where the source names one (`s3`: the ETag): no other is read. */
  readonly version?: string;
  /** Kept where it cannot be read at once (`s3`: archived and not restored). */
  readonly isArchived?: true;
}

/**
 * Bytes of an opened item. `readAt` is synchronous and positional, `stream` goes once from the start.
 * Standard input and decompressed streams have no length and no `readAt`.
 */
export interface ByteSource {
  readonly byteLength?: number;
  /** Stored bytes consumed so far; present where the source decodes what it reads, and spans count in `member` space. */
  readonly storedBytes?: number;
  /** Fills `target` from byte `position`; returns the bytes read, 0 at the end. @throws ItemProblem */
  readAt?(target: Uint8Array, position: number): number;
  /** The bytes `[start, end)`, for sources that are far away: fewer where it ends before. @throws ItemProblem */
  slice?(start: number, end: number): Promise<Uint8Array>;
  /** @throws ItemProblem while iterating */
  stream(): AsyncIterable<Uint8Array>;
  /** The file beside it whose name is longer by `suffix`, for formats that write to two files; undefined where there is none. To be closed apart. */
  beside?(suffix: string): ByteSource | undefined;
  /** Identity and version of what was opened, for sources that can tell: ranges of one item must agree on it. */
  readonly stamp?: string;
  /** To be called when all was read: whether the item is still what was opened. @throws ItemProblem `changed` */
  verify?(): void;
  close(): void;
}
