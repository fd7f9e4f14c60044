/** What a zip archive is: an Office document where its own list of members and what they say of it tell so, else an archive. */
import type { ContentFormat, ItemFormat, OfficeKind } from '../../core/format.js';
import { ItemProblem } from '../../core/problem.js';
import { openZip, type ZipMember } from '../archives/zip.js';
import type { PositionalSource } from '../positional.js';

/** Members that are looked at: documents have their types among the first, or, written by some programs, behind all others. */
const MOST_MEMBERS = 10_000;
/** Bytes of a list of types that are looked at. */
const MOST_TYPES_BYTES = 1024 * 1024;

/** Content types of the main part (ECMA-376, part 1, annex; those with macros are Microsoft's). */
const MAIN_TYPES: readonly (readonly [type: RegExp, kind: OfficeKind])[] = [
  [/ms-excel\.sheet\.binary\.macroEnabled\.main/i, 'xlsb'],
  [/(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroEnabled)\.main\+xml/i, 'xlsx'],
  [/(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/i, 'docx'],
  [/(?:presentationml|ms-powerpoint)\.(?:presentation|template|slideshow|addin)(?:\.macroEnabled)?\.main\+xml/i, 'pptx'],
];
/** Media types of OpenDocument (version 1.3, part 2, annex). */
const OPEN_DOCUMENT: Readonly<Record<string, OfficeKind>> = {
  text: 'odt',
  spreadsheet: 'ods',
  presentation: 'odp',
  graphics: 'odp',
};
/** A document, or an archive that only began like one. */
export type ZipFormat = Extract<ContentFormat, { readonly kind: OfficeKind }> | Extract<ItemFormat, { readonly kind: 'archive' }>;

const MEDIA_TYPE = /application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)(?:-[a-z]+)?/;
const KINDS: ReadonlySet<string> = new Set<OfficeKind>(['xlsx', 'xlsb', 'docx', 'pptx', 'ods', 'odt', 'odp']);

/**
 * @param guess what the first bytes say; it stays where the archive has no list of members, which the reader will say
 * @throws ItemProblem where the source cannot be read
 */
export async function zipFormat<G extends ItemFormat>(source: PositionalSource, guess: G): Promise<G | ZipFormat> {
  let kind: OfficeKind | undefined;
  try {
    kind = await officeKind(source);
  } catch (error) {
    if (error instanceof ItemProblem && UNDECIDED.has(error.code)) return guess;
    throw error;
  }
  if (kind !== undefined) return { kind };
  return KINDS.has(guess.kind) ? { kind: 'archive', archive: 'zip' } : guess;
}

const UNDECIDED: ReadonlySet<ItemProblem['code']> = new Set(['malformed', 'encrypted', 'unsupported']);

async function officeKind(source: PositionalSource): Promise<OfficeKind | undefined> {
  const { members } = await openZip(source);
  let seen = 0;
  for await (const member of members()) {
    if (seen++ === MOST_MEMBERS) return undefined;
    const name = Buffer.from(member.name).toString('latin1').toLowerCase();
    if (name === '[content_types].xml') {
      const types = await textOf(member);
      const found = MAIN_TYPES.find(([type]) => type.test(types));
      if (found !== undefined) return found[1];
    } else if (name === 'mimetype' || name === 'meta-inf/manifest.xml') {
      const [, media] = MEDIA_TYPE.exec(await textOf(member)) ?? [];
      if (media !== undefined) return OPEN_DOCUMENT[media];
    }
  }
  return undefined;
}

async function textOf(member: ZipMember): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of member.stream()) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_TYPES_BYTES) break;
  }
  return Buffer.concat(pieces).toString('latin1');
}
