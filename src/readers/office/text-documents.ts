/** Text documents and presentations, of Microsoft (ECMA-376, part 1, 17 and 19) and OpenDocument: as free text, part by part. */
import type { Location } from '../../core/segment.js';
import type { Piece } from '../documents.js';
import { linkTargets } from './links.js';
import type { OfficePackage, Part } from './package.js';
import { type ParagraphOptions, Paragraphs } from './paragraphs.js';
import { remainingPieces } from './remaining.js';
import { attribute } from './xml.js';

/** Kinds that are read as text. */
export type TextKind = 'docx' | 'pptx' | 'odt' | 'odp';

/** Parts beside the text of a Word document, in this order, by the type of their relationship. */
const WORD_PARTS: Readonly<Record<string, string>> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  glossaryDocument: 'glossary',
};
/** Parts beside a slide. */
const SLIDE_PARTS: Readonly<Record<string, string>> = { notesSlide: 'notes', comments: 'comments' };

/** The text of a document. What is wrong with a part is noted in the package. @param depth documents around it */
export async function* textPieces(pkg: OfficePackage, kind: TextKind, depth = 0): AsyncGenerator<Piece, void, void> {
  if (kind === 'docx') yield* wordPieces(pkg);
  else if (kind === 'pptx') yield* slidePieces(pkg);
  else yield* openDocumentPieces(pkg);
  yield* remainingPieces(pkg, depth);
}

async function* wordPieces(pkg: OfficePackage): AsyncGenerator<Piece, void, void> {
  const main = await mainPart(pkg, 'word/document.xml', 'the document');
  if (main === undefined) return;
  const relationships = await pkg.relationships(main);
  yield* partPieces(pkg, main, 'the text', {});
  for (const [type, part] of Object.entries(WORD_PARTS)) {
    for (const relationship of relationships) {
      const found = relationship.type === type ? pkg.target(relationship) : undefined;
      if (found !== undefined) yield* partPieces(pkg, found, 'a part of the text', { part });
    }
  }
}

async function* slidePieces(pkg: OfficePackage): AsyncGenerator<Piece, void, void> {
  const main = await mainPart(pkg, 'ppt/presentation.xml', 'the presentation');
  if (main === undefined) return;
  const ids: string[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    // Its own id stands beside that of the relationship.
    const { id, ...others } = attributes;
    if (name === 'sldId') ids.push(attribute(others, 'id') ?? id ?? '');
  };
  await pkg.readAll(main, { open, text: () => undefined, close: () => undefined }, 'the list of slides');
  const relationships = await pkg.relationships(main);
  for (const [index, id] of ids.entries()) {
    const slide = pkg.part(relationships.find((one) => one.id === id)?.target ?? '');
    if (slide === undefined) {
      pkg.omissions.add('malformed', 'the presentation names slides that are not there');
      continue;
    }
    const page = index + 1;
    yield* partPieces(pkg, slide, 'a slide', { page });
    for (const relationship of await pkg.relationships(slide)) {
      const part = SLIDE_PARTS[relationship.type];
      const found = part === undefined ? undefined : pkg.target(relationship);
      if (found !== undefined) yield* partPieces(pkg, found, 'a part of a slide', { page, part: part! });
    }
  }
}

async function* openDocumentPieces(pkg: OfficePackage): AsyncGenerator<Piece, void, void> {
  const content = pkg.part('content.xml');
  if (content === undefined) pkg.omissions.add('malformed', 'the document has no text');
  else yield* readPart(pkg, content, 'the text', { dialect: 'odf', numbered: true });
  yield* openDocumentHeaders(pkg);
}

/** Headers and footers of OpenDocument stand with its styles. */
export async function* openDocumentHeaders(pkg: OfficePackage): AsyncGenerator<Piece, void, void> {
  const styles = pkg.part('styles.xml');
  if (styles === undefined) return;
  yield* readPart(pkg, styles, 'a part of the text', { dialect: 'odf', location: { part: 'header or footer' } });
}

/** The part that the others belong to. */
async function mainPart(pkg: OfficePackage, usual: string, what: string): Promise<Part | undefined> {
  const main = (await pkg.relationships(undefined)).find(({ type }) => type === 'officeDocument');
  const part = pkg.part(main?.target ?? '') ?? pkg.part(usual);
  if (part === undefined) pkg.omissions.add('malformed', `${what} itself is missing`);
  return part;
}

async function* partPieces(pkg: OfficePackage, part: Part, what: string, location: Location): AsyncGenerator<Piece, void, void> {
  const targets = linkTargets(await pkg.relationships(part));
  yield* readPart(pkg, part, what, { dialect: 'markup', numbered: location.page === undefined, location, targets });
}

async function* readPart(
  pkg: OfficePackage,
  part: Part,
  what: string,
  options: ParagraphOptions,
): AsyncGenerator<Piece, void, void> {
  const paragraphs = new Paragraphs(options);
  for await (const _ of pkg.read(part, paragraphs, what)) yield* paragraphs.take();
  paragraphs.end();
  yield* paragraphs.take();
}
