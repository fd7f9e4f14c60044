/** Parts of Office documents that their readers do not ask for: properties, charts, drawings, pivot tables, and embedded files. */
import { ItemProblem } from '../../core/problem.js';
import { attachmentPieces } from '../attachments.js';
import type { Piece } from '../documents.js';
import { Omissions } from '../omissions.js';
import { linkText } from './links.js';
import type { OfficePackage, Part } from './package.js';
import { type Dialect, Paragraphs } from './paragraphs.js';

/** Embedded files are held as a whole. */
const MOST_EMBEDDED_BYTES = 64 * 2 ** 20;
/** What holds nothing that a person wrote: looks, numbers of styles, settings of programs, macros (which are not read). */
const WITHOUT_TEXT =
  /(?:^|\/)(?:\[Content_Types\]\.xml|mimetype|(?:styles|stylesWithEffects|fontTable|webSettings|numbering|calcChain|tableStyles|presProps|viewProps|metadata|volatileDependencies)\.xml|theme\/.*|tables\/.*|ctrlProps\/.*|Configurations2\/.*|META-INF\/.*|_xmlsignatures\/.*|manifest\.rdf|settings\.xml|layout-cache|(?:printerSettings|vbaProject|vbaProjectSignature\w*|activeX)\d*\.bin|vbaData\.xml|[^/]*\.(?:odttf|fntdata))$/i;
const PROPERTIES = /^(?:docProps\/.*\.xml|meta\.xml)$/i;

/** @param depth documents around this one */
export async function* remainingPieces(pkg: OfficePackage, depth: number): AsyncGenerator<Piece, void, void> {
  // Data connections of a mail merge stand in the settings.
  const isRead = ({ name }: Part): boolean => /^word\/settings\.xml$/i.test(name) || !WITHOUT_TEXT.test(name);
  for (const part of pkg.unread()) {
    if (!isRead(part)) pkg.skip(part);
    else if (/\.rels$/i.test(part.name)) yield* linksIn(pkg, part);
    else if (PROPERTIES.test(part.name)) yield* textIn(pkg, part, { dialect: 'any', named: true, part: 'properties' });
    else if (/(?:^|\/)(?:content|styles)\.xml$/i.test(part.name)) yield* textIn(pkg, part, { dialect: 'odf', part: part.name });
    else if (/\.(?:xml|vml)$/i.test(part.name)) yield* textIn(pkg, part, { dialect: dialectOf(part.name), part: part.name });
    else yield* embedded(pkg, part, depth);
  }
}

/** What is not in the languages of Office may have its text anywhere. */
function dialectOf(name: string): Dialect {
  return /^customXml\/|\.vml$/i.test(name) ? 'any' : 'markup';
}

interface PartText {
  readonly dialect: Dialect;
  readonly named?: boolean;
  readonly part: string;
}

async function* textIn(pkg: OfficePackage, part: Part, text: PartText): AsyncGenerator<Piece, void, void> {
  const paragraphs = new Paragraphs({ dialect: text.dialect, named: text.named === true, location: { part: text.part } });
  const placed = ({ text: one, location }: Piece): Piece => ({ text: one, location: { ...location, part: text.part } });
  for await (const _ of pkg.read(part, paragraphs, 'a part')) yield* paragraphs.take().map(placed);
  paragraphs.end();
  yield* paragraphs.take().map(placed);
}

/** Where the links of a part lead, whose own reader did not ask for them. */
async function* linksIn(pkg: OfficePackage, part: Part): AsyncGenerator<Piece, void, void> {
  const targets: string[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'Relationship' && attributes['TargetMode'] === 'External') targets.push(linkText(attributes['Target'] ?? ''));
  };
  await pkg.readAll(part, { open, text: () => undefined, close: () => undefined }, 'a list of relationships');
  yield { text: [...new Set(targets)].join('\n'), location: { part: 'links' } };
}

/** A file in the document: read like an attachment of a mail. */
async function* embedded(pkg: OfficePackage, part: Part, depth: number): AsyncGenerator<Piece, void, void> {
  const inside = new Omissions(pkg.omissions);
  try {
    const bytes = await pkg.bytes(part, MOST_EMBEDDED_BYTES, 'an embedded file');
    yield* attachmentPieces({ name: part.name, bytes }, inside, depth + 1);
    inside.throwIfAny();
  } catch (error) {
    if (!(error instanceof ItemProblem)) throw error;
    pkg.omit(part, error.code, error.message);
  }
}
