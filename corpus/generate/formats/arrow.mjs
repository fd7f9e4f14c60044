/**
 * Fixtures of Arrow as its own library for JavaScript writes files: apache-arrow 21.2.0. It writes the schema in the footer only.
 *
 *     node corpus/generate/formats/arrow.mjs test/fixtures/arrow
 *
 * Three batches: a dictionary that grows by a delta, timestamps, lists; the same compressed; one without dictionary, whose first message is a
 * batch; none at all. Values are made up: numbers of the area 536 with serials in order.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  CompressionType,
  compressionRegistry,
  Dictionary,
  Field,
  Int32,
  List,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';
import lz4 from 'lz4js';

const folder = process.argv[2];
compressionRegistry.set(CompressionType.LZ4_FRAME, {
  encode: (bytes) => Uint8Array.from(lz4.compress(bytes)),
  decode: (bytes) => lz4.decompress(bytes),
});
const ssn = (serial) => `536-10-${1000 + serial}`;
const chunk = (serials) => vectorFromArray(serials.map(ssn), new Utf8()).data[0];

const list = new List(new Field('item', new Utf8(), true));
const entry = new Dictionary(new Utf8(), new Int32(), 7);
const schema = new Schema([
  new Field('ssn', entry, true),
  new Field('seen', new TimestampMillisecond(), true),
  new Field('tags', list, true),
]);
const DAY = 86_400_000;

/** A batch of rows whose numbers are entries of a dictionary. */
function batch(rows, dictionary) {
  const children = [
    makeData({ type: entry, length: rows.length, nullCount: 0, data: Int32Array.from(rows), dictionary: new Vector(dictionary) }),
    vectorFromArray(
      rows.map((row) => row * DAY),
      new TimestampMillisecond(),
    ).data[0],
    vectorFromArray(
      rows.map((row) => [ssn(100 + row), ssn(200 + row)]),
      list,
    ).data[0],
  ];
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children }));
}

function write(name, batches, compressionType = null) {
  const writer = new RecordBatchFileWriter({ autoDestroy: true, compressionType });
  for (const one of batches) writer.write(one);
  writer.finish();
  fs.writeFileSync(path.join(folder, name), writer.toUint8Array(true));
}

const [first, more] = [chunk([0, 1]), chunk([2, 3])];
const batches = [batch([0, 1], [first]), batch([2, 3, 0], [first, more]), batch([3], [first, more])];
write('javascript.arrow', batches);
write('javascript-lz4.arrow', batches, CompressionType.LZ4_FRAME);
const plain = new Table({ ssn: vectorFromArray([ssn(0), ssn(1)], new Utf8()) });
fs.writeFileSync(path.join(folder, 'javascript-plain.arrow'), tableToIPC(plain, 'file'));
fs.writeFileSync(path.join(folder, 'javascript-empty.arrow'), tableToIPC(new Table(schema), 'file'));
