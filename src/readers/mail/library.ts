/** The library that takes mail apart (postal-mime): the only place that knows it. */
import { ItemProblem } from '../../core/problem.js';
import type { Attachment } from '../attachments.js';

/** A message, decoded. */
export interface Message {
  /** In order; encoded words are decoded. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /** Mark-up of the HTML body; empty where there is none. */
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** The message names parts, and ends before the last of them does. */
  readonly isCut: boolean;
}

/** @throws ItemProblem `malformed` where it cannot be taken apart */
export async function parseMessage(bytes: Uint8Array): Promise<Message> {
  const { default: PostalMime, decodeWords } = await import('postal-mime');
  try {
    // Messages in messages are attachments too: each is read as a part of its own.
    const { headers, text, html, attachments } = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
    return {
      fields: headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
      text: text ?? '',
      html: html ?? '',
      attachments: attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? mimeType,
        bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content),
      })),
      isCut: isCut(bytes, type),
    };
  } catch (error) {
    throw new ItemProblem('malformed', 'a message cannot be taken apart', { cause: error });
  }
}

/** Whether the line that ends the last part is missing (RFC 2046, 5.1.1). */
function isCut(bytes: Uint8Array, type: string): boolean {
  const [, quoted, token] = /^multipart\/.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/is.exec(type) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) return false;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`--${boundary}--`);
}
