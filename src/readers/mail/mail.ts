/** Mail, one message or a mailbox of them: header fields by name, bodies as text, attachments in turn. */
import { InternalError } from '../../core/errors.js';
import { ItemProblem } from '../../core/problem.js';
import type { Location } from '../../core/segment.js';
import { attachmentPieces } from '../attachments.js';
import { type Piece, readPieces } from '../documents.js';
import { htmlText } from '../html-text.js';
import { Omissions } from '../omissions.js';
import type { ReadRequest, Steps } from '../types.js';
import { parseMessage } from './library.js';
import { messagesOf, oneMessage, type StoredMessage } from './mbox.js';

/** Most of one message that is held; with what the library makes of it, up to eight times as much. */
const MOST_MESSAGE_BYTES = 32 * 2 ** 20;

/** Reads mail. What is left out is one problem at the end. @throws ItemProblem */
export function* readMail(request: ReadRequest): Steps {
  const { source, format } = request;
  if (format.kind !== 'mail' && format.kind !== 'mbox') throw new InternalError('the reader of mail was given another format');
  let done = 0;
  const pieces = async function* (): AsyncGenerator<Piece, void, void> {
    const omissions = new Omissions(0);
    const isMailbox = format.kind === 'mbox';
    let index = 0;
    for await (const message of (isMailbox ? messagesOf : oneMessage)(source, MOST_MESSAGE_BYTES)) {
      const place = isMailbox ? { recordIndex: index++ } : {};
      // Each message has what it may unpack by its own size.
      const inside = new Omissions(message.bytes.length);
      yield* storedPieces(message, place, inside);
      omissions.addAll(inside);
      done = message.end;
    }
    omissions.throwIfAny();
  };
  yield* readPieces(request, { pieces: pieces(), storedBytes: () => source.storedBytes ?? done });
}

async function* storedPieces(
  { bytes, envelope, isCut }: StoredMessage,
  place: Location,
  omissions: Omissions,
): AsyncGenerator<Piece, void, void> {
  if (isCut) omissions.add('limit', `of a message of more than ${MOST_MESSAGE_BYTES / 2 ** 20} MiB the beginning was read`);
  yield { text: envelope, location: { ...place, part: 'From' } };
  try {
    for await (const piece of messagePieces(bytes, omissions)) yield { ...piece, location: { ...place, ...piece.location } };
  } catch (error) {
    if (!(error instanceof ItemProblem)) throw error;
    // The other messages of a mailbox are read all the same.
    omissions.add(error.code, error.message);
  }
}

/**
 * The text of a message: each header field as `Name: value` in the part of its name, the plain body, what of the HTML body is not in
 * the plain one, then the attachments. @param depth attachments around the message
 * @throws ItemProblem `malformed` where it cannot be taken apart
 */
export async function* messagePieces(bytes: Uint8Array, omissions: Omissions, depth = 0): AsyncGenerator<Piece, void, void> {
  const { fields, text, html, attachments, isCut } = await parseMessage(bytes);
  for (const { name, value } of fields) yield { text: `${name}: ${value}`, location: { part: name } };
  yield { text, location: {} };
  if (html !== '') yield { text: withoutLines(await htmlText(html), text), location: { part: 'html' } };
  for (const attachment of attachments) yield* attachmentPieces(attachment, omissions, depth);
  if (isCut) omissions.add('malformed', 'a message ends before its last part does');
}

/** The HTML body mostly says again what the plain one says: its lines are read once. */
function withoutLines(text: string, others: string): string {
  const known = new Set(others.split('\n').map(plain));
  return text
    .split('\n')
    .filter((line) => !known.has(plain(line)))
    .join('\n');
}

function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
