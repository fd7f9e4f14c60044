/** All bytes of a source at once, for formats whose libraries need them so: with a limit, because they are held. */
import { ItemProblem } from '../core/problem.js';
import type { ByteSource } from '../core/source.js';

/** Bytes that are read at a time. */
const READ_BYTES = 1024 * 1024;

/**
 * The source's bytes, in memory that belongs to the caller.
 * @param limit most bytes that are held
 * @throws ItemProblem `limit` where there are more, and what reading the source throws
 */
export async function wholeBytes(source: ByteSource, limit: number, what: string): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = (): ItemProblem => new ItemProblem('limit', `a ${what} of more than ${limit / 2 ** 20} MiB is not read`);
  if (source.readAt !== undefined && source.byteLength !== undefined) {
    if (source.byteLength > limit) throw tooLong();
    return readAll(source, source.byteLength);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.stream()) {
    length += chunk.length;
    if (length > limit) throw tooLong();
    // A source may use its buffer again.
    chunks.push(Uint8Array.from(chunk));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function readAll(source: ByteSource, byteLength: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength);
  let filled = 0;
  for (let got = -1; got !== 0 && filled < byteLength; filled += got) {
    got = source.readAt!(bytes.subarray(filled, filled + READ_BYTES), filled);
  }
  // Shorter than when it was opened: that it changed is said by whoever verifies it.
  return filled === byteLength ? bytes : bytes.slice(0, filled);
}
