/** The contract of an archive: its members one after the other, whatever holds them. */

/** What stands at a place in an archive. */
export interface Member {
  /** Name as the archive has it: bytes that are UTF-8 where the archive says so, or can be turned into it. */
  readonly name: Uint8Array;
  /** `special`: devices and the like; hard links count as `symlink`, since what they link to is a member itself. */
  readonly kind: 'file' | 'folder' | 'symlink' | 'special';
  /** Length in bytes as the archive states it. */
  readonly byteLength: number;
  /** Bytes of the archive that it takes. */
  readonly packedBytes: number;
  /** All of it, where it is short and whole. @throws ItemProblem as `stream` */
  bytes(): Uint8Array | undefined;
  /**
   * Its bytes, from the start. Of a tar without `readAt`, only until the next member is asked for.
   * @throws ItemProblem `encrypted`, `unsupported`, `malformed`; what lies before damage is given first
   */
  stream(): AsyncIterable<Uint8Array>;
}

/** @throws ItemProblem `malformed` where the archive itself is damaged; the members before are given first */
export type Members = AsyncGenerator<Member, void, void>;
