/**
 * SQLite itself, as its project publishes it for WebAssembly, where it is installed: the only place that knows the package.
 *
 * It is this one because it reads through functions of ours: nothing is written, locked or made beside the file, a member of an
 * archive is read as a file is, and memory does not grow with it. sql.js wants the whole file in memory; node-sqlite3-wasm and
 * node:sqlite open files by name, the former with a folder beside them as lock, and the latter is not in Node 20. What damaged data
 * lets SQLite do ends at the WebAssembly memory.
 */

import { ItemProblem } from '../../core/problem.js';
import { optionalPackage } from '../optional-package.js';
import type { LibraryFile } from './file.js';

/** Most bytes of a value; one that is longer is a problem, and the rest of its row is read. */
export const MOST_VALUE_BYTES = 32 * 1024 * 1024;
/** Of all that SQLite holds: pages, and the values of one row. */
const MOST_HEAP_BYTES = 128 * 1024 * 1024;
/** Pages that are kept; a table is read from front to back, once. */
const CACHE_KIB = 2048;
const VFS = 'clearset';
const LOG_SUFFIX = '-wal';
const PATH_BYTES = 64;

/** What the library says of a step. */
export type Outcome = 'row' | 'done' | 'long' | 'full' | 'damaged';
/** Classes of stored values. */
export const INTEGER = 1;
export const FLOAT = 2;
export const TEXT = 3;
export const BLOB = 4;

/** A statement's rows, one after the other. */
export interface Rows {
  step(): Outcome;
  /** `INTEGER`, `FLOAT`, `TEXT`, `BLOB`, or 5 for null. */
  kind(column: number): number;
  /** A text or number as text, in the library's memory until the next call, as is what `blob` gives. */
  text(column: number): Uint8Array;
  blob(column: number): Uint8Array;
  number(column: number): number;
  /** A short text. */
  name(column: number): string;
  close(): void;
}

/** Functions of SQLite, with addresses and numbers as they are. */
type Calls = Readonly<
  Record<
    | 'sqlite3_close_v2'
    | 'sqlite3_column_blob'
    | 'sqlite3_column_bytes'
    | 'sqlite3_column_double'
    | 'sqlite3_column_text'
    | 'sqlite3_column_type'
    | 'sqlite3_finalize'
    | 'sqlite3_limit'
    | 'sqlite3_step',
    (...values: (number | bigint)[]) => number
  >
>;

type Constant =
  | 'SQLITE_CANTOPEN'
  | 'SQLITE_DBCONFIG_DEFENSIVE'
  | 'SQLITE_DBCONFIG_DQS_DDL'
  | 'SQLITE_DBCONFIG_DQS_DML'
  | 'SQLITE_DBCONFIG_ENABLE_TRIGGER'
  | 'SQLITE_DBCONFIG_ENABLE_VIEW'
  | 'SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE'
  | 'SQLITE_DBCONFIG_TRUSTED_SCHEMA'
  | 'SQLITE_DONE'
  | 'SQLITE_IOERR_READ'
  | 'SQLITE_IOERR_SHORT_READ'
  | 'SQLITE_LIMIT_LENGTH'
  | 'SQLITE_NOMEM'
  | 'SQLITE_NOTFOUND'
  | 'SQLITE_OK'
  | 'SQLITE_OPEN_READONLY'
  | 'SQLITE_READONLY'
  | 'SQLITE_ROW'
  | 'SQLITE_TOOBIG';

/** A struct in the library's memory. */
interface Struct {
  readonly pointer: number;
  dispose(): void;
  [field: `$${string}`]: number;
}

/** What is used of the package, whose own types lack some of it. */
interface Package {
  readonly capi: Readonly<Record<Constant, number>> & {
    readonly sqlite3_vfs: new () => Struct;
    readonly sqlite3_io_methods: new () => Struct;
    readonly sqlite3_file: (new (pointer: number) => Struct) & { readonly structInfo: { readonly sizeof: number } };
    sqlite3_open_v2(name: string, target: number, flags: number, vfs: string): number;
    sqlite3_prepare_v2(db: number, sql: string, length: number, target: number, tail: number): number;
    sqlite3_db_config(db: number, option: number, value: number, target: number): number;
  };
  readonly wasm: {
    readonly exports: Calls;
    heap8u(): Uint8Array;
    cstrToJs(pointer: number): string | null;
    cstrncpy(target: number, source: number, length: number): number;
    poke32(target: number, value: number): unknown;
    poke64(target: number, value: bigint): unknown;
    poke64f(target: number, value: number): unknown;
    peekPtr(source: number): number;
    scopedAllocPush(): number;
    scopedAllocPop(scope: number): void;
    scopedAllocPtr(): number;
  };
  readonly vfs: {
    installVfs(parts: Readonly<Record<'io' | 'vfs', { struct: Struct; methods: object; name?: string }>>): unknown;
  };
}

let shared: Promise<Library> | undefined;

/** Opens a database. @throws ItemProblem `unsupported` where the package is not installed */
export async function openDatabase(file: LibraryFile & { readonly log: LibraryFile | undefined }): Promise<Connection> {
  shared ??= loadLibrary();
  const library = await shared.catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return library.open(file);
}

async function loadLibrary(): Promise<Library> {
  const found = await optionalPackage(
    () => import('@sqlite.org/sqlite-wasm'),
    'SQLite is read where its library is installed: npm install @sqlite.org/sqlite-wasm@3.53.4-build2',
  );
  const start = found.default as unknown as (options: Readonly<Record<string, () => void>>) => Promise<Package>;
  // It would print what it stumbles over.
  return new Library(await start({ print: silent, printErr: silent }));
}

function silent(): void {
  // Nothing is to be printed.
}

class Library {
  readonly capi: Package['capi'];
  readonly wasm: Package['wasm'];
  readonly calls: Calls;
  /** What a source threw while the library read it. */
  failure: unknown;
  readonly #files = new Map<string, LibraryFile>();
  readonly #open = new Map<number, LibraryFile>();
  #count = 0;

  constructor(sqlite: Package) {
    this.capi = sqlite.capi;
    this.wasm = sqlite.wasm;
    this.calls = sqlite.wasm.exports;
    this.#install(sqlite);
  }

  open(file: LibraryFile & { readonly log: LibraryFile | undefined }): Connection {
    const name = `/${++this.#count}`;
    this.#files.set(name, file);
    if (file.log !== undefined) this.#files.set(name + LOG_SUFFIX, file.log);
    const forget = (): void => {
      this.#files.delete(name);
      this.#files.delete(name + LOG_SUFFIX);
    };
    return new Connection(this, name, forget);
  }

  /** Whatever a call throws that is no error of ours: its memory cannot be relied on any more. */
  abandon(): void {
    shared = undefined;
  }

  #install({ capi, wasm, vfs }: Package): void {
    const { SQLITE_OK, SQLITE_CANTOPEN, SQLITE_NOTFOUND, SQLITE_READONLY, SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ } = capi;
    const ok = (): number => SQLITE_OK;
    const refuse = (): number => SQLITE_READONLY;
    const io = new capi.sqlite3_io_methods();
    io.$iVersion = 1;
    const ioMethods = {
      xClose: (pointer: number) => {
        this.#open.delete(pointer);
        return SQLITE_OK;
      },
      xRead: (pointer: number, target: number, length: number, position: bigint) => {
        try {
          const bytes = wasm.heap8u().subarray(target, target + length);
          const got = this.#open.get(pointer)!.read(bytes, Number(position));
          if (got < 0) return SQLITE_IOERR_READ;
          return got < length ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
        } catch (error) {
          this.failure = error;
          return SQLITE_IOERR_READ;
        }
      },
      xFileSize: (pointer: number, target: number) => {
        wasm.poke64(target, BigInt(this.#open.get(pointer)!.byteLength));
        return SQLITE_OK;
      },
      xCheckReservedLock: (_pointer: number, target: number) => {
        wasm.poke32(target, 0);
        return SQLITE_OK;
      },
      xWrite: refuse,
      xTruncate: refuse,
      xSync: ok,
      xLock: ok,
      xUnlock: ok,
      xFileControl: () => SQLITE_NOTFOUND,
      xSectorSize: () => 4096,
      xDeviceCharacteristics: () => 0,
    };
    const struct = new capi.sqlite3_vfs();
    struct.$iVersion = 2;
    struct.$szOsFile = capi.sqlite3_file.structInfo.sizeof;
    struct.$mxPathname = PATH_BYTES;
    const vfsMethods = {
      xOpen: (_vfs: number, name: number, pointer: number, flags: number, outFlags: number) => {
        const file = this.#files.get(wasm.cstrToJs(name) ?? '');
        if (file === undefined) return SQLITE_CANTOPEN;
        this.#open.set(pointer, file);
        const opened = new capi.sqlite3_file(pointer);
        opened.$pMethods = io.pointer;
        opened.dispose();
        if (outFlags !== 0) wasm.poke32(outFlags, flags);
        return SQLITE_OK;
      },
      xAccess: (_vfs: number, name: number, _flags: number, target: number) => {
        wasm.poke32(target, Number(this.#files.has(wasm.cstrToJs(name) ?? '')));
        return SQLITE_OK;
      },
      xFullPathname: (_vfs: number, name: number, length: number, target: number) =>
        wasm.cstrncpy(target, name, length) < length ? SQLITE_OK : SQLITE_CANTOPEN,
      xDelete: refuse,
      xGetLastError: ok,
      xSleep: ok,
      xRandomness: (_vfs: number, length: number, target: number) => {
        // Asked for names of temporary files and for rows that are written; there are none.
        wasm.heap8u().fill(1, target, target + length);
        return length;
      },
      xCurrentTime: (_vfs: number, target: number) => {
        wasm.poke64f(target, 0);
        return SQLITE_OK;
      },
      xCurrentTimeInt64: (_vfs: number, target: number) => {
        wasm.poke64(target, 0n);
        return SQLITE_OK;
      },
    };
    vfs.installVfs({
      io: { struct: io, methods: ioMethods },
      vfs: { struct, methods: vfsMethods, name: VFS },
    });
  }
}

/** A database that is open. Schemas come with the file and are not trusted: no view, trigger, function or extension of theirs runs. */
export class Connection {
  readonly #library: Library;
  readonly #forget: () => void;
  #pointer = 0;

  /** @throws ItemProblem */
  constructor(library: Library, name: string, forget: () => void) {
    this.#library = library;
    this.#forget = forget;
    try {
      this.guard(() => this.#open(name));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #open(name: string): void {
    const { capi, wasm, calls } = this.#library;
    const scope = wasm.scopedAllocPush();
    try {
      const target = wasm.scopedAllocPtr();
      const code = capi.sqlite3_open_v2(name, target, capi.SQLITE_OPEN_READONLY, VFS);
      this.#pointer = wasm.peekPtr(target);
      if (code !== capi.SQLITE_OK) throw new ItemProblem('malformed', 'the database cannot be opened');
    } finally {
      wasm.scopedAllocPop(scope);
    }
    const db = this.#pointer;
    for (const option of [capi.SQLITE_DBCONFIG_DEFENSIVE, capi.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE])
      capi.sqlite3_db_config(db, option, 1, 0);
    for (const option of [
      capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA,
      capi.SQLITE_DBCONFIG_ENABLE_TRIGGER,
      capi.SQLITE_DBCONFIG_ENABLE_VIEW,
      capi.SQLITE_DBCONFIG_DQS_DDL,
      capi.SQLITE_DBCONFIG_DQS_DML,
    ])
      capi.sqlite3_db_config(db, option, 0, 0);
    calls.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES);
    // A log is read without shared memory beside the file only where nobody else is let in.
    const settings = [`hard_heap_limit=${MOST_HEAP_BYTES}`, 'query_only=1', 'cell_size_check=1', `cache_size=-${CACHE_KIB}`];
    for (const setting of [...settings, 'locking_mode=EXCLUSIVE']) this.#set(setting);
  }

  /** The rows that a statement gives; undefined where it cannot be understood. @throws ItemProblem */
  query(sql: string): Rows | undefined {
    const { capi, wasm } = this.#library;
    return this.guard(() => {
      const scope = wasm.scopedAllocPush();
      try {
        const target = wasm.scopedAllocPtr();
        const code = capi.sqlite3_prepare_v2(this.#pointer, sql, -1, target, 0);
        const statement = wasm.peekPtr(target);
        if (code !== capi.SQLITE_OK || statement === 0) return undefined;
        return this.#rows(statement);
      } finally {
        wasm.scopedAllocPop(scope);
      }
    });
  }

  #set(setting: string): void {
    const statement = this.query(`PRAGMA ${setting}`);
    statement?.step();
    statement?.close();
  }

  /** Makes the library go on with what it could read of a damaged schema. */
  useRest(): void {
    const { capi } = this.#library;
    // Whoever may write the schema may also repair it, which is why nothing is refused; that nothing is written, others see to.
    this.guard(() => capi.sqlite3_db_config(this.#pointer, capi.SQLITE_DBCONFIG_DEFENSIVE, 0, 0));
    this.#set('writable_schema=1');
    this.guard(() => capi.sqlite3_db_config(this.#pointer, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0));
    // The first statement still fails, and leaves what it read.
    this.query('SELECT 1 FROM sqlite_schema')?.close();
  }

  #rows(statement: number): Rows {
    const { calls, wasm, capi } = this.#library;
    const { sqlite3_step, sqlite3_column_type, sqlite3_column_blob, sqlite3_column_text } = calls;
    const { sqlite3_column_bytes, sqlite3_column_double, sqlite3_finalize } = calls;
    const bytesAt = (start: number, column: number): Uint8Array =>
      wasm.heap8u().subarray(start, start + sqlite3_column_bytes(statement, column));
    const text = (column: number): Uint8Array => bytesAt(sqlite3_column_text(statement, column), column);
    return {
      step: () => {
        const code = this.guard(() => sqlite3_step(statement));
        if (code === capi.SQLITE_ROW) return 'row';
        if (code === capi.SQLITE_DONE) return 'done';
        if (code === capi.SQLITE_TOOBIG) return 'long';
        return code === capi.SQLITE_NOMEM ? 'full' : 'damaged';
      },
      kind: (column) => sqlite3_column_type(statement, column),
      text,
      blob: (column) => bytesAt(sqlite3_column_blob(statement, column), column),
      number: (column) => sqlite3_column_double(statement, column),
      name: (column) => Buffer.from(text(column)).toString('utf8'),
      close: () => {
        this.guard(() => sqlite3_finalize(statement));
      },
    };
  }

  /** @throws ItemProblem what the source threw; `malformed` where the library broke down */
  guard<T>(call: () => T): T {
    const library = this.#library;
    let result: T;
    try {
      result = call();
    } catch (error) {
      if (error instanceof ItemProblem) throw error;
      library.abandon();
      this.#pointer = 0;
      throw new ItemProblem('malformed', 'the database is damaged', { cause: error });
    }
    const { failure } = library;
    library.failure = undefined;
    if (failure !== undefined) throw failure;
    return result;
  }

  close(): void {
    const pointer = this.#pointer;
    this.#pointer = 0;
    try {
      if (pointer !== 0) this.guard(() => this.#library.calls.sqlite3_close_v2(pointer));
    } finally {
      this.#forget();
    }
  }
}
