/** Decides which occurrences in a staged file count: those on lines that the commit adds or changes and no comment allows. */
import type { Finding, ItemResult, Occurrence } from '../core/result.js';
import { ALLOW_MARK, isAllowed } from '../policy/inline.js';
import { type LineRange, touches } from '../sources/git-lines.js';

export interface Judged {
  /** What is left of each finding; their severity is still that of all occurrences. */
  readonly findings: readonly Finding[];
  /** Occurrences on other lines. */
  readonly unchanged: number;
  readonly allowed: number;
}

/**
 * @param bytes the file's content; undefined where it is too large to be held, and then no comment is looked for
 * @param added lines that count; undefined for all
 */
export function judge(result: ItemResult, bytes: Uint8Array | undefined, added: readonly LineRange[] | undefined): Judged {
  // Lines of a member, and those that returns end, are none that git sees: with the file all of them changed.
  const { isMember = false } = result;
  const text = bytes === undefined || isMember ? undefined : textOf(bytes);
  const isOldText = bytes !== undefined && hasReturnsAlone(bytes);
  const newline = isOldText ? '\r' : '\n';
  const lines = text?.includes(ALLOW_MARK) ? text.split(newline) : [];
  const findings: Finding[] = [];
  let unchanged = 0;
  let allowed = 0;
  for (const finding of result.findings) {
    const changed = finding.occurrences.filter(
      (one) => added === undefined || (isMember || isOldText ? added.length > 0 : isOn(added, one, bytes)),
    );
    const kept = changed.filter(
      ({ line }) => lines.length === 0 || !isAllowed(finding.detector, lines[line - 1] ?? '', lines[line - 2]),
    );
    // Where not all places are listed, those that are not count: nobody knows their lines.
    const unlisted = finding.count - finding.occurrences.length;
    unchanged += finding.occurrences.length - changed.length;
    allowed += changed.length - kept.length;
    if (kept.length + unlisted > 0) findings.push({ ...finding, count: kept.length + unlisted, occurrences: kept });
  }
  return { findings, unchanged, allowed };
}

/** What is decoded (compressed files, data formats) has lines that git does not see: with the file, all of them changed. */
function isOn(added: readonly LineRange[], { spanSpace, span, line }: Occurrence, bytes: Uint8Array | undefined): boolean {
  if (spanSpace !== 'item') return added.length > 0;
  const last = bytes !== undefined ? line + newlinesIn(bytes.subarray(span.start, blockEnd(bytes, span.start, span.end))) : line;
  return touches(added, line, last);
}

/** Bytes of the longest key block that is looked through, with its comments. */
const LONGEST_BLOCK = 65_536;
/** How key blocks begin, and what their last line begins with. */
const BLOCKS: readonly (readonly [begin: string, end: string])[] = [
  ['-----BEGIN ', '-----END '],
  ['---- BEGIN ', '---- END '],
  ['PuTTY-User-Key-File-', 'Private-MAC:'],
];

/**
 * Where a value ends for who asks what has changed. Key blocks are reported by their first lines, which all keys of a kind have: another
 * key in its place changes what is behind them.
 */
function blockEnd(bytes: Uint8Array, start: number, end: number): number {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = BLOCKS.find(([begin]) => content.subarray(start, start + begin.length).equals(Buffer.from(begin)));
  if (found === undefined) return end;
  const last = content.subarray(start, start + LONGEST_BLOCK).indexOf(found[1]);
  return last < 0 ? end : Math.max(end, start + last);
}

/** First bytes that tell the readers of tables and of text what ends a line. */
const HEADS: readonly number[] = [4096, 65_536];

/** Whether its lines may be those of an old Macintosh file. */
function hasReturnsAlone(bytes: Uint8Array): boolean {
  return HEADS.some((length) => {
    const head = bytes.subarray(0, length);
    return head.includes(0x0d) && !head.includes(0x0a);
  });
}

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x0a) count++;
  return count;
}

/** UTF-16 by its mark, else UTF-8; other bytes do not hide a comment, which is ASCII. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
