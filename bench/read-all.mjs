/**
 * Reads a file, or every file of a folder, in blocks, and does nothing with the bytes: the floor for a large file.
 *
 * node bench/read-all.mjs TARGET
 */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';

const [target] = process.argv.slice(2);
const block = Buffer.allocUnsafe(1 << 20);
const files = statSync(target).isDirectory()
  ? readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  : [target];
let bytes = 0;
for (const file of files) {
  const fd = openSync(file, 'r');
  for (let got = 1; got > 0; bytes += got) got = readSync(fd, block);
  closeSync(fd);
}
console.log(`${files.length} files, ${bytes} bytes`);
