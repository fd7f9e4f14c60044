/**
 * Files inside of documents (attachments of mail, files embedded in PDF): what can be read as text or as a document is read as a
 * part of the document that has it, the rest is named as left out.
 */
import { memorySource } from '../core/memory-source.js';
import { ItemProblem } from '../core/problem.js';
import { textParts, utf8Of } from './decoder.js';
import { detectFormat, HEAD_BYTES } from './detect.js';
import type { Piece } from './documents.js';
import { isZip } from './magic.js';
import type { Omissions } from './omissions.js';
import type { PositionalSource } from './positional.js';

/** Attachments in attachments: more levels than anyone forwards. */
const MAX_DEPTH = 8;

export interface Attachment {
  /** As it is called in the document; may be anything. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The text of an attachment, each piece with its name as the part. @param depth attachments around it */
export async function* attachmentPieces(
  { name, bytes }: Attachment,
  omissions: Omissions,
  depth = 0,
): AsyncGenerator<Piece, void, void> {
  if (bytes.length === 0) return;
  if (depth >= MAX_DEPTH) {
    omissions.add('limit', `attachments are nested more than ${MAX_DEPTH} times`);
    return;
  }
  let format = detectFormat(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES, name);
  if (isZip(bytes)) {
    const { zipFormat } = await import('./office/detect-package.js');
    format = await zipFormat(memorySource(bytes) as PositionalSource, format);
  }
  switch (format.kind) {
    // Left out by intent, as it is in a folder.
    case 'skip':
      return;
    case 'csv': {
      const { attachedTable } = await import('./attached-table.js');
      yield* inside(attachedTable(utf8Of(format.encoding, bytes), format), name, omissions);
      return;
    }
    case 'text':
    case 'json':
    case 'jsonl':
    case 'notebook':
    case 'sql':
    case 'markdown':
    case 'html':
    case 'xml':
    case 'yaml':
    case 'toml':
    case 'ini':
    case 'hl7':
      for (const part of textParts(format.encoding, bytes)) yield { ...part, location: { part: name } };
      return;
    case 'pdf': {
      const { pdfPieces } = await import('./pdf/pdf.js');
      yield* inside(pdfPieces(Uint8Array.from(bytes), omissions, { depth: depth + 1, done: 0 }), name, omissions);
      return;
    }
    case 'rtf': {
      const { rtfPieces } = await import('./rtf/rtf.js');
      yield* inside(rtfPieces([bytes], omissions), name, omissions);
      return;
    }
    case 'mail': {
      const { messagePieces } = await import('./mail/mail.js');
      yield* inside(messagePieces(bytes, omissions, depth + 1), name, omissions);
      return;
    }
    case 'xlsx':
    case 'xlsb':
    case 'docx':
    case 'pptx':
    case 'ods':
    case 'odt':
    case 'odp':
    case 'xls': {
      const { officePieces } = await import('./office/open.js');
      yield* inside(officePieces(format.kind, memorySource(bytes) as PositionalSource, omissions, depth), name, omissions);
      return;
    }
    default:
      omissions.add('unsupported', `an attachment is not read: ${'what' in format ? format.what : format.kind}`);
  }
}

/** Pieces of an attached document, in the part of that name. What makes it unreadable leaves the rest of the outer one. */
async function* inside(pieces: AsyncIterable<Piece>, name: string, omissions: Omissions): AsyncGenerator<Piece, void, void> {
  try {
    for await (const piece of pieces) {
      const { location } = piece;
      const part = location.part === undefined ? name : `${name}!${location.part}`;
      yield { ...piece, location: { ...location, part } };
    }
  } catch (error) {
    if (!(error instanceof ItemProblem)) throw error;
    omissions.add(error.code, `in an attachment, ${error.message}`);
  }
}
