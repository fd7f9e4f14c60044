/** Avro files of one block, without compression, written by the specification: of names and sizes that no library writes. */

/** @param records number of records that `block` holds */
export function avroOf(schema: object, block: Buffer, records: number): Buffer {
  const text = (value: string): Buffer => Buffer.concat([long(Buffer.byteLength(value)), Buffer.from(value)]);
  const marker = Buffer.alloc(16, 7);
  const head = [Buffer.from('Obj\x01'), long(1), text('avro.schema'), text(JSON.stringify(schema)), long(0), marker];
  return Buffer.concat([...head, long(records), long(block.length), block, marker]);
}

/** Zigzag, seven bits a byte. */
export function long(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
