/**
 * The memory that readers fill and the engine scans. It is WebAssembly memory, so that bytes read from a file are
 * scanned where they lie; it is made once per worker and never grows, so views on it stay valid. It is shared memory, though nobody
 * shares it: V8 answers 60 MB of its own with garbage collections (16 ms of processor time in a hook).
 */
/** What we need of a WebAssembly.Memory, so that the public types do not depend on a DOM library. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

/** One block's memory. Offsets in segments and value tables count from `bytes[0]`. */
export interface BlockMemory {
  /** The WebAssembly memory behind everything below; a module that works on it imports it. */
  readonly memory: WasmMemory;
  /** Address of `bytes[0]`, a multiple of 64. At least 64 writable bytes lie before it. */
  readonly blockAt: number;
  /** Room for a block with its halo, in bytes; at least 128 writable bytes lie behind it. */
  readonly bytes: Uint8Array;
  /** Address of a region that belongs to the reader (its structure tables), a multiple of 64. */
  readonly tablesAt: number;
  /** Size of that region in bytes: `TABLE_BYTES` for the full number of field paths, at least 2 MiB. */
  readonly tableBytes: number;
}

/** Room that the readers' tables should have: as many field paths as there are ids at a time, and the values of the densest block. */
export const TABLE_BYTES: number = 10 * 1024 * 1024;
