/**
 * A look at the metadata of an Arrow message before the library sees it. It is a flatbuffer: tables that point at others and say how many
 * there are. The library believes the numbers, and runs through billions of entries that are not there.
 */

/** Tables by the names that Arrow's schema gives them (Message.fbs, Schema.fbs of format version 1.5). */
type TableName =
  | 'Message'
  | 'Schema'
  | 'Field'
  | 'KeyValue'
  | 'Type'
  | 'RecordBatch'
  | 'DictionaryBatch'
  | 'DictionaryEncoding'
  | 'Other';

/** What stands in a slot of a table and can be followed; numbers are left out. `bytes` is the size of an entry. */
type Slot =
  | { readonly slot: number; readonly kind: 'table'; readonly table: TableName }
  | { readonly slot: number; readonly kind: 'tables'; readonly table: TableName }
  | { readonly slot: number; readonly kind: 'entries'; readonly bytes: number };

const TEXT = 1;
const NODE = 16;
const BLOCK = 24;
const SLOTS: Readonly<Record<TableName, readonly Slot[]>> = {
  Message: [{ slot: 4, kind: 'tables', table: 'KeyValue' }],
  Schema: [
    { slot: 1, kind: 'tables', table: 'Field' },
    { slot: 2, kind: 'tables', table: 'KeyValue' },
    { slot: 3, kind: 'entries', bytes: 8 },
  ],
  Field: [
    { slot: 0, kind: 'entries', bytes: TEXT },
    { slot: 3, kind: 'table', table: 'Type' },
    { slot: 4, kind: 'table', table: 'DictionaryEncoding' },
    { slot: 5, kind: 'tables', table: 'Field' },
    { slot: 6, kind: 'tables', table: 'KeyValue' },
  ],
  KeyValue: [
    { slot: 0, kind: 'entries', bytes: TEXT },
    { slot: 1, kind: 'entries', bytes: TEXT },
  ],
  // A union has the ids of its types in slot 1, a timestamp its time zone; a number there is no way out of the message.
  Type: [],
  RecordBatch: [
    { slot: 1, kind: 'entries', bytes: NODE },
    { slot: 2, kind: 'entries', bytes: NODE },
    { slot: 4, kind: 'entries', bytes: 8 },
  ],
  DictionaryBatch: [{ slot: 1, kind: 'table', table: 'RecordBatch' }],
  DictionaryEncoding: [{ slot: 1, kind: 'table', table: 'Type' }],
  Other: [],
};
const UNION = 14;
const TIMESTAMP = 10;
const TYPE_SLOTS: Readonly<Record<number, Slot>> = {
  [UNION]: { slot: 1, kind: 'entries', bytes: 4 },
  [TIMESTAMP]: { slot: 1, kind: 'entries', bytes: TEXT },
};
/** Tables of a message's header by their number there. */
const HEADERS: readonly TableName[] = ['Other', 'Schema', 'DictionaryBatch', 'RecordBatch'];
/** More levels than columns may have are refused later; here they only must not overflow the stack. */
const MOST_DEPTH = 256;

/** @throws RangeError where the metadata says that there is more in it than its bytes can hold */
export function checkMetadata(bytes: Uint8Array): void {
  const walk = new Walk(bytes);
  const message = walk.root();
  walk.follow(message, 'Message', 0);
  const header = walk.target(message, 2);
  if (header !== undefined) walk.follow(header, HEADERS[walk.byte(message, 1)] ?? 'Other', 0);
}

/** Where a message of a file stands. Nothing is checked. */
export interface Block {
  readonly offset: number;
  readonly metadataBytes: number;
  readonly bodyBytes: number;
}

export interface FooterParts {
  /** As a message, with mark and length. */
  readonly schema: Uint8Array;
  /** In the order in which they are applied. */
  readonly dictionaries: readonly Block[];
}

/** @param footer the flatbuffer (File.fbs: version, schema, dictionaries, record batches) @throws RangeError where it is damaged */
export function footerParts(footer: Uint8Array): FooterParts {
  const walk = new Walk(footer);
  const root = walk.root();
  const schema = walk.target(root, 1);
  if (schema === undefined) throw new RangeError('a footer without schema');
  return { schema: schemaMessage(footer, schema, walk.byte(root, 0)), dictionaries: walk.blocks(root, 2) };
}

/** Number of a schema among the headers. */
const SCHEMA = HEADERS.indexOf('Schema');
/** Mark and length, the place of the message, its list of places and the message itself, up to a multiple of eight. */
const BEFORE_FOOTER = 40;

/**
 * A message whose header is the schema at a place of a footer: it is put before the footer and points into it, since places in a flatbuffer
 * count from where they stand. So nothing of the schema is lost, whatever of it the library knows.
 */
function schemaMessage(footer: Uint8Array, schema: number, version: number): Uint8Array {
  const message = Buffer.alloc(BEFORE_FOOTER + Math.ceil(footer.length / 8) * 8);
  message.writeInt32LE(-1, 0);
  message.writeInt32LE(message.length - 8, 4);
  message.writeUInt32LE(24 - 8, 8);
  // Its list of places: length of the list, of the table, and where in the table version, kind of header and header stand.
  for (const [i, value] of [10, 12, 8, 10, 4].entries()) message.writeUInt16LE(value, 12 + 2 * i);
  message.writeInt32LE(24 - 12, 24);
  message.writeUInt32LE(BEFORE_FOOTER + schema - 28, 28);
  message.writeUInt8(version, 32);
  message.writeUInt8(SCHEMA, 34);
  message.set(footer, BEFORE_FOOTER);
  checkMetadata(message.subarray(8));
  return message;
}

class Walk {
  readonly #view: DataView;
  /** Whatever is followed was written somewhere: no more entries than bytes. Tables that share others could be followed for ever. */
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = bytes.length;
  }

  root(): number {
    return this.#view.getUint32(0, true);
  }

  follow(table: number, name: TableName, depth: number): void {
    this.#count(1);
    if (depth > MOST_DEPTH) throw new RangeError('tables within tables');
    for (const slot of SLOTS[name]) this.#slot(table, slot, depth);
    if (name !== 'Field') return;
    const typed = TYPE_SLOTS[this.byte(table, 2)];
    const type = this.target(table, 3);
    if (typed !== undefined && type !== undefined) this.#slot(type, typed, depth);
  }

  /** A number in a slot; 0 where it is not set. */
  byte(table: number, slot: number): number {
    const at = this.#place(table, slot);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  /** What a slot points at; undefined where it is not set. */
  target(table: number, slot: number): number | undefined {
    const at = this.#place(table, slot);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }

  /** A list of blocks in a slot: structs of 24 bytes, offset and length of the body in 64 bits each. */
  blocks(table: number, slot: number): Block[] {
    const at = this.target(table, slot);
    const count = at === undefined ? 0 : this.#view.getUint32(at, true);
    return Array.from({ length: count }, (_, i) => {
      const block = at! + 4 + BLOCK * i;
      return {
        offset: Number(this.#view.getBigInt64(block, true)),
        metadataBytes: this.#view.getInt32(block + 8, true),
        bodyBytes: Number(this.#view.getBigInt64(block + 16, true)),
      };
    });
  }

  #slot(table: number, slot: Slot, depth: number): void {
    const at = this.target(table, slot.slot);
    if (at === undefined) return;
    if (slot.kind === 'table') {
      this.follow(at, slot.table, depth + 1);
      return;
    }
    const count = this.#view.getUint32(at, true);
    const size = slot.kind === 'entries' ? slot.bytes : 4;
    if (count * size > this.#view.byteLength - at - 4) throw new RangeError('a list reaches over the end');
    // A text is one entry, however long.
    this.#count(size === TEXT ? 1 : count);
    if (slot.kind === 'entries') return;
    for (let i = 0; i < count; i++) {
      const entry = at + 4 + 4 * i;
      this.follow(entry + this.#view.getUint32(entry, true), slot.table, depth + 1);
    }
  }

  /** Where a slot's value lies: tables begin with the way back to a list of places. */
  #place(table: number, slot: number): number | undefined {
    const places = table - this.#view.getInt32(table, true);
    const at = 4 + 2 * slot;
    const offset = at + 2 <= this.#view.getUint16(places, true) ? this.#view.getUint16(places + at, true) : 0;
    return offset === 0 ? undefined : table + offset;
  }

  #count(entries: number): void {
    this.#left -= entries;
    if (this.#left < 0) throw new RangeError('more entries than bytes');
  }
}
