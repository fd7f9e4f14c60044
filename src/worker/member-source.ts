/** Members of an archive as sources of bytes: read as they come, or short ones at once. */
import { memorySource } from '../core/memory-source.js';
import type { ByteSource } from '../core/source.js';
import type { Member } from '../readers/index.js';

/** Told of bytes that came out; undefined where they were counted when they were decompressed, as those of a tar. @throws ItemProblem `limit` */
export type Spend = ((bytes: number) => void) | undefined;

/** A member that is read as it comes. */
export class MemberSource implements ByteSource {
  readonly #member: Member;
  readonly #spend: Spend;
  /** Bytes that came out. */
  storedBytes = 0;

  constructor(member: Member, spend: Spend) {
    this.#member = member;
    this.#spend = spend;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, void> {
    for await (const piece of this.#member.stream()) {
      this.#spend?.(piece.length);
      this.storedBytes += piece.length;
      yield piece;
    }
  }

  close(): void {}
}

/** A short member, all of it at once: its spans count in what came out of the archive. @throws ItemProblem `limit` */
export function wholeMember(bytes: Uint8Array, spend: Spend): ByteSource {
  spend?.(bytes.length);
  return { ...memorySource(bytes), storedBytes: bytes.length };
}
