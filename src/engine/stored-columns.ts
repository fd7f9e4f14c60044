/** Arrays of numbers that stand in a file one after the other, each where its numbers may begin: they are read without being copied. */

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;
type Kind = keyof typeof ARRAYS;
type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Of each array: its kind, and how many numbers it has. */
export type ColumnTable<Columns> = { readonly [Name in keyof Columns]: readonly [kind: Kind, length: number] };

/** Bytes of the widest number. */
const ALIGNMENT = 8;

/** @returns the arrays' bytes, to be put at a multiple of eight bytes */
export function storeColumns<Columns extends Readonly<Record<string, Column>>>(
  columns: Columns,
): { readonly table: ColumnTable<Columns>; readonly bytes: Uint8Array } {
  const table: Record<string, [Kind, number]> = {};
  const parts: Uint8Array[] = [];
  for (const [name, column] of Object.entries(columns)) {
    table[name] = [kindOf(column), column.length];
    const part = new Uint8Array(aligned(column.byteLength));
    part.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    parts.push(part);
  }
  return { table: table as ColumnTable<Columns>, bytes: Buffer.concat(parts) };
}

/** @param at where the arrays begin in `bytes`, which begins at a multiple of eight in its memory */
export function restoreColumns<Columns>(table: ColumnTable<Columns>, bytes: Uint8Array, at = 0): Columns {
  const columns: Record<string, Column> = {};
  let next = bytes.byteOffset + at;
  for (const [name, [kind, length]] of Object.entries<readonly [Kind, number]>(table)) {
    const column = new ARRAYS[kind](bytes.buffer as ArrayBuffer, next, length);
    columns[name] = column;
    next += aligned(column.byteLength);
  }
  return columns as Columns;
}

/** Bytes that the arrays take. */
export function columnBytes<Columns>(table: ColumnTable<Columns>): number {
  const lengths = Object.values<readonly [Kind, number]>(table);
  return lengths.reduce((sum, [kind, length]) => sum + aligned(length * ARRAYS[kind].BYTES_PER_ELEMENT), 0);
}

/** The next multiple of eight. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function kindOf(column: Column): Kind {
  return (Object.keys(ARRAYS) as Kind[]).find((kind) => column instanceof ARRAYS[kind])!;
}
