/** Data on disk for the benches of whole processes, made once and kept in `bench/data`, which git ignores. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from './corpora.mjs';

const DATA = fileURLToPath(new URL('./data/', import.meta.url));
/** Bytes that are made; a larger file repeats them. */
const PART = 16_000_000;
const EXTENSION = { text: 'txt', csv: 'csv', jsonl: 'jsonl', json: 'json' };

/**
 * A file of a corpus. @param {import('./corpora/build.mjs').Corpus} corpus
 * @returns {string} its name; the bytes' hash is in it, so a changed generator makes a new file
 */
export function bigFile(corpus, bytes) {
  const part = corpus.make(Math.min(bytes, PART));
  const name = `${DATA}${corpus.name}-${bytes}-${sha256(part.bytes).slice(0, 8)}.${EXTENSION[corpus.format]}`;
  if (existsSync(name)) return name;
  mkdirSync(DATA, { recursive: true });
  const partial = `${name}.partial`;
  const file = openSync(partial, 'w');
  let length = writeSync(file, part.bytes);
  const body = part.bytes.subarray(part.headBytes);
  while (length < bytes) {
    const lineEnd = bytes - length < body.length ? body.indexOf(10, bytes - length - 1) + 1 : 0;
    length += writeSync(file, lineEnd === 0 ? body : body.subarray(0, lineEnd));
  }
  closeSync(file);
  renameSync(partial, name);
  return name;
}

/**
 * Many small files in folders. @param {import('./corpora/build.mjs').Corpus} corpus whose lines are spread over the files
 * @returns {string} the folder
 */
export function manyFiles(corpus, { files, bytesEach, folders }) {
  const { bytes, headBytes } = corpus.make(files * bytesEach);
  const root = `${DATA}${corpus.name}-${files}x${bytesEach}-${sha256(bytes).slice(0, 8)}`;
  if (existsSync(`${root}/done`)) return `${root}/tree`;
  rmSync(root, { recursive: true, force: true });
  const head = bytes.subarray(0, headBytes);
  let at = headBytes;
  for (let i = 0; i < files; i++) {
    const folder = `${root}/tree/${String(i % folders).padStart(4, '0')}`;
    if (i < folders) mkdirSync(folder, { recursive: true });
    const cut = bytes.indexOf(10, Math.min(bytes.length - 1, at + bytesEach - head.length)) + 1;
    const end = cut === 0 ? bytes.length : cut;
    writeFileSync(
      `${folder}/${String(i).padStart(6, '0')}.${EXTENSION[corpus.format]}`,
      Buffer.concat([head, bytes.subarray(at, end)]),
    );
    at = end;
    // The last lines may run out before the files do: begin again.
    if (at >= bytes.length) at = headBytes;
  }
  writeFileSync(`${root}/done`, '');
  return `${root}/tree`;
}

/** A folder without files. */
export function emptyFolder() {
  const folder = `${DATA}empty`;
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Bytes of a file. */
export function sizeOf(file) {
  return statSync(file).size;
}
