/** Text that is not UTF-8 is turned into it piece by piece; spans then count in the decoded stream. */
import type { TextEncoding } from '../core/format.js';
import type { ByteSource } from '../core/source.js';
import { decoderOf } from './decoder.js';
import { type Head, readHead } from './head.js';

/** A source of UTF-8 with a look at its first bytes. */
class DecodedSource {
  /** The source as it is now to be read: with the head again, where that was taken from a stream. */
  bytes: ByteSource;

  constructor(source: ByteSource, encoding: TextEncoding) {
    this.bytes = encoding === 'utf-8' ? source : transcoded(source, encoding);
  }

  /** The first bytes, at most `length`; they are read again by whoever reads `bytes`. */
  head(length: number): Uint8Array | Promise<Uint8Array> {
    const head = readHead(this.bytes, length);
    return head instanceof Promise ? head.then((found) => this.#take(found)) : this.#take(head);
  }

  #take(head: Head): Uint8Array {
    this.bytes = head.source;
    return head.bytes;
  }
}

/** The source as UTF-8: itself where it is. Bytes that are no text in its encoding become U+FFFD. */
export function decoded(source: ByteSource, encoding: TextEncoding): DecodedSource {
  return new DecodedSource(source, encoding);
}

function transcoded(source: ByteSource, encoding: Exclude<TextEncoding, 'utf-8'>): ByteSource {
  let consumed = 0;
  return {
    get storedBytes() {
      return source.storedBytes ?? consumed;
    },
    async *stream() {
      const decoder = decoderOf(encoding);
      for await (const chunk of source.stream()) {
        consumed += chunk.length;
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') yield Buffer.from(text, 'utf8');
      }
      const rest = decoder.decode();
      if (rest !== '') yield Buffer.from(rest, 'utf8');
    },
    close: () => source.close(),
  };
}
