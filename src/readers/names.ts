/** What the names of files end with. */
import { CODECS } from './compressed/codecs.js';

/** Extensions of compressed files. */
const COMPRESSED = new RegExp(`\\.(?:${[...CODECS.flatMap(({ extensions }) => extensions), 'z', 'lz'].join('|')})$`, 'i');

/** Extension without the dot, in lower case; empty where there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The name of what is compressed in a file. */
export function withoutCompression(path: string): string {
  return path.replace(COMPRESSED, '');
}

/** Extension below those of compression. */
export function innerExtension(path: string): string {
  let name = path.slice(path.lastIndexOf('/') + 1);
  while (COMPRESSED.test(name)) name = withoutCompression(name);
  return extensionOf(name);
}
