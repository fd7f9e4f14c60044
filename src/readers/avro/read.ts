/**
 * Avro object containers: block by block, the records of each by the schema in the header. A block that is damaged is passed over,
 * to the marker that stands behind every block.
 */
import { zlib } from '../../core/builtin.js';
import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import { VALUE_IS_NAME } from '../../core/segment.js';
import { attempt } from '../attempt.js';
import { awaited } from '../awaited.js';
import { type BlockCodecs, loadBlockCodecs } from '../block-codecs.js';
import { Cells, type Filled } from '../cells.js';
import { unpackAtOnce } from '../compressed/at-once.js';
import { Forward } from '../forward.js';
import { jsonPath, type PathElement } from '../json-path.js';
import { mostSteps, mostValueBytes, tooManyBytes, tooManyValues, VALUE_STEPS } from '../most-values.js';
import type { ReadRequest, Steps } from '../types.js';
import { mostDecoded } from '../zstd-layout.js';
import { Decoder, damage } from './decoder.js';
import { loadSchema, type Node } from './schema.js';

const MAGIC_BYTES = 4;
const MARKER_BYTES = 16;
const CHECKSUM_BYTES = 4;
/** Count and size of a block, each at most ten bytes. */
const BLOCK_HEAD_BYTES = 20;
const MOST_HEADER_BYTES = 16 * 1024 * 1024;
/**
 * A block is held as a whole, stored and decompressed, and its longest text once more. Writers make blocks of 16 kB to a few megabytes.
 */
const MOST_BLOCK_BYTES = 32 * 1024 * 1024;
/** Records in records; each level is a call. */
const MOST_DEPTH = 256;
/**
 * Steps of a node of the schema at each record: records of records without a byte can have any number of them. In data as people write
 * them these are far from what is allowed: a field that may be missing has two, and at least a byte.
 */
const NODE_STEPS = 2;
/**
 * Paths that are kept from one record to the next, in one place and in all: keys of maps are made up by whoever writes them, and records
 * that hold each other have more paths than fit into memory.
 */
const MOST_PATHS_BELOW = 10_000;
const MOST_PATHS = 100_000;
/** Steps of each name on a path that is not kept, and is made anew. */
const NAME_STEPS = 8;

/** Reads a file from front to back. */
export function* readAvro(request: ReadRequest): Steps {
  const { counts, source } = request;
  const forward = new Forward(source);
  let problem: ItemProblem | undefined;
  let lost = 0;
  let unpacked = 0;
  let isSpent = false;
  try {
    const header = yield* readHeader(forward);
    const records = new Records(request);
    const codecs = yield* awaited(loadBlockCodecs());
    const schema = yield* awaited(knownSchema(header.schema, request.everyValue === true));
    yield* records.fieldNames(schema);
    while (!isSpent) {
      const start = forward.position;
      const block = yield* readBlock(forward, header.marker);
      if (block === 'end') break;
      try {
        if (block instanceof ItemProblem) throw block;
        const bytes = yield* decompress(block.bytes, header.codec, codecs);
        unpacked += bytes.length;
        isSpent = unpacked > mostValueBytes(forward.position);
        if (isSpent) throw tooManyBytes('its blocks');
        yield* records.block(schema, block.count, bytes, forward.position);
      } catch (error) {
        if (!(error instanceof ItemProblem) || error.code === 'changed') throw error;
        isSpent ||= records.isSpent;
        problem ??= error;
        lost += forward.position - start;
      }
      if (!isSpent) counts.bytesExamined = (source.storedBytes ?? forward.position) - lost;
      counts.bytesDecoded = records.bytes;
      counts.records = records.count;
    }
    yield* records.end();
    if (!isSpent) {
      forward.finish();
      counts.bytesExamined = (source.storedBytes ?? forward.position) - lost;
    }
    if (problem !== undefined) throw problem;
  } finally {
    const closing = forward.close();
    if (closing) yield closing;
  }
}

interface Header {
  readonly schema: string;
  readonly codec: string;
  readonly marker: Uint8Array;
}

/** @throws ItemProblem `malformed` */
async function knownSchema(...said: Parameters<typeof loadSchema>): Promise<Node> {
  try {
    return await loadSchema(...said);
  } catch (error) {
    throw new ItemProblem('malformed', 'the schema in its header is damaged or not known', { cause: error });
  }
}

/** Magic number, names and values (schema, codec), and the marker of this file. */
function* readHeader(forward: Forward): Generator<Promise<void>, Header, void> {
  for (let size = 4096; ; size *= 4) {
    const filling = forward.fill(size);
    if (filling) yield filling;
    const decoder = new Decoder(forward.peek());
    try {
      const header = headerOf(decoder);
      forward.take(decoder.at);
      return header;
    } catch (error) {
      if (!(error instanceof ItemProblem)) throw error;
      forward.finish();
      if (forward.ready < size) throw new ItemProblem('malformed', 'the header is damaged');
      if (size > MOST_HEADER_BYTES) throw new ItemProblem('limit', 'a header of more than 16 MiB is not read');
    }
  }
}

function headerOf(decoder: Decoder): Header {
  decoder.fixed(MAGIC_BYTES);
  let [schema, codec] = ['', 'null'];
  for (let count = decoder.count(); count !== 0; count = decoder.count()) {
    if (count < 0) decoder.long();
    for (let left = Math.abs(count); left > 0; left--) {
      const key = textOf(decoder.bytes());
      const value = decoder.bytes();
      if (key === 'avro.schema') schema = textOf(value);
      if (key === 'avro.codec') codec = textOf(value);
    }
  }
  return { schema, codec, marker: Uint8Array.from(decoder.fixed(MARKER_BYTES)) };
}

interface Block {
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** The next block, or what is wrong with it: the reader then stands behind it, as far as that is known. */
function* readBlock(forward: Forward, marker: Uint8Array): Generator<Promise<void>, Block | ItemProblem | 'end', void> {
  const filling = forward.fill(BLOCK_HEAD_BYTES);
  if (filling) yield filling;
  if (forward.ready === 0) return 'end';
  const head = new Decoder(forward.peek());
  let count = 0;
  let size = -1;
  try {
    count = head.count();
    size = head.count();
  } catch (error) {
    if (!(error instanceof ItemProblem)) throw error;
  }
  if (count < 0 || size < 0 || size > MOST_BLOCK_BYTES) {
    yield* passOver(forward, marker);
    return size > MOST_BLOCK_BYTES ? new ItemProblem('limit', 'a block of more than 32 MiB is not read') : damage();
  }
  const rest = forward.fill(head.at + size + MARKER_BYTES);
  if (rest) yield rest;
  const found = forward.peek().subarray(head.at + size, head.at + size + MARKER_BYTES);
  if (!Buffer.from(marker).equals(found)) {
    const isCut = found.length < MARKER_BYTES;
    yield* passOver(forward, marker);
    return isCut ? new ItemProblem('malformed', 'ends inside a block') : damage();
  }
  forward.take(head.at);
  const bytes = forward.take(size);
  forward.take(MARKER_BYTES);
  return { count, bytes };
}

/** Goes behind the next marker, or to the end. */
function* passOver(forward: Forward, marker: Uint8Array): Generator<Promise<void>, void, void> {
  for (;;) {
    const filling = forward.fill(2 * MARKER_BYTES);
    if (filling) yield filling;
    const left = forward.peek();
    const at = Buffer.from(left.buffer, left.byteOffset, left.length).indexOf(marker);
    if (at >= 0) {
      forward.take(at + MARKER_BYTES);
      return;
    }
    if (left.length < 2 * MARKER_BYTES) {
      forward.take(left.length);
      return;
    }
    forward.take(left.length - MARKER_BYTES + 1);
  }
}

/** @throws ItemProblem `unsupported`, `malformed` or `limit` */
function* decompress(bytes: Uint8Array, codec: string, codecs: BlockCodecs): Generator<Promise<void>, Uint8Array, void> {
  const detail = 'a block cannot be decompressed';
  const tooLong = 'a block of more than 32 MiB is not read';
  switch (codec) {
    case 'null':
      return bytes;
    case 'deflate':
      return attempt(detail, () => codecs.DEFLATE(bytes, MOST_BLOCK_BYTES));
    case 'snappy': {
      // Behind it stands a checksum of what comes out (Avro 1.12, "Required Codecs"), before it its length.
      const packed = bytes.subarray(0, Math.max(0, bytes.length - CHECKSUM_BYTES));
      const length = snappyLength(packed);
      if (length > MOST_BLOCK_BYTES) throw new ItemProblem('limit', tooLong);
      const unpacked = attempt(detail, () => codecs.SNAPPY(packed, length));
      const checksum = Buffer.from(bytes.subarray(packed.length));
      if (checksum.length < CHECKSUM_BYTES || zlib().crc32(unpacked) !== checksum.readUInt32BE())
        throw new ItemProblem('malformed', 'a block has not the checksum that it should have');
      return unpacked;
    }
    case 'zstandard': {
      const most = attempt(detail, () => mostDecoded(bytes));
      if (most > MOST_BLOCK_BYTES) throw new ItemProblem('limit', tooLong);
      return attempt(detail, () => codecs.ZSTD(bytes, most));
    }
    case 'bzip2':
    case 'xz':
      return yield* awaited(unpackAtOnce(codec, bytes, { most: MOST_BLOCK_BYTES, detail, tooLong }));
    default:
      throw new ItemProblem('unsupported', 'Avro that is compressed with a codec of its own is not read');
  }
}

function snappyLength(packed: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < 5; i++) {
    const byte = packed[i] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) break;
  }
  return length;
}

/** A way down the field path of a value, from its end. */
interface Step {
  readonly before: Step | undefined;
  readonly element: PathElement;
}

/** Names on a path, and where it goes on. */
class Names {
  readonly id: number;
  readonly names: readonly string[];
  readonly #paths: Paths;
  readonly #below = new Map<string, Names>();

  constructor(paths: Paths, names: readonly string[]) {
    this.id = paths.cells.name(names);
    this.names = names;
    this.#paths = paths;
  }

  below(name: string): Names {
    const known = this.#below.get(name);
    if (known !== undefined) return known;
    const paths = this.#paths;
    const made = new Names(paths, [...this.names, name]);
    if (this.#below.size < MOST_PATHS_BELOW && paths.kept < MOST_PATHS) {
      this.#below.set(name, made);
      paths.kept++;
    } else paths.onMade(made.names.length);
    return made;
  }
}

/** What the paths of an item share. */
interface Paths {
  readonly cells: Cells<CellPlace>;
  /** Number of those that are kept. */
  kept: number;
  /** Told the length of one that is not. @throws ItemProblem `limit` */
  readonly onMade: (length: number) => void;
}

interface CellPlace {
  /** Number of the record, or -1 for a field's name in the schema. */
  readonly record: number;
  readonly step: Step | undefined;
}

class Records {
  count = 0;
  /** As much was examined as may come out of the file. */
  isSpent = false;
  #steps = 0;
  #mostSteps = mostSteps(0);
  #mostBytes = 0;
  readonly #cells: Cells<CellPlace>;
  readonly #root: Names;

  constructor(request: ReadRequest) {
    this.#cells = new Cells({ request, shape: 'record', locate });
    this.#root = new Names({ cells: this.#cells, kept: 0, onMade: (length) => this.#step(NAME_STEPS * length) }, []);
  }

  get bytes(): number {
    return this.#cells.bytes;
  }

  /** Names of fields are examined as values, each where it is first met. */
  *fieldNames(schema: Node): Filled {
    const seen = new Set<Node>();
    const open: { node: Node; names: Names; step: Step | undefined }[] = [{ node: schema, names: this.#root, step: undefined }];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const { node, names, step } = next;
      if (seen.has(node)) continue;
      seen.add(node);
      if (node.kind === 'array' || node.kind === 'map') open.push({ node: node.items, names, step });
      if (node.kind === 'union') for (const branch of node.branches) open.push({ node: branch, names, step });
      if (node.kind !== 'record') continue;
      for (const field of node.fields) {
        const filled = this.#cells.put(names.id, field.name, { record: -1, step }, VALUE_IS_NAME);
        if (filled) yield* filled;
        open.push({ node: field.node, names: names.below(field.name), step: { before: step, element: field.name } });
      }
    }
  }

  /**
   * The records of one block.
   * @param stored bytes of the file up to its end
   * @throws ItemProblem `malformed` or `limit`; those before are given
   */
  *block(schema: Node, count: number, bytes: Uint8Array, stored: number): Filled {
    this.#mostSteps = mostSteps(stored);
    this.#mostBytes = mostValueBytes(stored);
    const decoder = new Decoder(bytes);
    for (let i = 0; i < count; i++) {
      const before = decoder.at;
      yield* this.#value(schema, decoder, this.#root, undefined, 0);
      this.count++;
      // Records without a byte hold nothing, however many there are.
      if (decoder.at === before) {
        this.count += count - 1 - i;
        break;
      }
    }
    // Its number of records is wrong, or its records are: what they say of each other nothing else tells.
    if (decoder.at < bytes.length) throw damage();
  }

  *end(): Filled {
    yield* this.#cells.flush();
  }

  /** @throws ItemProblem `limit` */
  #step(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#mostSteps) throw this.#spent(tooManyValues('its blocks'));
  }

  #spent(problem: ItemProblem): ItemProblem {
    this.isSpent = true;
    return problem;
  }

  *#value(node: Node, decoder: Decoder, names: Names, step: Step | undefined, depth: number): Filled {
    this.#step(NODE_STEPS);
    if (depth > MOST_DEPTH) throw new ItemProblem('limit', 'records that are nested more than 256 times are not read');
    switch (node.kind) {
      case 'leaf': {
        const value = node.read(decoder);
        if (value === undefined || !this.#cells.takes(value)) return;
        this.#step(VALUE_STEPS);
        // One byte may stand for a symbol of a megabyte.
        if (this.#cells.bytes + value.length > this.#mostBytes) throw this.#spent(tooManyBytes('its blocks'));
        const filled = this.#cells.put(names.id, value, { record: this.count, step });
        if (filled) yield* filled;
        return;
      }
      case 'record':
        for (const { name, node: inner } of node.fields) {
          yield* this.#value(inner, decoder, names.below(name), { before: step, element: name }, depth + 1);
        }
        return;
      case 'union': {
        const branch = node.branches[decoder.count()];
        if (branch === undefined) throw damage();
        yield* this.#value(branch, decoder, names, step, depth + 1);
        return;
      }
      default:
        yield* this.#items(node, decoder, names, step, depth);
    }
  }

  /** Lists and maps come in blocks; a count below 0 is followed by the size in bytes. */
  *#items(
    { kind, items }: Node & { readonly kind: 'array' | 'map' },
    decoder: Decoder,
    names: Names,
    step: Step | undefined,
    depth: number,
  ): Filled {
    let index = 0;
    for (let count = decoder.count(); count !== 0; count = decoder.count()) {
      if (count < 0) decoder.long();
      for (let left = Math.abs(count); left > 0; left--) {
        const before = decoder.at;
        if (kind === 'array') {
          yield* this.#value(items, decoder, names, { before: step, element: index++ }, depth + 1);
        } else {
          const key = textOf(decoder.bytes());
          const place = { record: this.count, step };
          const filled = this.#cells.put(names.id, key, place, VALUE_IS_NAME);
          if (filled) yield* filled;
          yield* this.#value(items, decoder, names.below(key), { before: step, element: key }, depth + 1);
        }
        if (decoder.at === before) break;
      }
    }
  }
}

function locate({ record, step }: CellPlace): Location {
  const elements: PathElement[] = [];
  for (let at = step; at !== undefined; at = at.before) elements.push(at.element);
  const path = jsonPath(elements.reverse());
  return record < 0 ? { jsonPath: path } : { recordIndex: record, jsonPath: path };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
