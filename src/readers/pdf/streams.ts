/**
 * A look at the compressed streams of a PDF before the library sees it: the library decompresses a stream into memory without a
 * limit, and passes in silence over one that is damaged.
 */
import { zlib } from '../../core/builtin.js';

/** Most bytes that one stream may give, and all of them together. A page of dense text has 10 KB. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_BYTES_IN_ALL = 1024 * 2 ** 20;
/** An image may give what its width and height promise. */
const MOST_IMAGE_BYTES = 512 * 2 ** 20;
/** Deflate makes at most so many bytes of one (zlib, technical details). */
const MOST_RATIO = 1032;
/** Streams up to this size give at most 16 MiB. */
const SMALL_BYTES = 16 * 1024;
/** A stream's dictionary is looked for in so many bytes before it. */
const DICTIONARY_BYTES = 4096;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const START = Buffer.from('stream', 'latin1');
const END = Buffer.from('endstream', 'latin1');

export interface StreamCheck {
  /** Compressed streams that are not images, and cannot be decompressed to their end. */
  readonly damaged: number;
  /** One of them, or all together, would take more memory or time than is given to them. */
  readonly isTooLarge: boolean;
  /** Bytes of attached files, decompressed. */
  readonly embeddedBytes: number;
}

/** Checks every stream that is compressed with deflate; other compression of text is older than PDF 1.2. */
export async function checkStreams(bytes: Uint8Array): Promise<StreamCheck> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Under a password's key (an empty one opens it), nothing tells damage from encryption.
  const isEncrypted = file.includes('/Encrypt');
  let damaged = 0;
  let all = 0;
  let embeddedBytes = 0;
  for (const { data, dictionary } of streamsOf(file)) {
    if (!isDeflated(data)) continue;
    const image = imageBytes(dictionary);
    const most = image ?? MOST_BYTES;
    // What is too small to grow beyond the limit is inflated for its damage only, and images are not read.
    if (image !== undefined && data.length * MOST_RATIO <= most) continue;
    const length = data.length <= SMALL_BYTES ? inflatedAtOnce(data) : await inflatedLength(data, most);
    if (length === 'too long') return { damaged, isTooLarge: true, embeddedBytes };
    if (length === 'damaged') damaged += image === undefined && !isEncrypted ? 1 : 0;
    else if (image === undefined) all += length;
    if (typeof length === 'number' && dictionary.includes('/EmbeddedFile')) embeddedBytes += length;
    if (all > MOST_BYTES_IN_ALL) return { damaged, isTooLarge: true, embeddedBytes };
  }
  return { damaged, isTooLarge: false, embeddedBytes };
}

interface Stream {
  readonly data: Buffer;
  readonly dictionary: string;
}

function* streamsOf(file: Buffer): Generator<Stream, void, void> {
  for (let at = file.indexOf(START); at >= 0; ) {
    let start = at + START.length;
    if (file[start] === RETURN) start++;
    if (file[start] === NEWLINE) start++;
    if (start === at + START.length) {
      at = file.indexOf(START, start);
      continue;
    }
    const found = file.indexOf(END, start);
    const end = found < 0 ? file.length : found;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at);
    yield { data: file.subarray(start, end), dictionary: before.slice(before.lastIndexOf('obj') + 3) };
    at = file.indexOf(START, Math.min(file.length, end + END.length));
  }
}

/** The header of zlib (RFC 1950): method 8, a checksum over two bytes. */
function isDeflated(data: Buffer): boolean {
  return data.length > 2 && (data[0]! & 0x0f) === 8 && ((data[0]! << 8) | data[1]!) % 31 === 0;
}

/** Bytes that an image has by its own words; undefined for what is none. */
function imageBytes(dictionary: string): number | undefined {
  if (!/\/Subtype\s*\/Image\b/.test(dictionary)) return undefined;
  const [, width = '0'] = /\/Width\s+(\d+)/.exec(dictionary) ?? [];
  const [, height = '0'] = /\/Height\s+(\d+)/.exec(dictionary) ?? [];
  // Four components of two bytes each at most, and a byte for each row.
  const promised = Number(height) * (Number(width) * 8 + 1);
  return Math.min(MOST_IMAGE_BYTES, Math.max(MOST_BYTES, promised));
}

type Inflated = number | 'damaged' | 'too long';

/** Of so few bytes that what comes out can be held. */
function inflatedAtOnce(data: Buffer): Inflated {
  try {
    return zlib().inflateSync(data).length;
  } catch (error) {
    return inflateFailure(error);
  }
}

async function inflatedLength(data: Buffer, most: number): Promise<Inflated> {
  const inflate = zlib().createInflate();
  inflate.end(data);
  let length = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > most) return 'too long';
    }
  } catch (error) {
    return inflateFailure(error);
  }
  return length;
}

/** @throws the error itself where zlib did not make it */
function inflateFailure(error: unknown): 'damaged' {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return 'damaged';
  throw error;
}
