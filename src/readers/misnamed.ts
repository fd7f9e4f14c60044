/**
 * Whether a name says another format than the bytes do. The bytes are believed; but a table that is left out because it is a picture,
 * or a picture that is read as text, is something that whoever named it does not expect.
 */
import type { ItemFormat } from '../core/format.js';
import type { Misnamed } from '../core/result.js';
import { ARCHIVES } from './archives/formats.js';
import { CODECS } from './compressed/codecs.js';
import { FORMATS } from './formats.js';
import { extensionOf } from './names.js';

/** Texts of all kinds: which one it is, is a matter of words, and a `.log` may well be JSON. */
const TEXTS = new Set('text csv json jsonl sql markdown html xml yaml toml ini hl7 notebook mail mbox'.split(' '));
/** Documents that are zip archives, and where they are encrypted, compound files. */
const PACKAGES = new Set('docx pptx xlsx xlsb ods odt odp'.split(' '));
/** What is left out by intent, by names of which nobody makes anything else. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  media:
    'png jpg jpeg gif bmp tif tiff webp psd ico heic heif avif jp2 jxl wav aif aiff mp3 flac ogg oga ogv opus mp4 m4a m4v mov mkv webm avi wmv wma flv',
  font: 'ttf otf ttc woff woff2',
  program: 'exe dll class wasm',
};
/** Databases of other programs, other archives, and other things altogether are called so as well. */
const OF_MANY = new Set(['db', 'sz', 'ipc']);

/** What a name says, by its extension. */
const SAID = new Map<string, string>(
  [
    ...FORMATS.flatMap(({ kind, extensions }) => extensions.map((extension) => [extension, groupOf(kind)] as const)),
    ...[...CODECS, ...ARCHIVES].flatMap(({ name, extensions }) => extensions.map((extension) => [extension, name] as const)),
    ...Object.entries(LEFT_OUT).flatMap(([kind, all]) => all.split(' ').map((extension) => [extension, kind] as const)),
  ].filter(([extension]) => !OF_MANY.has(extension)),
);

function groupOf(kind: string): string {
  return TEXTS.has(kind) ? 'text' : kind;
}

/** What it is and what its name says, where these are two things; of what is not read, a problem says so. */
export function misnamed(path: string, format: ItemFormat, isEmpty: boolean): Misnamed | undefined {
  const extension = extensionOf(path);
  const said = SAID.get(extension);
  const is = said && contentName(format);
  if (is === undefined || isEmpty || isSame(said!, is)) return undefined;
  return { extension, content: is };
}

/** Whether a name says that it is of that format. */
export function isNamedSo(path: string, format: ItemFormat): boolean {
  const said = SAID.get(extensionOf(path));
  const is = contentName(format);
  return said !== undefined && is !== undefined && isSame(said, is);
}

function contentName(format: ItemFormat): string | undefined {
  switch (format.kind) {
    case 'compressed':
      return format.codec;
    case 'archive':
      return format.archive;
    case 'skip':
      return format.skip === 'binary' ? undefined : format.skip;
    case 'unsupported':
      return undefined;
    default:
      return groupOf(format.kind);
  }
}

function isSame(said: string, is: string): boolean {
  if (said === is) return true;
  const isZip = (name: string): boolean => name === 'zip' || PACKAGES.has(name);
  if (said === 'zip' || is === 'zip') return isZip(said) && isZip(is);
  return is === 'xls' && PACKAGES.has(said);
}
