/**
 * Real prose and source that every checkout has in the same bytes: the files of locked dependencies. Packages that npm picks by
 * platform are left out, so that the hash is the same everywhere, and so is what was added later (yardstick-packages.json): a new
 * dependency must not change what speed is measured on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders of the packages of the yardstick. A change of this list, as of a package's version, asks for new records. */
const FOLDERS = JSON.parse(readFileSync(new URL('./yardstick-packages.json', import.meta.url), 'utf8'));

/** Files of a package with an extension, nested packages left out: they have their own entry in the lockfile. */
function* filesOf(folder, extension) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'build') yield* filesOf(path, extension);
    else if (entry.isFile() && entry.name.endsWith(extension)) yield path;
  }
}

/** Bytes of all files with an extension in path order, cut at `bytes`, repeated if they are fewer. */
function gather(extension, bytes) {
  const paths = FOLDERS.flatMap((folder) => [...filesOf(folder, extension)]);
  paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const chunks = [];
  let length = 0;
  for (const path of paths) {
    if (length >= bytes) break;
    const chunk = readFileSync(join(ROOT, path));
    chunks.push(chunk);
    length += chunk.length;
  }
  if (length === 0) throw new Error(`no ${extension} file under node_modules: run npm ci first`);
  const once = Buffer.concat(chunks);
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / length) }, () => once)).subarray(0, bytes);
}

/** @type {import('./build.mjs').Corpus} */
export const yardstickProse = {
  name: 'prose',
  question: 'documentation: the .md files of the locked dependencies',
  format: 'text',
  make: (bytes) => ({ bytes: gather('.md', bytes), headBytes: 0, planted: {} }),
};

/** @type {import('./build.mjs').Corpus} */
export const yardstickSource = {
  name: 'source',
  question: 'source code: the .js files of the locked dependencies',
  format: 'text',
  make: (bytes) => ({ bytes: gather('.js', bytes), headBytes: 0, planted: {} }),
};
